// One file that people can read, and that both programs agree on. It is always written by the generator, so the reader
// refuses whatever does not fit instead of explaining it.
#include "search/index/config.h"

#include <toml++/toml.h>

#include <cstdint>

#include "search/text/escape.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr int version = 4;
constexpr int most_page_size = 100;

std::string quoted(std::string_view text) {
  return "\"" + escape_json(text) + "\"";
}

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ", ";
    out += quoted(text);
  }
  return out + "]";
}

void append(std::string& out, std::string_view key, std::string_view value) {
  out.append(key).append(" = ").append(value).append("\n");
}

class Reader {
 public:
  explicit Reader(const std::string& name) : name_(name) {}

  [[noreturn]] void fail(const std::string& what) const { throw SearchFailure(name_ + ": " + what); }

  std::string text(const toml::table& table, std::string_view key) const {
    const auto value = table[key].value<std::string>();
    if (!value) fail("the text '" + std::string(key) + "' is missing");
    return *value;
  }

  /// `count` texts, and `more` elements of another kind.
  std::vector<std::string> texts(const toml::array* array, std::size_t count, std::size_t more = 0) const {
    if (!array || array->size() != count + more) fail("a list of texts has the wrong length");
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
      const auto value = (*array)[i].value<std::string>();
      if (!value) fail("a list of texts holds something else");
      out.push_back(*value);
    }
    return out;
  }

  template <class Read>
  void tables(const toml::table& table, std::string_view key, Read read) const {
    const toml::array* array = table[key].as_array();
    if (!array) return;
    for (const toml::node& node : *array) {
      if (!node.is_table()) fail("'" + std::string(key) + "' is no list of tables");
      read(*node.as_table());
    }
  }

 private:
  const std::string& name_;
};

/// Value and labels, then the parent's place in the list where there is one.
FacetValue read_value(const Reader& reader, const toml::array* row, std::size_t languages, std::size_t place) {
  const bool nested = row && row->size() == languages + 2;
  std::optional<std::size_t> parent;
  if (nested) {
    const auto number = row->back().value<std::int64_t>();
    if (!number || *number < 0 || static_cast<std::size_t>(*number) >= place)
      reader.fail("a facet value lies in none before it");
    parent = static_cast<std::size_t>(*number);
  }
  std::vector<std::string> texts = reader.texts(row, languages + 1, nested ? 1 : 0);
  FacetValue value{std::move(texts.front()), {}, parent};
  value.labels.assign(std::make_move_iterator(texts.begin() + 1), std::make_move_iterator(texts.end()));
  return value;
}

Facet read_facet(const Reader& reader, const toml::table& table, std::size_t languages) {
  Facet facet{reader.text(table, "name"), reader.texts(table["labels"].as_array(), languages), {}};
  const toml::array* values = table["values"].as_array();
  if (!values) reader.fail("a facet has no list of values");
  facet.values.reserve(values->size());
  for (const toml::node& node : *values) {
    facet.values.push_back(read_value(reader, node.as_array(), languages, facet.values.size()));
  }
  facet.range = table["range"].value_or(false);
  return facet;
}

}  // namespace

std::optional<std::size_t> SearchConfig::language(std::string_view code) const {
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages[i].code == code) return i;
  return std::nullopt;
}

const std::string& SearchConfig::title_in(std::size_t language) const {
  const std::string& own = languages[language].site_title;
  return own.empty() ? site_title : own;
}

std::vector<std::string> SearchConfig::languages_of(std::string_view code) const {
  if (language(code)) return {std::string(code)};
  if (!scope.empty()) return scope;
  std::vector<std::string> out;
  for (const SearchLanguage& each : languages) out.push_back(each.code);
  return out;
}

std::optional<std::size_t> SearchConfig::facet(std::string_view name) const {
  for (std::size_t i = 0; i < facets.size(); ++i)
    if (facets[i].name == name) return i;
  return std::nullopt;
}

std::optional<std::size_t> Facet::find(std::string_view value) const {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].value == value) return i;
  return std::nullopt;
}

std::optional<unsigned> SearchConfig::number(std::string_view facet_name, std::string_view value) const {
  unsigned first = 0;
  for (const Facet& facet : facets) {
    if (facet.name == facet_name) {
      const auto place = facet.find(value);
      return place ? std::optional(first + static_cast<unsigned>(*place)) : std::nullopt;
    }
    first += static_cast<unsigned>(facet.values.size());
  }
  return std::nullopt;
}

