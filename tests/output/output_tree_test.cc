#include "generator/output/output_tree.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "generator/core/digest.h"
#include "tests/serve/temporary_folder.h"

namespace kronika {

TEST_CASE("the tree writes at once and remembers sizes and digests") {
  const TemporaryFolder folder;
  MemoryFiles files;
  OutputTree tree(files);
  tree.write("public/b.html", "abc");
  tree.copy_in(folder.write("program", "binary"), "cgi-bin/search");
  CHECK(files.read("public/b.html") == "abc");
  CHECK(files.read("cgi-bin/search") == "binary");
  REQUIRE(tree.entries().size() == 2);
  CHECK(tree.entries().at("public/b.html").size == 3);
  CHECK(tree.entries().at("public/b.html").sha256 == sha256_hex("abc"));
  CHECK(tree.entries().at("cgi-bin/search").sha256 == sha256_hex("binary"));
}

TEST_CASE("writing a path twice is our own mistake") {
  MemoryFiles files;
  OutputTree tree(files);
  tree.write("a", "first");
  CHECK_THROWS_AS(tree.write("a", "second"), std::logic_error);
  CHECK(files.read("a") == "first");
}

TEST_CASE("the release's digest changes with any path and any byte, not with the order of writing") {
  const auto digest_of = [](std::initializer_list<std::pair<const char*, const char*>> written) {
    MemoryFiles files;
    OutputTree tree(files);
    for (const auto& [path, bytes] : written) tree.write(path, bytes);
    return release_digest(tree);
  };
  const std::string digest = digest_of({{"a", "1"}, {"b", "2"}});
  CHECK(digest.size() == 64);
  CHECK(digest_of({{"b", "2"}, {"a", "1"}}) == digest);
  CHECK(digest_of({{"a", "1"}, {"b", "3"}}) != digest);
  CHECK(digest_of({{"a", "1"}, {"c", "2"}}) != digest);
  CHECK(digest_of({{"a", "1"}}) != digest);
}

TEST_CASE("the manifest lists every file by path; a folder's has no commit") {
  MemoryFiles files;
  OutputTree tree(files);
  tree.write("public/ż\".html", "");
  tree.write("public/a.html", "abc");
  const std::string list =
      "  \"files\": [\n"
      "    {\"path\": \"public/a.html\", \"size\": 3, \"sha256\": \"" +
      sha256_hex("abc") +
      "\"},\n"
      "    {\"path\": \"public/ż\\\".html\", \"size\": 0, \"sha256\": \"" +
      sha256_hex("") + "\"}\n  ]\n}\n";
  const std::string head = "{\n  \"program\": \"kronika 1.2\",\n  \"built\": \"2026-01-01T00:00:00Z\",\n";
  const std::string names =
      "  \"identifiers\": {\n    \"datasets\": [\"a\", \"b\"],\n    \"resources\": [],\n    \"entries\": [\n"
      "      {\"id\": \"c/d\", \"path\": \"public/c/d/index.html\"}]\n  },\n";
  const Identifiers identifiers{{"a", "b"}, {}, {{"c/d", "public/c/d/index.html"}}};
  CHECK(manifest(tree, identifiers, "", "2026-01-01T00:00:00Z", "1.2") == head + names + list);
  CHECK(manifest(tree, identifiers, "abc123", "2026-01-01T00:00:00Z", "1.2") ==
        head + "  \"commit\": \"abc123\",\n" + names + list);
}

}  // namespace kronika
