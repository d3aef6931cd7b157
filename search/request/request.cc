// The gate before everything costly. Nothing bounds a match once it runs, so what is too much is refused here.
#include "search/request/request.h"

#include <algorithm>
#include <charconv>

#include "search/request/number_range.h"
#include "search/text/escape.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Parameter {
  std::string name, value;
};

std::vector<Parameter> split(std::string_view query_string) {
  std::vector<Parameter> out;
  while (!query_string.empty() && out.size() <= most_parameters) {
    const std::size_t end = std::min(query_string.find('&'), query_string.size());
    const std::string_view part = query_string.substr(0, end);
    query_string.remove_prefix(std::min(end + 1, query_string.size()));
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view value = equals < part.size() ? part.substr(equals + 1) : std::string_view();
    out.push_back({percent_decode(part.substr(0, equals), Plus::is_space), percent_decode(value, Plus::is_space)});
  }
  return out;
}

/// What ends or bends a line where it is shown; C1 controls are not even allowed in HTML.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/// Embeddings, overrides and isolates turn round the text that follows them on the page, too.
bool turns_text_round(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// Valid UTF-8 that may stand on a page, composed, control characters as spaces, none at the ends.
std::string clean(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const char32_t c = decoded.code_point;
    at += decoded.length;
    if (!turns_text_round(c)) append_utf8(plain, is_control(c) ? U' ' : is_noncharacter(c) ? replacement : c);
  }
  const std::string out = compose(plain);
  const auto begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return "";
  return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word(decode_utf8(text, at).code_point);
}

/// Words that end in an asterisk: at least as many as the query will take for beginnings.
std::size_t count_beginnings(std::string_view text) {
  std::size_t count = 0;
  bool after_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    at += decoded.length;
    if (after_word && decoded.code_point == '*' && !is_word_at(text, at)) ++count;
    after_word = is_word(decoded.code_point);
  }
  return count;
}

/// Runs of letters and digits, counted as the tokeniser cuts them.
std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const bool word = is_word(decoded.code_point);
    if (word && !inside) ++count;
    inside = word;
    at += decoded.length;
  }
  return count;
}

std::optional<int> whole_number(std::string_view text, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > most) return std::nullopt;
  return value;
}

struct FormatName {
  std::string_view name;
  Format format;
};
constexpr FormatName format_names[] = {{"html", Format::html}, {"json", Format::json}, {"suggest", Format::suggest},
                                       {"atom", Format::atom}, {"csv", Format::csv},   {"geojson", Format::geojson}};

std::optional<Format> format_named(std::string_view name) {
  for (const FormatName& each : format_names)
    if (each.name == name) return each.format;
  return std::nullopt;
}

std::optional<SortBy> sort_named(std::string_view name) {
  for (const SortBy sort : {SortBy::relevance, SortBy::date, SortBy::title})
    if (name == name_of(sort)) return sort;
  return std::nullopt;
}

bool is_table(Format format) {
  return format == Format::csv || format == Format::geojson;
}

class Parser {
 public:
  Parser(const RequestRules& rules, ParsedRequest& out) : rules_(rules), out_(out) {}

  /// In the order in which an error page needs them.
  void parse(const std::vector<Parameter>& parameters) {
    SearchRequest& request = out_.request;
    const std::string format = first(parameters, "format");
    if (const auto named = format_named(format))
      request.format = *named;
    else if (!format.empty())
      fail(RequestError::bad_format);
    const std::string language = first(parameters, "lang");
    if (std::find(rules_.languages.begin(), rules_.languages.end(), language) != rules_.languages.end())
      request.language = language;
    else if (!language.empty())
      fail(RequestError::bad_language);
    if (parameters.size() > most_parameters) return fail(RequestError::too_many_parameters);
    parse_query(first(parameters, "q"));
    parse_numbers(first(parameters, "page"), first(parameters, "size"));
    const std::string sort = first(parameters, "sort");
    request.sort = default_sort(request.format);
    if (const auto named = sort_named(sort))
      request.sort = *named;
    else if (!sort.empty())
      fail(RequestError::bad_sort);
    for (const std::string& facet : rules_.facets) parse_facet(parameters, facet);
    if (!rules_.as_of.empty()) parse_day(clean(first(parameters, rules_.as_of)));
    if (repeated_bytes_ > most_repeated_bytes) fail(RequestError::too_long);
  }

