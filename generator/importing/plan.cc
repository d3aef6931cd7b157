// Rows are planned one by one, and then held against each other: two must not be about one entry, nor take one number.
#include "generator/importing/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/importing/row_planner.h"

namespace kronika {
namespace {

/// Words for a place that an office knows from its spreadsheet.
std::string words_for(const Span& span, const SheetRow& row, const Sheet& sheet) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Span& cell = row.cells[i].span;
    if (cell.line != span.line || cell.column != span.column || cell.length != span.length) continue;
    const std::string header = trimmed_cell(sheet.header[i].text), column = column_letters(i + 1);
    return both(fmt::format("row {}, column {} '{}'", row.number, column, header),
                fmt::format("wiersz {}, kolumna {} „{}”", row.number, column, header));
  }
  return both(fmt::format("row {}", row.number), fmt::format("wiersz {}", row.number));
}

class Planner {
 public:
  Planner(const PlanGround& ground, Diagnostics& diagnostics) : ground_(ground), diagnostics_(diagnostics) {}

  ImportPlan run() {
    RowPlanner rows(ground_);
    for (const SheetRow& row : ground_.sheet.rows) {
      Diagnostics told;
      plan_.rows.push_back(rows.plan(row, plan_, told));
      for (Diagnostic each : told.sorted()) {
        each.context = words_for(each.place.span, row, ground_.sheet);
        diagnostics_.report(std::move(each));
      }
    }
    refuse_twins();
    while (refuse_taken_values()) {
    }
    find_missing();
    return std::move(plan_);
  }

 private:
  void spoil(std::size_t row, Code code, const Span& span, std::vector<std::string> arguments) {
    PlannedRow& planned = plan_.rows[row];
    diagnostics_.report({code,
                         {ground_.sheet.file, span},
                         std::move(arguments),
                         {},
                         words_for(span, ground_.sheet.rows[row], ground_.sheet)});
    planned.kind = PlannedRow::Kind::bad;
    planned.bytes.clear();
  }

  void refuse_twins() {
    std::map<std::string, int> first;  // entry, or identifier of a new one → row
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      const PlannedRow& row = plan_.rows[i];
      std::vector<std::string> names;
      if (row.entry) names.push_back(row.path);
      for (const FieldChange& change : row.changes)
        if (!row.entry && is_identifier(*change.key)) names.push_back(change.key->name + "=" + change.after);
      const auto twin =
          std::find_if(names.begin(), names.end(), [&](const auto& name) { return first.contains(name); });
      if (twin != names.end()) {
        spoil(i, Code::entry_twice, row.span, {std::to_string(first[*twin])});
      }
      for (std::string& name : names) first.emplace(std::move(name), row.number);
    }
  }

  const FieldChange* change_of(const PlannedRow& row, const FrontMatterKey& key) const {
    for (const FieldChange& change : row.changes)
      if (change.key == &key && !change.kept) return &change;
    return nullptr;
  }

  bool works(const PlannedRow& row) const {
    return row.kind == PlannedRow::Kind::fresh || row.kind == PlannedRow::Kind::changed;
  }

  /// True when a row was refused: then another may take its old value no more.
  bool refuse_taken_values() {
    bool refused = false;
    for (const FrontMatterKey& key : ground_.site.keys) {
      if (key.built_in.empty() && key.field.unique) refused = refuse_taken_values(key) || refused;
    }
    return refused;
  }

  bool refuse_taken_values(const FrontMatterKey& key) {
    std::map<std::string, std::string> owners = unchanged_owners(key);
    bool refused = false;
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      const PlannedRow& row = plan_.rows[i];
      const FieldChange* change = works(row) ? change_of(row, key) : nullptr;
      if (!change || change->after.empty()) continue;
      const auto [owner, fresh] = owners.emplace(change->after, row.path);
      if (fresh) continue;
      spoil(i, Code::not_unique, change->cell, {key.name, change->after, owner->second});
      refused = true;
    }
    return refused;
  }

  std::map<std::string, std::string> unchanged_owners(const FrontMatterKey& key) const {
    std::vector<bool> changes(ground_.site.entries.size());
    for (const PlannedRow& row : plan_.rows)
      if (row.entry && works(row) && change_of(row, key)) changes[*row.entry] = true;
    std::map<std::string, std::string> owners;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Page& page = ground_.site.entries[i].page;
      const FieldValue value = value_of(page, key);
      if (!changes[i] && !value.empty()) owners.emplace(plain_value(value, key.field), page.path);
    }
    return owners;
  }

  void find_missing() {
    std::vector<bool> seen(ground_.site.entries.size());
    for (const PlannedRow& row : plan_.rows)
      if (row.entry) seen[*row.entry] = true;
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (!seen[i]) plan_.missing.push_back(i);
  }

  const PlanGround& ground_;
  Diagnostics& diagnostics_;
  ImportPlan plan_;
};

}  // namespace

std::size_t ImportPlan::count(PlannedRow::Kind kind) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const PlannedRow& row) { return row.kind == kind; }));
}

ImportPlan plan_import(const Sheet& sheet, const std::vector<ImportColumn>& columns, const PlanRules& rules,
                       const ImportSite& site, Diagnostics& diagnostics) {
  const bool known = std::any_of(columns.begin(), columns.end(),
                                 [](const ImportColumn& column) { return is_identifier(*column.key); });
  if (!known) {
    std::string names;
    for (const FrontMatterKey& key : site.keys)
      if (is_identifier(key)) names += (names.empty() ? "" : ", ") + key.name;
    diagnostics.report(Code::no_identifier_column, {sheet.file, sheet.header.front().span}, {names});
    return {};
  }
  const EntryIndex index(site);
  return Planner({sheet, columns, rules, site, index}, diagnostics).run();
}

}  // namespace kronika
