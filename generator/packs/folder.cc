// Attachments lie beside their page as they do on the site, so that editors find their own names again.
#include "generator/packs/folder.h"

#include "generator/packs/documents.h"
#include "generator/packs/xhtml.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

/// "files/x.svg" again and again gives "files/x-2.svg", …
std::string numbered(const std::string& path, int number) {
  const auto dot = path.rfind('.');
  const bool has_ending = dot != std::string::npos && dot > path.rfind('/') + 1;
  const std::string ending = has_ending ? path.substr(dot) : "";
  return path.substr(0, path.size() - ending.size()) + "-" + std::to_string(number) + ending;
}

std::string folder_of(const Chapter& chapter, const Book& book) {
  return book.is_whole ? chapter.name + "/" : "";
}

std::string link_from(const std::string& folder, std::string_view url, const Book& book, const PackedFiles& files) {
  const SiteTarget target = book.addresses.target(url);
  if (const Chapter* chapter = book.chapter_at(url)) {
    return relative_url(folder, folder_of(*chapter, book) + "index.html") + target.fragment;
  }
  if (const std::string* file = files.find(target.source_path)) return relative_url(folder, *file);
  return book.addresses.absolute(url);
}

void add_attachments(const Chapter& chapter, const std::string& folder, PackedFiles& files) {
  const Page& page = *chapter.page;
  for (const std::string& path : page.attachments) files.add(path, folder + path.substr(page.folder.size() + 1));
}

void add_texts(const Chapter& chapter, const std::string& folder, const Book& book, Archive& archive) {
  const Page& page = *chapter.page;
  archive.add(folder + "index.txt", plain_text(page, book));
  const CollectionConfig* collection = book.views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    std::string text = captions(i, page, book);
    if (!text.empty()) archive.add(folder + collection->schema.fields[i].name + ".txt", std::move(text));
  }
}

}  // namespace

const std::string& PackedFiles::add(const std::string& source_path, std::string wanted) {
  const auto found = places_.find(source_path);
  if (found != places_.end()) return found->second;
  const auto is_taken = [&](const std::string& place) {
    for (const auto& [source, taken] : places_) {
      if (taken == place) return true;
    }
    return false;
  };
  std::string place = wanted;
  for (int n = 2; is_taken(place); ++n) place = numbered(wanted, n);
  return places_.emplace(source_path, std::move(place)).first->second;
}

const std::string* PackedFiles::find(const std::string& source_path) const {
  const auto found = places_.find(source_path);
  return found == places_.end() ? nullptr : &found->second;
}

std::string relative_url(const std::string& folder, const std::string& to) {
  const bool within = to.starts_with(folder);
  const std::string path = within ? to.substr(folder.size()) : "../" + to;
  return percent_encode(path, "/");
}

std::string chapter_page(const Chapter& chapter, const std::string& folder, const std::string& extra, const Book& book,
                         PackedFiles& files) {
  XhtmlOptions options;
  options.link = [&](std::string_view url) { return link_from(folder, url, book, files); };
  options.image = [&](std::string_view url) -> std::string {
    const SiteTarget target = book.addresses.target(url);
    if (target.source_path.empty()) return book.addresses.absolute(url);
    return relative_url(folder, files.add(target.source_path, extra + std::string(base_name(target.source_path))));
  };
  return html_document(chapter.page->title, chapter.page->language, to_xhtml(chapter.html, options).markup);
}

std::string zip_pack(const Book& book) {
  Archive archive(book.day());
  PackedFiles files;
  for (const Chapter& chapter : book.chapters) add_attachments(chapter, folder_of(chapter, book), files);
  std::vector<std::string> pages;
  for (const Chapter& chapter : book.chapters) {
    const std::string folder = folder_of(chapter, book);
    pages.push_back(chapter_page(chapter, folder, folder + "files/", book, files));
  }
  for (const auto& [source, place] : files.all()) archive.add(place, book.views.source.read(source));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string folder = folder_of(book.chapters[i], book);
    archive.add(folder + "index.html", std::move(pages[i]));
    add_texts(book.chapters[i], folder, book, archive);
  }
  archive.add("README.txt", readme(book, archive.names()));
  return archive.bytes();
}

}  // namespace kronika
