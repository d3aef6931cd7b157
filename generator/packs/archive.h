// ZIP archives in memory (APPNOTE 6.3.9): the same names, bytes and day give the same archive.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/date.h"

namespace kronika {

/// Made by one thread.
class Archive {
 public:
  /// Every file gets this day as its time, as far as ZIP can tell it (1980 to 2107).
  explicit Archive(Date day) : day_(day) {}

  /// Puts a file before all others and does not compress it: EPUB wants its `mimetype` so.
  void add_first(std::string name, std::string bytes);
  /// Names are UTF-8 with '/'. The first file of a name stays; gives whether this one did. What is compressed by its
  /// format is stored as it is.
  bool add(std::string name, std::string bytes);

  bool has(std::string_view name) const { return files_.contains(name); }
  /// Sorted, without what add_first() was given.
  std::vector<std::string> names() const;

  /// The archive's bytes, files sorted by name. Throws Failure when libzip cannot make it.
  std::string bytes() const;

 private:
  Date day_;
  std::map<std::string, std::string, std::less<>> first_;
  std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace kronika
