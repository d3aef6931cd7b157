#include "generator/serve/preview_site.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "generator/serve/browser_script.h"
#include "tests/serve/temporary_folder.h"

using namespace kronika;

namespace {

const char* search_script =
    "#!/bin/sh\n"
    "printf 'Content-Type: text/plain; charset=utf-8\\nStatus: 200 OK\\n\\n'\n"
    "printf '%s|%s|%s|%s|%s|%s' \"$REQUEST_METHOD\" \"$SCRIPT_NAME\" \"$PATH_INFO\" \"$QUERY_STRING\" \"$HTTP_ACCEPT\" "
    "\"$HTTP_PROXY\"\n";

/// A release in a temporary folder, and a site of it under a base path.
struct Preview {
  TemporaryFolder folder;
  Announcer announcer;
  PreviewSite site;

  explicit Preview(const std::string& base_path = "/")
      : site({folder.path(), "127.0.0.1", 8080, std::chrono::seconds(20)}, announcer) {
    folder.write("public/index.html", "home");
    folder.write("public/praktyki/zupa/index.html", "soup");
    folder.write("public/źródła/index.html", "sources");
    folder.write("public/404.html", "no page");
    folder.write("public/empty.txt", "");
    folder.write("site.toml", "secret");
    folder.write_program("cgi-bin/search", search_script);
    PreviewStatus status;
    status.build = "b-1";
    status.base_path = base_path;
    status.search_path = "/szukaj";
    status.json = "{}";
    announcer.announce(status);
  }

  PreviewResponse get(const std::string& target) const { return with("GET", target); }
  PreviewResponse with(const std::string& method, const std::string& target) const {
    PreviewRequest request;
    request.method = method;
    request.target = target;
    request.headers = {{"Accept", "text/html"}, {"Proxy", "http://evil/"}};
    return site.respond(request);
  }
};

std::string text(const PreviewResponse& response) {
  return response.file ? response.file->read(0, response.file->size()) : response.body;
}

std::string header(const PreviewResponse& response, std::string_view name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& each) { return each.first == name; });
  return found == response.headers.end() ? "" : found->second;
}

}  // namespace

TEST_CASE("pages are found by their pretty addresses") {
  const Preview preview;
  struct Case {
    const char* target;
    int status;
    const char* text;
  };
  const Case cases[] = {
      {"/", 200, "home"},
      {"/?from=mail", 200, "home"},
      {"/praktyki/zupa/", 200, "soup"},
      {"/%C5%BAr%C3%B3d%C5%82a/", 200, "sources"},
      {"/praktyki/", 404, "no page"},
      {"/nic", 404, "no page"},
      {"/empty.txt", 200, ""},
      {"/404.html", 200, "no page"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.target);
    const PreviewResponse response = preview.get(each.target);
    CHECK(response.status == each.status);
    CHECK(text(response) == each.text);
  }
  CHECK(preview.get("/nic").content_type == "text/html; charset=utf-8");
}

TEST_CASE("no spelling of a path leaves the document root") {
  const Preview preview;
  for (const char* target :
       {"/../site.toml", "/..%2fsite.toml", "/%2e%2e/site.toml", "/praktyki/../../site.toml", "/./index.html",
        "//site.toml", "/praktyki//zupa/", "/%00", "/index.html%00.png", "/..\\site.toml", "/%5c..%5csite.toml",
        "/%252e%252e/site.toml", "/%ff", "http://127.0.0.1/", "site.toml", "", "*"}) {
    CAPTURE(target);
    const PreviewResponse response = preview.get(target);
    CHECK(response.status == 404);
    CHECK(text(response) == "no page");
  }
}

TEST_CASE("a folder's address without its slash leads to the one with it, query and all") {
  const Preview preview;
  const PreviewResponse response = preview.get("/praktyki/zupa?x=1&y=%20");
  CHECK(response.status == 302);
  CHECK(header(response, "Location") == "/praktyki/zupa/?x=1&y=%20");
  CHECK(header(preview.get("/%C5%BAr%C3%B3d%C5%82a"), "Location") == "/%C5%BAr%C3%B3d%C5%82a/");
}

