// Bytes go to disk as soon as they are made, so that memory stays flat; the manifest needs only digests.
#include "generator/output/output_tree.h"

#include <fmt/format.h>

#include <stdexcept>

#include "generator/core/digest.h"
#include "search/text/escape.h"

namespace kronika {

void OutputTree::record(const std::string& path, OutputFile file) {
  const std::scoped_lock lock(mutex_);
  if (!entries_.emplace(path, std::move(file)).second) throw std::logic_error("written twice: " + path);
}

void OutputTree::write(const std::string& path, std::string_view bytes) {
  record(path, {bytes.size(), sha256_hex(bytes)});
  files_.write(path, bytes);
}

void OutputTree::copy_in(const std::filesystem::path& from, const std::string& path) {
  const std::string bytes = read_file(from);
  record(path, {bytes.size(), sha256_hex(bytes)});
  files_.copy_in(from, path);
}

std::string release_digest(const OutputTree& tree) {
  std::string all;
  for (const auto& [path, file] : tree.entries()) all += path + '\n' + file.sha256 + '\n';
  return sha256_hex(all);
}

std::string manifest(const OutputTree& tree, std::string_view commit, std::string_view built,
                     std::string_view version) {
  std::string out = fmt::format("{{\n  \"program\": \"kronika {}\",\n  \"built\": \"{}\",\n", escape_json(version),
                                escape_json(built));
  if (!commit.empty()) out += fmt::format("  \"commit\": \"{}\",\n", escape_json(commit));
  out += "  \"files\": [";
  const char* separator = "\n";
  for (const auto& [path, file] : tree.entries()) {
    out += fmt::format("{}    {{\"path\": \"{}\", \"size\": {}, \"sha256\": \"{}\"}}", separator, escape_json(path),
                       file.size, file.sha256);
    separator = ",\n";
  }
  out += "\n  ]\n}\n";
  return out;
}

}  // namespace kronika
