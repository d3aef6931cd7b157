// Fields that are numbers: whole, decimal, money, positions; and yes or no.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "generator/content/field_types.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr double most_money = 1e13;  // in whole units: far from where doubles and grosze lose exactness
constexpr int minor_units = 100;

struct CurrencyName {
  std::string_view written, code;
};
constexpr CurrencyName currency_names[] = {
    {"zł", "PLN"}, {"zl", "PLN"},  {"złotych", "PLN"}, {"PLN", "PLN"}, {"€", "EUR"},   {"EUR", "EUR"}, {"euro", "EUR"},
    {"$", "USD"},  {"USD", "USD"}, {"£", "GBP"},       {"GBP", "GBP"}, {"CHF", "CHF"}, {"UAH", "UAH"}, {"CZK", "CZK"}};

template <class Number>
std::optional<Number> parse(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool in_range(const FieldInput& input, double value) {
  const Field& field = input.field;
  if ((!field.min || value >= *field.min) && (!field.max || value <= *field.max)) return true;
  input.report(Code::out_of_range, {std::string(input.name), bounds(field.min, field.max)});
  return false;
}

/// The text without spaces of any kind: people group digits with them.
std::string without_spaces(std::string_view text) {
  constexpr std::array<std::string_view, 4> spaces = {" ", "\u00A0", "\u202F", "\u2009"};
  std::string out(text);
  for (const std::string_view space : spaces) {
    for (auto at = out.find(space); at != std::string::npos; at = out.find(space, at)) out.erase(at, space.size());
  }
  return out;
}

/// A number as its author wrote it, from a text only where texts may stand for numbers: "1 234,5" is one there.
std::optional<double> number_of(const RawValue& raw, Typing typing) {
  if (const auto* whole = raw.as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* decimal = raw.as<double>()) return *decimal;
  const auto* text = raw.as<std::string>();
  if (!text || typing != Typing::from_text) return std::nullopt;
  std::string digits = without_spaces(*text);
  if (digits.find('.') == std::string::npos) std::replace(digits.begin(), digits.end(), ',', '.');
  return parse<double>(digits);
}

/// "40000,50" → 4000050; nothing when it is no amount with at most two decimals.
std::optional<std::int64_t> minor_of(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const auto point = std::min(digits.find_first_of(",."), digits.size());
  const std::string_view whole = digits.substr(0, point);
  std::string fraction(digits.substr(std::min(point + 1, digits.size())));
  const bool has_fraction = point < digits.size();
  if (whole.empty() || whole.size() > 13 || (has_fraction && fraction.empty()) || fraction.size() > 2)
    return std::nullopt;
  fraction.resize(2, '0');
  const auto units = parse<std::int64_t>(whole);
  const auto minor = parse<std::int64_t>(fraction);
  if (!units || !minor || *units < 0 || *minor < 0) return std::nullopt;
  return (negative ? -1 : 1) * (*units * minor_units + *minor);
}

/// A bare number is złoty where texts may stand for numbers.
std::optional<Money> parse_money(std::string_view text, Typing typing) {
  const std::string compact = without_spaces(text);
  if (const auto minor = minor_of(compact); minor && typing == Typing::from_text) return Money{*minor, "PLN"};
  for (const CurrencyName& name : currency_names) {
    if (!compact.ends_with(name.written) || name.written.size() == compact.size()) continue;
    const auto minor = minor_of(std::string_view(compact).substr(0, compact.size() - name.written.size()));
    return minor ? std::optional(Money{*minor, std::string(name.code)}) : std::nullopt;
  }
  return std::nullopt;
}

FieldValue money_from_number(const FieldInput& input, double amount) {
  const double minor = std::round(amount * minor_units);
  if (!std::isfinite(amount) || std::fabs(amount) > most_money || std::fabs(amount * minor_units - minor) > 1e-4) {
    input.report(Code::bad_value,
                 {fmt::format("{}", amount), std::string(input.name),
                  both("an amount has at most two decimals", "kwota ma najwyżej dwa miejsca po przecinku")});
    return {{}, input.raw.span};
  }
  return input.give(Money{static_cast<std::int64_t>(minor), "PLN"});
}

/// "50.87, 20.63" or "50,87; 20,63", where a text may stand for a position; nothing for other texts.
std::optional<RawTable> position_of_text(const FieldInput& input) {
  const auto* text = input.raw.as<std::string>();
  if (!text || input.context.typing != Typing::from_text) return std::nullopt;
  auto middle = text->find(';');
  if (middle == std::string::npos) middle = text->find(',');
  if (middle == std::string::npos) return std::nullopt;
  RawTable out;
  out.entries.push_back({"lat", input.raw.span, {text->substr(0, middle), input.raw.span, {}}});
  out.entries.push_back({"lon", input.raw.span, {text->substr(middle + 1), input.raw.span, {}}});
  return out;
}

/// One of the two numbers of a position; reports what is wrong with it at its own place.
std::optional<double> degrees(const FieldInput& input, const RawValue& raw, double most) {
  const FieldInput part{raw, input.field, input.name, input.context};
  const auto value = number_of(raw, input.context.typing);
  if (!value) {
    part.wrong_type();
  } else if (std::isfinite(*value) && std::fabs(*value) <= most) {
    return value;
  } else {
    part.report(Code::out_of_range, {std::string(input.name), bounds(-most, most)});
  }
  return std::nullopt;
}

/// A position elsewhere is a typing error, or the two numbers stand the wrong way round.
FieldValue outside(const FieldInput& input, double latitude, double longitude, const GeoBox& box) {
  const bool swapped = longitude >= box.south && longitude <= box.north && latitude >= box.west && latitude <= box.east;
  const std::string area = fmt::format("lat {} – {}, lon {} – {}", box.south, box.north, box.west, box.east);
  input.report(Code::bad_value,
               {fmt::format("{}, {}", latitude, longitude), std::string(input.name),
                both("it lies outside " + area, "to miejsce leży poza obszarem " + area)},
               swapped ? fmt::format("{{ lat = {}, lon = {} }}", longitude, latitude) : "");
  return {{}, input.raw.span};
}

}  // namespace

