// Rules so coarse that they need no knowledge of any number's form. Whatever is doubtful is not kept at all: a query
// with its digits blotted out is still the query of somebody, with their words around the gap.
#include "search/query_log/personal.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t most_digits = 5;  // a postal code, a year

/// The zeros of the scripts that people type digits in; nine more follow each.
constexpr char32_t zeros[] = {U'0', 0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6};

constexpr char32_t at_signs[] = {U'@', 0xFE6B, 0xFF20};
constexpr std::string_view spelt_at[] = {"(at)", "[at]", "{at}", "<at>", "(malpa)", "[malpa]", "%40"};

bool is_any_digit(char32_t c) {
  return std::any_of(std::begin(zeros), std::end(zeros), [c](char32_t zero) { return c >= zero && c <= zero + 9; });
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

bool may_be_personal(std::string_view query) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < query.size();) {
    const Decoded decoded = decode_utf8(query, at);
    if (std::find(std::begin(at_signs), std::end(at_signs), decoded.code_point) != std::end(at_signs)) return true;
    digits += is_any_digit(decoded.code_point) ? 1 : 0;
    at += decoded.length;
  }
  if (digits > most_digits) return true;
  const std::string folded = without_spaces(fold(query));
  return std::any_of(std::begin(spelt_at), std::end(spelt_at),
                     [&](std::string_view spelling) { return folded.find(spelling) != std::string::npos; });
}

}  // namespace kronika
