// Which page or file of the site an address in its HTML means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "generator/views/view.h"

namespace kronika {

struct SiteTarget {
  std::optional<PageId> page;  // an entry
  std::string source_path;     // or an attachment; "" : neither
  std::string fragment;        // with '#'; "" : none
};

/// Made once a build; safe to share between threads.
class SiteAddresses {
 public:
  explicit SiteAddresses(const Views& views);

  /// What a local URL ("/base/praktyki/x/#y", as pages have it) or an absolute one into the site leads to.
  SiteTarget target(std::string_view url) const;
  /// The URL for readers who are elsewhere.
  std::string absolute(std::string_view url) const;

 private:
  std::string origin_;  // "https://example.org"
  std::string base_;    // "https://example.org/path/"
  std::unordered_map<std::string, PageId> pages_;
  std::unordered_map<std::string, std::string> files_;
};

}  // namespace kronika