FieldValue read_integer(const FieldInput& input) {
  const auto* whole = input.raw.as<std::int64_t>();
  const auto* text = input.raw.as<std::string>();
  std::optional<std::int64_t> value = whole ? std::optional(*whole) : std::nullopt;
  if (text && input.context.typing == Typing::from_text) value = parse<std::int64_t>(without_spaces(*text));
  if (!value) return input.wrong_type();
  if (!in_range(input, static_cast<double>(*value))) return {{}, input.raw.span};
  return input.give(*value);
}

FieldValue read_decimal(const FieldInput& input) {
  const auto value = number_of(input.raw, input.context.typing);
  if (!value || !std::isfinite(*value)) return input.wrong_type();
  if (!in_range(input, *value)) return {{}, input.raw.span};
  return input.give(*value);
}

FieldValue read_money(const FieldInput& input) {
  FieldValue value;
  if (const auto amount = number_of(input.raw, Typing::strict)) {
    value = money_from_number(input, *amount);
  } else if (const auto* text = input.raw.as<std::string>()) {
    const auto money = parse_money(*text, input.context.typing);
    if (!money)
      return input.bad(both("an amount looks like \"40 000 zł\" or \"1 250,50 EUR\"",
                            "kwota wygląda tak: \"40 000 zł\" albo \"1 250,50 EUR\""));
    value = input.give(*money);
  } else {
    return input.wrong_type();
  }
  const auto* money = value.as<Money>();
  if (money && !in_range(input, static_cast<double>(money->minor) / minor_units)) return {{}, input.raw.span};
  return value;
}

FieldValue read_boolean(const FieldInput& input) {
  if (const auto* truth = input.raw.as<bool>()) return input.give(*truth);
  const auto* text = input.raw.as<std::string>();
  if (text && input.context.typing == Typing::from_text) {
    const std::string word = lower(*text);
    if (word == "true" || word == "yes" || word == "on" || word == "tak") return input.give(true);
    if (word == "false" || word == "no" || word == "off" || word == "nie") return input.give(false);
  }
  return input.wrong_type();
}

FieldValue read_position(const FieldInput& input) {
  constexpr double most_latitude = 90, most_longitude = 180;
  const auto written = position_of_text(input);
  const auto* table = written ? &*written : input.raw.as<RawTable>();
  if (!table) return input.wrong_type();
  for (const RawEntry& entry : table->entries) {
    if (entry.key == "lat" || entry.key == "lon") continue;
    input.context.diagnostics.report(Code::unknown_record_key, {std::string(input.context.file), entry.key_span},
                                     {entry.key, std::string(input.name)},
                                     entry.key.starts_with("la")  ? "lat"
                                     : entry.key.starts_with("l") ? "lon"
                                                                  : "");
  }
  const RawValue* first = table->find("lat");
  const RawValue* second = table->find("lon");
  if (!first || !second) return input.wrong_type();
  const auto latitude = degrees(input, *first, most_latitude);
  const auto longitude = degrees(input, *second, most_longitude);
  if (!latitude || !longitude) return {{}, input.raw.span};
  if (const auto& box = input.field.within) {
    if (*latitude < box->south || *latitude > box->north || *longitude < box->west || *longitude > box->east) {
      return outside(input, *latitude, *longitude, *box);
    }
  }
  return input.give(GeoPosition{*latitude, *longitude});
}

}  // namespace kronika
