// Reads site.toml from top to bottom, strictly: a setting that is not known is told, never passed over.
#include "generator/config/config.h"

#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "generator/config/collections.h"
#include "generator/config/language_tag.h"
#include "generator/config/licences.h"
#include "generator/config/log_path.h"
#include "generator/config/states.h"
#include "generator/config/text_file.h"
#include "generator/core/date.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr int most_feed_entries = 500;
constexpr int most_document_words = 1000;
constexpr int most_search_results = 100;         // the contract's bound for `size`
constexpr std::size_t longest_search_name = 16;  // characters, of OpenSearch's ShortName

using BuiltInKey = std::pair<std::string_view, std::string FrontMatterNames::*>;
constexpr std::array<BuiltInKey, 13> built_in_keys = {{{"title", &FrontMatterNames::title},
                                                       {"slug", &FrontMatterNames::slug},
                                                       {"date", &FrontMatterNames::date},
                                                       {"updated", &FrontMatterNames::updated},
                                                       {"expires", &FrontMatterNames::expires},
                                                       {"draft", &FrontMatterNames::draft},
                                                       {"aliases", &FrontMatterNames::aliases},
                                                       {"summary", &FrontMatterNames::summary},
                                                       {"weight", &FrontMatterNames::weight},
                                                       {"language", &FrontMatterNames::language},
                                                       {"translation_key", &FrontMatterNames::translation_key},
                                                       {"search_weight", &FrontMatterNames::search_weight},
                                                       {"search", &FrontMatterNames::search}}};

std::vector<std::string> all_time_zones() {
  std::vector<std::string> names;
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createEnumeration());
  UErrorCode status = U_ZERO_ERROR;
  while (const icu::UnicodeString* zone = zones->snext(status)) {
    std::string name;
    zone->toUTF8String(name);
    names.push_back(std::move(name));
  }
  return names;
}

/// As many of the words as a search engine's name can have.
std::string first_words(std::string_view title) {
  std::size_t end = 0, last_space = std::string_view::npos;
  for (std::size_t count = 0; end < title.size() && count < longest_search_name; ++count) {
    if (title[end] == ' ') last_space = end;
    end += decode_utf8(title, end).length;
  }
  const bool cut = end < title.size() && title[end] != ' ';
  return std::string(title.substr(0, cut && last_space != std::string_view::npos ? last_space : end));
}

LocalText first_words(const LocalText& title) {
  LocalText out{first_words(title.any), {}};
  for (const auto& [language, text] : title.by_language) out.by_language[language] = first_words(text);
  return out;
}

class ConfigReader {
 public:
  ConfigReader(const RawTable& root, const std::string& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics), root_(root, file, file, diagnostics) {
    config_.file = file;
    config_.languages = {config_.language};
    config_.search_path = *Route::parse("/search");
    config_.data_path = *Route::parse("/data/");
  }

