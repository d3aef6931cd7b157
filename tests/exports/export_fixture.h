// A site with a field of every type that exports treat apart, taken as far as exports need it.
#pragma once

#include "generator/core/json.h"
#include "generator/exports/export_site.h"
#include "tests/views/view_site.h"

namespace kronika {

inline const std::string export_settings =
    "api = true\ndata_licence = \"CC BY 4.0\"\n"
    "[front_matter]\ntitle = \"tytul\"\n"
    "[vocabularies.places]\ntitle = \"Miejsca\"\npages = \"/places/\"\n"
    "[vocabularies.towns]\nparent = \"places\"\n"
    "[collections.shops]\ntitle = \"Sklepy\"\nsummary = \"Gdzie kupić\"\n"
    "exports = [\"csv\", \"json\", \"vcard\", \"geojson\"]\n"
    "[collections.shops.fields]\n"
    "place   = { type = \"choice\", vocabulary = \"places\", required = true, facet = true, label = \"Miejsce\" }\n"
    "town    = { type = \"choice\", vocabulary = \"towns\", facet = true, under = \"place\", role = \"locality\" }\n"
    "sample  = { type = \"bool\", role = \"example\" }\n"
    "nip     = { type = \"nip\", label = \"NIP\" }\n"
    "area    = { type = \"decimal\", label = \"Powierzchnia\", min = 0 }\n"
    "staff   = { type = \"integer\", facet = true }\n"
    "grant   = { type = \"money\" }\n"
    "term    = { type = \"period\" }\n"
    "goods   = { type = \"list\", of = \"text\" }\n"
    "story   = { type = \"markdown\", hidden = true }\n"
    "spot    = { type = \"position\" }\n"
    "street  = { type = \"text\", role = \"street\" }\n"
    "code    = { type = \"postal_code\" }\n"
    "phone   = { type = \"phone\" }\n"
    "mail    = { type = \"email\" }\n"
    "www     = { type = \"url\" }\n"
    "plan    = { type = \"file\" }\n"
    "terms   = { type = \"licence\" }\n"
    "hours   = { type = \"table\", label = \"Godziny\", fields = { day = { type = \"text\", required = true }, from = "
    "{ type = \"integer\" } } }\n"
    "[collections.fairs]\ntitle = \"Targi\"\nexports = [\"ical\", \"json\", \"atom\"]\n"
    "[collections.fairs.fields]\n"
    "start   = { type = \"datetime\", role = \"start\" }\n"
    "end     = { type = \"datetime\", role = \"end\" }\n"
    "where   = { type = \"text\", role = \"place\" }\n"
    "off     = { type = \"bool\", role = \"cancelled\" }\n"
    "host    = { type = \"reference\", collection = \"shops\", back = \"fairs\", back_label = \"Targi u nas\" }\n"
    "[collections.holidays]\ntitle = \"Święta\"\nexports = [\"ical\"]\n"
    "[collections.holidays.fields]\n"
    "first   = { type = \"date\", role = \"start\" }\n"
    "last    = { type = \"date\", role = \"end\" }\n"
    "[collections.notes]\ntitle = \"Notatki\"\nopen = true\n";

inline TestSite::SourceFiles export_files() {
  TestSite::SourceFiles out = {{"site.toml", site_toml(export_settings)},
                               {"content/_data/places.toml", "kielce = \"Kielce\"\nbuski = \"powiat buski\"\n"},
                               {"content/_data/towns.csv", "value;label;parent;kind\nbusko;Busko-Zdrój;buski;miasto\n"},
                               {"content/notes/n.md", "---\ntitle: N\n---\nTekst.\n"}};
  out["content/shops/full/index.md"] =
      "+++\ntytul = \"Sklep \\\"Pod; Lipą\\\", Busko\"\ndate = 2026-01-02\nupdated = 2026-02-03T10:30:00\n"
      "summary = \"Raz, dwa\"\nplace = \"buski\"\ntown = \"busko\"\nsample = true\nnip = \"0058045731\"\narea = 12.5\n"
      "staff = 3\ngrant = \"40 000,50 zł\"\nterm = \"2026-01/2026-06\"\ngoods = [\"chleb\", \"ser\"]\n"
      "story = \"\"\"\nRaz **dwa**.\nTrzy.\"\"\"\nspot = { lat = 50.47, lon = 20.72 }\nstreet = \"ul. Krótka 1, lok. "
      "2\"\n"
      "code = \"28-100\"\nphone = \"41 200 10 01 wew. 12\"\nmail = \"a@example.org\"\nwww = \"https://example.com/x\"\n"
      "plan = \"plan.pdf\"\nterms = \"CC BY 4.0\"\n"
      "hours = [{ day = \"pn\", from = 8 }, { day = \"wt; śr\" }]\n+++\n"
      "Pierwszy akapit.\n\n## Nagłówek\n\nDrugi [sklep](../bare.md).\n";
  out["content/shops/full/plan.pdf"] = std::string(1500, 'x');
  out["content/shops/bare.md"] = "+++\ntytul = \"Żabka 🦔\"\nplace = \"kielce\"\n+++\nTekst.\n";
  out["content/fairs/one.md"] =
      "+++\ntytul = \"Targi\"\ndate = 2026-03-01\nsummary = \"Co; kiedy\"\nstart = 2026-09-12T10:00:00\n"
      "end = 2026-09-12T17:00:00\nwhere = \"Busko, rynek\"\nhost = \"full\"\n+++\n";
  out["content/fairs/two.md"] =
      "+++\ntytul = \"Odwołane\"\nstart = 2026-12-01T10:00:00\nend = 2026-12-01T09:00:00\noff = true\n+++\nTekst.\n";
  out["content/fairs/undated.md"] = "+++\ntytul = \"Kiedyś\"\n+++\nTekst.\n";
  out["content/holidays/may.md"] = "+++\ntytul = \"Majówka\"\nfirst = 2026-05-01\nlast = 2026-05-03\n+++\nTekst.\n";
  out["content/holidays/june.md"] = "+++\ntytul = \"Dzień\"\nfirst = 2026-06-01\n+++\nTekst.\n";
  return out;
}

/// Built once for a test program.
inline const ViewSite& built_site() {
  static const ViewSite built(export_files());
  return built;
}

inline ExportSite export_site() {
  const Views views = built_site().views();
  return {views.model, views.theme, views.links, views.routes, views.source, views.contents, views.zone};
}

inline const Collection& collection(const char* name) {
  return *built_site().model().collection(name);
}
inline const Page& page(const std::string& path) {
  return built_site().page(path);
}

}  // namespace kronika
