#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "search/gateway/answer.h"
#include "search/gateway/cgi.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

std::string header(const HttpResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}

HttpResponse ask(const std::string& folder, const std::string& query_string, const std::string& method = "GET",
                 const std::string& path = "") {
  std::string log;
  return answer({method, path, query_string}, folder, now_ms(), log);
}

}  // namespace

TEST_CASE("requests are answered with the right status, type and safety headers") {
  const SearchSite site(two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  struct Case {
    std::string method, path, query;
    int status;
    std::string type;
  };
  const std::string html = "text/html; charset=utf-8", json = "application/json; charset=utf-8";
  const Case cases[] = {{"GET", "", "", 200, html},
                        {"GET", "/", "q=pies", 200, html},
                        {"GET", "/szukaj", "q=pies", 200, html},
                        {"GET", "/szukaj/", "q=pies&format=json", 200, json},
                        {"HEAD", "", "q=pies", 200, html},
                        {"GET", "/szukaj/dalej", "q=pies", 404, html},
                        {"GET", "/../../etc/passwd", "format=json", 404, json},
                        {"GET", "", "page=0", 400, html},
                        {"GET", "", "page=0&format=json", 400, json},
                        {"GET", "", "format=exe", 400, html},
                        {"GET", "", "q=" + std::string(9000, 'x'), 400, html},
                        {"POST", "", "q=pies", 405, html},
                        {"DELETE", "", "format=json", 405, json},
                        {"get", "", "", 405, html}};
  for (const Case& each : cases) {
    CAPTURE(each.method);
    CAPTURE(each.path);
    CAPTURE(each.query.substr(0, 100));
    const HttpResponse response = ask(site.folder(), each.query, each.method, each.path);
    CHECK(response.status == each.status);
    CHECK(header(response, "Content-Type") == each.type);
    CHECK(header(response, "Content-Security-Policy").starts_with("default-src 'self'"));
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    CHECK((header(response, "Allow") == "GET, HEAD") == (each.status == 405));
    if (each.method == "HEAD")
      CHECK(response.body.empty());
    else if (each.type == json)
      CHECK(nlohmann::json::parse(response.body).contains("error") == (each.status != 200));
    else
      CHECK(response.body.starts_with("<!DOCTYPE html>"));
  }
}

TEST_CASE("HEAD has the length of what GET would send") {
  const SearchSite site(two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  const HttpResponse get = ask(site.folder(), "q=pies");
  CHECK(header(get, "Content-Length") == std::to_string(get.body.size()));
  CHECK(header(ask(site.folder(), "q=pies", "HEAD"), "Content-Length") == header(get, "Content-Length"));
}

TEST_CASE("a request out of bounds gets a readable page in its language") {
  const SearchSite site(two_language_config(), {});
  CHECK(ask(site.folder(), "page=0").body.find("ERROR Nie ma takiej strony wyników.") != std::string::npos);
  const HttpResponse english = ask(site.folder(), "page=0&lang=en");
  CHECK(english.body.find("ERROR There is no such page of results.") != std::string::npos);
  CHECK(english.body.find("<html lang=\"en\">") != std::string::npos);
}

TEST_CASE("without an index the search is not available, and the reason goes to the log alone") {
  const TemporaryFolder empty;
  std::string log;
  const HttpResponse html = answer({"GET", "", "q=x"}, empty.path().string(), now_ms(), log);
  CHECK(html.status == 503);
  CHECK(header(html, "Retry-After") == "60");
  CHECK(log.find(empty.path().string()) != std::string::npos);
  CHECK(html.body.find(empty.path().string()) == std::string::npos);
  const HttpResponse json = ask(empty.path().string(), "q=x&format=json");
  CHECK(json.status == 503);
  CHECK(nlohmann::json::parse(json.body).contains("error"));
}

TEST_CASE("a damaged part of the release is a 503, never a crash") {
  for (const char* part : {"search.toml", "polish.dict", "index/site.glass", "shell.pl.html", "results.pl.mustache"}) {
    CAPTURE(part);
    const TemporaryFolder folder;
    write_search_folder(folder.path(), two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
    std::filesystem::remove(folder.path() / part);
    CHECK(ask(folder.path().string(), "q=pies").status == 503);
    write_file(folder.path() / part, "{{#damaged}}");
    CHECK(ask(folder.path().string(), "q=pies").status == 503);
  }
}

TEST_CASE("a stored document that is damaged is a 503") {
  const TemporaryFolder folder;
  write_search_folder(folder.path(), two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  const std::string other = (folder.path() / "other").string();
  {
    Xapian::WritableDatabase database(other, Xapian::DB_CREATE);
    Xapian::Document broken;
    broken.add_term("Zpies");
    broken.set_data("\xFF\xFF");
    database.add_document(broken);
    database.commit();
  }
  std::filesystem::remove(folder.path() / index_file);
  Xapian::Database(other).compact((folder.path() / index_file).string(), Xapian::DBCOMPACT_SINGLE_FILE);
  CHECK(ask(folder.path().string(), "q=pies").status == 503);
}

TEST_CASE("CGI output is status, headers, an empty line and the body") {
  CHECK(cgi_output({400, {{"Content-Type", "text/html"}, {"X", "y"}}, "body"}) ==
        "Status: 400 Bad Request\r\nContent-Type: text/html\r\nX: y\r\n\r\nbody");
}
