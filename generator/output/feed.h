// Atom feeds (RFC 4287).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/date.h"

namespace kronika {

struct FeedEntry {
  std::string title;
  std::string url;  // absolute; also the entry's id
  Instant published{};
  Instant updated{};
  std::string summary;  // plain text
  std::string content;  // HTML; "" : none. Relative links are resolved against `url`.
  std::string language;
};

struct Feed {
  std::string title;
  std::string url;       // of the feed itself; its id
  std::string page_url;  // of the page that it follows
  std::string author;
  std::string language;
  std::vector<FeedEntry> entries;  // newest first
};

/// `now` is the feed's time of change when it has no entries.
std::string atom(const Feed& feed, Instant now);

}  // namespace kronika
