// How the builder tells the server, and through it every open page, what became of a build.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace kronika {

/// What is known after a build. `base_path`, `search_path` and `build` are of the site that is served: the last good
/// one.
struct PreviewStatus {
  std::uint64_t number = 0;     // of the announcement; 0: nothing was announced yet
  std::string build;            // names the site that is served; "" when no build succeeded yet
  std::string base_path = "/";  // "/" or "/path/"
  std::string search_path;      // below the base path: "/szukaj"; "" when there is no site yet
  std::string json;             // for /_kronika/status, on one line
  std::string failure_page;     // the HTML page shown as long as there is no site
};

/// Thread-safe.
class Announcer {
 public:
  using StatusPointer = std::shared_ptr<const PreviewStatus>;

  /// Numbers the status and wakes everyone.
  void announce(PreviewStatus status);
  StatusPointer now() const;

  /// The newest status once its number is over `number`; nothing after `timeout`, or when closed.
  StatusPointer next(std::uint64_t number, std::chrono::milliseconds timeout) const;

  /// Wakes everyone for good: the server ends.
  void close();
  bool is_closed() const;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  StatusPointer status_ = std::make_shared<PreviewStatus>();
  bool closed_ = false;
};

}  // namespace kronika
