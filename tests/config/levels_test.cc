#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

constexpr const char* head = "site.title = \"T\"\nsite.base_url = \"https://example.org/\"\n";

struct Read {
  Config config;
  std::string told;
};

Read read(const std::string& more) {
  Diagnostics diagnostics;
  Config config = read_config(head + more, "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

/// Counties and municipalities, and a collection with these fields from line 8 on.
std::string with_fields(const std::string& fields) {
  return "[vocabularies.powiaty]\n[vocabularies.gminy]\nparent = "
         "\"powiaty\"\n[collections.n]\n[collections.n.fields]\n" +
         fields;
}

constexpr const char* county = "p = { type = \"choice\", vocabulary = \"powiaty\", facet = true }\n";

}  // namespace

TEST_CASE("a vocabulary stands under another, and a field of it under a field of the other") {
  const auto [config, told] = read(
      with_fields(std::string(county) +
                  "g = { type = \"list\", of = \"choice\", vocabulary = \"gminy\", facet = true, under = \"p\" }\n"));
  CHECK(told == "");
  CHECK(config.vocabulary("gminy")->parent == "powiaty");
  CHECK(config.vocabulary("powiaty")->parent == "");
  CHECK(config.collection("n")->schema.find("g")->under == "p");
}

TEST_CASE("four vocabularies may stand under one another, in any order in the file") {
  CHECK(read("[vocabularies.d]\nparent = \"c\"\n[vocabularies.b]\nparent = \"a\"\n[vocabularies.c]\nparent = \"b\"\n"
             "[vocabularies.a]\n")
            .told == "");
}

TEST_CASE("a vocabulary under what cannot be above it is told at its setting") {
  struct Case {
    const char* sections;
    const char* told;
  };
  const Case cases[] = {
      {"[vocabularies.gminy]\nparent = \"powiat\"\n[vocabularies.powiaty]\n", "site.toml:4:10+8 E0112 (powiaty)"},
      {"[vocabularies.a]\nparent = 1\n", "site.toml:4:10+1 E0105"},
      {"[vocabularies.a]\nparent = \"a\"\n", "site.toml:4:10+3 E0106"},
      {"[vocabularies.a]\nparent = \"b\"\n[vocabularies.b]\nparent = \"a\"\n",
       "site.toml:4:10+3 E0106\nsite.toml:6:10+3 E0106"},
      {"[vocabularies.a]\nparent = \"b\"\n[vocabularies.b]\nparent = \"a\"\n[vocabularies.c]\nparent = \"a\"\n",
       "site.toml:4:10+3 E0106\nsite.toml:6:10+3 E0106"},
      {"[vocabularies.a]\n[vocabularies.b]\nparent = \"a\"\n[vocabularies.c]\nparent = \"b\"\n[vocabularies.d]\n"
       "parent = \"c\"\n[vocabularies.e]\nparent = \"d\"\n[vocabularies.f]\nparent = \"e\"\n",
       "site.toml:11:10+3 E0106"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sections);
    CHECK(read(c.sections).told == c.told);
  }
}

TEST_CASE("a field under what cannot be above it is told at its setting") {
  struct Case {
    const char* fields;
    const char* told;
  };
  const Case cases[] = {
      {"g = { type = \"choice\", vocabulary = \"gminy\", under = \"powiat\" }\n", "site.toml:8:54+8 E0112"},
      {"powiaty = { type = \"choice\", vocabulary = \"powiaty\" }\n"
       "g = { type = \"choice\", vocabulary = \"gminy\", under = \"powiat\" }\n",
       "site.toml:9:54+8 E0112 (powiaty)"},
      {"p = { type = \"choice\", vocabulary = \"powiaty\" }\n"
       "g = { type = \"choice\", vocabulary = \"gminy\", under = \"p\" }\n",
       ""},
      {"p = { type = \"choice\", vocabulary = \"powiaty\" }\n"
       "g = { type = \"choice\", vocabulary = \"gminy\", facet = true, under = \"p\" }\n",
       "site.toml:9:68+3 E0106"},
      {"p = { type = \"choice\", vocabulary = \"powiaty\" }\n"
       "g = { type = \"choice\", vocabulary = \"powiaty\", under = \"p\" }\n",
       "site.toml:9:56+3 E0106"},
      {"g = { type = \"choice\", vocabulary = \"gminy\", under = \"g\" }\n", "site.toml:8:54+3 E0106"},
      {"p = { type = \"text\" }\ng = { type = \"choice\", vocabulary = \"gminy\", under = \"p\" }\n",
       "site.toml:9:54+3 E0106"},
      {"p = { type = \"text\", under = \"p\" }\n", "site.toml:8:30+3 E0115"},
      {"t = { type = \"table\", fields = { p = { type = \"choice\", vocabulary = \"powiaty\" }, g = { type = "
       "\"choice\", "
       "vocabulary = \"gminy\", under = \"p\" } } }\n",
       "site.toml:8:136+3 E0106"},
      {"[tables.t.fields]\np = { type = \"choice\", vocabulary = \"powiaty\" }\n"
       "g = { type = \"choice\", vocabulary = \"gminy\", under = \"p\" }\n",
       "site.toml:10:54+3 E0106"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.fields);
    CHECK(read(with_fields(c.fields)).told == c.told);
  }
}

TEST_CASE("the filter by date is called as the site calls the date, which may not be a parameter of the search") {
  CHECK_FALSE(read("").config.date_facet);
  CHECK(read("[search]\ndate_facet = true\n").config.date_facet);
  CHECK(read("[search]\ndate_facet = true\n[front_matter]\ndate = \"data\"\n").told == "");
  CHECK(read("[search]\ndate_facet = true\n[front_matter]\ndate = \"page\"\n").told == "site.toml:4:14+4 E0106");
  CHECK(read("[search]\ndate_facet = \"data\"\n").told == "site.toml:4:14+6 E0105");
}

}  // namespace kronika
