// The page that a row makes is read again by the passes of a build, so that no check is forgotten and nothing is
// written that says something else than was meant.
#include "generator/importing/row_planner.h"

#include <algorithm>

#include "generator/importing/page_after.h"
#include "generator/importing/toml_text.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

class Row {
 public:
  Row(const PlanGround& ground, const SheetRow& row, ImportPlan& plan, Diagnostics& told)
      : ground_(ground), row_(row), plan_(plan), told_(told) {
    out_.number = row.number;
    out_.span = row.span;
  }

  /// Which entry the row is about. False when that cannot be told.
  bool match() {
    const ImportColumn* said_by = nullptr;
    bool any = false, good = true;
    for (const int rank : {1, 2, 3}) {
      for (const ImportColumn& column : ground_.columns) {
        if (identifier_rank(*column.key) != rank) continue;
        const ReadCell cell = read(column);
        good = good && !cell.bad;
        if (cell.value.empty()) continue;
        any = true;
        good = take(column, cell, said_by) && good;
      }
    }
    if (any || !good) return good;
    std::string names;
    for (const ImportColumn& column : ground_.columns)
      if (is_identifier(*column.key)) names += (names.empty() ? "" : ", ") + column.header;
    report(Code::row_without_identifier, row_.span, {names});
    return false;
  }

  void compare() {
    for (const ImportColumn& column : ground_.columns) {
      if (column.key->built_in != "slug") compare(column);
    }
  }

  void add_constants() {
    for (const Constant& constant : ground_.rules.constants) {
      const bool said = std::any_of(edits_.begin(), edits_.end(),
                                    [&](const KeyEdit& edit) { return edit.key == constant.key->name; });
      if (said) continue;
      add_edit(*constant.key, constant.value);
      meant_.push_back({constant.key, constant.value});
    }
  }

  /// "" and a report when there is neither a slug nor a title to make one of.
  std::string new_slug() {
    for (const ImportColumn& column : ground_.columns) {
      if (column.key->built_in != "slug") continue;
      const std::string written = RowCells(ground_.sheet, row_, ground_.columns, context()).text(column);
      if (written.empty()) continue;
      if (slugify(written) == written) return written;
      report(Code::bad_slug, row_.cells[column.cell].span, {written}, slugify(written));
      bad_ = true;
      return "";
    }
    const std::string slug = slugify(title());
    if (!slug.empty()) return slug;
    const FrontMatterKey& key = ground_.site.keys.front();
    report(Code::missing_key, places().of(key.name), {key.name, both("title", "tytuł")});
    bad_ = true;
    return "";
  }

  void settle(const std::string& new_path) {
    const SiteEntry* entry = this->entry();
    if (!entry) out_.path = new_path;
    out_.title = entry ? entry->page.title : title();
    if (bad_ || edits_.empty()) return;
    const PageAfter after = page_after(ground_.site, entry, out_.path, edits_, meant_, places(), told_);
    bad_ = !after.good;
    out_.bytes = after.bytes;
  }

  PlannedRow finish() {
    const bool writes = std::any_of(out_.changes.begin(), out_.changes.end(), [](const auto& c) { return !c.kept; });
    if (bad_ || !row_.good) {
      out_.kind = PlannedRow::Kind::bad;
      out_.bytes.clear();
    } else if (!out_.entry) {
      out_.kind = PlannedRow::Kind::fresh;
    } else if (!out_.changes.empty()) {
      out_.kind = PlannedRow::Kind::changed;
      if (!writes) out_.bytes.clear();
    }
    return std::move(out_);
  }

  void spoil() { bad_ = true; }
  bool is_bad() const { return bad_ || !row_.good; }
  const std::optional<std::size_t>& found() const { return out_.entry; }

 private:
  const SiteEntry* entry() const { return out_.entry ? &ground_.site.entries[*out_.entry] : nullptr; }

  FieldContext context() const {
    const SiteData& data = ground_.site.data;
    return {data.vocabularies, data.tables, ground_.site.source, ground_.sheet.file, folder_, Typing::from_text, told_};
  }

  ReadCell read(const ImportColumn& column) {
    folder_ = entry() ? entry()->page.folder : "content/" + ground_.site.collection.name;
    const FieldContext context = this->context();
    ReadCell cell = RowCells(ground_.sheet, row_, ground_.columns, context).read(column);
    if (!cell.bad) check_references(column, cell);
    return cell;
  }

  void check_references(const ImportColumn& column, ReadCell& cell) {
    if (column.key->field.value_type() != FieldType::reference) return;
    const auto slugs = ground_.site.slugs.find(column.key->field.collection);
    const auto check = [&](const FieldValue& value) {
      const auto* reference = value.as<Reference>();
      if (!reference || slugs == ground_.site.slugs.end() || slugs->second.contains(reference->slug)) return;
      report(Code::dangling_reference, row_.cells[column.cell].span, {reference->slug, column.key->field.collection});
      cell.bad = true;
    };
    check(cell.value);
    if (const auto* items = cell.value.as<ValueList>()) std::for_each(items->begin(), items->end(), check);
  }

