// A collection is a folder with a schema; most of what a site decides, it decides here.
#include "generator/config/collections.h"

#include <algorithm>
#include <array>

#include "generator/config/exports.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

constexpr int largest_page_size = 500;
constexpr int most_home_cards = 24;
constexpr double least_search_weight = 0.01, most_search_weight = 100;
constexpr std::array<std::string_view, 4> placeholders = {"{slug}", "{year}", "{month}", "{day}"};
constexpr std::array<std::string_view, 7> request_parameters = {"q",    "page",   "size",      "sort",
                                                                "lang", "format", "collection"};

/// Names of folders and of sections alike: what a git host, a URL and TOML all take without quoting.
bool is_plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  }) && name.front() != '_';
}

/// The pattern with something in place of {…}, or nothing when it holds an unknown placeholder.
std::optional<std::string> with_samples(std::string pattern) {
  for (const std::string_view placeholder : placeholders) {
    for (auto at = pattern.find(placeholder); at != std::string::npos; at = pattern.find(placeholder)) {
      pattern.replace(at, placeholder.size(), "x");
    }
  }
  if (pattern.find_first_of("{}") != std::string::npos) return std::nullopt;
  return pattern;
}

class CollectionReader {
 public:
  CollectionReader(const RawEntry& entry, const RawTable& table, const std::string& file, const FrontMatterNames& names,
                   const Schema& common, Diagnostics& diagnostics)
      : table_(table),
        common_(common),
        file_(file),
        section_("collections." + entry.key),
        names_(names),
        diagnostics_(diagnostics),
        reader_(table, file, section_, diagnostics) {
    collection_.name = entry.key;
    collection_.span = entry.key_span;
  }

  CollectionConfig read() {
    if (!is_plain_name(collection_.name)) {
      diagnostics_.report(Code::setting_value, {file_, collection_.span},
                          {collection_.name, "collections",
                           both("a collection is called as its folder: letters a–z, digits, - and _",
                                "kolekcja nazywa się jak jej folder: litery a–z, cyfry, - i _")});
    }
    read_texts();
    read_url();
    collection_.page_size =
        static_cast<int>(reader_.integer("page_size", 1, largest_page_size).value_or(collection_.page_size));
    collection_.home_cards =
        static_cast<int>(reader_.integer("home", 0, most_home_cards).value_or(collection_.home_cards));
    collection_.open = reader_.yes_no("open").value_or(false);
    if (const RawTable* fields = reader_.table("fields")) {
      collection_.schema = read_schema(*fields, file_, section_ + ".fields", diagnostics_);
      check_field_names(collection_.schema, names_, file_, diagnostics_);
    }
    add_common_fields();
    check_roles();
    read_exports();
    read_sort();
    read_card_fields();
    read_filters();
    read_result_fields();
    read_search_weight();
    collection_.rules = read_rules(reader_, section_, file_, diagnostics_);
    collection_.lists = read_page_lists(reader_, section_, file_, diagnostics_);
    read_map();
    collection_.schema_org = read_schema_org(reader_, section_, file_, diagnostics_);
    collection_.dataset = read_dataset(reader_, section_, file_, diagnostics_);
    collection_.packs = read_packs(reader_, "packs", collection_pack_kinds(), diagnostics_);
    collection_.entry_packs = read_packs(reader_, "entry_packs", entry_pack_kinds(), diagnostics_);
    reader_.finish();
    return std::move(collection_);
  }

 private:
  void read_texts() {
    if (const RawValue* title = reader_.value("title")) {
      collection_.title = read_local_text(*title, "title", file_, diagnostics_);
    } else {
      collection_.title.any = collection_.name;
    }
    collection_.menu_title = collection_.title;
    if (const RawValue* text = reader_.value("menu_title")) {
      collection_.menu_title = read_local_text(*text, "menu_title", file_, diagnostics_);
    }
    if (const RawValue* text = reader_.value("summary")) {
      collection_.summary = read_local_text(*text, "summary", file_, diagnostics_);
    }
  }

