// The first sheet of an XLSX workbook (ECMA-376, SpreadsheetML): values as they are stored, formulas by their cached
// results. Names are looked up without their namespace prefix, since writers choose it freely.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <pugixml.hpp>

#include "generator/core/raw.h"
#include "generator/importing/serial_date.h"
#include "generator/importing/sheet.h"
#include "generator/importing/xlsx_package.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr double most_exact = 1e15;              // a spreadsheet keeps 15 digits
constexpr std::size_t longest_text = 4 * 32767;  // of a cell, in bytes

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& each) { return local_name(each.name()) == name; });
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  const auto found = node.find_attribute([&](const pugi::xml_attribute& a) { return local_name(a.name()) == name; });
  return found.value();
}

template <class Visit>
void for_children(const pugi::xml_node& node, std::string_view name, Visit visit) {
  for (const pugi::xml_node& each : node.children()) {
    if (local_name(each.name()) == name) visit(each);
  }
}

template <class Number>
std::optional<Number> parse(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// A part's document. pugixml expands no entities but XML's own five; a DOCTYPE has no business here at all.
class XmlPart {
 public:
  XmlPart(XlsxPackage& package, const std::string& name) {
    auto bytes = package.part(name);
    if (!bytes) return;
    there_ = true;
    const bool declared = bytes->find("<!DOCTYPE") != std::string::npos;
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    if (declared || !document_.load_buffer(bytes->data(), bytes->size(), options))
      throw UnreadableSheet{
          both("its part " + name + " is not as it should be; open it in a spreadsheet and save it anew",
               "jego część " + name + " jest niepoprawna; otwórz go w arkuszu i zapisz ponownie")};
  }
  bool there() const { return there_; }
  pugi::xml_node root() const { return document_.document_element(); }

 private:
  pugi::xml_document document_;
  bool there_ = false;
};

/// "_x000D_" stands for a character that XML cannot hold.
std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned code = 0;
    const bool shaped = text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_';
    const char* digits = text.data() + at + 2;
    if (shaped && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4) {
      if (code != '\r') append_utf8(out, code);
      at += 6;
    } else if (text[at] != '\r') {
      out += text[at];
    }
  }
  return to_nfc(without_controls(out));
}

/// The text of <si> or <is>: its <t>, or those of its runs; not the phonetic hints.
std::string rich_text(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& each : node.children()) {
    const std::string_view name = local_name(each.name());
    if (name == "t") out += each.child_value();
    if (name == "r") for_children(each, "t", [&](const pugi::xml_node& text) { out += text.child_value(); });
  }
  return without_escapes(out);
}

struct CellReference {
  std::size_t row = 0, column = 0;  // from 1
};

std::optional<CellReference> parse_reference(std::string_view text) {
  CellReference out;
  std::size_t at = 0;
  for (; at < text.size() && at < 4 && text[at] >= 'A' && text[at] <= 'Z'; ++at)
    out.column = out.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  const auto row = parse<std::uint32_t>(text.substr(at));
  if (out.column == 0 || !row || *row == 0) return std::nullopt;
  out.row = *row;
  return out;
}

class Workbook {
 public:
  explicit Workbook(XlsxPackage& package) : package_(package) {
    const XmlPart workbook(package, "xl/workbook.xml");
    if (!workbook.there())
      throw UnreadableSheet{both("it is a ZIP file, but no XLSX workbook", "to plik ZIP, ale nie skoroszyt XLSX")};
    read_relations();
    const std::string_view from_1904 = attribute(child(workbook.root(), "workbookPr"), "date1904");
    if (from_1904 == "1" || from_1904 == "true") dates = DateSystem::from_1904;
    for_children(child(workbook.root(), "sheets"), "sheet", [&](const pugi::xml_node& sheet) {
      const auto found = targets_.find(attribute(sheet, "id"));
      if (sheet_part.empty() && found != targets_.end() && found->second.first == "worksheet")
        sheet_part = found->second.second;
    });
    read_styles();
    read_shared_texts();
  }

  DateSystem dates = DateSystem::from_1900;
  std::string sheet_part;

  bool is_date_style(std::string_view style) const {
    const auto index = parse<std::size_t>(style);
    return index && *index < date_styles_.size() && date_styles_[*index];
  }
  const std::string* shared_text(std::string_view number) const {
    const auto index = parse<std::size_t>(trimmed_cell(number));
    return index && *index < shared_.size() ? &shared_[*index] : nullptr;
  }

 private:
  void read_relations() {
    const XmlPart relations(package_, "xl/_rels/workbook.xml.rels");
    for_children(relations.root(), "Relationship", [&](const pugi::xml_node& each) {
      const std::string_view type = attribute(each, "Type");
      std::string target(attribute(each, "Target"));
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      if (attribute(each, "TargetMode") == "External") return;
      targets_[std::string(attribute(each, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)), target};
    });
  }

  std::string target_of(std::string_view type, std::string usual) const {
    for (const auto& [id, target] : targets_) {
      if (target.first == type) return target.second;
    }
    return usual;
  }

  void read_styles() {
    const XmlPart styles(package_, target_of("styles", "xl/styles.xml"));
    std::map<int, bool> custom;
    for_children(child(styles.root(), "numFmts"), "numFmt", [&](const pugi::xml_node& each) {
      if (const auto id = parse<int>(attribute(each, "numFmtId")))
        custom[*id] = is_date_format(attribute(each, "formatCode"));
    });
    for_children(child(styles.root(), "cellXfs"), "xf", [&](const pugi::xml_node& each) {
      const int id = parse<int>(attribute(each, "numFmtId")).value_or(0);
      const auto found = custom.find(id);
      date_styles_.push_back(found != custom.end() ? found->second : is_date_format(id));
    });
  }

