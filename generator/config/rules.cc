// Rules are declared, not programmed: a kind, and the paths of the values that it looks at.
#include "generator/config/rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/config/config.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

/// The settings that a kind needs, and those that it may have, besides `rule` and `where`. Of the `either` settings one
/// must be there, and only one where `alone` says so.
struct KindRow {
  RuleKind kind;
  std::string_view name, needs, may, either;
  bool alone = false;
};

constexpr KindRow kinds[] = {
    {RuleKind::unique, "unique", "fields", "", ""},
    {RuleKind::required, "required", "field", "", ""},
    {RuleKind::one_of, "one_of", "fields", "", ""},
    {RuleKind::equal, "equal", "field other", "", ""},
    {RuleKind::among, "among", "field other", "", ""},
    {RuleKind::not_before, "not_before", "field other", "", ""},
    {RuleKind::after, "after", "field other", "", ""},
    {RuleKind::at_most, "at_most", "field", "", "other at_most", true},
    {RuleKind::at_least, "at_least", "field", "", "other at_least", true},
    {RuleKind::sum, "sum", "field", "", "equals at_most_field", true},
    {RuleKind::total, "total", "field at_most_total", "", ""},
    {RuleKind::days, "days", "from to", "", "at_least at_most"},
    {RuleKind::years, "years", "from to years", "", ""},
    {RuleKind::no_overlap, "no_overlap", "from to", "by", ""},
    {RuleKind::covers, "covers", "field", "times", ""},
    {RuleKind::count, "count", "", "field from to", "at_least at_most"},
    {RuleKind::not_expired, "not_expired", "field", "soon", ""},
    {RuleKind::fresh, "fresh", "field days", "", ""},
    {RuleKind::has_text, "has_text", "field words", "", ""},
};

const KindRow* row_of(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kinds), std::end(kinds), [&](const KindRow& row) { return row.name == name; });
  return found == std::end(kinds) ? nullptr : found;
}

/// The words of a list, which spaces part.
std::vector<std::string> words(std::string_view list) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(' ', at), list.size());
    out.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool lists(std::string_view list, std::string_view word) {
  const auto all = words(list);
  return std::find(all.begin(), all.end(), word) != all.end();
}

constexpr std::int64_t most_years = 100, most_days = 36'500, most_words = 10'000;

class RuleReader {
 public:
  RuleReader(const RawTable& table, const std::string& section, const std::string& file, Diagnostics& diagnostics)
      : table_(table),
        section_(section),
        file_(file),
        diagnostics_(diagnostics),
        reader_(table, file, section, diagnostics) {}

  std::optional<Rule> read() {
    const std::string name = reader_.required_text("rule");
    const KindRow* row = row_of(name);
    if (!row) {
      report_kind(name);
      return std::nullopt;
    }
    row_ = row;
    rule_.kind = row->kind;
    rule_.span = table_.span;
    read_paths();
    read_numbers();
    if (takes("times")) read_times();
    rule_.where = read_conditions(reader_, section_, file_, diagnostics_);
    const bool complete = check_needs() && check_either();
    reader_.finish();
    return complete ? std::optional(std::move(rule_)) : std::nullopt;
  }

 private:
  bool takes(std::string_view setting) const {
    return lists(row_->needs, setting) || lists(row_->may, setting) || lists(row_->either, setting);
  }

  void read_paths() {
    if (const auto field = path("field")) rule_.fields = {*field};
    if (const auto fields = paths("fields"); !fields.empty()) rule_.fields = fields;
    rule_.other = path("other");
    rule_.equals = path("equals");
    rule_.at_most_path = path(rule_.kind == RuleKind::total ? "at_most_total" : "at_most_field");
    rule_.from = path("from");
    rule_.to = path("to");
    rule_.by = paths("by");
  }

  void read_numbers() {
    if (takes("at_least")) rule_.least = reader_.number("at_least");
    if (takes("at_most")) rule_.most = reader_.number("at_most");
    if (takes("years")) rule_.number = reader_.integer("years", 1, most_years).value_or(1);
    if (takes("days")) rule_.number = reader_.integer("days", 1, most_days).value_or(1);
    if (takes("words")) rule_.number = reader_.integer("words", 1, most_words).value_or(1);
    if (takes("soon")) rule_.soon = reader_.integer("soon", 1, most_days).value_or(0);
  }

  /// Is every setting there that the kind cannot do without? (A path of the wrong type was told, and is none.)
  bool check_needs() {
    for (const std::string& need : words(row_->needs)) {
      if (!table_.find(need)) reader_.required_text(need);
    }
    const auto has = [&](const char* need, bool there) { return there || !lists(row_->needs, need); };
    const RawValue* fields = table_.find("fields");
    if (const auto* list = fields ? fields->as<RawArray>() : nullptr; takes("fields") && list && list->empty()) {
      report_value("fields", "[]", both("name at least one field", "podaj co najmniej jedno pole"));
    }
    return has("field", !rule_.fields.empty()) && has("fields", !rule_.fields.empty()) &&
           has("other", rule_.other.has_value()) && has("from", rule_.from.has_value()) &&
           has("to", rule_.to.has_value()) && has("at_most_total", rule_.at_most_path.has_value());
  }

