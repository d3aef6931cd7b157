// The small files that crawlers read.
#include "generator/output/sitemap.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr std::size_t most_addresses = 50000;
constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
constexpr const char* name_space = "http://www.sitemaps.org/schemas/sitemap/0.9";

std::string url_set(std::span<const SitemapEntry> entries) {
  const bool translated =
      std::any_of(entries.begin(), entries.end(), [](const SitemapEntry& entry) { return !entry.versions.empty(); });
  std::string out = fmt::format("{}<urlset xmlns=\"{}\"{}>\n", xml_head, name_space,
                                translated ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" : "");
  for (const SitemapEntry& entry : entries) {
    out += "  <url><loc>" + escape_html(entry.url) + "</loc>";
    if (!entry.modified.empty()) out += "<lastmod>" + entry.modified + "</lastmod>";
    for (const SitemapVersion& version : entry.versions) {
      out += fmt::format("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", escape_html(version.language),
                         escape_html(version.url));
    }
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> sitemap(std::span<const SitemapEntry> entries,
                                                         const std::string& base) {
  if (entries.size() <= most_addresses) return {{"sitemap.xml", url_set(entries)}};
  std::vector<std::pair<std::string, std::string>> files;
  std::string index = fmt::format("{}<sitemapindex xmlns=\"{}\">\n", xml_head, name_space);
  for (std::size_t from = 0; from < entries.size(); from += most_addresses) {
    const std::string name = fmt::format("sitemap-{}.xml", files.size() + 1);
    files.emplace_back(name, url_set(entries.subspan(from, std::min(most_addresses, entries.size() - from))));
    index += "  <sitemap><loc>" + escape_html(base + name) + "</loc></sitemap>\n";
  }
  files.emplace_back("sitemap.xml", index + "</sitemapindex>\n");
  return files;
}

std::string robots(std::span<const std::string> disallow, const std::string& sitemap_url) {
  std::string out = "User-agent: *\n";
  for (const std::string& path : disallow) out += "Disallow: " + path + "\n";
  if (disallow.empty()) out += "Allow: /\n";
  return out + "\nSitemap: " + sitemap_url + "\n";
}

}  // namespace kronika
