#include "generator/config/schema_org.h"

#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

/// The collection's [schema_org] begins on line 9.
Config read(const std::string& settings, std::string& said, const std::string& more = "") {
  Diagnostics diagnostics;
  Config config = read_config(
      "site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n[collections.c.fields]\n"
      "when = { type = \"date\" }\ncost = { type = \"money\" }\nstory = { type = \"markdown\" }\n"
      "people = { type = \"table\", fields = { who = { type = \"text\" } } }\n"
      "[collections.c.schema_org]\n" +
          settings + more,
      "site.toml", "", diagnostics);
  said = joined(told(diagnostics));
  return config;
}

}  // namespace

TEST_CASE("a collection says what its entries are, property by property, from fields, facts, literals and objects") {
  std::string said;
  const Config config = read(
      "type = [\"Event\", \"SaleEvent\"]\nname = \"@title\"\nstartDate = \"when\"\nprice = 5\nisLive = true\n"
      "sameAs = [\"=https://example.org/a\", \"when\"]\n"
      "offers = { type = \"Offer\", price = \"cost\", priceCurrency = { from = \"cost\", as = \"currency\" } }\n"
      "performer = { type = \"Person\", each = \"people\", name = \"who\" }\n"
      "eventStatus = { from = \"when\", map = { \"2026-01-01\" = \"a\", \"*\" = \"b\" } }\n",
      said);
  CHECK(said == "");
  const SchemaOrgObject& object = *config.collections[0].schema_org;
  CHECK(object.types == std::vector<std::string>{"Event", "SaleEvent"});
  std::string names;
  for (const SchemaOrgProperty& each : object.properties) names += each.name + " ";
  CHECK(names == "name startDate price isLive sameAs offers performer eventStatus ");
  CHECK(std::get<EntryFact>(object.properties[0].sources[0].what) == EntryFact::title);
  CHECK(std::get<FieldSource>(object.properties[1].sources[0].what).path.names == std::vector<std::string>{"when"});
  CHECK(std::get<Literal>(object.properties[2].sources[0].what) == Literal{std::int64_t{5}});
  CHECK(std::get<Literal>(object.properties[4].sources[0].what) == Literal{std::string("https://example.org/a")});
  CHECK(object.properties[4].sources.size() == 2);
  const auto& offer = std::get<std::vector<SchemaOrgObject>>(object.properties[5].sources[0].what)[0];
  CHECK(std::get<FieldSource>(offer.properties[1].sources[0].what).form == ValueForm::currency);
  CHECK(std::get<std::vector<SchemaOrgObject>>(object.properties[6].sources[0].what)[0].each == "people");
  CHECK(std::get<FieldSource>(object.properties[7].sources[0].what).names.at("*") == "b");
}

TEST_CASE("mistakes in what entries are are told at their place") {
  struct Case {
    const char* settings;
    const char* told;
  };
  const Case cases[] = {
      {"name = \"@title\"\n", "site.toml:8:1+26 E0104"},
      {"type = \"event\"\n", "site.toml:9:8+7 E0106"},
      {"type = \"Event\"\nStart = \"when\"\n", "site.toml:10:1+5 E0106"},
      {"type = \"Event\"\nname = \"@titel\"\n", "site.toml:10:8+8 E0106 (@title)"},
      {"type = \"Event\"\nstartDate = \"wen\"\n", "site.toml:10:13+5 E0112 (when)"},
      {"type = \"Event\"\nperformer = \"people\"\n", "site.toml:10:13+8 E0106"},
      {"type = \"Event\"\ntext = \"story\"\n", "site.toml:10:8+7 E0106"},
      {"type = \"Event\"\nperformer = { type = \"Person\", each = \"when\" }\n", "site.toml:10:39+6 E0106"},
      {"type = \"Event\"\nperformer = { type = \"Person\", each = \"people\", name = \"whom\" }\n",
       "site.toml:10:56+6 E0112 (who)"},
      {"type = \"Event\"\nprice = { from = \"cost\", as = \"curency\" }\n", "site.toml:10:31+9 E0106 (currency)"},
      {"type = \"Event\"\nprice = { from = \"cost\", format = \"PT\" }\n", "site.toml:10:35+4 E0106"},
      {"type = \"Event\"\nprice = { from = \"cost\", fromat = \"{}\" }\n", "site.toml:10:26+6 E0103 (format)"},
      {"type = \"Event\"\nname = 2026-01-01\n", "site.toml:10:8+10 E0105"},
      {"type = \"Event\"\norganizer = \"@publisher\"\n", "site.toml:3:14+1 E0106"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.settings);
    std::string said;
    read(each.settings, said);
    CHECK(said == each.told);
  }
}

TEST_CASE("entries name the publisher where the site has one") {
  std::string said;
  const Config config =
      read("type = \"Event\"\norganizer = \"@publisher\"\n", said,
           "[publisher]\nname = { pl = \"Urząd\", en = \"Office\" }\ntype = \"GovernmentOrganization\"\n"
           "url = \"https://office.example.org/\"\nemail = \"a@example.org\"\ntelephone = \"1\"\n"
           "address = { street = \"Krótka 1\", postal_code = \"25-001\", locality = \"Kielce\", "
           "region = \"r\", country = \"PL\" }\n");
  CHECK(said == "");
  REQUIRE(config.publisher);
  CHECK(config.publisher->name.in("en") == "Office");
  CHECK(config.publisher->types == std::vector<std::string>{"GovernmentOrganization"});
  CHECK(config.publisher->address.locality == "Kielce");
}

TEST_CASE("mistakes in the publisher are told at their place") {
  std::string said;
  read("type = \"Event\"\n", said, "[publisher]\nurl = \"example.org\"\nemail = \"office\"\nadress = {}\n");
  CHECK(said ==
        "site.toml:10:1+11 E0104\nsite.toml:11:7+13 E0106\nsite.toml:12:9+8 E0106\nsite.toml:13:1+6 E0103 (address)");
}

}  // namespace kronika
