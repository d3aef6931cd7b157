#include "generator/output/csv.h"

#include <doctest/doctest.h>

namespace kronika {
namespace {

using Kind = CsvCell::Kind;

TEST_CASE("a cell is quoted when it must be, and when a spreadsheet would drop its zeros") {
  struct Case {
    CsvCell cell;
    const char* rfc4180;
    const char* spreadsheet;
  };
  const Case cases[] = {
      {{"Żółta łódź", Kind::text}, "Żółta łódź\r\n", "\xEF\xBB\xBFŻółta łódź\r\n"},
      {{"0087265955", Kind::text}, "\"0087265955\"\r\n", "\xEF\xBB\xBF\"0087265955\"\r\n"},
      {{"dom \"Pod lipą\", Kielce", Kind::text},
       "\"dom \"\"Pod lipą\"\", Kielce\"\r\n",
       "\xEF\xBB\xBF\"dom \"\"Pod lipą\"\", Kielce\"\r\n"},
      {{"dwa\nwiersze", Kind::text}, "\"dwa\nwiersze\"\r\n", "\xEF\xBB\xBF\"dwa\nwiersze\"\r\n"},
      {{"a;b", Kind::text}, "\"a;b\"\r\n", "\xEF\xBB\xBF\"a;b\"\r\n"},
      {{"12.5", Kind::number},
       "12.5\r\n",
       "\xEF\xBB\xBF"
       "12,5\r\n"},
      {{"-3", Kind::number}, "-3\r\n", "\xEF\xBB\xBF-3\r\n"},
      {{"=SUM(A1)", Kind::text}, "'=SUM(A1)\r\n", "\xEF\xBB\xBF'=SUM(A1)\r\n"},
      {{"", Kind::text}, "\r\n", "\xEF\xBB\xBF\r\n"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.cell.text);
    const std::vector<std::vector<CsvCell>> rows = {{each.cell}};
    CHECK(csv(rows, CsvDialect::rfc4180) == each.rfc4180);
    CHECK(csv(rows, CsvDialect::spreadsheet) == each.spreadsheet);
  }
}

TEST_CASE("rows end with CRLF and cells are parted as their reader expects") {
  const std::vector<std::vector<CsvCell>> rows = {{{"nazwa"}, {"kwota"}}, {{"Rój"}, {"10.5", Kind::number}}};
  CHECK(csv(rows, CsvDialect::rfc4180) == "nazwa,kwota\r\nRój,10.5\r\n");
  CHECK(csv(rows, CsvDialect::spreadsheet) == "\xEF\xBB\xBFnazwa;kwota\r\nRój;10,5\r\n");
}

TEST_CASE("the spreadsheet's file is named after the program's") {
  CHECK(spreadsheet_name("dane/rejestr.csv") == "dane/rejestr-excel.csv");
}

}  // namespace
}  // namespace kronika
