// Addresses inside a site, and the site's base address in front of them.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kronika {

/// A path inside the site: begins with '/', no '.', '..', empty segment, query or fragment; pretty URLs end with '/'.
/// Kept decoded; `encoded` gives it as it stands in a URL.
class Route {
 public:
  Route() : path_("/") {}
  /// Nothing when `path` is no such path.
  static std::optional<Route> parse(std::string_view path);

  const std::string& path() const { return path_; }
  std::string encoded() const;
  /// "praktyki/x/index.html" for "/praktyki/x/", "atom.xml" for "/atom.xml".
  std::string file() const;
  auto operator<=>(const Route&) const = default;

 private:
  explicit Route(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

/// https://host/path/; always ends with '/'.
class BaseUrl {
 public:
  /// Nothing when it is not http(s) with a host, or has a query or fragment.
  static std::optional<BaseUrl> parse(std::string_view url);
  /// https://host/path/praktyki/x/
  std::string absolute(const Route& route) const;
  /// /path/praktyki/x/: what pages of the site link with.
  std::string local(const Route& route) const;
  const std::string& text() const { return text_; }
  const std::string& path() const { return path_; }  // "/" or "/path/"

 private:
  std::string text_, path_;
};

}  // namespace kronika
