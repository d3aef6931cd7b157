#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "search/gateway/answer.h"
#include "search/query_log/append.h"
#include "search/query_log/line.h"
#include "search/query_log/personal.h"
#include "search/text/utf8.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

std::string line_of(const std::string& query) {
  return log_line({"2026-11-25T14Z", 12, "pl", query});
}

/// A site that keeps a log, and what is in it.
class LoggingSite {
 public:
  LoggingSite() {
    SearchConfig config = two_language_config();
    config.query_log = log().string();
    write_search_folder(
        folder_.path() / "search", config,
        {document("/a/", "Wizyta", "Pracowali ze spółdzielniami."), document("/b/", "Psy", "Dwa psy.")});
  }

  HttpResponse ask(const HttpRequest& request) {
    trouble_.clear();
    return answer(request, (folder_.path() / "search").string(), now_ms(), trouble_);
  }
  HttpResponse get(const std::string& query_string) { return ask({"GET", "", query_string}); }

  std::filesystem::path log() const { return folder_.path() / "log.tsv"; }
  const std::string& trouble() const { return trouble_; }

  /// The lines since the last call, without their hours.
  std::string kept() {
    std::string out;
    std::ifstream file(log());
    for (std::string line; std::getline(file, line);) out += line.substr(std::min<std::size_t>(line.size(), 15)) + "\n";
    std::filesystem::remove(log());
    return out;
  }

 private:
  TemporaryFolder folder_;
  std::string trouble_;
};

}  // namespace

