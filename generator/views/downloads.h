// The files of data that a page offers: a list of links, and their copies in the head.
#pragma once

#include <string>
#include <vector>

#include "generator/views/view.h"

namespace kronika {

struct Download {
  DataKind kind;
  std::string label;
  std::string url;
  std::string note;  // "CSV, 12 kB"
};

std::vector<Download> downloads_of_collection(std::size_t collection, const Views& views);
std::vector<Download> downloads_of_page(const Page& page, const Views& views);

/// Those that hold the same as the page, and are no feed.
std::vector<Alternate> alternates(const std::vector<Download>& downloads);

/// The list `downloads`.
void fill_downloads(TemplateData& data, const std::vector<Download>& downloads);

}  // namespace kronika
