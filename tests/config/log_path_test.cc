#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {

TEST_CASE("the query log is the plain whole path of a file, and anything else is told with what was meant") {
  struct Case {
    const char* value;
    const char* path;
    const char* told;
  };
  const Case cases[] = {
      {R"("/var/log/kronika/portal.tsv")", "/var/log/kronika/portal.tsv", ""},
      {R"("/srv/dzienniki/zażółć gęślą.tsv")", "/srv/dzienniki/zażółć gęślą.tsv", ""},
      {R"("portal.tsv")", "", "site.toml:5:7+12 E0106 (/var/log/kronika/portal.tsv)"},
      {R"("../portal.tsv")", "", "site.toml:5:7+15 E0106 (/var/log/kronika/portal.tsv)"},
      {R"("/var/log/../tmp/portal.tsv")", "", "site.toml:5:7+28 E0106 (/var/tmp/portal.tsv)"},
      {R"("/var/./portal.tsv")", "", "site.toml:5:7+19 E0106 (/var/portal.tsv)"},
      {R"("/var//portal.tsv")", "", "site.toml:5:7+18 E0106 (/var/portal.tsv)"},
      {R"("//portal.tsv")", "", "site.toml:5:7+14 E0106 (/portal.tsv)"},
      {R"("/var/log/")", "", "site.toml:5:7+11 E0106"},
      {R"("/var/log/..")", "", "site.toml:5:7+13 E0106"},
      {R"("/")", "", "site.toml:5:7+3 E0106"},
      {R"("")", "", "site.toml:5:7+2 E0106"},
      {R"("/var/log/a\nb")", "", "site.toml:5:7+15 E0106"},
      {R"("/var/log/a\u0000")", "", "site.toml:5:7+18 E0106"},
      {"true", "", "site.toml:5:7+4 E0105"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.value);
    Diagnostics diagnostics;
    const std::string text =
        std::string("[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n[search]\nlog = ") + each.value + "\n";
    const Config config = read_config(text, "site.toml", "", diagnostics);
    CHECK(config.query_log == each.path);
    CHECK(joined(told(diagnostics)) == each.told);
  }
}

}  // namespace kronika
