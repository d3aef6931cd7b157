// One file that people can read, and that both programs agree on. It is always written by the generator, so the reader
// refuses whatever does not fit instead of explaining it.
#include "search/index/config.h"

#include <toml++/toml.h>

#include "search/text/escape.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr int version = 2;
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

  std::vector<std::string> texts(const toml::array* array, std::size_t skip, std::size_t count) const {
    if (!array || array->size() != skip + count) fail("a list of texts has the wrong length");
    std::vector<std::string> out;
    for (std::size_t i = skip; i < array->size(); ++i) {
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

Facet read_facet(const Reader& reader, const toml::table& table, std::size_t languages) {
  Facet facet{reader.text(table, "name"), reader.texts(table["labels"].as_array(), 0, languages), {}};
  const toml::array* values = table["values"].as_array();
  if (!values) reader.fail("a facet has no list of values");
  facet.values.reserve(values->size());
  for (const toml::node& node : *values) {
    std::vector<std::string> row = reader.texts(node.as_array(), 0, languages + 1);
    FacetValue value{std::move(row.front()), {}};
    value.labels.assign(std::make_move_iterator(row.begin() + 1), std::make_move_iterator(row.end()));
    facet.values.push_back(std::move(value));
  }
  return facet;
}

}  // namespace

std::optional<std::size_t> SearchConfig::language(std::string_view code) const {
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages[i].code == code) return i;
  return std::nullopt;
}

std::optional<std::size_t> SearchConfig::facet(std::string_view name) const {
  for (std::size_t i = 0; i < facets.size(); ++i)
    if (facets[i].name == name) return i;
  return std::nullopt;
}

std::optional<unsigned> SearchConfig::number(std::string_view facet_name, std::string_view value) const {
  unsigned first = 0;
  for (const Facet& facet : facets) {
    if (facet.name == facet_name) {
      for (std::size_t i = 0; i < facet.values.size(); ++i)
        if (facet.values[i].value == value) return first + static_cast<unsigned>(i);
      return std::nullopt;
    }
    first += static_cast<unsigned>(facet.values.size());
  }
  return std::nullopt;
}

std::string write_search_config(const SearchConfig& config) {
  std::string out = "# Written by kronika build; changed by the next one.\n";
  append(out, "version", std::to_string(version));
  append(out, "site_title", quoted(config.site_title));
  append(out, "action", quoted(config.action));
  append(out, "page_size", std::to_string(config.page_size));
  append(out, "fields", list(config.fields));
  for (const SearchLanguage& language : config.languages) {
    out += "\n[[languages]]\n";
    append(out, "code", quoted(language.code));
    append(out, "title", quoted(language.title));
    append(out, "shell", quoted(language.shell));
    append(out, "results", quoted(language.results));
  }
  for (const Facet& facet : config.facets) {
    out += "\n[[facets]]\n";
    append(out, "name", quoted(facet.name));
    append(out, "labels", list(facet.labels));
    out += "values = [\n";
    for (const FacetValue& value : facet.values) {
      std::vector<std::string> row{value.value};
      row.insert(row.end(), value.labels.begin(), value.labels.end());
      out += "  " + list(row) + ",\n";
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
  config.action = reader.text(table, "action");
  config.page_size = table["page_size"].value_or(config.page_size);
  if (config.page_size < 1 || config.page_size > most_page_size) reader.fail("'page_size' is out of bounds");
  const toml::array* fields = table["fields"].as_array();
  config.fields = reader.texts(fields, 0, fields ? fields->size() : 0);
  reader.tables(table, "languages", [&](const toml::table& t) {
    config.languages.push_back(
        {reader.text(t, "code"), reader.text(t, "title"), reader.text(t, "shell"), reader.text(t, "results")});
  });
  if (config.languages.empty()) reader.fail("it names no language");
  reader.tables(table, "facets",
                [&](const toml::table& t) { config.facets.push_back(read_facet(reader, t, config.languages.size())); });
  return config;
}

}  // namespace kronika
