#include "generator/serve/http_server.h"

#include <doctest/doctest.h>
#include <httplib.h>

#include <atomic>
#include <memory>
#include <thread>

#include "generator/core/failure.h"
#include "search/text/content_policy.h"
#include "tests/serve/temporary_folder.h"

using namespace kronika;
using namespace std::chrono_literals;

namespace {

PreviewStatus status_named(const std::string& build) {
  PreviewStatus status;
  status.build = build;
  status.search_path = "/szukaj";
  status.json = "{\"build\":\"" + build + "\"}";
  return status;
}

/// A server over a release in a temporary folder.
struct Served {
  TemporaryFolder folder;
  Announcer announcer;
  HttpServer server{"127.0.0.1", 0};
  PreviewSite site{{folder.path(), "127.0.0.1", server.port()}, announcer};
  httplib::Client client{"127.0.0.1", server.port()};

  Served() {
    folder.write("public/index.html", "<p>home</p>");
    folder.write("public/404.html", "<p>no page</p>");
    folder.write("public/plan.txt", "0123456789");
    folder.write("public/empty.txt", "");
    announcer.announce(status_named("b-1"));
    server.start(site, announcer);
  }
  ~Served() {
    announcer.close();
    server.stop();
  }
};

/// One tab's stream; collects what comes until the tab is closed.
class Tab {
 public:
  explicit Tab(int port) : client_("127.0.0.1", port) {
    client_.set_read_timeout(60s);
    thread_ = std::thread([this] {
      client_.Get("/_kronika/events", [this](const char* data, std::size_t size) {
        const std::lock_guard lock(mutex_);
        text_.append(data, size);
        changed_.notify_all();
        return true;
      });
    });
  }
  ~Tab() {
    client_.stop();
    thread_.join();
  }
  bool wait_for(const std::string& text) { return wait_for_either(text, text) == text; }
  /// Which of the two has come; "" when neither does. The library lets five connections wait, so of many that come at
  /// once on a busy machine some are tried again for long.
  std::string wait_for_either(const std::string& one, const std::string& other) {
    std::unique_lock lock(mutex_);
    const auto has = [&](const std::string& text) { return text_.find(text) != std::string::npos; };
    changed_.wait_for(lock, 60s, [&] { return has(one) || has(other); });
    return has(one) ? one : has(other) ? other : "";
  }

 private:
  httplib::Client client_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string text_;
  std::thread thread_;
};

}  // namespace

TEST_CASE("pages come with their type, without caching and without guessing") {
  Served served;
  const auto result = served.client.Get("/");
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->body == "<p>home</p>");
  CHECK(result->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(result->get_header_value("Cache-Control") == "no-store");
  CHECK(result->get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(result->get_header_value("Content-Security-Policy") == content_policy);
  CHECK(result->get_header_value_count("Content-Security-Policy") == 1);
  CHECK(result->get_header_value("Referrer-Policy") == referrer_policy);
  CHECK(result->get_header_value("Permissions-Policy") == permissions_policy);
  CHECK(result->get_header_value("Content-Length") == "11");
}

TEST_CASE("HEAD gives the headers of GET and no body") {
  Served served;
  const auto result = served.client.Head("/");
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->body.empty());
  CHECK(result->get_header_value("Content-Length") == "11");
}

TEST_CASE("a missing page has the status 404 and the site's own page, an empty file is empty") {
  Served served;
  const auto missing = served.client.Get("/nic/");
  REQUIRE(missing);
  CHECK(missing->status == 404);
  CHECK(missing->body == "<p>no page</p>");
  const auto empty = served.client.Get("/empty.txt");
  REQUIRE(empty);
  CHECK(empty->status == 200);
  CHECK(empty->body.empty());
}

