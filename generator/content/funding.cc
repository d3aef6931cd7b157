// The strip of marks of a project has rules of its own, and an auditor reads it with a ruler; so a project that breaks
// them is told before anyone sees it.
#include <algorithm>

#include "generator/content/data_files.h"
#include "generator/content/field_types.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

/// "ue;rp" → "ue", "rp".
std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const auto end = std::min(list.find_first_of(";,"), list.size());
    std::string_view word = list.substr(0, end);
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (!word.empty()) out.emplace_back(word);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

class ProjectReader {
 public:
  ProjectReader(const Term& term, const Vocabulary& words, const Config& config, const Source& source,
                Diagnostics& diagnostics)
      : term_(term),
        config_(config),
        source_(source),
        file_(words.file),
        tables_(),
        diagnostics_(diagnostics),
        context_{{&words, 1}, tables_, source_, file_, "content/_data", Typing::strict, diagnostics} {}

  /// Nothing when a mistake was reported.
  std::optional<FundedProject> read() {
    const std::size_t told = diagnostics_.errors();
    FundedProject out;
    out.name = term_.value;
    out.span = term_.span;
    out.title = term_.label;
    if (!term_.spans.contains("label")) need("label", both("the project's title", "tytuł projektu"));
    if (const std::string* programme = extra("programme")) out.programme = *programme;
    out.example = is_example();
    out.value = amount("value", both("the project's value", "wartość projektu"));
    out.eu_share = amount("eu_share", both("the share of the European Union", "wkład Unii Europejskiej"));
    if (diagnostics_.errors() == told) check_amounts(out);
    read_marks(out);
    return diagnostics_.errors() == told ? std::optional(std::move(out)) : std::nullopt;
  }

 private:
  Place place(std::string_view key) const {
    const auto found = term_.spans.find(key);
    return {file_, found == term_.spans.end() ? term_.span : found->second};
  }

  const std::string* extra(std::string_view key) const {
    const auto found = term_.extra.find(key);
    return found == term_.extra.end() || found->second.empty() ? nullptr : &found->second;
  }

  void need(std::string_view key, std::string what) {
    diagnostics_.report(Code::missing_key, place(key), {std::string(key), std::move(what)});
  }

  void bad(std::string_view key, const std::string& value, std::string reason) {
    diagnostics_.report(Code::bad_value, place(key), {value, std::string(key), std::move(reason)});
  }

  /// The key that entries mark examples with marks a project too.
  bool is_example() const {
    const auto field = config_.common_fields.index_of(Role::example);
    const std::string* given = field ? extra(config_.common_fields.fields[*field].name) : nullptr;
    return given && *given == "true";
  }

  Money amount(std::string_view key, std::string what) {
    const std::string* given = extra(key);
    if (!given) {
      need(key, std::move(what));
      return {};
    }
    Field field;
    field.name = key;
    field.type = FieldType::money;
    const bool bare = given->find_first_not_of("0123456789") == std::string::npos;  // 40000 is złoty, as in a field
    const FieldValue value = read_field({bare ? *given + " PLN" : *given, place(key).span, {}}, field, key, context_);
    const auto* money = value.as<Money>();
    return money ? *money : Money{};
  }

  void check_amounts(const FundedProject& project) {
    const std::string& share = *extra("eu_share");
    if (project.value.minor <= 0) bad("value", *extra("value"), both("it is nothing", "to nie jest żadna kwota"));
    if (project.eu_share.minor <= 0) bad("eu_share", share, both("it is nothing", "to nie jest żadna kwota"));
    if (project.value.currency != project.eu_share.currency) {
      bad("eu_share", share, both("its currency is not that of 'value'", "ma inną walutę niż „value”"));
    } else if (project.eu_share.minor > project.value.minor) {
      bad("eu_share", share,
          both("it is more than 'value' (" + *extra("value") + ")", "to więcej niż „value” (" + *extra("value") + ")"));
    }
  }

  void read_marks(FundedProject& out) {
    const FundingConfig& funding = *config_.funding;
    const std::string* given = extra("marks");
    if (!given) return need("marks", both("its marks, as a list", "lista znaków"));
    const FundingMark* flag = nullptr;
    bool all_known = true;
    for (const std::string& name : words_of(*given)) {
      const FundingMark* mark = funding.mark(name);
      if (!mark) {
        diagnostics_.report(Code::unknown_reference_target, place("marks"), {"[funding.marks]", name},
                            nearest(name, funding.mark_names()));
        all_known = false;
        continue;
      }
      if (mark->eu_flag) flag = mark;
      out.marks.push_back(mark);
    }
    if (out.marks.size() > most_funding_marks) {
      bad("marks", *given, both("a strip has at most four marks", "znaków może być najwyżej cztery"));
    }
    if (all_known) check_flag(out, flag, *given);
  }

  void check_flag(const FundedProject& project, const FundingMark* flag, const std::string& given) {
    if (!flag) {
      return bad("marks", given,
                 both("the flag of the European Union is missing (the mark with eu_flag = true)",
                      "brakuje znaku Unii Europejskiej (tego z eu_flag = true)"));
    }
    for (const FundingMark* mark : project.marks) {
      if (mark->eu_flag || !mark->exceeds(*flag)) continue;
      bad("marks", given,
          both("drawn as high as '" + flag->name + "', the mark '" + mark->name +
                   "' is wider than it; no mark may be greater than that of the Union",
               "przy tej samej wysokości znak „" + mark->name + "” jest szerszy niż „" + flag->name +
                   "”, a żaden nie może być większy niż znak Unii"));
    }
  }

  const Term& term_;
  const Config& config_;
  const Source& source_;
  const std::string& file_;
  std::vector<DataTable> tables_;  // none: amounts do not need any
  Diagnostics& diagnostics_;
  FieldContext context_;
};

}  // namespace

std::vector<FundedProject> read_projects(const Source& source, const Config& config,
                                         std::span<const Vocabulary> vocabularies, Diagnostics& diagnostics) {
  std::vector<FundedProject> out;
  if (!config.funding) return out;
  const FundingConfig& funding = *config.funding;
  const auto words = std::find_if(vocabularies.begin(), vocabularies.end(),
                                  [&](const Vocabulary& v) { return v.name == funding.vocabulary; });
  if (words == vocabularies.end() || words->file.empty()) return out;  // that is told already
  if (words->file.ends_with(".csv")) {
    diagnostics.report(Code::setting_value, {config.file, funding.field_span},
                       {funding.field, "field",
                        both("its vocabulary is to be kept in TOML: in CSV the column 'value' is the key of a term",
                             "jego słownik ma być w pliku TOML: w CSV kolumna „value” to klucz hasła")});
    return out;
  }
  std::vector<std::string> names;
  for (const Term& term : words->terms) {
    names.push_back(term.value);
    if (auto project = ProjectReader(term, *words, config, source, diagnostics).read()) {
      out.push_back(std::move(*project));
    }
  }
  if (!funding.default_project.empty() && !words->find(funding.default_project)) {
    diagnostics.report(Code::not_in_vocabulary, {config.file, funding.default_span},
                       {funding.default_project, words->name}, nearest(funding.default_project, names));
  }
  return out;
}

}  // namespace kronika
