// A spreadsheet takes a code of digits for a number: it drops the zeros before it and, where the column is narrow,
// writes it with an exponent. A date becomes the number of its day.
#include "generator/importing/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "generator/core/date.h"
#include "generator/importing/serial_date.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view hyphens[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212"};
constexpr std::string_view spaces[] = {"\u2007", "\u2009", "\u202F", "\u200B", "\uFEFF"};
constexpr double first_likely_day = 10000, last_likely_day = 80000;  // 1927 to 2119

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

bool is_code(FieldType type) {
  return type == FieldType::nip || type == FieldType::regon || type == FieldType::krs || type == FieldType::teryt ||
         type == FieldType::postal_code || type == FieldType::phone;
}

/// Without what marks a text as one: '0123 and ="0123".
std::string without_text_mark(std::string text) {
  if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) return text.substr(2, text.size() - 3);
  constexpr std::string_view guarded = "=+-@\t\r\n";
  const bool marked = text.size() > 1 && text[0] == '\'' &&
                      (guarded.find(text[1]) != std::string_view::npos || is_digits(std::string_view(text).substr(1)));
  return marked ? text.substr(1) : text;
}

/// The digits of "5,260001246E+09" where all of them stand there; nothing for another text. `lost` tells that the text
/// is such a number without all its digits.
std::optional<std::string> from_exponent(std::string_view text, bool& lost) {
  const auto mark = text.find_first_of("eE");
  if (mark == std::string_view::npos) return std::nullopt;
  const auto point = text.substr(0, mark).find_first_of(",.");
  const std::string_view whole = text.substr(0, std::min(point, mark));
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1, mark - point - 1);
  std::string_view power = text.substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  if (!is_digits(whole) || (!fraction.empty() && !is_digits(fraction)) || !is_digits(power) || power.size() > 3)
    return std::nullopt;
  std::size_t exponent = 0;
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (exponent == fraction.size()) return std::string(whole) + std::string(fraction);
  lost = true;
  return std::nullopt;
}

struct CodeLength {
  std::size_t digits, most_lost;
};

std::vector<CodeLength> lengths_of(FieldType type) {
  if (type == FieldType::nip) return {{10, 6}};
  if (type == FieldType::regon) return {{9, 6}, {14, 5}};  // old institutions have 000001287
  if (type == FieldType::krs) return {{10, 9}};
  if (type == FieldType::teryt) return {{2, 1}, {4, 1}, {7, 1}};
  return {};
}

class CodeRepair {
 public:
  CodeRepair(std::string text, const Field& field, Swap swap, const FieldContext& context)
      : text_(std::move(text)), field_(field), type_(field.value_type()), swap_(swap), context_(context) {}

  RepairedText run() {
    for (const std::string_view hyphen : hyphens) replace_all(text_, hyphen, "-");
    for (const std::string_view space : spaces) replace_all(text_, space, " ");
    RepairedText out{text_};
    if (auto digits = from_exponent(text_, out.lost_digits)) {
      out = {std::move(*digits), Repair::digits};
    } else if (const auto point = text_.find_first_of(",."); point != std::string::npos && type_ != FieldType::phone) {
      const std::string_view rest = std::string_view(text_).substr(point + 1);
      if (is_digits(text_.substr(0, point)) && rest.find_first_not_of('0') == std::string_view::npos)
        out = {text_.substr(0, point), Repair::digits};
    }
    if (out.lost_digits) return out;
    if (type_ == FieldType::phone) return phone(out);
    return type_ == FieldType::postal_code ? postal_code(std::move(out)) : with_zeros(std::move(out));
  }

 private:
  RepairedText with_zeros(RepairedText out) const {
    std::string digits = out.text;
    std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
    replace_all(digits, "\u00A0", "");
    if (!is_digits(digits) || is_readable(digits, field_, context_) || may_be_another(digits)) return out;
    for (const CodeLength& length : lengths_of(type_)) {
      if (digits.size() >= length.digits || length.digits - digits.size() > length.most_lost) continue;
      std::string whole = std::string(length.digits - digits.size(), '0') + digits;
      if (is_readable(whole, field_, context_)) return {std::move(whole), Repair::zeros};
    }
    return out;
  }

  bool may_be_another(const std::string& digits) const {
    if (swap_ == Swap::excluded || (type_ != FieldType::nip && type_ != FieldType::regon)) return false;
    Field other;
    other.type = type_ == FieldType::nip ? FieldType::regon : FieldType::nip;
    return is_readable(digits, other, context_);
  }

  /// "+48412001001" is a number to a spreadsheet, and its plus goes.
  RepairedText phone(const RepairedText& out) const {
    constexpr std::size_t national = 9;
    const bool international = is_digits(out.text) && out.text.size() > national && out.text.front() != '0';
    return international ? RepairedText{"+" + out.text, Repair::digits} : out;
  }

  RepairedText postal_code(RepairedText out) const {
    std::string digits = out.text;
    std::erase_if(digits, [](char c) { return c == ' '; });
    const auto hyphen = digits.find('-');
    const bool cut_right = hyphen == std::string::npos || hyphen + 4 == digits.size();
    std::erase(digits, '-');
    if (!cut_right || !is_digits(digits) || digits.size() < 3 || digits.size() > 5) return out;
    const Repair repair = digits.size() < 5 ? Repair::zeros : Repair::digits;
    digits.insert(0, 5 - digits.size(), '0');
    digits.insert(2, "-");
    return digits == out.text ? out : RepairedText{std::move(digits), repair};
  }

