// The generator's only user of toml++: its tree becomes a RawTable in the author's order.
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "generator/core/raw.h"

namespace kronika {
namespace {

class Converter {
 public:
  explicit Converter(int first_line) : shift_(first_line - 1) {}

  Span span(const toml::source_region& region) const {
    const int length = region.begin.line == region.end.line
                           ? static_cast<int>(region.end.column) - static_cast<int>(region.begin.column)
                           : 1;
    return {static_cast<int>(region.begin.line) + shift_, static_cast<int>(region.begin.column), std::max(length, 1)};
  }

  RawTable table(const toml::table& node) const {
    RawTable out;
    out.span = span(node.source());
    for (const auto& [key, child] : node) {
      out.entries.push_back({to_nfc(key.str()), span(key.source()), value(child)});
    }
    std::sort(out.entries.begin(), out.entries.end(), [](const RawEntry& a, const RawEntry& b) {
      return std::pair{a.key_span.line, a.key_span.column} < std::pair{b.key_span.line, b.key_span.column};
    });
    return out;
  }

 private:
  RawValue value(const toml::node& node) const {
    RawValue out;
    out.span = span(node.source());
    if (const auto* t = node.as_table()) {
      out.value = table(*t);
    } else if (const auto* a = node.as_array()) {
      RawArray items;
      items.reserve(a->size());
      for (const toml::node& item : *a) items.push_back(value(item));
      out.value = std::move(items);
    } else {
      scalar(node, out);
    }
    return out;
  }

  static Date date(const toml::date& d) {
    return {std::chrono::year{d.year}, std::chrono::month{d.month}, std::chrono::day{d.day}};
  }

  static void scalar(const toml::node& node, RawValue& out) {
    if (const auto* text = node.as_string()) {
      out.value = to_nfc(text->get());
    } else if (const auto* whole = node.as_integer()) {
      out.value = static_cast<std::int64_t>(whole->get());
    } else if (const auto* decimal = node.as_floating_point()) {
      out.value = decimal->get();
    } else if (const auto* truth = node.as_boolean()) {
      out.value = truth->get();
    } else if (const auto* day = node.as_date()) {
      out.value = date(day->get());
    } else if (const auto* moment = node.as_date_time()) {
      const toml::date_time& t = moment->get();
      DateTime result{date(t.date), t.time.hour, t.time.minute, t.time.second, {}};
      if (t.offset) result.offset_minutes = t.offset->minutes;
      out.value = result;
    } else if (const auto* time = node.as_time()) {
      const toml::time& t = time->get();
      out.value = fmt::format("{}:{:02}", t.hour, t.minute);
    }
  }

  int shift_;
};

struct Explanation {
  std::string_view fragments[2];  // both stand in toml++'s description
  std::string_view english, polish;
};

/// The mistakes that people make, in words for people; toml++ speaks to programmers, and only in English.
constexpr Explanation explanations[] = {
    {{"cannot redefine existing", ""},
     "this key or section stands twice; keep one of them",
     "ten klucz albo ta sekcja występuje dwa razy; zostaw jeden zapis"},
    {{"string: ", "escape sequence"},
     "a backslash in \"…\" begins a special character; write it twice (\\\\), or put the text between ' and '",
     "ukośnik \\ w cudzysłowie \"…\" zaczyna znak specjalny; napisz go dwa razy (\\\\) albo umieść tekst między ' a '"},
    {{"string: ", ""},
     "the text is not closed; end it on the same line with the quotation mark that it begins with",
     "tekst nie jest zamknięty; zakończ go w tym samym wierszu takim cudzysłowem, jakim się zaczyna"},
    {{"expected day between", ""}, "there is no such day", "nie ma takiego dnia"},
    {{"expected month between", ""}, "there is no such month", "nie ma takiego miesiąca"},
    {{"parsing date", ""},
     "a date looks like 2026-03-14, with a time like 2026-03-14T10:00:00; put anything else in quotation marks",
     "data wygląda tak: 2026-03-14, z godziną: 2026-03-14T10:00:00; wszystko inne umieść w cudzysłowie"},
    {{"leading zeroes", ""},
     "a number does not begin with 0; put codes and document numbers in quotation marks",
     "liczba nie zaczyna się od 0; kody i numery dokumentów umieszczaj w cudzysłowie"},
    {{"expected '=', saw", ""},
     "a key holds only letters without accents, digits, - and _, and is followed by = and its value",
     "klucz składa się tylko z liter bez znaków diakrytycznych, cyfr, - i _, a po nim następuje znak = i wartość"},
    {{"expected a comment or whitespace, saw", ""},
     "something more stands after the value; a line holds one key and one value, and a text is in quotation marks",
     "po wartości stoi coś jeszcze; w wierszu jest jeden klucz i jedna wartość, a tekst umieszcza się w cudzysłowie"},
    {{"expected value, saw '\\n'", ""}, "the value after = is missing", "po znaku = brakuje wartości"},
    {{"parsing time", ""}, "a time looks like 10:00:00", "godzina wygląda tak: 10:00:00"},
    {{"parsing array", ""},
     "the list is not as it should be: values stand between [ and ], with commas between them, texts in quotation "
     "marks",
     "lista jest źle zapisana: wartości stoją między [ a ], oddzielone przecinkami, teksty w cudzysłowie"},
    {{"parsing inline table", ""},
     "between { and } stand keys with = and their values, with commas between them",
     "między { a } stoją klucze ze znakiem = i wartościami, oddzielone przecinkami"},
    {{"parsing value", ""},
     "no value is written like this; put a text in quotation marks",
     "tak nie zapisuje się wartości; tekst umieść w cudzysłowie"},
    {{"parsing key-value pair", ""},
     "no value is written like this; put a text in quotation marks",
     "tak nie zapisuje się wartości; tekst umieść w cudzysłowie"},
    {{"integer", ""},
     "this is no whole number; put anything but digits in quotation marks",
     "to nie jest liczba całkowita; wszystko poza cyframi umieść w cudzysłowie"},
};

std::string reason(const toml::parse_error& error) {
  const std::string_view description = error.description();
  for (const Explanation& each : explanations) {
    const bool meant =
        std::all_of(std::begin(each.fragments), std::end(each.fragments),
                    [&](std::string_view fragment) { return description.find(fragment) != std::string_view::npos; });
    if (meant) return both(each.english, each.polish);
  }
  return std::string(description);
}

}  // namespace

std::optional<RawTable> parse_toml(std::string_view text, const std::string& file, int first_line,
                                   Diagnostics& diagnostics) {
  const Converter converter(first_line);
  try {
    const toml::table parsed = toml::parse(text);
    RawTable out = converter.table(parsed);
    out.span = {first_line, 1, 1};
    return out;
  } catch (const toml::parse_error& error) {
    diagnostics.report(Code::toml_syntax, {file, converter.span(error.source())}, {reason(error)});
    return std::nullopt;
  }
}

}  // namespace kronika
