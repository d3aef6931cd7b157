// How each type of field looks on a page: a value, a list, a text or a table.
#include "generator/views/fields.h"

#include <algorithm>

#include "generator/views/drawings.h"
#include "generator/views/languages.h"
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
  set_foreign(out, item.language, language);
  return out;
}

enum class Look { nothing, single, list, html, table, gallery };

struct FieldView {
  Look look = Look::nothing;
  std::string language = {};  // of words that a translation takes from its original; "" : the page's
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

ValueContext context_of(const Page& page, const Views& views) {
  return {views.model, views.theme, views.links, views.source, page.language};
}

/// Words stay in the language that they were written in.
std::string language_of_words(const Field& field, const Page& page, const Views& views) {
  const FieldType type = field.value_type();
  const bool words = type == FieldType::text || type == FieldType::long_text || type == FieldType::markdown;
  const bool inherited = !page.original.empty() && !page.spans.contains(field.name);
  return words && inherited ? views.model.original_of(page).language : "";
}

FieldView view_of(std::size_t number, const Field& field, const Page& page, const Views& views) {
  FieldView out;
  const FieldValue& value = page.fields[number];
  if (value.empty()) return out;
  out.language = language_of_words(field, page, views);
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
    for (FieldItem& item : out.items) {
      if (!out.language.empty()) item.language = out.language;
    }
    if (!out.items.empty()) out.look = field.type == FieldType::list ? Look::list : Look::single;
  }
  return out;
}

void set_photos(TemplateData& data, const FieldView& view, const ValueContext& context) {
  std::vector<TemplateData> photos;
  if (view.look == Look::gallery) {
    for (const Photo& photo : photos_of(*view.columns, *view.rows, context)) {
      TemplateData item;
      set_text(item, "url", context.links.attachment_url(photo.source_path));
      set_text(item, "alt", photo.description);
      fill_size(item, photo.source_path, context.source);
      set_optional(item, "caption", bind_short_words(photo.caption, context.language));
      photos.push_back(std::move(item));
    }
  }
  set_list(data, "photos", photos);
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
  set_flag(out, "is_state", field.states.has_value());
  set_flag(out, "is_highlight", field.highlight);
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
  set_foreign(out, single ? view.items[0].language : view.language, page.language);
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
  set_photos(out, view, context_of(page, views));
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
  bool highlights = false;
  TemplateData by_name;
  const CollectionConfig* collection = views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const Field& field = collection->schema.fields[i];
    const FieldView view = view_of(i, field, page, views);
    TemplateData one = data_of(view, field, page, views);
    if (view.look != Look::nothing && !field.hidden && !is_shown_apart(field.role)) {
      visible.push_back(one);
      highlights = highlights || field.highlight;
    }
    set_node(by_name, field.name, std::move(one));
  }
  set_list(data, "fields", visible);
  set_flag(data, "has_highlights", highlights);
  set_list(data, "states", states(page, views));
  set_node(data, "field", std::move(by_name));
}

void fill_dates(TemplateData& data, const Page& page) {
  const auto fill = [&](const std::string& name, const std::optional<DateTime>& time) {
    set_optional(data, name, time ? long_date(time->date, page.language) : "");
    set_text(data, name + "_iso", time ? iso(time->date) : "");
  };
  fill("date", page.date);
  fill("updated", page.updated);
}

void fill_page_tables(TemplateData& data, const Page& page, const Views& views) {
  std::vector<TemplateData> tables;
  const auto& all = views.model.page_tables;
  for (const PageTable& table : all.empty() ? std::vector<PageTable>{} : all[index(views.model.original_of(page).id)]) {
    TemplateData out;
    set_text(out, "name", table.config->name);
    set_text(out, "label", table.config->label.in(page.language));
    fill_table(out, {table.config->schema, table.rows, table.totals}, context_of(page, views));
    tables.push_back(std::move(out));
  }
  set_list(data, "tables", tables);
}

}  // namespace kronika