  void read_shared_texts() {
    const XmlPart texts(package_, target_of("sharedStrings", "xl/sharedStrings.xml"));
    for_children(texts.root(), "si", [&](const pugi::xml_node& each) { shared_.push_back(rich_text(each)); });
  }

  XlsxPackage& package_;
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> targets_;  // id → type, part
  std::vector<bool> date_styles_;
  std::vector<std::string> shared_;
};

std::string number_text(double value) {
  if (std::floor(value) == value && std::fabs(value) < most_exact) return fmt::format("{:.0f}", value);
  return fmt::format("{}", value);
}

class SheetReader {
 public:
  SheetReader(const Workbook& book, Sheet& sheet, Diagnostics& diagnostics)
      : book_(book), sheet_(sheet), diagnostics_(diagnostics) {}

  void read(const pugi::xml_node& data) {
    for_children(data, "row", [&](const pugi::xml_node& row) { read_row(row); });
  }

 private:
  void read_row(const pugi::xml_node& node) {
    SheetRow row;
    row.number = parse<int>(attribute(node, "r")).value_or(number_ + 1);
    number_ = row.number;
    row.span = {row.number, 1, 0};
    bool blank = true;
    std::size_t column = 0;
    for_children(node, "c", [&](const pugi::xml_node& each) {
      const auto reference = parse_reference(attribute(each, "r"));
      column = reference ? reference->column : column + 1;
      SheetCell cell = read_cell(each);
      cell.span = {row.number, static_cast<int>(column), 1};
      if (cell.text.empty() && cell.kind != SheetCell::Kind::fault) return;
      blank = false;
      put(row, column, std::move(cell));
    });
    if (blank) return;
    if (!sheet_.header.empty()) row.cells.resize(std::max(row.cells.size(), sheet_.header.size()));
    for (std::size_t i = 0; i < row.cells.size(); ++i) row.cells[i].span = {row.number, static_cast<int>(i + 1), 1};
    if (sheet_.header.empty()) {
      sheet_.header = std::move(row.cells);
      return;
    }
    add_row(sheet_, std::move(row), diagnostics_);
  }

  /// A cell far beyond the header must not make a row of thousands: it is kept as the first one too many.
  void put(SheetRow& row, std::size_t column, SheetCell cell) const {
    const std::size_t most = sheet_.header.empty() ? most_sheet_columns : sheet_.header.size() + 1;
    if (sheet_.header.empty() && column > most)
      throw UnreadableSheet{both("it has more than 1000 columns", "ma ponad 1000 kolumn")};
    if (cell.text.size() > longest_text)
      throw UnreadableSheet{both("a text in it is too long", "jeden z jego tekstów jest zbyt długi")};
    const std::size_t at = std::min(column, most) - 1;
    if (row.cells.size() <= at) row.cells.resize(at + 1);
    row.cells[at] = std::move(cell);
  }

  SheetCell read_cell(const pugi::xml_node& node) const {
    const std::string_view type = attribute(node, "t");
    const std::string value = child(node, "v").child_value();
    SheetCell out;
    if (type == "inlineStr") {
      out.text = rich_text(child(node, "is"));
    } else if (value.empty()) {
      if (type != "str" && child(node, "f")) out.kind = SheetCell::Kind::fault;
    } else if (type == "s") {
      const std::string* shared = book_.shared_text(value);
      if (!shared) throw UnreadableSheet{both("a text of it is missing", "brakuje w nim jednego z tekstów")};
      out.text = *shared;
    } else if (type == "b") {
      out = {trimmed_cell(value) == "1" || value == "true" ? "true" : "false", SheetCell::Kind::truth, {}};
    } else if (type == "e") {
      out = {without_escapes(value), SheetCell::Kind::fault, {}};
    } else if (type == "str") {
      out.text = without_escapes(value);
    } else if (type == "d") {
      out = {without_escapes(value), SheetCell::Kind::date, {}};
    } else {
      read_number(out, value, attribute(node, "s"));
    }
    return out;
  }

  void read_number(SheetCell& out, const std::string& value, std::string_view style) const {
    const auto number = parse<double>(trimmed_cell(value));
    if (!number || !std::isfinite(*number)) {
      out.text = without_escapes(value);
      return;
    }
    out = {number_text(*number), SheetCell::Kind::number, {}};
    if (!book_.is_date_style(style)) return;
    if (auto date = date_of_serial(*number, book_.dates)) out = {std::move(*date), SheetCell::Kind::date, {}};
  }

  const Workbook& book_;
  Sheet& sheet_;
  Diagnostics& diagnostics_;
  int number_ = 0;
};

}  // namespace

Sheet read_xlsx_sheet(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  Sheet sheet;
  sheet.file = file;
  XlsxPackage package(bytes);
  const Workbook book(package);
  sheet.dates = book.dates;
  if (book.sheet_part.empty()) throw UnreadableSheet{both("it has no sheet", "nie ma w nim arkusza")};
  const XmlPart part(package, book.sheet_part);
  SheetReader(book, sheet, diagnostics).read(child(part.root(), "sheetData"));
  return sheet;
}

}  // namespace kronika
