// How far a value reaches in TOML text.
#pragma once

#include <cstddef>
#include <string_view>

namespace kronika {

/// The offset after the value that begins at `at`. The text is known to be valid TOML.
std::size_t end_of_toml_value(std::string_view text, std::size_t at);

/// Does a comment stand in the value text[from, to)?
bool has_toml_comment(std::string_view text, std::size_t from, std::size_t to);

}  // namespace kronika
