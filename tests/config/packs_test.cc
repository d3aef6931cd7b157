#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

struct Read {
  Config config;
  std::string told;
};

Read read(const std::string& settings) {
  Diagnostics diagnostics;
  Config config = read_config(
      "[site]\ntitle = \"P\"\nbase_url = \"https://example.org/\"\n[collections.a]\ntitle = \"A\"\n" + settings,
      "site.toml", "", diagnostics);
  return {std::move(config), joined(told(diagnostics))};
}

TEST_CASE("packs are listed in any order, each once") {
  const auto [config, told] = read("packs = [\"print\", \"zip\", \"zip\"]\nentry_packs = [\"imscc\", \"epub\"]\n");
  CHECK(told == "");
  CHECK(config.collections[0].packs == std::vector{PackKind::zip, PackKind::print});
  CHECK(config.collections[0].entry_packs == std::vector{PackKind::epub, PackKind::imscc});
}

TEST_CASE("a pack that is not made is told, with those that are") {
  struct {
    const char *settings, *code;
  } constexpr cases[] = {{"packs = [\"imscc\"]\n", "E0106"},
                         {"packs = [\"epbu\"]\n", "E0106"},
                         {"entry_packs = [\"print\"]\n", "E0106"},
                         {"packs = \"zip\"\n", "E0105"}};
  for (const auto& [settings, code] : cases) {
    CAPTURE(settings);
    CHECK(read(settings).told.find(code) != std::string::npos);
  }
  CHECK(read("packs = [\"epbu\"]\n").told.find("epub") != std::string::npos);
}

}  // namespace
}  // namespace kronika
