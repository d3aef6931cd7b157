// CSS is read as far as it must be to tell an address from a comment or from text.
#include "generator/checks/css_addresses.h"

#include <algorithm>
#include <string>

#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view spaces = " \t\r\n\f";

class CssReader {
 public:
  explicit CssReader(std::string_view css) : css_(css) {}

  std::vector<CssAddress> read() {
    while (at_ < css_.size()) step();
    return std::move(found_);
  }

 private:
  bool has(std::string_view word) const {
    return css_.size() - at_ >= word.size() && lower(css_.substr(at_, word.size())) == word;
  }

  void step() {
    const char c = css_[at_];
    if (c == '/' && css_.substr(at_).starts_with("/*")) {
      const auto end = css_.find("*/", at_ + 2);
      at_ = end == nowhere ? css_.size() : end + 2;
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if ((c == 'u' || c == 'U') && has("url(")) {
      url();
    } else if (c == '@' && has("@import")) {
      in_import_ = true;
      at_ += 7;
    } else if ((c == 'i' || c == 'I') && has("image-set(")) {
      set_depth_ = depth_ + 1;
      ++depth_;
      at_ += 10;
    } else {
      sign(c);
    }
  }

  void sign(char c) {
    if (c == ';' || c == '{') in_import_ = false;
    if (c == '(') ++depth_;
    if (c == ')') --depth_;
    if (depth_ < set_depth_ || c == '}') set_depth_ = 0;
    if (c == '}') depth_ = 0;
    at_ += c == '\\' ? 2 : 1;
  }

  /// At a quotation mark: what stands between it and the next one; goes past that.
  std::string_view quoted(char mark, std::size_t& from) {
    from = at_ + 1;
    std::size_t end = from;
    while (end < css_.size() && css_[end] != mark && css_[end] != '\n') end += css_[end] == '\\' ? 2 : 1;
    end = std::min(end, css_.size());
    at_ = end + 1;
    return css_.substr(from, end - from);
  }

  void string(char mark) {
    std::size_t from = 0;
    const std::string_view text = quoted(mark, from);
    if (in_import_ || set_depth_ > 0) found_.push_back({text, from});
  }

  void url() {
    at_ = std::min(css_.find_first_not_of(spaces, at_ + 4), css_.size());
    const char mark = at_ < css_.size() ? css_[at_] : ')';
    std::size_t from = at_;
    if (mark == '"' || mark == '\'') {
      const std::string_view text = quoted(mark, from);
      found_.push_back({text, from});
    } else {
      const auto end = std::min(css_.find_first_of(") \t\r\n\f", from), css_.size());
      found_.push_back({css_.substr(from, end - from), from});
      at_ = end;
    }
    const auto close = css_.find(')', std::min(at_, css_.size()));
    at_ = close == nowhere ? css_.size() : close + 1;
  }

  std::string_view css_;
  std::size_t at_ = 0;
  bool in_import_ = false;
  int depth_ = 0, set_depth_ = 0;
  std::vector<CssAddress> found_;
};

}  // namespace

std::vector<CssAddress> css_addresses(std::string_view css) {
  return CssReader(css).read();
}

}  // namespace kronika
