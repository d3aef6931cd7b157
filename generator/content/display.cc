// Values as people read them, in their language, and as data carries them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "generator/config/language_tag.h"
#include "generator/config/licences.h"
#include "generator/content/field_types.h"
#include "search/text/plural.h"

namespace kronika {
namespace {

constexpr int minor_units = 100;
constexpr std::int64_t smallest_grouped = 10000;  // below it a number may be a year
constexpr const char* no_break_space = "\u00A0";

bool has_decimal_comma(std::string_view language) {
  return !language.starts_with("en");
}

std::string whole_number(std::int64_t number, std::string_view language) {
  const bool short_one = number > -smallest_grouped && number < smallest_grouped;
  return short_one ? std::to_string(number) : format_number(number, language);
}

std::string decimal_number(double number, std::string_view language) {
  std::string digits = fmt::format("{}", std::fabs(number));
  const auto point = digits.find('.');
  if (digits.find('e') != std::string::npos || std::fabs(number) > 9e15) return fmt::format("{}", number);
  std::string out = number < 0 ? "-" : "";
  out += whole_number(static_cast<std::int64_t>(std::fabs(number)), language);
  if (point != std::string::npos) out += (has_decimal_comma(language) ? "," : ".") + digits.substr(point + 1);
  return out;
}

std::string two_digits(std::int64_t minor) {
  return fmt::format("{:02}", std::abs(minor) % minor_units);
}

std::string day_of(const std::optional<Date>& day, std::string_view language) {
  return day ? long_date(*day, language) : "…";
}

}  // namespace

std::string display(const FieldValue& value, const Field& field, const SiteModel& model, std::string_view language) {
  return value.empty() ? "" : info(field.type).display({value, field, model, language});
}

std::string plain_value(const FieldValue& value, const Field& field) {
  if (value.empty()) return "";
  const bool is_element = field.type == FieldType::list && !value.as<ValueList>();
  return info(is_element ? field.value_type() : field.type).plain(value, field);
}

std::string display_nothing(const DisplayInput&) {
  return "";
}
std::string plain_nothing(const FieldValue&, const Field&) {
  return "";
}

std::string display_text(const DisplayInput& input) {
  return plain_text(input.value, input.field);
}

std::string plain_text(const FieldValue& value, const Field&) {
  const auto* text = value.as<std::string>();
  return text ? *text : "";
}

std::string display_number(const DisplayInput& input) {
  if (const auto* whole = input.value.as<std::int64_t>()) return whole_number(*whole, input.language);
  if (const auto* decimal = input.value.as<double>()) return decimal_number(*decimal, input.language);
  return "";
}

std::string plain_number(const FieldValue& value, const Field&) {
  if (const auto* whole = value.as<std::int64_t>()) return std::to_string(*whole);
  if (const auto* decimal = value.as<double>()) {
    std::string out = fmt::format("{}", *decimal);
    return out.ends_with(".0") ? out.substr(0, out.size() - 2) : out;
  }
  return "";
}

std::string display_money(const DisplayInput& input) {
  const auto* money = input.value.as<Money>();
  if (!money) return "";
  std::string amount = money->minor < 0 ? "-" : "";
  amount += format_number(std::abs(money->minor) / minor_units, input.language);
  if (money->minor % minor_units != 0)
    amount += (has_decimal_comma(input.language) ? "," : ".") + two_digits(money->minor);
  const std::string currency = money->currency == "PLN" && input.language == "pl" ? "zł" : money->currency;
  return amount + no_break_space + currency;
}

std::string plain_money(const FieldValue& value, const Field&) {
  const auto* money = value.as<Money>();
  if (!money) return "";
  return fmt::format("{}{}.{} {}", money->minor < 0 ? "-" : "", std::abs(money->minor) / minor_units,
                     two_digits(money->minor), money->currency);
}

std::string display_date(const DisplayInput& input) {
  if (const auto* day = input.value.as<Date>()) return long_date(*day, input.language);
  if (const auto* time = input.value.as<DateTime>()) return long_date_time(*time, input.language);
  return "";
}

std::string plain_date(const FieldValue& value, const Field&) {
  if (const auto* day = value.as<Date>()) return iso(*day);
  if (const auto* time = value.as<DateTime>()) return iso(*time);
  return "";
}

std::string display_period(const DisplayInput& input) {
  const auto* period = input.value.as<Period>();
  if (!period) return "";
  if (period->from == period->to) return day_of(period->from, input.language);
  return day_of(period->from, input.language) + " – " + day_of(period->to, input.language);
}

std::string plain_period(const FieldValue& value, const Field&) {
  const auto* period = value.as<Period>();
  if (!period) return "";
  return (period->from ? iso(*period->from) : "") + "/" + (period->to ? iso(*period->to) : "");
}

std::string display_boolean(const DisplayInput& input) {
  const auto* truth = input.value.as<bool>();
  if (!truth) return "";
  if (input.language == "pl") return *truth ? "tak" : "nie";
  if (input.language == "uk") return *truth ? "так" : "ні";
  return *truth ? "yes" : "no";
}

std::string plain_boolean(const FieldValue& value, const Field&) {
  const auto* truth = value.as<bool>();
  return truth ? (*truth ? "true" : "false") : "";
}

std::string display_choice(const DisplayInput& input) {
  const auto* key = input.value.as<std::string>();
  if (!key) return "";
  const Vocabulary* vocabulary = input.model.vocabulary(input.field.vocabulary);
  const Term* term = vocabulary ? vocabulary->find(*key) : nullptr;
  return term && !term->label.empty() ? term->label.in(input.language) : *key;
}

std::string display_data(const DisplayInput& input) {
  const auto* name = input.value.as<std::string>();
  const DataTable* table = name ? input.model.table(*name) : nullptr;
  return table ? table->config->title.in(input.language) : "";
}

std::string display_list(const DisplayInput& input) {
  const FieldTypeInfo& element = info(input.field.value_type());
  const auto* items = input.value.as<ValueList>();
  if (!items) return input.value.empty() ? "" : element.display(input);
  std::string out;
  for (const FieldValue& item : *items) {
    const std::string text = element.display({item, input.field, input.model, input.language});
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  }
  return out;
}

std::string plain_list(const FieldValue& value, const Field& field) {
  const auto* items = value.as<ValueList>();
  if (!items) return "";
  std::string out;
  for (const FieldValue& item : *items) {
    const std::string text = info(field.value_type()).plain(item, field);
    if (!text.empty()) out += (out.empty() ? "" : ";") + text;
  }
  return out;
}

std::string plain_reference(const FieldValue& value, const Field&) {
  const auto* reference = value.as<Reference>();
  return reference ? reference->slug : "";
}

std::string display_file(const DisplayInput& input) {
  const auto* file = input.value.as<FilePath>();
  return file ? file->source_path.substr(file->source_path.rfind('/') + 1) : "";
}

std::string plain_file(const FieldValue& value, const Field&) {
  const auto* file = value.as<FilePath>();
  return file ? file->source_path : "";
}

std::string display_position(const DisplayInput& input) {
  const auto* position = input.value.as<GeoPosition>();
  if (!position) return "";
  const auto part = [&](double degrees, const char* positive, const char* negative) {
    return decimal_number(std::fabs(degrees), input.language) + "°" + no_break_space +
           (degrees < 0 ? negative : positive);
  };
  return part(position->latitude, "N", "S") + ", " + part(position->longitude, "E", "W");
}

std::string plain_position(const FieldValue& value, const Field&) {
  const auto* position = value.as<GeoPosition>();
  return position ? fmt::format("{},{}", position->latitude, position->longitude) : "";
}

std::string display_language(const DisplayInput& input) {
  const auto* tag = input.value.as<std::string>();
  return tag ? language_name(*tag, input.language) : "";
}

std::string display_licence(const DisplayInput& input) {
  const auto* spdx = input.value.as<std::string>();
  const Licence* licence = spdx ? find_licence(*spdx) : nullptr;
  return licence ? std::string(licence->name) : "";
}

}  // namespace kronika
