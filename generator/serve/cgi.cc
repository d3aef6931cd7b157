// The preview runs the program that the release will run, in the way a web server does, so that what is seen here is
// what readers get.
#include "generator/serve/cgi.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include "generator/core/descriptor.h"
#include "generator/core/failure.h"

namespace kronika {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t errors_kept = std::size_t{64} << 10;
constexpr auto exit_poll = std::chrono::milliseconds(1);

struct Pipe {
  Descriptor read, write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Failure{std::string("cannot make a pipe: ") + std::strerror(errno)};
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

class SpawnActions {
 public:
  SpawnActions() { posix_spawn_file_actions_init(&actions_); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  posix_spawn_file_actions_t* get() { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

/// A group of its own, to be killed as a whole; no signal blocked or ignored.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

pid_t spawn(const CgiCall& call, const Pipe& output, const Pipe& errors) {
  const std::filesystem::path program = std::filesystem::absolute(call.program);
  std::string name = program.string();
  std::vector<std::string> variables;
  for (const auto& [variable, value] : call.variables) variables.push_back(variable + "=" + value);
  std::vector<char*> environment;
  for (std::string& variable : variables) environment.push_back(variable.data());
  environment.push_back(nullptr);
  std::array<char*, 2> arguments = {name.data(), nullptr};

  SpawnActions actions;
  posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(actions.get(), output.write.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(actions.get(), errors.write.get(), STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(actions.get(), STDERR_FILENO + 1);
  posix_spawn_file_actions_addchdir_np(actions.get(), program.parent_path().c_str());
  const SpawnAttributes attributes;
  pid_t child = 0;
  const int error =
      posix_spawn(&child, name.c_str(), actions.get(), attributes.get(), arguments.data(), environment.data());
  if (error != 0) throw Failure{"cannot run " + name + ": " + std::strerror(error)};
  return child;
}

/// Appends what can be read now; false at the end of the stream. Bytes beyond `limit` are dropped.
bool take(const Descriptor& from, std::string& to, std::size_t limit, bool& over) {
  std::array<char, 16384> buffer;
  const ssize_t got = read(from.get(), buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  const std::size_t kept = std::min(static_cast<std::size_t>(got), limit - to.size());
  to.append(buffer.data(), kept);
  over = over || kept < static_cast<std::size_t>(got);
  return got > 0;
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

/// Reads both streams to their ends, or to a limit.
CgiEnd collect(const CgiCall& call, Pipe& output, Pipe& errors, Clock::time_point deadline, CgiOutcome& outcome) {
  bool over = false, errors_over = false;
  while (output.read || errors.read) {
    std::array<pollfd, 2> streams = {pollfd{output.read.get(), POLLIN, 0}, pollfd{errors.read.get(), POLLIN, 0}};
    const int ready = poll(streams.data(), streams.size(), milliseconds_until(deadline));
    if (ready == 0) return CgiEnd::out_of_time;
    if (ready < 0) continue;
    if (streams[0].revents != 0 && !take(output.read, outcome.output, call.output_limit, over)) output.read.close();
    if (streams[1].revents != 0 && !take(errors.read, outcome.errors, errors_kept, errors_over)) errors.read.close();
    if (over) return CgiEnd::too_much_output;
  }
  return CgiEnd::exited;
}

/// Waits until the process ends; it stays to be reaped.
CgiEnd await_exit(pid_t child, Clock::time_point deadline) {
  for (;;) {
    siginfo_t facts{};
    if (waitid(P_PID, static_cast<id_t>(child), &facts, WEXITED | WNOHANG | WNOWAIT) == 0 && facts.si_pid == child) {
      return CgiEnd::exited;
    }
    if (Clock::now() >= deadline) return CgiEnd::out_of_time;
    std::this_thread::sleep_for(exit_poll);
  }
}

void reap(pid_t child, CgiOutcome& outcome) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) outcome.status = WEXITSTATUS(status);
  if (!WIFSIGNALED(status)) return;
  outcome.status = WTERMSIG(status);
  if (outcome.end == CgiEnd::exited) outcome.end = CgiEnd::killed_by_signal;
}

}  // namespace

CgiOutcome run_cgi(const CgiCall& call, const std::stop_token& stop) {
  const auto deadline = Clock::now() + call.time_limit;
  Pipe output = make_pipe(), errors = make_pipe();
  const pid_t child = spawn(call, output, errors);
  output.write.close();
  errors.write.close();
  CgiOutcome outcome;
  {
    // The child is reaped after this scope, so its number cannot have passed to another process.
    const std::stop_callback on_stop(stop, [child] { kill(-child, SIGKILL); });
    outcome.end = collect(call, output, errors, deadline, outcome);
    if (outcome.end == CgiEnd::exited) outcome.end = await_exit(child, deadline);
  }
  kill(-child, SIGKILL);
  reap(child, outcome);
  if (stop.stop_requested()) outcome.end = CgiEnd::stopped;
  return outcome;
}

}  // namespace kronika
