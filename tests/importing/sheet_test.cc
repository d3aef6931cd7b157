#include "generator/importing/sheet.h"

#include <doctest/doctest.h>

#include "generator/importing/decode_text.h"
#include "generator/importing/serial_date.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

/// The rows, cells separated by '|', a row a line, its number in front; then what is told.
std::string read(std::string_view bytes) {
  Diagnostics diagnostics;
  const Sheet sheet = read_sheet(bytes, "t.csv", diagnostics);
  std::string out;
  for (const SheetCell& cell : sheet.header) out += "|" + cell.text;
  for (const SheetRow& row : sheet.rows) {
    out += "\n" + std::to_string(row.number) + (row.good ? "" : "!");
    for (const SheetCell& cell : row.cells) out += "|" + cell.text;
  }
  const std::string told = joined(kronika::told(diagnostics));
  return told.empty() ? out : out + "\n" + told;
}

}  // namespace

TEST_CASE("any usual separator and line end give the same table") {
  const std::string table = "|nip|nazwa\n2|1|Ala\n3|2|Ola";
  CHECK(read("nip,nazwa\n1,Ala\n2,Ola\n") == table);
  CHECK(read("nip;nazwa\r\n1;Ala\r\n2;Ola") == table);
  CHECK(read("nip\tnazwa\r1\tAla\r2\tOla\r") == table);
  CHECK(read("nip|nazwa\n1|Ala\n2|Ola\n\n\n") == table);
  CHECK(read("\xEF\xBB\xBFnip;nazwa\n1;Ala\n2;Ola\n;\n") == table);
  CHECK(read("\"nip\";\"nazwa\"\n\"1\";\"Ala\"\n\"2\";Ola\n") == table);
  CHECK(read("sep=;\nnip;nazwa\n1;Ala\n") == "|nip|nazwa\n3|1|Ala");
  CHECK(read("sep=\u017C\n1\n") == "|sep=\u017C\n2|1");
  CHECK(read("\n\nnip;nazwa\n\n1;Ala\n") == "|nip|nazwa\n5|1|Ala");
  CHECK(read("nip\n1\n") == "|nip\n2|1");
}

TEST_CASE("the separator is the one of the header, outside quotes") {
  CHECK(read("\"a,b,c\";nip\n1,5;2\n") == "|a,b,c|nip\n2|1,5|2");
  CHECK(read("nip,\"x;y;z\"\n1,2\n") == "|nip|x;y;z\n2|1|2");
}

TEST_CASE("quoted cells hold separators, quotes and line breaks; rows count as a spreadsheet counts") {
  CHECK(read("a;b\n\"x;\"\"y\"\"\";\"1\n2\"\n3;4\n") == "|a|b\n2|x;\"y\"|1\n2\n3|3|4");
  CHECK(read("a;b\n\"x\r\ny\";1\r\n") == "|a|b\n2|x\ny|1");
  CHECK(read("a;b\nul. \"Nowa\" 3;1\n") == "|a|b\n2|ul. \"Nowa\" 3|1");
}

TEST_CASE("a mistake of a row is told at its place, and the other rows are read") {
  CHECK(read("a;b\n1\n2;3\n") == "|a|b\n2!|1|\n3|2|3\nt.csv:2:1+0 E0902");
  CHECK(read("a;b\n1;2;3\n4;5\n") == "|a|b\n2!|1|2\n3|4|5\nt.csv:2:5+1 E0902");
  CHECK(read("a;b\n1;2;\n") == "|a|b\n2!|1|2\nt.csv:2:5+1 E0902");
  CHECK(read("a;b;\n1;2;\n3;4\n") == "|a|b\n2|1|2\n3|3|4");
  CHECK(read("a;b\n\"x;1\ny;2\n") == "|a|b\n2!|\"x|1\n3|y|2\nt.csv:2:1+1 E0903");
  CHECK(read("a;b\n\"x;1\n\"y\";2\n") == "|a|b\n2!|\"x|1\n3|y|2\nt.csv:2:1+1 E0903");
  CHECK(read("a;b\n\"x\" y;1\nz;2\n") == "|a|b\n2!|x y|1\n3|z|2\nt.csv:2:1+1 E0903");
}

