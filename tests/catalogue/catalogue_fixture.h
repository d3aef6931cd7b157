// A site with two datasets, taken as far as the catalogue needs it; each of its files has 1,500 bytes 'x'.
#pragma once

#include "generator/catalogue/dataset.h"
#include "tests/views/view_site.h"

namespace kronika {

inline const std::string catalogue_settings =
    "data_licence = \"CC BY 4.0\"\n[publisher]\nname = \"Urząd\"\nemail = \"a@example.org\"\n"
    "[catalogue]\nurl = \"/dane/\"\ntitle = { pl = \"Dane\", en = \"Data\" }\ndescription = \"Opis <wszystkiego>\"\n"
    "availability = \"remote\"\n"
    "[collections.shops]\nexports = [\"csv\", \"json\", \"vcard\", \"geojson\", \"atom\"]\n[collections.shops.fields]\n"
    "spot = { type = \"position\" }\n"
    "hours = { type = \"table\", label = \"Godziny\", fields = { day = { type = \"text\" } } }\n"
    "[collections.shops.dataset]\nid = \"sklepy\"\ntitle = { pl = \"Sklepy & <kioski>\", en = \"Shops\" }\n"
    "description = { pl = \"Gdzie kupić\", en = \"Where to buy\" }\nfrequency = \"monthly\"\n"
    "categories = [\"ECON\", \"SOCI\"]\ntags = { pl = [\"sklep\"], en = [\"shop\"] }\nregions = [\"26\", \"2601\"]\n"
    "high_value = true\ncatalogue_number = 77\n"
    "[collections.fairs]\nexports = [\"ical\"]\n[collections.fairs.fields]\n"
    "start = { type = \"datetime\", role = \"start\" }\n"
    "[collections.fairs.dataset]\nid = \"targi\"\ntitle = \"Targi\"\ndescription = \"Kiedy\"\n"
    "frequency = \"notApplicable\"\ncategories = [\"SOCI\"]\ntags = { pl = [\"targi\"] }\n"
    "[collections.notes]\nexports = [\"csv\"]\n";

inline const ViewSite& catalogue_site() {
  static const ViewSite built({
      {"site.toml", site_toml(catalogue_settings)},
      {"content/shops/a.md", "+++\ntitle = \"A\"\ndate = 2026-01-02\nupdated = 2026-03-04T10:30:00\n+++\nTekst.\n"},
      {"content/shops/b.md", "+++\ntitle = \"B\"\ndate = 2026-02-02\nhours = [{ day = \"pn\" }]\n+++\nTekst.\n"},
      {"content/fairs/f.md", "+++\ntitle = \"F\"\nstart = 2026-05-01T10:00:00\n+++\nTekst.\n"},
  });
  return built;
}

inline std::vector<Dataset> datasets() {
  return datasets_of(catalogue_site().views());
}

}  // namespace kronika
