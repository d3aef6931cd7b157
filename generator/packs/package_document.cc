// Shops, libraries and readers find a book by this document, and readers with disabilities what they can expect of it.
#include "generator/packs/package_document.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/packs/epub.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

std::string element(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format("<{0}>{1}</{0}>\n", name, escape_xml(value));
}

std::string property(std::string_view name, std::string_view value) {
  return fmt::format("<meta property=\"{}\">{}</meta>\n", name, escape_xml(value));
}

bool has_image(std::span<const PackageItem> items, std::string_view type) {
  return std::any_of(items.begin(), items.end(), [&](const PackageItem& item) { return item.type.starts_with(type); });
}

/// What the EPUB Accessibility 1.1 recommendation asks for. Only a GIF may flash.
std::string accessibility(const Book& book, std::span<const PackageItem> items) {
  const bool images = has_image(items, "image/");
  std::string out = property("schema:accessMode", "textual");
  if (images) out += property("schema:accessMode", "visual");
  out += property("schema:accessModeSufficient", "textual");
  for (const char* feature : {"structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"}) {
    out += property("schema:accessibilityFeature", feature);
  }
  if (images) out += property("schema:accessibilityFeature", "alternativeText");
  out += property("schema:accessibilityHazard", has_image(items, "image/gif") ? "unknown" : "none");
  return out + property("schema:accessibilitySummary", book.text("pack_accessibility"));
}

std::string modified(const Book& book) {
  const About& about = book.about;
  return iso(about.changed ? book.views.zone.to_instant(*about.changed) : book.views.model.now);
}

std::string metadata(const Book& book, std::span<const PackageItem> items) {
  const About& about = book.about;
  std::string out = "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n";
  out += fmt::format("<dc:identifier id=\"id\">{}</dc:identifier>\n", stable_urn(about.pack_url));
  out += element("dc:title", about.title) + element("dc:language", about.language);
  out += element("dc:publisher", book.views.config.title.in(book.views.config.language)) +
         element("dc:description", about.summary);
  if (about.published) out += element("dc:date", iso(about.published->date));
  out += element("dc:source", about.page_url);
  out += element("dc:rights", about.licence_url.empty() ? about.licence : about.licence + ", " + about.licence_url);
  out += property("dcterms:modified", modified(book));
  return out + accessibility(book, items) + "</metadata>\n";
}

}  // namespace

std::string package_document(const Book& book, std::span<const PackageItem> items) {
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += fmt::format(
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" "
      "xml:lang=\"{}\">\n",
      escape_xml(book.about.language));
  out += metadata(book, items) + "<manifest>\n";
  for (const PackageItem& item : items) {
    out += fmt::format("<item id=\"{}\" href=\"{}\" media-type=\"{}\"", item.id, escape_xml(item.href), item.type);
    out += item.properties.empty() ? "/>\n" : fmt::format(" properties=\"{}\"/>\n", item.properties);
  }
  out += "</manifest>\n<spine>\n";
  for (const PackageItem& item : items) {
    if (item.in_spine) out += fmt::format("<itemref idref=\"{}\"/>\n", item.id);
  }
  return out + "</spine>\n</package>\n";
}

}  // namespace kronika
