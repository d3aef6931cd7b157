#include "generator/serve/watcher.h"

#include <doctest/doctest.h>

#include <thread>

#include "generator/core/failure.h"
#include "tests/serve/temporary_folder.h"

using namespace kronika;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto long_enough = 20'000ms;  // a change is told long before; only a failing test waits for it

struct Site {
  TemporaryFolder folder;
  Site() {
    folder.write("site.toml", "[site]\n");
    folder.write("content/praktyki/zupa.md", "text\n");
    folder.write("themes/portal/theme.toml", "\n");
    folder.write("_site/public/index.html", "\n");
    folder.write("builtin/templates/page.html", "\n");
  }
  Watched watched() const { return watched_of_site(folder.path(), folder.path() / "builtin"); }
};

Wake wake_after(Watcher& watcher, std::chrono::milliseconds timeout = long_enough) {
  return watcher.wait({}, timeout);
}

}  // namespace

TEST_CASE("a change anywhere in the site wakes the watcher") {
  const Site site;
  const TemporaryFolder& folder = site.folder;
  Watcher watcher(site.watched());
  SUBCASE("a page is edited") {
    folder.write("content/praktyki/zupa.md", "new\n");
  }
  SUBCASE("a page is new") {
    folder.write("content/praktyki/kasza.md", "new\n");
  }
  SUBCASE("a page is removed") {
    fs::remove(folder.path() / "content/praktyki/zupa.md");
  }
  SUBCASE("a page is renamed") {
    fs::rename(folder.path() / "content/praktyki/zupa.md", folder.path() / "content/praktyki/kasza.md");
  }
  SUBCASE("site.toml is edited") {
    folder.write("site.toml", "[site]\ntitle = 'x'\n");
  }
  SUBCASE("a template is edited") {
    folder.write("themes/portal/theme.toml", "new\n");
  }
  SUBCASE("the built-in theme is edited") {
    folder.write("builtin/templates/page.html", "new\n");
  }
  SUBCASE("a file comes from elsewhere") {
    folder.write("elsewhere/plan.pdf", "pdf");
    fs::rename(folder.path() / "elsewhere/plan.pdf", folder.path() / "content/plan.pdf");
  }
  SUBCASE("a file may be read again") {
    fs::permissions(folder.path() / "content/praktyki/zupa.md", fs::perms(0640));
  }
  SUBCASE("a whole folder is removed") {
    fs::remove_all(folder.path() / "content");
  }
  CHECK(wake_after(watcher) == Wake::changed);
}

TEST_CASE("an editor's save by a temporary file and a rename is one change") {
  const Site site;
  Watcher watcher(site.watched());
  site.folder.write("content/praktyki/.zupa.md.swp", "x");
  site.folder.write("content/praktyki/4913", "");
  fs::remove(site.folder.path() / "content/praktyki/4913");
  fs::rename(site.folder.path() / "content/praktyki/zupa.md", site.folder.path() / "content/praktyki/zupa.md~");
  site.folder.write("content/praktyki/zupa.md", "new\n");
  fs::remove(site.folder.path() / "content/praktyki/zupa.md~");
  CHECK(wake_after(watcher) == Wake::changed);
  CHECK(wake_after(watcher, 0ms) == Wake::time_is_up);
}

TEST_CASE("what is no part of the site does not wake") {
  const Site site;
  Watcher watcher(site.watched());
  site.folder.write("README.md", "x");
  site.folder.write("_site/public/index.html", "new");
  site.folder.write("content/praktyki/.zupa.md.swp", "x");
  site.folder.write("content/praktyki/zupa.md~", "x");
  site.folder.write("content/praktyki/#zupa.md#", "x");
  site.folder.write("content/zupa.md.tmp", "x");
  CHECK(wake_after(watcher, 0ms) == Wake::time_is_up);
}

