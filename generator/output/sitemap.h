// sitemap.xml (sitemaps.org protocol 0.9) and robots.txt (RFC 9309).
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kronika {

struct SitemapVersion {
  std::string language, url;  // absolute
};

struct SitemapEntry {
  std::string url;                            // absolute
  std::string modified;                       // YYYY-MM-DD or ""
  std::vector<SitemapVersion> versions = {};  // the page in all its languages, this one too; none: it has one
};

/// File name → bytes. One file up to the protocol's 50,000 addresses; more of them and an index above.
/// `base` is the site's base URL, for the index.
std::vector<std::pair<std::string, std::string>> sitemap(std::span<const SitemapEntry> entries,
                                                         const std::string& base);

/// `disallow`: paths as they stand in URLs.
std::string robots(std::span<const std::string> disallow, const std::string& sitemap_url);

}  // namespace kronika
