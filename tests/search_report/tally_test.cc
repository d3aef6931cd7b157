#include "generator/search_report/tally.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "generator/core/failure.h"
#include "generator/search_report/read_log.h"

namespace kronika {
namespace {

LoggedQuery logged(const std::string& query, std::size_t total = 1, const std::string& hour = "2026-11-25T14Z",
                   const std::string& language = "pl") {
  return {hour, total, language, query};
}

/// "query times/in vain/last total", and the language when it is not Polish.
std::vector<std::string> lines(const std::vector<QueryCount>& counts) {
  std::vector<std::string> out;
  for (const QueryCount& each : counts)
    out.push_back(each.query + " " + std::to_string(each.times) + "/" + std::to_string(each.in_vain) + "/" +
                  std::to_string(each.last_total) + (each.language == "pl" ? "" : " " + each.language));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("spellings of one query are counted together, under the one typed most often") {
  QueryTally tally;
  for (const char* query : {"Łódź", "lodz", "ŁÓDŹ", "  lodz ", "łódź", "dom  kultury", "Dom kultury", "dom kultury"})
    tally.add(logged(query));
  CHECK(lines(tally.most_frequent(9)) == Lines{"lodz 5/0/1", "dom kultury 3/0/1"});
  CHECK(tally.searches() == 8);
}

TEST_CASE("of two equal spellings, and of two equally frequent queries, the first by its bytes comes first") {
  for (const bool turned : {false, true}) {
    QueryTally tally;
    std::vector<const char*> queries = {"b", "B", "a", "ż", "c", "c"};
    if (turned) std::reverse(queries.begin(), queries.end());
    for (const char* query : queries) tally.add(logged(query));
    CHECK(lines(tally.most_frequent(9)) == Lines{"B 2/0/1", "c 2/0/1", "a 1/0/1", "ż 1/0/1"});
    CHECK(lines(tally.most_frequent(1)) == Lines{"B 2/0/1"});
    CHECK(lines(tally.most_frequent(0)).empty());
  }
}

TEST_CASE("a query in two languages is two") {
  QueryTally tally;
  tally.add(logged("program", 3));
  tally.add(logged("program", 0, "2026-11-25T14Z", "en"));
  CHECK(lines(tally.most_frequent(9)) == Lines{"program 1/1/0 en", "program 1/0/3"});
}

TEST_CASE("in vain is what found nothing the last time; what was mended since is not told") {
  QueryTally tally;
  for (const std::size_t total : {0, 0, 0, 4}) tally.add(logged("mended", total));
  for (const std::size_t total : {0, 7, 0}) tally.add(logged("lost", total));
  for (const std::size_t total : {0, 0, 0}) tally.add(logged("never", total));
  tally.add(logged("always", 9));
  CHECK(lines(tally.most_in_vain(9)) == Lines{"never 3/3/0", "lost 3/2/0"});
  CHECK(lines(tally.most_in_vain(1)) == Lines{"never 3/3/0"});
}

TEST_CASE("the report is of the time from the earliest to the latest hour, wherever they stand") {
  QueryTally tally;
  CHECK(tally.first_hour() == "");
  for (const char* hour : {"2026-03-01T10Z", "2026-02-28T23Z", "2026-11-01T00Z", "2026-10-31T00Z"})
    tally.add(logged("a", 1, hour));
  CHECK(tally.first_hour() == "2026-02-28T23Z");
  CHECK(tally.last_hour() == "2026-11-01T00Z");
}

TEST_CASE("when there are too many queries the rare ones are forgotten, and the frequent ones stay right") {
  QueryTally tally(100);
  for (int i = 0; i < 10'000; ++i) {
    tally.add(logged("rare " + std::to_string(i), 0));
    if (i % 10 == 0) tally.add(logged("often", 0));
    if (i % 20 == 0) tally.add(logged("less often", 0));
  }
  CHECK(tally.has_forgotten());
  CHECK(tally.searches() == 11'500);
  CHECK(lines(tally.most_frequent(2)) == Lines{"often 1000/1000/0", "less often 500/500/0"});
  CHECK(tally.most_frequent(1'000).size() <= 100);

  QueryTally few(100);
  for (int i = 0; i < 100; ++i) few.add(logged("rare " + std::to_string(i)));
  CHECK_FALSE(few.has_forgotten());
  CHECK(few.most_frequent(1'000).size() == 100);
}

TEST_CASE("a log is read line by line, and what is no line of it is told by its number") {
  const std::string good = "2026-11-25T14Z\t3\tpl\tdobre praktyki\n";
  struct Case {
    std::string log;
    std::size_t searches;
    std::vector<std::size_t> damaged;
  };
  const Case cases[] = {
      {"", 0, {}},
      {good, 1, {}},
      {good + "2026-11-25T14Z\t0\tpl\tbez końca wiersza", 2, {}},
      {good + "\n" + good, 2, {2}},
      {"słowa\n" + good + "2026-11-25T1", 1, {1, 3}},
      {good + std::string(5'000, 'a') + "\n" + good, 2, {2}},
      {good + std::string(1'023, 'a') + "\n" + good, 2, {2}},
      {good + std::string(1'024, 'a') + "\n" + good, 2, {2}},
      {good + std::string(1'025, 'a') + "\n" + good, 2, {2}},
      {good + std::string(5'000, 'a'), 1, {2}},
      {std::string("\0\n", 2) + good, 1, {1}},
      {"2026-11-25T14Z\t3\tpl\tdobre prak2026-11-25T14Z\t3\tpl\tx\n" + good, 1, {1}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.log.substr(0, 100));
    std::istringstream log(each.log);
    QueryTally tally;
    const DamagedLines damaged = read_query_log(log, "log", tally);
    CHECK(tally.searches() == each.searches);
    CHECK(damaged.first == each.damaged);
    CHECK(damaged.count == each.damaged.size());
  }
}

TEST_CASE("of many damaged lines the first ten are told, and all are counted") {
  std::string text;
  for (int i = 0; i < 25; ++i) text += "x\n";
  std::istringstream log(text);
  QueryTally tally;
  const DamagedLines damaged = read_query_log(log, "log", tally);
  CHECK(damaged.first == std::vector<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(damaged.count == 25);
}

TEST_CASE("a log that cannot be read is a failure, not an empty log") {
  std::istringstream log("2026-11-25T14Z\t3\tpl\ta\n");
  log.setstate(std::ios::badbit);
  QueryTally tally;
  CHECK_THROWS_AS(read_query_log(log, "log", tally), Failure);
}

}  // namespace kronika
