// Tables and lists that nobody writes: rows picked out of collections, and counts of them by the terms of a vocabulary.
#pragma once

#include <string>
#include <vector>

#include "generator/config/rules.h"
#include "generator/config/schema.h"

namespace kronika {

struct DerivedColumn {
  FieldPath path;
  std::string name;  // defaults to the last name of the path
  LocalText label;   // defaults to the label of the field at its end
};

struct DerivedSort {
  std::string column;
  bool descending = false;
};

/// Rows of a collection: its entries, or the rows of one of their tables. `from = "konkursy.nagrody"`.
struct Selection {
  std::string collection, table;  // table "" : the entries themselves
  Span span;
  std::vector<Condition> where;
  std::vector<DerivedColumn> columns;
  std::vector<DerivedSort> sort;    // none: the collection's order
  std::vector<std::string> totals;  // columns that are summed below the rows
};

/// Something counted or summed for each term.
struct TallyColumn {
  std::string name;
  LocalText label;
  std::vector<FieldPath> count;  // collections or tables of theirs: "wydarzenia", "nabory.dotacje"
  std::vector<FieldPath> sum;    // "wydarzenia.uczestnicy"
  std::vector<Condition> where;
  Span span;
};

/// One row for each term of a vocabulary. `rows = "dzialania"`, `by = "dzialanie"`.
struct Tally {
  std::string vocabulary;
  FieldPath by;  // the field of every counted entry that holds the term
  std::vector<TallyColumn> columns;
  bool total = false;
  Span span;
};

/// A table on the page of every entry that `match` leads to.
struct PageList {
  std::string name;
  LocalText label;
  FieldPath match;  // from a row of the selection to the entry: "nominacja.podmiot"
  Selection selection;
  Schema schema;  // of its columns
};

/// Reads `from`, `where`, `columns`, `sort`, `totals`. Mistakes are reported.
Selection read_selection(TableReader& table, const std::string& section, const std::string& file, Diagnostics&);
/// Reads `rows`, `by`, `columns`, `total`. Mistakes are reported.
Tally read_tally(TableReader& table, const std::string& section, const std::string& file, Diagnostics&);
/// Reads `[[collections.NAME.lists]]`.
std::vector<PageList> read_page_lists(TableReader& collection, const std::string& section, const std::string& file,
                                      Diagnostics&);

/// Gives derived tables and lists their columns' schemas, once all sections are read; reports names that lead nowhere.
void settle_derived(Config&, Diagnostics&);

}  // namespace kronika
