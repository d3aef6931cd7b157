// Conditional requests (RFC 9110, section 13): an answer that the reader has already is not made again.
#pragma once

#include <string>
#include <string_view>

namespace kronika {

/// A weak entity tag of what this release answers to this query: W/"…". Weak, because `took_ms` of a JSON answer is
/// another one each time. `release` is the release's digest; "" when it has none gives "" : no tag.
std::string entity_tag(std::string_view release, std::string_view query_string);

/// Does the header If-None-Match name the tag? By weak comparison; `*` names every tag, an empty tag is never named. A
/// tag to which a server that compressed the answer has added an ending (Apache: `-gzip`) is the same.
bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace kronika