TEST_CASE("a part of a file is given, of an error page never") {
  Served served;
  const httplib::Headers range = {httplib::make_range_header({{2, 4}})};
  const auto part = served.client.Get("/plan.txt", range);
  REQUIRE(part);
  CHECK(part->status == 206);
  CHECK(part->body == "234");
  const auto missing = served.client.Get("/nic", range);
  REQUIRE(missing);
  CHECK(missing->status == 404);
  CHECK(missing->body == "<p>no page</p>");
}

TEST_CASE("another method is refused after its body was read, and the connection goes on") {
  Served served;
  served.client.set_keep_alive(true);
  const auto posted = served.client.Post("/", "GET /x HTTP/1.1\r\n\r\n", "text/plain");
  REQUIRE(posted);
  CHECK(posted->status == 405);
  const auto after = served.client.Get("/");
  REQUIRE(after);
  CHECK(after->body == "<p>home</p>");
}

TEST_CASE("a tab gets the status of now and then each new one") {
  Served served;
  Tab tab(served.server.port());
  CHECK(tab.wait_for("data: {\"build\":\"b-1\"}\n\n"));
  served.announcer.announce(status_named("b-2"));
  CHECK(tab.wait_for("data: {\"build\":\"b-2\"}\n\n"));
}

TEST_CASE("many open tabs leave room for pages") {
  Served served;
  std::vector<std::unique_ptr<Tab>> tabs;
  for (int i = 0; i < 40; ++i) tabs.push_back(std::make_unique<Tab>(served.server.port()));
  for (const auto& tab : tabs) REQUIRE(tab->wait_for("b-1"));
  const auto result = served.client.Get("/");
  REQUIRE(result);
  CHECK(result->status == 200);
  served.announcer.announce(status_named("b-2"));
  for (const auto& tab : tabs) CHECK(tab->wait_for("b-2"));
}

TEST_CASE("too many tabs are refused rather than all made to wait") {
  Served served;
  std::vector<std::unique_ptr<Tab>> tabs;
  for (int i = 0; i < 60; ++i) tabs.push_back(std::make_unique<Tab>(served.server.port()));
  int refused = 0;
  for (const auto& tab : tabs) {
    const std::string told = tab->wait_for_either("b-1", "too many");
    REQUIRE_FALSE(told.empty());
    refused += told == "too many" ? 1 : 0;
  }
  CHECK(refused == 12);
  const auto result = served.client.Get("/");
  REQUIRE(result);
  CHECK(result->status == 200);
}

TEST_CASE("tabs that have gone make room for others") {
  Served served;
  {
    std::vector<std::unique_ptr<Tab>> tabs;
    for (int i = 0; i < 60; ++i) tabs.push_back(std::make_unique<Tab>(served.server.port()));
    for (const auto& tab : tabs) REQUIRE_FALSE(tab->wait_for_either("b-1", "too many").empty());
  }
  const auto latest = std::chrono::steady_clock::now() + 20s;
  bool served_again = false;
  while (!served_again && std::chrono::steady_clock::now() < latest) {
    Tab tab(served.server.port());
    served_again = tab.wait_for_either("b-1", "too many") == "b-1";
  }
  CHECK(served_again);
}

TEST_CASE("a busy port is told with the way out") {
  const HttpServer first("127.0.0.1", 0);
  const std::string message = "port " + std::to_string(first.port()) + " is in use; choose another with --port";
  CHECK_THROWS_WITH_AS(HttpServer("127.0.0.1", first.port()), message.c_str(), Failure);
}

TEST_CASE("a host that is not this computer's is told") {
  CHECK_THROWS_WITH_AS(HttpServer("192.0.2.1", 0), doctest::Contains("'192.0.2.1' is no address of this computer"),
                       Failure);
  CHECK_THROWS_WITH_AS(HttpServer("no such host", 0), doctest::Contains("--host"), Failure);
}

TEST_CASE("a server that was never started ends at once") {
  const HttpServer server("127.0.0.1", 0);
  CHECK(server.port() > 0);
  CHECK(server.origin() == "http://127.0.0.1:" + std::to_string(server.port()));
}
