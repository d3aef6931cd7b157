// Runs one CGI program (RFC 3875) for one request.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace kronika {

struct CgiCall {
  std::filesystem::path program;
  std::vector<std::pair<std::string, std::string>> variables;  // the whole environment
  std::chrono::milliseconds time_limit{10'000};
  std::size_t output_limit = std::size_t{64} << 20;
};

enum class CgiEnd { exited, killed_by_signal, out_of_time, too_much_output, stopped };

struct CgiOutcome {
  CgiEnd end = CgiEnd::exited;
  int status = 0;  // of exit, or the signal's number
  std::string output;
  std::string errors;  // its standard error, at most 64 KiB
};

/// Waits for the program; it gets an empty standard input, its own folder as the current one and no other open file.
/// When the time or the output is over its limit, or `stop` asks, the program and all it started are killed. Throws
/// Failure when it cannot be started. Leaves no process behind. Safe to call from several threads.
CgiOutcome run_cgi(const CgiCall& call, const std::stop_token& stop = {});

}  // namespace kronika
