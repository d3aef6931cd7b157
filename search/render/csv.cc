// A table for spreadsheets, which run what looks like a formula, whoever wrote it. Hence every cell passes through
// append_cell().
#include "search/render/csv.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace kronika {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::array<std::string_view, 4> own_columns = {"url", "title", "collection", "date"};

/// Would a spreadsheet take the cell for more than text?
bool looks_like_formula(std::string_view text) {
  constexpr std::string_view starts = "=+-@\t\r\n";
  return !text.empty() && starts.find(text.front()) != std::string_view::npos;
}

void append_cell(std::string& out, std::string_view text) {
  const bool formula = looks_like_formula(text);
  const bool quoted = text.find_first_of(",;\"\r\n\t") != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

std::vector<std::string_view> field_names(const SearchResults& results) {
  std::vector<std::string_view> names;
  for (const SearchResult& result : results.results)
    for (const SearchField& field : result.fields)
      if (std::find(names.begin(), names.end(), field.name) == names.end()) names.push_back(field.name);
  return names;
}

std::string heading_of(std::string_view field) {
  const bool taken = std::find(own_columns.begin(), own_columns.end(), field) != own_columns.end();
  return (taken ? "fields." : "") + std::string(field);
}

std::string value_of(const SearchResult& result, std::string_view name) {
  std::string out;
  for (const SearchField& field : result.fields) {
    if (field.name != name) continue;
    for (const std::string& value : field.values) out += (&value == &field.values.front() ? "" : "; ") + value;
  }
  return out;
}

}  // namespace

std::string render_csv(const SearchRequest& request, const SearchResults& results, const SearchConfig& config) {
  const std::vector<std::string_view> fields = field_names(results);
  std::string out;
  for (const std::string_view column : own_columns) {
    if (!out.empty()) out += ',';
    out += column;
  }
  for (const std::string_view field : fields) append_cell(out += ',', heading_of(field));
  if (request.as_of) append_cell(out += ',', request.as_of->name);
  out += line_end;
  for (const SearchResult& result : results.results) {
    append_cell(out, config.origin + result.url);
    append_cell(out += ',', result.title);
    append_cell(out += ',', result.collection);
    append_cell(out += ',', result.date);
    for (const std::string_view field : fields) append_cell(out += ',', value_of(result, field));
    if (request.as_of) append_cell(out += ',', iso_day(request.as_of->day));
    out += line_end;
  }
  return out;
}

}  // namespace kronika