std::string path_label(const Facet& facet, std::size_t value, std::size_t language) {
  std::string out = facet.values[value].labels[language];
  for (auto above = facet.values[value].parent; above; above = facet.values[*above].parent)
    out.insert(0, facet.values[*above].labels[language] + " › ");
  return out;
}

std::string write_search_config(const SearchConfig& config) {
  std::string out = "# Written by kronika build; changed by the next one.\n";
  append(out, "version", std::to_string(version));
  append(out, "site_title", quoted(config.site_title));
  append(out, "origin", quoted(config.origin));
  append(out, "action", quoted(config.action));
  append(out, "page_size", std::to_string(config.page_size));
  if (!config.query_log.empty()) append(out, "query_log", quoted(config.query_log));
  append(out, "built", quoted(config.built));
  if (!config.as_of.empty()) append(out, "as_of", quoted(config.as_of));
  append(out, "fields", list(config.fields));
  if (!config.scope.empty()) append(out, "scope", list(config.scope));
  if (!config.date_facet.empty()) append(out, "date_facet", quoted(config.date_facet));
  for (const SearchLanguage& language : config.languages) {
    out += "\n[[languages]]\n";
    append(out, "code", quoted(language.code));
    append(out, "title", quoted(language.title));
    append(out, "shell", quoted(language.shell));
    append(out, "results", quoted(language.results));
    if (!language.name.empty()) append(out, "name", quoted(language.name));
    if (!language.site_title.empty()) append(out, "site_title", quoted(language.site_title));
  }
  for (const CollectionList& each : config.lists) {
    out += "\n[[lists]]\n";
    append(out, "collection", quoted(each.collection));
    append(out, "url", quoted(each.url));
    append(out, "pages", std::to_string(each.pages));
    if (!each.language.empty()) append(out, "language", quoted(each.language));
  }
  for (const Facet& facet : config.facets) {
    out += "\n[[facets]]\n";
    append(out, "name", quoted(facet.name));
    append(out, "labels", list(facet.labels));
    if (facet.range) append(out, "range", "true");
    out += "values = [\n";
    for (const FacetValue& value : facet.values) {
      std::vector<std::string> row{value.value};
      row.insert(row.end(), value.labels.begin(), value.labels.end());
      std::string written = list(row);
      if (value.parent) written.insert(written.size() - 1, ", " + std::to_string(*value.parent));
      out += "  " + written + ",\n";
    }
    out += "]\n";
  }
  return out;
}

SearchConfig read_search_config(std::string_view bytes, const std::string& name) {
  const Reader reader(name);
  toml::table table;
  try {
    table = toml::parse(bytes, name);
  } catch (const toml::parse_error& error) {
    reader.fail(std::string(error.description()));
  }
  if (table["version"].value<int>() != version) reader.fail("it is of another version of Kronika");
  SearchConfig config;
  config.site_title = reader.text(table, "site_title");
  config.origin = reader.text(table, "origin");
  config.action = reader.text(table, "action");
  config.page_size = table["page_size"].value_or(config.page_size);
  config.query_log = table["query_log"].value_or(std::string());
  config.built = reader.text(table, "built");
  config.as_of = table["as_of"].value_or(std::string());
  if (config.page_size < 1 || config.page_size > most_page_size) reader.fail("'page_size' is out of bounds");
  const toml::array* fields = table["fields"].as_array();
  config.fields = reader.texts(fields, fields ? fields->size() : 0);
  if (const toml::array* scope = table["scope"].as_array()) config.scope = reader.texts(scope, scope->size());
  config.date_facet = table["date_facet"].value_or(std::string());
  reader.tables(table, "languages", [&](const toml::table& t) {
    config.languages.push_back({reader.text(t, "code"), reader.text(t, "title"), reader.text(t, "shell"),
                                reader.text(t, "results"), t["name"].value_or(std::string()),
                                t["site_title"].value_or(std::string())});
  });
  if (config.languages.empty()) reader.fail("it names no language");
  reader.tables(table, "lists", [&](const toml::table& t) {
    const auto pages = t["pages"].value<std::int64_t>();
    if (!pages || *pages < 0) reader.fail("a list has no number of pages");
    config.lists.push_back({reader.text(t, "collection"), reader.text(t, "url"), static_cast<std::size_t>(*pages),
                            t["language"].value_or(std::string())});
  });
  reader.tables(table, "facets",
                [&](const toml::table& t) { config.facets.push_back(read_facet(reader, t, config.languages.size())); });
  return config;
}

}  // namespace kronika