  Config read(const std::string& base_url) {
    const RawTable* site = root_.table("site");
    if (site) {
      read_site(*site, base_url);
    } else if (!root_.value("site")) {
      diagnostics_.report(Code::missing_setting, {file_, {1, 1, 1}}, {"[site]", file_});
    }
    if (const RawTable* names = root_.table("front_matter")) read_front_matter(*names);
    if (const RawTable* markdown = root_.table("markdown")) read_markdown(*markdown);
    if (const RawTable* checks = root_.table("checks")) read_checks(*checks);
    if (const RawTable* search = root_.table("search")) read_search(*search);
    if (const RawTable* menus = root_.table("menu")) read_menus(*menus);
    if (const RawTable* vocabularies = root_.table("vocabularies")) {
      config_.vocabularies = read_vocabulary_sections(*vocabularies, file_, diagnostics_);
    }
    if (const RawTable* tables = root_.table("tables")) {
      config_.tables = read_table_sections(*tables, file_, diagnostics_);
    }
    Schema& common = config_.common_fields;
    if (const RawTable* fields = root_.table("common_fields")) {
      common = read_schema(*fields, file_, "common_fields", diagnostics_);
      check_field_names(common, config_.front_matter, file_, diagnostics_);
    }
    if (const RawTable* collections = root_.table("collections")) {
      config_.collections = read_collections(*collections, file_, config_.front_matter, common, diagnostics_);
    }
    if (const RawTable* publisher = root_.table("publisher")) {
      config_.publisher = read_publisher(*publisher, file_, diagnostics_);
    }
    if (const RawTable* catalogue = root_.table("catalogue")) {
      config_.catalogue = read_catalogue(*catalogue, file_, diagnostics_);
    }
    if (const RawTable* declaration = root_.table("declaration")) {
      config_.declaration = read_declaration(*declaration, file_, diagnostics_);
    }
    if (const RawTable* funding = root_.table("funding")) {
      config_.funding = read_funding(*funding, file_, diagnostics_);
    }
    if (config_.search_name.empty()) config_.search_name = first_words(config_.title);
    root_.finish();
    settle_derived(config_, diagnostics_);
    check_names(config_, diagnostics_);
    check_levels(config_, diagnostics_);
    check_states(config_, diagnostics_);
    check_rule_paths(config_, diagnostics_);
    check_schema_org(config_, diagnostics_);
    settle_catalogue(config_, diagnostics_);
    settle_declaration(config_, diagnostics_);
    settle_funding(config_, diagnostics_);
    return std::move(config_);
  }

 private:
  void bad(const Place& place, const std::string& value, std::string_view key, std::string reason,
           std::string suggestion = {}) {
    diagnostics_.report(Code::setting_value, place, {value, std::string(key), std::move(reason)},
                        std::move(suggestion));
  }

  void read_site(const RawTable& table, const std::string& base_url) {
    TableReader site(table, file_, "site", diagnostics_);
    config_.title = text_in_languages(site, "title");
    if (!site.value("title")) site.required_text("title");
    read_base_url(site, base_url);
    config_.description = text_in_languages(site, "description");
    config_.footer = text_in_languages(site, "footer");
    config_.theme = site.text("theme").value_or("");
    while (config_.theme.ends_with('/')) config_.theme.pop_back();
    read_languages(site);
    read_time_zone(site);
    read_data(site);
    config_.feed_size = static_cast<int>(site.integer("feed_size", 1, most_feed_entries).value_or(config_.feed_size));
    if (const auto path = site.text("data_path")) read_data_path(*path, site.place("data_path"));
    config_.home = site.texts("home").value_or(std::vector<std::string>{});
    config_.home_span = site.place("home").span;
    config_.robots_disallow = site.texts("robots_disallow").value_or(std::vector<std::string>{});
    for (const std::string& path : config_.robots_disallow) {
      if (path.starts_with('/') && path.find('\n') == std::string::npos) continue;
      bad(site.place("robots_disallow"), path, "robots_disallow", both("it begins with /", "ma zaczynać się od /"),
          "/" + path);
    }
    site.finish();
  }

  LocalText text_in_languages(TableReader& site, const std::string& key) {
    const RawValue* value = site.value(key);
    return value ? read_local_text(*value, key, file_, diagnostics_) : LocalText{};
  }

  void read_base_url(TableReader& site, const std::string& override_url) {
    std::string written;
    if (override_url.empty()) {
      written = site.required_text("base_url");
    } else {
      site.value("base_url");
      written = override_url;
    }
    if (const auto url = BaseUrl::parse(written)) {
      config_.base_url = *url;
    } else if (!written.empty()) {
      const bool lacks_scheme = written.find("://") == std::string::npos;
      bad(override_url.empty() ? site.place("base_url") : Place{"--base-url", {}}, written, "base_url",
          both("it is a web address like https://es.example.org/",
               "to adres witryny, na przykład https://es.example.org/"),
          lacks_scheme && BaseUrl::parse("https://" + written) ? "https://" + written : "");
    }
  }

