#include "generator/exports/tables.h"

#include <doctest/doctest.h>

#include "tests/exports/export_fixture.h"

namespace kronika {
namespace {

/// A row's cells, numbers with '#' before them, joined with '|'.
std::string joined_row(const std::vector<CsvCell>& row) {
  std::string out;
  for (const CsvCell& cell : row) {
    if (&cell != row.data()) out += "|";
    out += (cell.kind == CsvCell::Kind::number && !cell.text.empty() ? "#" : "") + cell.text;
  }
  return out;
}

}  // namespace

TEST_CASE("a table has the keys of front matter as its header, and plain values") {
  const CsvRows rows = entry_rows(collection("shops"), export_site());
  REQUIRE(rows.size() == 3);
  CHECK(
      joined_row(rows[0]) ==
      "slug|tytul|date|updated|summary|place|town|sample|nip|area|staff|grant|term|goods|story|spot|street|code|phone|"
      "mail|www|plan|terms|url");
  CHECK(joined_row(rows[1]) ==
        "full|Sklep \"Pod; Lipą\", Busko|2026-01-02|2026-02-03T10:30:00|Raz, dwa|buski|busko|true|0058045731|#12.5|#3|"
        "40000.50 PLN|2026-01-01/2026-06-30|chleb;ser|Raz **dwa**.\nTrzy.|50.47,20.72|ul. Krótka 1, lok. 2|28-100|"
        "+48412001001;ext=12|a@example.org|https://example.com/x|plan.pdf|CC-BY-4.0|https://example.org/shops/full/");
  CHECK(joined_row(rows[2]) == "bare|Żabka 🦔||||kielce||||||||||||||||||https://example.org/shops/bare/");
}

TEST_CASE("a table field is a table of its own, with the entry's slug first") {
  const Collection& shops = collection("shops");
  const std::size_t at = *shops.config->schema.index_of("hours");
  const CsvRows rows = field_rows(shops, shops.config->schema.fields[at], at, export_site());
  REQUIRE(rows.size() == 3);
  CHECK(joined_row(rows[0]) == "slug|day|from");
  CHECK(joined_row(rows[1]) == "full|pn|#8");
  CHECK(joined_row(rows[2]) == "full|wt; śr|");
}

TEST_CASE("no two columns have one name, even where a field is called url") {
  const ViewSite other({{"site.toml", site_toml("[collections.c]\nexports = [\"csv\"]\n[collections.c.fields]\nurl = { "
                                                "type = \"url\" }\n")},
                        {"content/c/a.md", "+++\ntitle = \"A\"\nurl = \"https://example.com/\"\n+++\nTekst.\n"}});
  const Views views = other.views();
  const ExportSite site{views.model, views.theme, views.links, views.routes, views.source, views.contents, views.zone};
  const CsvRows rows = entry_rows(*other.model().collection("c"), site);
  CHECK(joined_row(rows[0]) == "slug|title|date|updated|summary|url|page_url");
  CHECK(joined_row(rows[1]) == "a|A||||https://example.com/|https://example.org/c/a/");
}

}  // namespace kronika
