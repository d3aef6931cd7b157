#include "generator/source/source.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "generator/core/failure.h"
#include "tests/serve/temporary_folder.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

/// "path kind bytes" of every file.
std::string listing(const Source& source) {
  std::string out;
  for (const SourceFile& file : source.files()) {
    out += file.path;
    if (file.kind == FileKind::symlink) out += " symlink";
    if (file.kind == FileKind::submodule) out += " submodule";
    if (file.kind == FileKind::regular) {
      const std::string bytes = source.read(file.path);
      CHECK(bytes.size() == file.size);
      out += " [" + bytes + "]";
    }
    out += "\n";
  }
  return out;
}

std::string failure_of(const fs::path& site, const std::string& revision) {
  try {
    git_revision(site, revision);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

/// A repository made by the git program, apart from the user's and the machine's settings.
class Repository {
 public:
  Repository() {
    git("init -q -b main .");
    git("config user.name Test");
    git("config user.email test@example.org");
    git("config core.autocrlf false");
  }
  const fs::path path() const { return folder_.path() / "work"; }
  const fs::path beside() const { return folder_.path(); }

  void write(const std::string& name, std::string_view bytes) { folder_.write("work/" + name, bytes); }

  void commit(const std::string& message) {
    git("add -A");
    git("commit -q -m '" + message + "'");
  }

  void git(const std::string& command) {
    fs::create_directories(path());
    const std::string line = "cd '" + path().string() +
                             "' && GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null git " + command +
                             " >/dev/null 2>&1";
    REQUIRE_MESSAGE(std::system(line.c_str()) == 0, line);
  }

 private:
  TemporaryFolder folder_;
};

void write_site(Repository& repository, const std::string& prefix) {
  repository.write(prefix + "site.toml", "[site]\n");
  repository.write(prefix + "content/news/first.md", "+++\r\ntitle = \"x\"\r\n+++\r\n");
  repository.write(prefix + "content/news/żółw.md", "ż");
  repository.write(prefix + "content/news/data.bin", std::string_view("\0\xff\n", 3));
  repository.write(prefix + "content/empty.md", "");
  repository.write(prefix + "themes/own/theme.toml", "title = 'x'\n");
  repository.write(prefix + "README.md", "not of the site");
  repository.write(prefix + "_site/manifest.json", "output");
  repository.write(prefix + "content/.hidden/x.md", "hidden");
  repository.write(prefix + "content/.DS_Store", "hidden");
  repository.write(prefix + "content/back-up.md~", "hidden");
  repository.write(prefix + "content/#edited#", "hidden");
}

const std::string site_listing =
    "content/empty.md []\n"
    "content/news/data.bin [" +
    std::string("\0\xff\n", 3) +
    "]\n"
    "content/news/first.md [+++\r\ntitle = \"x\"\r\n+++\r\n]\n"
    "content/news/żółw.md [ż]\n"
    "site.toml [[site]\n]\n"
    "themes/own/theme.toml [title = 'x'\n]\n";

}  // namespace

TEST_CASE("the folder, its commit and a bare clone give the same files and bytes") {
  for (const char* prefix : {"", "sites/portal/"}) {
    CAPTURE(prefix);
    Repository repository;
    write_site(repository, prefix);
    repository.commit("first");
    const fs::path site = repository.path() / prefix;
    CHECK(listing(*working_tree(site)) == site_listing);
    CHECK(listing(*git_revision(site, "HEAD")) == site_listing);
    CHECK(listing(*git_revision(site, "main")) == site_listing);
  }
  Repository repository;
  write_site(repository, "");
  repository.commit("first");
  repository.git("clone -q --bare . ../bare.git");
  CHECK(listing(*git_revision(repository.beside() / "bare.git", "main")) == site_listing);
}

TEST_CASE("a revision is what was committed, whatever the folder holds now") {
  Repository repository;
  repository.write("site.toml", "old");
  repository.commit("old");
  repository.git("tag v1");
  repository.write("site.toml", "new");
  repository.commit("new");
  repository.write("site.toml", "not committed");
  repository.write("content/a.md", "not committed");
  CHECK(listing(*git_revision(repository.path(), "v1")) == "site.toml [old]\n");
  CHECK(listing(*git_revision(repository.path(), "HEAD~1")) == "site.toml [old]\n");
  CHECK(listing(*git_revision(repository.path(), "HEAD")) == "site.toml [new]\n");
  CHECK(working_tree(repository.path())->read("site.toml") == "not committed");
}

TEST_CASE("a revision knows its commit, a folder has none") {
  Repository repository;
  repository.write("site.toml", "x");
  repository.commit("first");
  repository.git("tag -a -m annotated v1");
  const auto by_tag = git_revision(repository.path(), "v1")->commit();
  REQUIRE(by_tag);
  CHECK(by_tag->size() == 40);
  CHECK(by_tag == git_revision(repository.path(), "HEAD")->commit());
  CHECK(by_tag == git_revision(repository.path(), by_tag->substr(0, 8))->commit());
  CHECK_FALSE(working_tree(repository.path())->commit());
}

TEST_CASE("symbolic links and submodules are listed as what they are, and never read") {
  Repository repository;
  repository.write("site.toml", "x");
  repository.write("content/a.md", "a");
  fs::create_symlink("a.md", repository.path() / "content/link.md");
  fs::create_directory_symlink("/", repository.path() / "content/outside");
  repository.commit("first");
  repository.git("update-index --add --cacheinfo 160000,$(git rev-parse HEAD),content/module");
  repository.git("commit -q -m module");
  const auto revision = git_revision(repository.path(), "HEAD");
  CHECK(
      listing(*revision) ==
      "content/a.md [a]\ncontent/link.md symlink\ncontent/module submodule\ncontent/outside symlink\nsite.toml [x]\n");
  const auto folder = working_tree(repository.path());
  CHECK(listing(*folder) == "content/a.md [a]\ncontent/link.md symlink\ncontent/outside symlink\nsite.toml [x]\n");
  for (const Source* source : {revision.get(), folder.get()}) {
    CHECK_THROWS_AS(source->read("content/link.md"), Failure);
    CHECK_THROWS_AS(source->read("content/outside/etc/passwd"), Failure);
    CHECK_THROWS_AS(source->read("../outside"), Failure);
    CHECK_THROWS_AS(source->read("missing"), Failure);
  }
}

TEST_CASE("what cannot be opened is told with its name") {
  Repository repository;
  repository.write("site.toml", "x");
  repository.commit("first");
  CHECK(failure_of(repository.path(), "nope").find("there is no revision 'nope'") != std::string::npos);
  fs::create_directories(repository.path() / "new-folder");
  CHECK(failure_of(repository.path() / "new-folder", "HEAD").find("has no folder new-folder") != std::string::npos);
  const TemporaryFolder plain;
  CHECK(failure_of(plain.path(), "HEAD").find("cannot open the git repository of " + plain.path().string()) !=
        std::string::npos);
  CHECK_THROWS_AS(folder_source(plain.path() / "gone"), Failure);
}

TEST_CASE("a source finds files by path; memory and a theme's folder are sources too") {
  const auto memory = memory_source({{"b.md", "b"}, {"a.md", "a"}});
  CHECK(listing(*memory) == "a.md [a]\nb.md [b]\n");
  REQUIRE(memory->find("b.md"));
  CHECK(memory->find("b.md")->size == 1);
  CHECK_FALSE(memory->find("b"));
  CHECK_THROWS_AS(memory->read("c.md"), Failure);
  const TemporaryFolder folder;
  folder.write("theme.toml", "t");
  folder.write("templates/page.html", "p");
  CHECK(listing(*folder_source(folder.path())) == "templates/page.html [p]\ntheme.toml [t]\n");
}

TEST_CASE("a folder without content is an empty site") {
  const TemporaryFolder folder;
  CHECK(working_tree(folder.path())->files().empty());
}

}  // namespace kronika
