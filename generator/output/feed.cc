// Writes RFC 4287 feeds. Entries are newest first; ids are addresses and never change.
#include "generator/output/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/text/escape.h"

namespace kronika {
namespace {

std::string entry(const FeedEntry& e) {
  std::string out = fmt::format(
      "  <entry xml:lang=\"{}\">\n    <title>{}</title>\n    <link href=\"{}\"/>\n    <id>{}</id>\n"
      "    <published>{}</published>\n    <updated>{}</updated>\n",
      escape_xml(e.language), escape_xml(e.title), escape_xml(e.url), escape_xml(e.url), iso(e.published),
      iso(e.updated));
  if (!e.summary.empty()) out += fmt::format("    <summary>{}</summary>\n", escape_xml(e.summary));
  if (!e.content.empty()) {
    out += fmt::format("    <content type=\"html\" xml:base=\"{}\">{}</content>\n", escape_xml(e.url),
                       escape_xml(e.content));
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
      escape_xml(feed.language), escape_xml(feed.title), escape_xml(feed.page_url), escape_xml(feed.url),
      escape_xml(feed.url), iso(updated), escape_xml(feed.author));
  for (const FeedEntry& each : feed.entries) out += entry(each);
  return out + "</feed>\n";
}

}  // namespace kronika
