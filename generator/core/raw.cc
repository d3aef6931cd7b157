// What TOML, YAML and CSV have in common once parsed.
#include "generator/core/raw.h"

#include <unicode/normalizer2.h>

#include <algorithm>

namespace kronika {

const RawValue* RawTable::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const RawEntry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::string kind_name(const RawValue& raw) {
  struct Namer {
    std::string operator()(std::monostate) const { return both("empty", "nic"); }
    std::string operator()(bool) const { return both("true or false", "true albo false"); }
    std::string operator()(std::int64_t) const { return both("a whole number", "liczba całkowita"); }
    std::string operator()(double) const { return both("a decimal number", "liczba dziesiętna"); }
    std::string operator()(const std::string&) const { return both("a text", "tekst"); }
    std::string operator()(const Date&) const { return both("a date", "data"); }
    std::string operator()(const DateTime&) const { return both("a date with a time", "data z godziną"); }
    std::string operator()(const RawArray&) const { return both("a list", "lista"); }
    std::string operator()(const RawTable&) const { return both("a table", "tabela"); }
  };
  return std::visit(Namer{}, raw.value);
}

std::string to_nfc(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return std::string(text);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

}  // namespace kronika
