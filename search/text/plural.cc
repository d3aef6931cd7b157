// CLDR's rules for the languages that the product's themes come in.
#include "search/text/plural.h"

namespace kronika {
namespace {

bool is_slavic(std::string_view language) {
  return language == "pl" || language == "uk";
}

}  // namespace

PluralForm plural_form(std::int64_t number, std::string_view language) {
  const std::uint64_t n = number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
  if (!is_slavic(language)) return n == 1 ? PluralForm::one : PluralForm::other;
  const bool teen = n % 100 >= 12 && n % 100 <= 14;
  if (language == "pl" ? n == 1 : n % 10 == 1 && n % 100 != 11) return PluralForm::one;
  if (n % 10 >= 2 && n % 10 <= 4 && !teen) return PluralForm::few;
  return PluralForm::many;
}

std::string_view name_of(PluralForm form) {
  switch (form) {
    case PluralForm::one:
      return "one";
    case PluralForm::few:
      return "few";
    case PluralForm::many:
      return "many";
    case PluralForm::other:
      break;
  }
  return "other";
}

std::string_view forms_of(std::string_view language) {
  return is_slavic(language) ? "one few many" : "one other";
}

std::string format_number(std::int64_t number, std::string_view language) {
  const bool negative = number < 0;
  std::string digits =
      std::to_string(negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number));
  const std::size_t least = is_slavic(language) ? 5 : 4;
  std::string out = negative ? "-" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0 && digits.size() >= least) out += is_slavic(language) ? "\u00A0" : ",";
    out += digits[i];
  }
  return out;
}

}  // namespace kronika