  /// One identifier of the row; false when it says another entry than the ones before it.
  bool take(const ImportColumn& column, const ReadCell& cell, const ImportColumn*& said_by) {
    const auto found = ground_.index.find(*column.key, plain_value(cell.value, column.key->field));
    const bool names_page = column.key->built_in == "slug";
    if (!found && !(names_page && out_.entry)) return true;
    if (!out_.entry) {
      out_.entry = found;
      out_.path = entry()->page.path;
      said_by = &column;
      return true;
    }
    if (found == out_.entry) return true;
    report(Code::identifier_conflict, row_.cells[column.cell].span,
           {said_by->header, entry()->page.path, column.header,
            found ? ground_.site.entries[*found].page.path : both("no entry", "żaden wpis")});
    return false;
  }

  void compare(const ImportColumn& column) {
    const SiteEntry* entry = this->entry();
    const FieldValue before = entry ? value_of(entry->page, *column.key) : FieldValue{};
    const std::string plain = before.empty() ? "" : plain_value(before, column.key->field);
    const Span& span = row_.cells[column.cell].span;
    if (entry && !plain.empty() && trimmed_cell(row_.cells[column.cell].text) == plain) return;
    const ReadCell cell = read(column);
    if (cell.bad) {
      bad_ = true;
      return;
    }
    if (cell.repair != Repair::none) ++plan_.repairs[{column.header, cell.repair}];
    if (cell.value.empty()) return clear(column, plain, span);
    if (entry && says_the_same(before, cell.value, *column.key)) return;
    const std::string repaired = cell.repair == Repair::none ? "" : trimmed_cell(row_.cells[column.cell].text);
    out_.changes.push_back({column.key, plain, plain_value(cell.value, column.key->field), false, span, repaired});
    add_edit(*column.key, cell.value);
    // People group a telephone number as they say it; its normal form is for programs.
    if (column.key->field.type == FieldType::phone && cell.repair == Repair::none)
      edits_.back().values = {toml_string(cell.text)};
    meant_.push_back({column.key, cell.value});
  }

  void clear(const ImportColumn& column, const std::string& plain, const Span& span) {
    const bool written = entry() && entry()->front_matter.find(column.key->name);
    if (!written || plain.empty()) return;
    const bool kept = !ground_.rules.clear_empty;
    out_.changes.push_back({column.key, plain, "", kept, span, ""});
    if (kept) return;
    edits_.push_back({column.key->name, KeyEdit::Kind::removal});
    meant_.push_back({column.key, {}});
  }

  void add_edit(const FrontMatterKey& key, const FieldValue& value) { edits_.push_back(edit_of(key, value)); }

  std::string title() const {
    for (const MeantValue& meant : meant_) {
      const bool names = meant.key->built_in == "title" || meant.key->field.role == Role::title;
      if (names && meant.value.as<std::string>()) return *meant.value.as<std::string>();
    }
    return "";
  }

  RowPlaces places() const {
    RowPlaces out{{ground_.sheet.file, row_.span}, {}};
    for (const ImportColumn& column : ground_.columns) out.cells[column.key->name] = row_.cells[column.cell].span;
    return out;
  }

  void report(Code code, const Span& span, std::vector<std::string> arguments, std::string suggestion = {}) {
    told_.report(code, {ground_.sheet.file, span}, std::move(arguments), std::move(suggestion));
  }

  const PlanGround& ground_;
  const SheetRow& row_;
  ImportPlan& plan_;
  Diagnostics& told_;
  std::string folder_;
  PlannedRow out_;
  std::vector<KeyEdit> edits_;
  std::vector<MeantValue> meant_;
  bool bad_ = false;
};

}  // namespace

RowPlanner::RowPlanner(const PlanGround& ground) : ground_(ground) {
  for (const SiteEntry& entry : ground.site.entries) slugs_.insert(entry.page.slug);
}

PlannedRow RowPlanner::plan(const SheetRow& sheet_row, ImportPlan& plan, Diagnostics& told) {
  if (!sheet_row.good) {  // told already; its cells may stand in wrong columns
    Diagnostics ignored;
    Row row(ground_, sheet_row, plan, ignored);
    row.match();
    return row.finish();
  }
  Row row(ground_, sheet_row, plan, told);
  if (!row.match()) row.spoil();
  row.compare();
  if (row.found()) {
    row.settle("");
  } else if (!row.is_bad()) {
    row.add_constants();
    const std::string slug = row.new_slug();
    row.settle(slug.empty() ? "" : free_path(slug));
  }
  return row.finish();
}

std::string RowPlanner::free_path(const std::string& slug) {
  const std::string folder = "content/" + ground_.site.collection.name + "/";
  for (int number = 1;; ++number) {
    const std::string name = number == 1 ? slug : slug + "-" + std::to_string(number);
    const std::string path = folder + name + ".md";
    if (slugs_.contains(name) || ground_.site.source.find(path)) continue;
    slugs_.insert(name);
    return path;
  }
}

}  // namespace kronika
