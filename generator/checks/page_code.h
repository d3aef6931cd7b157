// What the code of a finished page, drawing or style sheet may not hold: anything that a browser loads from another
// host, and what the content policy of the site's servers makes browsers refuse.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

enum class CodeFaultKind {
  foreign,         // loaded from another host, or sent to it
  inlined,         // style, script, handler or data: in the page itself
  no_alternative,  // an image without the attribute alt
  no_header,       // a table that is closed without <th>
  film             // <video> by hand
};

struct CodeFault {
  CodeFaultKind kind = CodeFaultKind::foreign;
  std::string what;    // the address, or the beginning of the code
  std::size_t at = 0;  // byte
};

/// "es.example.org" or "127.0.0.1:8080" of an absolute address, in lower case; "" of any other.
std::string host_of_address(std::string_view url);

/// Is it an address with a host, and that another one than `own_host`?
bool is_foreign(std::string_view url, std::string_view own_host);

/// In the order of the text, those of a page or a part of one. Links to read (<a href>, rel="canonical" …) load
/// nothing.
std::vector<CodeFault> faults_of_html(std::string_view html, std::string_view own_host);
/// A drawing by itself, which may have styles of its own: foreign hosts, scripts, handlers.
std::vector<CodeFault> faults_of_svg(std::string_view svg, std::string_view own_host);
/// @import, url(…), image-set(…).
std::vector<CodeFault> faults_of_css(std::string_view css, std::string_view own_host);

}  // namespace kronika
