// The manifest may come from anywhere that releases are kept, so it is held to what this program writes: its size, its
// depth and every value that is used. Keys that are unknown may be those of a later version, and are passed over.
#include "generator/output/previous_release.h"

#include <algorithm>
#include <filesystem>

#include "generator/core/failure.h"
#include "generator/core/json.h"

namespace kronika {
namespace {

constexpr std::uintmax_t largest_manifest = 64'000'000;  // bytes: some hundreds of thousands of files
constexpr int deepest = 8;                               // a manifest has 4 levels
constexpr std::size_t longest_text = 4096;               // of paths and identifiers
constexpr std::string_view document_root = "public/";

class ManifestReader {
 public:
  ManifestReader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  PreviousRelease read() {
    const Json root = parse();
    PreviousRelease out{file_, {}, {}};
    for (const Json& each : list(root, "files")) {
      const std::string path = text(member(each, "path"));
      if (path.starts_with(document_root)) out.paths.push_back(path.substr(document_root.size()));
    }
    const auto identifiers = root.find("identifiers");
    if (identifiers == root.end()) return out;
    for (const Json& each : list(*identifiers, "datasets")) out.identifiers.datasets.push_back(text(each));
    for (const Json& each : list(*identifiers, "resources")) out.identifiers.resources.push_back(text(each));
    for (const Json& each : list(*identifiers, "entries")) {
      out.identifiers.entries.push_back({text(member(each, "id")), text(member(each, "path"))});
    }
    return out;
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw Failure{"--previous: '" + file_ + "' is no manifest.json of a release: " + why};
  }

  Json parse() const {
    const auto within = [this](int depth, Json::parse_event_t, Json&) {
      if (depth > deepest) refuse("it is nested too deeply");
      return true;
    };
    try {
      Json root = Json::parse(bytes_.begin(), bytes_.end(), within);
      if (!root.is_object()) refuse("it is no object");
      return root;
    } catch (const Json::exception& error) {
      refuse(error.what());
    }
  }

  const Json& member(const Json& object, const char* name) const {
    if (!object.is_object()) refuse("an object with '" + std::string(name) + "' is expected");
    const auto found = object.find(name);
    if (found == object.end()) refuse("'" + std::string(name) + "' is missing");
    return *found;
  }

  const Json& list(const Json& object, const char* name) const {
    const Json& found = member(object, name);
    if (!found.is_array()) refuse("'" + std::string(name) + "' is no list");
    return found;
  }

  /// Messages show these texts.
  std::string text(const Json& value) const {
    if (!value.is_string()) refuse("a text is expected");
    std::string out = value.get<std::string>();
    const bool clean = std::none_of(out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (out.empty() || out.size() > longest_text || !clean) refuse("a path or identifier cannot be one");
    return out;
  }

  std::string_view bytes_;
  const std::string& file_;
};

}  // namespace

PreviousRelease parse_manifest(std::string_view bytes, const std::string& file) {
  return ManifestReader(bytes, file).read();
}

PreviousRelease read_previous_release(const std::string& file) {
  std::error_code error;
  const std::filesystem::path path(file);
  if (std::filesystem::is_regular_file(path, error)) {
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size > largest_manifest) throw Failure{"--previous: '" + file + "' is larger than 64 MB"};
  } else {
    throw Failure{"--previous: there is no file '" + file + "'"};
  }
  return parse_manifest(read_file(path), file);
}

}  // namespace kronika
