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

namespace {

std::string in_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() > 1 ? ", " : "") + item;
  return out + "]";
}

std::string identifiers_json(const Identifiers& identifiers) {
  const auto quoted = [](const std::vector<std::string>& ids) {
    std::vector<std::string> out;
    for (const std::string& id : ids) out.push_back('"' + escape_json(id) + '"');
    return in_list(out);
  };
  std::vector<std::string> entries;
  for (const Identifiers::Entry& each : identifiers.entries) {
    entries.push_back(
        fmt::format("\n      {{\"id\": \"{}\", \"path\": \"{}\"}}", escape_json(each.id), escape_json(each.path)));
  }
  return fmt::format("{{\n    \"datasets\": {},\n    \"resources\": {},\n    \"entries\": {}\n  }}",
                     quoted(identifiers.datasets), quoted(identifiers.resources), in_list(entries));
}

}  // namespace

std::string manifest(const OutputTree& tree, const Identifiers& identifiers, std::string_view commit,
                     std::string_view built, std::string_view version) {
  std::string out = fmt::format("{{\n  \"program\": \"kronika {}\",\n  \"built\": \"{}\",\n", escape_json(version),
                                escape_json(built));
  if (!commit.empty()) out += fmt::format("  \"commit\": \"{}\",\n", escape_json(commit));
  out += "  \"identifiers\": " + identifiers_json(identifiers) + ",\n  \"files\": [";
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
