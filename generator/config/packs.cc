// What is offered as one download is the site's choice: each kind costs readers a line on the page.
#include "generator/config/packs.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/core/nearest.h"

namespace kronika {
namespace {

constexpr std::array of_collections = {PackKind::zip, PackKind::epub, PackKind::print};
constexpr std::array of_entries = {PackKind::zip, PackKind::epub, PackKind::imscc};

std::vector<std::string> names_of(std::span<const PackKind> kinds) {
  std::vector<std::string> names;
  for (const PackKind kind : kinds) names.emplace_back(name_of(kind));
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

std::string_view name_of(PackKind kind) {
  switch (kind) {
    case PackKind::zip:
      return "zip";
    case PackKind::epub:
      return "epub";
    case PackKind::print:
      return "print";
    case PackKind::imscc:
      return "imscc";
  }
  return "";
}

std::vector<PackKind> read_packs(TableReader& reader, std::string_view key, std::span<const PackKind> possible,
                                 Diagnostics& diagnostics) {
  const auto given = reader.texts(key);
  if (!given) return {};
  const std::vector<std::string> names = names_of(possible);
  for (const std::string& each : *given) {
    if (std::find(names.begin(), names.end(), each) != names.end()) continue;
    const std::string all = joined(names);
    diagnostics.report(Code::setting_value, reader.place(key),
                       {each, std::string(key), both("it may hold " + all, "może zawierać: " + all)},
                       nearest(each, names));
  }
  std::vector<PackKind> out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::find(given->begin(), given->end(), names[i]) != given->end()) out.push_back(possible[i]);
  }
  return out;
}

std::span<const PackKind> collection_pack_kinds() {
  return of_collections;
}

std::span<const PackKind> entry_pack_kinds() {
  return of_entries;
}

}  // namespace kronika
