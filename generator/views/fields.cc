// How each type of field looks on a page. Only types that link somewhere or span lines need a word here; the rest is
// what content's display() says.
#include "generator/views/fields.h"

#include "generator/views/short_words.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

std::string address_of(const FieldValue& value, const Field& field, const Views& views) {
  const auto* text = value.as<std::string>();
  if (!text) return "";
  switch (field.value_type()) {
    case FieldType::choice: {
      const auto route = term_route(views.model, field.vocabulary, *text);
      return route ? views.url(*route) : "";
    }
    case FieldType::url:
      return *text;
    case FieldType::email:
      return "mailto:" + *text;
    case FieldType::phone: {
      std::string digits;
      for (const char c : *text) {
        if ((c >= '0' && c <= '9') || c == '+') digits += c;
      }
      return "tel:" + (digits.starts_with('+') ? digits : "+48" + digits);
    }
    default:
      return "";
  }
}

std::string short_address(std::string url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.starts_with(scheme)) url.erase(0, scheme.size());
  }
  if (url.ends_with('/')) url.pop_back();
  return url;
}

std::optional<FieldItem> item(const FieldValue& value, const Field& field, const Page& page, const Views& views) {
  if (const auto* reference = value.as<Reference>()) {
    if (!reference->target) return std::nullopt;
    const Page& target = views.model.page(*reference->target);
    return FieldItem{target.title, views.url(target), ""};
  }
  if (const auto* file = value.as<FilePath>()) {
    return FieldItem{file_name(file->source_path), views.links.attachment_url(file->source_path),
                     file_note(file->source_path, views.source, page.language)};
  }
  if (const auto* yes = value.as<bool>())
    return FieldItem{views.theme.text(page.language, *yes ? "yes" : "no"), "", ""};
  FieldItem out{display(value, field, views.model, page.language), address_of(value, field, views), ""};
  if (field.value_type() == FieldType::url) out.text = short_address(out.text);
  if (out.text.empty()) return std::nullopt;
  return out;
}

TemplateData item_data(const FieldItem& item, std::string_view language) {
  TemplateData out;
  set_text(out, "text", bind_short_words(item.text, language));
  set_optional(out, "url", item.url);
  set_optional(out, "note", item.note);
  return out;
}

bool is_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
}

TemplateData cell(const Record& row, std::size_t column, const Field& table, const Page& page, const Views& views) {
  const Field& field = table.fields.fields[column];
  FieldItem joined;
  for (const FieldItem& each : field_items(row.values[column], field, page, views)) {
    joined.text += (joined.text.empty() ? "" : ", ") + each.text;
    joined.url = joined.url.empty() && joined.text == each.text ? each.url : "";
  }
  TemplateData out;
  set_text(out, "text", joined.text);
  set_optional(out, "url", joined.url);
  set_flag(out, "is_number", is_number(field.type));
  return out;
}

void fill_table(TemplateData& data, const RecordList& records, const Field& field, const Page& page,
                const Views& views) {
  std::vector<std::size_t> shown;  // columns in which some row has a value
  std::vector<TemplateData> columns, rows;
  for (std::size_t c = 0; c < field.fields.fields.size(); ++c) {
    bool used = false;
    for (const Record& row : records.rows) used = used || !row.values[c].empty();
    if (!used) continue;
    shown.push_back(c);
    TemplateData column;
    set_text(column, "label", field.fields.fields[c].label.in(page.language));
    columns.push_back(std::move(column));
  }
  for (const Record& record : records.rows) {
    std::vector<TemplateData> cells;
    for (const std::size_t c : shown) cells.push_back(cell(record, c, field, page, views));
    TemplateData row;
    set_list(row, "cells", cells);
    rows.push_back(std::move(row));
  }
  set_list(data, "columns", columns);
  set_list(data, "rows", rows);
}

enum class Look { nothing, single, list, html, table };

struct FieldView {
  Look look = Look::nothing;
  std::vector<FieldItem> items;
  std::string html;
  const RecordList* table = nullptr;
};

FieldView view_of(std::size_t number, const Field& field, const Page& page, const Views& views) {
  FieldView out;
  const FieldValue& value = page.fields[number];
  if (value.empty()) return out;
  if (const auto* records = value.as<RecordList>()) {
    if (records->rows.empty()) return out;
    out.table = records;
    out.look = Look::table;
  } else if (field.type == FieldType::markdown) {
    out.html = views.contents[index(page.id)].field_html[number];
    out.look = Look::html;
  } else if (field.type == FieldType::long_text) {
    if (const auto* text = value.as<std::string>()) out.html = paragraphs(bind_short_words(*text, page.language));
    out.look = Look::html;
  } else {
    out.items = field_items(value, field, page, views);
    if (!out.items.empty()) out.look = field.type == FieldType::list ? Look::list : Look::single;
  }
  return out;
}

TemplateData data_of(const FieldView& view, const Field& field, const Page& page, const Views& views) {
  TemplateData out;
  set_text(out, "name", field.name);
  set_text(out, "label", field.label.in(page.language));
  set_flag(out, "has_value", view.look != Look::nothing);
  set_flag(out, "is_single", view.look == Look::single);
  set_flag(out, "is_list", view.look == Look::list);
  set_flag(out, "is_html", view.look == Look::html);
  set_flag(out, "is_table", view.look == Look::table);
  std::string joined;
  std::vector<TemplateData> items;
  for (const FieldItem& each : view.items) {
    joined += (joined.empty() ? "" : ", ") + each.text;
    items.push_back(item_data(each, page.language));
  }
  set_text(out, "text", bind_short_words(joined, page.language));
  const bool single = view.items.size() == 1;
  set_optional(out, "url", single ? view.items[0].url : "");
  set_optional(out, "note", single ? view.items[0].note : "");
  set_list(out, "items", items);
  set_text(out, "html", view.html);
  fill_table(out, view.table ? *view.table : RecordList{}, field, page, views);
  return out;
}

}  // namespace

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto gap = text.find("\n\n");
    std::string_view paragraph = text.substr(0, gap);
    text = gap == std::string_view::npos ? std::string_view{} : text.substr(gap + 2);
    while (!paragraph.empty() && (paragraph.back() == '\n' || paragraph.back() == ' ')) paragraph.remove_suffix(1);
    while (!paragraph.empty() && (paragraph.front() == '\n' || paragraph.front() == ' ')) paragraph.remove_prefix(1);
    if (!paragraph.empty()) out += "<p>" + escape_html(paragraph) + "</p>\n";
  }
  return out;
}

std::vector<FieldItem> field_items(const FieldValue& value, const Field& field, const Page& page, const Views& views) {
  std::vector<FieldItem> out;
  if (value.empty()) return out;
  if (const auto* list = value.as<ValueList>()) {
    for (const FieldValue& each : *list) {
      if (auto one = item(each, field, page, views)) out.push_back(std::move(*one));
    }
  } else if (auto one = item(value, field, page, views)) {
    out.push_back(std::move(*one));
  }
  return out;
}

void fill_fields(TemplateData& data, const Page& page, const Views& views) {
  std::vector<TemplateData> visible;
  TemplateData by_name;
  const CollectionConfig* collection = views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const Field& field = collection->schema.fields[i];
    const FieldView view = view_of(i, field, page, views);
    TemplateData one = data_of(view, field, page, views);
    if (view.look != Look::nothing && !field.hidden && field.role == Role::none) visible.push_back(one);
    set_node(by_name, field.name, std::move(one));
  }
  set_list(data, "fields", visible);
  set_node(data, "field", std::move(by_name));
}

}  // namespace kronika
