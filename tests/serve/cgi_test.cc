#include "generator/serve/cgi.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>
#include <thread>

#include "generator/core/descriptor.h"
#include "generator/core/failure.h"
#include "tests/serve/temporary_folder.h"

using namespace kronika;
using namespace std::chrono_literals;

namespace {

const std::vector<std::pair<std::string, std::string>> path_only = {{"PATH", "/usr/bin:/bin"}};

CgiOutcome run(const TemporaryFolder& folder, std::string_view script, std::chrono::milliseconds limit = 20s) {
  CgiCall call;
  call.program = folder.write_program("program", script);
  call.variables = path_only;
  call.time_limit = limit;
  return run_cgi(call);
}

bool has_children() {
  return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD;
}

}  // namespace

TEST_CASE("a program's output, errors and exit status come back") {
  const TemporaryFolder folder;
  const CgiOutcome outcome = run(folder, "#!/bin/sh\necho answer\necho trouble >&2\nexit 3\n");
  CHECK(outcome.end == CgiEnd::exited);
  CHECK(outcome.status == 3);
  CHECK(outcome.output == "answer\n");
  CHECK(outcome.errors == "trouble\n");
  CHECK_FALSE(has_children());
}

TEST_CASE("the environment is what was given and nothing else") {
  const TemporaryFolder folder;
  setenv("KRONIKA_SEARCH_DIR", "/somewhere", 1);
  CgiCall call;
  call.program = folder.write_program("program", "#!/bin/sh\nexec env\n");
  call.variables = {{"PATH", "/usr/bin:/bin"}, {"QUERY_STRING", "q=spółdzielnia&x=1 2"}};
  const CgiOutcome outcome = run_cgi(call);
  unsetenv("KRONIKA_SEARCH_DIR");
  CHECK(outcome.output.find("QUERY_STRING=q=spółdzielnia&x=1 2\n") != std::string::npos);
  CHECK(outcome.output.find("KRONIKA_SEARCH_DIR") == std::string::npos);
  CHECK(outcome.output.find("HOME=") == std::string::npos);
}

TEST_CASE("a program gets an empty standard input, its own folder and no other open file") {
  const TemporaryFolder folder;
  const Descriptor some(open("/dev/null", O_RDONLY));
  const Descriptor inherited(dup2(some.get(), 77));  // not marked close-on-exec
  const CgiOutcome outcome =
      run(folder, "#!/bin/sh\nwc -c | tr -d ' '\npwd\ntest -e /proc/self/fd/77 || echo closed\n");
  CHECK(outcome.output == "0\n" + std::filesystem::canonical(folder.path()).string() + "\nclosed\n");
}

TEST_CASE("long output on both streams does not block") {
  const TemporaryFolder folder;
  const CgiOutcome outcome = run(folder,
                                 "#!/bin/sh\nhead -c 1000000 /dev/zero >&2\nhead -c 3000000 /dev/zero\n"
                                 "head -c 1000000 /dev/zero >&2\n");
  CHECK(outcome.end == CgiEnd::exited);
  CHECK(outcome.output.size() == 3'000'000);
  CHECK(outcome.errors.size() == 65'536);
}

TEST_CASE("a program that takes too long is killed with all it started") {
  const TemporaryFolder folder;
  const auto start = std::chrono::steady_clock::now();
  const CgiOutcome outcome = run(folder, "#!/bin/sh\necho begun\nsleep 100 &\necho $! >child\nwait\n", 300ms);
  CHECK(outcome.end == CgiEnd::out_of_time);
  CHECK(outcome.output == "begun\n");
  CHECK(std::chrono::steady_clock::now() - start < 20s);
  CHECK_FALSE(has_children());
  int grandchild = 0;
  std::ifstream(folder.path() / "child") >> grandchild;
  REQUIRE(grandchild > 0);
  // It may be a zombie until its new parent looks; a signal is then still "delivered".
  const auto is_running = [&] {
    std::ifstream status("/proc/" + std::to_string(grandchild) + "/stat");
    std::string number, name, state;
    status >> number >> name >> state;
    return !state.empty() && state != "Z";
  };
  const auto latest = std::chrono::steady_clock::now() + 10s;
  while (is_running() && std::chrono::steady_clock::now() < latest) std::this_thread::yield();
  CHECK_FALSE(is_running());
}

TEST_CASE("a program that closes its output and goes on is killed too") {
  const TemporaryFolder folder;
  const CgiOutcome outcome = run(folder, "#!/bin/sh\necho done\nexec >&- 2>&-\nsleep 100\n", 300ms);
  CHECK(outcome.end == CgiEnd::out_of_time);
  CHECK_FALSE(has_children());
}

TEST_CASE("output without end is cut") {
  const TemporaryFolder folder;
  CgiCall call;
  call.program = folder.write_program("program", "#!/bin/sh\nexec cat /dev/zero\n");
  call.variables = path_only;
  call.output_limit = 100'000;
  const CgiOutcome outcome = run_cgi(call);
  CHECK(outcome.end == CgiEnd::too_much_output);
  CHECK(outcome.output.size() == 100'000);
  CHECK_FALSE(has_children());
}

TEST_CASE("a program that dies of a signal is told") {
  const TemporaryFolder folder;
  const CgiOutcome outcome = run(folder, "#!/bin/sh\nkill -9 $$\n");
  CHECK(outcome.end == CgiEnd::killed_by_signal);
  CHECK(outcome.status == SIGKILL);
}

TEST_CASE("a stop ends a running program at once") {
  const TemporaryFolder folder;
  CgiCall call;
  call.program = folder.write_program("program", "#!/bin/sh\necho begun >begun\nsleep 100\n");
  call.variables = path_only;
  std::stop_source stop;
  std::thread stopper([&] {
    while (!std::filesystem::exists(folder.path() / "begun")) std::this_thread::yield();
    stop.request_stop();
  });
  call.time_limit = 60s;
  const CgiOutcome outcome = run_cgi(call, stop.get_token());
  stopper.join();
  CHECK(outcome.end == CgiEnd::stopped);
  CHECK_FALSE(has_children());
}

TEST_CASE("a program that cannot be started is a failure that names it") {
  const TemporaryFolder folder;
  CgiCall call;
  call.program = folder.path() / "missing";
  CHECK_THROWS_WITH_AS(run_cgi(call), doctest::Contains("missing"), Failure);
  call.program = folder.write("not-executable", "text");
  CHECK_THROWS_WITH_AS(run_cgi(call), doctest::Contains("Permission denied"), Failure);
}
