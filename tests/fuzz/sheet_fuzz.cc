// Any bytes as a table of an office, CSV or XLSX; and as front matter that is edited.
#include "generator/importing/edit.h"
#include "generator/importing/sheet.h"
#include "search/text/utf8.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {
namespace {

void require_table(const Sheet& sheet) {
  int number = 0;
  for (const SheetRow& row : sheet.rows) {
    require(row.cells.size() == sheet.header.size(), "a row is as wide as the header");
    require(sheet.separator == '\0' || row.number > number, "rows of CSV count upwards");
    number = row.number;
    for (const SheetCell& cell : row.cells) require(!first_invalid_utf8(cell.text), "cells are UTF-8");
  }
}

void require_edit(std::string_view input) {
  const std::vector<std::string> order = {"a", "b"};
  const EditedText same = edit_front_matter(input, {}, order);
  require(!same.refusal.empty() || same.bytes == input, "no edit changes nothing");
  const std::vector<KeyEdit> edits = {{"b", KeyEdit::Kind::scalar, {"1"}}};
  const EditedText once = edit_front_matter(input, edits, order);
  if (!once.refusal.empty()) return;
  const EditedText twice = edit_front_matter(once.bytes, edits, order);
  require(twice.refusal.empty() && twice.bytes == once.bytes, "an edit done twice is done once");
}

}  // namespace

void run(std::string_view input) {
  Diagnostics diagnostics;
  require_table(read_sheet(input, "t.csv", diagnostics));
  require_edit(input);
}

}  // namespace kronika::fuzz
