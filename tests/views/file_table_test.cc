#include "generator/views/file_table.h"

#include <doctest/doctest.h>

#include "tests/config/told.h"

namespace kronika {
namespace {

TEST_CASE("a column of numbers holds numbers, all others texts") {
  Diagnostics diagnostics;
  const auto file = read_file_table(
      "content/a/t.csv", "nazwa;osoby;udzial_w;kod\nBusko;12;1,5;0123\nKielce; 7 ;-2;0456\nOpatów;;;\n", diagnostics);
  CHECK(told(diagnostics).empty());
  REQUIRE(file);
  const auto& fields = file->config.fields.fields;
  CHECK(fields[0].type == FieldType::text);
  CHECK(fields[1].type == FieldType::integer);
  CHECK(fields[2].type == FieldType::decimal);
  CHECK(fields[2].label.in("pl") == "udzial w");
  CHECK(fields[3].type == FieldType::text);  // a code keeps its zero
  CHECK(*file->table.records.rows[1].values[1].as<std::int64_t>() == 7);
  CHECK(*file->table.records.rows[0].values[2].as<double>() == 1.5);
  CHECK(file->table.records.rows[2].values[1].empty());
  CHECK(file->table.attachment == "content/a/t.csv");
}

TEST_CASE("a table that cannot be read is told in its file") {
  for (const char* bytes : {"a,a\n1,2\n", "a,\n1,2\n", "a,b\n1\n", "\xFF\n"}) {
    CAPTURE(bytes);
    Diagnostics diagnostics;
    read_file_table("content/a/t.csv", bytes, diagnostics);
    REQUIRE_FALSE(told(diagnostics).empty());
    CHECK(told(diagnostics)[0].starts_with("content/a/t.csv:"));
  }
}

}  // namespace
}  // namespace kronika
