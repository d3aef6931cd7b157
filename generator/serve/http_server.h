// The preview on a socket: cpp-httplib is used here only.
#pragma once

#include <memory>
#include <string>

#include "generator/serve/announcer.h"
#include "generator/serve/preview_site.h"

namespace kronika {

/// Answers on one address until it is destroyed or stopped; many requests at the same time, and streams of events
/// beside them.
class HttpServer {
 public:
  /// Takes the port at once (0: a free one), so that a busy one is told before anything is built; connections wait
  /// until `start`. Throws Failure that names the way out.
  HttpServer(const std::string& host, int port);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;
  /// "http://127.0.0.1:8080", without a slash at the end.
  const std::string& origin() const;

  /// `site` and `announcer` must live until `stop` has returned.
  void start(const PreviewSite& site, const Announcer& announcer);
  /// Ends open streams and running search programs, and waits for all requests.
  void stop();

 private:
  class Running;
  std::unique_ptr<Running> running_;
};

}  // namespace kronika
