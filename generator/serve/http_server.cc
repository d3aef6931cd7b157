// Glue between httplib's types and ours, and what httplib must be told: not to share its port, to send small answers
// at once, and to have a thread left when many tabs listen for events.
#include "generator/serve/http_server.h"

#include <httplib.h>
#include <netdb.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <stop_token>
#include <thread>

#include "generator/core/descriptor.h"
#include "generator/core/failure.h"
#include "generator/serve/browser_script.h"
#include "search/text/content_policy.h"

namespace kronika {
namespace {

constexpr std::size_t threads = 64;
constexpr int most_streams = 48;  // the others are left for pages
constexpr std::size_t longest_request_body = std::size_t{1} << 20;
constexpr std::size_t file_chunk = std::size_t{256} << 10;
constexpr auto stream_tick = std::chrono::milliseconds(100);  // how soon a closed tab is noticed

/// Never SO_REUSEPORT, httplib's default: two previews would share one port without a word.
void set_socket_options(int socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

/// Tries what httplib could not do, to learn why.
std::string reason_not_to_listen(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* found = nullptr;
  if (const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found); error != 0) {
    return "cannot serve at the host '" + host + "': " + gai_strerror(error) + "; choose another with --host";
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, freeaddrinfo);
  const Descriptor probe(socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, found->ai_protocol));
  set_socket_options(probe.get());
  const bool free = bind(probe.get(), found->ai_addr, found->ai_addrlen) == 0 && listen(probe.get(), 1) == 0;
  if (free || errno == EADDRINUSE) return "port " + std::to_string(port) + " is in use; choose another with --port";
  if (errno == EACCES) {
    return "port " + std::to_string(port) + " is kept for administrators; choose one over 1023 with --port";
  }
  if (errno == EADDRNOTAVAIL) {
    return "'" + host + "' is no address of this computer; choose another with --host";
  }
  return "cannot serve at " + host + ":" + std::to_string(port) + ": " + std::strerror(errno);
}

PreviewRequest to_request(const httplib::Request& from) {
  PreviewRequest request{from.method, from.target, from.version, from.remote_addr, {}};
  for (const auto& [name, value] : from.headers) request.headers.emplace_back(name, value);
  return request;
}

/// A provider of known length is neither compressed (which is slow) nor held in memory.
void put_file(httplib::Response& to, OpenFile file, const std::string& type) {
  const auto size = static_cast<std::size_t>(file.size());
  to.set_content_provider(size, type,
                          [file = std::move(file)](std::size_t at, std::size_t length, httplib::DataSink& sink) {
                            const std::string bytes = file.read(at, std::min(length, file_chunk));
                            return !bytes.empty() && sink.write(bytes.data(), bytes.size());
                          });
}

void put_body(httplib::Response& to, std::string body, const std::string& type) {
  if (body.empty()) return to.set_content("", type);
  const std::size_t size = body.size();
  to.set_content_provider(size, type,
                          [body = std::move(body)](std::size_t at, std::size_t length, httplib::DataSink& sink) {
                            return sink.write(body.data() + at, length);
                          });
}

/// The headers of `kronika server-config`, so that what they break breaks here first; the search sends its own.
void set_policy(httplib::Response& to) {
  const auto set = [&](const char* name, std::string_view value) {
    if (!to.has_header(name)) to.headers.emplace(name, std::string(value));
  };
  set("Content-Security-Policy", content_policy);
  set("X-Content-Type-Options", "nosniff");
  set("X-Frame-Options", "DENY");
  set("Referrer-Policy", referrer_policy);
  set("Permissions-Policy", permissions_policy);
}

/// The status 200 is left to httplib, which makes 206 of it where a part of a file is asked for. Other answers are
/// short.
void put(httplib::Response& to, PreviewResponse from) {
  for (const auto& [name, value] : from.headers) to.headers.emplace(name, value);
  to.headers.emplace("Cache-Control", "no-store");
  set_policy(to);
  if (from.status != 200) {
    to.status = from.status;
    to.set_content(from.file ? from.file->read(0, from.file->size()) : from.body, from.content_type);
  } else if (from.file && from.file->size() > 0) {
    put_file(to, std::move(*from.file), from.content_type);
  } else {
    put_body(to, std::move(from.body), from.content_type);
  }
}

/// Counts one stream of events for as long as it lives.
class StreamPlace {
 public:
  explicit StreamPlace(std::atomic<int>& count) : count_(count), granted_(count.fetch_add(1) < most_streams) {}
  ~StreamPlace() { count_.fetch_sub(1); }
  StreamPlace(const StreamPlace&) = delete;
  StreamPlace& operator=(const StreamPlace&) = delete;
  bool granted() const { return granted_; }

 private:
  std::atomic<int>& count_;
  bool granted_;
};

/// Sends the status of now, then each new one, until the tab or the server closes.
class EventStream {
 public:
  EventStream(const Announcer& announcer, std::stop_token stop) : announcer_(announcer), stop_(std::move(stop)) {}

