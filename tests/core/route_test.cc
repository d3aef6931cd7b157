#include "generator/core/route.h"

#include <doctest/doctest.h>

namespace kronika {

TEST_CASE("a route is a path that stays inside the site") {
  for (const char* path : {"/", "/a/", "/a/b.html", "/żółw/", "/a b/", "/.well-known/x", "/a..b/"}) {
    CAPTURE(path);
    REQUIRE(Route::parse(path));
    CHECK(Route::parse(path)->path() == path);
  }
  for (const char* path : {"", "a/", "//", "/a//b/", "/../x", "/a/..", "/a/./b", "/.", "/a?b", "/a#b", "/a\\b", "/a\nb",
                           "/\xff/", "https://example.org/"}) {
    CAPTURE(path);
    CHECK_FALSE(Route::parse(path));
  }
}

TEST_CASE("a route has a file and an encoded form") {
  struct Row {
    const char* path;
    const char* file;
    const char* encoded;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"/", "index.html", "/"},
           {"/news/x/", "news/x/index.html", "/news/x/"},
           {"/atom.xml", "atom.xml", "/atom.xml"},
           {"/łódź/a b%.pdf", "łódź/a b%.pdf", "/%C5%82%C3%B3d%C5%BA/a%20b%25.pdf"},
           {"/a&b\"<>/", "a&b\"<>/index.html", "/a&b%22%3C%3E/"},
       }) {
    CAPTURE(row.path);
    const Route route = Route::parse(row.path).value();
    CHECK(route.file() == row.file);
    CHECK(route.encoded() == row.encoded);
  }
}

TEST_CASE("a base address is put before a route, with and without the host") {
  struct Row {
    const char* base;
    const char* text;
    const char* local;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"https://example.org", "https://example.org/", "/news/%C5%BC/"},
           {"https://example.org/", "https://example.org/", "/news/%C5%BC/"},
           {"http://localhost:8080/es/portal", "http://localhost:8080/es/portal/", "/es/portal/news/%C5%BC/"},
           {"https://example.org/ż/", "https://example.org/%C5%BC/", "/%C5%BC/news/%C5%BC/"},
       }) {
    CAPTURE(row.base);
    const BaseUrl base = BaseUrl::parse(row.base).value();
    const Route route = Route::parse("/news/ż/").value();
    CHECK(base.text() == row.text);
    CHECK(base.local(route) == row.local);
    CHECK(base.absolute(route) == std::string(row.text) + "news/%C5%BC/");
    CHECK(base.local(Route{}) == base.path());
  }
}

TEST_CASE("an address that is no base is refused") {
  for (const char* url :
       {"", "example.org", "ftp://example.org/", "https://", "https:///x", "https://user@example.org/",
        "https://example.org?x", "https://example.org/?x", "https://example.org/#x", "https://example.org/a/../b",
        "https://exa mple.org/", "https://example.org/\"><script>\n"}) {
    CAPTURE(url);
    CHECK_FALSE(BaseUrl::parse(url));
  }
}

}  // namespace kronika
