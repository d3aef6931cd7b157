// A tag need only tell apart what one address has answered in different releases; the query is in it for caches that
// keep answers by tag.
#include "search/gateway/conditional.h"

#include <cstdint>

namespace kronika {
namespace {

/// FNV-1a, 64 bits, in 16 hexadecimal digits.
std::string hash_digits(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) out[i] = "0123456789abcdef"[hash & 15];
  return out;
}

/// What weak comparison looks at, without the quotation marks: `a` of W/"a"; "" when it is no tag.
std::string_view opaque(std::string_view tag) {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') return {};
  return tag.substr(1, tag.size() - 2);
}

/// Ours, or ours with what a compressing server has added.
bool is_same(std::string_view given, std::string_view own) {
  return !own.empty() && given.starts_with(own) && (given.size() == own.size() || given[own.size()] == '-');
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string entity_tag(std::string_view release, std::string_view query_string) {
  if (release.empty()) return "";
  return "W/\"" + std::string(release.substr(0, 16)) + "-" + hash_digits(query_string) + "\"";
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  if (tag.empty()) return false;
  if (trimmed(if_none_match) == "*") return true;
  // Our own tags have no comma, so a foreign one that is cut at its commas matches nothing.
  while (!if_none_match.empty()) {
    const auto comma = if_none_match.find(',');
    if (is_same(opaque(trimmed(if_none_match.substr(0, comma))), opaque(tag))) return true;
    if_none_match = comma == std::string_view::npos ? std::string_view{} : if_none_match.substr(comma + 1);
  }
  return false;
}

}  // namespace kronika
