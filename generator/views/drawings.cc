// From columns of a table to the values that charts/ draws. Which columns is the author's choice; the defaults are the
// first of them that can be meant.
#include "generator/views/drawings.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "generator/charts/charts.h"
#include "generator/core/nearest.h"
#include "generator/rules/walk.h"
#include "generator/views/maps.h"

namespace kronika {
namespace {

std::optional<ChartKind> chart_kind(std::string_view written) {
  constexpr std::array<std::pair<std::string_view, ChartKind>, 3> kinds = {
      {{"bars", ChartKind::bars}, {"lines", ChartKind::lines}, {"parts", ChartKind::parts}}};
  for (const auto& [name, kind] : kinds) {
    if (written == name) return kind;
  }
  return std::nullopt;
}

/// Categories and series of a chart; title, description and unit are the caller's.
void fill_series(Chart& chart, const Schema& schema, const RecordList& records, std::size_t label,
                 const Columns& columns, const ValueContext& context) {
  const auto& fields = schema.fields;
  for (const std::size_t column : columns) chart.series.push_back({fields[column].label.in(context.language), {}});
  for (const Record& row : records.rows) {
    chart.categories.push_back(display(row.values[label], fields[label], context.model, context.language));
    for (std::size_t s = 0; s < columns.size(); ++s) {
      chart.series[s].values.push_back(number_of(row.values[columns[s]]));
    }
  }
}

class ComponentDrawer {
 public:
  ComponentDrawer(const DrawnComponent& written, const ValueContext& context, Diagnostics& diagnostics)
      : written_(written), context_(context), diagnostics_(diagnostics), table_(written.table) {}

  ComponentDrawing draw() {
    if (text_of("title").empty()) return {};  // which is told
    if (written_.component.draws == Draws::tile_map) return table_ ? draw_map() : draw_links();
    return table_ ? draw_chart() : ComponentDrawing{};
  }

 private:
  const FieldValue* value_of(std::string_view name) const {
    const auto at = written_.component.parameters.index_of(name);
    return at && !written_.values[*at].empty() ? &written_.values[*at] : nullptr;
  }

  std::string text_of(std::string_view name) const {
    const FieldValue* value = value_of(name);
    const auto* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
  }

  const Field& field(std::size_t column) const { return table_->config->fields.fields[column]; }

  void report(Code code, const FieldValue* where, std::vector<std::string> arguments, std::string suggestion = {}) {
    failed_ = true;
    Place place = written_.place;
    if (where) place.span = where->span;
    diagnostics_.report(code, std::move(place), std::move(arguments), std::move(suggestion));
  }

  /// The columns that a field of the component names. Unknown ones are reported.
  Columns named(const FieldValue* names) {
    if (!names) return {};
    Diagnostics found;
    Columns out = named_columns(table_->config->fields, table_->config->name, *names, written_.place.file, found);
    for (Diagnostic& each : found.sorted()) {
      failed_ = true;
      diagnostics_.report(each.code, std::move(each.place), std::move(each.arguments), std::move(each.suggestion));
    }
    return out;
  }

  template <class Fits>
  std::optional<std::size_t> first_column(Fits fits) const {
    const auto& fields = table_->config->fields.fields;
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (!fields[c].hidden && fits(c)) return c;
    }
    return std::nullopt;
  }

  bool holds_numbers(std::size_t column) const { return is_number(field(column).type); }

  /// Leaves out, and reports, columns without numbers.
  Columns only_numbers(Columns columns, const char* name) {
    std::erase_if(columns, [&](std::size_t column) {
      if (holds_numbers(column)) return false;
      report(Code::bad_value, value_of(name),
             {field(column).name, name, both("this column has no numbers", "w tej kolumnie nie ma liczb")});
      return true;
    });
    return columns;
  }

  /// The unit that the author gives, else the currency of the amounts; different currencies are reported.
  std::string unit_of(const Columns& columns) {
    if (const std::string given = text_of("unit"); !given.empty()) return given;
    std::set<std::string> currencies;
    for (const std::size_t column : columns) {
      for (const Record& row : table_->records.rows) {
        if (const auto* money = row.values[column].as<Money>()) currencies.insert(money->currency);
      }
    }
    if (currencies.empty()) return "";
    if (currencies.size() > 1) {
      report(Code::undrawable, nullptr,
             {both("amounts in different currencies; choose columns in one",
                   "kwoty w różnych walutach; wybierz kolumny w jednej")});
    }
    return *currencies.begin() == "PLN" && context_.language == "pl" ? "zł" : *currencies.begin();
  }

  std::optional<ChartKind> kind() {
    const std::string written = text_of("kind");
    if (written.empty()) return ChartKind::bars;
    if (const auto named = chart_kind(written)) return named;
    report(Code::bad_value, value_of("kind"),
           {written, "kind", both("it is bars, lines or parts", "może to być bars, lines albo parts")},
           nearest(written, std::vector<std::string>{"bars", "lines", "parts"}));
    return std::nullopt;
  }

  ComponentDrawing draw_chart() {
    const auto label_names = named(value_of("label"));
    const auto label = label_names.empty() ? first_column([](std::size_t) { return true; }) : label_names[0];
    Columns columns = only_numbers(named(value_of("values")), "values");
    for (std::size_t c = 0; !value_of("values") && c < table_->config->fields.fields.size(); ++c) {
      if (!field(c).hidden && holds_numbers(c) && c != label) columns.push_back(c);
    }
    const auto chosen = kind();
    if (!label || !chosen || failed_) return {};
    Chart chart = chart_of(*label, columns);
    chart.kind = *chosen;
    if (const std::string reason = why_not(chart); !reason.empty()) {
      report(Code::undrawable, nullptr, {reason});
      return {};
    }
    columns.insert(columns.begin(), *label);
    return {kronika::draw(chart), columns};
  }

