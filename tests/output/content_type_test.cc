#include "generator/output/content_type.h"

#include <doctest/doctest.h>

#include <set>

using namespace kronika;

TEST_CASE("a file's name tells its content type, and text tells its charset") {
  struct Case {
    const char* path;
    const char* type;
  };
  const Case cases[] = {
      {"praktyki/index.html", "text/html; charset=utf-8"},
      {"a/style.1a2b.css", "text/css; charset=utf-8"},
      {"_kronika/reload.js", "text/javascript; charset=utf-8"},
      {"robots.txt", "text/plain; charset=utf-8"},
      {"dane/podmioty.csv", "text/csv; charset=utf-8"},
      {"atom.xml", "application/atom+xml; charset=utf-8"},
      {"aktualnosci/atom.xml", "application/atom+xml; charset=utf-8"},
      {"opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"},
      {"opensearch.en-GB.xml", "application/opensearchdescription+xml; charset=utf-8"},
      {"opensearch-2.xml", "application/xml; charset=utf-8"},
      {"sitemap.xml", "application/xml; charset=utf-8"},
      {"favicon.svg", "image/svg+xml"},
      {"FOTO.JPG", "image/jpeg"},
      {"x.tar.zip", "application/zip"},
      {"regulamin.pdf", "application/pdf"},
      {"umowa.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"f.woff2", "font/woff2"},
      {"bez-rozszerzenia", "application/octet-stream"},
      {"folder.html/plik", "application/octet-stream"},
      {"dziwny.xyz", "application/octet-stream"},
      {"kropka.", "application/octet-stream"},
      {"", "application/octet-stream"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.path);
    CHECK(content_type(each.path) == each.type);
  }
}

TEST_CASE("text can be told from what is compressed already") {
  for (const char* path : {"a.html", "a.css", "a.js", "a.svg", "a.xml", "atom.xml", "opensearch.xml", "a.json",
                           "a.geojson", "a.csv", "a.txt", "a.md", "a.ics", "a.webmanifest", "a.rss"}) {
    CAPTURE(path);
    CHECK(is_text(content_type(path)));
  }
  for (const char* path : {"a.png", "a.woff2", "a.pdf", "a.zip", "a.docx", "a.epub", "a.mp3", "a.xyz", "a"}) {
    CAPTURE(path);
    CHECK_FALSE(is_text(content_type(path)));
  }
}

TEST_CASE("no ending has two media types") {
  std::set<std::string_view> seen;
  for (const MediaType& each : media_types()) CHECK(seen.insert(each.extension).second);
}
