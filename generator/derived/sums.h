// Adding up values of fields, and counting by the terms of a vocabulary.
#pragma once

#include <span>

#include "generator/content/content.h"

namespace kronika {

/// The sum of numbers, decimals or money; of mixed types a decimal. Empty when there is nothing to add.
class Sum {
 public:
  void add(const FieldValue& value);
  FieldValue value() const;

 private:
  bool any_ = false, whole_ = true, money_ = false;
  double total_ = 0;
  std::int64_t units_ = 0;  // whole numbers, or the minor units of money
  std::string currency_;
};

FieldValue sum_of_column(std::span<const Record> rows, std::size_t column);

/// Fills the rows of a table that counts by terms.
void fill_tally(DataTable& table, const SiteModel& model);

}  // namespace kronika
