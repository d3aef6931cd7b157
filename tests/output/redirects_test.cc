#include "generator/output/redirects.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

std::string file(const std::string& name, Aliases aliases) {
  for (auto& [each, bytes] : redirect_files(std::move(aliases)))
    if (each == name) return bytes;
  return "(no such file)";
}

}  // namespace

TEST_CASE("every format is sorted by the old address") {
  const Aliases aliases = {{"/b/", "/x/"}, {"/a.html", "/y/"}};
  CHECK(file("aliases.map", aliases) == "/a.html /y/\n/b/ /x/\n");
  CHECK(file("aliases.nginx.conf", aliases) ==
        "# Old addresses of this release. nginx reads this file when it loads its configuration.\n"
        "location = \"/a.html\" { return 301 \"/y/\"; }\nlocation = \"/b/\" { return 301 \"/x/\"; }\n");
  CHECK(file("aliases.lighttpd.conf", aliases) ==
        "# Old addresses of this release. lighttpd reads this file when it loads its configuration.\n"
        "url.redirect += (\n  \"^/a[.]html([?]|$)\" => \"/y/\",\n  \"^/b/([?]|$)\" => \"/x/\",\n)\n");
}

TEST_CASE("without old addresses there is nothing but a comment") {
  CHECK(file("aliases.map", {}) == "");
  for (const char* name : {"aliases.nginx.conf", "aliases.lighttpd.conf"}) {
    const std::string bytes = file(name, {});
    CHECK(bytes.starts_with("# "));
    CHECK(bytes.find('\n') == bytes.size() - 1);
  }
}

TEST_CASE("what means something in a server's configuration is only an address there") {
  struct Case {
    std::string from, to, nginx, lighttpd;
  };
  const Case cases[] = {{"/a%22;%7D%20x/", "/b/", "location = \"/a\\\";} x/\" { return 301 \"/b/\"; }\n",
                         "  \"^/a%22;%7D%20x/([?]|$)\" => \"/b/\",\n"},
                        {"/%C5%BC/", "/%C5%BC%C3%B3/", "location = \"/ż/\" { return 301 \"/%C5%BC%C3%B3/\"; }\n",
                         "  \"^/%C5%BC/([?]|$)\" => \"/%%C5%%BC%%C3%%B3/\",\n"},
                        {"/$1(a)*+/", "/$uri/", "location = \"/$1(a)*+/\" { return 301 \"/%24uri/\"; }\n",
                         "  \"^/[$]1[(]a[)][*][+]/([?]|$)\" => \"/$$uri/\",\n"}};
  for (const Case& each : cases) {
    CAPTURE(each.from);
    CHECK(file("aliases.map", {{each.from, each.to}}) == each.from + " " + each.to + "\n");
    CHECK(file("aliases.nginx.conf", {{each.from, each.to}}).ends_with("configuration.\n" + each.nginx));
    CHECK(file("aliases.lighttpd.conf", {{each.from, each.to}}).ends_with("(\n" + each.lighttpd + ")\n"));
  }
}

}  // namespace kronika
