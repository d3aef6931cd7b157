// JSON (RFC 8259) as a tree: members keep their order, so the same content gives the same bytes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace kronika {

using Json = nlohmann::ordered_json;

/// With line ends and a space a level, so that it can be read and compared; ends with a line end.
inline std::string bytes_of(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kronika
