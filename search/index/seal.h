// The one part of an index file that is not made of its documents.
#pragma once

#include <filesystem>

namespace kronika {

/// Xapian gives each database a random identifier (bytes 16 to 31 of the file). Puts a digest of all other bytes in its
/// place, so that the same documents give the same file. Throws SearchFailure when the file cannot be changed.
void seal_index(const std::filesystem::path& file);

}  // namespace kronika
