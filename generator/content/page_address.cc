// Where a page lies decides what it is; this is the one place that knows how.
#include "generator/content/page_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "generator/core/nearest.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view content_folder = "content/";

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> parts;
  for (;;) {
    const auto slash = path.find('/');
    parts.emplace_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

bool is_index(std::string_view name) {
  return name == "_index.md" || name == "index.md";
}

/// "x.en.md" → "x.md" and "en", where the site has several languages and this is one of them.
void take_language(std::string& name, const Config& config, PageAddress& address) {
  if (config.languages.size() < 2) return;
  const auto ending = name.rfind('.');
  const auto dot = ending == std::string::npos || ending == 0 ? std::string::npos : name.rfind('.', ending - 1);
  if (dot == std::string::npos || dot == 0) return;
  std::string language = name.substr(dot + 1, ending - dot - 1);
  if (std::find(config.languages.begin(), config.languages.end(), language) == config.languages.end()) return;
  name.erase(dot, ending - dot);
  address.language = std::move(language);
}

void report_outside(const std::string& path, const std::string& folder, const Config& config,
                    Diagnostics& diagnostics) {
  std::string folders;
  std::vector<std::string> names;
  for (const CollectionConfig& collection : config.collections) {
    folders += (folders.empty() ? "" : ", ") + std::string(content_folder) + collection.name;
    names.push_back(collection.name);
  }
  diagnostics.report(Code::outside_collection, {path, {1, 1, 1}}, {folders},
                     folder.empty() ? "" : nearest(folder, names));
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

std::optional<PageAddress> address_of(const std::string& path, const Config& config, Diagnostics& diagnostics) {
  std::vector<std::string> parts = split_path(std::string_view(path).substr(content_folder.size()));
  PageAddress address;
  take_language(parts.back(), config, address);
  if (!address.language.empty()) address.original = folder_of(path) + "/" + parts.back();
  if (parts.size() == 1) {
    address.kind = PageKind::home;
    if (is_index(parts[0])) return address;
    report_outside(path, parts[0].substr(0, parts[0].rfind('.')), config, diagnostics);
    return std::nullopt;
  }
  address.collection = config.collection(parts[0]);
  if (!address.collection) {
    report_outside(path, parts[0], config, diagnostics);
    return std::nullopt;
  }
  parts.erase(parts.begin());
  if (parts.size() == 1 && is_index(parts[0])) {
    address.kind = PageKind::section;
    return address;
  }
  address.bundle = parts.back() == "index.md";
  if (is_index(parts.back())) {
    parts.pop_back();
  } else {
    parts.back().erase(parts.back().rfind('.'));
  }
  address.names = std::move(parts);
  return address;
}

Route in_language(const Route& route, std::string_view language, const Config& config) {
  if (!config.is_other_language(language)) return route;
  return Route::parse("/" + std::string(language) + route.path()).value_or(route);
}

std::optional<Route> route_of(const CollectionConfig& collection, std::string_view slug,
                              const std::optional<DateTime>& date) {
  std::string path = collection.url;
  if (date) {
    replace_all(path, "{year}", fmt::format("{:04}", static_cast<int>(date->date.year())));
    replace_all(path, "{month}", fmt::format("{:02}", static_cast<unsigned>(date->date.month())));
    replace_all(path, "{day}", fmt::format("{:02}", static_cast<unsigned>(date->date.day())));
  }
  replace_all(path, "{slug}", slug);
  if (path.find('{') != std::string::npos) return std::nullopt;
  return Route::parse(path);
}

std::string title_from_name(std::string_view name) {
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (title.empty()) return title;
  const Decoded first = decode_utf8(title, 0);
  std::string capital;
  append_utf8(capital, upper(first.code_point));
  return capital + title.substr(first.length);
}

}  // namespace kronika
