// What a clerk reads before saying --write.
#include "generator/importing/difference.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t widest_value = 100;  // in code points
constexpr std::size_t before_difference = 20;

/// One line without control characters, so that no cell can speak to the terminal.
std::string plain_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    const bool control = c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0);
    if (c.code_point == U'\n') {
      out += "⏎";
    } else {
      append_utf8(out, control ? U'\uFFFD' : c.code_point);
    }
  }
  return out;
}

std::size_t offset_of(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  while (code_points-- > 0 && at < text.size()) at += decode_utf8(text, at).length;
  return at;
}

std::string window(std::string_view text, std::size_t from) {
  const std::size_t start = offset_of(text, from);
  const std::string_view rest = text.substr(start);
  const std::size_t end = offset_of(rest, widest_value);
  return (start > 0 ? "…" : "") + std::string(rest.substr(0, end)) + (end < rest.size() ? "…" : "");
}

/// Two long values, each cut to the place where they begin to differ.
std::pair<std::string, std::string> shortened(std::string_view a, std::string_view b) {
  const auto longest = std::max(count_code_points(a), count_code_points(b));
  std::size_t from = 0;
  if (longest > widest_value) {
    std::size_t common = 0;
    for (std::size_t x = 0, y = 0; x < a.size() && y < b.size();) {
      const Decoded left = decode_utf8(a, x), right = decode_utf8(b, y);
      if (left.code_point != right.code_point) break;
      x += left.length;
      y += right.length;
      ++common;
    }
    from = common > before_difference ? common - before_difference : 0;
  }
  return {window(a, from), window(b, from)};
}

class Difference {
 public:
  Difference(const ImportPlan& plan, const Sheet& sheet, const ImportSite& site, ImportWrite write,
             MessageLanguage language)
      : plan_(plan), sheet_(sheet), site_(site), write_(write), polish_(language == MessageLanguage::polish) {}

  std::string text() {
    source();
    section(PlannedRow::Kind::fresh, say("New", "Nowe"));
    section(PlannedRow::Kind::changed, say("Changed", "Zmienione"));
    missing();
    repairs();
    counts();
    return std::move(out_);
  }

 private:
  const char* say(const char* english, const char* polish) const { return polish_ ? polish : english; }

  void source() {
    out_ += fmt::format("{}: {} {}", sheet_.file, say("rows:", "wiersze:"), sheet_.rows.size());
    if (sheet_.separator != '\0') {
      const std::string separator =
          sheet_.separator == '\t' ? say("tab", "tabulator") : std::string(1, sheet_.separator);
      out_ += fmt::format(", {}, separator {}", sheet_.encoding, separator);
    }
    out_ += "\n";
  }

  void section(PlannedRow::Kind kind, const char* title) {
    const std::size_t count = plan_.count(kind);
    if (count == 0) return;
    out_ += fmt::format("\n{} ({}):\n", title, count);
    for (const PlannedRow& row : plan_.rows) {
      if (row.kind == kind) entry(row);
    }
  }

  void entry(const PlannedRow& row) {
    out_ += fmt::format("  {} {}  {}  ({} {})\n", row.entry ? "~" : "+", row.path, plain_line(row.title),
                        say("row", "wiersz"), row.number);
    for (const FieldChange& change : row.changes) field(change, row.entry.has_value());
  }

  void field(const FieldChange& change, bool known) {
    const auto [before, after] = shortened(plain_line(change.before), plain_line(change.after));
    const auto or_nothing = [&](const std::string& text) { return text.empty() ? say("(nothing)", "(nic)") : text; };
    out_ += known ? fmt::format("      {}: {} → {}", change.key->name, or_nothing(before), or_nothing(after))
                  : fmt::format("      {}: {}", change.key->name, after);
    if (!change.repaired.empty())
      out_ += fmt::format("  [{} {}]", say("repaired; the file says", "naprawione; w pliku jest"),
                          window(plain_line(change.repaired), 0));
    if (change.kept)
      out_ += say("  [cleared in the file; kept, unless the map says clear_empty = true]",
                  "  [w pliku puste; zostaje, chyba że mapa ma clear_empty = true]");
    out_ += "\n";
  }

  void missing() {
    if (plan_.missing.empty()) return;
    out_ += fmt::format("\n{} ({}):\n",
                        say("Missing in the file, and left as they are", "Brakujące w pliku; zostają bez zmian"),
                        plan_.missing.size());
    for (const std::size_t entry : plan_.missing) {
      const Page& page = site_.entries[entry].page;
      out_ += fmt::format("  - {}  {}\n", page.path, plain_line(page.title));
    }
  }

  void repairs() {
    if (plan_.repairs.empty()) return;
    out_ += say("\nRepaired after the spreadsheet:\n", "\nNaprawione po arkuszu:\n");
    for (const auto& [what, count] : plan_.repairs) {
      const auto& [column, repair] = what;
      const char* const how = repair == Repair::zeros    ? say("zeros at the beginning", "zera na początku")
                              : repair == Repair::serial ? say("dates written as numbers", "daty zapisane liczbą")
                                                         : say("marks of a number", "zapis liczbowy");
      out_ += fmt::format("  {}: {} ({})\n", column, how, count);
    }
  }

  void counts() {
    const auto count = [&](PlannedRow::Kind kind) { return plan_.count(kind); };
    out_ +=
        fmt::format(fmt::runtime(say("\nNew: {}, changed: {}, unchanged: {}, missing: {}, bad rows: {}.\n",
                                     "\nNowe: {}, zmienione: {}, bez zmian: {}, brakujące: {}, błędne wiersze: {}.\n")),
                    count(PlannedRow::Kind::fresh), count(PlannedRow::Kind::changed),
                    count(PlannedRow::Kind::unchanged), plan_.missing.size(), count(PlannedRow::Kind::bad));
    const auto files =
        std::count_if(plan_.rows.begin(), plan_.rows.end(), [](const auto& r) { return !r.bytes.empty(); });
    if (write_ == ImportWrite::yes) {
      out_ += fmt::format(fmt::runtime(say("Files written: {}.\n", "Zapisane pliki: {}.\n")), files);
    } else if (files > 0) {
      out_ += say("Nothing was written; --write writes it.\n", "Nic nie zapisano; zapisuje opcja --write.\n");
    }
  }

  const ImportPlan& plan_;
  const Sheet& sheet_;
  const ImportSite& site_;
  ImportWrite write_;
  bool polish_;
  std::string out_;
};

}  // namespace

std::string difference_text(const ImportPlan& plan, const Sheet& sheet, const ImportSite& site, ImportWrite write,
                            MessageLanguage language) {
  return Difference(plan, sheet, site, write, language).text();
}

}  // namespace kronika
