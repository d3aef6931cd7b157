// Vocabularies are data that editors keep: TOML for those who write, CSV for those who have a spreadsheet.
#include <algorithm>
#include <set>

#include "generator/config/language_tag.h"
#include "generator/content/data_files.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

class VocabularyReader {
 public:
  VocabularyReader(const Source& source, const Config& config, const VocabularyConfig& section,
                   Diagnostics& diagnostics)
      : source_(source), config_(config), section_(section), diagnostics_(diagnostics) {
    vocabulary_.name = section.name;
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
    if (detail.key == "label" || detail.key == "description") {
      (detail.key == "label" ? term.label : term.description) =
          read_local_text(detail.value, detail.key, vocabulary_.file, diagnostics_);
    } else if (const auto* text = detail.value.as<std::string>()) {
      term.extra[detail.key] = *text;
    } else if (const auto* whole = detail.value.as<std::int64_t>()) {
      term.extra[detail.key] = std::to_string(*whole);
    } else {
      report(Code::setting_type, detail.value.span,
             {detail.key, both("a text in quotes", "tekst w cudzysłowie"), kind_name(detail.value)});
    }
  }

  void read_csv(const std::string& text) {
    const auto csv = parse_csv(text, vocabulary_.file, diagnostics_);
    if (!csv) return;
    for (const RawTable& row : csv->rows) {
      Term term;
      for (const RawEntry& cell : row.entries) read_cell(term, cell.key, *cell.value.as<std::string>());
      if (term.value.empty()) {
        report(Code::missing_key, row.span, {"value", both("key of the term", "klucz hasła")});
      } else {
        add(std::move(term), row.entries.front().value.span);
      }
    }
  }

  static void read_cell(Term& term, const std::string& column, const std::string& text) {
    const auto underscore = column.find('_');
    const std::string name = column.substr(0, underscore);
    const std::string language = underscore == std::string::npos ? "" : column.substr(underscore + 1);
    const bool localised = !language.empty() && is_language_tag(language);
    if (column == "value") {
      term.value = text;
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

std::vector<Vocabulary> read_vocabularies(const Source& source, const Config& config, Diagnostics& diagnostics) {
  std::vector<Vocabulary> out;
  for (const VocabularyConfig& section : config.vocabularies) {
    out.push_back(VocabularyReader(source, config, section, diagnostics).read());
  }
  return out;
}

}  // namespace kronika