  bool check_either() {
    const auto either = words(row_->either);
    if (either.empty()) return true;
    const auto given = std::count_if(either.begin(), either.end(),
                                     [&](const std::string& setting) { return table_.find(setting) != nullptr; });
    if (given == 0) {
      diagnostics_.report(Code::missing_setting, {file_, table_.span},
                          {both(either[0] + "' or '" + either[1], either[0] + "” albo „" + either[1]), section_});
    } else if (given > 1 && row_->alone) {
      report_value(
          either[1], either[1],
          both("give it or " + either[0] + ", not both", "podaj je albo " + either[0] + ", nie jedno i drugie"));
    } else if (rule_.least && rule_.most && *rule_.least > *rule_.most) {
      report_value("at_least", "at_least", both("it is greater than at_most", "jest większe niż at_most"));
    }
    return rule_.other || rule_.equals || rule_.at_most_path || rule_.least || rule_.most;
  }

  void report_value(std::string_view key, std::string value, std::string reason) {
    diagnostics_.report(Code::setting_value, reader_.place(key),
                        {std::move(value), std::string(row_->name), std::move(reason)});
  }

  std::optional<FieldPath> path(std::string_view key) {
    if (!takes(key)) return std::nullopt;
    const auto text = reader_.text(key);
    return text ? std::optional(field_path(*text, reader_.place(key).span)) : std::nullopt;
  }

  std::vector<FieldPath> paths(std::string_view key) {
    std::vector<FieldPath> out;
    if (!takes(key)) return out;
    for (const std::string& text : reader_.text_or_texts(key).value_or(std::vector<std::string>{})) {
      out.push_back(field_path(text, reader_.place(key).span));
    }
    return out;
  }

  void read_times() {
    const auto times = reader_.text("times");
    if (!times) return;
    rule_.once = *times == "once";
    if (rule_.once || *times == "at_least_once") return;
    diagnostics_.report(Code::setting_value, reader_.place("times"),
                        {*times, "times", both("it is once or at_least_once", "to once albo at_least_once")},
                        nearest(*times, std::vector<std::string>{"once", "at_least_once"}));
  }

  void report_kind(const std::string& name) {
    if (name.empty()) return;
    std::vector<std::string> names;
    for (const KindRow& row : kinds) names.emplace_back(row.name);
    diagnostics_.report(Code::setting_value, reader_.place("rule"),
                        {name, "rule", both("there is no such rule", "nie ma takiej reguły")}, nearest(name, names));
  }

  const RawTable& table_;
  const std::string& section_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  TableReader reader_;
  const KindRow* row_ = nullptr;
  Rule rule_;
};

std::string plain(const RawValue& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* truth = value.as<bool>()) return *truth ? "true" : "false";
  if (const auto* whole = value.as<std::int64_t>()) return std::to_string(*whole);
  if (const auto* decimal = value.as<double>()) return fmt::format("{}", *decimal);
  if (const auto* day = value.as<Date>()) return iso(*day);
  return "";
}

/// TOML reads `dotacje.kwota = "…"` as a table in a table.
void add_conditions(const RawTable& where, const std::string& before, const std::string& section,
                    const std::string& file, Diagnostics& diagnostics, std::vector<Condition>& out) {
  for (const RawEntry& entry : where.entries) {
    if (const auto* inner = entry.value.as<RawTable>()) {
      add_conditions(*inner, before + entry.key + ".", section, file, diagnostics, out);
      continue;
    }
    Condition condition{field_path(before + entry.key, entry.key_span), {}};
    if (const auto* list = entry.value.as<RawArray>()) {
      for (const RawValue& item : *list) condition.values.push_back(plain(item));
    } else {
      condition.values.push_back(plain(entry.value));
    }
    const auto& values = condition.values;
    if (values.empty() || std::find(values.begin(), values.end(), "") != values.end()) {
      diagnostics.report(Code::setting_type, {file, entry.value.span},
                         {section + ".where." + condition.path.text,
                          both("a text, a number, a day, true, false or a list of them",
                               "tekst, liczba, dzień, true, false albo ich lista"),
                          kind_name(entry.value)});
    }
    out.push_back(std::move(condition));
  }
}

}  // namespace

std::string_view name_of(RuleKind kind) {
  return kinds[static_cast<std::size_t>(kind)].name;
}

std::vector<Condition> read_conditions(TableReader& table, const std::string& section, const std::string& file,
                                       Diagnostics& diagnostics) {
  std::vector<Condition> out;
  if (const RawTable* where = table.table("where")) add_conditions(*where, "", section, file, diagnostics, out);
  return out;
}

std::vector<Rule> read_rules(TableReader& collection, const std::string& section, const std::string& file,
                             Diagnostics& diagnostics) {
  std::vector<Rule> rules;
  for (const RawTable* table : collection.tables("rules")) {
    if (auto rule = RuleReader(*table, section + ".rules", file, diagnostics).read()) rules.push_back(std::move(*rule));
  }
  return rules;
}

const FieldPath* first_path(const Rule& rule) {
  if (!rule.fields.empty()) return &rule.fields.front();
  return rule.from ? &*rule.from : nullptr;
}

const Field* table_of(const Rule& rule, const Schema& schema) {
  const FieldPath* path = first_path(rule);
  const Field* field = path ? schema.find(path->names.front()) : nullptr;
  const bool into_it = path && (path->names.size() > 1 || rule.kind == RuleKind::count);
  return field && field->type == FieldType::table && into_it ? field : nullptr;
}

}  // namespace kronika
