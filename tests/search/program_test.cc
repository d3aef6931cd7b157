#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "search/query_log/line.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

const std::string program = std::string(KRONIKA_BINARY_DIR) + "/bin/kronika-search";

struct Output {
  int status;
  std::string text;
};

/// Runs a program with nothing but these variables in its environment. `environment` is quoted by the caller.
Output run(const std::string& path, const std::string& environment) {
  std::FILE* pipe = popen(("env -i ASAN_OPTIONS=detect_leaks=0 " + environment + " '" + path + "' 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  Output output{0, {}};
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.text.append(buffer, got);
  const int ended = pclose(pipe);
  output.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
  return output;
}

std::string body(const std::string& output) {
  const std::size_t at = output.find("\r\n\r\n");
  REQUIRE(at != std::string::npos);
  return output.substr(at + 4);
}

std::string quoted(const std::string& name, const std::string& value) {
  return name + "='" + value + "' ";
}

}  // namespace

TEST_CASE("the real program answers as CGI from the release that it lies in") {
  REQUIRE_MESSAGE(std::filesystem::exists(program), "build the target kronika-search first");
  const TemporaryFolder release;
  write_search_folder(release.path() / "search", two_language_config(),
                      {document("/a/", "Wizyta", "Pracowali ze spółdzielniami."), document("/b/", "Inne", "Nic.")});
  const auto copy = release.path() / "cgi-bin" / "search";
  std::filesystem::create_directories(copy.parent_path());
  std::filesystem::copy_file(program, copy);
  const auto link = release.path() / "link";
  std::filesystem::create_symlink(copy, link);

  for (const auto& path : {copy, link}) {
    const Output output =
        run(path.string(), quoted("REQUEST_METHOD", "GET") + quoted("QUERY_STRING", "q=spoldzielnia&format=json"));
    CHECK(output.status == 0);
    CHECK(output.text.starts_with("Status: 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"));
    const nlohmann::json json = nlohmann::json::parse(body(output.text));
    CHECK(json["total"] == 1);
    CHECK(json["results"][0]["snippet_html"] == "Pracowali ze <mark>spółdzielniami</mark>.");
  }
}

TEST_CASE("KRONIKA_SEARCH_DIR names another folder, and hostile requests get their status") {
  REQUIRE_MESSAGE(std::filesystem::exists(program), "build the target kronika-search first");
  const TemporaryFolder folder;
  write_search_folder(folder.path(), two_language_config(), {document("/a/", "Pies", "Dwa psy.")});
  const std::string here = quoted("KRONIKA_SEARCH_DIR", folder.path().string());
  struct Case {
    std::string environment, status;
  };
  const Case cases[] = {
      {"", "Status: 200 OK\r\n"},
      {quoted("REQUEST_METHOD", "GET") + quoted("QUERY_STRING", "q=%00%FF%E2%80&page=1"), "Status: 200 OK\r\n"},
      {quoted("QUERY_STRING", "q=(((((((((((+AND+NOT+*+\"+a*"), "Status: 200 OK\r\n"},
      {quoted("QUERY_STRING", std::string(20'000, '&')), "Status: 400 Bad Request\r\n"},
      {quoted("QUERY_STRING", "q=" + std::string(1001, 'a')), "Status: 400 Bad Request\r\n"},
      {quoted("QUERY_STRING", "page=1e9"), "Status: 400 Bad Request\r\n"},
      {quoted("REQUEST_METHOD", "POST"), "Status: 405 Method Not Allowed\r\n"},
      {quoted("PATH_INFO", "/nowhere/x"), "Status: 404 Not Found\r\n"}};
  for (const Case& each : cases) {
    CAPTURE(each.environment.substr(0, 100));
    const Output output = run(program, here + each.environment);
    CHECK(output.status == 0);
    CHECK(output.text.starts_with(each.status));
  }
}

TEST_CASE("without its folder the program says 503 to the reader and why to the log") {
  REQUIRE_MESSAGE(std::filesystem::exists(program), "build the target kronika-search first");
  const Output output = run(program, quoted("KRONIKA_SEARCH_DIR", "/nowhere"));
  CHECK(output.status == 0);
  CHECK(output.text.find("kronika-search: cannot open /nowhere/search.toml: No such file or directory") !=
        std::string::npos);
  CHECK(output.text.find("Status: 503 Service Unavailable\r\n") != std::string::npos);
}

TEST_CASE("many processes share the query log, and every line of it is whole") {
  REQUIRE_MESSAGE(std::filesystem::exists(program), "build the target kronika-search first");
  const TemporaryFolder folder;
  SearchConfig config = two_language_config();
  config.query_log = (folder.path() / "log.tsv").string();
  write_search_folder(folder.path(), config, {document("/a/", "Pies", "Dwa psy.")});
  const std::string server = quoted("KRONIKA_SEARCH_DIR", folder.path().string()) +
                             quoted("GATEWAY_INTERFACE", "CGI/1.1") + quoted("REQUEST_METHOD", "GET");
  constexpr int processes = 8, searches = 50;
  const std::string filling(300, 'x');
  std::vector<std::thread> threads;
  for (int process = 0; process < processes; ++process) {
    threads.emplace_back([&, process] {
      const std::string loop = "for i in $(seq " + std::to_string(searches) +
                               "); do env -i ASAN_OPTIONS=detect_leaks=0 " + server + "QUERY_STRING=q=p" +
                               std::to_string(process) + "+s$i+" + filling + " '" + program +
                               "' >/dev/null || exit 1; done";
      CHECK(std::system(loop.c_str()) == 0);
    });
  }
  for (std::thread& thread : threads) thread.join();

  std::map<std::string, int> seen;
  std::ifstream log(config.query_log);
  for (std::string line; std::getline(log, line);) {
    const auto query = parse_log_line(line);
    REQUIRE(query);
    ++seen[query->query];
  }
  CHECK(seen.size() == processes * searches);
  for (int process = 0; process < processes; ++process)
    for (int i = 1; i <= searches; ++i)
      CHECK(seen["p" + std::to_string(process) + " s" + std::to_string(i) + " " + filling] == 1);
}

TEST_CASE("the program keeps what comes through a web server, and says on standard error why it cannot") {
  REQUIRE_MESSAGE(std::filesystem::exists(program), "build the target kronika-search first");
  const TemporaryFolder folder;
  SearchConfig config = two_language_config();
  config.query_log = (folder.path() / "logs" / "log.tsv").string();
  write_search_folder(folder.path(), config, {document("/a/", "Pies", "Dwa psy.")});
  const std::string query = quoted("KRONIKA_SEARCH_DIR", folder.path().string()) + quoted("QUERY_STRING", "q=psy");
  const std::string server = quoted("GATEWAY_INTERFACE", "CGI/1.1");
  const std::string complaint =
      "kronika-search: the query log " + config.query_log + " cannot be written: No such file or directory\n";

  const Output without_folder = run(program, query + server);
  CHECK(without_folder.status == 0);
  CHECK(without_folder.text.find(complaint) != std::string::npos);
  CHECK(without_folder.text.find("Status: 200 OK\r\n") != std::string::npos);

  std::filesystem::create_directory(folder.path() / "logs");
  CHECK(run(program, query).text.starts_with("Status: 200 OK\r\n"));
  CHECK_FALSE(std::filesystem::exists(config.query_log));
  CHECK(run(program, query + server).text.starts_with("Status: 200 OK\r\n"));
  CHECK(read_bytes(config.query_log).ends_with("Z\t1\tpl\tpsy\n"));
}
