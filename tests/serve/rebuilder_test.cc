#include "generator/serve/rebuilder.h"

#include <doctest/doctest.h>

#include <sstream>

#include "generator/core/failure.h"
#include "generator/serve/browser_script.h"
#include "tests/serve/temporary_folder.h"

using namespace kronika;
using namespace std::chrono_literals;

namespace {

/// A rebuilder over a small site, whose builds do what the test says.
struct Bench {
  TemporaryFolder folder;
  Announcer announcer;
  std::ostringstream terminal;
  BuildFunction next;
  BuildOptions seen;
  Instant time{};
  Rebuilder rebuilder;

  explicit Bench(const std::string& base_url = "")
      : rebuilder(
            settings(base_url),
            [this](const BuildOptions& options, Diagnostics& diagnostics) {
              seen = options;
              return next(options, diagnostics);
            },
            announcer, terminal) {
    next = [](const BuildOptions&, Diagnostics&) {
      BuildResult result;
      result.pages = 3;
      result.base_path = "/portal/";
      result.search_path = "/szukaj";
      return result;
    };
  }

  RebuildSettings settings(const std::string& base_url) {
    folder.write("site.toml",
                 "[site]\ntitle = \"x\"\nbase_url = \"https://es.example.org/portal/\"\nlanguage = \"pl\"\n");
    folder.write("content/a.md", "+++\ntytul = 1\n+++\n");
    RebuildSettings settings;
    settings.build.site = folder.path();
    settings.build.base_url = base_url;
    settings.clock = [this] { return time; };
    settings.origin = "http://127.0.0.1:9";
    settings.instance = "i";
    return settings;
  }

  void fail_next_with(Code code, Place place) {
    next = [=](const BuildOptions&, Diagnostics& diagnostics) -> BuildResult {
      diagnostics.report(code, place, {"a", "b", "c"});
      throw ContentErrors{};
    };
  }
  bool says(std::string_view text) const { return terminal.str().find(text) != std::string::npos; }
  bool tells(std::string_view text) const { return announcer.now()->json.find(text) != std::string::npos; }
};

}  // namespace

TEST_CASE("a good build is announced and printed") {
  Bench bench;
  bench.rebuilder.rebuild();
  const auto status = bench.announcer.now();
  CHECK(status->build == "i-1");
  CHECK(status->base_path == "/portal/");
  CHECK(status->search_path == "/szukaj");
  CHECK(bench.tells(R"("state":"good")"));
  CHECK(bench.says("Built 3 pages"));
}

TEST_CASE("the preview's pages carry its script, and absolute links stay in it") {
  Bench bench;
  bench.time = Instant{100s};
  bench.rebuilder.rebuild();
  CHECK(bench.seen.page_suffix == page_script_tag);
  CHECK(bench.seen.base_url == "http://127.0.0.1:9/portal/");
  CHECK(bench.seen.now == Instant{100s});
  CHECK(bench.rebuilder.base_path() == "/portal/");

  Bench given("https://other.example.org/x/");
  given.rebuilder.rebuild();
  CHECK(given.seen.base_url == "https://other.example.org/x/");
  CHECK(given.rebuilder.base_path() == "/x/");
}

TEST_CASE("a build that fails keeps the last good site and tells every mistake in the site's language") {
  Bench bench;
  bench.rebuilder.rebuild();
  bench.fail_next_with(Code::wrong_type, {"content/a.md", {2, 9, 1}});
  bench.rebuilder.rebuild();
  const auto status = bench.announcer.now();
  CHECK(status->number == 2);
  CHECK(status->build == "i-1");
  CHECK(status->search_path == "/szukaj");
  CHECK(bench.tells(R"("id":"i-2","build":"i-1","state":"failed","language":"pl")"));
  CHECK(bench.tells(R"("place":"content/a.md:2:9")"));
  CHECK(bench.tells("tytul = 1"));
  CHECK(bench.tells("to ma być"));
  CHECK(bench.says("content/a.md:2:9: error[E0205]"));  // the terminal has its own language
  CHECK(bench.says("Errors: 1."));
  CHECK(status->failure_page.empty());
}

TEST_CASE("a mended site is a new build") {
  Bench bench;
  const BuildFunction good = bench.next;
  bench.fail_next_with(Code::wrong_type, {"content/a.md", {2, 9, 1}});
  bench.rebuilder.rebuild();
  CHECK(bench.announcer.now()->build.empty());
  CHECK(bench.announcer.now()->failure_page.find("content/a.md:2:9") != std::string::npos);
  bench.next = good;
  bench.rebuilder.rebuild();
  CHECK(bench.announcer.now()->build == "i-2");
  CHECK(bench.announcer.now()->failure_page.empty());
}

TEST_CASE("a failure of the environment is told like a mistake") {
  Bench bench;
  bench.next = [](const BuildOptions&, Diagnostics&) -> BuildResult { throw Failure{"the disk is full"}; };
  bench.rebuilder.rebuild();
  CHECK(bench.tells(R"("failure":"the disk is full")"));
  CHECK(bench.says("kronika: the disk is full\n"));
}

TEST_CASE("mistakes in site.toml are told, and its address is known all the same") {
  Bench bench;
  bench.folder.write("site.toml",
                     "[site]\nbase_url = \"https://es.example.org/inny/\"\nlanguage = \"en\"\ntitel = 1\n");
  bench.next = [](const BuildOptions&, Diagnostics& diagnostics) -> BuildResult {
    diagnostics.report(Code::unknown_setting, {"site.toml", {4, 1, 5}}, {"titel", "site"}, "title");
    throw ConfigurationErrors{};
  };
  bench.rebuilder.rebuild();
  CHECK(bench.tells(R"("place":"site.toml:4:1")"));
  CHECK(bench.tells("did you mean 'title'?"));
  CHECK(bench.rebuilder.base_path() == "/inny/");
}

TEST_CASE("warnings do not make a build fail") {
  Bench bench;
  const BuildFunction good = bench.next;
  bench.next = [&](const BuildOptions& options, Diagnostics& diagnostics) {
    diagnostics.report(Code::empty_heading, {"content/a.md", {1, 1, 1}});
    return good(options, diagnostics);
  };
  bench.rebuilder.rebuild();
  CHECK(bench.tells(R"("state":"good")"));
  CHECK(bench.says("warning[W0309]"));
}

TEST_CASE("a site that is gone is a failure, not the end") {
  Bench bench;
  std::filesystem::remove_all(bench.folder.path() / "content");
  std::filesystem::remove(bench.folder.path() / "site.toml");
  bench.next = [](const BuildOptions&, Diagnostics&) -> BuildResult { throw Failure{"no site.toml"}; };
  bench.rebuilder.rebuild();
  CHECK(bench.tells(R"("failure":"no site.toml")"));
}

TEST_CASE("the time until an entry appears or expires is known") {
  Bench bench;
  CHECK_FALSE(bench.rebuilder.until_next_change());
  bench.next = [](const BuildOptions&, Diagnostics&) {
    BuildResult result;
    result.next_change = Instant{60s};
    return result;
  };
  bench.time = Instant{50s};
  bench.rebuilder.rebuild();
  CHECK(bench.rebuilder.until_next_change() == 10s);
  bench.time = Instant{70s};
  CHECK(bench.rebuilder.until_next_change() == 0s);
}
