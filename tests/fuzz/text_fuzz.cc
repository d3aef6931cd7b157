// Any bytes as text: decoded, composed, folded, escaped, cut into words.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "search/language/tokens.h"
#include "search/text/escape.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {
namespace {

bool is_utf8(std::string_view text) {
  return !first_invalid_utf8(text);
}

void require_encodings(std::string_view text) {
  const std::string repaired = repair_utf8(text);
  require(is_utf8(repaired) && repair_utf8(repaired) == repaired, "repaired text is UTF-8");
  require(is_utf8(text) == (repaired == text), "only what is broken is repaired");
  require(count_code_points(text) == count_code_points(repaired), "a broken byte counts as one");
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, text.size() / 2, text.size()}) {
    const std::string_view clipped = clip_utf8(repaired, bytes);
    require(clipped.size() <= bytes && is_utf8(clipped), "clipped text is UTF-8");
  }
}

void require_forms(std::string_view text) {
  const std::string composed = compose(text);
  require(is_utf8(composed) && compose(composed) == composed, "composed text stays as it is");
  const std::string folded = fold(text);
  require(is_utf8(folded) && fold(folded) == folded, "folded text stays as it is");
  require(is_utf8(lower(text)) && is_utf8(slugify(text)), "forms of a text are UTF-8");
}

void require_escapes(std::string_view text) {
  require(percent_decode(percent_encode(text)) == text, "what is percent-encoded can be decoded");
  require(percent_decode(percent_encode(text), Plus::is_space) == text, "in a form, too");
  require(percent_decode(text).size() <= text.size(), "decoding does not lengthen");
  require(escape_html(text).find_first_of("<>\"'") == std::string::npos, "escaped text is no markup");
  const std::string json = escape_json(text);
  require(json.find_first_of("<>&\n") == std::string::npos, "JSON is safe inside HTML");
  require(nlohmann::json::parse('"' + json + '"') == repair_utf8(text), "JSON says what the text says");
}

void require_tokens(std::string_view text) {
  Tokens tokens(text);
  DigitGroups groups(text);
  std::size_t end = 0;
  const auto require_number = [&](const std::optional<DigitGroups::Number>& number) {
    if (number) require(number->begin < number->end && number->end <= text.size(), "a number stands in the text");
  };
  for (Token token; tokens.next(token);) {
    require(!token.text.empty() && token.offset >= end, "words follow one another");
    end = token.offset + token.text.size();
    require(end <= text.size() && text.substr(token.offset, token.text.size()) == token.text, "a word stands there");
    require_number(groups.add(token));
  }
  require_number(groups.finish());
}

}  // namespace

void run(std::string_view input) {
  require_encodings(input);
  require_forms(input);
  require_escapes(input);
  require_tokens(input);
}

}  // namespace kronika::fuzz
