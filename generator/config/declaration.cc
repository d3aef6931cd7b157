// The act fixes what a declaration says and programs read it by its ids, so nothing here is left to a text that an
// editor might forget: what is missing or does not agree is told at its line of site.toml.
#include "generator/config/declaration.h"

#include "generator/config/config.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

constexpr const char* section = "declaration";
constexpr const char* usual_url = "/deklaracja-dostepnosci/";

bool is_blank(const LocalText& text) {
  if (!text.any.empty()) return false;
  for (const auto& [language, words] : text.by_language)
    if (!words.empty()) return false;
  return true;
}

class DeclarationReader {
 public:
  DeclarationReader(const RawTable& table, const std::string& file, Diagnostics& diagnostics)
      : table_(table), file_(file), diagnostics_(diagnostics), reader_(table, file, section, diagnostics) {}

  DeclarationConfig read() {
    out_.span = table_.span;
    for (const RawEntry& setting : table_.entries) out_.spans[setting.key] = setting.value.span;
    read_site();
    read_days();
    read_status();
    read_method();
    read_texts();
    read_apps();
    reader_.finish();
    return std::move(out_);
  }

 private:
  void bad(const Place& place, const std::string& value, std::string_view key, std::string reason,
           std::string suggestion = {}) {
    diagnostics_.report(Code::setting_value, place, {value, std::string(key), std::move(reason)},
                        std::move(suggestion));
  }

  static LocalText text_of(TableReader& reader, const char* key, const std::string& file, Diagnostics& diagnostics) {
    const RawValue* value = reader.value(key);
    return value ? read_local_text(*value, key, file, diagnostics) : LocalText{};
  }

  LocalText text(const char* key) { return text_of(reader_, key, file_, diagnostics_); }

  void need(const char* key) { diagnostics_.report(Code::missing_setting, reader_.place(key), {key, section}); }

  LocalText required(const char* key) {
    LocalText out = text(key);
    const RawValue* given = table_.find(key);
    const bool told = given && !given->as<std::string>() && !given->as<RawTable>();
    if (!told && is_blank(out)) need(key);
    return out;
  }

  std::string address(TableReader& reader, const char* key) {
    std::string out = reader.text(key).value_or("");
    if (out.empty() || BaseUrl::parse(out)) return out;
    const auto route = Route::parse(out.substr(0, out.find_first_of("?#")));
    const bool web = out.starts_with("https://") || out.starts_with("http://");
    if (!route && !web) {
      bad(reader.place(key), out, key,
          both("it begins with https://, or with / for a page of this site",
               "zaczyna się od https:// albo, dla strony tej witryny, od /"));
    }
    return out;
  }

  void read_site() {
    const std::string url = reader_.text("url").value_or(usual_url);
    const auto route = Route::parse(url);
    if (route && url != "/" && url.ends_with('/')) {
      out_.url = *route;
    } else {
      bad(reader_.place("url"), url, "url",
          both("it is an address that begins and ends with /", "to adres, który zaczyna się i kończy znakiem /"),
          usual_url);
    }
    out_.entity = text("entity");
    out_.site_name = text("site_name");
    out_.site_url = reader_.text("site_url").value_or("");
    if (!out_.site_url.empty() && !BaseUrl::parse(out_.site_url)) {
      bad(reader_.place("site_url"), out_.site_url, "site_url",
          both("it is a web address like https://www.example.org/",
               "to adres witryny, na przykład https://www.example.org/"));
    }
  }

  Date required_day(const char* key) {
    const auto day = reader_.date(key);
    if (!day && !table_.find(key)) need(key);
    return day.value_or(Date{});
  }

  void read_days() {
    out_.published = required_day("published");
    out_.updated = required_day("updated");
    out_.prepared = required_day("prepared");
    out_.reviewed = reader_.date("reviewed");
    check_order("published", out_.published, "updated", out_.updated);
    if (out_.reviewed) check_order("prepared", out_.prepared, "reviewed", *out_.reviewed);
  }

