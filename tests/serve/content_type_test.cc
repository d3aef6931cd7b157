#include "generator/serve/content_type.h"

#include <doctest/doctest.h>

using kronika::content_type;

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
