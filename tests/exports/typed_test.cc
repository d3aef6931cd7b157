#include "generator/exports/typed.h"

#include <doctest/doctest.h>

#include "generator/exports/collection_export.h"
#include "generator/exports/json_schema.h"
#include "tests/exports/export_fixture.h"

namespace kronika {
namespace {

/// Sorted and without spaces, so that a test reads well.
std::string compact(const Json& json) {
  return nlohmann::json::parse(json.dump()).dump();
}

std::string field(const char* name, const char* path = "content/shops/full/index.md") {
  return compact(entry_json(page(path), export_site())["fields"][name]);
}

}  // namespace

TEST_CASE("each type of field has its own form in JSON") {
  struct Case {
    const char* name;
    const char* json;
  };
  const Case cases[] = {
      {"place", R"({"label":"powiat buski","value":"buski"})"},
      {"sample", "true"},
      {"nip", R"("0058045731")"},
      {"area", "12.5"},
      {"staff", "3"},
      {"grant", R"({"amount":40000.5,"currency":"PLN"})"},
      {"term", R"({"from":"2026-01-01","to":"2026-06-30"})"},
      {"goods", R"(["chleb","ser"])"},
      {"story", R"("Raz **dwa**.\nTrzy.")"},
      {"spot", R"({"latitude":50.47,"longitude":20.72})"},
      {"plan",
       R"({"media_type":"application/pdf","name":"plan.pdf","sha256":"67ba149e81413097ccbf64478ad47083bf4a77402b63804074fc8ebb73f685b5",)"
       R"("size":1500,"url":"https://example.org/shops/full/plan.pdf"})"},
      {"terms", R"({"id":"CC-BY-4.0","name":"CC BY 4.0","url":"https://creativecommons.org/licenses/by/4.0/"})"},
      {"hours", R"([{"day":"pn","from":8},{"day":"wt; śr","from":null}])"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    CHECK(field(each.name) == each.json);
    if (std::string(each.name) != "place") CHECK(field(each.name, "content/shops/bare.md") == "null");
  }
  CHECK(field("start", "content/fairs/one.md") == R"("2026-09-12T10:00:00+02:00")");
  CHECK(
      field("host", "content/fairs/one.md") ==
      R"({"collection":"shops","slug":"full","title":"Sklep \"Pod; Lipą\", Busko","url":"https://example.org/shops/full/"})");
}

TEST_CASE("an entry says of itself what all entries do") {
  Json entry = entry_json(page("content/shops/full/index.md"), export_site());
  entry.erase("fields");
  CHECK(
      compact(entry) ==
      R"({"date":"2026-01-02","example":true,"id":"shops/full","language":"pl","slug":"full","summary":"Raz, dwa",)"
      R"("title":"Sklep \"Pod; Lipą\", Busko","updated":"2026-02-03T10:30:00+01:00","url":"https://example.org/shops/full/"})");
}

TEST_CASE("a schema names each field, its values and whether it may be missing") {
  const Json fields = entry_schema(*collection("shops").config, export_site())["properties"]["fields"];
  CHECK(fields["required"].size() == collection("shops").config->schema.fields.size());
  const Json& place = fields["properties"]["place"];
  CHECK(place["title"] == "Miejsce");
  CHECK(place["type"] == "object");
  CHECK(compact(place["properties"]["value"]["enum"]) == R"(["kielce","buski"])");
  const Json& area = fields["properties"]["area"];
  CHECK(compact(area["type"]) == R"(["number","null"])");
  CHECK(area["minimum"] == 0.0);
  CHECK(compact(fields["properties"]["hours"]["items"]["required"]) == R"(["day","from"])");
}

TEST_CASE("a map has the entries with a position, longitude first, and the bounds of all") {
  const Json map = Json::parse(geojson(collection("shops"), export_site()));
  CHECK(map["type"] == "FeatureCollection");
  CHECK(compact(map["bbox"]) == "[20.72,50.47,20.72,50.47]");
  REQUIRE(map["features"].size() == 1);
  const Json& one = map["features"][0];
  CHECK(one["id"] == "shops/full");
  CHECK(compact(one["geometry"]) == R"({"coordinates":[20.72,50.47],"type":"Point"})");
  CHECK(one["properties"]["title"] == "Sklep \"Pod; Lipą\", Busko");
  CHECK(one["properties"]["url"] == "https://example.org/shops/full/");
  CHECK(one["properties"]["place"] == "powiat buski");
  CHECK(one["properties"]["staff"] == 3);
  CHECK_FALSE(one["properties"].contains("goods"));
}

TEST_CASE("a map without positions is an empty collection without bounds") {
  CHECK(compact(Json::parse(geojson(collection("holidays"), export_site()))) ==
        R"({"features":[],"type":"FeatureCollection"})");
}

}  // namespace kronika
