// Vocabularies are data that editors keep: TOML for those who write, CSV for those who have a spreadsheet.
#include <algorithm>
#include <set>

#include "generator/config/language_tag.h"
#include "generator/content/data_files.h"
#include "generator/core/nearest.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view parent_key = "parent";

class VocabularyReader {
 public:
  VocabularyReader(const Source& source, const Config& config, const VocabularyConfig& section,
                   Diagnostics& diagnostics)
      : source_(source), config_(config), section_(section), diagnostics_(diagnostics) {
    vocabulary_.name = section.name;
    vocabulary_.parent = section.parent;
  }

  Vocabulary read() {
    const auto file = read_data_file(section_.name, {config_.file, section_.span},
                                     both("file of the vocabulary", "plik słownika"), source_, diagnostics_);
    if (!file) return std::move(vocabulary_);
    vocabulary_.file = file->path;
    if (file->format == DataFile::Format::toml) {
      read_toml(file->text);
    } else {
      read_csv(file->text);
    }
    return std::move(vocabulary_);
  }

 private:
  void report(Code code, const Span& span, std::vector<std::string> arguments) {
    diagnostics_.report(code, {vocabulary_.file, span}, std::move(arguments));
  }

  void read_toml(const std::string& text) {
    const auto table = parse_toml(text, vocabulary_.file, 1, diagnostics_);
    if (!table) return;
    for (const RawEntry& entry : table->entries) {
      Term term;
      term.value = entry.key;
      if (const auto* label = entry.value.as<std::string>()) {
        term.label.any = *label;
        term.spans["label"] = entry.value.span;
      } else if (const auto* details = entry.value.as<RawTable>()) {
        for (const RawEntry& detail : details->entries) read_detail(term, detail);
      } else {
        report(Code::setting_type, entry.value.span,
               {entry.key,
                both("a label in quotes, or a table with label and description",
                     "nazwa w cudzysłowie albo tabela z kluczami label i description"),
                kind_name(entry.value)});
      }
      add(std::move(term), entry.key_span);
    }
  }

  void read_detail(Term& term, const RawEntry& detail) {
    const bool is_parent = is_parent_key(detail.key);
    if (is_parent) term.parent_span = detail.value.span;
    term.spans[detail.key] = detail.value.span;
    if (detail.key == "label" || detail.key == "description") {
      (detail.key == "label" ? term.label : term.description) =
          read_local_text(detail.value, detail.key, vocabulary_.file, diagnostics_);
    } else if (const auto* text = detail.value.as<std::string>()) {
      (is_parent ? term.parent : term.extra[detail.key]) = *text;
    } else if (const auto* whole = detail.value.as<std::int64_t>()) {
      (is_parent ? term.parent : term.extra[detail.key]) = std::to_string(*whole);
    } else if (const auto* truth = detail.value.as<bool>()) {
      term.extra[detail.key] = *truth ? "true" : "false";
    } else if (const auto list = joined_list(detail.value); list && !is_parent) {
      term.extra[detail.key] = *list;
    } else {
      report(Code::setting_type, detail.value.span,
             {detail.key, both("a text in quotes, or a list of some", "tekst w cudzysłowie albo lista takich tekstów"),
              kind_name(detail.value)});
    }
  }

  /// ["a", "b"] as a cell of a CSV file has it: "a;b".
  static std::optional<std::string> joined_list(const RawValue& value) {
    const auto* list = value.as<RawArray>();
    if (!list || list->empty()) return std::nullopt;
    std::string out;
    for (const RawValue& item : *list) {
      const auto* text = item.as<std::string>();
      if (!text) return std::nullopt;
      out += (out.empty() ? "" : ";") + *text;
    }
    return out;
  }

  void read_csv(const std::string& text) {
    const auto csv = parse_csv(text, vocabulary_.file, diagnostics_);
    if (!csv) return;
    check_parent_column(*csv);
    for (const RawTable& row : csv->rows) {
      Term term;
      for (const RawEntry& cell : row.entries) {
        if (is_parent_key(cell.key)) term.parent_span = cell.value.span;
        read_cell(term, cell.key, *cell.value.as<std::string>());
      }
      if (term.value.empty()) {
        report(Code::missing_key, row.span, {"value", both("key of the term", "klucz hasła")});
      } else {
        add(std::move(term), row.entries.front().value.span);
      }
    }
  }