  void read_url() {
    const std::string usual = "/" + collection_.name + "/";
    collection_.url = usual + "{slug}/";
    collection_.list_route = Route::parse(usual).value_or(Route{});
    const auto given = reader_.text("url");
    if (!given) return;
    const auto samples = with_samples(*given);
    if (given->find("{slug}") == std::string::npos || !samples) {
      bad_url(*given, both("it holds {slug} and may hold {year}, {month} and {day}, nothing else in braces",
                           "ma zawierać {slug}, może {year}, {month} i {day}, nic więcej w klamrach"));
    } else if (!Route::parse(*samples)) {
      bad_url(*given,
              both("it begins with / and has no empty parts", "ma zaczynać się od / i nie mieć pustych części"));
    } else {
      collection_.url = *given;
      const std::string before = given->substr(0, given->find('{'));
      const std::string folder = before.substr(0, before.rfind('/') + 1);
      if (folder != "/") collection_.list_route = Route::parse(folder).value_or(collection_.list_route);
    }
  }

  void bad_url(const std::string& value, std::string reason) {
    diagnostics_.report(Code::setting_value, reader_.place("url"), {value, "url", std::move(reason)},
                        "/" + collection_.name + "/{slug}/");
  }

  /// Those that the collection does not declare itself.
  void add_common_fields() {
    const bool wanted = reader_.yes_no("common").value_or(!collection_.open);
    for (const Field& field : common_.fields) {
      if (wanted && !collection_.schema.find(field.name)) collection_.schema.fields.push_back(field);
    }
  }

  void read_sort() {
    const auto given = reader_.text_or_texts("sort");
    if (!given) return;
    std::vector<SortOrder> sort;
    for (const std::string& each : *given) sort.push_back(sort_order(each));
    if (!sort.empty()) {
      collection_.sort = std::move(sort);
    } else if (const RawValue* value = table_.find("sort"); value->as<RawArray>()->empty()) {
      diagnostics_.report(
          Code::setting_value, reader_.place("sort"),
          {"[]", "sort", both("name at least one field to sort by", "podaj co najmniej jedno pole do sortowania")});
    }
  }

  void read_card_fields() {
    for (std::string& name : reader_.texts("card_fields").value_or(std::vector<std::string>{})) {
      if (name == card_date || is_line_field("card_fields", name)) collection_.card_fields.push_back(std::move(name));
    }
    const auto look = reader_.text("list_look");
    if (!look || *look == "cards") return;
    collection_.list_look = ListLook::table;
    if (*look != "table") {
      diagnostics_.report(Code::setting_value, reader_.place("list_look"),
                          {*look, "list_look", both("it is cards or table", "to cards albo table")},
                          nearest(*look, std::vector<std::string>{"cards", "table"}));
    } else if (collection_.card_fields.empty()) {
      diagnostics_.report(
          Code::setting_value, reader_.place("list_look"),
          {*look, "list_look",
           both("a table needs card_fields: they are its columns", "tabela wymaga card_fields: to jej kolumny")});
    }
  }

  void read_result_fields() {
    for (std::string& name : reader_.texts("result_fields").value_or(std::vector<std::string>{})) {
      if (is_line_field("result_fields", name)) collection_.result_fields.push_back(std::move(name));
    }
  }

  void read_filters() {
    std::vector<std::string> names;
    const auto is_filter = [](const Field& field) { return field.facet && field.value_type() == FieldType::choice; };
    for (const Field& each : collection_.schema.fields)
      if (is_filter(each)) names.push_back(each.name);
    for (std::string& name : reader_.texts("filters").value_or(std::vector<std::string>{})) {
      const Field* field = collection_.schema.find(name);
      if (field && is_filter(*field)) {
        collection_.filters.push_back(std::move(name));
        continue;
      }
      diagnostics_.report(Code::setting_value, reader_.place("filters"),
                          {name, "filters",
                           both("it is no field of the collection with facet = true and a vocabulary",
                                "to nie jest pole kolekcji, które ma facet = true i słownik")},
                          nearest(name, names));
    }
  }

