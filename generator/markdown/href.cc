// Browsers guess what a broken address means; here it is made whole instead, as CommonMark's own examples do.
#include "generator/markdown/href.h"

#include "search/text/escape.h"

namespace kronika {
namespace {

bool is_allowed(char c) {
  const bool is_alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_alphanumeric || std::string_view("-_.~!*(),%#@?=;:/+$&'").find(c) != std::string_view::npos;
}

}  // namespace

void append_href(std::string& out, std::string_view url) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < url.size(); ++at) {
    if (is_allowed(url[at]) && url[at] != '&' && url[at] != '\'') continue;
    out += url.substr(from, at - from);
    from = at + 1;
    if (url[at] == '&') {
      out += "&amp;";
    } else if (url[at] == '\'') {
      out += "&#x27;";
    } else {
      out += percent_encode(url.substr(at, 1));
    }
  }
  out += url.substr(from);
}

}  // namespace kronika
