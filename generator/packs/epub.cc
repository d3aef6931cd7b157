// A book is written in one go: chapters first, since only they tell which images it holds.
#include "generator/packs/epub.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "generator/core/digest.h"
#include "generator/output/content_type.h"
#include "generator/packs/archive.h"
#include "generator/packs/documents.h"
#include "generator/packs/package_document.h"
#include "generator/packs/xhtml.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

/// The images that every reading system shows (EPUB 3.3, 3.2); others, AVIF among them, stay on the site.
constexpr std::array<std::string_view, 5> core_images = {"image/svg+xml", "image/png", "image/jpeg", "image/webp",
                                                         "image/gif"};
constexpr std::string_view xhtml_type = "application/xhtml+xml";
constexpr int deepest_heading = 2;  // in the contents of a single entry

constexpr std::string_view container =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n<rootfiles>\n"
    "<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n"
    "</rootfiles>\n</container>\n";

class EpubMaker {
 public:
  explicit EpubMaker(const Book& book) : book_(book), archive_(book.day()) {}

  std::string make() {
    archive_.add_first("mimetype", "application/epub+zip");
    archive_.add("META-INF/container.xml", std::string(container));
    put({"style", "style.css", "text/css"}, std::string(book_style()));
    if (book_.is_whole) put({"title", "title.xhtml", std::string(xhtml_type), "", true}, title_page());
    put({"nav", "nav.xhtml", std::string(xhtml_type), "nav", book_.is_whole}, contents_page());
    for (const Chapter& chapter : book_.chapters) add_chapter(chapter);
    add_images();
    archive_.add("EPUB/package.opf", package_document(book_, items_));
    return archive_.bytes();
  }

 private:
  void put(PackageItem item, std::string bytes) {
    archive_.add("EPUB/" + item.href, std::move(bytes));
    items_.push_back(std::move(item));
  }

  std::string file_of(const Chapter& chapter) const {
    const auto number = static_cast<std::size_t>(&chapter - book_.chapters.data()) + 1;
    return fmt::format("chapter-{:03}.xhtml", number);
  }

  void add_chapter(const Chapter& chapter) {
    XhtmlOptions options;
    options.open_details = true;
    options.link = [&](std::string_view url) { return link(url); };
    options.image = [&](std::string_view url) { return image(url); };
    const Xhtml body = to_xhtml(chapter.html, options);
    const std::string file = file_of(chapter);
    put({file.substr(0, file.find('.')), file, std::string(xhtml_type), body.has_svg ? "svg" : "", true},
        xhtml_document(chapter.page->title, chapter.page->language, body.markup));
  }

  std::string link(std::string_view url) const {
    const Chapter* chapter = book_.chapter_at(url);
    return chapter ? file_of(*chapter) + book_.addresses.target(url).fragment : book_.addresses.absolute(url);
  }

  /// Its name in the book, which has ASCII letters only, whatever the editor called it.
  std::string image(std::string_view url) {
    const SiteTarget target = book_.addresses.target(url);
    const std::string_view type = content_type(target.source_path);
    const bool shown = std::find(core_images.begin(), core_images.end(), type) != core_images.end();
    if (target.source_path.empty() || !shown) return "";
    const auto [found, fresh] = images_.try_emplace(target.source_path);
    if (fresh) {
      const std::string ending = target.source_path.substr(target.source_path.rfind('.'));
      found->second = fmt::format("image-{:03}", images_.size()) + ending;
    }
    return found->second;
  }

  void add_images() {
    std::map<std::string, std::string> by_name;
    for (const auto& [source, name] : images_) by_name.emplace(name, source);
    for (const auto& [name, source] : by_name) {
      put({name.substr(0, name.find('.')), name, std::string(content_type(name))}, book_.views.source.read(source));
    }
  }

  std::string title_page() const {
    const About& about = book_.about;
    const std::string url = escape_xml(about.page_url);
    std::string out = "<h1>" + escape_xml(about.title) + "</h1>\n";
    if (!about.summary.empty()) out += "<p class=\"lead\">" + escape_xml(about.summary) + "</p>\n";
    out += "<p>" + escape_xml(book_.views.config.title.in(book_.views.config.language)) + "</p>\n<dl>\n";
    const auto add = [&](std::string_view label, const std::string& value) {
      out += "<dt>" + escape_xml(book_.text(label)) + "</dt><dd>" + value + "</dd>\n";
    };
    add("pack_address", "<a href=\"" + url + "\">" + url + "</a>");
    if (about.changed) add("pack_date", escape_xml(long_date(about.changed->date, about.language)));
    if (!about.licence_url.empty()) {
      add("pack_licence", "<a href=\"" + escape_xml(about.licence_url) + "\">" + escape_xml(about.licence) + "</a>");
    } else if (!about.licence.empty()) {
      add("pack_licence", escape_xml(about.licence));
    }
    return xhtml_document(about.title, about.language, out + "</dl>\n");
  }

  std::string contents_page() const {
    const std::string title = escape_xml(book_.text("pack_contents"));
    std::string out = "<nav epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"contents\">\n<h1 id=\"contents\">" +
                      title + "</h1>\n<ol>\n";
    for (const Chapter& chapter : book_.chapters) {
      out += "<li><a href=\"" + file_of(chapter) + "\">" + escape_xml(chapter.page->title) + "</a>";
      if (!book_.is_whole) out += headings(chapter);
      out += "</li>\n";
    }
    return xhtml_document(book_.about.title, book_.about.language, out + "</ol>\n</nav>\n");
  }

  std::string headings(const Chapter& chapter) const {
    std::string out;
    for (const Heading& heading : book_.views.contents[index(chapter.page->id)].body.headings) {
      if (heading.level > deepest_heading || heading.text.empty()) continue;
      out += "<li><a href=\"" + file_of(chapter) + "#" + escape_xml(heading.id) + "\">" + escape_xml(heading.text) +
             "</a></li>\n";
    }
    return out.empty() ? "" : "\n<ol>\n" + out + "</ol>\n";
  }

  const Book& book_;
  Archive archive_;
  std::vector<PackageItem> items_;             // in the reading order
  std::map<std::string, std::string> images_;  // source path → name in the book
};

}  // namespace

std::string epub_pack(const Book& book) {
  return EpubMaker(book).make();
}

std::string stable_urn(std::string_view address) {
  std::string hex = sha256_hex(address).substr(0, 32);
  hex[12] = '8';                          // the version
  hex[16] = "89ab"[(hex[16] - '0') & 3];  // the variant
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20));
}

}  // namespace kronika
