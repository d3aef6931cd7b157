// The files that a search needs cannot be used.
#pragma once

#include <stdexcept>

namespace kronika {

/// Thrown when the dictionary, the index or search.toml is missing or damaged, or cannot be written. The message names
/// the file. The search program answers 503 to it.
struct SearchFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace kronika
