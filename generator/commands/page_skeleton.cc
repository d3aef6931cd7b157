// Written in the language of the site: Polish comments for Polish editors, English for others.
#include "generator/commands/page_skeleton.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/content/field_types.h"

namespace kronika {
namespace {

constexpr std::size_t most_terms = 12;  // of a vocabulary named in a comment

class Skeleton {
 public:
  Skeleton(const Config& config, std::span<const Vocabulary> vocabularies, bool polish)
      : config_(config), vocabularies_(vocabularies), polish_(polish) {}

  std::string text(const std::string& title, const CollectionConfig& collection, Date today) {
    const FrontMatterNames& names = config_.front_matter;
    out_ = "+++\n";
    line(names.title, quoted(title), "");
    line(names.date, iso(today), polish_ ? "dzień publikacji" : "day of publication");
    comment(names.summary + " = \"\"",
            polish_ ? "jedno–dwa zdania na listy i do wyszukiwarki" : "one or two sentences for lists and search");
    comment(names.draft + " = true",
            polish_ ? "dopóki true, strona nie jest publikowana" : "while true, the page is not published");
    out_ += "\n";
    for (const Field& field : collection.schema.fields) {
      if (field.required) add(field);
    }
    for (const Field& field : collection.schema.fields) {
      if (!field.required) add(field);
    }
    out_ += "+++\n\n";
    out_ += polish_ ? "Tu zaczyna się tekst strony.\n" : "The text of the page begins here.\n";
    return out_;
  }

 private:
  static std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + "\"";
  }

  void line(const std::string& key, const std::string& value, const std::string& note) {
    out_ += key + " = " + value + (note.empty() ? "" : "  # " + note) + "\n";
  }
  void comment(const std::string& code, const std::string& note) { out_ += "# " + code + "  # " + note + "\n"; }

  std::string sample(FieldType type) const {
    switch (type) {
      case FieldType::integer:
        return "0";
      case FieldType::decimal:
        return "0.0";
      case FieldType::date:
        return "2026-01-31";
      case FieldType::datetime:
        return "2026-01-31T10:00:00";
      case FieldType::boolean:
        return "false";
      case FieldType::position:
        return "{ lat = 50.87, lon = 20.63 }";
      default:
        return "\"\"";
    }
  }

  std::string note(const Field& field) const {
    const FieldTypeInfo& type = info(field.value_type());
    const std::string& label = field.label.in(polish_ ? "pl" : "en");
    std::string out = label.empty() || label == field.name ? "" : label + ": ";
    if (field.type == FieldType::list) out += polish_ ? "lista; " : "a list; ";
    out += polish_ ? type.polish : type.english;
    if (field.value_type() == FieldType::choice) out += " (" + terms(field.vocabulary) + ")";
    if (field.type == FieldType::data) out += " (" + tables() + ")";
    if (field.value_type() == FieldType::reference) {
      out += fmt::format(
          fmt::runtime(polish_ ? " (nazwa pliku z content/{} bez .md)" : " (a file of content/{} without .md)"),
          field.collection);
    }
    return out;
  }

  std::string terms(const std::string& vocabulary) const {
    const auto found = std::find_if(vocabularies_.begin(), vocabularies_.end(),
                                    [&](const Vocabulary& v) { return v.name == vocabulary; });
    std::string out;
    std::size_t count = 0;
    if (found == vocabularies_.end()) return out;
    for (const Term& term : found->terms) {
      if (++count > most_terms) return out + ", … content/_data/" + vocabulary;
      out += (out.empty() ? "" : ", ") + term.value;
    }
    return out;
  }

  std::string tables() const {
    std::string out;
    for (const TableConfig& table : config_.tables) out += (out.empty() ? "" : ", ") + table.name;
    return out;
  }

  std::string table_row(const Field& field) const {
    std::string out;
    for (const Field& column : field.fields.fields) {
      out += (out.empty() ? "" : ", ") + column.name + " = " + sample(column.type);
    }
    return "[\n#   { " + out + " },\n# ]";
  }

  void add(const Field& field) {
    std::string value = sample(field.value_type());
    if (field.type == FieldType::list) value = "[" + value + "]";
    if (field.type == FieldType::table) {
      out_ += fmt::format("# {}{}\n# {} = {}\n", note(field), field.required ? required() : "", field.name,
                          table_row(field));
    } else if (field.required) {
      line(field.name, value, (polish_ ? "WYMAGANE. " : "REQUIRED. ") + note(field));
    } else {
      comment(field.name + " = " + value, note(field));
    }
  }

  std::string required() const { return polish_ ? " (WYMAGANE)" : " (REQUIRED)"; }

  const Config& config_;
  std::span<const Vocabulary> vocabularies_;
  bool polish_;
  std::string out_;
};

}  // namespace

std::string page_skeleton(const std::string& title, const CollectionConfig& collection, const Config& config,
                          std::span<const Vocabulary> vocabularies, Date today) {
  return Skeleton(config, vocabularies, config.language == "pl").text(title, collection, today);
}

}  // namespace kronika
