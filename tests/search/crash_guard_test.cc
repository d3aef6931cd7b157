#include "search/gateway/crash_guard.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "search/gateway/cgi.h"

using namespace kronika;

namespace {

struct Ended {
  std::string output;
  int status;
};

/// Runs this in a process of its own, under a guard that answers into a pipe.
Ended crash(const std::function<void()>& crash_now) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const CrashGuard guard({ends[1], crash_output(), nullptr});
    crash_now();
    ::_exit(7);
  }
  close(ends[1]);
  Ended ended{{}, 0};
  char buffer[4096];
  for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
    ended.output.append(buffer, static_cast<std::size_t>(got));
  close(ends[0]);
  waitpid(child, &ended.status, 0);
  return ended;
}

int use_up_the_stack(int depth) {
  if (depth < 0) return 0;
  volatile char room[4096];
  room[depth % 4096] = 1;
  return use_up_the_stack(depth + 1) + room[0];
}

}  // namespace

TEST_CASE("a crash is answered with 503") {
  for (const int signal : crash_signals) {
    CAPTURE(signal);
    const Ended ended = crash([signal] { raise(signal); });
    CHECK(WIFEXITED(ended.status));
    CHECK(WEXITSTATUS(ended.status) == 0);
    CHECK(ended.output == crash_output());
    CHECK(ended.output.starts_with("Status: 503 Service Unavailable\r\n"));
    CHECK(ended.output.find("Content-Security-Policy: ") != std::string::npos);
  }
}

TEST_CASE("a stack that is used up is a crash like others") {
  CHECK(crash([] { use_up_the_stack(0); }).output == crash_output());
}

TEST_CASE("after the guard a crash is what it was before") {
  const auto handler_of = [](int signal) {
    struct sigaction action {};
    sigaction(signal, nullptr, &action);
    return action.sa_handler;
  };
  const auto before = handler_of(SIGILL);
  {
    const CrashGuard guard({STDERR_FILENO, "", nullptr});
    CHECK((handler_of(SIGILL) != before));
  }
  CHECK((handler_of(SIGILL) == before));
}
