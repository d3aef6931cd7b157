#include "generator/exports/api.h"

#include <doctest/doctest.h>

#include "generator/exports/exports.h"
#include "generator/exports/openapi.h"
#include "tests/exports/export_fixture.h"

namespace kronika {
namespace {

std::string all_routes() {
  std::string out;
  for (const DataRoute& file : built_site().views().routes.data.files)
    out += (out.empty() ? "" : "\n") + file.route.path();
  return out;
}

}  // namespace

TEST_CASE("files of data are beside what they are of, and the API has what is declared") {
  CHECK(all_routes() ==
        "/shops/shops.csv\n/shops/shops-excel.csv\n/shops/shops-hours.csv\n/shops/shops-hours-excel.csv\n"
        "/shops/shops.json\n/shops/shops.schema.json\n/shops/shops.vcf\n/shops/shops.geojson\n"
        "/shops/full/full.vcf\n/shops/bare/bare.vcf\n"
        "/fairs/fairs.json\n/fairs/fairs.schema.json\n/fairs/atom.xml\n/fairs/fairs.ics\n"
        "/fairs/two/two.ics\n/fairs/one/one.ics\n"
        "/holidays/holidays.ics\n/holidays/june/june.ics\n/holidays/may/may.ics\n/kalendarz.ics\n"
        "/api/v1/index.json\n/api/v1/collections.json\n/api/v1/vocabularies.json\n/api/v1/openapi.json\n"
        "/api/v1/vocabularies/places.json\n/api/v1/vocabularies/towns.json\n"
        "/api/v1/collections/shops.json\n/api/v1/collections/shops/full.json\n/api/v1/collections/shops/bare.json\n"
        "/api/v1/collections/fairs.json\n/api/v1/collections/fairs/undated.json\n/api/v1/collections/fairs/two.json\n"
        "/api/v1/collections/fairs/one.json\n"
        "/api/v1/collections/holidays.json\n/api/v1/collections/holidays/june.json\n"
        "/api/v1/collections/holidays/may.json");
}

TEST_CASE("files beside a page that is itself a file, or that lies deeper, have addresses as well") {
  const ViewSite other(
      {{"site.toml", site_toml("api = true\n[collections.c]\nurl = \"/x/{slug}.html\"\nexports = [\"vcard\"]\n")},
       {"content/c/deep/a.md", "+++\ntitle = \"A\"\n+++\nTekst.\n"}});
  const Views views = other.views();
  const auto& listed = views.routes.data.of_page[0];
  CHECK(views.routes.data.find(listed, DataKind::contact)->route.path() == "/x/deep/a.vcf");
  CHECK(views.routes.data.find(listed, DataKind::api_entry)->route.path() == "/api/v1/collections/c/deep/a.json");
}

TEST_CASE("the bytes of all files do not depend on the number of threads") {
  const auto one = make_data(export_site(), "Kronika", 1);
  CHECK(one == make_data(export_site(), "Kronika", 4));
  CHECK(one.size() == built_site().views().routes.data.files.size());
}

TEST_CASE("an entry of the API has its text, and what refers to it") {
  const Json entry = Json::parse(api_entry(page("content/shops/full/index.md"), export_site()));
  CHECK(entry["collection"] == "shops");
  CHECK(entry["text"] == "Pierwszy akapit.\nNagłówek\nDrugi sklep.");
  CHECK(entry["html"].get<std::string>().find("href=\"/shops/bare/\"") != std::string::npos);
  REQUIRE(entry["back_references"].size() == 1);
  CHECK(entry["back_references"][0]["name"] == "fairs");
  CHECK(entry["back_references"][0]["entries"][0]["api_url"] ==
        "https://example.org/api/v1/collections/fairs/one.json");
}

TEST_CASE("vocabularies tell their terms, with labels in all languages and the terms above") {
  const Json towns = Json::parse(api_vocabulary(1, export_site()));
  CHECK(towns["parent"] == "places");
  CHECK(towns["total"] == 1);
  const Json& busko = towns["terms"][0];
  CHECK(busko["value"] == "busko");
  CHECK(busko["labels"]["en"] == "Busko-Zdrój");
  CHECK(busko["parent"] == "buski");
  CHECK(busko["more"]["kind"] == "miasto");
  const Json places = Json::parse(api_vocabulary(0, export_site()));
  CHECK(places["parent"].is_null());
  CHECK(places["terms"][1]["url"] == "https://example.org/places/buski/");
}

TEST_CASE("collections tell how many entries they have and where; open ones are left out") {
  const Json all = Json::parse(api_collections(export_site()))["collections"];
  REQUIRE(all.size() == 3);
  CHECK(all[0]["name"] == "shops");
  CHECK(all[0]["total"] == 2);
  CHECK(all[0]["api_url"] == "https://example.org/api/v1/collections/shops.json");
  CHECK(all[0]["exports"].size() == 8);
  const Json one = Json::parse(api_collection(0, export_site()));
  CHECK(one["entries"][0]["id"] == "shops/full");
  CHECK(one["entries"][0]["api_url"] == "https://example.org/api/v1/collections/shops/full.json");
}

TEST_CASE("the description has the paths of all files, and the search with the site's filters") {
  const Json description = Json::parse(openapi(export_site()));
  CHECK(description["servers"][0]["url"] == "https://example.org");
  const Json& paths = description["paths"];
  CHECK(paths.contains("/api/v1/collections/shops/{slug}.json"));
  CHECK_FALSE(paths.contains("/api/v1/collections/notes.json"));
  std::string names;
  Json place;
  for (const Json& parameter : paths["/search"]["get"]["parameters"]) {
    names += parameter["name"].get<std::string>() + " ";
    if (parameter["name"] == "place") place = parameter;
  }
  CHECK(names == "q page size sort lang format collection place staff staff-from staff-to ");
  CHECK_FALSE(place["schema"]["items"].contains("enum"));  // its values have a lower level: "buski/busko"
}

}  // namespace kronika
