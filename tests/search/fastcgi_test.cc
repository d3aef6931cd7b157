#include "search/gateway/fastcgi.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "search/gateway/answer.h"
#include "tests/search/fastcgi_client.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;
namespace fs = std::filesystem;

namespace {

const std::string program = std::string(KRONIKA_BINARY_DIR) + "/bin/kronika-search";

/// A release whose one page is called `title`.
void write_release(const fs::path& folder, const std::string& title) {
  REQUIRE_MESSAGE(fs::exists(program), "build the target kronika-search first");
  write_search_folder(folder / "search", two_language_config(), {document("/a/", title, "Dwa psy.")});
  fs::create_directories(folder / "cgi-bin");
  fs::copy_file(program, folder / "cgi-bin/search");
}

/// In one step, as a release is switched.
void point(const fs::path& link, const fs::path& target) {
  fs::create_symlink(target, link.string() + ".new");
  fs::rename(link.string() + ".new", link);
}

std::string status_of(const FastCgiAnswer& answer) {
  return answer.output.substr(0, answer.output.find("\r\n"));
}

Variables query(const std::string& query_string) {
  return {{"REQUEST_METHOD", "GET"}, {"QUERY_STRING", query_string}};
}

/// The title of the first result; "" when there is none.
std::string found(const FastCgiSocket& socket) {
  const FastCgiAnswer answer = socket.ask(query("q=psy&format=json"));
  REQUIRE(status_of(answer) == "Status: 200 OK");
  CHECK(answer.ended);
  const auto json = nlohmann::json::parse(answer.output.substr(answer.output.find("\r\n\r\n") + 4));
  return json["total"] == 0 ? "" : json["results"][0]["title"].get<std::string>();
}

fs::path program_of(const FastCgiProcess& process) {
  return fs::read_symlink("/proc/" + std::to_string(process.number()) + "/exe");
}

/// Without sockets: an answer arrives before its connection is closed.
std::size_t open_files(const FastCgiProcess& process) {
  std::size_t count = 0;
  for (const auto& each : fs::directory_iterator("/proc/" + std::to_string(process.number()) + "/fd")) {
    std::error_code gone;
    const std::string target = fs::read_symlink(each.path(), gone).string();
    if (!gone && !target.starts_with("socket:")) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("one process answers many requests, each on a connection of its own") {
  const TemporaryFolder folder;
  write_release(folder.path() / "a", "Psy");
  const FastCgiSocket socket(folder.path() / "socket");
  const FastCgiProcess worker(socket, folder.path() / "a/cgi-bin/search");
  struct Case {
    Variables variables;
    std::string status;
  };
  const Case cases[] = {{query("q=psy"), "Status: 200 OK"},
                        {{}, "Status: 200 OK"},
                        {query("page=0"), "Status: 400 Bad Request"},
                        {query(std::string(60'000, '&')), "Status: 400 Bad Request"},
                        {{{"PATH_INFO", "/nowhere"}}, "Status: 404 Not Found"},
                        {{{"REQUEST_METHOD", "POST"}}, "Status: 405 Method Not Allowed"}};
  for (const bool keep : {false, true}) {
    for (const Case& each : cases) {
      const FastCgiAnswer answer = socket.ask(each.variables, keep);
      CHECK(status_of(answer) == each.status);
      CHECK(answer.ended);
      CHECK(answer.errors == "");
    }
  }
}

TEST_CASE("a worker tells 304 by the release's digest") {
  const TemporaryFolder folder;
  write_release(folder.path() / "a", "Psy");
  write_file(folder.path() / "a/search/release", "0123456789abcdef0123\n");
  const FastCgiSocket socket(folder.path() / "socket");
  const FastCgiProcess worker(socket, folder.path() / "a/cgi-bin/search");
  const std::string output = socket.ask(query("q=psy")).output;
  const auto at = output.find("ETag: ") + 6;
  const std::string tag = output.substr(at, output.find("\r\n", at) - at);
  CHECK(tag.starts_with("W/\"0123456789abcdef-"));
  Variables again = query("q=psy");
  again.emplace_back("HTTP_IF_NONE_MATCH", tag);
  CHECK(socket.ask(again).output == "Status: 304 Not Modified\r\nCache-Control: no-cache\r\nETag: " + tag + "\r\n\r\n");
}

TEST_CASE("when the link leads to another release, its program takes the worker's place") {
  const TemporaryFolder folder;
  const fs::path current = folder.path() / "current";
  write_release(folder.path() / "a", "Psy pierwsze");
  write_release(folder.path() / "b", "Psy drugie");
  point(current, "a");
  const FastCgiSocket socket(folder.path() / "socket");
  FastCgiProcess worker(socket, current / "cgi-bin/search");
  CHECK(found(socket) == "Psy pierwsze");
  std::size_t files = 0;
  for (int i = 0; i < 3; ++i) {
    point(current, "b");
    CHECK(found(socket) == "Psy drugie");
    CHECK(program_of(worker) == folder.path() / "b/cgi-bin/search");
    point(current, "a");
    CHECK(found(socket) == "Psy pierwsze");
    CHECK(program_of(worker) == folder.path() / "a/cgi-bin/search");
    if (i == 0) files = open_files(worker);
    CHECK(open_files(worker) == files);
  }
  worker.signal(SIGTERM);
  CHECK(worker.status() == 0);
}

TEST_CASE("a folder that takes the place of the release is noticed, and one that is missing is waited for") {
  const TemporaryFolder folder;
  const fs::path site = folder.path() / "site";
  write_release(site, "Psy pierwsze");
  const FastCgiSocket socket(folder.path() / "socket");
  const FastCgiProcess worker(socket, site / "cgi-bin/search");
  CHECK(found(socket) == "Psy pierwsze");
  fs::rename(site, folder.path() / "old");
  CHECK(found(socket) == "Psy pierwsze");
  fs::remove_all(folder.path() / "old");
  CHECK(found(socket) == "Psy pierwsze");
  write_release(folder.path() / "new", "Psy drugie");
  fs::rename(folder.path() / "new", site);
  CHECK(found(socket) == "Psy drugie");
}

TEST_CASE("a release whose program cannot be run leaves the old one at work") {
  const TemporaryFolder folder;
  const fs::path current = folder.path() / "current";
  write_release(folder.path() / "a", "Psy pierwsze");
  write_release(folder.path() / "b", "Psy drugie");
  fs::permissions(folder.path() / "b/cgi-bin/search", fs::perms::owner_read);
  point(current, "a");
  const FastCgiSocket socket(folder.path() / "socket");
  const FastCgiProcess worker(socket, current / "cgi-bin/search");
  CHECK(found(socket) == "Psy pierwsze");
  point(current, "b");
  CHECK(found(socket) == "Psy pierwsze");
}

TEST_CASE("KRONIKA_SEARCH_DIR is looked at for each request") {
  const TemporaryFolder folder;
  const fs::path chosen = folder.path() / "chosen";
  write_release(folder.path() / "a", "Psy pierwsze");
  write_release(folder.path() / "b", "Psy drugie");
  point(chosen, "a/search");
  const FastCgiSocket socket(folder.path() / "socket");
  const FastCgiProcess worker(socket, program, "KRONIKA_SEARCH_DIR=" + chosen.string());
  CHECK(found(socket) == "Psy pierwsze");
  point(chosen, "b/search");
  CHECK(found(socket) == "Psy drugie");
}

TEST_CASE("what is broken is a 503 with its reason in the server's log, until it is mended") {
  const TemporaryFolder folder;
  write_release(folder.path() / "a", "Psy");
  const fs::path theme = folder.path() / "a/search/results.en.mustache";
  fs::rename(theme, folder.path() / "away");
  const FastCgiSocket socket(folder.path() / "socket");
  const FastCgiProcess worker(socket, folder.path() / "a/cgi-bin/search");
  for (int i = 0; i < 2; ++i) {
    const FastCgiAnswer answer = socket.ask(query("q=psy"));
    CHECK(status_of(answer) == "Status: 503 Service Unavailable");
    CHECK(answer.errors == "kronika-search: cannot open " + theme.string() + ": No such file or directory\n");
    CHECK(answer.output.find(theme.string()) == std::string::npos);
  }
  fs::rename(folder.path() / "away", theme);
  CHECK(found(socket) == "Psy");
  fs::remove_all(folder.path() / "a/search");
  CHECK(found(socket) == "Psy");
}

TEST_CASE("a worker ends with 0 when it is told to") {
  const TemporaryFolder folder;
  write_release(folder.path() / "a", "Psy");
  const FastCgiSocket socket(folder.path() / "socket");
  for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) {
    FastCgiProcess worker(socket, folder.path() / "a/cgi-bin/search");
    CHECK(found(socket) == "Psy");  // so it has arranged its signals
    worker.signal(signal);
    CHECK(worker.status() == 0);
  }
}

TEST_CASE("a request that uses up its time is told so, and the process begins anew") {
  const TemporaryFolder folder;
  write_release(folder.path() / "a", "Psy");
  const std::string restarted = folder.path() / "a/cgi-bin/search";
  const FastCgiSocket socket(folder.path() / "socket");
  FastCgiProcess worker(socket, [&] {
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    return serve_fastcgi({[](const HttpRequest& request, std::string&) -> HttpResponse {
                            if (request.query_string == "quick") return {200, {}, "quick"};
                            for (;;) now_ms();
                          },
                          [] { return false; }, restarted.c_str(), std::chrono::milliseconds(20)});
  });
  for (int i = 0; i < 3; ++i) CHECK(socket.ask(query("quick")).output == "Status: 200 OK\r\n\r\nquick");
  const FastCgiAnswer answer = socket.ask(query("slow"));
  CHECK(status_of(answer) == "Status: 503 Service Unavailable");
  CHECK(answer.output.find("This query takes too long.") != std::string::npos);
  CHECK(answer.ended);
  CHECK(found(socket) == "Psy");
  CHECK(program_of(worker) == restarted);
  worker.signal(SIGTERM);
  CHECK(worker.status() == 0);
}

TEST_CASE("a request at hand is finished before the worker ends") {
  const TemporaryFolder folder;
  const FastCgiSocket socket(folder.path() / "socket");
  FastCgiProcess worker(socket, [&] {
    return serve_fastcgi({[](const HttpRequest&, std::string&) -> HttpResponse {
                            ::raise(SIGTERM);
                            return {200, {}, "finished"};
                          },
                          [] { return false; }, "/nowhere", std::chrono::seconds(1)});
  });
  const FastCgiAnswer answer = socket.ask(query(""));
  CHECK(answer.output == "Status: 200 OK\r\n\r\nfinished");
  CHECK(answer.ended);
  CHECK(worker.status() == 0);
}
