// Destinations are taken apart by hand: a URL library would "repair" what an author should be told about.
#include "generator/links/destination.h"

#include <algorithm>
#include <vector>

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_scheme_byte(char c) {
  return is_letter_byte(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

std::string_view scheme_of(std::string_view written) {
  const auto colon = written.find(':');
  if (colon == nowhere || colon == 0 || !is_letter_byte(written.front())) return {};
  const std::string_view scheme = written.substr(0, colon);
  return std::all_of(scheme.begin(), scheme.end(), is_scheme_byte) ? scheme : std::string_view();
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    const auto slash = path.find('/');
    if (slash != 0) out.push_back(path.substr(0, slash));
    path.remove_prefix(slash == nowhere ? path.size() : slash + 1);
  }
  return out;
}

std::string joined(const std::vector<std::string_view>& segments) {
  std::string out;
  for (const std::string_view segment : segments) {
    if (!out.empty()) out += '/';
    out += segment;
  }
  return out;
}

}  // namespace

Destination split_destination(std::string_view written) {
  while (!written.empty() && static_cast<unsigned char>(written.front()) <= ' ') written.remove_prefix(1);
  Destination out;
  out.scheme = scheme_of(written);
  if (!out.scheme.empty()) {
    out.path = written.substr(out.scheme.size() + 1);
    return out;
  }
  if (const auto hash = written.find('#'); hash != nowhere) {
    out.fragment = written.substr(hash + 1);
    written = written.substr(0, hash);
  }
  if (const auto question = written.find('?'); question != nowhere) {
    out.query = written.substr(question + 1);
    written = written.substr(0, question);
  }
  out.path = written;
  return out;
}

std::optional<std::string> join_path(std::string_view folder, std::string_view path) {
  std::vector<std::string_view> segments = segments_of(folder);
  for (const std::string_view segment : segments_of(path)) {
    if (segment == ".") continue;
    if (segment != "..") {
      segments.push_back(segment);
    } else if (segments.empty()) {
      return std::nullopt;
    } else {
      segments.pop_back();
    }
  }
  return joined(segments);
}

std::string relative_path(std::string_view folder, std::string_view path) {
  const std::vector<std::string_view> from = segments_of(folder), to = segments_of(path);
  const auto common =
      static_cast<std::size_t>(std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first - from.begin());
  std::string out;
  for (std::size_t i = common; i < from.size(); ++i) out += "../";
  for (const char c : joined({to.begin() + static_cast<std::ptrdiff_t>(common), to.end()})) {
    if (c == ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out.empty() ? "." : out;
}

}  // namespace kronika
