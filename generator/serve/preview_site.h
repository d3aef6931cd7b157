// One request of the preview, answered: the release's files, its search program, and the preview's own addresses.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/serve/announcer.h"
#include "generator/serve/cgi.h"
#include "generator/serve/public_folder.h"

namespace kronika {

struct PreviewRequest {
  std::string method = "GET";
  std::string target = "/";  // as it came: encoded, with the query
  std::string protocol = "HTTP/1.1";
  std::string remote_address;
  std::vector<std::pair<std::string, std::string>> headers;
};

struct PreviewResponse {
  int status = 200;
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> headers;  // the others
  std::string body;
  std::optional<OpenFile> file;  // in place of a body
};

struct PreviewPlace {
  std::filesystem::path release;  // holds public/ and cgi-bin/search
  std::string host = "127.0.0.1";
  int port = 0;
  std::chrono::milliseconds search_time_limit{10'000};
};

/// Thread-safe. Keeps no file open between requests, so each is answered from the release that is there then.
class PreviewSite {
 public:
  /// `announcer` must live longer.
  PreviewSite(PreviewPlace place, const Announcer& announcer) : place_(std::move(place)), announcer_(announcer) {}

  /// `stop` ends a search program that is running.
  PreviewResponse respond(const PreviewRequest& request, const std::stop_token& stop = {}) const;

 private:
  std::optional<PreviewResponse> own_address(std::string_view path) const;
  PreviewResponse page(const PreviewStatus& status, std::string_view path, std::string_view query) const;
  PreviewResponse not_found() const;
  PreviewResponse search(const PreviewStatus& status, const PreviewRequest& request, std::string_view path_info,
                         std::string_view query, const std::stop_token& stop) const;
  CgiCall search_call(const PreviewStatus& status, const PreviewRequest& request, std::string_view path_info,
                      std::string_view query) const;

  PreviewPlace place_;
  const Announcer& announcer_;
};

}  // namespace kronika
