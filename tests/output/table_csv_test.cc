#include "generator/output/table_csv.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

Field field(const char* name, FieldType type, bool hidden = false) {
  Field out;
  out.name = name;
  out.type = type;
  out.hidden = hidden;
  return out;
}

}  // namespace

TEST_CASE("a table is written with its fields' names and its values as data, without hidden columns") {
  TableConfig config;
  config.name = "towns";
  config.fields.fields = {field("name", FieldType::text),     field("note", FieldType::text, true),
                          field("share", FieldType::decimal), field("grant", FieldType::money),
                          field("since", FieldType::date),    field("code", FieldType::teryt)};
  DataTable table{&config, "", {}};
  const auto add = [&](auto... values) {
    Record record;
    (record.values.push_back(FieldValue{values, {}}), ...);
    table.records.rows.push_back(std::move(record));
  };
  const std::monostate nothing;
  add(std::string("A; \"B\""), std::string("secret"), 12.5, Money{125050, "PLN"}, *parse_date("2026-03-14"),
      std::string("0201"));
  add(std::string("=1+1"), nothing, nothing, nothing, nothing, nothing);
  CHECK(table_csv(table, CsvDialect::rfc4180) ==
        "name,share,grant,since,code\r\n\"A; \"\"B\"\"\",12.5,1250.50 PLN,2026-03-14,\"0201\"\r\n'=1+1,,,,\r\n");
  CHECK(table_csv(table, CsvDialect::spreadsheet) ==
        "\xEF\xBB\xBFname;share;grant;since;code\r\n\"A; \"\"B\"\"\";12,5;1250.50 PLN;2026-03-14;\"0201\"\r\n"
        "'=1+1;;;;\r\n");
}

}  // namespace kronika