TEST_CASE("a site under a path answers there, and its root leads there") {
  const Preview preview("/portal/");
  CHECK(text(preview.get("/portal/praktyki/zupa/")) == "soup");
  CHECK(header(preview.get("/portal/praktyki/zupa"), "Location") == "/portal/praktyki/zupa/");
  CHECK(header(preview.get("/"), "Location") == "/portal/");
  CHECK(header(preview.get("/portal?x=1"), "Location") == "/portal/?x=1");
  CHECK(preview.get("/praktyki/zupa/").status == 404);
  CHECK(preview.get("/portalowy/").status == 404);
  CHECK(text(preview.get("/portal/szukaj?q=a")).starts_with("GET|/portal/szukaj||q=a|"));
  CHECK(preview.get("/szukaj?q=a").status == 404);
}

TEST_CASE("the search program gets the request as CGI") {
  const Preview preview;
  CHECK(text(preview.get("/szukaj?q=sp%C3%B3%C5%82dzielnia&page=2")) ==
        "GET|/szukaj||q=sp%C3%B3%C5%82dzielnia&page=2|text/html|");
  CHECK(text(preview.get("/szukaj/a%20b?q=x")) == "GET|/szukaj|/a b|q=x|text/html|");
  CHECK(text(preview.with("HEAD", "/szukaj")).starts_with("HEAD|"));
  CHECK(text(preview.with("POST", "/szukaj")).starts_with("POST|"));
  CHECK(preview.get("/szukajka").status == 404);
  CHECK(preview.get("/szukaj?q=x").content_type == "text/plain; charset=utf-8");
}

TEST_CASE("pages of results get the preview's script") {
  const Preview preview;
  preview.folder.write_program("cgi-bin/search",
                               "#!/bin/sh\nprintf 'Content-Type: text/html\\n\\n<body><p>x</p></body>'\n");
  CHECK(text(preview.get("/szukaj")) == "<body><p>x</p>" + std::string(page_script_tag) + "</body>");
}

TEST_CASE("a search program that fails is told as such") {
  const Preview preview;
  SUBCASE("it is missing") {
    std::filesystem::remove(preview.folder.path() / "cgi-bin/search");
    const PreviewResponse response = preview.get("/szukaj");
    CHECK(response.status == 503);
    CHECK(response.body.find("cgi-bin/search") != std::string::npos);
  }
  SUBCASE("it says nothing") {
    preview.folder.write_program("cgi-bin/search", "#!/bin/sh\nexit 1\n");
    CHECK(preview.get("/szukaj").status == 502);
  }
  SUBCASE("it dies") {
    preview.folder.write_program("cgi-bin/search", "#!/bin/sh\nkill -11 $$\n");
    CHECK(preview.get("/szukaj").body.find("signal 11") != std::string::npos);
  }
}

TEST_CASE("other methods are refused outside the search") {
  const Preview preview;
  const PreviewResponse response = preview.with("POST", "/praktyki/zupa/");
  CHECK(response.status == 405);
  CHECK(header(response, "Allow") == "GET, HEAD");
}

TEST_CASE("the preview's own addresses come before the site's and stand outside its base path") {
  const Preview preview("/portal/");
  CHECK(preview.get("/_kronika/status").body == "{}");
  CHECK(preview.get("/_kronika/status").content_type == "application/json");
  CHECK(preview.get("/_kronika/reload.js").content_type == "text/javascript; charset=utf-8");
  CHECK(preview.get("/_kronika/worker.js").status == 200);
  CHECK(preview.get("/_kronika/failure.css").content_type == "text/css; charset=utf-8");
  CHECK(preview.get("/_kronika/other").status == 404);
}

TEST_CASE("a page tells the browser which build it is of") {
  const Preview preview;
  CHECK(header(preview.get("/"), "Server-Timing") == "kronika;desc=\"b-1\"");
}

TEST_CASE("as long as there is no site every page shows why") {
  const TemporaryFolder folder;
  Announcer announcer;
  PreviewStatus status;
  status.failure_page = "<p>why</p>";
  announcer.announce(status);
  const PreviewSite site({folder.path(), "127.0.0.1", 8080}, announcer);
  for (const char* target : {"/", "/praktyki/", "/szukaj?q=x"}) {
    CAPTURE(target);
    PreviewRequest request;
    request.target = target;
    const PreviewResponse response = site.respond(request);
    CHECK(response.status == 503);
    CHECK(response.body == "<p>why</p>");
    CHECK(response.content_type == "text/html; charset=utf-8");
  }
}

TEST_CASE("a release without 404.html says so in plain text") {
  const Preview preview;
  std::filesystem::remove(preview.folder.path() / "public/404.html");
  const PreviewResponse response = preview.get("/nic");
  CHECK(response.status == 404);
  CHECK(response.content_type == "text/plain; charset=utf-8");
}
