// Rendered texts hold addresses as the site has them; a pack needs to know what is behind each.
#include "generator/packs/addresses.h"

namespace kronika {

SiteAddresses::SiteAddresses(const Views& views) : base_(views.config.base_url.text()) {
  origin_ = base_.substr(0, base_.size() - views.config.base_url.path().size());
  for (const Page& page : views.model.pages) {
    if (page.kind == PageKind::entry) pages_.emplace(views.url(page), page.id);
  }
  for (const SourceFile& file : views.source.files()) {
    const bool content = file.path.starts_with("content/") && !file.path.starts_with("content/_data/");
    if (!content || file.path.ends_with(".md") || file.kind != FileKind::regular) continue;
    files_.emplace(views.links.attachment_url(file.path), file.path);
  }
}

SiteTarget SiteAddresses::target(std::string_view url) const {
  if (url.starts_with(base_)) url.remove_prefix(origin_.size());
  SiteTarget out;
  const auto hash = url.find('#');
  if (hash != std::string_view::npos) out.fragment = url.substr(hash);
  const std::string path(url.substr(0, std::min(hash, url.find('?'))));
  if (const auto page = pages_.find(path); page != pages_.end()) out.page = page->second;
  if (const auto file = files_.find(path); file != files_.end()) out.source_path = file->second;
  return out;
}

std::string SiteAddresses::absolute(std::string_view url) const {
  const bool local = url.starts_with('/') && !url.starts_with("//");
  return local ? origin_ + std::string(url) : std::string(url);
}

}  // namespace kronika
