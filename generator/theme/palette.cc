// A style sheet is cut into blocks and declarations, as far as it takes to find custom properties.
#include "generator/theme/palette.h"

#include <algorithm>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view blank = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blank);
  return first == nowhere ? std::string_view() : text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

/// Comments become spaces, so that offsets stay; line ends stay too.
std::string without_comments(std::string css) {
  for (auto at = css.find("/*"); at != std::string::npos; at = css.find("/*", at)) {
    const auto end = std::min(css.find("*/", at + 2), css.size() - 2) + 2;
    std::replace_if(
        css.begin() + static_cast<long>(at), css.begin() + static_cast<long>(end), [](char c) { return c != '\n'; },
        ' ');
    at = end;
  }
  return css;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool space = blank.find(c) != nowhere;
    if (!space) out += c;
    if (space && !out.ends_with(' ')) out += ' ';
  }
  return out;
}

/// What a selector says of the root beyond being it; nothing when it speaks of something else.
std::optional<std::string> root_selector(std::string_view selectors) {
  while (!selectors.empty()) {
    const auto comma = std::min(selectors.find(','), selectors.size());
    const std::string one = one_line(selectors.substr(0, comma));
    selectors.remove_prefix(std::min(comma + 1, selectors.size()));
    const bool is_root = one.starts_with(":root") || one == "html" || one.starts_with("html[") ||
                         one.starts_with("html:") || one.starts_with("html.");
    if (!is_root || one.find_first_of(" >+~") != std::string::npos) continue;
    return one == ":root" || one == "html" ? std::string() : one;
  }
  return std::nullopt;
}

class StyleReader {
 public:
  StyleReader(const ThemeAsset& asset, Palettes& palettes)
      : file_(asset.file), css_(without_comments(asset.bytes)), palettes_(palettes) {}

  void read() { block({}, std::nullopt); }

 private:
  /// The content of a block: `media` are the conditions around it, `root` is there inside a rule for the root.
  void block(const std::string& media, const std::optional<std::string>& root) {
    while (at_ < css_.size()) {
      const std::size_t from = at_;
      const std::size_t end = end_of_prelude();
      const std::string_view text = std::string_view(css_).substr(from, end - from);
      at_ = std::min(end + 1, css_.size());
      const char sign = end < css_.size() ? css_[end] : '}';
      if (sign == '{') {
        enter(trimmed(text), media, root);
      } else if (root) {
        declaration(from, text, media, *root);
      }
      if (sign == '}') return;
    }
  }

  /// At ';', '{' or '}', outside strings and parentheses.
  std::size_t end_of_prelude() const {
    int depth = 0;
    for (std::size_t at = at_; at < css_.size(); ++at) {
      const char c = css_[at];
      if (c == '"' || c == '\'') at = std::min(css_.find(c, at + 1), css_.size() - 1);
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if (depth <= 0 && (c == ';' || c == '{' || c == '}')) return at;
    }
    return css_.size();
  }

  void enter(std::string_view prelude, const std::string& media, const std::optional<std::string>& root) {
    if (prelude.starts_with("@media")) {
      const std::string condition = one_line(prelude.substr(6));
      return block(media.empty() ? "@media " + condition : media + " and " + condition, root);
    }
    if (prelude.starts_with("@supports") || prelude.starts_with("@layer")) return block(media, root);
    const bool is_nested = root && prelude.starts_with('&');
    block(media, is_nested ? std::optional(*root + one_line(prelude.substr(1))) : root_selector(prelude));
  }

  void declaration(std::size_t from, std::string_view text, const std::string& media, const std::string& root) {
    const auto first = text.find_first_not_of(blank);
    const auto colon = text.find(':');
    if (first == nowhere || colon == nowhere || !text.substr(first).starts_with("--")) return;
    if (media.find("forced-colors") != std::string::npos) return;
    const std::string name(trimmed(text.substr(first + 2, colon - first - 2)));
    CssProperty property{one_line(text.substr(colon + 1)), {file_, span(from + first, name.size() + 2)}};
    CssProperties& properties = media.empty() && root.empty() ? palettes_.ground : palette(media, root).properties;
    properties[name] = std::move(property);
  }

  Palette& palette(const std::string& media, const std::string& root) {
    const std::string name = media.empty() || root.empty() ? media + root : media + " " + root;
    const auto same = std::find_if(palettes_.laid_over.begin(), palettes_.laid_over.end(),
                                   [&](const Palette& p) { return p.name == name; });
    if (same != palettes_.laid_over.end()) return *same;
    palettes_.laid_over.push_back({name, {}});
    return palettes_.laid_over.back();
  }

  Span span(std::size_t at, std::size_t length) const {
    const std::string_view before = std::string_view(css_).substr(0, at);
    const auto newline = before.rfind('\n');
    const auto line_start = newline == nowhere ? 0 : newline + 1;
    return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<int>(count_code_points(before.substr(line_start))), static_cast<int>(length)};
  }

  const std::string& file_;
  const std::string css_;
  Palettes& palettes_;
  std::size_t at_ = 0;
};

}  // namespace

Palettes read_palettes(const std::vector<ThemeAsset>& assets) {
  Palettes palettes;
  for (const bool builtin : {true, false}) {
    for (const ThemeAsset& asset : assets) {
      if (!asset.path.ends_with(".css") || asset.file.starts_with(builtin_theme_folder) != builtin) continue;
      StyleReader(asset, palettes).read();
    }
  }
  return palettes;
}

}  // namespace kronika
