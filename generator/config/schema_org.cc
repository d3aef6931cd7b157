// Which terms schema.org has is its own affair and changes with its releases; here only their spelling is checked
// (types begin with a capital, properties do not), and that every source is something that entries have.
#include "generator/config/schema_org.h"

#include <algorithm>
#include <array>
#include <utility>

#include "generator/config/config.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

constexpr std::array<std::pair<std::string_view, EntryFact>, 8> facts = {{{"@title", EntryFact::title},
                                                                          {"@url", EntryFact::url},
                                                                          {"@summary", EntryFact::summary},
                                                                          {"@date", EntryFact::date},
                                                                          {"@updated", EntryFact::updated},
                                                                          {"@image", EntryFact::image},
                                                                          {"@language", EntryFact::language},
                                                                          {"@publisher", EntryFact::publisher}}};

bool is_term(std::string_view word, char first, char last) {
  return !word.empty() && word.front() >= first && word.front() <= last &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

class ObjectReader {
 public:
  ObjectReader(std::string section, const std::string& file, Diagnostics& diagnostics)
      : section_(std::move(section)), file_(file), diagnostics_(diagnostics) {}

  SchemaOrgObject object(const RawTable& table) {
    TableReader reader(table, file_, section_, diagnostics_);
    SchemaOrgObject out;
    out.types = reader.text_or_texts("type").value_or(std::vector<std::string>{});
    if (out.types.empty()) reader.required_text("type");
    for (const std::string& type : out.types) {
      if (is_term(type, 'A', 'Z')) continue;
      bad(reader.place("type"), type, "type",
          both("a type of schema.org is written like NewsArticle", "typ schema.org pisze się jak NewsArticle"));
    }
    for (const RawEntry& entry : table.entries) {
      if (entry.key == "type") continue;
      if (entry.key == "each") {
        out.each = reader.text("each").value_or("");
        out.each_span = entry.value.span;
        continue;
      }
      if (!is_term(entry.key, 'a', 'z')) {
        bad({file_, entry.key_span}, entry.key, section_,
            both("a property of schema.org is written like startDate", "własność schema.org pisze się jak startDate"));
      }
      out.properties.push_back({entry.key, sources(entry.key, entry.value)});
    }
    return out;
  }

 private:
  std::vector<SchemaOrgSource> sources(const std::string& key, const RawValue& value) {
    std::vector<SchemaOrgSource> out;
    const auto add = [&](const RawValue& one) {
      if (auto source = this->source(key, one)) out.push_back(std::move(*source));
    };
    if (const auto* list = value.as<RawArray>()) {
      for (const RawValue& one : *list) add(one);
    } else {
      add(value);
    }
    return out;
  }

  std::optional<SchemaOrgSource> source(const std::string& key, const RawValue& value) {
    if (const auto* text = value.as<std::string>()) return from_text(key, *text, value.span);
    if (const auto* number = value.as<std::int64_t>()) return SchemaOrgSource{Literal{*number}};
    if (const auto* number = value.as<double>()) return SchemaOrgSource{Literal{*number}};
    if (const auto* truth = value.as<bool>()) return SchemaOrgSource{Literal{*truth}};
    const auto* table = value.as<RawTable>();
    if (!table) {
      diagnostics_.report(Code::setting_type, {file_, value.span},
                          {key,
                           both("a field, \"@title\", \"=text\", or a table with type or from",
                                "pole, \"@title\", \"=tekst\" albo tabela z type lub from"),
                           kind_name(value)});
      return std::nullopt;
    }
    if (table->find("type") || !table->find("from")) {
      return SchemaOrgSource{std::vector<SchemaOrgObject>{object(*table)}};
    }
    return SchemaOrgSource{field(*table)};
  }

  std::optional<SchemaOrgSource> from_text(const std::string& key, const std::string& text, const Span& span) {
    if (text.starts_with('=')) return SchemaOrgSource{Literal{text.substr(1)}};
    if (!text.starts_with('@')) return SchemaOrgSource{FieldSource{field_path(text, span), {}, {}, {}}};
    std::vector<std::string> known;
    for (const auto& [name, fact] : facts) {
      if (name == text) return SchemaOrgSource{fact};
      known.emplace_back(name);
    }
    bad({file_, span}, text, key, both("there is no such part of an entry", "wpis nie ma takiej części"),
        nearest(text, known));
    return std::nullopt;
  }

  FieldSource field(const RawTable& table) {
    TableReader reader(table, file_, section_, diagnostics_);
    FieldSource out;
    const std::string path = reader.required_text("from");
    out.path = field_path(path, reader.place("from").span);
    if (const auto form = reader.text("as")) read_form(*form, reader.place("as"), out);
    if (const auto format = reader.text("format")) {
      out.format = *format;
      if (format->find("{}") == std::string::npos) {
        bad(reader.place("format"), *format, "format", both("it holds {} for the value", "ma zawierać {} na wartość"));
      }
    }
    if (const RawTable* names = reader.table("map")) {
      TableReader map(*names, file_, section_, diagnostics_);
      for (const RawEntry& entry : names->entries) out.names[entry.key] = map.text(entry.key).value_or("");
    }
    reader.finish();
    return out;
  }

  void read_form(const std::string& form, const Place& place, FieldSource& out) {
    if (form == "key") {
      out.form = ValueForm::key;
    } else if (form == "currency") {
      out.form = ValueForm::currency;
    } else {
      bad(place, form, "as", both("it is key or currency", "to key albo currency"),
          nearest(form, std::vector<std::string>{"key", "currency"}));
    }
  }

  void bad(const Place& place, const std::string& value, const std::string& key, std::string reason,
           std::string suggestion = {}) {
    diagnostics_.report(Code::setting_value, place, {value, key, std::move(reason)}, std::move(suggestion));
  }

  const std::string section_;
  const std::string& file_;
  Diagnostics& diagnostics_;
};

class PathChecker {
 public:
  PathChecker(const CollectionConfig& collection, const Config& config, Diagnostics& diagnostics)
      : collection_(collection), config_(config), diagnostics_(diagnostics) {}

  void check(const SchemaOrgObject& object, const Field* row) {
    if (!object.each.empty()) row = table_of(object);
    for (const SchemaOrgProperty& property : object.properties) {
      for (const SchemaOrgSource& source : property.sources) {
        if (const auto* field = std::get_if<FieldSource>(&source.what)) check(*field, property.name, row);
        if (const auto* inner = std::get_if<std::vector<SchemaOrgObject>>(&source.what)) check(inner->front(), row);
        if (std::holds_alternative<EntryFact>(source.what)) check(std::get<EntryFact>(source.what), property.name);
      }
    }
  }

 private:
  const Field* table_of(const SchemaOrgObject& object) {
    const Field* field = collection_.schema.find(object.each);
    if (field && field->type == FieldType::table) return field;
    std::vector<std::string> tables;
    for (const Field& each : collection_.schema.fields)
      if (each.type == FieldType::table) tables.push_back(each.name);
    report(object.each_span, object.each, "each", both("it is a field of the type table", "to pole typu table"),
           nearest(object.each, tables));
    return nullptr;
  }

  void check(const FieldSource& source, const std::string& property, const Field* row) {
    const auto end = follow(source.path, collection_, row, config_, diagnostics_);
    if (!end || !end->field) return;
    const FieldType type = end->field->value_type();
    if (type == FieldType::table || type == FieldType::data) {
      report(source.path.span, source.path.text, property,
             both("a table is told as objects: { type = \"…\", each = \"" + source.path.text + "\", … }",
                  "tabelę podaje się jako obiekty: { type = \"…\", each = \"" + source.path.text + "\", … }"));
    } else if (type == FieldType::markdown) {
      report(source.path.span, source.path.text, property,
             both("a field of Markdown has no plain text", "pole z Markdownem nie ma zwykłego tekstu"));
    }
  }

  void check(EntryFact fact, const std::string& property) {
    if (fact != EntryFact::publisher || config_.publisher) return;
    report(collection_.span, "@publisher", property,
           both("site.toml has no section [publisher]", "site.toml nie ma sekcji [publisher]"));
  }

  void report(const Span& span, const std::string& value, const std::string& key, std::string reason,
              std::string suggestion = {}) {
    diagnostics_.report(Code::setting_value, {config_.file, span}, {value, key, std::move(reason)},
                        std::move(suggestion));
  }

  const CollectionConfig& collection_;
  const Config& config_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<SchemaOrgObject> read_schema_org(TableReader& collection, const std::string& section,
                                               const std::string& file, Diagnostics& diagnostics) {
  const RawTable* table = collection.table("schema_org");
  if (!table) return std::nullopt;
  return ObjectReader(section + ".schema_org", file, diagnostics).object(*table);
}

void check_schema_org(const Config& config, Diagnostics& diagnostics) {
  for (const CollectionConfig& collection : config.collections) {
    if (collection.schema_org) PathChecker(collection, config, diagnostics).check(*collection.schema_org, nullptr);
  }
}

}  // namespace kronika
