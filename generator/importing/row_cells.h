// The cells of one row as values of front matter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/importing/columns.h"
#include "generator/importing/repair.h"

namespace kronika {

struct ReadCell {
  FieldValue value;  // empty where the cell is empty or bad
  bool bad = false;  // what is wrong was reported
  Repair repair = Repair::none;
  std::string text;  // a single value as it was read
};

/// Reads cells of a row, with the map's translations and repairs. Borrows everything.
class RowCells {
 public:
  /// `context` has the sheet's file, the folder of the page, and where mistakes of this row are collected.
  RowCells(const Sheet& sheet, const SheetRow& row, const std::vector<ImportColumn>& columns,
           const FieldContext& context);

  /// As it stands in the cell, without spaces at its ends.
  std::string text(const ImportColumn&) const;
  const Span& span(const ImportColumn&) const;
  ReadCell read(const ImportColumn&) const;

 private:
  std::optional<RepairedText> item(const SheetCell& cell, const ImportColumn& column, ReadCell& out) const;
  RawValue list(const SheetCell& cell, const ImportColumn& column, ReadCell& out) const;
  Swap swap_of(const ImportColumn&) const;
  const SheetCell& cell(const ImportColumn&) const;

  const Sheet& sheet_;
  const SheetRow& row_;
  const std::vector<ImportColumn>& columns_;
  const FieldContext& context_;
};

}  // namespace kronika
