// How each type of field looks on a page: a value, a list, a text or a table.
#include "generator/views/fields.h"

#include <algorithm>

#include "generator/views/drawings.h"
#include "generator/views/short_words.h"
#include "generator/views/states.h"
#include "generator/views/tables.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

TemplateData item_data(const FieldItem& item, std::string_view language) {
  TemplateData out;
  set_text(out, "text", bind_short_words(item.text, language));
  set_optional(out, "url", item.url);
  set_optional(out, "note", item.note);
  return out;
}

enum class Look { nothing, single, list, html, table, gallery };

struct FieldView {
  Look look = Look::nothing;
  std::vector<FieldItem> items;
  std::string html;
  const Schema* columns = nullptr;  // of a table
  const RecordList* rows = nullptr;
  const Record* totals = nullptr;

  void show(const Schema& schema, const RecordList& records, const Record* sums) {
    if (records.rows.empty()) return;
    columns = &schema;
    rows = &records;
    totals = sums;
    const bool has_image = std::any_of(schema.fields.begin(), schema.fields.end(),
                                       [](const Field& column) { return column.type == FieldType::image; });
    look = has_image ? Look::gallery : Look::table;
  }
};

/// The text of the column with a role in one row.
std::string text_of(const Schema& columns, const Record& row, Role role) {
  for (std::size_t c = 0; c < columns.fields.size(); ++c) {
    const auto* text = row.values[c].as<std::string>();
    if (columns.fields[c].role == role && text) return *text;
  }
  return "";
}

/// One picture for each row: its image, and what the columns with the roles alt and credit say.
std::vector<TemplateData> images_of(const FieldView& view, const Views& views, std::string_view language) {
  std::vector<TemplateData> out;
  for (const Record& row : view.rows->rows) {
    for (std::size_t c = 0; c < row.values.size(); ++c) {
      const auto* file = row.values[c].as<FilePath>();
      if (view.columns->fields[c].type != FieldType::image || !file) continue;
      TemplateData image;
      set_text(image, "url", views.links.attachment_url(file->source_path));
      set_text(image, "alt", text_of(*view.columns, row, Role::alt));
      set_optional(image, "credit", bind_short_words(text_of(*view.columns, row, Role::credit), language));
      out.push_back(std::move(image));
    }
  }
  return out;
}

ValueContext context_of(const Page& page, const Views& views) {
  return {views.model, views.theme, views.links, views.source, page.language};
}

FieldView view_of(std::size_t number, const Field& field, const Page& page, const Views& views) {
  FieldView out;
  const FieldValue& value = page.fields[number];
  if (value.empty()) return out;
  if (const auto* records = value.as<RecordList>()) {
    out.show(field.fields, *records, nullptr);
  } else if (const DataTable* table = table_of(value, field, views.model)) {
    out.show(table->config->fields, table->records, &table->totals);
  } else if (field.type == FieldType::markdown) {
    out.html = views.contents[index(page.id)].field_html[number];
    out.look = Look::html;
  } else if (field.type == FieldType::long_text) {
    if (const auto* text = value.as<std::string>()) out.html = paragraphs(bind_short_words(*text, page.language));
    out.look = Look::html;
  } else {
    out.items = field_items(value, field, context_of(page, views));
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
  set_flag(out, "is_gallery", view.look == Look::gallery);
  set_list(out, "images",
           view.look == Look::gallery ? images_of(view, views, page.language) : std::vector<TemplateData>{});
  set_flag(out, "is_state", field.states.has_value());
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
  const bool table = view.look == Look::table || view.look == Look::gallery;
  const std::string svg = view.look == Look::table && !field.chart.empty()
                              ? draw_records(field, *view.rows, "k-field-" + field.name, context_of(page, views))
                              : "";
  set_optional(out, "svg", svg);
  const Schema no_columns;
  const RecordList no_rows;
  const Record no_totals;
  fill_table(out,
             {table ? *view.columns : no_columns, table ? *view.rows : no_rows,
              table && view.totals ? *view.totals : no_totals},
             context_of(page, views));
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

void fill_fields(TemplateData& data, const Page& page, const Views& views) {
  std::vector<TemplateData> visible;
  TemplateData by_name;
  const CollectionConfig* collection = views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const Field& field = collection->schema.fields[i];
    const FieldView view = view_of(i, field, page, views);
    TemplateData one = data_of(view, field, page, views);
    if (view.look != Look::nothing && !field.hidden && !is_shown_apart(field.role)) visible.push_back(one);
    set_node(by_name, field.name, std::move(one));
  }
  set_list(data, "fields", visible);
  set_list(data, "states", states(page, views));
  set_node(data, "field", std::move(by_name));
}

void fill_page_tables(TemplateData& data, const Page& page, const Views& views) {
  std::vector<TemplateData> tables;
  const auto& all = views.model.page_tables;
  for (const PageTable& table : all.empty() ? std::vector<PageTable>{} : all[index(page.id)]) {
    TemplateData out;
    set_text(out, "name", table.config->name);
    set_text(out, "label", table.config->label.in(page.language));
    fill_table(out, {table.config->schema, table.rows, table.totals}, context_of(page, views));
    tables.push_back(std::move(out));
  }
  set_list(data, "tables", tables);
}

}  // namespace kronika
