// Which page, file or anchor a destination in a text means.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/content/page.h"
#include "generator/source/source.h"

namespace kronika {

/// A link to an anchor that can be checked only when every page's headings are known.
struct AnchorLink {
  PageId target{};
  std::string anchor;   // folded (slugify), without '#'
  std::string written;  // as the author wrote it
  Place place;
};

enum class LinkKind { page, attachment, external, hidden, broken };

struct ResolvedLink {
  LinkKind kind = LinkKind::broken;
  std::string url;                   // ready for an attribute (not HTML-escaped); "" when hidden or broken
  std::optional<PageId> target;      // kind page; nothing for a list, a term page, the search
  std::string attachment;            // kind attachment: source path, to be copied to the output
  std::optional<AnchorLink> anchor;  // to check later
};

/// Built once from routes and the source's file list; immutable and safe to share between threads after the last
/// add_route. The model and the source must outlive it.
class LinkTable {
 public:
  LinkTable(const SiteModel& model, const Source& source);

  /// Resolves a destination as it stands in a text of `from` (percent-encoded as in Markdown). Relative paths are
  /// files, as on a git host (`../rejestr/x.md#anchor`, `folder/index.md`, `folder/`, `plik.pdf`); `/praktyki/x/` is a
  /// route, with or without the last slash, an alias too (the page's own address is given then);
  /// `/content/praktyki/x.md` is the file, as a git host sees it; `#anchor` is on the page itself; http, https, mailto
  /// and tel are external; other schemes are E0404, a path out of content/ E0407, an entry that is not published now
  /// W0405. What does not exist is E0401, with the nearest that does.
  /// A path to a page in the site's own language leads to its version in the language of `from`, where there is one.
  /// An anchor in the URL is folded (slugify), as ids of headings are.
  ResolvedLink resolve(const Page& from, std::string_view destination, const Place& place, Diagnostics&) const;

  /// Where an attachment goes: beside its page for a bundle, else /content-relative/path.
  std::string attachment_url(std::string_view source_path) const;  // with the base path
  Route attachment_route(std::string_view source_path) const;

  /// The page that has this address, or had it; null when there is none.
  const Page* page_at(const Route& route) const;

  /// Adds addresses that no page of content/ has: lists, term pages, feeds, the search. Call before resolving.
  void add_route(const Route& route);

 private:
  struct Request;
  ResolvedLink resolve_external(const Request&) const;
  ResolvedLink resolve_route(const Request&) const;
  ResolvedLink resolve_file(const Request&, std::string_view folder, std::string_view path) const;
  ResolvedLink broken(const Request&, std::string suggestion) const;
  ResolvedLink hidden(const Request&, const HiddenPage&) const;
  ResolvedLink to_file(const Request&, PageId target) const;
  ResolvedLink to_page(const Request&, PageId target) const;
  Route list_for(const Page& from, const Route& list) const;
  ResolvedLink to_route(const Request&, const Route& route) const;
  ResolvedLink to_attachment(const Request&, std::string path) const;

  void add_page(const Page& page);
  void add_hidden(const HiddenPage& page);
  bool is_attachment(std::string_view path) const;
  std::optional<std::string> attachment_at(std::string_view route) const;
  const Page* bundle_of(std::string_view source_path) const;
  std::string nearest_file(std::string_view folder, const std::string& path) const;
  std::string nearest_route(const std::string& path) const;

  const SiteModel& model_;
  const Source& source_;
  std::unordered_map<std::string, PageId> by_path_;   // source files, and folders with an index
  std::unordered_map<std::string, PageId> by_route_;  // aliases too
  std::unordered_map<std::string, PageId> bundles_;   // by folder
  std::unordered_map<std::string, Route> lists_;      // folders of collections, and content/ itself
  std::map<std::string, const HiddenPage*> hidden_;   // by source file, folder and, where it can be told, route
  std::set<std::string> other_routes_;
};

/// Holds every anchor against the ids of the page that it leads to; reports E0402 with the nearest id. `ids`: by
/// PageId, each sorted (RenderedPage::ids).
void check_anchors(std::span<const AnchorLink> links, std::span<const std::vector<std::string>> ids, const SiteModel&,
                   Diagnostics&);

}  // namespace kronika
