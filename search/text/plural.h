// Plural forms and numbers as languages write them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kronika {

enum class PluralForm { one, few, many, other };

/// The form that a whole number takes (CLDR cardinal rules for pl, uk, en; other languages: one for 1, else other).
PluralForm plural_form(std::int64_t number, std::string_view language);
std::string_view name_of(PluralForm form);  // "one", "few", "many", "other"

/// The forms that whole numbers can take in a language, e.g. one, few, many for pl.
std::string_view forms_of(std::string_view language);  // "one few many", "one other"

/// 35014 → "35 014" with a no-break space (pl, uk: from 10 000, en: "35,014").
std::string format_number(std::int64_t number, std::string_view language);

}  // namespace kronika
