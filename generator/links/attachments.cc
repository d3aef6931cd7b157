// Where files beside the texts go: with their page when it is a bundle, else where they lie below content/.
#include <cassert>

#include "generator/links/links.h"

namespace kronika {

const Page* LinkTable::bundle_of(std::string_view source_path) const {
  for (auto slash = source_path.rfind('/'); slash != std::string_view::npos;
       slash = slash == 0 ? std::string_view::npos : source_path.rfind('/', slash - 1)) {
    const auto bundle = bundles_.find(std::string(source_path.substr(0, slash)));
    if (bundle != bundles_.end()) return &model_.page(bundle->second);
  }
  return nullptr;
}

Route LinkTable::attachment_route(std::string_view source_path) const {
  const Page* bundle = bundle_of(source_path);
  const std::string path = bundle ? bundle->route.path() + std::string(source_path.substr(bundle->folder.size() + 1))
                                  : std::string(source_path.substr(source_path.find('/')));
  const auto route = Route::parse(path);
  assert(route && "only files for which is_attachment() holds have an address");
  return route.value_or(Route());
}

std::string LinkTable::attachment_url(std::string_view source_path) const {
  return model_.config->base_url.local(attachment_route(source_path));
}

/// A regular file below content/ that is no text and whose name can stand in an address.
bool LinkTable::is_attachment(std::string_view path) const {
  const SourceFile* file = source_.find(path);
  return file && file->kind == FileKind::regular && !path.ends_with(".md") &&
         Route::parse("/" + std::string(path)).has_value();
}

std::optional<std::string> LinkTable::attachment_at(std::string_view route) const {
  std::string path = "content" + std::string(route);
  if (is_attachment(path) && !bundle_of(path)) return path;
  for (auto slash = route.rfind('/'); slash != std::string_view::npos && slash > 0;
       slash = route.rfind('/', slash - 1)) {
    const auto page = by_route_.find(std::string(route.substr(0, slash + 1)));
    if (page == by_route_.end() || !model_.page(page->second).bundle) continue;
    path = model_.page(page->second).folder + std::string(route.substr(slash));
    if (is_attachment(path)) return path;
  }
  return std::nullopt;
}

}  // namespace kronika