  bool operator()(httplib::DataSink& sink) {
    if (seen_ == 0 && !send(sink, "retry: 500\n\n")) return false;
    while (!announcer_.is_closed() && !stop_.stop_requested()) {
      const auto status = announcer_.next(seen_, stream_tick);
      if (status) {
        seen_ = status->number;
        return send(sink, "data: " + status->json + "\n\n");
      }
      if (!sink.is_writable()) return false;
    }
    sink.done();
    return true;
  }

 private:
  static bool send(httplib::DataSink& sink, const std::string& text) { return sink.write(text.data(), text.size()); }

  const Announcer& announcer_;
  std::stop_token stop_;
  std::uint64_t seen_ = 0;
};

}  // namespace

class HttpServer::Running {
 public:
  Running(const std::string& host, int port);
  ~Running() { stop(); }
  void start(const PreviewSite& site, const Announcer& announcer);
  void stop();

  int port = 0;
  std::string origin;

 private:
  void stream(const Announcer& announcer, httplib::Response& response);
  httplib::Server::HandlerResponse answer(const httplib::Request& request, httplib::Response& response);
  void respond(const httplib::Request& request, httplib::Response& response);

  httplib::Server server_;
  const PreviewSite* site_ = nullptr;
  const Announcer* announcer_ = nullptr;
  std::stop_source stop_;
  std::atomic<int> streams_ = 0;
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

HttpServer::Running::Running(const std::string& host, int wanted) {
  server_.set_socket_options(set_socket_options);
  port = wanted == 0 ? server_.bind_to_any_port(host) : server_.bind_to_port(host, wanted) ? wanted : -1;
  if (port <= 0) throw Failure{reason_not_to_listen(host, wanted)};
  const bool is_ipv6 = host.find(':') != std::string::npos;
  origin = "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
  server_.set_tcp_nodelay(true);
  server_.set_keep_alive_max_count(1000);
  server_.set_keep_alive_timeout(1);  // seconds; idle connections hold up the end
  server_.set_payload_max_length(longest_request_body);
  server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
}

void HttpServer::Running::stream(const Announcer& announcer, httplib::Response& response) {
  const auto place = std::make_shared<StreamPlace>(streams_);
  if (!place->granted()) return put(response, {503, "text/plain; charset=utf-8", {}, "too many open pages\n", {}});
  response.set_header("Cache-Control", "no-store");
  response.set_chunked_content_provider("text/event-stream",
                                        [place, stream = std::make_shared<EventStream>(announcer, stop_.get_token())](
                                            std::size_t, httplib::DataSink& sink) { return (*stream)(sink); });
}

void HttpServer::Running::respond(const httplib::Request& request, httplib::Response& response) {
  put(response, site_->respond(to_request(request), stop_.get_token()));
}

/// httplib gives a requested part, with the status 206, of every answer that counts as handled; an error page must be
/// given whole.
httplib::Server::HandlerResponse HttpServer::Running::answer(const httplib::Request& request,
                                                             httplib::Response& response) {
  using Answer = httplib::Server::HandlerResponse;
  if (request.method != "GET" && request.method != "HEAD") return Answer::Unhandled;  // it has a body to be read first
  if (request.method == "GET" && request.path == events_path) {
    stream(*announcer_, response);
  } else {
    respond(request, response);
  }
  return response.status == -1 ? Answer::Handled : Answer::Unhandled;
}

void HttpServer::Running::start(const PreviewSite& site, const Announcer& announcer) {
  site_ = &site;
  announcer_ = &announcer;
  server_.set_pre_routing_handler([this](const auto& request, auto& response) { return answer(request, response); });
  const auto respond_to = [this](const httplib::Request& request, httplib::Response& response) {
    respond(request, response);
  };
  server_.Post(".*", respond_to).Put(".*", respond_to).Patch(".*", respond_to);
  server_.Delete(".*", respond_to).Options(".*", respond_to);
  server_.set_exception_handler(
      [](const auto&, httplib::Response& response, std::exception_ptr) { response.status = 500; });
  thread_ = std::thread([this] {
    server_.listen_after_bind();
    ended_ = true;
  });
}

void HttpServer::Running::stop() {
  stop_.request_stop();
  if (!thread_.joinable()) return;
  while (!server_.is_running() && !ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  server_.stop();
  thread_.join();
}

HttpServer::HttpServer(const std::string& host, int port) : running_(std::make_unique<Running>(host, port)) {}
HttpServer::~HttpServer() = default;
int HttpServer::port() const {
  return running_->port;
}
const std::string& HttpServer::origin() const {
  return running_->origin;
}
void HttpServer::start(const PreviewSite& site, const Announcer& announcer) {
  running_->start(site, announcer);
}
void HttpServer::stop() {
  running_->stop();
}

}  // namespace kronika
