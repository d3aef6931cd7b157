#include "generator/catalogue/dataset.h"

#include <doctest/doctest.h>

#include "generator/core/digest.h"
#include "tests/catalogue/catalogue_fixture.h"

namespace kronika {

TEST_CASE("datasets are collections that say so, and their files have identifiers that say what they are") {
  const auto all = datasets();
  REQUIRE(all.size() == 2);
  std::string ids;
  for (const Resource& each : all[0].resources) ids += each.id + " ";
  CHECK(ids == "sklepy-csv sklepy-excel sklepy-csv-hours sklepy-excel-hours sklepy-json sklepy-vcf sklepy-geojson ");
  REQUIRE(all[1].resources.size() == 1);
  CHECK(all[1].resources[0].id == "targi-ics");
}

TEST_CASE("a file has its address, type, size and digest, and a title in the languages of its dataset") {
  const Resource csv = datasets()[0].resources[0];
  CHECK(csv.url == "https://example.org/shops/shops.csv");
  CHECK(csv.media_type == "text/csv");
  CHECK(csv.file_type == "CSV");
  CHECK(csv.size == 1500);
  CHECK(csv.sha256 == sha256_hex(std::string(1500, 'x')));
  CHECK(csv.title.at("pl") == "Sklepy & <kioski> – Tabela dla programów");
  CHECK(csv.title.at("en") == "Shops – Table for programs");
  CHECK(datasets()[0].resources[4].schema_url == "https://example.org/shops/shops.schema.json");
  CHECK(datasets()[1].resources[0].title.size() == 1);
}

TEST_CASE("a dataset's times are those of its entries, not of the build") {
  const auto all = datasets();
  CHECK(iso(*all[0].first) == "2026-01-01T23:00:00Z");
  CHECK(iso(*all[0].last) == "2026-03-04T09:30:00Z");
  CHECK_FALSE(all[1].first);
}

TEST_CASE("identifiers and titles of files that are too long are told, not cut") {
  auto all = datasets();
  const Views views = catalogue_site().views();
  Diagnostics none;
  check_datasets(all, views, none);
  CHECK(none.errors() == 0);
  all[0].resources[0].id = std::string(37, 'x');
  all[0].resources[1].title["pl"] = std::string(301, 'x');
  all[0].resources[2].title["pl"] = std::string(300, 'x');
  Diagnostics diagnostics;
  check_datasets(all, views, diagnostics);
  CHECK(diagnostics.errors() == 2);
  CHECK(diagnostics.sorted()[0].place.span.line == all[0].config->span.line);
}

}  // namespace kronika
