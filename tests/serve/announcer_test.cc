#include "generator/serve/announcer.h"

#include <doctest/doctest.h>

#include <thread>

using namespace kronika;
using namespace std::chrono_literals;

namespace {

PreviewStatus named(const std::string& build) {
  PreviewStatus status;
  status.build = build;
  return status;
}

}  // namespace

TEST_CASE("each announcement replaces the one before and has the next number") {
  Announcer announcer;
  CHECK(announcer.now()->number == 0);
  announcer.announce(named("a"));
  const auto first = announcer.now();
  announcer.announce(named("b"));
  CHECK(first->build == "a");
  CHECK(announcer.now()->build == "b");
  CHECK(announcer.now()->number == 2);
}

TEST_CASE("who has seen less than the newest is told at once, who has seen it waits") {
  Announcer announcer;
  announcer.announce(named("a"));
  announcer.announce(named("b"));
  REQUIRE(announcer.next(0, 0ms));
  CHECK(announcer.next(0, 0ms)->build == "b");
  CHECK_FALSE(announcer.next(2, 0ms));
}

TEST_CASE("an announcement and the end wake those who wait") {
  Announcer announcer;
  std::string told;
  bool ended = false;
  std::thread listener([&] {
    const auto first = announcer.next(0, 60s);
    if (first) told = first->build;
    ended = !announcer.next(1, 60s);
  });
  announcer.announce(named("a"));
  announcer.close();
  listener.join();
  CHECK((told == "a" || told.empty()));  // the end may come before the listener looks
  CHECK(ended);
  CHECK(announcer.is_closed());
}
