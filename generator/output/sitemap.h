// sitemap.xml (sitemaps.org protocol 0.9), robots.txt (RFC 9309) and the map of old addresses.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kronika {

struct SitemapEntry {
  std::string url;       // absolute
  std::string modified;  // YYYY-MM-DD or ""
};

/// File name → bytes. One file up to the protocol's 50,000 addresses; more of them and an index above.
/// `base` is the site's base URL, for the index.
std::vector<std::pair<std::string, std::string>> sitemap(std::span<const SitemapEntry> entries,
                                                         const std::string& base);

/// `disallow`: paths as they stand in URLs.
std::string robots(std::span<const std::string> disallow, const std::string& sitemap_url);

/// One line an old address: the old and the new local URL, percent-encoded, a space between. Sorted. Apache reads it
/// with `RewriteMap … txt:`; it is also the source of other servers' redirects.
std::string alias_map(std::vector<std::pair<std::string, std::string>> aliases);

}  // namespace kronika
