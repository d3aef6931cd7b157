// Two habits of Moodle shape it. Each item below the root becomes a section of the course, so page and files share one.
// And it replaces addresses of files wherever they stand in the page's text, even as words: so files lie in a folder.
#include "generator/packs/cartridge.h"

#include <fmt/format.h>

#include <map>

#include "generator/core/digest.h"
#include "generator/packs/documents.h"
#include "generator/packs/folder.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr std::string_view page_file = "index.html";
constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\"\n"
    " xmlns:lom=\"http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest\"\n"
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n";
constexpr std::string_view schemas =
    " xsi:schemaLocation=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1 "
    "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_imscp_v1p2_v1p0.xsd "
    "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest "
    "http://www.imsglobal.org/profile/cc/ccv1p1/LOM/ccv1p1_lommanifest_v1p0.xsd\">\n";

std::string text_in(std::string_view element, std::string_view text, std::string_view language) {
  if (text.empty()) return "";
  return fmt::format("<lom:{0}><lom:string language=\"{1}\">{2}</lom:string></lom:{0}>\n", element,
                     escape_xml(language), escape_xml(text));
}

std::string metadata(const About& about) {
  std::string out =
      "<metadata>\n<schema>IMS Common Cartridge</schema>\n<schemaversion>1.1.0</schemaversion>\n"
      "<lom:lom>\n<lom:general>\n";
  out += text_in("title", about.title, about.language);
  out += fmt::format("<lom:language>{}</lom:language>\n", escape_xml(about.language));
  out += text_in("description", about.summary, about.language) + "</lom:general>\n";
  if (!about.licence.empty()) {
    const std::string licence = about.licence_url.empty() ? about.licence : about.licence + ", " + about.licence_url;
    out +=
        "<lom:rights>\n<lom:copyrightAndOtherRestrictions><lom:value>yes</lom:value>"
        "</lom:copyrightAndOtherRestrictions>\n";
    out += text_in("description", licence, about.language) + "</lom:rights>\n";
  }
  return out + "</lom:lom>\n</metadata>\n";
}

std::string item(std::string_view resource, std::string_view title) {
  return fmt::format("<item identifier=\"I_{0}\" identifierref=\"{0}\"><title>{1}</title></item>\n", resource,
                     escape_xml(title));
}

/// Place in the cartridge → identifier.
std::map<std::string, std::string> identifiers(const PackedFiles& files) {
  std::map<std::string, std::string> out;
  for (const auto& [source, place] : files.all()) out.emplace(place, "");
  int number = 0;
  for (auto& [place, identifier] : out) identifier = fmt::format("F_{:03}", ++number);
  return out;
}

std::string resources(const std::map<std::string, std::string>& files) {
  std::string out = fmt::format(
      "<resources>\n<resource identifier=\"PAGE\" type=\"webcontent\" href=\"{0}\">\n<file href=\"{0}\"/>\n",
      page_file);
  for (const auto& [place, identifier] : files) out += fmt::format("<dependency identifierref=\"{}\"/>\n", identifier);
  out += "</resource>\n";
  for (const auto& [place, identifier] : files) {
    out += fmt::format(
        "<resource identifier=\"{0}\" type=\"webcontent\" href=\"{1}\">\n<file href=\"{1}\"/>\n</resource>\n",
        identifier, escape_xml(percent_encode(place, "/")));
  }
  return out + "</resources>\n";
}

std::string manifest(const Book& book, const PackedFiles& files, const PackedFiles& offered) {
  const auto names = identifiers(files);
  std::string out(head);
  out += fmt::format(" identifier=\"M_{}\"\n", sha256_hex(book.about.pack_url).substr(0, 32));
  out += schemas;
  out += metadata(book.about);
  out +=
      "<organizations>\n<organization identifier=\"O_1\" structure=\"rooted-hierarchy\">\n<item identifier=\"ROOT\">\n";
  out += fmt::format("<item identifier=\"PART\"><title>{}</title>\n", escape_xml(book.about.title));
  out += item("PAGE", book.about.title);
  for (const auto& [source, place] : offered.all()) out += item(names.at(place), base_name(place));
  return out + "</item>\n</item>\n</organization>\n</organizations>\n" + resources(names) + "</manifest>\n";
}

}  // namespace

std::string cartridge_pack(const Book& book) {
  Archive archive(book.day());
  const Chapter& chapter = book.chapters.front();
  const Page& page = *chapter.page;
  PackedFiles files;
  for (const std::string& path : page.attachments) files.add(path, "files/" + path.substr(page.folder.size() + 1));
  const PackedFiles offered = files;  // the images of the text are not items, unless they are attachments
  archive.add(std::string(page_file), chapter_page(chapter, "", "files/", book, files));
  for (const auto& [source, place] : files.all()) archive.add(place, book.views.source.read(source));
  archive.add("imsmanifest.xml", manifest(book, files, offered));
  return archive.bytes();
}

}  // namespace kronika
