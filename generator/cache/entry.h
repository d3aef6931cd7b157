// One stored result: its form, and its way to the disk and back.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// A result as it is stored under `name` (32 digits).
std::string entry_bytes(std::string_view name, std::string_view payload);
/// The result again; nothing when the bytes are not exactly those of one that was stored under this name.
std::optional<std::string> entry_payload(std::string_view name, std::string bytes);

/// The bytes of the file; nothing when it cannot be read. Marks it as used today.
std::optional<std::string> read_entry(const std::filesystem::path& path);
/// Puts the file in its place in one step. Gives the system's error number, 0 for none.
int write_entry(const std::filesystem::path& path, std::string_view bytes);

/// Removes results that were not used for `unused`, then the longest unused until there are at most `most_bytes`; and
/// what a killed build left half-written a day ago. What cannot be removed stays.
void prune_entries(const std::filesystem::path& folder, std::chrono::hours unused, std::uintmax_t most_bytes);

}  // namespace kronika
