// The path is of the server, not of the machine that builds, so whether it exists cannot be asked here. It is absolute:
// below a release it would be published or vanish with the next one, and a CGI program's current folder is its own.
#include "generator/config/log_path.h"

#include <algorithm>
#include <filesystem>

namespace kronika {
namespace fs = std::filesystem;
namespace {

constexpr const char* usual_folder = "/var/log/kronika/";

bool has_control_characters(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_plain(const fs::path& path) {
  return path.is_absolute() && path.has_filename() && path == path.lexically_normal() &&
         path.string() == path.lexically_normal().string();
}

}  // namespace

std::string read_log_path(const std::string& path, const Place& place, Diagnostics& diagnostics) {
  if (is_plain(path) && !has_control_characters(path)) return path;
  const fs::path plain = fs::path(path).lexically_normal();
  const std::string name = plain.filename().string();
  const bool can_suggest = !name.empty() && name != "." && name != ".." && !has_control_characters(path);
  diagnostics.report(Code::setting_value, place,
                     {path, "log",
                      both("it is the whole path of a file on the server, without . and ..",
                           "to pełna ścieżka pliku na serwerze, bez . i ..")},
                     !can_suggest          ? ""
                     : plain.is_absolute() ? plain.string()
                                           : usual_folder + name);
  return "";
}

}  // namespace kronika
