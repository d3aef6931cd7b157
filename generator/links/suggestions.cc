// "Did you mean": what an author most likely wanted to link to.
#include <algorithm>

#include "generator/core/nearest.h"
#include "generator/links/destination.h"
#include "generator/links/links.h"

namespace kronika {
namespace {

/// The file's name; for an index its folder's name too, since all indexes are called the same.
std::string_view tail_of(std::string_view path) {
  auto slash = path.rfind('/');
  const std::string_view name = path.substr(slash + 1);
  if ((name == "index.md" || name == "_index.md") && slash != std::string_view::npos && slash > 0) {
    slash = path.rfind('/', slash - 1);
  }
  return path.substr(slash == std::string_view::npos ? 0 : slash + 1);
}

/// The only candidate that has the same name in another folder.
std::string moved(const std::string& path, const std::vector<std::string>& candidates) {
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    if (tail_of(candidate) != tail_of(path)) continue;
    if (found) return {};
    found = &candidate;
  }
  return found ? *found : std::string();
}

}  // namespace

std::string LinkTable::nearest_file(std::string_view folder, const std::string& path) const {
  std::vector<std::string> candidates;
  for (const Page& page : model_.pages) candidates.push_back(page.path);
  for (const SourceFile& file : source_.files()) {
    if (file.path.starts_with("content/") && is_attachment(file.path)) candidates.push_back(file.path);
  }
  std::string wanted = path;
  std::replace(wanted.begin(), wanted.end(), '\\', '/');
  wanted = join_path("", wanted).value_or(path);
  std::string best;
  for (const std::string& likely : {wanted, wanted + ".md"}) {
    if (const auto page = by_path_.find(likely); best.empty() && page != by_path_.end()) {
      best = model_.page(page->second).path;
    }
  }
  if (best.empty()) best = moved(wanted, candidates);
  // Folders are long and right more often than not: they must not make room for another name.
  if (best.empty()) best = nearest(wanted, candidates, usual_edits(tail_of(wanted)));
  return best.empty() ? best : relative_path(folder, best);
}

std::string LinkTable::nearest_route(const std::string& path) const {
  std::vector<std::string> candidates(other_routes_.begin(), other_routes_.end());
  for (const Page& page : model_.pages) candidates.push_back(page.route.path());
  return nearest(path.ends_with('/') ? path : path + "/", candidates);
}

void check_anchors(std::span<const AnchorLink> links, std::span<const std::vector<std::string>> ids,
                   const SiteModel& model, Diagnostics& diagnostics) {
  for (const AnchorLink& link : links) {
    const std::vector<std::string>& known = ids[index(link.target)];
    if (std::binary_search(known.begin(), known.end(), link.anchor)) continue;
    const std::string near = nearest(link.anchor, known);
    diagnostics.report(Code::dangling_anchor, link.place, {link.written, model.page(link.target).path},
                       near.empty() ? near : "#" + near);
  }
}

}  // namespace kronika
