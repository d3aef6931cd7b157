// What a style sheet loads.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kronika {

struct CssAddress {
  std::string_view url;
  std::size_t at = 0;  // byte of the address
};

/// The addresses of url(…), @import and image-set(…), outside comments and other strings, in their order.
std::vector<CssAddress> css_addresses(std::string_view css);

}  // namespace kronika
