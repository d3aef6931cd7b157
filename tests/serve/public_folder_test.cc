#include "generator/serve/public_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "tests/serve/temporary_folder.h"

using namespace kronika;
namespace fs = std::filesystem;

namespace {

Lookup look(const fs::path& root, const char* path) {
  return look_up(root, *Route::parse(path));
}

std::string text(const Lookup& lookup) {
  return lookup.file ? lookup.file->read(0, lookup.file->size()) : "(none)";
}

}  // namespace

TEST_CASE("an address finds its file, and a folder's address its index.html") {
  const TemporaryFolder folder;
  folder.write("index.html", "home");
  folder.write("praktyki/zupa/index.html", "soup");
  folder.write("praktyki/zupa/plan źródeł.txt", "plan");
  folder.write("atom.xml", "feed");
  const fs::path root = folder.path();

  CHECK(text(look(root, "/")) == "home");
  CHECK(text(look(root, "/praktyki/zupa/")) == "soup");
  CHECK(text(look(root, "/praktyki/zupa/index.html")) == "soup");
  CHECK(text(look(root, "/praktyki/zupa/plan źródeł.txt")) == "plan");
  CHECK(text(look(root, "/atom.xml")) == "feed");
  CHECK(look(root, "/praktyki/zupa/").file->path() == "praktyki/zupa/index.html");
}

TEST_CASE("a folder without its slash is told apart, when it has a page") {
  const TemporaryFolder folder;
  folder.write("praktyki/zupa/index.html", "soup");
  CHECK(look(folder.path(), "/praktyki/zupa").found == Found::folder_without_slash);
  CHECK(look(folder.path(), "/praktyki").found == Found::nothing);  // folders are not listed
  CHECK(look(folder.path(), "/praktyki/").found == Found::nothing);
}

TEST_CASE("what is not there is not found") {
  const TemporaryFolder folder;
  folder.write("a.txt", "a");
  for (const char* path : {"/b", "/a.txt/", "/a.txt/b", "/x/y/z/", "/index.html"}) {
    CAPTURE(path);
    CHECK(look(folder.path(), path).found == Found::nothing);
  }
  CHECK(look(folder.path() / "no such folder", "/").found == Found::nothing);
}

TEST_CASE("symbolic links and things that are no files are never opened") {
  const TemporaryFolder folder;
  folder.write("outside/secret.txt", "secret");
  folder.write("public/index.html", "home");
  const fs::path root = folder.path() / "public";
  fs::create_symlink("../outside/secret.txt", root / "secret.txt");
  fs::create_directory_symlink("../outside", root / "way-out");
  fs::create_directory_symlink("../outside", root / "page");
  REQUIRE(mkfifo((root / "pipe").c_str(), 0600) == 0);
  for (const char* path : {"/secret.txt", "/way-out/secret.txt", "/page", "/pipe"}) {
    CAPTURE(path);
    CHECK(look(root, path).found == Found::nothing);
  }
}

TEST_CASE("an open file is read in parts and outlives its folder") {
  const TemporaryFolder folder;
  folder.write("public/a.txt", "0123456789");
  const Lookup lookup = look(folder.path() / "public", "/a.txt");
  fs::remove_all(folder.path() / "public");
  REQUIRE(lookup.file);
  CHECK(lookup.file->size() == 10);
  CHECK(lookup.file->read(3, 4) == "3456");
  CHECK(lookup.file->read(8, 100) == "89");
  CHECK(lookup.file->read(10, 5).empty());
}

TEST_CASE("while the folder is exchanged again and again, its page is always found") {
  const TemporaryFolder folder;
  const fs::path root = folder.path() / "public", next = folder.path() / "next";
  folder.write("public/a/b/index.html", "page");
  std::atomic<bool> over = false;
  std::thread builder([&] {
    while (!over) {
      folder.write("next/a/b/index.html", "page");
      renameat2(AT_FDCWD, next.c_str(), AT_FDCWD, root.c_str(), RENAME_EXCHANGE);
      fs::remove_all(next);
    }
  });
  int missed = 0;
  for (int i = 0; i < 2000; ++i) missed += look(root, "/a/b/").found == Found::file ? 0 : 1;
  over = true;
  builder.join();
  CHECK(missed == 0);
}
