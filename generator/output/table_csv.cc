// Names of fields do not change with a language, so programs that read the file keep working; labels are for people.
#include "generator/output/table_csv.h"

#include "generator/content/content.h"

namespace kronika {
namespace {

CsvCell::Kind kind_of(const Field& field) {
  const bool number = field.type == FieldType::integer || field.type == FieldType::decimal;
  return number ? CsvCell::Kind::number : CsvCell::Kind::text;
}

}  // namespace

std::string table_csv(const DataTable& table, CsvDialect dialect) {
  const std::vector<Field>& fields = table.config->fields.fields;
  std::vector<std::vector<CsvCell>> rows(1);
  for (const Field& field : fields) {
    if (!field.hidden) rows[0].push_back({field.name});
  }
  for (const Record& record : table.records.rows) {
    std::vector<CsvCell>& row = rows.emplace_back();
    for (std::size_t c = 0; c < fields.size(); ++c) {
      if (!fields[c].hidden) row.push_back({plain_value(record.values[c], fields[c]), kind_of(fields[c])});
    }
  }
  return csv(rows, dialect);
}

}  // namespace kronika
