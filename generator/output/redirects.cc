// An address comes from an author and ends in a server's configuration: everything that could mean something there is
// quoted or percent-encoded. Control characters and backslashes cannot be in an address.
#include "generator/output/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "search/text/escape.h"

namespace kronika {
namespace {

std::string with_each(std::string_view text, std::string_view special, std::string_view before,
                      std::string_view after = "") {
  std::string out;
  for (const char c : text) {
    const bool is_special = special.find(c) != std::string_view::npos;
    if (is_special) out += before;
    out += c;
    if (is_special) out += after;
  }
  return out;
}

std::string apache_map(const Aliases& aliases) {
  std::string out;
  for (const auto& [from, to] : aliases) out += from + " " + to + "\n";
  return out;
}

/// nginx compares the decoded path. In what it answers `$` begins a variable, and nothing can quote it.
std::string nginx_locations(const Aliases& aliases) {
  std::string out = "# Old addresses of this release. nginx reads this file when it loads its configuration.\n";
  for (const auto& [from, to] : aliases) {
    std::string target;
    for (const char c : to) target += c == '$' ? "%24" : std::string(1, c);
    out += fmt::format("location = \"{}\" {{ return 301 \"{}\"; }}\n", with_each(percent_decode(from), "\"", "\\"),
                       target);
  }
  return out;
}

/// lighttpd compares the encoded path and query with a regular expression; `$` and `%` begin its captures in the answer
/// unless they are doubled.
std::string lighttpd_redirects(const Aliases& aliases) {
  std::string out = "# Old addresses of this release. lighttpd reads this file when it loads its configuration.\n";
  if (aliases.empty()) return out;
  out += "url.redirect += (\n";
  for (const auto& [from, to] : aliases) {
    std::string target;
    for (const char c : to) target.append(c == '$' || c == '%' ? 2 : 1, c);
    out += fmt::format("  \"^{}([?]|$)\" => \"{}\",\n", with_each(from, ".$()*+", "[", "]"), target);
  }
  return out + ")\n";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> redirect_files(Aliases aliases) {
  std::sort(aliases.begin(), aliases.end());
  return {{"aliases.map", apache_map(aliases)},
          {"aliases.nginx.conf", nginx_locations(aliases)},
          {"aliases.lighttpd.conf", lighttpd_redirects(aliases)}};
}

}  // namespace kronika
