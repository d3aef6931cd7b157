// Licences under which institutions publish, by their SPDX identifiers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kronika {

/// All texts live for ever.
struct Licence {
  std::string_view spdx;  // "CC-BY-4.0"
  std::string_view name;  // "CC BY 4.0"
  std::string_view url;
};

/// Finds a licence in any usual spelling: "CC BY 4.0", "cc-by-4.0", "CC BY-SA 3.0 PL". Null for another text.
const Licence* find_licence(std::string_view text);
std::vector<std::string> all_licence_names();

}  // namespace kronika
