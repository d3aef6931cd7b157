// kronika import: what offices have in spreadsheets, held against the entries of a collection.
#include <fmt/format.h>

#include <algorithm>

#include "generator/commands/commands.h"
#include "generator/commands/site_ground.h"
#include "generator/core/failure.h"
#include "generator/core/files.h"
#include "generator/importing/apply.h"
#include "generator/importing/difference.h"

namespace kronika {
namespace {

struct ImportOptions {
  std::string collection;
  std::string file;
  std::string map;
  ImportWrite write = ImportWrite::no;
};

/// Files that messages may be about: the sheet, the map, those of the site.
SourceText texts_of(const Sheet& sheet, const ImportOptions& given, const Source& source) {
  return [&](const std::string& file) -> std::optional<std::string> {
    if (file == sheet.file) return sheet.text.empty() ? std::nullopt : std::optional(sheet.text);
    if (file == given.map) return read_file(file);
    const SourceFile* found = source.find(file);
    return found && found->kind == FileKind::regular ? std::optional(source.read(file)) : std::nullopt;
  };
}

class Import {
 public:
  Import(CommonOptions& options, const ImportOptions& given)
      : options_(options), given_(given), source_(working_tree(options.build.site)) {}

  int run() {
    const SiteGround ground = read_site_ground(*source_, options_);
    const CollectionConfig& collection = find_collection(ground.config, given_.collection);
    if (!read_table()) return finish(2);
    const ImportSite site = read_import_site(*source_, ground.config, ground.data, collection, diagnostics_);
    if (diagnostics_.errors() > errors_of_rows_) return finish(1);
    return plan(site);
  }

 private:
  /// False when the table as a whole cannot be read.
  bool read_table() {
    sheet_ = read_sheet(read_file(given_.file), given_.file, diagnostics_);
    errors_of_rows_ = diagnostics_.errors();
    return !sheet_.header.empty();
  }

  int plan(const ImportSite& site) {
    ImportMap map;
    if (!given_.map.empty()) map = read_import_map(read_file(given_.map), given_.map, diagnostics_);
    const FieldContext of_map{site.data.vocabularies, site.data.tables, site.source, map.file, "content",
                              Typing::from_text,      diagnostics_};
    const PlanRules rules{read_constants(map, site.keys, of_map), map.clear_empty};
    const std::vector<ImportColumn> columns = choose_columns(sheet_, map, site.keys, of_map);
    if (mistakes_in(given_.map)) return finish(2);
    if (diagnostics_.errors() > errors_of_rows_) return finish(1);
    const ImportPlan plan = plan_import(sheet_, columns, rules, site, diagnostics_);
    if (plan.rows.empty() && diagnostics_.errors() > 0) return finish(1);
    if (given_.write == ImportWrite::yes) apply_import(plan, site, options_.build.site);
    fmt::print("{}", difference_text(plan, sheet_, site, given_.write, options_.build.language));
    std::fflush(stdout);
    return finish(diagnostics_.errors() > 0 ? 1 : 0);
  }

  bool mistakes_in(const std::string& file) const {
    const auto all = diagnostics_.sorted();
    return std::any_of(all.begin(), all.end(), [&](const Diagnostic& each) {
      return each.place.file == file && info(each.code).severity == Severity::error;
    });
  }

  int finish(int status) {
    print_diagnostics(diagnostics_, options_, texts_of(sheet_, given_, *source_));
    return status;
  }

  CommonOptions& options_;
  const ImportOptions& given_;
  std::unique_ptr<Source> source_;
  Diagnostics diagnostics_;
  Sheet sheet_;
  std::size_t errors_of_rows_ = 0;
};

}  // namespace

void add_import_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("import", "Compare a spreadsheet with a collection, and take it over");
  auto given = std::make_shared<ImportOptions>();
  command->add_option("collection", given->collection, "The collection, a folder of content/")
      ->type_name("COLLECTION")
      ->required();
  command->add_option("file", given->file, "The table: CSV in any usual form, or XLSX (its first sheet)")
      ->type_name("FILE")
      ->required();
  command->add_option("--map", given->map, "Which column is which field, when they are not called alike (TOML)")
      ->type_name("MAP");
  command->add_flag_callback(
      "--write", [given] { given->write = ImportWrite::yes; }, "Write the difference into the pages, not only show it");
  add_site_options(*command, options);
  add_format_option(*command, options);
  command->footer(
      "Rows are matched by NIP, REGON or KRS, else by slug. Nothing is ever deleted.\n"
      "Exit status: 0 done; 1 some rows are bad, the others are taken; 2 wrong usage, map or environment.\n"
      "Example: kronika import rejestr wykaz.xlsx --map mapa.toml");
  command->callback([&options, &action, given] {
    action = [&options, given] {
      settle(options);
      return Import(options, *given).run();
    };
  });
}

}  // namespace kronika
