// Header lines, an empty line, the body. Strict, so that a fault of the program shows in the preview first.
#include "generator/serve/cgi_response.h"

#include <algorithm>
#include <charconv>

namespace kronika {
namespace {

constexpr int found = 302;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The next line without its end, which is taken off `rest`; nothing when no line ends any more.
std::optional<std::string_view> next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<int> status_number(std::string_view value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc() && (end == value.data() + value.size() || *end == ' ');
  return whole && number >= 200 && number <= 599 ? std::optional(number) : std::nullopt;
}

/// What the server says itself, and what belongs to one connection.
bool is_servers_own(std::string_view name) {
  return name == "connection" || name == "content-length" || name == "transfer-encoding" || name == "keep-alive";
}

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

std::optional<CgiResponse> parse_cgi_response(std::string_view output) {
  CgiResponse response;
  std::optional<int> status;
  bool has_location = false;
  for (;;) {
    const auto line = next_line(output);
    if (!line) return std::nullopt;
    if (line->empty()) break;
    const auto colon = line->find(':');
    if (colon == std::string_view::npos || !is_header_name(line->substr(0, colon))) return std::nullopt;
    const std::string name = lower(line->substr(0, colon));
    const std::string_view value = trimmed(line->substr(colon + 1));
    if (name == "status") {
      status = status_number(value);
      if (!status) return std::nullopt;
    } else if (name == "content-type") {
      response.content_type = value;
    } else if (!is_servers_own(name)) {
      has_location = has_location || name == "location";
      response.headers.emplace_back(line->substr(0, colon), value);
    }
  }
  if (response.content_type.empty() && !has_location) return std::nullopt;
  response.status = status.value_or(has_location ? found : 200);
  response.body = output;
  return response;
}

}  // namespace kronika
