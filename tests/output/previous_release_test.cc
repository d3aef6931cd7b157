#include "generator/output/previous_release.h"

#include <doctest/doctest.h>

#include "generator/core/failure.h"
#include "generator/core/files.h"

namespace kronika {

TEST_CASE("a manifest that the program writes is read again") {
  MemoryFiles files;
  OutputTree tree(files);
  tree.write("public/rejestr/ż\"/index.html", "abc");
  tree.write("cgi-bin/search", "");
  const Identifiers identifiers{{"rejestr"}, {"rejestr-csv"}, {{"rejestr/a", "public/rejestr/a/index.html"}}};
  const PreviousRelease read = parse_manifest(manifest(tree, identifiers, "abc", "2026-01-01T00:00:00Z", "1.2"), "m");
  CHECK(read.file == "m");
  CHECK(read.paths == std::vector<std::string>{"rejestr/ż\"/index.html"});
  CHECK(read.identifiers.datasets == identifiers.datasets);
  CHECK(read.identifiers.resources == identifiers.resources);
  REQUIRE(read.identifiers.entries.size() == 1);
  CHECK(read.identifiers.entries[0].id == "rejestr/a");
  CHECK(read.identifiers.entries[0].path == "public/rejestr/a/index.html");
}

TEST_CASE("a manifest of a program that listed no identifiers has files alone") {
  const PreviousRelease read =
      parse_manifest(R"({"later": [1], "files": [{"path": "public/a.html", "size": 1}]})", "m");
  CHECK(read.paths == std::vector<std::string>{"a.html"});
  CHECK(read.identifiers.datasets.empty());
}

TEST_CASE("what is no manifest is refused, however it is damaged") {
  const std::string deep(100'000, '[');
  const std::string cases[] = {
      "",
      "{",
      "[]",
      "{}",
      deep,
      "{\"files\": " + deep,
      "{\"files\": {}}",
      "{\"files\": [1]}",
      "{\"files\": [{}]}",
      "{\"files\": [{\"path\": 1}]}",
      "{\"files\": [{\"path\": \"\"}]}",
      "{\"files\": [{\"path\": \"public/a\\u001b[31m\"}]}",
      "{\"files\": [{\"path\": \"public/" + std::string(5000, 'x') + "\"}]}",
      "{\"files\": [{\"path\": \"public/\xff\"}]}",
      "{\"files\": [], \"identifiers\": []}",
      "{\"files\": [], \"identifiers\": {\"datasets\": [1], \"resources\": [], \"entries\": []}}",
      "{\"files\": [], \"identifiers\": {\"datasets\": [], \"resources\": [], \"entries\": [\"a\"]}}",
  };
  for (const std::string& each : cases) {
    CAPTURE(each.substr(0, 80));
    CHECK_THROWS_AS(parse_manifest(each, "m"), Failure);
  }
}

TEST_CASE("a manifest that is not there is told") {
  CHECK_THROWS_AS(read_previous_release("/nowhere/manifest.json"), Failure);
  CHECK_THROWS_AS(read_previous_release("/"), Failure);
}

}  // namespace kronika
