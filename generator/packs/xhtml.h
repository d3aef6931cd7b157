// HTML as the site shows it → the same as well-formed XML, for readers that take nothing else.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace kronika {

enum class VoidElements {
  xml,  // <br/>
  html  // <br>: the result goes into a page of the site
};

struct XhtmlOptions {
  /// The address of a link in its new place; addresses that begin with '#' are not asked for.
  std::function<std::string(std::string_view url)> link = [](std::string_view url) { return std::string(url); };
  /// The address of an image, or "" when it cannot be there: then a link with its description takes its place.
  std::function<std::string(std::string_view url)> image = [](std::string_view url) { return std::string(url); };
  std::string id_prefix = {};  // put before every id and every link to one, so that several texts fit on one page
  int heading_shift = 0;       // h1 → h2 …
  VoidElements void_elements = VoidElements::xml;
  bool open_details = false;  // paper cannot be unfolded
};

struct Xhtml {
  std::string markup;    // well-formed, without a root; void elements end with "/>", others have an end tag
  bool has_svg = false;  // drawings within the text
};

/// Tolerant: what is not closed is closed, what was not opened is left out, as are comments, scripts, styles, event
/// handlers and drawings that say nothing (aria-hidden). Frames and players become links. Named character references
/// other than the usual ones stay as they were written. Thread-safe.
Xhtml to_xhtml(std::string_view html, const XhtmlOptions& options);

}  // namespace kronika
