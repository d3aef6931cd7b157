// The national catalogue refuses a whole file for one text that is too long, days later and far away; so all it asks is
// asked here, at the line where it can be changed.
#include "generator/config/catalogue.h"

#include <algorithm>
#include <set>

#include "generator/config/config.h"
#include "generator/config/licences.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t most_regions = 20;
constexpr std::int64_t largest_number = 1'000'000'000;

constexpr UpdateFrequency frequencies[] = {
    {"notApplicable", "NOT_PLANNED", "frequency_none"},
    {"yearly", "ANNUAL", "frequency_year"},
    {"everyHalfYear", "ANNUAL_2", "frequency_half_year"},
    {"quarterly", "QUARTERLY", "frequency_quarter"},
    {"monthly", "MONTHLY", "frequency_month"},
    {"weekly", "WEEKLY", "frequency_week"},
    {"daily", "DAILY", "frequency_day"},
};

const std::vector<std::string> category_codes = {"AGRI", "EDUC", "ENVI", "ENER", "TRAN", "TECH", "ECON",
                                                 "SOCI", "HEAL", "GOVE", "REGI", "JUST", "INTR"};

std::vector<std::string> frequency_names() {
  std::vector<std::string> out;
  for (const UpdateFrequency& each : frequencies) out.emplace_back(each.name);
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

bool is_identifier(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  });
}

bool looks_like_teryt(std::string_view code) {
  return (code.size() == 2 || code.size() == 4 || code.size() == 7) &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class DatasetReader {
 public:
  DatasetReader(const RawTable& table, std::string section, const std::string& file, Diagnostics& diagnostics)
      : table_(table), file_(file), diagnostics_(diagnostics), reader_(table, file, std::move(section), diagnostics) {}

  DatasetConfig read() {
    DatasetConfig out;
    out.span = table_.span;
    read_id(out);
    out.title = local_text("title", longest_dataset_title);
    out.description = local_text("description", longest_dataset_description);
    read_frequency(out);
    read_categories(out);
    read_tags(out);
    read_regions(out);
    out.dynamic_data = reader_.yes_no("dynamic_data");
    out.high_value = reader_.yes_no("high_value");
    out.research = reader_.yes_no("research");
    out.catalogue_number = reader_.integer("catalogue_number", 1, largest_number);
    reader_.finish();
    return out;
  }

 private:
  void read_id(DatasetConfig& out) {
    out.id = reader_.required_text("id");
    if (out.id.empty()) return;
    if (is_identifier(out.id) && out.id.size() <= longest_dataset_id) return;
    bad("id", out.id,
        both("it has at most 36 letters a–z, digits, '-', '_' and '.'",
             "ma najwyżej 36 liter a–z, cyfr oraz znaków „-”, „_” i „.”"));
  }

  LocalText local_text(const char* key, std::size_t longest) {
    const RawValue* value = reader_.value(key);
    if (!value) {
      reader_.required_text(key);
      return {};
    }
    LocalText text = read_local_text(*value, key, file_, diagnostics_);
    if (text.empty()) return text;
    if (written_in(text, "pl", ForAll::counts).empty()) {
      bad(key, text.in("pl"), both("the national catalogue needs it in Polish", "katalog krajowy wymaga go po polsku"));
    }
    const auto check = [&](std::string_view words) {
      const std::size_t length = count_code_points(words);
      if (length <= longest) return;
      bad(key, std::string(clip_utf8(words, 40)) + "…",
          both("it has " + std::to_string(length) + " characters, and may have " + std::to_string(longest),
               "ma znaków: " + std::to_string(length) + ", a może mieć " + std::to_string(longest)));
    };
    check(text.any);
    for (const auto& [language, words] : text.by_language) check(words);
    return text;
  }

  void read_frequency(DatasetConfig& out) {
    const std::string name = reader_.required_text("frequency");
    out.frequency = find_frequency(name);
    if (out.frequency || name.empty()) return;
    const std::string names = joined(frequency_names());
    bad("frequency", name, both("it is one of " + names, "możliwe są: " + names), nearest(name, frequency_names()));
  }

  void read_categories(DatasetConfig& out) {
    out.categories = given("categories");
    for (const std::string& code : out.categories) {
      if (std::find(category_codes.begin(), category_codes.end(), code) != category_codes.end()) continue;
      const std::string codes = joined(category_codes);
      bad("categories", code, both("it is one of " + codes, "możliwe są: " + codes), nearest(code, category_codes));
    }
  }

  void read_tags(DatasetConfig& out) {
    const RawTable* tags = reader_.table("tags");
    if (!tags) {
      if (!table_.find("tags")) reader_.required_text("tags");
      return;
    }
    TableReader languages(*tags, file_, "tags", diagnostics_);
    for (const char* language : {"pl", "en"}) {
      const auto words = languages.texts(language);
      if (words && !words->empty()) out.tags[language] = *words;
    }
    languages.finish();
    if (out.tags.empty()) {
      bad("tags", "{}", both("at least one word is needed: { pl = [\"…\"] }", "trzeba słowa: { pl = [\"…\"] }"));
    }
  }

  void read_regions(DatasetConfig& out) {
    out.regions = reader_.texts("regions").value_or(std::vector<std::string>{});
    for (const std::string& code : out.regions) {
      if (looks_like_teryt(code)) continue;
      bad("regions", code, both("a TERYT code has 2, 4 or 7 digits", "kod TERYT ma 2, 4 albo 7 cyfr"));
    }
    if (out.regions.size() <= most_regions) return;
    bad("regions", std::to_string(out.regions.size()), both("at most 20 are possible", "może ich być najwyżej 20"));
  }

  std::vector<std::string> given(const char* key) {
    auto texts = reader_.texts(key);
    if (texts && !texts->empty()) return *texts;
    if (!table_.find(key)) {
      reader_.required_text(key);
    } else if (texts) {
      bad(key, "[]", both("at least one is needed", "trzeba podać co najmniej jedno"));
    }
    return {};
  }

  void bad(const char* key, const std::string& value, std::string reason, std::string suggestion = {}) {
    diagnostics_.report(Code::setting_value, reader_.place(key), {value, key, std::move(reason)},
                        std::move(suggestion));
  }

  const RawTable& table_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  TableReader reader_;
};

/// A feed has only the newest entries, so it is no form of the whole dataset.
bool has_files(const CollectionConfig& collection) {
  return std::any_of(collection.exports.begin(), collection.exports.end(),
                     [](Export each) { return each != Export::atom; });
}

void check_datasets(const Config& config, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const CollectionConfig& collection : config.collections) {
    if (!collection.dataset) continue;
    const Place place{config.file, collection.dataset->span};
    const auto bad = [&](const std::string& value, std::string_view key, std::string reason) {
      diagnostics.report(Code::setting_value, place, {value, std::string(key), std::move(reason)});
    };
    if (!config.catalogue) diagnostics.report(Code::missing_setting, place, {"[catalogue]", config.file});
    if (!has_files(collection)) {
      bad(collection.name, "dataset",
          both("a dataset needs files: give the collection 'exports' besides atom",
               "zbiór danych wymaga plików: podaj w kolekcji „exports”, poza atom"));
    }
    const std::string& id = collection.dataset->id;
    if (!id.empty() && !ids.insert(id).second) {
      bad(id, "id", both("another dataset has this identifier", "ten identyfikator ma inny zbiór danych"));
    }
  }
}

}  // namespace

