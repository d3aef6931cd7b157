// Style sheets come last: their bytes depend on the names of what they refer to.
#include "generator/assets/assets.h"

#include <algorithm>
#include <stdexcept>

#include "generator/assets/css.h"
#include "generator/core/digest.h"
#include "generator/core/nearest.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

bool is_style_sheet(std::string_view path) {
  return path.ends_with(".css");
}

Route fingerprinted(const std::string& path, std::string_view bytes) {
  const auto dot = path.rfind('.');
  const auto slash = path.rfind('/');
  const bool has_ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  const std::string stem = has_ending ? path.substr(0, dot) : path;
  const std::string ending = has_ending ? path.substr(dot) : "";
  auto route = Route::parse("/assets/" + stem + "." + hex(digest(bytes)).substr(0, 12) + ending);
  if (!route) throw std::logic_error("an asset's name is no address: " + path);
  return *route;
}

/// "a/b.css" + "../img/x.svg" → "img/x.svg"; nothing when it leaves the folder.
std::optional<std::string> join(const std::string& from, std::string_view relative) {
  std::string folder = from.substr(0, from.rfind('/') == std::string::npos ? 0 : from.rfind('/'));
  while (relative.starts_with("../")) {
    if (folder.empty()) return std::nullopt;
    const auto slash = folder.rfind('/');
    folder = slash == std::string::npos ? "" : folder.substr(0, slash);
    relative.remove_prefix(3);
  }
  if (relative.starts_with("./")) relative.remove_prefix(2);
  return folder.empty() ? std::string(relative) : folder + "/" + std::string(relative);
}

/// The path from one published style sheet to another asset; both lie below /assets/.
std::string relative_url(const std::string& from, const Route& to) {
  const auto depth = std::count(from.begin(), from.end(), '/');
  std::string out;
  for (long i = 0; i < depth; ++i) out += "../";
  return out + to.encoded().substr(std::string_view("/assets/").size());
}

class StyleSheet {
 public:
  StyleSheet(const ThemeAsset& asset, const std::vector<PublishedAsset>& published, Diagnostics& diagnostics)
      : asset_(asset), published_(published), diagnostics_(diagnostics) {}

  std::string rewritten() const {
    std::string out;
    const std::string_view all = asset_.bytes;
    std::size_t done = 0;
    for (auto at = all.find(opening); at != std::string_view::npos; at = all.find(opening, done)) {
      const auto begin = at + opening.size();
      const auto end = all.find(')', begin);
      if (end == std::string_view::npos) break;
      out += all.substr(done, begin - done);
      out += target(begin, all.substr(begin, end - begin));
      done = end;
    }
    return out + std::string(all.substr(done));
  }

 private:
  static constexpr std::string_view opening = "url(";
  static constexpr std::string_view around = "\"' \t\n";

  /// What stands for `written`, which begins at byte `at`.
  std::string target(std::size_t at, std::string_view written) const {
    const auto first = std::min(written.find_first_not_of(around), written.size());
    const auto last = written.find_last_not_of(around);
    const std::string_view bare = written.substr(first, last == std::string_view::npos ? 0 : last + 1 - first);
    if (bare.starts_with("data:") || bare.starts_with('#')) return std::string(written);
    const auto tail = std::min(bare.find_first_of("?#"), bare.size());
    const auto path = join(asset_.path, bare.substr(0, tail));
    const auto found = std::find_if(published_.begin(), published_.end(),
                                    [&](const PublishedAsset& a) { return path && a.path == *path; });
    if (found != published_.end()) return relative_url(asset_.path, found->route) + std::string(bare.substr(tail));
    report(at + first, bare);
    return std::string(written);
  }

  void report(std::size_t at, std::string_view bare) const {
    const std::string_view before = std::string_view(asset_.bytes).substr(0, at);
    const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const Span span{1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
                    1 + static_cast<int>(count_code_points(before.substr(line_start))),
                    std::max(1, static_cast<int>(count_code_points(bare)))};
    std::vector<std::string> names;
    for (const PublishedAsset& each : published_) names.push_back(each.path);
    diagnostics_.report(Code::unknown_asset, {asset_.file, span}, {std::string(bare)}, nearest(bare, names));
  }

  const ThemeAsset& asset_;
  const std::vector<PublishedAsset>& published_;
  Diagnostics& diagnostics_;
};

PublishedAsset published(const ThemeAsset& asset, std::string bytes) {
  PublishedAsset out{asset.path, fingerprinted(asset.path, bytes), std::move(bytes), ""};
  out.integrity = sri(out.bytes);
  return out;
}

}  // namespace

std::vector<PublishedAsset> publish_assets(std::span<const ThemeAsset> assets, Diagnostics& diagnostics) {
  std::vector<PublishedAsset> out;
  for (const ThemeAsset& asset : assets) {
    if (!is_style_sheet(asset.path)) out.push_back(published(asset, asset.bytes));
  }
  const std::vector<PublishedAsset> plain = out;
  for (const ThemeAsset& asset : assets) {
    if (is_style_sheet(asset.path)) {
      out.push_back(published(asset, compact_css(StyleSheet(asset, plain, diagnostics).rewritten())));
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return out;
}

}  // namespace kronika
