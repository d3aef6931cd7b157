#include "generator/serve/site_facts.h"

#include <doctest/doctest.h>

using namespace kronika;

namespace {

SiteFacts facts_of(const std::string& site_toml) {
  return read_site_facts(*memory_source({{"site.toml", site_toml}}), {"/before/", MessageLanguage::polish});
}

}  // namespace

TEST_CASE("the base path and the language come from site.toml") {
  const SiteFacts facts = facts_of("[site]\nbase_url = \"https://es.example.org/portal\"\nlanguage = \"en\"\n");
  CHECK(facts.base_path == "/portal/");
  CHECK(facts.language == MessageLanguage::english);
  CHECK(facts_of("[site]\nlanguage = \"pl\"\n").language == MessageLanguage::polish);
  CHECK(facts_of("[site]\nlanguage = \"uk\"\n").language == MessageLanguage::english);
}

TEST_CASE("mistakes elsewhere in site.toml do not matter, and what cannot be read stays as it was") {
  CHECK(facts_of("[site]\nbase_url = \"https://x.pl/a/\"\ntitel = 1\n[colections.x]\n").base_path == "/a/");
  for (const char* text :
       {"", "[site]\nbase_url = 7\nlanguage = []\n", "[site]\nbase_url = \"ftp://x\"\n", "[site\n", "site = 1\n"}) {
    CAPTURE(text);
    CHECK(facts_of(text).base_path == "/before/");
    CHECK(facts_of(text).language == MessageLanguage::polish);
  }
  CHECK(read_site_facts(*memory_source({}), {"/before/", MessageLanguage::polish}).base_path == "/before/");
}
