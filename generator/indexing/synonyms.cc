// An office knows which words its readers use; so these are data, not code.
#include "generator/indexing/synonyms.h"

#include <algorithm>

#include "generator/content/data_files.h"
#include "generator/core/nearest.h"
#include "generator/core/raw.h"

namespace kronika {
namespace {

constexpr std::string_view one_way_section = "one_way";

class SynonymReader {
 public:
  SynonymReader(const Source& source, const Config& config, Diagnostics& diagnostics)
      : source_(source), config_(config), diagnostics_(diagnostics) {}

  std::vector<Synonym> read() {
    const auto file = read_data_file(config_.synonyms, {config_.file, config_.synonyms_span},
                                     both("file of synonyms", "plik synonimów"), source_, diagnostics_);
    if (!file) return {};
    file_ = file->path;
    if (file->format == DataFile::Format::toml) {
      read_toml(parse_toml(file->text, file_, 1, diagnostics_));
    } else if (const auto csv = parse_csv(file->text, file_, diagnostics_)) {
      check_columns(*csv);
      for (const RawTable& row : csv->rows) read_row(row);
    }
    return std::move(out_);
  }

 private:
  enum class Ways { both_ways, one_way };

  void read_toml(const std::optional<RawTable>& table) {
    if (!table) return;
    for (const RawEntry& entry : table->entries) {
      const auto* section = entry.value.as<RawTable>();
      if (section && entry.key == one_way_section) {
        for (const RawEntry& each : section->entries) read_entry(each, Ways::one_way);
      } else {
        read_entry(entry, Ways::both_ways);
      }
    }
  }

  void read_entry(const RawEntry& entry, Ways ways) {
    if (const auto* list = entry.value.as<RawArray>()) {
      for (const RawValue& value : *list) read_value(entry.key, value, ways);
    } else {
      read_value(entry.key, entry.value, ways);
    }
  }

  void read_value(const std::string& key, const RawValue& value, Ways ways) {
    if (const auto* meant = value.as<std::string>()) return add(key, *meant, ways);
    diagnostics_.report(
        Code::setting_type, {file_, value.span},
        {key, both("a text in quotes, or a list of them", "tekst w cudzysłowie albo lista takich tekstów"),
         kind_name(value)});
  }

  void check_columns(const RawCsv& csv) {
    const std::vector<std::string> known = {"word", "synonym", std::string(one_way_section)};
    for (const RawCsv::Column& column : csv.columns)
      if (std::find(known.begin(), known.end(), column.name) == known.end())
        diagnostics_.report(Code::unknown_column, {file_, column.span}, {column.name, config_.synonyms},
                            nearest(column.name, known));
  }

  void read_row(const RawTable& row) {
    const std::string word = cell(row, "word"), synonym = cell(row, "synonym");
    for (const auto& [text, column] : {std::pair{&word, "word"}, std::pair{&synonym, "synonym"}})
      if (text->empty())
        diagnostics_.report(Code::missing_key, {file_, row.span}, {column, both("of the synonym", "synonimu")});
    add(word, synonym, cell(row, one_way_section).empty() ? Ways::both_ways : Ways::one_way);
  }

  static std::string cell(const RawTable& row, std::string_view column) {
    const RawValue* value = row.find(column);
    const auto* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
  }

  void add(const std::string& typed, const std::string& meant, Ways ways) {
    if (typed.empty() || meant.empty()) return;
    out_.push_back({typed, meant});
    if (ways == Ways::both_ways) out_.push_back({meant, typed});
  }

  const Source& source_;
  const Config& config_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::vector<Synonym> out_;
};

}  // namespace

std::vector<Synonym> read_synonyms(const Source& source, const Config& config, Diagnostics& diagnostics) {
  if (config.synonyms.empty()) return {};
  return SynonymReader(source, config, diagnostics).read();
}

}  // namespace kronika
