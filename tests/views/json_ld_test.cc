#include "generator/views/json_ld.h"

#include <doctest/doctest.h>

#include "generator/core/json.h"
#include "generator/views/schema_org.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[publisher]\ntype = \"GovernmentOrganization\"\nname = { pl = \"Urząd\", en = \"Office\" }\n"
    "email = \"a@example.org\"\naddress = { locality = \"Kielce\", country = \"PL\" }\n"
    "[vocabularies.kinds]\n"
    "[collections.hosts]\n[collections.hosts.schema_org]\ntype = \"NGO\"\nname = \"@title\"\n"
    "[collections.fairs]\n[collections.fairs.fields]\n"
    "kind   = { type = \"choice\", vocabulary = \"kinds\" }\n"
    "start  = { type = \"datetime\" }\n"
    "host   = { type = \"list\", of = \"reference\", collection = \"hosts\" }\n"
    "cost   = { type = \"money\" }\n"
    "places = { type = \"integer\" }\n"
    "term   = { type = \"period\" }\n"
    "spot   = { type = \"position\" }\n"
    "photo  = { type = \"image\", role = \"image\" }\n"
    "terms  = { type = \"licence\" }\n"
    "free   = { type = \"bool\" }\n"
    "street = { type = \"text\" }\n"
    "people = { type = \"table\", fields = { who = { type = \"text\", required = true }, firm = { type = \"text\" } } "
    "}\n"
    "[collections.fairs.schema_org]\ntype = [\"Event\", \"SaleEvent\"]\n"
    "name = \"@title\"\nurl = \"@url\"\ndescription = \"@summary\"\ninLanguage = \"@language\"\nimage = \"@image\"\n"
    "additionalType = \"kind\"\nkeywords = { from = \"kind\", as = \"key\" }\n"
    "eventStatus = { from = \"kind\", map = { off = \"https://schema.org/EventCancelled\", \"*\" = \"on\" } }\n"
    "startDate = \"start\"\ndoorTime = { from = \"places\", format = \"PT{}M\" }\norganizer = [\"host\", "
    "\"@publisher\"]\n"
    "maximumAttendeeCapacity = \"places\"\nisAccessibleForFree = \"free\"\ntypicalAgeRange = \"=18-\"\nsuperEvent = 7\n"
    "license = \"terms\"\ntemporalCoverage = \"term\"\n"
    "location = { type = \"Place\", geo = \"spot\", address = { type = \"PostalAddress\", streetAddress = \"street\", "
    "addressCountry = \"=PL\" } }\n"
    "offers = { type = \"Offer\", price = \"cost\", priceCurrency = { from = \"cost\", as = \"currency\" } }\n"
    "performer = { type = \"Person\", each = \"people\", name = \"who\", affiliation = { type = \"Organization\", name "
    "= "
    "\"firm\" } }\n"
    "audience = { type = \"Audience\", audienceType = \"=all\" }\n"
    "[collections.plain]\n";

const ViewSite& site() {
  static const ViewSite built({
      {"site.toml", site_toml(settings)},
      {"content/_data/kinds.toml", "off = \"odwołane\"\non = \"będzie\"\n"},
      {"content/hosts/a.md", "+++\ntitle = \"A \\\"B\\\"\"\n+++\nTekst.\n"},
      {"content/fairs/full/index.md",
       "+++\ntitle = \"Targi </script><!--\"\nkind = \"off\"\nstart = 2026-07-01T10:00:00\nhost = [\"a\"]\n"
       "cost = \"12,50 EUR\"\nplaces = 40\nterm = \"2026-01/2026-06\"\nspot = { lat = 50.5, lon = 20.5 }\n"
       "photo = \"p.png\"\nterms = \"CC BY 4.0\"\nfree = false\npeople = [{ who = \"Ewa\", firm = \"F\" }, { who = "
       "\"Jan\" }]\n"
       "+++\nPierwszy akapit.\n"},
      {"content/fairs/full/p.png", "x"},
      {"content/fairs/bare.md", "+++\ntitle = \"Nic\"\nlanguage = \"en\"\n+++\n"},
      {"content/plain/p.md", "+++\ntitle = \"P\"\n+++\nTekst.\n"},
  });
  return built;
}

Json entry(const std::string& path) {
  return Json::parse(entry_object(site().page(path), site().views()));
}

Json graph(const TemplateData& data) {
  return Json::parse(text(data, "json_ld"))["@graph"];
}

}  // namespace