  void check_order(const char* first, Date from, const char* second, Date to) {
    if (from == Date{} || to == Date{} || from <= to) return;
    bad(reader_.place(second), iso(to), second,
        both("it is before '" + std::string(first) + "' (" + iso(from) + ")",
             "to dzień przed „" + std::string(first) + "” (" + iso(from) + ")"));
  }

  template <class Value>
  Value one_of(const char* key, const std::string& given, std::initializer_list<std::pair<const char*, Value>> values) {
    std::vector<std::string> names;
    std::string all;
    for (const auto& [name, value] : values) {
      if (given == name) return value;
      names.emplace_back(name);
      all += (all.empty() ? "" : ", ") + names.back();
    }
    if (!given.empty()) {
      bad(reader_.place(key), given, key, both("it is one of " + all, "możliwe są: " + all), nearest(given, names));
    }
    return values.begin()->second;
  }

  void read_status() {
    const std::string given = reader_.required_text("status");
    const std::size_t told = diagnostics_.errors();
    out_.status = one_of<Conformance>(
        "status", given, {{"partial", Conformance::partial}, {"full", Conformance::full}, {"none", Conformance::none}});
    const bool known = !given.empty() && diagnostics_.errors() == told;
    for (const RawTable* item : reader_.tables("non_accessible")) read_barrier(*item);
    read_exceptions();
    if (!known) return;
    const bool whole = out_.non_accessible.empty() && out_.exceptions.empty();
    const bool listed = table_.find("non_accessible") || table_.find("exceptions");
    if (out_.status == Conformance::full && !whole) {
      bad(reader_.place("status"), given, "status",
          both(
              "'non_accessible' or 'exceptions' name what is not accessible; write partial, or remove them",
              "„non_accessible” albo „exceptions” wymieniają, co nie jest dostępne; napisz partial albo usuń te wpisy"),
          "partial");
    } else if (out_.status != Conformance::full && whole && !listed) {
      bad(reader_.place("status"), given, "status",
          both("nothing is named that is not accessible; add [[declaration.non_accessible]] with 'text'",
               "nie podano, co nie jest dostępne; dopisz [[declaration.non_accessible]] z kluczem „text”"));
    }
  }

  void read_barrier(const RawTable& item) {
    const std::string name = std::string(section) + ".non_accessible";
    TableReader reader(item, file_, name, diagnostics_);
    Barrier out;
    out.span = item.span;
    out.text = text_of(reader, "text", file_, diagnostics_);
    out.reason = text_of(reader, "reason", file_, diagnostics_);
    out.alternative = text_of(reader, "alternative", file_, diagnostics_);
    if (is_blank(out.text)) diagnostics_.report(Code::missing_setting, reader.place("text"), {"text", name});
    reader.finish();
    out_.non_accessible.push_back(std::move(out));
  }

  void read_exceptions() {
    const RawValue* given = reader_.value("exceptions");
    if (!given) return;
    const auto* list = given->as<RawArray>();
    if (!list) {
      diagnostics_.report(Code::setting_type, {file_, given->span},
                          {"exceptions", both("a list of texts", "lista tekstów"), kind_name(*given)});
      return;
    }
    for (const RawValue& item : *list) {
      LocalText text = read_local_text(item, "exceptions", file_, diagnostics_);
      if (!is_blank(text)) out_.exceptions.push_back(std::move(text));
    }
  }

  void read_method() {
    out_.method = one_of<Assessment>("method", reader_.text("method").value_or("self"),
                                     {{"self", Assessment::self}, {"third_party", Assessment::third_party}});
    out_.report_url = address(reader_, "report_url");
    if (out_.method == Assessment::third_party) {
      out_.assessor = required("assessor");
    } else if (reader_.value("assessor")) {
      bad(reader_.place("method"), "self", "method",
          both("an 'assessor' looked at the site; write third_party", "witrynę oceniał „assessor”; napisz third_party"),
          "third_party");
    }
  }