  /// Reports a name that is no field, or one of a field that does not fit into a line.
  bool is_line_field(std::string_view setting, const std::string& name) {
    const Field* field = collection_.schema.find(name);
    if (field && can_stand_in_results(*field)) return true;
    std::vector<std::string> names;
    for (const Field& each : collection_.schema.fields)
      if (can_stand_in_results(each)) names.push_back(each.name);
    diagnostics_.report(Code::setting_value, reader_.place(setting),
                        {name, std::string(setting),
                         both("it is no field of the collection that can be told in one line",
                              "to nie jest pole kolekcji, które da się podać w jednym wierszu")},
                        nearest(name, names));
    return false;
  }

  static bool can_stand_in_results(const Field& field) {
    return fits_into_line(field.value_type()) && field.value_type() != FieldType::file;
  }

  SortOrder sort_order(const std::string& written) {
    SortOrder sort;
    if (written.starts_with('-')) sort.direction = SortDirection::descending;
    if (written.starts_with('~')) sort.direction = SortDirection::nearest;
    const std::string key = written.substr(sort.direction == SortDirection::ascending ? 0 : 1);
    if (collection_.schema.find(key)) {
      sort.key = SortKey::field;
      sort.field = key;
    } else if (key == "title" || key == names_.title) {
      sort.key = SortKey::title;
    } else if (key == "date" || key == names_.date) {
      sort.key = SortKey::date;
    } else if (key == "weight" || key == names_.weight) {
      sort.key = SortKey::weight;
    } else {
      report_sort(written, key);
      return sort;
    }
    if (sort.direction == SortDirection::nearest && !has_dates(sort)) {
      diagnostics_.report(
          Code::setting_value, reader_.place("sort"),
          {written, "sort",
           both("only dates have a nearest one; leave out the ~", "najbliższe bywają tylko daty; usuń ~")},
          key);
    }
    return sort;
  }

  bool has_dates(const SortOrder& sort) const {
    if (sort.key != SortKey::field) return sort.key == SortKey::date;
    const FieldType type = collection_.schema.find(sort.field)->value_type();
    return type == FieldType::date || type == FieldType::datetime;
  }

  void report_sort(const std::string& written, const std::string& key) {
    std::vector<std::string> candidates = {"title", "date", "weight"};
    for (const Field& field : collection_.schema.fields) candidates.push_back(field.name);
    std::string meant = nearest(key, candidates);
    if (!meant.empty()) meant.insert(0, written.substr(0, written.size() - key.size()));
    diagnostics_.report(
        Code::setting_value, reader_.place("sort"),
        {written, "sort",
         both("it is title, date, weight or a field of the collection, with - before it for the reverse, or ~ for the "
              "nearest date first",
              "może to być title, date, weight albo pole kolekcji, z - na początku dla odwrotnej kolejności albo z ~ "
              "dla najbliższej daty")},
        meant);
  }

  void read_search_weight() {
    const auto weight = reader_.number("search_weight");
    if (!weight) return;
    if (*weight >= least_search_weight && *weight <= most_search_weight) {
      collection_.search_weight = *weight;
    } else {
      diagnostics_.report(Code::out_of_range, reader_.place("search_weight"),
                          {"search_weight", bounds(least_search_weight, most_search_weight)});
    }
  }

  void read_exports() {
    collection_.exports = read_export_names(reader_, diagnostics_);
    check_exports(collection_, reader_, diagnostics_);
  }

  /// Whether the vocabulary has tiles is told by content/, which reads it.
  void read_map() {
    const auto given = reader_.text("map");
    if (!given) return;
    const Field* field = collection_.schema.find(*given);
    if (field && field->value_type() == FieldType::choice) {
      collection_.map = *given;
      collection_.map_span = reader_.place("map").span;
      return;
    }
    std::vector<std::string> candidates;
    for (const Field& each : collection_.schema.fields) {
      if (each.value_type() == FieldType::choice) candidates.push_back(each.name);
    }
    diagnostics_.report(Code::setting_value, reader_.place("map"),
                        {*given, "map",
                         both("it is a field of the collection, of the type choice or a list of choices",
                              "to pole tej kolekcji, typu choice albo lista takich wartości")},
                        nearest(*given, candidates));
  }

