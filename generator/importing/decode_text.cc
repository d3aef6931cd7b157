// Nobody in an office knows the encoding of a file, so it is not asked for.
#include "generator/importing/decode_text.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "generator/core/raw.h"
#include "generator/importing/sheet.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", little_mark = "\xFF\xFE", big_mark = "\xFE\xFF";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  const auto size = static_cast<int32_t>(bytes.size());
  std::string out(bytes.size() * 3 + 16, '\0');  // a unit of UTF-16 or a byte of Windows-1250 is at most three of UTF-8
  const int32_t made = U_SUCCESS(status)
                           ? ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.data(),
                                                static_cast<int32_t>(out.size()), bytes.data(), size, &status)
                           : 0;
  if (U_FAILURE(status)) throw UnreadableSheet{both("its letters cannot be read", "nie można odczytać jego liter")};
  out.resize(static_cast<std::size_t>(made));
  return out;
}

/// Windows-1250 has hardly any two bytes in a row that happen to be a letter of UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t letters = 0, broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded c = decode_utf8(bytes, at);
    if (!c.valid) ++broken;
    if (c.valid && c.length > 1) ++letters;
    at += c.length;
  }
  return letters > broken;
}

[[noreturn]] void refuse_broken(std::string_view bytes, std::size_t bad) {
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
  throw UnreadableSheet{
      both(fmt::format("it is UTF-8, but not in line {}, where a letter is broken; save it as CSV UTF-8 anew", line),
           fmt::format("jest w kodowaniu UTF-8, ale w wierszu {} litera jest uszkodzona; zapisz plik ponownie jako "
                       "CSV UTF-8",
                       line))};
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      out += text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

DecodedText decode(std::string_view bytes) {
  if (bytes.starts_with(little_mark)) return {convert(bytes.substr(2), "UTF-16LE"), "UTF-16"};
  if (bytes.starts_with(big_mark)) return {convert(bytes.substr(2), "UTF-16BE"), "UTF-16"};
  const bool marked = bytes.starts_with(utf8_mark);
  if (marked) bytes.remove_prefix(utf8_mark.size());
  const auto bad = first_invalid_utf8(bytes);
  if (!bad) return {std::string(bytes), "UTF-8"};
  if (marked || is_mostly_utf8(bytes)) refuse_broken(bytes, *bad);
  return {convert(bytes, "windows-1250"), "Windows-1250"};
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  DecodedText out = decode(bytes);
  if (out.text.find('\0') != std::string::npos)
    throw UnreadableSheet{both("it is neither CSV nor XLSX", "to nie jest ani CSV, ani XLSX")};
  out.text = to_nfc(without_controls(with_plain_line_ends(out.text)));
  return out;
}

}  // namespace kronika
