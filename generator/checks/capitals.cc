// What an abbreviation is cannot be known from its letters, so it is told by its surroundings: few stand in a row, and
// where more do there are commas between them.
#include "generator/checks/capitals.h"

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t most_words = 4;
constexpr std::size_t most_letters = 20;
constexpr std::size_t longest_abbreviation = 6;

/// Spaces that stand in texts: ordinary ones and no-break ones, which two bytes tell.
bool is_space_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  return c == ' ' || c == '\n' || c == '\t' || text.substr(at).starts_with("\xC2\xA0");
}

struct Word {
  std::size_t letters = 0;
  bool has_small = false, has_digit = false, is_roman = true, is_listed = false;

  explicit Word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const Decoded now = decode_utf8(text, at);
      at += now.length;
      if (is_digit(now.code_point)) has_digit = true;
      if (!is_letter(now.code_point)) continue;
      ++letters;
      has_small = has_small || upper(now.code_point) != now.code_point;
      const bool roman = now.code_point < 0x80 &&
                         std::string_view("IVXLCDM").find(static_cast<char>(now.code_point)) != std::string_view::npos;
      is_roman = is_roman && roman;
    }
    is_listed = letters <= longest_abbreviation && text.find_first_of(",;/()+&") != std::string_view::npos;
  }

  bool is_initial(std::string_view text) const { return letters == 1 && text.ends_with('.'); }
};

class Run {
 public:
  /// True when the run is too long with this word.
  bool add(std::string_view text, std::size_t at) {
    const Word word(text);
    const bool is_break = word.has_small || word.has_digit || word.is_initial(text) || text == "\x1F";
    if (is_break) {
      clear();
      return false;
    }
    if (word.letters == 0 || word.is_roman) return false;
    if (words_ == 0) begin_ = at;
    end_ = at + text.size();
    words_ += word.letters > 1 ? 1 : 0;
    letters_ += word.letters;
    const bool too_long = words_ >= most_words || letters_ >= most_letters;
    if (!too_long && word.is_listed) clear();
    return too_long;
  }
  std::string_view in(std::string_view text) const { return text.substr(begin_, end_ - begin_); }

 private:
  void clear() { words_ = letters_ = 0; }

  std::size_t words_ = 0, letters_ = 0, begin_ = 0, end_ = 0;
};

}  // namespace

std::optional<std::string_view> capitals_in(std::string_view text) {
  Run run;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space_at(text, at)) {
      ++at;
      if (text[at - 1] == '\xC2') ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space_at(text, end) && (end == at || text[end - 1] != '/')) ++end;
    if (run.add(text.substr(at, end - at), at)) return run.in(text);
    at = end;
  }
  return std::nullopt;
}

}  // namespace kronika
