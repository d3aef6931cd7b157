// The report is for someone who writes synonyms, not for a statistician: what people want, what they do not get, and
// the lines to mend it.
#include "generator/search_report/report.h"

#include <fmt/format.h>

#include "search/text/utf8.h"

namespace kronika {
namespace {

/// A basic string of TOML.
std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    if (c.code_point == U'"' || c.code_point == U'\\') out += '\\';
    if (is_unseen(c.code_point))
      out += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(c.code_point));
    else
      append_utf8(out, c.code_point);
    at += c.length;
  }
  return out + "\"";
}

class Writer {
 public:
  Writer(const SearchReport& report, MessageLanguage language)
      : report_(report), polish_(language == MessageLanguage::polish) {}

  std::string text() {
    summary();
    if (report_.searches == 0) return std::move(out_);
    out_ += say("\nMost frequent: times, pages found the last time, query\n",
                "\nNajczęstsze: ile razy, ile stron znaleziono ostatnio, zapytanie\n");
    for (const QueryCount& each : report_.frequent)
      out_ += fmt::format("{:>7} {:>7}  {}\n", each.times, each.last_total, shown(each));
    out_ += say("\nWithout results: times, query\n", "\nBez wyników: ile razy, zapytanie\n");
    if (report_.in_vain.empty()) out_ += say("  none\n", "  brak\n");
    for (const InVain& each : report_.in_vain)
      out_ += fmt::format("{:>7}  {}{}\n", each.counted.in_vain, shown(each.counted), remark(each));
    if (has_proposals()) {
      out_ += '\n';
      block();
    }
    return std::move(out_);
  }

  std::string synonyms() {
    if (has_proposals()) block();
    return std::move(out_);
  }

 private:
  const char* say(const char* english, const char* polish) const { return polish_ ? polish : english; }

  void summary() {
    out_ += fmt::format(fmt::runtime(say("Searches: {}", "Wyszukiwania: {}")), report_.searches);
    if (report_.searches > 0)
      out_ += fmt::format(fmt::runtime(say(", from {} to {}", ", od {} do {}")), report_.first_hour, report_.last_hour);
    out_ += '\n';
    if (report_.has_forgotten)
      out_ += say("There are more different queries than are counted; rare ones are left out.\n",
                  "Różnych zapytań jest więcej, niż się liczy; rzadkie są pominięte.\n");
  }

  /// The language where there is more than one.
  std::string shown(const QueryCount& each) const {
    std::string out = escape_query(each.query);
    if (has_languages()) out += " [" + each.language + "]";
    return out;
  }

  bool has_languages() const {
    const auto differs = [&](const QueryCount& each) { return each.language != report_.frequent.front().language; };
    for (const QueryCount& each : report_.frequent)
      if (differs(each)) return true;
    for (const InVain& each : report_.in_vain)
      if (differs(each.counted)) return true;
    return false;
  }

  std::string remark(const InVain& each) const {
    if (!each.today) return "";
    if (!each.today->suggestion.empty())
      return fmt::format(fmt::runtime(say("; did you mean '{}'?", "; czy chodziło o „{}”?")),
                         escape_query(each.today->suggestion));
    if (each.today->total > 0)
      return fmt::format(fmt::runtime(say("; today it finds {}", "; dziś znajduje: {}")), each.today->total);
    return "";
  }

  static bool is_open(const InVain& each) { return !each.today || each.today->total == 0; }

  bool has_proposals() const {
    for (const InVain& each : report_.in_vain)
      if (is_open(each)) return true;
    return false;
  }

  void block() {
    out_ +=
        say("# Searched for in vain, and how often. For the file of synonyms: write on the right what stands on the "
            "pages,\n"
            "# and take the first # of the line away.\n",
            "# Szukane bez skutku i ile razy. Do pliku synonimów: po prawej wpisz to, co stoi na stronach,\n"
            "# i usuń pierwszy znak # w wierszu.\n");
    for (const InVain& each : report_.in_vain) {
      if (!is_open(each)) continue;
      const std::string meant = each.today ? each.today->suggestion : "";
      out_ += fmt::format("# {} = {}  # {}\n", toml_text(each.counted.query), toml_text(meant.empty() ? "…" : meant),
                          each.counted.in_vain);
    }
  }

  const SearchReport& report_;
  bool polish_;
  std::string out_;
};

}  // namespace

std::string report_text(const SearchReport& report, MessageLanguage language) {
  return Writer(report, language).text();
}

std::string synonyms_block(const SearchReport& report, MessageLanguage language) {
  return Writer(report, language).synonyms();
}

}  // namespace kronika
