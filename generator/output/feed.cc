// Writes RFC 4287 feeds. Entries are newest first; ids are addresses and never change.
#include "generator/output/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/text/escape.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

/// Escaped for XML 1.0, which has no place for most control characters.
std::string xml(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    const bool allowed = c.code_point >= 0x20 || c.code_point == '\n' || c.code_point == '\t';
    if (allowed && c.code_point != 0xFFFE && c.code_point != 0xFFFF) append_utf8(clean, c.code_point);
  }
  return escape_html(clean);
}

std::string entry(const FeedEntry& e) {
  std::string out = fmt::format(
      "  <entry xml:lang=\"{}\">\n    <title>{}</title>\n    <link href=\"{}\"/>\n    <id>{}</id>\n"
      "    <published>{}</published>\n    <updated>{}</updated>\n",
      xml(e.language), xml(e.title), xml(e.url), xml(e.url), iso(e.published), iso(e.updated));
  if (!e.summary.empty()) out += fmt::format("    <summary>{}</summary>\n", xml(e.summary));
  if (!e.content.empty()) {
    out += fmt::format("    <content type=\"html\" xml:base=\"{}\">{}</content>\n", xml(e.url), xml(e.content));
  }
  return out + "  </entry>\n";
}

}  // namespace

std::string atom(const Feed& feed, Instant now) {
  Instant updated = feed.entries.empty() ? now : feed.entries.front().updated;
  for (const FeedEntry& each : feed.entries) updated = std::max(updated, each.updated);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n"
      "  <title>{}</title>\n  <link href=\"{}\"/>\n  <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n"
      "  <id>{}</id>\n  <updated>{}</updated>\n  <author><name>{}</name></author>\n",
      xml(feed.language), xml(feed.title), xml(feed.page_url), xml(feed.url), xml(feed.url), iso(updated),
      xml(feed.author));
  for (const FeedEntry& each : feed.entries) out += entry(each);
  return out + "</feed>\n";
}

}  // namespace kronika
