// What of a site's folder is its source: the same for the disk and for git, so that both give the same bytes.
#pragma once

#include <array>
#include <string_view>

namespace kronika {

inline constexpr std::string_view site_file = "site.toml";
inline constexpr std::array<std::string_view, 2> site_folders = {"content", "themes"};

/// Hidden files, editors' back-up files.
inline bool is_ignored_name(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
}

}  // namespace kronika