 private:
  void fail(RequestError error) {
    if (!out_.error) out_.error = error;
  }

  static std::string first(const std::vector<Parameter>& parameters, std::string_view name) {
    for (const Parameter& parameter : parameters)
      if (parameter.name == name) return parameter.value;
    return "";
  }

  void parse_query(const std::string& query) {
    if (query.size() > most_query_bytes) return fail(RequestError::query_too_long);
    std::string cleaned = clean(query);
    if (cleaned.size() > most_query_bytes) return fail(RequestError::query_too_long);  // a broken byte becomes three
    out_.request.query = std::move(cleaned);
    if (count_words(out_.request.query) > most_query_words) fail(RequestError::too_many_words);
    if (count_beginnings(out_.request.query) > most_starred_words) fail(RequestError::too_many_beginnings);
    repeated_bytes_ += percent_encode(out_.request.query).size();
  }

  void parse_numbers(const std::string& page, const std::string& size) {
    SearchRequest& request = out_.request;
    request.size = default_size(request.format, rules_.page_size);
    if (!size.empty()) {
      if (const auto number = whole_number(size, is_table(request.format) ? most_table_size : most_size))
        request.size = *number;
      else
        fail(RequestError::bad_size);
    }
    if (!page.empty()) {
      if (const auto number = whole_number(page, most_results / request.size))
        request.page = *number;
      else
        fail(RequestError::bad_page);
    }
  }

  void parse_day(const std::string& written) {
    if (written.empty()) return;
    const auto day = read_day(written);
    if (!day || *day < *read_day(first_day) || *day > *read_day(last_day)) return fail(RequestError::bad_day);
    out_.request.as_of = AsOfDay{rules_.as_of, *day};
  }

  void parse_facet(const std::vector<Parameter>& parameters, const std::string& name) {
    SelectedFacet selected{name, {}};
    for (const Parameter& parameter : parameters) {
      if (parameter.name != name) continue;
      if (parameter.value.size() > most_value_bytes) return fail(RequestError::value_too_long);
      std::string value = clean(parameter.value);
      if (value.empty()) continue;
      if (value.size() > most_value_bytes) return fail(RequestError::value_too_long);
      if (std::find(selected.values.begin(), selected.values.end(), value) != selected.values.end()) continue;
      if (++values_ > most_facet_values) return fail(RequestError::too_many_values);
      repeated_bytes_ += percent_encode(name).size() + percent_encode(value).size() + 2;
      selected.values.push_back(std::move(value));
    }
    const bool is_range = std::find(rules_.ranges.begin(), rules_.ranges.end(), name) != rules_.ranges.end();
    if (is_range && !settle_numbers(parameters, selected)) return fail(RequestError::bad_range);
    if (!selected.values.empty()) out_.request.facets.push_back(std::move(selected));
  }

  /// Adds what a form asks for, and gives every number and range its one spelling. False for what is neither.
  static bool settle_numbers(const std::vector<Parameter>& parameters, SelectedFacet& selected) {
    const std::string from = clean(first(parameters, selected.name + std::string(from_suffix)));
    const std::string to = clean(first(parameters, selected.name + std::string(to_suffix)));
    std::vector<std::string> written = std::move(selected.values);
    if (!from.empty() || !to.empty()) written.push_back(from + "-" + to);
    selected.values.clear();
    for (const std::string& value : written) {
      const auto number = read_number(value);
      const auto range = number ? NumberRange{number, number} : read_range(value);
      if (!range) return false;
      std::string text = text_of(*range);
      if (std::find(selected.values.begin(), selected.values.end(), text) == selected.values.end())
        selected.values.push_back(std::move(text));
    }
    return true;
  }