const UpdateFrequency* find_frequency(std::string_view name) {
  const auto* found = std::find_if(std::begin(frequencies), std::end(frequencies),
                                   [&](const UpdateFrequency& each) { return each.name == name; });
  return found == std::end(frequencies) ? nullptr : found;
}

std::string_view written_in(const LocalText& text, std::string_view language, ForAll any) {
  const auto found = text.by_language.find(language);
  if (found != text.by_language.end()) return found->second;
  return any == ForAll::counts ? std::string_view(text.any) : std::string_view();
}

CatalogueConfig read_catalogue(const RawTable& table, const std::string& file, Diagnostics& diagnostics) {
  TableReader reader(table, file, "catalogue", diagnostics);
  CatalogueConfig out;
  out.span = table.span;
  const auto bad = [&](const char* key, const std::string& value, std::string reason, std::string suggestion = {}) {
    diagnostics.report(Code::setting_value, reader.place(key), {value, key, std::move(reason)}, std::move(suggestion));
  };
  const std::string url = reader.text("url").value_or("/data-catalogue/");
  const auto route = Route::parse(url);
  if (route && url != "/" && url.ends_with('/')) {
    out.url = *route;
  } else {
    bad("url", url,
        both("it is an address that begins and ends with /", "to adres, który zaczyna się i kończy znakiem /"),
        "/data-catalogue/");
  }
  const auto text = [&](const char* key) {
    const RawValue* value = reader.value(key);
    if (!value) reader.required_text(key);
    return value ? read_local_text(*value, key, file, diagnostics) : LocalText{};
  };
  out.title = text("title");
  out.description = text("description");
  if (const auto licence = reader.text("licence")) {
    const Licence* known = find_licence(*licence);
    if (known) out.licence = known->spdx;
    if (!known) {
      bad("licence", *licence, both("it is a licence like CC BY 4.0", "to licencja, na przykład CC BY 4.0"),
          nearest(*licence, all_licence_names()));
    }
  }
  out.availability = reader.text("availability").value_or("");
  if (!out.availability.empty() && out.availability != "local" && out.availability != "remote") {
    bad("availability", out.availability, both("it is local or remote", "to local albo remote"),
        nearest(out.availability, std::vector<std::string>{"local", "remote"}));
  }
  reader.finish();
  return out;
}

std::optional<DatasetConfig> read_dataset(TableReader& collection, const std::string& section, const std::string& file,
                                          Diagnostics& diagnostics) {
  const RawTable* table = collection.table("dataset");
  if (!table) return std::nullopt;
  return DatasetReader(*table, section + ".dataset", file, diagnostics).read();
}

void settle_catalogue(Config& config, Diagnostics& diagnostics) {
  check_datasets(config, diagnostics);
  if (!config.catalogue) return;
  const Place place{config.file, config.catalogue->span};
  if (config.catalogue->licence.empty()) config.catalogue->licence = config.data_licence;
  if (config.catalogue->licence.empty()) diagnostics.report(Code::missing_setting, place, {"licence", "catalogue"});
  if (!config.publisher) diagnostics.report(Code::missing_setting, place, {"[publisher]", config.file});
}

}  // namespace kronika
