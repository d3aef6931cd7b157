// The web server's side of FastCGI, for tests: a socket that workers share, processes on it, one request a connection.
#pragma once

#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kronika::test {

using Variables = std::vector<std::pair<std::string, std::string>>;

struct FastCgiAnswer {
  std::string output, errors;
  bool ended = false;  // by a whole FCGI_END_REQUEST with status 0
};

inline std::string fastcgi_record(char type, std::string_view content) {
  const auto size = static_cast<unsigned>(content.size());
  std::string out = {1, type, 0, 1, static_cast<char>(size >> 8), static_cast<char>(size & 0xFF), 0, 0};
  return out.append(content);
}

inline std::string fastcgi_length(std::size_t size) {
  return {static_cast<char>(0x80 | size >> 24), static_cast<char>(size >> 16), static_cast<char>(size >> 8),
          static_cast<char>(size)};
}

/// Listens on a path; workers get it as their standard input.
class FastCgiSocket {
 public:
  explicit FastCgiSocket(const std::string& path) {
    address_.sun_family = AF_UNIX;
    if (path.size() >= sizeof address_.sun_path) throw std::runtime_error("too long a path for a socket: " + path);
    std::strcpy(address_.sun_path, path.c_str());
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listening_, reinterpret_cast<sockaddr*>(&address_), sizeof address_) != 0 ||
        ::listen(listening_, 100) != 0)
      throw std::runtime_error("cannot listen on " + path);
  }
  ~FastCgiSocket() { ::close(listening_); }
  FastCgiSocket(const FastCgiSocket&) = delete;
  FastCgiSocket& operator=(const FastCgiSocket&) = delete;
  int listening() const { return listening_; }

  /// Asks and waits for the whole answer. `keep`: as a server that would use the connection again.
  FastCgiAnswer ask(const Variables& variables, bool keep = false) const {
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{60, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(connection, reinterpret_cast<const sockaddr*>(&address_), sizeof address_) != 0)
      throw std::runtime_error("cannot connect");
    std::string parameters;
    for (const auto& [name, value] : variables)
      parameters += fastcgi_length(name.size()) + fastcgi_length(value.size()) + name + value;
    const std::string begin = {0, 1, keep ? '\1' : '\0', 0, 0, 0, 0, 0};
    const std::string sent =
        fastcgi_record(1, begin) + fastcgi_record(4, parameters) + fastcgi_record(4, "") + fastcgi_record(5, "");
    const bool whole = ::send(connection, sent.data(), sent.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(sent.size());
    std::string got;
    char buffer[4096];
    for (ssize_t size = 0; whole && (size = ::read(connection, buffer, sizeof buffer)) > 0;)
      got.append(buffer, static_cast<std::size_t>(size));
    ::close(connection);
    return parse(got);
  }

 private:
  static FastCgiAnswer parse(std::string_view got) {
    FastCgiAnswer answer;
    while (got.size() >= 8) {
      const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(got[at])); };
      const std::size_t size = byte(4) << 8 | byte(5), padding = byte(6);
      const std::string_view content = got.substr(8, size);
      if (content.size() < size) break;
      if (got[1] == 6) answer.output += content;
      if (got[1] == 7) answer.errors += content;
      if (got[1] == 3) answer.ended = content == std::string_view("\0\0\0\0\0\0\0\0", 8);
      got.remove_prefix(std::min(got.size(), 8 + size + padding));
    }
    return answer;
  }

  sockaddr_un address_{};
  int listening_ = -1;
};

/// A process on the socket; killed at the end of the test unless it has ended.
class FastCgiProcess {
 public:
  /// `run` is called in the new process and gives its exit status.
  FastCgiProcess(const FastCgiSocket& socket, const std::function<int()>& run) {
    process_ = ::fork();
    if (process_ != 0) return;
    ::dup2(socket.listening(), STDIN_FILENO);
    ::_exit(run());
  }
  /// Executes `program`, under this very path, with a small environment.
  FastCgiProcess(const FastCgiSocket& socket, const std::string& program, const std::string& variable = "X=y")
      : FastCgiProcess(socket, [&] {
          const char* const environment[] = {"ASAN_OPTIONS=detect_leaks=0", variable.c_str(), nullptr};
          return ::execle(program.c_str(), program.c_str(), nullptr, environment);
        }) {}
  ~FastCgiProcess() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  FastCgiProcess(const FastCgiProcess&) = delete;
  FastCgiProcess& operator=(const FastCgiProcess&) = delete;

  pid_t number() const { return process_; }
  void signal(int signal) const { ::kill(process_, signal); }
  /// Waits for the process to end; its exit status, or -1 when a signal killed it.
  int status() {
    int ended = 0;
    ::waitpid(process_, &ended, 0);
    process_ = 0;
    return WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
  }

 private:
  pid_t process_ = 0;
};

}  // namespace kronika::test
