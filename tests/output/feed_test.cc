#include "generator/output/feed.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

Instant at(const char* text) {
  return TimeZone("UTC").to_instant(*parse_date_time(text));
}

Feed news() {
  return {"News & <more>", "https://example.org/atom.xml", "https://example.org/", "Office", "pl", {}};
}

}  // namespace

TEST_CASE("a feed holds its entries, escaped, and changes with the newest of them") {
  Feed feed = news();
  feed.entries = {{"A & B", "https://example.org/a/", at("2026-01-02T10:00Z"), at("2026-01-05T10:00Z"), "One < two",
                   "<p>Żółw &amp; co</p>", "pl"},
                  {"Old", "https://example.org/o/", at("2025-01-02T10:00Z"), at("2026-01-09T10:00Z"), "", "", "en"}};
  CHECK(
      atom(feed, at("2026-03-01T00:00Z")) ==
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pl\">\n"
      "  <title>News &amp; &lt;more&gt;</title>\n"
      "  <link href=\"https://example.org/\"/>\n"
      "  <link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/atom.xml\"/>\n"
      "  <id>https://example.org/atom.xml</id>\n"
      "  <updated>2026-01-09T10:00:00Z</updated>\n"
      "  <author><name>Office</name></author>\n"
      "  <entry xml:lang=\"pl\">\n"
      "    <title>A &amp; B</title>\n"
      "    <link href=\"https://example.org/a/\"/>\n"
      "    <id>https://example.org/a/</id>\n"
      "    <published>2026-01-02T10:00:00Z</published>\n"
      "    <updated>2026-01-05T10:00:00Z</updated>\n"
      "    <summary>One &lt; two</summary>\n"
      "    <content type=\"html\" xml:base=\"https://example.org/a/\">&lt;p&gt;Żółw &amp;amp; co&lt;/p&gt;</content>\n"
      "  </entry>\n"
      "  <entry xml:lang=\"en\">\n"
      "    <title>Old</title>\n"
      "    <link href=\"https://example.org/o/\"/>\n"
      "    <id>https://example.org/o/</id>\n"
      "    <published>2025-01-02T10:00:00Z</published>\n"
      "    <updated>2026-01-09T10:00:00Z</updated>\n"
      "  </entry>\n"
      "</feed>\n");
}

TEST_CASE("a feed without entries was changed at the time of the build") {
  CHECK(atom(news(), at("2026-03-01T00:00Z")).find("<updated>2026-03-01T00:00:00Z</updated>") != std::string::npos);
}

TEST_CASE("characters that XML has no place for are left out") {
  Feed feed = news();
  feed.title = std::string("a\x01") + "b\x1b\tc\uFFFE\uFFFFd";
  CHECK(atom(feed, {}).find("<title>ab\tcd</title>") != std::string::npos);
}

}  // namespace kronika
