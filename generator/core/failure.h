// The environment let us down: a file that cannot be written, a repository that cannot be opened.
#pragma once

#include <stdexcept>
#include <string>

namespace kronika {

/// Exit status 2. The message says what failed and, where there is one, the way out.
/// An author's mistake is a Diagnostic, our own mistake an assert.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace kronika
