// What tells a browser that the site can be searched (OpenSearch 1.1, draft 6).
#pragma once

#include <string>

namespace kronika {

/// Addresses are absolute.
struct SearchDescription {
  std::string short_name;   // at most 16 characters
  std::string title;        // of the site
  std::string description;  // "" : the title
  std::string language;     // of the pages
  std::string url;          // of the description itself
  std::string search_url;   // of the search, without a query
  std::string parameters;   // that every search in this language has: "lang=en"; "" : none
  std::string image_url;    // "" : no image
  std::string image_type;
};

/// The document: pages of results, feeds of them, completions. Texts longer than OpenSearch allows are cut at a word.
std::string search_description(const SearchDescription& description);

}  // namespace kronika