  void read_texts() {
    out_.facilities = required("facilities");
    out_.shortcuts = text("shortcuts");
    out_.contact = required("contact");
    out_.email = reader_.required_text("email");
    out_.phone = reader_.required_text("phone");
    if (out_.email.empty() && table_.find("email") && table_.find("email")->as<std::string>()) need("email");
    if (out_.phone.empty() && table_.find("phone") && table_.find("phone")->as<std::string>()) need("phone");
    out_.architecture = required("architecture");
    out_.architecture_url = address(reader_, "architecture_url");
    out_.communication = required("communication");
  }

  void read_apps() {
    const std::string name = std::string(section) + ".apps";
    for (const RawTable* item : reader_.tables("apps")) {
      TableReader reader(*item, file_, name, diagnostics_);
      DeclaredApp app;
      app.span = item->span;
      app.name = text_of(reader, "name", file_, diagnostics_);
      if (is_blank(app.name)) diagnostics_.report(Code::missing_setting, reader.place("name"), {"name", name});
      if (!reader.value("url")) reader.required_text("url");
      app.url = address(reader, "url");
      reader.finish();
      out_.apps.push_back(std::move(app));
    }
  }

  const RawTable& table_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  TableReader reader_;
  DeclarationConfig out_;
};

/// A declaration that changes its language in the middle cannot be read by everyone.
void check_languages(const Config& config, const LocalText& text, std::string_view key, const Span& span,
                     Diagnostics& diagnostics) {
  if (!text.any.empty() || is_blank(text)) return;  // a text that is missing altogether was told
  for (const std::string& language : config.languages) {
    const auto found = text.by_language.find(language);
    if (found != text.by_language.end() && !found->second.empty()) continue;
    diagnostics.report(Code::setting_value, {config.file, span},
                       {"{…}", std::string(key),
                        both("it has no text in the language '" + language + "', which the site has",
                             "brakuje tekstu w języku „" + language + "”, w którym jest witryna")});
  }
}

}  // namespace

Span DeclarationConfig::span_of(std::string_view setting) const {
  const auto found = spans.find(setting);
  return found == spans.end() ? span : found->second;
}

Date DeclarationConfig::next_review() const {
  return (looked_at().year() + std::chrono::years(1)) / 3 / 31;
}

DeclarationConfig read_declaration(const RawTable& table, const std::string& file, Diagnostics& diagnostics) {
  return DeclarationReader(table, file, diagnostics).read();
}

void settle_declaration(Config& config, Diagnostics& diagnostics) {
  if (!config.declaration) return;
  DeclarationConfig& out = *config.declaration;
  if (out.entity.empty() && config.publisher) out.entity = config.publisher->name;
  if (out.entity.empty()) {
    diagnostics.report(Code::missing_setting, {config.file, out.span_of("entity")}, {"entity", section});
  }
  if (out.site_name.empty()) out.site_name = config.title;
  if (out.site_url.empty()) out.site_url = config.base_url.text();
  const auto check = [&](const LocalText& text, std::string_view key) {
    check_languages(config, text, key, out.span_of(key), diagnostics);
  };
  check(out.entity, "entity");
  check(out.site_name, "site_name");
  check(out.assessor, "assessor");
  check(out.facilities, "facilities");
  check(out.shortcuts, "shortcuts");
  check(out.contact, "contact");
  check(out.architecture, "architecture");
  check(out.communication, "communication");
  for (const LocalText& each : out.exceptions) check(each, "exceptions");
  for (const DeclaredApp& each : out.apps) check_languages(config, each.name, "name", each.span, diagnostics);
  for (const Barrier& each : out.non_accessible) {
    check_languages(config, each.text, "text", each.span, diagnostics);
    check_languages(config, each.reason, "reason", each.span, diagnostics);
    check_languages(config, each.alternative, "alternative", each.span, diagnostics);
  }
}

}  // namespace kronika
