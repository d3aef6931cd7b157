// Rules are declared, not programmed: a kind, and the paths of the values that it looks at.
#include "generator/config/rules.h"

#include <algorithm>

#include "generator/config/config.h"
#include "generator/core/nearest.h"
#include "generator/core/table_reader.h"

namespace kronika {
namespace {

/// The settings that a kind needs, and those that it may have, besides `rule` and `where`.
struct KindRow {
  RuleKind kind;
  std::string_view name, needs, may;
};

constexpr KindRow kinds[] = {
    {RuleKind::unique, "unique", "fields", ""},
    {RuleKind::required, "required", "field", ""},
    {RuleKind::one_of, "one_of", "fields", ""},
    {RuleKind::equal, "equal", "field other", ""},
    {RuleKind::among, "among", "field other", ""},
    {RuleKind::not_before, "not_before", "field other", ""},
    {RuleKind::after, "after", "field other", ""},
    {RuleKind::at_most, "at_most", "field", "other at_most"},
    {RuleKind::at_least, "at_least", "field", "other at_least"},
    {RuleKind::sum, "sum", "field", "equals at_most_field"},
    {RuleKind::total, "total", "field at_most_total", ""},
    {RuleKind::days, "days", "from to", "at_least at_most"},
    {RuleKind::years, "years", "from to years", ""},
    {RuleKind::no_overlap, "no_overlap", "from to", "by"},
    {RuleKind::covers, "covers", "field", "times"},
    {RuleKind::count, "count", "", "field at_least at_most from to"},
    {RuleKind::not_expired, "not_expired", "field", "soon"},
    {RuleKind::fresh, "fresh", "field days", ""},
    {RuleKind::has_text, "has_text", "field words", ""},
};

const KindRow* row_of(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kinds), std::end(kinds), [&](const KindRow& row) { return row.name == name; });
  return found == std::end(kinds) ? nullptr : found;
}

/// Is the word one of those in the list, which spaces part?
bool lists(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

constexpr std::int64_t longest_time = 36'500;  // days: a century

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
    if (const auto field = path("field")) rule_.fields = {*field};
    if (const auto fields = paths("fields"); !fields.empty()) rule_.fields = fields;
    rule_.other = path("other");
    rule_.equals = path("equals");
    rule_.at_most_path = path(row->kind == RuleKind::total ? "at_most_total" : "at_most_field");
    rule_.from = path("from");
    rule_.to = path("to");
    rule_.by = paths("by");
    rule_.least = takes("at_least") ? reader_.number("at_least") : std::nullopt;
    rule_.most = takes("at_most") ? reader_.number("at_most") : std::nullopt;
    for (const char* number : {"years", "days", "words"}) {
      if (takes(number)) rule_.number = reader_.integer(number, 1, longest_time).value_or(1);
    }
    if (takes("soon")) rule_.soon = reader_.integer("soon", 1, longest_time).value_or(0);
    if (takes("times")) read_times();
    rule_.where = read_conditions(reader_, section_, file_, diagnostics_);
    for (const char* need : {"field", "fields", "other", "from", "to", "years", "days", "words", "at_most_total"}) {
      if (lists(row->needs, need) && !table_.find(need)) reader_.required_text(need);
    }
    reader_.finish();
    return std::move(rule_);
  }

 private:
  bool takes(std::string_view setting) const { return lists(row_->needs, setting) || lists(row_->may, setting); }

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
    if (std::find(condition.values.begin(), condition.values.end(), "") != condition.values.end()) {
      diagnostics.report(
          Code::setting_type, {file, entry.value.span},
          {section + ".where." + condition.path.text,
           both("a text, a number, true, false or a list of them", "tekst, liczba, true, false albo ich lista"),
           kind_name(entry.value)});
    }
    out.push_back(std::move(condition));
  }
}

/// The table whose rows a rule goes through: the first part of its first path, when that is a table.
const Field* table_of(const FieldPath& path, const CollectionConfig& collection) {
  const Field* field = collection.schema.find(path.names.front());
  return field && field->type == FieldType::table && path.names.size() > 1 ? field : nullptr;
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

void check_rule_paths(const Config& config, Diagnostics& diagnostics) {
  for (const CollectionConfig& collection : config.collections) {
    const auto check = [&](const FieldPath& path) { follow(path, collection, nullptr, config, diagnostics); };
    for (const Rule& rule : collection.rules) {
      for (const FieldPath& path : rule.fields) check(path);
      for (const FieldPath& path : rule.by) check(path);
      for (const auto* path : {&rule.other, &rule.equals, &rule.from, &rule.to}) {
        if (*path) check(**path);
      }
      const Field* row = rule.fields.empty() ? nullptr : table_of(rule.fields.front(), collection);
      for (const Condition& condition : rule.where) follow(condition.path, collection, row, config, diagnostics);
      if (!rule.at_most_path) continue;
      if (rule.kind != RuleKind::total) {
        check(*rule.at_most_path);
        continue;
      }
      FieldPath path = *rule.at_most_path;  // its first name is a collection
      const CollectionConfig* other = config.collection(path.names.front());
      path.names.erase(path.names.begin());
      if (other && !path.names.empty()) {
        follow(path, *other, nullptr, config, diagnostics);
      } else {
        diagnostics.report(Code::unknown_reference_target, {config.file, path.span},
                           {both("collection", "kolekcja"), path.text});
      }
    }
  }
}

}  // namespace kronika
