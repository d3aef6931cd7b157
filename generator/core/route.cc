// Addresses are checked once, here, so that nothing later can leave the document root.
#include "generator/core/route.h"

#include "search/text/escape.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

bool is_bad_segment(std::string_view segment) {
  return segment.empty() || segment == "." || segment == "..";
}

bool has_bad_character(std::string_view path) {
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == '?' || c == '#' || c == '\\') return true;
  }
  return first_invalid_utf8(path).has_value();
}

}  // namespace

std::optional<Route> Route::parse(std::string_view path) {
  if (path.empty() || path.front() != '/' || has_bad_character(path)) return std::nullopt;
  std::string_view rest = path.substr(1);
  while (!rest.empty()) {
    const auto slash = rest.find('/');
    if (is_bad_segment(rest.substr(0, slash))) return std::nullopt;
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  return Route(std::string(path));
}

std::string Route::encoded() const {
  return percent_encode(path_, "/!$&'()*+,;=:@");
}

std::string Route::file() const {
  std::string out = path_.substr(1);
  if (out.empty() || out.back() == '/') out += "index.html";
  return out;
}

std::optional<BaseUrl> BaseUrl::parse(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return std::nullopt;
  const auto slash = url.find('/', scheme);
  const std::string_view host = url.substr(scheme, slash == std::string_view::npos ? slash : slash - scheme);
  if (host.empty() || host.find_first_of(" @\"'<>\\?#") != std::string_view::npos) return std::nullopt;
  const std::string_view path = slash == std::string_view::npos ? "/" : url.substr(slash);
  if (!Route::parse(path)) return std::nullopt;
  BaseUrl base;
  base.path_ = Route::parse(path)->encoded();
  if (base.path_.back() != '/') base.path_ += '/';
  base.text_ = std::string(url.substr(0, scheme)) + std::string(host) + base.path_;
  return base;
}

std::string BaseUrl::absolute(const Route& route) const {
  return text_ + route.encoded().substr(1);
}

std::string BaseUrl::local(const Route& route) const {
  return path_ + route.encoded().substr(1);
}

}  // namespace kronika
