// Downloads made of several things: the settings `packs` and `entry_packs` of a collection.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "generator/core/table_reader.h"

namespace kronika {

enum class PackKind {
  zip,    // pages as files that need no web server, and their attachments
  epub,   // a book for readers
  print,  // one page with everything, for paper
  imscc   // an IMS Common Cartridge, which Moodle restores as a course
};

/// "zip", "epub", "print", "imscc": as site.toml spells them, and the ending of the file.
std::string_view name_of(PackKind kind);

/// The kinds that `key` lists, each once, in the order of `possible`. Others are reported.
std::vector<PackKind> read_packs(TableReader& reader, std::string_view key, std::span<const PackKind> possible,
                                 Diagnostics& diagnostics);

/// Of a whole collection. A cartridge is one lesson's.
std::span<const PackKind> collection_pack_kinds();
/// Of each entry. Its own page is the one to print.
std::span<const PackKind> entry_pack_kinds();

}  // namespace kronika
