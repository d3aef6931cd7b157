// The query log, a file for editors: what readers search for, without anything of the readers. A line a search, four
// columns between tabs:
//
//   2026-11-25T14Z <tab> 12 <tab> pl <tab> spółdzielnia socjalna
//
// the hour in which it was asked (UTC), how many pages have all the words, the language that was searched in, and the
// query. In the query a control character, an invisible one or a backslash is written as \u{9} (its number in
// hexadecimal digits), so a line has no more tabs than three. Written by the search program, read by
// `kronika search-report`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

struct LoggedQuery {
  std::string hour;       // "2026-11-25T14Z"
  std::size_t total = 0;  // pages with all the words, as they were typed
  std::string language;   // "pl"
  std::string query;      // not empty, valid UTF-8
};

/// No line is longer, its end included; a query that would make it so is cut after a whole character.
inline constexpr std::size_t longest_log_line = 1024;

/// Seconds since 1970 → the hour that they lie in. The minutes are nobody's business.
std::string hour_of(std::int64_t seconds);

/// With the newline at its end.
std::string log_line(const LoggedQuery& query);

/// Reads what log_line gives, without the newline; nothing for anything else.
std::optional<LoggedQuery> parse_log_line(std::string_view line);

/// Is it a character that nobody sees, or that changes how others are seen: a control character, a mark of direction?
bool is_unseen(char32_t c);

/// The query as a line has it; safe to print to a terminal too.
std::string escape_query(std::string_view query);

}  // namespace kronika
