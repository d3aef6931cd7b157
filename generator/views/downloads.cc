// A page links to data with type and size, so the bytes are made before the pages are.
#include "generator/views/downloads.h"

namespace kronika {
namespace {

bool is_same_as_page(DataKind kind) {
  switch (kind) {
    case DataKind::field_table:
    case DataKind::field_spreadsheet:
    case DataKind::schema:
    case DataKind::all_events:
    case DataKind::atom:
      return false;
    default:
      return true;
  }
}

Download download(std::size_t number, std::string_view language, const Views& views) {
  const DataRoute& file = views.routes.data.files[number];
  return {file.kind, download_label(file, language, views), views.url(file.route),
          file_note(file.route.path(), views.data[number].size(), language)};
}

}  // namespace

std::string_view name_of(DataKind kind) {
  switch (kind) {
    case DataKind::table:
    case DataKind::field_table:
      return "csv";
    case DataKind::spreadsheet:
    case DataKind::field_spreadsheet:
      return "spreadsheet";
    case DataKind::json:
      return "json";
    case DataKind::schema:
      return "schema";
    case DataKind::atom:
      return "atom";
    case DataKind::calendar:
      return "calendar";
    case DataKind::contacts:
      return "contacts";
    case DataKind::map:
      return "map";
    case DataKind::event:
      return "event";
    case DataKind::contact:
      return "contact";
    case DataKind::all_events:
      return "all_events";
    default:
      return "api";
  }
}

std::string download_label(const DataRoute& file, std::string_view language, const Views& views) {
  std::string label = views.theme.text(language, "download_" + std::string(name_of(file.kind)));
  if (file.kind != DataKind::field_table && file.kind != DataKind::field_spreadsheet) return label;
  const Field& field = views.config.collections[file.owner].schema.fields[file.field];
  return field.label.in(language) + ": " + label;
}

std::vector<Download> downloads_of_collection(std::size_t collection, const Views& views) {
  const DataRoutes& routes = views.routes.data;
  const std::string& language = views.config.language;
  std::vector<Download> out;
  for (const std::size_t each : routes.of_collection[collection]) {
    out.push_back(download(each, language, views));
    if (routes.files[each].kind != DataKind::calendar) continue;
    const DataRoute* all = routes.find(DataKind::all_events);
    if (all) out.push_back(download(static_cast<std::size_t>(all - routes.files.data()), language, views));
  }
  return out;
}

std::vector<Download> downloads_of_page(const Page& page, const Views& views) {
  std::vector<Download> out;
  for (const std::size_t each : views.routes.data.of_page[index(page.id)])
    out.push_back(download(each, page.language, views));
  return out;
}

std::vector<Alternate> alternates(const std::vector<Download>& downloads) {
  std::vector<Alternate> out;
  for (const Download& each : downloads)
    if (is_same_as_page(each.kind)) out.push_back({each.url, std::string(media_type(each.kind)), each.label});
  return out;
}

void fill_downloads(TemplateData& data, const std::vector<Download>& downloads) {
  std::vector<TemplateData> items;
  for (const Download& each : downloads) {
    TemplateData item;
    set_text(item, "format", name_of(each.kind));
    set_text(item, "label", each.label);
    set_text(item, "url", each.url);
    set_text(item, "type", media_type(each.kind));
    set_text(item, "note", each.note);
    items.push_back(std::move(item));
  }
  set_list(data, "downloads", items);
}

}  // namespace kronika
