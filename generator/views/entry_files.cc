// A file of a bundle is offered once: where the text or a field shows it, else in the list at the end.
#include <algorithm>

#include "generator/views/fields.h"

namespace kronika {
namespace {

bool holds(const FieldValue& value, const std::string& attachment) {
  const auto here = [&](const FieldValue& each) { return holds(each, attachment); };
  if (const auto* file = value.as<FilePath>()) return file->source_path == attachment;
  if (const auto* list = value.as<ValueList>()) return std::any_of(list->begin(), list->end(), here);
  if (const auto* records = value.as<RecordList>()) {
    return std::any_of(records->rows.begin(), records->rows.end(),
                       [&](const Record& row) { return std::any_of(row.values.begin(), row.values.end(), here); });
  }
  return false;
}

bool is_used(const std::string& attachment, const Page& page, const PageContent& content) {
  const auto& used = content.body.attachments;
  return std::find(used.begin(), used.end(), attachment) != used.end() ||
         std::any_of(page.fields.begin(), page.fields.end(),
                     [&](const FieldValue& value) { return holds(value, attachment); });
}

}  // namespace

void fill_attachments(TemplateData& data, const Page& page, const Views& views) {
  std::vector<TemplateData> items;
  for (const std::string& path : page.attachments) {
    if (is_used(path, page, views.contents[index(page.id)])) continue;
    TemplateData item;
    set_text(item, "name", path.substr(page.folder.size() + 1));
    set_text(item, "url", views.links.attachment_url(path));
    set_text(item, "note", file_note(path, views.source, page.language));
    items.push_back(std::move(item));
  }
  set_list(data, "attachments", items);
}

}  // namespace kronika
