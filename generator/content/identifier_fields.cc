// Polish identifiers with their check sums: NIP, REGON, KRS, TERYT, postal codes, telephone numbers.
#include <algorithm>
#include <array>
#include <numeric>

#include "generator/content/field_types.h"

namespace kronika {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The text without the spaces and hyphens that people group digits with.
std::string without_grouping(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\u00A0") {
      ++at;
    } else if (text[at] != ' ' && text[at] != '-') {
      out += text[at];
    }
  }
  return out;
}

/// The digits of the value, when it has one of the wanted numbers of them; reports what else it has.
std::optional<std::string> digits_of(const FieldInput& input, std::initializer_list<std::size_t> counts) {
  const auto text = input.text();
  if (!text) {
    input.wrong_type();
    return std::nullopt;
  }
  std::string digits = without_grouping(*text);
  if (!std::all_of(digits.begin(), digits.end(), is_ascii_digit)) {
    input.bad(both("only digits are expected", "oczekiwane są same cyfry"));
    return std::nullopt;
  }
  if (std::find(counts.begin(), counts.end(), digits.size()) != counts.end()) return digits;
  std::string wanted;
  for (const std::size_t count : counts) wanted += (wanted.empty() ? "" : "/") + std::to_string(count);
  const std::string got = std::to_string(digits.size());
  input.bad(both("it has " + got + " digits instead of " + wanted, "ma cyfr " + got + " zamiast " + wanted));
  return std::nullopt;
}

template <std::size_t N>
int weighted_sum(std::string_view digits, const std::array<int, N>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += weights[i] * (digits[i] - '0');
  return sum % 11;
}

FieldValue wrong_check_digit(const FieldInput& input) {
  return input.bad(both("its check digit does not agree; one of the digits is wrong",
                        "cyfra kontrolna się nie zgadza; któraś z cyfr jest błędna"));
}

bool is_regon9(std::string_view digits) {
  constexpr std::array<int, 8> weights = {8, 9, 2, 3, 4, 5, 6, 7};
  return weighted_sum(digits, weights) % 10 == digits[8] - '0';
}

bool is_regon14(std::string_view digits) {
  constexpr std::array<int, 13> weights = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
  return is_regon9(digits) && weighted_sum(digits, weights) % 10 == digits[13] - '0';
}

int number_of(std::string_view digits) {
  return std::accumulate(digits.begin(), digits.end(), 0, [](int sum, char c) { return sum * 10 + (c - '0'); });
}

/// Voivodeships have the even numbers to 32; a municipality's code ends with its kind.
bool is_teryt(std::string_view code) {
  const int voivodeship = number_of(code.substr(0, 2));
  if (voivodeship < 2 || voivodeship > 32 || voivodeship % 2 != 0) return false;
  if (code.size() >= 4 && number_of(code.substr(2, 2)) == 0) return false;
  constexpr std::string_view kinds = "1234589";
  return code.size() < 7 || (number_of(code.substr(4, 2)) > 0 && kinds.find(code[6]) != std::string_view::npos);
}

constexpr std::string_view extension_marks[] = {"wew.", "wewn.", "w.", "ext.", "ext"};
constexpr std::string_view extension_parameter = ";ext=";  // RFC 3966

struct PhoneParts {
  std::string number;
  std::string extension;
};

PhoneParts split_extension(std::string_view text) {
  for (const std::string_view mark : extension_marks) {
    const auto at = text.find(mark);
    if (at != std::string_view::npos) {
      return {std::string(text.substr(0, at)), without_grouping(text.substr(at + mark.size()))};
    }
  }
  return {std::string(text), ""};
}

/// Two-digit beginnings of Polish numbers that are no area codes: mobile, 800, 801, 70x.
bool is_area_code(std::string_view two) {
  constexpr std::array<std::string_view, 16> others = {"45", "50", "51", "53", "57", "60", "66", "69",
                                                       "70", "72", "73", "78", "79", "80", "88", "39"};
  return std::find(others.begin(), others.end(), two) == others.end();
}

std::string grouped_polish(std::string_view nine) {
  const auto part = [&](std::size_t at, std::size_t count) { return std::string(nine.substr(at, count)); };
  constexpr const char* space = "\u00A0";
  if (is_area_code(nine.substr(0, 2))) return part(0, 2) + space + part(2, 3) + space + part(5, 2) + space + part(7, 2);
  return part(0, 3) + space + part(3, 3) + space + part(6, 3);
}

}  // namespace