  const RequestRules& rules_;
  ParsedRequest& out_;
  std::size_t values_ = 0;
  std::size_t repeated_bytes_ = 0;
};

struct Message {
  RequestError error;
  std::string_view english, polish;
};

constexpr Message messages[] = {
    {RequestError::too_long, "The address is too long. Shorten the query.", "Adres jest za długi. Skróć zapytanie."},
    {RequestError::too_many_parameters, "The address has too many parts.", "Adres ma za dużo części."},
    {RequestError::query_too_long, "The query is too long. Leave the words that matter most.",
     "Zapytanie jest za długie. Zostaw najważniejsze słowa."},
    {RequestError::too_many_words, "The query has too many words. Leave at most 50.",
     "Zapytanie ma za dużo słów. Zostaw najwyżej 50."},
    {RequestError::too_many_beginnings, "Too many words end in an asterisk. Leave at most 8.",
     "Za dużo słów kończy się gwiazdką. Zostaw najwyżej 8."},
    {RequestError::too_many_values, "Too many filters are chosen. Take some away.",
     "Wybrano za dużo filtrów. Usuń część z nich."},
    {RequestError::value_too_long, "A filter in the address is too long.", "Filtr w adresie jest za długi."},
    {RequestError::bad_page, "There is no such page of results. Make the query more precise.",
     "Nie ma takiej strony wyników. Doprecyzuj zapytanie."},
    {RequestError::bad_size, "The number of results on a page must be from 1 to 100; in csv and geojson up to 1000.",
     "Liczba wyników na stronie musi wynosić od 1 do 100, w formatach csv i geojson do 1000."},
    {RequestError::bad_sort, "Results can be sorted by: relevance, date, title.",
     "Wyniki można porządkować według: relevance (trafność), date (data), title (tytuł)."},
    {RequestError::bad_language, "The site has no pages in this language.", "Portal nie ma stron w tym języku."},
    {RequestError::bad_format, "The results come as html, json, atom, csv, geojson or suggest.",
     "Wyniki są dostępne w formatach html, json, atom, csv, geojson i suggest."},
    {RequestError::bad_range, "A range is two whole numbers, the smaller one first; one of them may be left out.",
     "Zakres to dwie liczby całkowite, najpierw mniejsza; jedną z nich można pominąć."},
    {RequestError::bad_day, "A day is written as year-month-day, such as 2025-06-30, from 1900 to 2199.",
     "Dzień zapisuje się jako rok-miesiąc-dzień, na przykład 2025-06-30, od 1900 do 2199 roku."}};

}  // namespace

bool is_export(Format format) {
  return format == Format::atom || is_table(format);
}

int default_size(Format format, int page_size) {
  return is_table(format) ? most_table_size : page_size;
}

SortBy default_sort(Format format) {
  return format == Format::atom ? SortBy::date : SortBy::relevance;
}

ParsedRequest parse_request(std::string_view query_string, const RequestRules& rules) {
  ParsedRequest out;
  out.request.size = rules.page_size;
  if (query_string.size() > most_address_bytes) {
    out.error = RequestError::too_long;
    return out;
  }
  Parser(rules, out).parse(split(query_string));
  return out;
}

std::string_view message(RequestError error, std::string_view language) {
  for (const Message& each : messages)
    if (each.error == error) return language == "pl" ? each.polish : each.english;
  return "";
}

std::string_view name_of(SortBy sort) {
  switch (sort) {
    case SortBy::relevance:
      return "relevance";
    case SortBy::date:
      return "date";
    case SortBy::title:
      break;
  }
  return "title";
}

std::string_view name_of(Format format) {
  for (const FormatName& each : format_names)
    if (each.format == format) return each.name;
  return "";
}

}  // namespace kronika