  std::string text_;
  const Field& field_;
  FieldType type_;
  Swap swap_;
  const FieldContext& context_;
};

RepairedText repair_date(std::string text, DateSystem dates) {
  if (text.ends_with(" r.")) text = trimmed_cell(std::string_view(text).substr(0, text.size() - 3));
  std::string plain = text;
  std::replace(plain.begin(), plain.end(), ',', '.');
  double serial = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), serial);
  const bool number = error == std::errc{} && end == plain.data() + plain.size();
  if (!number || serial < first_likely_day || serial > last_likely_day) return {std::move(text)};
  auto date = date_of_serial(serial, dates);
  return date ? RepairedText{std::move(*date), Repair::serial} : RepairedText{std::move(text)};
}

/// "12,0" → "12".
RepairedText repair_integer(std::string text) {
  const auto point = text.find_first_of(",.");
  if (point == std::string::npos || text.find_first_not_of('0', point + 1) != std::string::npos)
    return {std::move(text)};
  return {text.substr(0, point)};
}

/// As spreadsheets in Polish and English write what a cell of truth holds.
RepairedText repair_boolean(std::string text) {
  const std::string word = lower(text);
  if (word == "prawda" || word == "1") return {"true"};
  if (word == "fałsz" || word == "0") return {"false"};
  return {std::move(text)};
}

const Vocabulary* vocabulary_of(const Field& field, const FieldContext& context) {
  for (const Vocabulary& each : context.vocabularies)
    if (each.name == field.vocabulary) return &each;
  return nullptr;
}

bool has_label(const Term& term, const std::string& lowered) {
  return lower(term.label.any) == lowered ||
         std::any_of(term.label.by_language.begin(), term.label.by_language.end(),
                     [&](const auto& label) { return lower(label.second) == lowered; });
}

/// "01.lip", "1-Jul" and a cell with the day 2026-07-01 → "1.7": spreadsheets take such a key for a day.
std::string key_before_day(const SheetCell& cell) {
  constexpr std::string_view months[][2] = {{"sty", "jan"}, {"lut", "feb"}, {"mar", "mar"}, {"kwi", "apr"},
                                            {"maj", "may"}, {"cze", "jun"}, {"lip", "jul"}, {"sie", "aug"},
                                            {"wrz", "sep"}, {"paź", "oct"}, {"lis", "nov"}, {"gru", "dec"}};
  const std::string text = lower(trimmed_cell(cell.text));
  if (const auto day = cell.kind == SheetCell::Kind::date ? parse_date(text) : std::nullopt)
    return fmt::format("{}.{}", static_cast<unsigned>(day->day()), static_cast<unsigned>(day->month()));
  const auto mark = text.find_first_of(".-");
  if (mark == std::string::npos || mark > 2 || !is_digits(text.substr(0, mark))) return "";
  for (std::size_t i = 0; i < std::size(months); ++i) {
    const std::string name = text.substr(mark + 1);
    if (name == months[i][0] || name == months[i][1]) return fmt::format("{}.{}", std::stoi(text), i + 1);
  }
  return "";
}

/// The key of a term by its key or label in any case. A label that two terms have is left: nothing tells which is
/// meant.
RepairedText repair_choice(std::string text, const SheetCell& cell, const Vocabulary* vocabulary) {
  if (!vocabulary || vocabulary->find(text)) return {std::move(text)};
  const std::string lowered = lower(text);
  const Term* found = nullptr;
  for (const Term& term : vocabulary->terms) {
    if (lower(term.value) == lowered) return {term.value};
    if (!has_label(term, lowered)) continue;
    if (found) return {std::move(text)};
    found = &term;
  }
  if (found) return {found->value};
  std::string pointed = text;  // "1,7", where the key 1.7 was taken for a number
  std::replace(pointed.begin(), pointed.end(), ',', '.');
  if (vocabulary->find(pointed)) return {std::move(pointed)};
  std::string key = key_before_day(cell);
  return vocabulary->find(key) ? RepairedText{std::move(key), Repair::digits} : RepairedText{std::move(text)};
}

}  // namespace

bool is_readable(const std::string& text, const Field& field, const FieldContext& context) {
  Diagnostics told;
  const FieldContext silent{
      context.vocabularies, context.tables, context.source, context.file, context.folder, Typing::from_text, told};
  const RawValue raw{text, {}, {}};
  return !info(field.value_type()).read({raw, field, field.name, silent}).empty() && told.errors() == 0;
}

RepairedText repair(const SheetCell& cell, const Field& field, DateSystem dates, Swap swap,
                    const FieldContext& context) {
  std::string text = without_text_mark(trimmed_cell(cell.text));
  const FieldType type = field.value_type();
  if (is_code(type)) return CodeRepair(std::move(text), field, swap, context).run();
  if (type == FieldType::date || type == FieldType::datetime) return repair_date(std::move(text), dates);
  if (type == FieldType::integer) return repair_integer(std::move(text));
  if (type == FieldType::boolean) return repair_boolean(std::move(text));
  if (type == FieldType::choice) return repair_choice(std::move(text), cell, vocabulary_of(field, context));
  return {std::move(text)};
}

}  // namespace kronika