TEST_CASE("an entry is told in the words of its collection, each kind of value as schema.org has it") {
  const Json made = entry("content/fairs/full/index.md");
  const Json wanted = Json::parse(R"({
    "@type": ["Event", "SaleEvent"], "@id": "https://example.org/fairs/full/",
    "name": "Targi </script><!--", "url": "https://example.org/fairs/full/", "description": "Pierwszy akapit.",
    "inLanguage": "pl", "image": "https://example.org/fairs/full/p.png", "additionalType": "odwołane",
    "keywords": "off", "eventStatus": {"@id": "https://schema.org/EventCancelled"},
    "startDate": "2026-07-01T10:00:00+02:00", "doorTime": "PT40M",
    "organizer": [{"@type": "NGO", "@id": "https://example.org/hosts/a/", "name": "A \"B\""},
                  {"@id": "https://example.org/#publisher"}],
    "maximumAttendeeCapacity": 40, "isAccessibleForFree": false, "typicalAgeRange": "18-", "superEvent": 7,
    "license": "https://creativecommons.org/licenses/by/4.0/", "temporalCoverage": "2026-01-01/2026-06-30",
    "location": {"@type": "Place", "geo": {"@type": "GeoCoordinates", "latitude": 50.5, "longitude": 20.5}},
    "offers": {"@type": "Offer", "price": 12.5, "priceCurrency": "EUR"},
    "performer": [{"@type": "Person", "name": "Ewa", "affiliation": {"@type": "Organization", "name": "F"}},
                  {"@type": "Person", "name": "Jan"}],
    "audience": {"@type": "Audience", "audienceType": "all"}})");
  CHECK(made.dump(1) == wanted.dump(1));
}

TEST_CASE("what an entry lacks is left out, with the objects that would say nothing of it") {
  const Json wanted = Json::parse(R"({
    "@type": ["Event", "SaleEvent"], "@id": "https://example.org/en/fairs/bare/", "name": "Nic",
    "url": "https://example.org/en/fairs/bare/", "inLanguage": "en", "organizer": {"@id": "https://example.org/#publisher"},
    "typicalAgeRange": "18-", "superEvent": 7, "audience": {"@type": "Audience", "audienceType": "all"}})");
  CHECK(entry("content/fairs/bare.md").dump(1) == wanted.dump(1));
}

TEST_CASE("a collection without schema_org tells nothing of its entries") {
  CHECK(entry_object(site().page("content/plain/p.md"), site().views()) == "");
}

TEST_CASE("a page's graph has its entry, its breadcrumbs, and the publisher where one of them names it") {
  const Views views = site().views();
  const Json full = graph(page_view(site().page("content/fairs/full/index.md"), views));
  REQUIRE(full.size() == 3);
  CHECK(full[0]["@id"] == "https://example.org/fairs/full/");
  CHECK(full[1].dump() ==
        Json::parse(R"({"@type": "BreadcrumbList", "@id": "https://example.org/fairs/full/#breadcrumbs",
          "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Strona główna", "item": "https://example.org/"},
            {"@type": "ListItem", "position": 2, "name": "fairs", "item": "https://example.org/fairs/"},
            {"@type": "ListItem", "position": 3, "name": "Targi </script><!--",
             "item": "https://example.org/fairs/full/"}]})")
            .dump());
  CHECK(full[2].dump() == Json::parse(R"({"@type": "GovernmentOrganization", "@id": "https://example.org/#publisher",
          "name": "Urząd", "url": "https://example.org/", "email": "a@example.org",
          "address": {"@type": "PostalAddress", "addressLocality": "Kielce", "addressCountry": "PL"}})")
                              .dump());
  const Json plain = graph(page_view(site().page("content/plain/p.md"), views));
  REQUIRE(plain.size() == 1);
  CHECK(plain[0]["@type"] == "BreadcrumbList");
}

TEST_CASE("the home page tells of the site, its search and its publisher") {
  const Json home = graph(home_view(site().views()));
  REQUIRE(home.size() == 2);
  CHECK(home[0]["@type"] == "WebSite");
  CHECK(home[0]["potentialAction"]["target"]["urlTemplate"] == "https://example.org/search?q={search_term_string}");
  CHECK(home[0]["publisher"]["@id"] == home[1]["@id"]);
}

TEST_CASE("a page with nothing to tell has no graph, and no graph can end its script") {
  CHECK_FALSE(is(not_found_view(site().views(), "pl"), "has_json_ld"));
  const std::string told = text(page_view(site().page("content/fairs/full/index.md"), site().views()), "json_ld");
  CHECK(told.find('<') == std::string::npos);
  CHECK(told.find("\\u003c/script>\\u003c!--") != std::string::npos);
}

}  // namespace kronika