  Chart chart_of(std::size_t label, const Columns& columns) {
    Chart chart;
    chart.id = written_.id;
    chart.title = text_of("title");
    chart.description = text_of("description");
    chart.unit = unit_of(columns);
    chart.language = std::string(context_.language);
    chart.words = chart_words(context_.theme, context_.language);
    fill_series(chart, table_->config->fields, table_->records, label, columns, context_);
    return chart;
  }

  const Vocabulary* tiles_of(std::size_t column) const {
    if (field(column).type != FieldType::choice) return nullptr;
    const Vocabulary* vocabulary = context_.model.vocabulary(field(column).vocabulary);
    return vocabulary && vocabulary->has_tiles() ? vocabulary : nullptr;
  }

  ComponentDrawing draw_map() {
    const auto named_key = named(value_of("key"));
    const auto named_value = only_numbers(named(value_of("value")), "value");
    const auto key = named_key.empty() ? first_column([&](std::size_t c) { return tiles_of(c) != nullptr; })
                                       : std::optional(named_key[0]);
    const auto value = named_value.empty() ? first_column([&](std::size_t c) { return holds_numbers(c); })
                                           : std::optional(named_value[0]);
    if (failed_) return {};
    if (!key || !tiles_of(*key) || !value) {
      report(Code::undrawable, value_of("key"),
             {value ? both("a map needs a column whose vocabulary has the keys tile_row and tile_column",
                           "mapa potrzebuje kolumny, której słownik ma klucze tile_row i tile_column")
                    : both("the table has no column of numbers", "tabela nie ma kolumny z liczbami")});
      return {};
    }
    const auto values = values_by_key(*key, *value);
    TileMap map = map_of(*tiles_of(*key), context_, [&](const Term& term) {
      const auto found = values.find(term.value);
      return found == values.end() ? std::nullopt : found->second;
    });
    map.unit = unit_of({*value});
    if (map.unit.empty()) map.unit = field(*value).label.in(context_.language);
    return {drawn(std::move(map)), {*key, *value}};
  }

  std::map<std::string, std::optional<double>> values_by_key(std::size_t key, std::size_t value) {
    std::map<std::string, std::optional<double>> out;
    for (const Record& row : table_->records.rows) {
      const auto* term = row.values[key].as<std::string>();
      if (!term || out.emplace(*term, number_of(row.values[value])).second) continue;
      report(Code::undrawable, nullptr,
             {both("'" + *term + "' stands in two rows", "„" + *term + "” stoi w dwóch wierszach")});
    }
    return out;
  }

  /// Without data the tiles only lead to the pages of a vocabulary's terms.
  ComponentDrawing draw_links() {
    const FieldValue* written = value_of("vocabulary");
    const std::string name = text_of("vocabulary");
    if (value_of("data")) return {};  // unknown, which is told
    if (name.empty()) {
      report(Code::missing_parameter, nullptr, {"vocabulary", written_.component.name});
      return {};
    }
    const Vocabulary* vocabulary = context_.model.vocabulary(name);
    if (!vocabulary) {
      std::vector<std::string> names;
      for (const Vocabulary& each : context_.model.vocabularies) names.push_back(each.name);
      report(Code::unknown_reference_target, written,
             {both("section [vocabularies.NAME]", "sekcja [vocabularies.NAZWA]"), name}, nearest(name, names));
      return {};
    }
    if (!vocabulary->has_tiles()) {
      report(Code::undrawable, written,
             {both("no term of the vocabulary '" + name + "' has the keys tile_row and tile_column",
                   "żadne hasło słownika „" + name + "” nie ma kluczy tile_row i tile_column")});
      return {};
    }
    TileMap map = map_of(*vocabulary, context_, [](const Term&) { return std::nullopt; });
    map.has_values = false;
    return {drawn(std::move(map)), {}};
  }

  std::string drawn(TileMap map) const {
    map.id = written_.id;
    map.title = text_of("title");
    map.description = text_of("description");
    return kronika::draw(map);
  }

  const DrawnComponent& written_;
  const ValueContext& context_;
  Diagnostics& diagnostics_;
  const DataTable* table_;
  bool failed_ = false;  // a mistake of this component was reported: others are told on other threads
};

}  // namespace

std::string draw_records(const Field& table, const RecordList& records, const std::string& id,
                         const ValueContext& context) {
  const auto kind = chart_kind(table.chart);
  Columns columns;
  for (std::size_t c = 1; c < table.fields.fields.size(); ++c) {
    if (is_number(table.fields.fields[c].type)) columns.push_back(c);
  }
  if (!kind || columns.empty()) return "";
  Chart chart;
  chart.kind = *kind;
  chart.id = id;
  chart.title = table.label.in(context.language);
  chart.language = std::string(context.language);
  chart.words = chart_words(context.theme, context.language);
  fill_series(chart, table.fields, records, 0, columns, context);
  return why_not(chart).empty() ? draw(chart) : "";
}

ComponentDrawing draw_component(const DrawnComponent& written, const ValueContext& context, Diagnostics& diagnostics) {
  return ComponentDrawer(written, context, diagnostics).draw();
}

}  // namespace kronika