TEST_CASE("a new folder is watched, with all that came into it at once") {
  const Site site;
  Watcher watcher(site.watched());
  site.folder.write("content/lekcje/debata/index.md", "text\n");
  REQUIRE(wake_after(watcher) == Wake::changed);
  site.folder.write("content/lekcje/debata/index.md", "new\n");
  CHECK(wake_after(watcher) == Wake::changed);
  site.folder.write("content/lekcje/debata/karta.txt", "new\n");
  CHECK(wake_after(watcher) == Wake::changed);
}

TEST_CASE("a renamed folder is watched under its new name, one that left no more") {
  const Site site;
  const fs::path content = site.folder.path() / "content";
  site.folder.write("content/a/b/x.md", "text\n");
  Watcher watcher(site.watched());

  fs::rename(content / "a", content / "c");
  REQUIRE(wake_after(watcher) == Wake::changed);
  site.folder.write("content/c/b/x.md", "new\n");
  REQUIRE(wake_after(watcher) == Wake::changed);

  fs::rename(content / "c", site.folder.path() / "away");
  REQUIRE(wake_after(watcher) == Wake::changed);
  site.folder.write("away/b/x.md", "newer\n");
  CHECK(wake_after(watcher, 0ms) == Wake::time_is_up);
}

TEST_CASE("content and themes may come after the watcher") {
  const TemporaryFolder folder;
  Watcher watcher(watched_of_site(folder.path(), ""));
  folder.write("site.toml", "[site]\n");
  REQUIRE(wake_after(watcher) == Wake::changed);
  folder.write("content/praktyki/zupa.md", "text\n");
  REQUIRE(wake_after(watcher) == Wake::changed);
  folder.write("content/praktyki/zupa.md", "new\n");
  CHECK(wake_after(watcher) == Wake::changed);
}

TEST_CASE("a site.toml that is replaced by a rename is seen again and again") {
  const Site site;
  Watcher watcher(site.watched());
  for (int i = 0; i < 3; ++i) {
    const fs::path next = site.folder.write("next", "[site]\n");
    fs::rename(next, site.folder.path() / "site.toml");
    CHECK(wake_after(watcher) == Wake::changed);
  }
}

TEST_CASE("a change between two waits is not lost") {
  const Site site;
  Watcher watcher(site.watched());
  site.folder.write("content/praktyki/zupa.md", "1\n");
  REQUIRE(wake_after(watcher) == Wake::changed);
  site.folder.write("content/praktyki/zupa.md", "2\n");  // as while a build runs
  CHECK(wake_after(watcher) == Wake::changed);
}

TEST_CASE("a stream of changes does not put the wake off for ever") {
  const Site site;
  Watcher watcher(site.watched());
  std::atomic<bool> over = false;
  std::thread writer([&] {
    while (!over) {
      site.folder.write("content/praktyki/zupa.md", "again\n");
      std::this_thread::sleep_for(Watcher::quiet / 6);
    }
  });
  const Wake wake = wake_after(watcher);
  over = true;
  writer.join();
  CHECK(wake == Wake::changed);
}

TEST_CASE("a stop ends the wait") {
  const Site site;
  Watcher watcher(site.watched());
  std::stop_source stop;
  SUBCASE("before it begins") {
    stop.request_stop();
  }
  std::thread stopper([&] { stop.request_stop(); });
  CHECK(watcher.wait(stop.get_token()) == Wake::stopped);
  stopper.join();
}

TEST_CASE("a site that is not there is a failure that names it") {
  CHECK_THROWS_WITH_AS(Watcher(watched_of_site("/no/such/site", "")), doctest::Contains("/no/such/site"), Failure);
}

TEST_CASE("editors' own files are known by name") {
  for (const char* name :
       {".zupa.md.swp", "zupa.md~", "#zupa.md#", "4913", "a.tmp", "b.part", "x.md___jb_tmp___", ".git"}) {
    CAPTURE(name);
    CHECK(is_passing_name(name));
  }
  for (const char* name : {"zupa.md", "tmp", "part.pdf", "49130", "a.tmp.md"}) {
    CAPTURE(name);
    CHECK_FALSE(is_passing_name(name));
  }
}