TEST_CASE("letters come from UTF-8, UTF-16 or Windows-1250") {
  const std::string table = "|nazwa\n2|Żółć „Łąka”";
  CHECK(read("nazwa\nŻółć „Łąka”\n") == table);
  CHECK(read("nazwa\n\xAF\xF3\xB3\xE6 \x84\xA3\xB9ka\x94\n") == table);
  CHECK(read("nazwa\nZ\u0307o\u0301łć „Łąka”\n") == table);
  std::string wide = "\xFF\xFE";
  for (const char16_t unit : std::u16string(u"nazwa\nŻółć „Łąka”\n")) {
    wide += static_cast<char>(unit & 0xFF);
    wide += static_cast<char>(unit >> 8);
  }
  CHECK(read(wide) == table);
  CHECK(decode_text("\xB9").encoding == "Windows-1250");
}

TEST_CASE("control characters do not reach the terminal") {
  CHECK(read("na\x1Bzwa\n\x7F\x1B[31mA\tB\u009B\n") == "|nazwa\n2|[31mA\tB");
}

TEST_CASE("what is no table is refused as a whole") {
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view("\n \n"), std::string_view("a\0b", 3), std::string_view("PK\x03\x04zip"),
        std::string_view("\xD0\xCF\x11\xE0"), std::string_view("nazwa\nŻółć \xFF źdźbło\n"),
        std::string_view("\xEF\xBB\xBFnazwa\n\xFF\n")}) {
    CHECK(read(bytes) == "\nt.csv:0:0+1 E0901");
  }
  CHECK(read(std::string(2000, ';') + "a\n") == "\nt.csv:0:0+1 E0901");
}

TEST_CASE("columns have the letters of spreadsheets") {
  CHECK(column_letters(1) == "A");
  CHECK(column_letters(26) == "Z");
  CHECK(column_letters(27) == "AA");
  CHECK(column_letters(702) == "ZZ");
  CHECK(column_letters(703) == "AAA");
}

TEST_CASE("a serial number is a day of one of two systems") {
  const auto day = [](double serial, DateSystem system = DateSystem::from_1900) {
    return date_of_serial(serial, system).value_or("none");
  };
  CHECK(day(1) == "1900-01-01");
  CHECK(day(59) == "1900-02-28");
  CHECK(day(60) == "none");
  CHECK(day(61) == "1900-03-01");
  CHECK(day(46093) == "2026-03-12");
  CHECK(day(46093.5) == "2026-03-12T12:00:00");
  CHECK(day(46093.99999999) == "2026-03-13");
  CHECK(day(44631, DateSystem::from_1904) == "2026-03-12");
  CHECK(day(0, DateSystem::from_1904) == "1904-01-01");
  CHECK(day(2958465) == "9999-12-31");
  for (const double none : {0.0, 0.5, -1.0, 2958466.0, 1e300, std::numeric_limits<double>::quiet_NaN()})
    CHECK(day(none) == "none");
}

TEST_CASE("a number format shows a day when it has letters of one") {
  for (const char* code : {"dd.mm.yyyy", "yyyy\\-mm\\-dd", "[$-415]d mmmm yyyy;@", "h:mm", "\"dnia\" d"}) {
    CAPTURE(code);
    CHECK(is_date_format(code));
  }
  for (const char* code :
       {"General", "0.00", "#,##0.00\" zł\"", "[Red]0", "0000000000", "@", "\\d0", "0;\"dm\"d", "0_m"}) {
    CAPTURE(code);
    CHECK_FALSE(is_date_format(code));
  }
  CHECK(is_date_format(14));
  CHECK_FALSE(is_date_format(49));
}

}  // namespace kronika