  void check_roles() {
    const auto& fields = collection_.schema.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].role == Role::none) continue;
      const auto first =
          std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.role == fields[i].role; });
      if (static_cast<std::size_t>(first - fields.begin()) == i) continue;
      diagnostics_.report(
          Code::setting_value, {file_, fields[i].span_of("role")},
          {fields[i].name, "role",
           both("the field '" + first->name + "' has this role", "tę rolę ma pole „" + first->name + "”")});
    }
  }

  const RawTable& table_;
  const Schema& common_;
  const std::string& file_;
  std::string section_;
  const FrontMatterNames& names_;
  Diagnostics& diagnostics_;
  TableReader reader_;
  CollectionConfig collection_;
};

}  // namespace

bool is_request_parameter(std::string_view name) {
  return std::find(request_parameters.begin(), request_parameters.end(), name) != request_parameters.end();
}

void check_field_names(const Schema& schema, const FrontMatterNames& names, const std::string& file,
                       Diagnostics& diagnostics) {
  const auto built_in = names.all();
  for (const Field& field : schema.fields) {
    const auto taken = [&](std::string by) {
      diagnostics.report(Code::reserved_name, {file, field.span}, {field.name, std::move(by)});
    };
    if (is_request_parameter(field.name)) {
      taken(both("the search", "wyszukiwarka"));
    } else if (std::find(built_in.begin(), built_in.end(), field.name) != built_in.end()) {
      taken(both("a built-in key", "klucz wbudowany"));
    }
  }
}

std::vector<CollectionConfig> read_collections(const RawTable& collections, const std::string& file,
                                               const FrontMatterNames& names, const Schema& common,
                                               Diagnostics& diagnostics) {
  std::vector<CollectionConfig> out;
  for (const RawEntry& entry : collections.entries) {
    if (const auto* table = entry.value.as<RawTable>()) {
      out.push_back(CollectionReader(entry, *table, file, names, common, diagnostics).read());
    } else {
      diagnostics.report(
          Code::setting_type, {file, entry.value.span},
          {entry.key, both("a section [collections." + entry.key + "]", "sekcja [collections." + entry.key + "]"),
           kind_name(entry.value)});
    }
  }
  return out;
}

std::vector<VocabularyConfig> read_vocabulary_sections(const RawTable& vocabularies, const std::string& file,
                                                       Diagnostics& diagnostics) {
  std::vector<VocabularyConfig> out;
  for (const RawEntry& entry : vocabularies.entries) {
    const auto* table = entry.value.as<RawTable>();
    if (!table || !is_plain_name(entry.key)) {
      diagnostics.report(Code::setting_value, {file, entry.key_span},
                         {entry.key, "vocabularies",
                          both("a vocabulary is a section [vocabularies.NAME] called as its file",
                               "słownik to sekcja [vocabularies.NAZWA], nazwana jak jego plik")});
      continue;
    }
    TableReader reader(*table, file, "vocabularies." + entry.key, diagnostics);
    VocabularyConfig vocabulary{entry.key, {entry.key, {}}, {}, entry.key_span};
    if (const RawValue* title = reader.value("title"))
      vocabulary.title = read_local_text(*title, "title", file, diagnostics);
    vocabulary.parent = reader.text("parent").value_or("");
    vocabulary.parent_span = reader.place("parent").span;
    if (const auto pages = reader.text("pages")) {
      vocabulary.pages = Route::parse(*pages);
      if (!vocabulary.pages || vocabulary.pages->path() == "/" || !pages->ends_with('/')) {
        diagnostics.report(
            Code::setting_value, reader.place("pages"),
            {*pages, "pages",
             both("it is an address that begins and ends with /", "to adres, który zaczyna się i kończy znakiem /")},
            "/" + entry.key + "/");
        vocabulary.pages.reset();
      }
    }
    reader.finish();
    out.push_back(std::move(vocabulary));
  }
  return out;
}

}  // namespace kronika