  bool is_parent_key(std::string_view key) const { return key == parent_key && !section_.parent.empty(); }

  /// One mistake, not one in each row.
  void check_parent_column(const RawCsv& csv) {
    const auto is_parent = [&](const RawCsv::Column& column) { return is_parent_key(column.name); };
    if (section_.parent.empty() || csv.columns.empty() ||
        std::any_of(csv.columns.begin(), csv.columns.end(), is_parent)) {
      return;
    }
    report_missing_parent(csv.columns.front().span);
    vocabulary_.parent.clear();
  }

  void report_missing_parent(const Span& span) {
    report(Code::missing_key, span,
           {std::string(parent_key),
            both("a key of the vocabulary '" + section_.parent + "'", "klucz słownika „" + section_.parent + "”")});
  }

  void read_cell(Term& term, const std::string& column, const std::string& text) const {
    const auto underscore = column.find('_');
    const std::string name = column.substr(0, underscore);
    const std::string language = underscore == std::string::npos ? "" : column.substr(underscore + 1);
    const bool localised = !language.empty() && is_language_tag(language);
    if (column == "value") {
      term.value = text;
    } else if (is_parent_key(column)) {
      term.parent = text;
    } else if ((name == "label" || name == "description") && (underscore == std::string::npos || localised)) {
      LocalText& into = name == "label" ? term.label : term.description;
      if (text.empty()) return;
      (localised ? into.by_language[language] : into.any) = text;
    } else {
      term.extra[column] = text;
    }
  }

  void add(Term term, const Span& span) {
    if (!seen_.insert(term.value).second) return report(Code::duplicate_key, span, {term.value});
    if (term.label.empty()) term.label.any = term.value;
    term.span = span;
    if (term.parent_span.line == 0) term.parent_span = span;
    if (!vocabulary_.parent.empty() && term.parent.empty()) report_missing_parent(term.parent_span);
    term.slug = slugify(term.value);
    if (section_.pages && term.slug.empty()) report(Code::bad_slug, span, {term.value});
    vocabulary_.terms.push_back(std::move(term));
  }

  const Source& source_;
  const Config& config_;
  const VocabularyConfig& section_;
  Diagnostics& diagnostics_;
  Vocabulary vocabulary_;
  std::set<std::string> seen_;
};

}  // namespace

const Term* Vocabulary::find(std::string_view value) const {
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.value == value; });
  return found == terms.end() ? nullptr : &*found;
}

namespace {

/// Keys on several levels are parts of a path: kielecki/checiny.
void check_keys(const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for (const Term& term : vocabulary.terms) {
    if (term.value.find('/') == std::string::npos) continue;
    diagnostics.report(Code::bad_value, {vocabulary.file, term.span},
                       {term.value, "value",
                        both("a key has no / where vocabularies stand under one another",
                             "klucz nie zawiera / tam, gdzie słowniki stoją jeden pod drugim")});
  }
}

/// The terms above must exist.
void check_parents(const std::vector<Vocabulary>& all, Diagnostics& diagnostics) {
  std::set<std::string> with_levels;
  for (const Vocabulary& vocabulary : all) {
    if (!vocabulary.parent.empty()) with_levels.insert({vocabulary.name, vocabulary.parent});
  }
  for (const Vocabulary& vocabulary : all) {
    if (with_levels.contains(vocabulary.name)) check_keys(vocabulary, diagnostics);
    const auto above =
        std::find_if(all.begin(), all.end(), [&](const Vocabulary& v) { return v.name == vocabulary.parent; });
    if (above == all.end() || above->terms.empty()) continue;  // there is none, or it is told why it could not be read
    std::vector<std::string> keys;
    for (const Term& term : above->terms) keys.push_back(term.value);
    for (const Term& term : vocabulary.terms) {
      if (term.parent.empty() || above->find(term.parent)) continue;
      diagnostics.report(Code::not_in_vocabulary, {vocabulary.file, term.parent_span}, {term.parent, above->name},
                         nearest(term.parent, keys));
    }
  }
}

}  // namespace

std::vector<Vocabulary> read_vocabularies(const Source& source, const Config& config, Diagnostics& diagnostics) {
  std::vector<Vocabulary> out;
  for (const VocabularyConfig& section : config.vocabularies) {
    out.push_back(VocabularyReader(source, config, section, diagnostics).read());
  }
  check_parents(out, diagnostics);
  return out;
}

}  // namespace kronika
