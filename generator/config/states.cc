// States follow from dates, so that no list says "open" of a call that closed yesterday.
#include "generator/config/states.h"

#include <algorithm>

#include "generator/config/collections.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

StateStep read_step(const RawTable& table, const std::string& section, const std::string& file,
                    Diagnostics& diagnostics) {
  TableReader reader(table, file, section, diagnostics);
  StateStep step;
  step.state = reader.required_text("state");
  step.from = reader.text_or_texts("from").value_or(std::vector<std::string>{});
  if (const auto after = reader.text_or_texts("after")) {
    if (!step.from.empty()) {
      diagnostics.report(Code::setting_value, reader.place("after"),
                         {"after", section,
                          both("a state begins with a date or after one, not both",
                               "stan zaczyna się od daty albo po dacie, nie jedno i drugie")});
    }
    step.from = *after;
    step.after = true;
  }
  step.needs = reader.text("needs").value_or("");
  reader.finish();
  return step;
}

StateHistory read_history(const RawTable& table, const std::string& section, const std::string& file,
                          Diagnostics& diagnostics) {
  TableReader reader(table, file, section, diagnostics);
  StateHistory history;
  history.table = reader.required_text("table");
  history.from = reader.required_text("from");
  history.to = reader.required_text("to");
  history.value = reader.required_text("value");
  history.holds = reader.required_text("holds");
  history.otherwise = reader.required_text("otherwise");
  reader.finish();
  return history;
}

/// Steps or a history, and overrides of what one of them gives.
void check_parts(const StateRule& rule, const TableReader& field, const std::string& section,
                 Diagnostics& diagnostics) {
  if (rule.steps.empty() && !rule.history) {
    diagnostics.report(Code::missing_setting, field.place("overrides"),
                       {both("states' or 'history", "states” albo „history"), section});
  } else if (!rule.steps.empty() && rule.history) {
    diagnostics.report(Code::setting_value, field.place("history"),
                       {"history", section,
                        both("a state follows from dates or from a history, not both",
                             "stan wynika z dat albo z historii, nie z jednego i drugiego")});
  }
}

class StateChecker {
 public:
  StateChecker(const CollectionConfig& collection, const Config& config, Diagnostics& diagnostics)
      : collection_(collection), config_(config), diagnostics_(diagnostics) {}

  void check(const Field& field) {
    for (const StateStep& step : field.states->steps) {
      for (const std::string& name : step.from) {
        const bool built_in = name == config_.front_matter.date || name == config_.front_matter.expires;
        if (!built_in) check_date(name, collection_.schema, field.span_of("states"));
      }
      if (!step.needs.empty() && !collection_.schema.find(step.needs)) {
        unknown(step.needs, collection_.schema, field.span_of("states"));
      }
    }
    if (const auto& history = field.states->history) check_history(*history, field.span_of("history"));
  }

  /// A day is asked of the search, whose parameters have one name each and mean one thing.
  void check_as_of(const Field& field) {
    const std::string& name = field.as_of;
    const auto wrong = [&](std::string reason) {
      diagnostics_.report(Code::setting_value, {config_.file, field.span_of("as_of")},
                          {name, "as_of", std::move(reason)});
    };
    if (!field.states || !field.states->history || !field.facet || !field.under.empty()) {
      return wrong(both("only a filter (facet = true) with a history, under no other field, can be asked for a day",
                        "o dzień można pytać tylko filtr (facet = true) z ustawieniem history, nie stojący pod innym "
                        "polem"));
    }
    if (!is_parameter_name(name)) {
      return wrong(both("the name of a parameter has letters a–z, digits and _ only",
                        "nazwa parametru składa się tylko z liter a–z, cyfr i znaku _"));
    }
    if (is_request_parameter(name) || name == config_.front_matter.date || is_field(name))
      return wrong(both("this name is taken by the search or by a field", "tę nazwę ma już wyszukiwarka albo pole"));
    if (const std::string first = as_of_parameter(config_); first != name) {
      return wrong(both("one day is asked of all histories, so all name one parameter; here it is '" + first + "'",
                        "o jeden dzień pyta się wszystkie historie, więc parametr jest jeden: „" + first + "”"));
    }
    check_days(*field.states->history, wrong);
  }

