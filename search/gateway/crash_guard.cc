// A process that has crashed is given up, since its memory may be in any state; but whoever asked gets an answer. The
// handler has a stack of its own, because it may be the stack that is used up.
#include "search/gateway/crash_guard.h"

#include <unistd.h>

#include <utility>

namespace kronika {
namespace {

const LastAnswer* at_hand = nullptr;  // a signal handler has no other way to know
alignas(16) char handler_stack[65536];

extern "C" void note_crash(int signal) {
  char line[] = "kronika-search: crashed by signal ??; the index may be damaged\n";
  char* const number = line + sizeof "kronika-search: crashed by signal " - 1;
  number[0] = static_cast<char>('0' + signal / 10);
  number[1] = static_cast<char>('0' + signal % 10);
  write_whole(STDERR_FILENO, line, sizeof line - 1);
  if (const LastAnswer* answer = std::exchange(at_hand, nullptr)) give(*answer);
  ::_exit(1);
}

}  // namespace

CrashGuard::CrashGuard(LastAnswer answer) : answer_(std::move(answer)) {
  at_hand = &answer_;
  stack_t stack{};
  stack.ss_sp = handler_stack;
  stack.ss_size = sizeof handler_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction handler {};
  handler.sa_handler = note_crash;
  // Once, lest a crash of the handler begin anew; not blocked, or it would stay so in the program that follows.
  handler.sa_flags = static_cast<int>(SA_NODEFER | SA_RESETHAND | SA_ONSTACK);
  for (std::size_t i = 0; i < crash_signals.size(); ++i) sigaction(crash_signals[i], &handler, &before_[i]);
}

CrashGuard::~CrashGuard() {
  for (std::size_t i = 0; i < crash_signals.size(); ++i) sigaction(crash_signals[i], &before_[i], nullptr);
  at_hand = nullptr;
}

}  // namespace kronika
