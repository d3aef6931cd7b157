// People type words, and now and then what they know from other searches. What they type must never be an error, so a
// sign counts only where it can mean nothing else.
#include "search/query/typed_query.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "search/language/tokens.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::size_t least_beginning = 2;  // letters of x*

struct QuotationMarks {
  std::string_view opens;
  std::array<std::string_view, 3> closes;
};
constexpr QuotationMarks quotation_marks[] = {
    {"\"", {"\"", "”", "“"}}, {"„", {"”", "“", "\""}}, {"“", {"”", "\"", "“"}}, {"«", {"»", "»", "»"}}};

struct Quoted {
  std::string_view inside;
  std::size_t size;  // with the marks, in bytes
};

/// A phrase at the beginning of `text`; one that is not closed goes on to the end.
std::optional<Quoted> quoted_at(std::string_view text) {
  for (const QuotationMarks& marks : quotation_marks) {
    if (!text.starts_with(marks.opens)) continue;
    const std::string_view rest = text.substr(marks.opens.size());
    Quoted found{rest, text.size()};
    for (const std::string_view close : marks.closes) {
      const auto at = rest.find(close);
      if (at >= found.inside.size()) continue;
      found = {rest.substr(0, at), marks.opens.size() + at + close.size()};
    }
    return found;
  }
  return std::nullopt;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  Tokens tokens(text);
  for (Token token; tokens.next(token);) out.push_back(token);
  return out;
}

class Parser {
 public:
  Parser(std::string_view query, std::span<const std::string> fields) : rest_(query), fields_(fields) {}

  std::vector<TypedAlternatives> parse() {
    for (skip_spaces(); !rest_.empty(); skip_spaces()) parse_chunk();
    join_numbers();
    return std::move(out_);
  }

 private:
  void skip_spaces() {
    const auto first = rest_.find_first_not_of(' ');
    rest_.remove_prefix(std::min(first, rest_.size()));
  }

  void parse_chunk() {
    if (takes_or()) return;
    TypedPart part;
    if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ' ') {
      part.excluded = true;
      rest_.remove_prefix(1);
    }
    part.field = take_field();
    if (const auto quoted = quoted_at(rest_)) {
      rest_.remove_prefix(quoted->size);
      part.quoted = true;
      for (const Token& token : tokens_of(quoted->inside)) part.words.emplace_back(token.text);
      if (!part.words.empty()) add(std::move(part));
    } else {
      add_words(take_word(), std::move(part));
    }
  }

  /// "OR" between two parts.
  bool takes_or() {
    for (const std::string_view word : {"OR ", "LUB "}) {
      if (!rest_.starts_with(word) || out_.empty() || out_.back().back().excluded) continue;
      const auto next = rest_.find_first_not_of(' ', word.size());
      if (next == std::string_view::npos) continue;
      rest_.remove_prefix(word.size());
      joins_ = true;
      return true;
    }
    return false;
  }

  std::string take_field() {
    const auto colon = rest_.find(':');
    if (colon == std::string_view::npos || colon + 1 >= rest_.size() || rest_[colon + 1] == ' ') return "";
    const std::string name = lower(rest_.substr(0, colon));
    if (std::find(fields_.begin(), fields_.end(), name) == fields_.end()) return "";
    rest_.remove_prefix(colon + 1);
    return name;
  }

  /// Up to the next space or phrase.
  std::string_view take_word() {
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != ' ' && (end == 0 || !quoted_at(rest_.substr(end)))) ++end;
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  void add_words(std::string_view chunk, TypedPart part) {
    const std::vector<Token> tokens = tokens_of(chunk);
    if (tokens.empty()) return;
    const bool is_address = chunk.find('@') != std::string_view::npos;
    if (is_address) {  // e-mail: its words in this order
      part.quoted = true;
      for (const Token& token : tokens) part.words.emplace_back(token.text);
      return add(std::move(part));
    }
    const std::size_t end = tokens.back().offset + tokens.back().text.size();
    const bool has_star = end < chunk.size() && chunk[end] == '*';
    for (const Token& token : tokens) {
      TypedPart one = part;
      one.words = {std::string(token.text)};
      one.prefix = has_star && &token == &tokens.back() && fold(token.text).size() >= least_beginning;
      add(std::move(one));
    }
  }

  void add(TypedPart part) {
    if (joins_ && !part.excluded) {
      out_.back().push_back(std::move(part));
    } else {
      out_.push_back({std::move(part)});
    }
    joins_ = false;
  }

  static bool is_plain(const TypedAlternatives& alternatives) {
    if (alternatives.size() != 1) return false;
    const TypedPart& part = alternatives.front();
    return part.words.size() == 1 && !part.quoted && !part.prefix && !part.excluded;
  }

  /// Parts that stand for one number, as "526-000-12-46", become one.
  void join_numbers() {
    std::vector<TypedAlternatives> joined;
    for (std::size_t at = 0; at < out_.size();) {
      const std::size_t count = std::max<std::size_t>(digits_at(at), 1);
      const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(at);
      const std::span<TypedAlternatives> run(begin, count);
      if (count > 1 && is_one_number(run)) {
        joined.push_back({number_of(run)});
      } else {
        joined.insert(joined.end(), std::make_move_iterator(run.begin()), std::make_move_iterator(run.end()));
      }
      at += count;
    }
    out_ = std::move(joined);
  }

  /// Whether a part can be a group of digits of the number that begins with `first`.
  static bool is_group(const TypedAlternatives& alternatives, const TypedPart* first) {
    if (!is_plain(alternatives)) return false;
    const TypedPart& part = alternatives.front();
    const bool same_field = !first || part.field.empty() || part.field == first->field;
    return same_field && part.words.front().find_first_not_of("0123456789") == std::string::npos;
  }

  /// How many parts from `at` on are groups of digits.
  std::size_t digits_at(std::size_t at) const {
    std::size_t count = 0;
    while (at + count < out_.size() && is_group(out_[at + count], count == 0 ? nullptr : &out_[at].front())) ++count;
    return count;
  }

  static bool is_one_number(std::span<const TypedAlternatives> run) {
    std::string text;
    for (const TypedAlternatives& group : run) text += (text.empty() ? "" : " ") + group.front().words.front();
    DigitGroups groups(text);
    for (const Token& token : tokens_of(text))
      if (groups.add(token)) return false;
    return groups.finish().has_value();
  }

  static TypedPart number_of(std::span<const TypedAlternatives> run) {
    TypedPart number;
    number.field = run.front().front().field;
    for (const TypedAlternatives& group : run) {
      number.words.push_back(group.front().words.front());
      number.number += number.words.back();
    }
    return number;
  }

  std::string_view rest_;
  std::span<const std::string> fields_;
  std::vector<TypedAlternatives> out_;
  bool joins_ = false;
};

}  // namespace

std::vector<TypedAlternatives> parse_typed(std::string_view query, std::span<const std::string> fields) {
  return Parser(query, fields).parse();
}

}  // namespace kronika
