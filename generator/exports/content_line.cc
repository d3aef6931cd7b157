// Octets are counted, not characters, and the space that a folded line begins with is one of them.
#include "generator/exports/content_line.h"

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without CRLF
constexpr std::string_view line_end = "\r\n";

}  // namespace

std::string escape_content(std::string_view text) {
  std::string out;
  for (const char c : repair_utf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == ',' || c == ';') {
      out += '\\';
      out += c;
    } else if ((byte >= 0x20 && byte != 0x7F) || c == '\t') {
      out += c;
    }
  }
  return out;
}

void append_content_line(std::string& out, std::string_view name, std::string_view value) {
  std::string line(name);
  line += ':';
  line += value;
  std::string_view rest = line;
  std::size_t room = longest_line;
  while (rest.size() > room) {
    const std::string_view part = clip_utf8(rest, room);
    out += part;
    out += line_end;
    out += ' ';
    rest.remove_prefix(part.size());
    room = longest_line - 1;
  }
  out += rest;
  out += line_end;
}

}  // namespace kronika
