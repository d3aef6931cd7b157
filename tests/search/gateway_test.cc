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
    CHECK(header(response, "Content-Security-Policy").starts_with("default-src 'none'"));
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

TEST_CASE("what is open stays open until something fails, and is opened anew then") {
  const TemporaryFolder folder;
  write_search_folder(folder.path(), two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  OpenSearch open(folder.path().string(), Templates::at_once);
  std::string log;
  const auto status = [&] { return answer({"GET", "", "q=pies&lang=en"}, open, now_ms(), log).status; };
  CHECK(status() == 200);
  const auto away = folder.path() / "away";
  std::filesystem::create_directory(away);
  for (const char* part : {"search.toml", "index", "shell.en.html", "results.en.mustache"})
    std::filesystem::rename(folder.path() / part, away / part);
  CHECK(status() == 200);
  open.close();
  CHECK(status() == 503);
  for (const char* part : {"search.toml", "index", "shell.en.html", "results.en.mustache"})
    std::filesystem::rename(away / part, folder.path() / part);
  CHECK(status() == 200);
}

TEST_CASE("an answer has a tag of its release and query, and is not made again for who has it") {
  const TemporaryFolder folder;
  write_search_folder(folder.path(), two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  const std::string here = folder.path().string();
  CHECK(header(ask(here, "q=pies"), "ETag") == "");
  write_file(folder.path() / "release", "00112233445566778899\n");
  const std::string tag = header(ask(here, "q=pies"), "ETag");
  CHECK(tag.starts_with("W/\"0011223344556677-"));
  CHECK(header(ask(here, "q=pies", "HEAD"), "ETag") == tag);
  CHECK(header(ask(here, "q=pies&format=json"), "ETag") != tag);
  for (const char* query : {"page=0", "format=exe"}) CHECK(header(ask(here, query), "ETag") == "");

  std::string log;
  for (const char* method : {"GET", "HEAD"}) {
    const HttpResponse known = answer({method, "", "q=pies", tag}, here, now_ms(), log);
    CHECK(known.status == 304);
    CHECK(known.body == "");
    CHECK(header(known, "ETag") == tag);
    CHECK(header(known, "Cache-Control") == "no-cache");
    CHECK(header(known, "Content-Length") == "");
  }
  CHECK(answer({"GET", "", "page=0", "*"}, here, now_ms(), log).status == 400);
  CHECK(answer({"POST", "", "q=pies", tag}, here, now_ms(), log).status == 405);
  write_file(folder.path() / "release", "another\n");
  CHECK(answer({"GET", "", "q=pies", tag}, here, now_ms(), log).status == 200);
}

TEST_CASE("a request is read from the variables of CGI") {
  const char* const variables[] = {"QUERY_STRINGS=no",
                                   "QUERY_STRING=q=a=b",
                                   "PATH_INFO=/x",
                                   "QUERY_STRING=second",
                                   "HTTP_IF_NONE_MATCH=W/\"a\"",
                                   "=",
                                   "",
                                   nullptr};
  const HttpRequest request = request_from(variables);
  CHECK(request.method == "GET");
  CHECK(request.query_string == "q=a=b");
  CHECK(request.path_info == "/x");
  CHECK(request.if_none_match == "W/\"a\"");
}

TEST_CASE("whoever asks too much is told so in the page's language") {
  const SearchSite site(two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  const auto many = [](const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  struct Case {
    std::string query, polish, english;
  };
  const Case cases[] = {
      {many("x=1&", 200), "Adres ma za dużo części.", "The address has too many parts."},
      {"q=" + many("a", 1001), "Zapytanie jest za długie.", "The query is too long."},
      {"q=" + many("a+", 51), "Zostaw najwyżej 50.", "Leave at most 50."},
      {"q=" + many("ab*+", 9), "Zostaw najwyżej 8.", "Leave at most 8."},
      {"powiat=" + many("a", 301), "Filtr w adresie jest za długi.", "A filter in the address is too long."},
      {"page=1001", "Nie ma takiej strony wyników.", "There is no such page of results."},
      {"size=101", "musi wynosić od 1 do 100, w", "must be from 1 to 100; in"},
      {"sort=x", "Wyniki można porządkować", "Results can be sorted by"},
      {"format=x", "Wyniki są dostępne w formatach", "The results come as"}};
  for (const Case& each : cases) {
    CAPTURE(each.query.substr(0, 100));
    const HttpResponse polish = ask(site.folder(), "lang=pl&" + each.query);
    const HttpResponse english = ask(site.folder(), "lang=en&" + each.query);
    CHECK(polish.status == 400);
    CHECK(english.status == 400);
    CHECK(polish.body.find(each.polish) != std::string::npos);
    CHECK(english.body.find(each.english) != std::string::npos);
  }
}

TEST_CASE("an answer that was not ready in time has the safety headers, too") {
  const std::string output = out_of_time_output();
  CHECK(output.starts_with("Status: 503 Service Unavailable\r\n"));
  for (const auto& [name, value] : safety_headers())
    CHECK(output.find("\r\n" + name + ": " + value + "\r\n") != std::string::npos);
}

TEST_CASE("CGI output is status, headers, an empty line and the body") {
  CHECK(cgi_output({400, {{"Content-Type", "text/html"}, {"X", "y"}}, "body"}) ==
        "Status: 400 Bad Request\r\nContent-Type: text/html\r\nX: y\r\n\r\nbody");
}
