#include "generator/output/sitemap.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace kronika {
namespace {

std::size_t times(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a sitemap lists addresses, with the day of change where there is one") {
  const std::vector<SitemapEntry> entries = {{"https://example.org/", ""}, {"https://example.org/a&b/", "2026-01-02"}};
  const auto files = sitemap(entries, "https://example.org/");
  REQUIRE(files.size() == 1);
  CHECK(files[0].first == "sitemap.xml");
  CHECK(files[0].second ==
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "  <url><loc>https://example.org/</loc></url>\n"
        "  <url><loc>https://example.org/a&amp;b/</loc><lastmod>2026-01-02</lastmod></url>\n"
        "</urlset>\n");
}

TEST_CASE("a page in several languages names all its versions") {
  const std::vector<SitemapVersion> versions = {{"pl", "https://example.org/a/"},
                                                {"en", "https://example.org/en/b&c/"}};
  const std::vector<SitemapEntry> entries = {{"https://example.org/a/", "2026-01-02", versions}};
  CHECK(sitemap(entries, "https://example.org/")[0].second ==
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        "  <url><loc>https://example.org/a/</loc><lastmod>2026-01-02</lastmod>"
        "<xhtml:link rel=\"alternate\" hreflang=\"pl\" href=\"https://example.org/a/\"/>"
        "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/en/b&amp;c/\"/></url>\n"
        "</urlset>\n");
}

TEST_CASE("more than 50,000 addresses go into several files and an index") {
  struct Row {
    std::size_t entries, files;
  };
  for (const Row& row : {Row{50000, 1}, Row{50001, 3}, Row{100001, 4}}) {
    CAPTURE(row.entries);
    const std::vector<SitemapEntry> entries(row.entries, {"https://example.org/es/x/", ""});
    const auto files = sitemap(entries, "https://example.org/es/");
    REQUIRE(files.size() == row.files);
    std::size_t listed = 0;
    for (const auto& [name, bytes] : files) {
      const std::size_t here = times(bytes, "<url>");
      CHECK(here <= 50000);
      listed += here;
      if (name != "sitemap.xml") CHECK(files.back().second.find("/es/" + name + "</loc>") != std::string::npos);
    }
    CHECK(listed == row.entries);
    CHECK(files.back().first == "sitemap.xml");
    CHECK(times(files.back().second, "<sitemap>") == (row.files == 1 ? 0 : row.files - 1));
  }
}

TEST_CASE("robots.txt forbids what it is told to, else allows everything") {
  CHECK(robots({}, "https://example.org/sitemap.xml") ==
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n");
  const std::vector<std::string> paths = {"/szukaj", "/robocze/"};
  CHECK(robots(paths, "https://example.org/sitemap.xml") ==
        "User-agent: *\nDisallow: /szukaj\nDisallow: /robocze/\n\nSitemap: https://example.org/sitemap.xml\n");
}

}  // namespace kronika