TEST_CASE("an hour is all that is left of a time") {
  CHECK(hour_of(0) == "1970-01-01T00Z");
  CHECK(hour_of(1'764'082'799) == "2025-11-25T14Z");
  CHECK(hour_of(1'764'082'800) == "2025-11-25T15Z");
}

TEST_CASE("a line is columns between tabs, and whatever nobody sees is written as its number") {
  struct Case {
    std::string query, column;
  };
  const Case cases[] = {{"spółdzielnia socjalna", "spółdzielnia socjalna"},
                        {"a\tb\nc\rd", "a\\u{9}b\\u{a}c\\u{d}d"},
                        {"\x1B[31m", "\\u{1b}[31m"},
                        {"c:\\dokumenty", "c:\\u{5c}dokumenty"},
                        {"\\u{9}", "\\u{5c}u{9}"},
                        {"a\u202Eb\u200Bc\u0085", "a\\u{202e}b\\u{200b}c\\u{85}"},
                        {std::string("a\0b", 3), "a\\u{0}b"}};
  for (const Case& each : cases) {
    CAPTURE(each.column);
    const std::string line = line_of(each.query);
    CHECK(line == "2026-11-25T14Z\t12\tpl\t" + each.column + "\n");
    const auto back = parse_log_line(std::string_view(line).substr(0, line.size() - 1));
    REQUIRE(back);
    CHECK(back->hour == "2026-11-25T14Z");
    CHECK(back->total == 12);
    CHECK(back->language == "pl");
    CHECK(back->query == each.query);
    CHECK(escape_query(each.query) == each.column);
  }
}

TEST_CASE("no line is longer than the longest, and none is cut within a character or an escape") {
  for (const std::string& one : {std::string("a"), std::string("ż"), std::string("\U0001F600"), std::string("\t")}) {
    for (std::size_t odd = 0; odd < 6; ++odd) {
      std::string query(odd, 'x');
      while (query.size() < 3000) query += one;
      const std::string line = line_of(query);
      CHECK(line.size() <= longest_log_line);
      CHECK(line.size() > longest_log_line - 8);
      const auto back = parse_log_line(std::string_view(line).substr(0, line.size() - 1));
      REQUIRE(back);
      CHECK(query.starts_with(back->query));
      CHECK_FALSE(first_invalid_utf8(back->query));
    }
  }
}

TEST_CASE("what is no line of a log is none") {
  CHECK(parse_log_line("2026-11-25T14Z\t0\ten-GB\ta"));
  for (const std::string& line : {std::string(),
                                  std::string("2026-11-25T14Z"),
                                  std::string("2026-11-25T14Z\t0\tpl"),
                                  std::string("2026-11-25T14Z\t0\tpl\t"),
                                  std::string("2026-11-25T14:30Z\t0\tpl\ta"),
                                  std::string("2026-11-25\t0\tpl\ta"),
                                  std::string("2026-11-25T14Z\t-1\tpl\ta"),
                                  std::string("2026-11-25T14Z\t\tpl\ta"),
                                  std::string("2026-11-25T14Z\t1.5\tpl\ta"),
                                  std::string("2026-11-25T14Z\t99999999999999999999\tpl\ta"),
                                  std::string("2026-11-25T14Z\t0\t\ta"),
                                  std::string("2026-11-25T14Z\t0\tp l\ta"),
                                  std::string("2026-11-25T14Z\t0\tpl\ta\tb"),
                                  std::string("2026-11-25T14Z\t0\tpl\ta\x1B"),
                                  std::string("2026-11-25T14Z\t0\tpl\ta\\b"),
                                  std::string("2026-11-25T14Z\t0\tpl\ta\\u{9"),
                                  std::string("2026-11-25T14Z\t0\tpl\t\\u{41}"),
                                  std::string("2026-11-25T14Z\t0\tpl\t\\u{}"),
                                  std::string("2026-11-25T14Z\t0\tpl\t\xFF"),
                                  std::string("2026-11-25T14Z\t0\tpl\t") + std::string(longest_log_line, 'a')}) {
    CAPTURE(line);
    CHECK_FALSE(parse_log_line(line));
  }
}

TEST_CASE("a query that may be personal is told from others") {
  struct Case {
    const char* query;
    bool personal;
  };
  const Case cases[] = {
      {"spółdzielnia socjalna", false},
      {"art. 15 ust. 2", false},
      {"25-001 Kielce", false},
      {"budżet 2026", false},
      {"WTZ 12 345", false},
      {"u sąsiada", false},
      {"atelier (Kielce)", false},
      {"jan.kowalski@example.org", true},
      {"jan.kowalski@", true},
      {"jan kowalski (at) example.org", true},
      {"jan [ AT ] example.org", true},
      {"jan(małpa)example.org", true},
      {"jan%40example.org", true},
      {"jan＠example.org", true},
      {"44051401359", true},
      {"pesel 440514 01359", true},
      {"44 05 14 013 59", true},
      {"4-4-0-5-1-4", true},
      {"41 200 10 01", true},
      {"+48 412 001 001", true},
      {"(41) 200-10-01", true},
      {"526-000-12-46", true},
      {"PL61 1090 1014", true},
      {"ABC123456", true},
      {"ur. 12.03.1985", true},
      {"wniosek a1b2c3d4e5f6", true},
      {"２００１００", true},
      {"٤٤٠٥١٤", true},
      {"𝟒𝟒𝟎𝟓𝟏𝟒", true},
      {"2021-2027", true},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK(may_be_personal(each.query) == each.personal);
  }
}

TEST_CASE("the log gets a line for what a reader asks, once") {
  LoggingSite site;
  struct Case {
    HttpRequest request;
    int status;
    std::string kept;
  };
  const Case cases[] = {
      {{"GET", "", "q=spoldzielnia&format=json"}, 200, "1\tpl\tspoldzielnia\n"},
      {{"GET", "", "q=Psy"}, 200, "1\tpl\tPsy\n"},
      {{"GET", "", "q=psy&lang=en&sort=title&size=5&page=1"}, 200, "0\ten\tpsy\n"},
      {{"GET", "", "q=kot"}, 200, "0\tpl\tkot\n"},
      {{"GET", "", "q=%20a%09b%5C+"}, 200, "0\tpl\ta b\\u{5c}\n"},
      {{"GET", "", "q=psy&page=2"}, 200, ""},
      {{"GET", "", "q=psy&powiat=buski"}, 200, ""},
      {{"GET", "", "q=psy&format=suggest"}, 200, ""},
      {{"GET", "", "q="}, 200, ""},
      {{"GET", "", ""}, 200, ""},
      {{"GET", "", "q=psy&page=0"}, 400, ""},
      {{"GET", "/nowhere", "q=psy"}, 404, ""},
      {{"HEAD", "", "q=psy"}, 200, ""},
      {{"POST", "", "q=psy"}, 405, ""},
      {{"GET", "", "q=jan%40example.org"}, 200, ""},
      {{"GET", "", "q=44051401359"}, 200, ""},
      {{"GET", "", "q=psy", "", false}, 200, ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.request.query_string);
    CHECK(site.ask(each.request).status == each.status);
    CHECK(site.kept() == each.kept);
    CHECK(site.trouble() == "");
  }
}

TEST_CASE("where other words were meant and are shown, those that were typed found nothing") {
  LoggingSite site;
  const HttpResponse response = site.get("q=spoldzielnai&format=json");
  CHECK(response.body.find("\"suggestion\": null") == std::string::npos);
  CHECK(site.kept() == "0\tpl\tspoldzielnai\n");
}

TEST_CASE("a site without a log keeps nothing") {
  const TemporaryFolder folder;
  write_search_folder(folder.path() / "search", two_language_config(), {document("/a/", "Psy", "Dwa psy.")});
  std::string trouble;
  CHECK(answer({"GET", "", "q=psy"}, (folder.path() / "search").string(), now_ms(), trouble).status == 200);
  CHECK(trouble == "");
  std::size_t entries = 0;
  for (const auto& each : std::filesystem::directory_iterator(folder.path())) entries += each.exists() ? 1 : 0;
  CHECK(entries == 1);
}

TEST_CASE("a log that cannot be written changes no answer, and the administrator hears why") {
  LoggingSite site;
  struct Case {
    std::string reason;
    std::function<void(const std::filesystem::path&)> spoil;
  };
  const Case cases[] = {
      {"Is a directory", [](const auto& log) { std::filesystem::create_directory(log); }},
      {"Too many levels of symbolic links", [](const auto& log) { std::filesystem::create_symlink("elsewhere", log); }},
      // Without a reader a pipe cannot be opened for writing; a program that waited for one would not come back.
      {"No such device or address", [](const auto& log) { REQUIRE(mkfifo(log.c_str(), 0600) == 0); }},
      {"it is no regular file",
       [](const auto& log) {
         REQUIRE(mkfifo(log.c_str(), 0600) == 0);
         static_cast<void>(::open(log.c_str(), O_RDONLY | O_NONBLOCK));
       }},
  };
  for (const Case& each : cases) {
    CAPTURE(each.reason);
    each.spoil(site.log());
    const HttpResponse response = site.get("q=psy&format=json");
    CHECK(response.status == 200);
    CHECK(response.body.find("\"total\": 1,") != std::string::npos);
    CHECK(site.trouble() == "the query log " + site.log().string() + " cannot be written: " + each.reason);
    std::filesystem::remove(site.log());
  }
}

TEST_CASE("a log is for its owner and group, and takes nothing more when it is full") {
  const TemporaryFolder folder;
  const std::string log = (folder.path() / "log").string();
  const mode_t mask = umask(0);
  CHECK(append_to_log(log, "one\n") == "");
  umask(mask);
  struct stat status {};
  REQUIRE(stat(log.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  CHECK(append_to_log(log, "two\n") == "");
  CHECK(read_bytes(log) == "one\ntwo\n");

  std::filesystem::resize_file(log, static_cast<std::uintmax_t>(fullest_log) - 1);
  CHECK(append_to_log(log, "last\n") == "");
  CHECK(append_to_log(log, "more\n") == "");
  CHECK(std::filesystem::file_size(log) == static_cast<std::uintmax_t>(fullest_log) + 4);
  CHECK(append_to_log((folder.path() / "none" / "log").string(), "x\n").ends_with(": No such file or directory"));
}
