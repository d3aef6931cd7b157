// The parts of a link's destination, and paths as files and folders see them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// path ? query # fragment, as written. `scheme` is what stands before ':' when that is a scheme (RFC 3986, 3.1).
struct Destination {
  std::string_view scheme;  // "https", "javascript"; "" for a link inside the site
  std::string_view path;    // with `scheme`: the whole rest
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

/// Leading spaces and control characters, which browsers ignore, are left out first.
Destination split_destination(std::string_view written);

/// `path` seen from `folder`, without "." and "..", without a slash at the end. Nothing when it climbs over the top.
std::optional<std::string> join_path(std::string_view folder, std::string_view path);

/// How `folder` writes the way to `path` as a link: "../rejestr/x.md"; spaces as %20.
std::string relative_path(std::string_view folder, std::string_view path);

}  // namespace kronika
