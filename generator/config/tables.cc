// Tables are data without pages: their fields are those of a collection, less what only a page can give a meaning.
#include <algorithm>
#include <array>

#include "generator/config/collections.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

/// What these values are relative to, lead from or are drawn on is a page.
constexpr std::array<FieldType, 6> page_types = {FieldType::table,     FieldType::data, FieldType::markdown,
                                                 FieldType::reference, FieldType::file, FieldType::image};

/// Lower case only: what is called alike on every disk and in every address.
bool is_table_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

void check_column(const Field& field, const std::string& file, Diagnostics& diagnostics) {
  const FieldType type = field.value_type();
  const auto refuse = [&](std::string_view setting, std::string value, std::string reason) {
    diagnostics.report(Code::setting_value, {file, field.span_of(setting)},
                       {std::move(value), std::string(setting), std::move(reason)});
  };
  if (std::find(page_types.begin(), page_types.end(), type) != page_types.end()) {
    refuse(field.of ? "of" : "type", std::string(name_of(type)),
           both("a table's row is no page, so it can only hold plain values",
                "wiersz tabeli nie jest stroną, więc mieści tylko proste wartości"));
  }
  if (field.facet) {
    refuse("facet", "true",
           both("the search filters pages, not rows of a table; remove it",
                "wyszukiwarka filtruje strony, a nie wiersze tabeli; usuń to ustawienie"));
  }
  if (!field.under.empty()) {
    refuse("under", field.under,
           both("a table's row is no page, so its fields do not stand under one another; remove it",
                "wiersz tabeli nie jest stroną, więc jego pola nie stoją jedno pod drugim; usuń to ustawienie"));
  }
  if (field.role != Role::none) {
    refuse("role", field.name,
           both("a table's row is no page, so its fields have no role; remove it",
                "wiersz tabeli nie jest stroną, więc jego pola nie mają ról; usuń to ustawienie"));
  }
}

TableConfig read_table_section(const RawEntry& entry, const RawTable& section, const std::string& file,
                               Diagnostics& diagnostics) {
  const std::string name = "tables." + entry.key;
  TableReader reader(section, file, name, diagnostics);
  TableConfig table{entry.key, {entry.key, {}}, {}, entry.key_span};
  if (const RawValue* title = reader.value("title")) table.title = read_local_text(*title, "title", file, diagnostics);
  if (section.find("from") || section.find("rows")) {
    if (section.find("from")) {
      table.selection = read_selection(reader, name, file, diagnostics);
    } else {
      table.tally = read_tally(reader, name, file, diagnostics);
    }
    reader.finish();
    return table;
  }
  if (const RawTable* fields = reader.table("fields")) {
    table.fields = read_schema(*fields, file, name + ".fields", diagnostics);
    for (const Field& field : table.fields.fields) check_column(field, file, diagnostics);
  }
  const RawValue* written = section.find("fields");
  const auto* fields = written ? written->as<RawTable>() : nullptr;
  if (!written || (fields && fields->entries.empty())) {
    diagnostics.report(Code::missing_setting, {file, entry.key_span}, {"fields", name});
  }
  reader.finish();
  return table;
}

}  // namespace

std::vector<TableConfig> read_table_sections(const RawTable& tables, const std::string& file,
                                             Diagnostics& diagnostics) {
  std::vector<TableConfig> out;
  for (const RawEntry& entry : tables.entries) {
    const auto* section = entry.value.as<RawTable>();
    if (section && is_table_name(entry.key)) {
      out.push_back(read_table_section(entry, *section, file, diagnostics));
    } else {
      diagnostics.report(Code::setting_value, {file, entry.key_span},
                         {entry.key, "tables",
                          both("a table is a section [tables.NAME] called as its file: letters a–z, digits, - and _",
                               "tabela to sekcja [tables.NAZWA], nazwana jak jej plik: litery a–z, cyfry, - i _")});
    }
  }
  return out;
}

}  // namespace kronika
