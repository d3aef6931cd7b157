// What spreadsheets do to numbers that are no numbers, undone where that is certain.
#pragma once

#include <string>

#include "generator/content/field_types.h"
#include "generator/importing/sheet.h"

namespace kronika {

enum class Repair {
  none,
  zeros,   // zeros at the beginning of a code put back
  serial,  // a number of days made a date
  digits   // a code without the marks of a number: ",0", "E+09", a missing hyphen of a postal code
};

struct RepairedText {
  std::string text;  // for read_field with Typing::from_text
  Repair repair = Repair::none;
  bool lost_digits = false;  // "1,23E+09": nothing can bring them back
};

/// Can the digits be another identifier that slipped into this column? A nine-digit REGON in the column of NIPs must
/// not be taken for a NIP without its zero.
enum class Swap { possible, excluded };

/// One value of a field (of a list: one item). Zeros are put back only where the sum agrees, if the type has one.
/// Spaces at both ends, and an apostrophe or ="…" by which spreadsheets mark texts, are dropped without a word.
RepairedText repair(const SheetCell& cell, const Field& field, DateSystem dates, Swap swap, const FieldContext&);

/// Does the field's reader accept the text? Reports nothing.
bool is_readable(const std::string& text, const Field& field, const FieldContext&);

}  // namespace kronika
