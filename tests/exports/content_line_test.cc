#include "generator/exports/content_line.h"

#include <doctest/doctest.h>

#include <vector>

#include "search/text/utf8.h"

namespace kronika {
namespace {

std::string line(std::string_view name, std::string_view value) {
  std::string out;
  append_content_line(out, name, value);
  return out;
}

/// The lines of a text, each without its CRLF, which it must have.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = text.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 2);
  }
  return out;
}

}  // namespace

TEST_CASE("a text is escaped so that it cannot end its value or its line") {
  struct Case {
    std::string text;
    const char* escaped;
  };
  const Case cases[] = {
      {"", ""},
      {"Żółta łódź", "Żółta łódź"},
      {"a,b;c", "a\\,b\\;c"},
      {"C:\\x", "C:\\\\x"},
      {"raz\ndwa", "raz\\ndwa"},
      {"raz\r\ndwa", "raz\\ndwa"},
      {"a\x01\x1b\x7f"
       "b\tc",
       "ab\tc"},
      {"\"cytat\" i apostrof'", "\"cytat\" i apostrof'"},
      {"zły\xff", "zły\uFFFD"},
      {"END:VCARD\r\nBEGIN:VCARD", "END:VCARD\\nBEGIN:VCARD"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(escape_content(each.text) == each.escaped);
  }
}

TEST_CASE("a line of 75 octets stays whole, and a longer one is folded") {
  const std::string fits(72, 'a');  // with "NO:" 75
  CHECK(line("NO", fits) == "NO:" + fits + "\r\n");
  CHECK(line("NO", fits + "b") == "NO:" + fits + "\r\n b\r\n");
  CHECK(line("NO", fits + std::string(75, 'b')) == "NO:" + fits + "\r\n " + std::string(74, 'b') + "\r\n b\r\n");
}

TEST_CASE("folding cuts no character, whatever stands at the border") {
  for (const char* character : {"a", "ż", "—", "🦔", "👩‍🌾", "🇵🇱"}) {
    for (std::size_t before = 60; before < 90; ++before) {
      std::string value(before, 'x');
      for (int i = 0; i < 60; ++i) value += character;
      const std::string folded = line("SUMMARY", value);
      std::string unfolded;
      for (const std::string& each : lines_of(folded)) {
        CHECK(each.size() <= 75);
        CHECK_FALSE(first_invalid_utf8(each));
        if (!unfolded.empty()) REQUIRE(each.front() == ' ');
        unfolded += unfolded.empty() ? each : each.substr(1);
      }
      CHECK(unfolded == "SUMMARY:" + value);
    }
  }
}

TEST_CASE("a title of ten thousand letters is folded to its end") {
  const std::string value(10'000, 'x');
  std::string joined;
  for (const std::string& each : lines_of(line("FN", value))) joined += joined.empty() ? each : each.substr(1);
  CHECK(joined == "FN:" + value);
}

}  // namespace kronika
