// CSS gives white space a meaning only between words and in selectors, and there one blank means as much as ten; so it
// is enough to know quotes, comments and the signs beside which no blank is needed.
#include "generator/assets/css.h"

#include <algorithm>

namespace kronika {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";
constexpr std::string_view no_blank_after = "{};,";
constexpr std::string_view no_blank_before = "{}";

bool is_one_of(std::string_view signs, char c) {
  return signs.find(c) != std::string_view::npos;
}

/// The end of a text in quotes that begins at `at`.
std::size_t end_of_text(std::string_view css, std::size_t at) {
  for (std::size_t i = at + 1; i < css.size(); ++i) {
    if (css[i] == '\\') {
      ++i;
    } else if (css[i] == css[at]) {
      return i + 1;
    }
  }
  return css.size();
}

std::size_t end_of_comment(std::string_view css, std::size_t at) {
  const auto end = css.find("*/", at + 2);
  return end == std::string_view::npos ? css.size() : end + 2;
}

/// An address without quotes may hold what begins a comment elsewhere.
std::size_t end_of_address(std::string_view css, std::size_t at) {
  const auto inside = css.find_first_not_of(blanks, at + 4);
  if (inside != std::string_view::npos && is_one_of("\"'", css[inside])) return inside;
  return std::min(css.size(), css.find(')', at));
}

class Compactor {
 public:
  explicit Compactor(std::string_view css) : css_(css) { out_.reserve(css.size()); }

  std::string run() {
    for (std::size_t at = 0; at < css_.size();) {
      const char c = css_[at];
      if (is_one_of(blanks, c)) {
        blank_ = true;
        ++at;
      } else if (css_.substr(at, 3) == "/*!") {
        at = copy(at, end_of_comment(css_, at));
      } else if (css_.substr(at, 2) == "/*") {
        commented_ = true;
        at = end_of_comment(css_, at);
      } else if (css_.substr(at, 4) == "url(") {
        at = copy(at, end_of_address(css_, at));
      } else if (c == '"' || c == '\'') {
        at = copy(at, end_of_text(css_, at));
      } else {
        at = copy(at, std::min(css_.size(), at + (c == '\\' ? 2 : 1)));
        ends_free_ = is_one_of(no_blank_after, c);  // an escaped sign is a letter
      }
    }
    return std::move(out_);
  }

 private:
  /// What stood between the last sign and this one, then this one.
  std::size_t copy(std::size_t begin, std::size_t end) {
    const bool free = out_.empty() || ends_free_ || is_one_of(no_blank_before, css_[begin]);
    if (!free && blank_) {
      out_ += ' ';
    } else if (!free && commented_) {
      out_ += "/**/";
    }
    blank_ = commented_ = ends_free_ = false;
    out_ += css_.substr(begin, end - begin);
    return end;
  }

  std::string_view css_;
  std::string out_;
  bool blank_ = false, commented_ = false;  // since the last sign
  bool ends_free_ = false;                  // the last sign wants no blank behind it
};

}  // namespace

std::string compact_css(std::string_view css) {
  return Compactor(css).run();
}

}  // namespace kronika