  void read_languages(TableReader& site) {
    const std::string reason = both("it is a language code like pl or en", "to kod języka, na przykład pl albo en");
    if (const auto language = site.text("language")) {
      if (!is_language_tag(*language)) bad(site.place("language"), *language, "language", reason);
      config_.language = *language;
    }
    config_.languages = {config_.language};
    for (const std::string& language : site.texts("languages").value_or(std::vector<std::string>{})) {
      if (!is_language_tag(language)) {
        bad(site.place("languages"), language, "languages", reason);
      } else if (std::find(config_.languages.begin(), config_.languages.end(), language) == config_.languages.end()) {
        config_.languages.push_back(language);
      }
    }
  }

  void read_data_path(const std::string& path, const Place& place) {
    const auto route = Route::parse(path);
    if (route && path.ends_with('/') && path != "/") {
      config_.data_path = *route;
    } else {
      bad(place, path, "data_path",
          both("it is an address that begins and ends with /", "to adres, który zaczyna się i kończy znakiem /"),
          "/data/");
    }
  }

  void read_time_zone(TableReader& site) {
    const auto zone = site.text("timezone");
    if (!zone) return;
    if (TimeZone::exists(*zone)) {
      config_.timezone = *zone;
    } else {
      bad(site.place("timezone"), *zone, "timezone",
          both("it is a zone like Europe/Warsaw", "to strefa, na przykład Europe/Warsaw"),
          nearest(*zone, all_time_zones()));
    }
  }

  void read_data(TableReader& site) {
    config_.api = site.yes_no("api").value_or(false);
    const auto given = site.text("data_licence");
    if (!given) return;
    const std::vector<std::string> known = all_licence_names();
    if (const Licence* licence = find_licence(*given)) {
      config_.data_licence = licence->spdx;
    } else {
      bad(site.place("data_licence"), *given, "data_licence",
          both("it is a licence like CC BY 4.0", "to licencja, na przykład CC BY 4.0"), nearest(*given, known));
    }
  }

  void read_front_matter(const RawTable& table) {
    TableReader names(table, file_, "front_matter", diagnostics_);
    std::map<std::string, std::string_view> taken;
    for (const auto& [key, member] : built_in_keys) {
      if (const auto name = names.text(key)) config_.front_matter.*member = *name;
    }
    for (const auto& [key, member] : built_in_keys) {
      const std::string& name = config_.front_matter.*member;
      const auto [first, fresh] = taken.emplace(name, key);
      if (name.empty()) {
        bad(names.place(key), name, key, both("the name is empty", "nazwa jest pusta"));
      } else if (!fresh) {
        bad(names.place(table.find(key) ? key : first->second), name, table.find(key) ? key : first->second,
            both("two keys have this name", "tę nazwę mają dwa klucze"));
      }
    }
    names.finish();
  }

  void read_markdown(const RawTable& table) {
    TableReader markdown(table, file_, "markdown", diagnostics_);
    config_.raw_html = markdown.yes_no("raw_html").value_or(config_.raw_html);
    config_.typography = markdown.yes_no("typography").value_or(config_.typography);
    config_.decoration = markdown.text("decoration").value_or(config_.decoration);
    markdown.finish();
  }

  void read_checks(const RawTable& table) {
    TableReader checks(table, file_, "checks", diagnostics_);
    config_.document_words =
        static_cast<int>(checks.integer("document_words", 1, most_document_words).value_or(config_.document_words));
    checks.finish();
  }

  void read_search(const RawTable& table) {
    TableReader search(table, file_, "search", diagnostics_);
    if (const auto path = search.text("path")) {
      const auto route = Route::parse(*path);
      if (!route || route->path() == "/") {
        bad(search.place("path"), *path, "path",
            both("it is an address in the site like /szukaj", "to adres w witrynie, na przykład /szukaj"),
            Route::parse("/" + *path) && *path != "/" ? "/" + *path : "");
      } else {
        config_.search_path = *route;
      }
    }
    config_.search_page_size =
        static_cast<int>(search.integer("page_size", 1, most_search_results).value_or(config_.search_page_size));
    if (const RawValue* name = search.value("name")) read_search_name(*name, search.place("name"));
    if (const auto log = search.text("log")) {
      config_.query_log = read_log_path(*log, search.place("log"), diagnostics_);
    }
    config_.synonyms = search.text("synonyms").value_or("");
    config_.synonyms_span = search.place("synonyms").span;
    config_.date_facet = search.yes_no("date_facet").value_or(false);
    config_.date_facet_span = search.place("date_facet").span;
    search.finish();
  }

