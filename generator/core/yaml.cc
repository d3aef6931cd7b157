// The only user of yaml-cpp. It accepts duplicate keys and unbounded aliases; both are refused here.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>

#include "generator/core/raw.h"
#include "generator/core/yaml_mistakes.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr int most_values = 20000;  // aliases of aliases grow without bound
constexpr int deepest = 64;

struct TooLarge {
  YAML::Mark mark;
};

class Converter {
 public:
  Converter(std::string_view text, const std::string& file, int first_line, Diagnostics& diagnostics)
      : whole_(text), file_(file), first_line_(first_line), diagnostics_(diagnostics) {
    for (;;) {
      const auto end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
    }
  }

  Span span(const YAML::Mark& mark, std::size_t bytes) const {
    if (mark.is_null() || mark.line < 0) return {first_line_, 1, 1};
    const auto line = static_cast<std::size_t>(mark.line);
    const std::string_view text = line < lines_.size() ? lines_[line] : std::string_view{};
    const auto before = text.substr(0, static_cast<std::size_t>(std::max(mark.column, 0)));
    const auto length = count_code_points(text.substr(before.size(), bytes));
    return {mark.line + first_line_, static_cast<int>(count_code_points(before)) + 1,
            std::max(static_cast<int>(length), 1)};
  }

  /// The place of a mistake of syntax.
  Span place_of(const YAML::Exception& error) const {
    YAML::Mark mark = error.mark;
    if (mark.is_null() || mark.line < 0) return span(mark, 1);
    const LinePlace noticed{static_cast<std::size_t>(mark.line), static_cast<std::size_t>(std::max(mark.column, 0))};
    const LinePlace made = yaml_mistake(error.msg, lines_, noticed);
    mark.line = static_cast<int>(made.line);
    mark.column = static_cast<int>(made.column);
    return span(mark, 1);
  }

  RawTable table(const YAML::Node& node, int depth) {
    RawTable out;
    out.span = span(node.Mark(), 1);
    for (const auto& pair : node) {
      const std::string key = pair.first.IsScalar() ? to_nfc(pair.first.Scalar()) : "?";
      const Span at = span(pair.first.Mark(), key.size());
      if (out.find(key)) {
        diagnostics_.report(Code::duplicate_key, {file_, at}, {key});
        continue;
      }
      out.entries.push_back({key, at, value(pair.second, depth + 1)});
    }
    return out;
  }

 private:
  RawValue value(const YAML::Node& node, int depth) {
    if (++count_ > most_values || depth > deepest) throw TooLarge{node.Mark()};
    RawValue out;
    out.span = span(node.Mark(), node.IsScalar() ? node.Scalar().size() : 1);
    if (node.IsMap()) {
      out.value = table(node, depth);
    } else if (node.IsSequence()) {
      RawArray items;
      for (const YAML::Node& item : node) items.push_back(value(item, depth + 1));
      out.value = std::move(items);
    } else if (node.IsScalar()) {
      scalar(node, out);
      if (node.Tag() == "!") check_closed(node.Mark(), out.span);
    }
    return out;
  }

  /// yaml-cpp takes a text that is not closed for one that goes on to the end.
  void check_closed(const YAML::Mark& mark, const Span& at) {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    if (mark.is_null() || line >= lines_.size()) return;
    const auto begin = static_cast<std::size_t>(lines_[line].data() - whole_.data() + std::max(mark.column, 0));
    const std::string_view rest = whole_.substr(std::min(begin, whole_.size()));
    if ((!rest.starts_with('"') && !rest.starts_with('\'')) || is_closed_text(rest)) return;
    diagnostics_.report(Code::yaml_syntax, {file_, {at.line, at.column, 1}},
                        {both("the text is not closed; end it with the quotation mark that it begins with",
                              "tekst nie jest zamknięty; zakończ go takim cudzysłowem, jakim się zaczyna")});
  }

  static void scalar(const YAML::Node& node, RawValue& out) {
    const std::string& text = node.Scalar();
    if (node.Tag() != "?") {  // quoted or block text
      out.value = to_nfc(text);
      return;
    }
    out.plain = text;
    std::int64_t whole = 0;
    double decimal = 0;
    const char* end = text.data() + text.size();
    if (text.empty() || text == "~" || text == "null") {
      out.value = std::monostate{};
    } else if (text == "true" || text == "True" || text == "false" || text == "False") {
      out.value = text.front() == 't' || text.front() == 'T';
    } else if (const auto date = parse_date(text)) {
      out.value = *date;
    } else if (const auto moment = parse_date_time(text)) {
      out.value = *moment;
    } else if (const auto got = std::from_chars(text.data(), end, whole); got.ec == std::errc{} && got.ptr == end) {
      out.value = whole;
    } else if (const auto real = std::from_chars(text.data(), end, decimal);
               real.ec == std::errc{} && real.ptr == end) {
      out.value = decimal;
    } else {
      out.value = to_nfc(text);
    }
  }

  std::string_view whole_;
  std::vector<std::string_view> lines_;
  const std::string& file_;
  int first_line_;
  Diagnostics& diagnostics_;
  int count_ = 0;
};

}  // namespace

std::optional<RawTable> parse_yaml(std::string_view text, const std::string& file, int first_line,
                                   Diagnostics& diagnostics) {
  Converter converter(text, file, first_line, diagnostics);
  const auto syntax = [&](const YAML::Mark& mark, std::string reason) {
    diagnostics.report(Code::yaml_syntax, {file, converter.span(mark, 1)}, {std::move(reason)});
    return std::nullopt;
  };
  try {
    const YAML::Node root = YAML::Load(std::string(text));
    if (root.IsNull()) return RawTable{{}, {first_line, 1, 1}};
    if (!root.IsMap())
      return syntax(root.Mark(), both("keys and values are expected", "oczekiwane są klucze i wartości"));
    return converter.table(root, 0);
  } catch (const TooLarge& large) {
    return syntax(large.mark,
                  both("too many or too deeply nested values", "zbyt wiele lub zbyt głęboko zagnieżdżonych wartości"));
  } catch (const YAML::Exception& error) {
    diagnostics.report(Code::yaml_syntax, {file, converter.place_of(error)}, {explain_yaml(error.msg)});
    return std::nullopt;
  }
}

}  // namespace kronika
