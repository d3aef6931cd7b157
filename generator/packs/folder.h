// Packs of plain files: an entry as a folder that a browser opens without a web server.
#pragma once

#include <string>
#include <vector>

#include "generator/packs/archive.h"
#include "generator/packs/book.h"

namespace kronika {

/// Where files of the site lie in an archive, by source path.
class PackedFiles {
 public:
  /// Puts the file at `wanted`, or where it is already. Gives the place.
  const std::string& add(const std::string& source_path, std::string wanted);
  const std::string* find(const std::string& source_path) const;
  const std::map<std::string, std::string>& all() const { return places_; }

 private:
  std::map<std::string, std::string> places_;
};

/// A relative URL from a file in `folder` ("" or "x/") to the file `to`, both from the archive's root.
std::string relative_url(const std::string& folder, const std::string& to);

/// The folders of a collection's pack, or the one of an entry, and README.txt.
std::string zip_pack(const Book& book);

/// index.html of a chapter in `folder`. Images that the text takes from elsewhere are added to `files`, below `extra`.
std::string chapter_page(const Chapter& chapter, const std::string& folder, const std::string& extra, const Book& book,
                         PackedFiles& files);

}  // namespace kronika