  void read_search_name(const RawValue& value, const Place& place) {
    config_.search_name = read_local_text(value, "name", file_, diagnostics_);
    if (config_.search_name.empty() && !value.as<std::string>()) return;  // that was told already
    for (const std::string& language : config_.languages) {
      const std::string& name = config_.search_name.in(language);
      if (!name.empty() && count_code_points(name) <= longest_search_name) continue;
      return bad(place, name, "name",
                 both("browsers show from 1 to 16 characters", "przeglądarki pokazują od 1 do 16 znaków"));
    }
  }

  void read_menus(const RawTable& menus) {
    for (const RawEntry& menu : menus.entries) {
      const std::string section = "menu." + menu.key;
      TableReader items(menus, file_, "menu", diagnostics_);
      for (const RawTable* item : items.tables(menu.key)) {
        TableReader reader(*item, file_, section, diagnostics_);
        MenuItem result;
        result.span = item->span;
        if (const RawValue* label = reader.value("label")) {
          result.label = read_local_text(*label, "label", file_, diagnostics_);
        } else {
          reader.required_text("label");
        }
        result.url = reader.required_text("url");
        if (!result.url.empty()) check_menu_url(result.url, reader.place("url"));
        reader.finish();
        config_.menus[menu.key].push_back(std::move(result));
      }
    }
  }

  void check_menu_url(const std::string& url, const Place& place) {
    if (url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:")) return;
    const std::string path = url.substr(0, url.find_first_of("?#"));
    if (Route::parse(path)) return;
    const bool only_slash_missing = !path.empty() && Route::parse("/" + path) && path.find(':') == std::string::npos;
    bad(place, url, "url",
        both("it begins with / (a page of this site) or with https://",
             "ma zaczynać się od / (strona tej witryny) albo od https://"),
        only_slash_missing ? "/" + path + (path.ends_with('/') ? "" : "/") : "");
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  TableReader root_;
  Config config_;
};

}  // namespace

std::vector<std::string> FrontMatterNames::all() const {
  std::vector<std::string> names;
  for (const auto& [key, member] : built_in_keys) names.push_back(this->*member);
  return names;
}

std::string FrontMatterNames::of(std::string_view built_in) const {
  for (const auto& [key, member] : built_in_keys) {
    if (key == built_in) return this->*member;
  }
  return "";
}

bool Config::is_other_language(std::string_view tag) const {
  return tag != language && std::find(languages.begin(), languages.end(), tag) != languages.end();
}

const CollectionConfig* Config::collection(std::string_view name) const {
  const auto found =
      std::find_if(collections.begin(), collections.end(), [&](const auto& c) { return c.name == name; });
  return found == collections.end() ? nullptr : &*found;
}

const VocabularyConfig* Config::vocabulary(std::string_view name) const {
  const auto found =
      std::find_if(vocabularies.begin(), vocabularies.end(), [&](const auto& v) { return v.name == name; });
  return found == vocabularies.end() ? nullptr : &*found;
}

const TableConfig* Config::table(std::string_view name) const {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

Config read_config(std::string_view bytes, const std::string& file, const std::string& base_url,
                   Diagnostics& diagnostics) {
  const auto text = text_of_file(bytes, file, diagnostics);
  if (!text) return {};
  const auto root = parse_toml(*text, file, 1, diagnostics);
  if (!root) return {};
  return ConfigReader(*root, file, diagnostics).read(base_url);
}

}  // namespace kronika
