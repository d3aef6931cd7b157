// Every file that a page offers its readers, and where its author named it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content/content.h"

namespace kronika {

struct OfferedFile {
  std::string path;  // source path
  Place place;       // of the field, else of its name in the text, else of the page
};

/// Files of fields and tables, of the text (`used`) and of the page's folder, each once, in this order.
std::vector<OfferedFile> offered_files(const Page& page, std::span<const std::string> used);

/// pdf, doc, docx, odt, rtf, ppt, pptx, odp: what cannot be read where it lies.
bool is_document(std::string_view path);
/// mp4, m4v, webm, ogv, mov, avi, mkv, wmv.
bool is_film(std::string_view path);

}  // namespace kronika