 private:
  void check_history(const StateHistory& history, const Span& span) {
    const Field* table = collection_.schema.find(history.table);
    if (!table || table->type != FieldType::table) return unknown(history.table, collection_.schema, span);
    check_date(history.from, table->fields, span);
    check_date(history.to, table->fields, span);
    const Field* value = table->fields.find(history.value);
    if (!value) return unknown(history.value, table->fields, span);
    if (value->type == FieldType::choice || value->type == FieldType::text) return;
    wrong(history.value, "history", both("it is no field for a choice or a text", "to nie jest pole wyboru ani tekstu"),
          span);
  }

  template <class Wrong>
  void check_days(const StateHistory& history, Wrong wrong) const {
    const Field* table = collection_.schema.find(history.table);
    for (const std::string& name : {history.from, history.to}) {
      const Field* column = table ? table->fields.find(name) : nullptr;
      if (!column || column->type == FieldType::date) continue;
      return wrong(both("the column '" + name + "' must be a date, since what changes within a day has no state of it",
                        "kolumna „" + name + "” musi mieć typ date, bo stan zmieniany w ciągu dnia nie ma dnia"));
    }
  }

  bool is_field(const std::string& name) const {
    const auto& all = config_.collections;
    return std::any_of(all.begin(), all.end(), [&](const CollectionConfig& c) { return c.schema.find(name); });
  }

  static bool is_parameter_name(std::string_view name) {
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  }

  void check_date(const std::string& name, const Schema& schema, const Span& span) {
    const Field* field = schema.find(name);
    if (!field) return unknown(name, schema, span);
    if (field->type == FieldType::date || field->type == FieldType::datetime) return;
    wrong(name, &schema == &collection_.schema ? "states" : "history",
          both("it is no field for a date", "to nie jest pole z datą"), span);
  }

  void wrong(const std::string& name, std::string setting, std::string reason, const Span& span) {
    diagnostics_.report(Code::setting_value, {config_.file, span}, {name, std::move(setting), std::move(reason)});
  }

  void unknown(const std::string& name, const Schema& schema, const Span& span) {
    std::vector<std::string> names;
    for (const Field& field : schema.fields) names.push_back(field.name);
    diagnostics_.report(Code::unknown_reference_target, {config_.file, span},
                        {both("field of this collection", "pole tej kolekcji"), name}, nearest(name, names));
  }

  const CollectionConfig& collection_;
  const Config& config_;
  Diagnostics& diagnostics_;
};

/// Only an entry has states: its rows have none of their own.
void refuse_in_columns(const Schema& columns, const char* owner, const Config& config, Diagnostics& diagnostics) {
  for (const Field& column : columns.fields) {
    if (!column.states || column.type != FieldType::choice) continue;
    const char* setting = column.states->history ? "history" : "states";
    diagnostics.report(Code::setting_without_use, {config.file, column.span_of(setting)}, {setting, owner});
  }
}

}  // namespace

std::optional<StateRule> read_state_rule(TableReader& field, const std::string& section, const std::string& file,
                                         Diagnostics& diagnostics) {
  StateRule rule;
  for (const RawTable* step : field.tables("states")) {
    rule.steps.push_back(read_step(*step, section + ".states", file, diagnostics));
  }
  for (const RawTable* table : field.tables("overrides")) {
    TableReader reader(*table, file, section + ".overrides", diagnostics);
    rule.overrides.push_back({reader.required_text("state"), reader.text("instead_of").value_or("")});
    reader.finish();
  }
  if (const RawTable* history = field.table("history")) {
    rule.history = read_history(*history, section + ".history", file, diagnostics);
  }
  if (rule.steps.empty() && rule.overrides.empty() && !rule.history) return std::nullopt;
  check_parts(rule, field, section, diagnostics);
  return rule;
}

void check_states(const Config& config, Diagnostics& diagnostics) {
  for (const TableConfig& table : config.tables) refuse_in_columns(table.fields, "table", config, diagnostics);
  for (const CollectionConfig& collection : config.collections) {
    for (const Field& field : collection.schema.fields) {
      StateChecker checker(collection, config, diagnostics);
      if (field.states && field.type == FieldType::choice) checker.check(field);
      if (!field.as_of.empty()) checker.check_as_of(field);
      refuse_in_columns(field.fields, "table", config, diagnostics);
    }
  }
}

std::string as_of_parameter(const Config& config) {
  for (const CollectionConfig& collection : config.collections) {
    for (const Field& field : collection.schema.fields)
      if (!field.as_of.empty()) return field.as_of;
  }
  return "";
}

}  // namespace kronika