FieldValue read_nip(const FieldInput& input) {
  const auto text = input.text();
  if (text && text->starts_with("PL")) {
    return input.bad(both("write it without PL", "napisz go bez PL"), text->substr(2));
  }
  const auto digits = digits_of(input, {10});
  if (!digits) return {{}, input.raw.span};
  constexpr std::array<int, 9> weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
  if (weighted_sum(*digits, weights) != (*digits)[9] - '0') return wrong_check_digit(input);
  return input.give(*digits);
}

FieldValue read_regon(const FieldInput& input) {
  const auto digits = digits_of(input, {9, 14});
  if (!digits) return {{}, input.raw.span};
  if (!(digits->size() == 9 ? is_regon9(*digits) : is_regon14(*digits))) return wrong_check_digit(input);
  return input.give(*digits);
}

FieldValue read_krs(const FieldInput& input) {
  const auto digits = digits_of(input, {10});
  if (!digits) return {{}, input.raw.span};
  return input.give(*digits);
}

FieldValue read_teryt(const FieldInput& input) {
  const auto digits = digits_of(input, {2, 4, 7});
  if (!digits) return {{}, input.raw.span};
  if (!is_teryt(*digits)) return input.bad(both("there is no such code", "nie ma takiego kodu"));
  return input.give(*digits);
}

FieldValue read_postal_code(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  const bool written_right = text->size() == 6 && (*text)[2] == '-';
  std::string digits = without_grouping(*text);
  if (digits.size() != 5 || !std::all_of(digits.begin(), digits.end(), is_ascii_digit)) {
    return input.bad(both("a postal code looks like 25-001", "kod pocztowy wygląda tak: 25-001"));
  }
  digits.insert(2, "-");
  if (!written_right)
    return input.bad(both("a postal code looks like 25-001", "kod pocztowy wygląda tak: 25-001"), digits);
  return input.give(std::move(digits));
}

FieldValue read_phone(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  PhoneParts parts = split_extension(*text);
  std::string digits = without_grouping(parts.number);
  std::erase_if(digits, [](char c) { return c == '(' || c == ')' || c == '.' || c == '/'; });
  if (digits.starts_with("00")) digits.replace(0, 2, "+");
  const bool international = digits.starts_with('+');
  if (international) digits.erase(0, 1);
  const bool only_digits = std::all_of(digits.begin(), digits.end(), is_ascii_digit) &&
                           std::all_of(parts.extension.begin(), parts.extension.end(), is_ascii_digit);
  if (!only_digits) {
    return input.bad(both("a number holds digits and spaces, and + at its beginning",
                          "numer składa się z cyfr i odstępów, na początku może mieć +"));
  }
  if (international ? digits.size() < 8 || digits.size() > 15 || (digits.starts_with("48") && digits.size() != 11)
                    : digits.size() != 9) {
    return input.bad(both("a Polish number has nine digits; write others with + and the country's code",
                          "polski numer ma dziewięć cyfr; inne napisz z + i numerem kraju"));
  }
  std::string normal = international ? "+" + digits : "+48" + digits;
  if (!parts.extension.empty()) normal.append(extension_parameter).append(parts.extension);
  return input.give(std::move(normal));
}

std::string display_phone(const DisplayInput& input) {
  const auto* stored = input.value.as<std::string>();
  if (!stored) return "";
  const auto mark = stored->find(extension_parameter);
  const std::string number = stored->substr(0, mark);
  const bool polish = number.starts_with("+48") && number.size() == 12;
  std::string out = polish ? grouped_polish(std::string_view(number).substr(3)) : number;
  if (polish && input.language != "pl") out.insert(0, "+48\u00A0");
  if (mark != std::string::npos) {
    out += (input.language == "pl" ? " wew. " : " ext. ") + stored->substr(mark + extension_parameter.size());
  }
  return out;
}

std::string display_nip(const DisplayInput& input) {
  const auto* digits = input.value.as<std::string>();
  if (!digits || digits->size() != 10) return "";
  return digits->substr(0, 3) + "-" + digits->substr(3, 3) + "-" + digits->substr(6, 2) + "-" + digits->substr(8);
}

}  // namespace kronika
