#include "generator/server_config/server_config.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "generator/core/failure.h"
#include "search/text/content_policy.h"
#include "tests/serve/temporary_folder.h"

namespace kronika {
namespace {

const std::filesystem::path templates = std::string(KRONIKA_SOURCE_DIR) + "/generator/server_config";
constexpr WebServer servers[] = {WebServer::nginx, WebServer::apache, WebServer::lighttpd};

Config site(const std::string& base_url, const std::string& search = "/szukaj") {
  Config config;
  config.title.any = "Portal & \"próba\"\nz dwoma wierszami";
  config.base_url = *BaseUrl::parse(base_url);
  config.search_path = *Route::parse(search);
  return config;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, char c) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

}  // namespace

TEST_CASE("every configuration is complete: no tag is left, brackets match, nothing is escaped as HTML") {
  for (const WebServer server : servers) {
    for (const char* base : {"https://es.example.org/", "https://es.example.org:8443/portal/"}) {
      for (const char* socket : {"", "/run/x.sock"}) {
        const std::string config = server_config(server, site(base), {"/srv/x/current", socket}, templates);
        CAPTURE(config);
        CHECK(config.starts_with("# Portal & \"próba\" z dwoma wierszami\n#\n# Printed by `kronika server-config " +
                                 std::string(name_of(server))));
        CHECK_FALSE(has(config, "{{"));
        CHECK_FALSE(has(config, "&quot;"));
        CHECK(count(config, '{') == count(config, '}'));
        CHECK(has(config, "/srv/x/current/public"));
        CHECK(has(config, std::string(base).ends_with("portal/") ? "/portal/szukaj" : "/szukaj"));
        CHECK(has(config, "application/atom+xml; charset=utf-8"));
        CHECK(has(config, "application/opensearchdescription+xml; charset=utf-8"));
        CHECK(has(config, '"' + std::string(content_policy) + '"'));
        CHECK(has(config, '"' + std::string(referrer_policy) + '"'));
        CHECK(has(config, '"' + std::string(permissions_policy) + '"'));
        CHECK_FALSE(has(config, "unsafe"));
        CHECK_FALSE(has(config, ":8443"));
      }
    }
  }
}

TEST_CASE("the search is CGI, or workers on a socket; nginx always has one") {
  const auto config = [](WebServer server, const char* socket) {
    return server_config(server, site("https://es.example.org/"), {"/srv/x/current", socket}, templates);
  };
  CHECK(has(config(WebServer::nginx, ""), "fastcgi_pass unix:/run/kronika.sock;"));
  CHECK(has(config(WebServer::nginx, "/run/x.sock"), "fastcgi_pass unix:/run/x.sock;"));
  CHECK(has(config(WebServer::apache, ""), "ScriptAlias \"/szukaj\" \"/srv/x/current/cgi-bin/search\""));
  CHECK(has(config(WebServer::apache, "/run/x.sock"), "SetHandler \"proxy:unix:/run/x.sock|fcgi://kronika/\""));
  CHECK(has(config(WebServer::lighttpd, ""), "cgi.assign"));
  CHECK_FALSE(has(config(WebServer::lighttpd, ""), "mod_fastcgi"));
  CHECK(has(config(WebServer::lighttpd, "/run/x.sock"), "\"socket\" => \"/run/x.sock\""));
  CHECK_FALSE(has(config(WebServer::lighttpd, "/run/x.sock"), "mod_cgi"));
}

TEST_CASE("addresses stand decoded in paths and with their dots escaped in patterns") {
  const std::string config = server_config(WebServer::lighttpd, site("https://es.example.org/ż.x/", "/szukaj.html"),
                                           {"/srv/x/current/", ""}, templates);
  CHECK(has(config, "\"^es\\.example\\.org(:[0-9]+)?$\""));
  CHECK(has(config, "\"^/ż\\.x/szukaj\\.html(/|$)\""));
  CHECK(has(config, "\"/ż.x/szukaj.html\" => \"/srv/x/current/cgi-bin/search\""));
}

TEST_CASE("what a server could misread is refused by name") {
  for (const WebServer server : servers) {
    for (const char* wrong :
         {"", "srv/x", "/srv/a b", "/srv/a\"b", "/srv/$x", "/srv/a;b", "/srv/{a}", "/a\nb", "/a\\b"}) {
      CAPTURE(wrong);
      CHECK_THROWS_AS(server_config(server, site("https://es.example.org/"), {wrong, ""}, templates), Failure);
    }
    CHECK_THROWS_AS(server_config(server, site("https://es.example.org/"), {"/srv/x", "x.sock"}, templates), Failure);
    CHECK_THROWS_AS(server_config(server, site("https://es.example.org/a(b)/"), {"/srv/x", ""}, templates), Failure);
    CHECK_THROWS_AS(server_config(server, site("https://es.example.org/", "/a'b"), {"/srv/x", ""}, templates), Failure);
  }
}

TEST_CASE("a template that is missing or damaged is told") {
  const TemporaryFolder folder;
  const auto print = [&] { server_config(WebServer::nginx, site("https://es.example.org/"), {}, folder.path()); };
  CHECK_THROWS_AS(print(), Failure);
  folder.write("nginx.conf.mustache", "{{#open}}");
  CHECK_THROWS_AS(print(), Failure);
}

}  // namespace kronika
