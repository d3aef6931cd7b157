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

/// How templates and texts call a kind: the texts are `download_NAME` and, of datasets, `resource_NAME`.
std::string_view name_of(DataKind kind);

/// "Tabela CSV dla programów"; of the rows of a field with the field's label before it.
std::string download_label(const DataRoute& file, std::string_view language, const Views& views);

std::vector<Download> downloads_of_collection(std::size_t collection, const Views& views);
std::vector<Download> downloads_of_page(const Page& page, const Views& views);

/// Those that hold the same as the page, and are no feed.
std::vector<Alternate> alternates(const std::vector<Download>& downloads);

/// The list `downloads`.
void fill_downloads(TemplateData& data, const std::vector<Download>& downloads);

}  // namespace kronika
