// An entry for learning platforms: IMS Common Cartridge 1.1.
#pragma once

#include <string>

#include "generator/packs/book.h"

namespace kronika {

/// The cartridge of one entry: its page and its attachments as web content. Version 1.1, since Moodle restores no newer
/// one: it knows a cartridge by the namespace in the first 500 bytes of the manifest.
std::string cartridge_pack(const Book& book);

}  // namespace kronika
