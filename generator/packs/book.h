// What every kind of pack is made of: chapters, and what is to be told of the whole.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/licences.h"
#include "generator/packs/addresses.h"

namespace kronika {

/// An entry, drawn by the theme's template `pack`.
struct Chapter {
  const Page* page = nullptr;
  std::string name;  // a folder, a file or an anchor; differs from the others'
  std::string html;  // HTML with the site's addresses
};

/// What a pack says of itself. Texts are plain.
struct About {
  std::string title, summary, language;
  std::string page_url;                    // absolute: the page that it is a copy of
  std::string pack_url;                    // absolute: its own address
  std::string licence, licence_url;        // "" : none, or not the same for all
  std::optional<DateTime> published = {};  // of a single entry
  std::optional<DateTime> changed = {};    // when the newest of its entries changed; nothing: no entry has a date
};

/// One pack to be made. Borrows everything.
struct Book {
  About about;
  std::span<const Chapter> chapters;
  bool is_whole = false;  // a collection's, with a page of its own before the chapters
  const Views& views;
  const SiteAddresses& addresses;

  const std::string& text(std::string_view key) const { return views.theme.text(about.language, key); }
  /// The chapter that a link leads to; null for all else, and for absolute addresses: below each chapter stands where
  /// it is on the site.
  const Chapter* chapter_at(std::string_view url) const;
  /// Of the files in an archive: the newest change, else the first day that ZIP knows.
  Date day() const;
};

/// What is told of one entry, and of all of a collection.
About about_entry(const Page& page, const PackRoute& pack, const Views& views);
About about_collection(const Collection& collection, const PackRoute& pack, const Views& views);

/// The name of a file without its folders.
std::string_view base_name(std::string_view path);

}  // namespace kronika
