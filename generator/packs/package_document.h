// The package document of an EPUB: metadata, every file, the reading order (EPUB 3.3, 5).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "generator/packs/book.h"

namespace kronika {

struct PackageItem {
  std::string id;    // an XML name
  std::string href;  // from the package document
  std::string type;  // media type
  std::string properties = {};
  bool in_spine = false;
};

std::string package_document(const Book& book, std::span<const PackageItem> items);

}  // namespace kronika
