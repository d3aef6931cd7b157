#include "generator/output/staging.h"

#include <doctest/doctest.h>

#include <functional>
#include <optional>

#include "generator/core/failure.h"
#include "generator/core/files.h"
#include "tests/serve/temporary_folder.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

std::size_t names_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void publish(const fs::path& output, const std::string& text) {
  Staging staging(output);
  DiskFiles files(staging.folder());
  files.write("public/index.html", text);
  files.write("manifest.json", "{}");
  staging.publish();
}

}  // namespace

TEST_CASE("a release appears where nothing was, in an empty folder, and in the place of the one before") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "empty");
  for (const char* name : {"new", "empty", "deep/er/new", "with-slash/"}) {
    CAPTURE(name);
    const fs::path output = folder.path() / name;
    publish(output, "first");
    CHECK(read_file(output / "public/index.html") == "first");
    folder.write(std::string(name) + "/public/old.html", "gone with the next");
    publish(output, "second");
    CHECK(read_file(output / "public/index.html") == "second");
    CHECK_FALSE(fs::exists(output / "public/old.html"));
  }
  CHECK(names_in(folder.path()) == 4);
}

TEST_CASE("a release that was not finished leaves the one before and no traces") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "site";
  publish(output, "first");
  {
    const Staging staging(output);
    DiskFiles(staging.folder()).write("public/index.html", "half");
    CHECK(staging.folder().parent_path() == output.parent_path());
    CHECK(read_file(output / "public/index.html") == "first");
  }
  CHECK(read_file(output / "public/index.html") == "first");
  CHECK(names_in(folder.path()) == 1);
}

TEST_CASE("nothing that is not a release is ever replaced") {
  const TemporaryFolder folder;
  folder.write("documents/thesis.odt", "years of work");
  folder.write("file", "a file");
  for (const char* name : {"documents", "file"}) {
    CAPTURE(name);
    std::optional<std::string> said;
    try {
      const Staging staging(folder.path() / name);
    } catch (const Failure& failure) {
      said = failure.what();
    }
    REQUIRE(said);
    CHECK(said->find((folder.path() / name).string() + " exists and is no release of Kronika") != std::string::npos);
  }
  CHECK(read_file(folder.path() / "documents/thesis.odt") == "years of work");
  CHECK(names_in(folder.path()) == 2);
}

TEST_CASE("a place that cannot be written to is told") {
  const TemporaryFolder folder;
  folder.write("file", "a file");
  CHECK_THROWS_AS(Staging(folder.path() / "file" / "site"), Failure);
}

TEST_CASE("the release can be read by a web server") {
  const TemporaryFolder folder;
  publish(folder.path() / "site", "x");
  CHECK(fs::status(folder.path() / "site").permissions() == fs::perms(0755));
}

}  // namespace kronika
