// Misspelt names are found against these before a page is made.
#include "generator/views/shapes.h"

#include <algorithm>
#include <string>

namespace kronika {
namespace {

/// `name` with its flag.
void add_list(Shape& shape, const std::string& name, Shape item) {
  shape.add(name, std::move(item)).texts("has_" + name);
}

/// What set_foreign gives.
constexpr const char* foreign_names = "language is_foreign language_name";

Shape state_shape() {
  return Shape().texts(
      "name label text url has_url is_good is_warning is_bad is_neutral since has_since until has_until");
}

bool has(const std::vector<PackKind>& packs, PackKind kind) {
  return std::find(packs.begin(), packs.end(), kind) != packs.end();
}

Shape card_shape() {
  Shape shape;
  shape
      .texts(
          "title url summary has_summary date date_iso has_date example archived collection_title picture_url "
          "has_picture_url")
      .texts(foreign_names);
  add_list(shape, "states", state_shape());
  Shape cell;
  cell.texts("label text");
  add_list(cell, "states", state_shape());
  add_list(shape, "cells", std::move(cell));
  add_list(shape, "facts", Shape().texts("label text"));
  return shape;
}

Shape link_shape() {
  return Shape().texts("title url");
}

Shape pagination_shape() {
  Shape shape;
  shape.add("pages", Shape().texts("number url current gap"));
  shape.texts("previous_url has_previous next_url has_next").numbers("current last");
  return shape;
}

Shape items_shape() {
  return Shape().texts("text url has_url note has_note").texts(foreign_names);
}

/// What fill_table gives.
void add_table(Shape& shape) {
  add_list(shape, "columns", Shape().texts("label is_number widest has_widest"));
  const Shape cell = Shape().texts("text url has_url is_number").texts(foreign_names);
  Shape row;
  add_list(row, "cells", cell);
  add_list(shape, "rows", std::move(row));
  add_list(shape, "totals", cell);
}

Shape fields_shape() {
  Shape shape;
  shape.texts(
      "name label has_value is_single is_list is_html is_table is_gallery is_state is_highlight svg has_svg text url "
      "has_url note "
      "has_note "
      "html");
  shape.texts(foreign_names);
  add_list(shape, "items", items_shape());
  add_table(shape);
  add_list(shape, "photos", Shape().texts("url alt caption has_caption width height has_size"));
  return shape;
}

/// What fill_packs gives.
void add_packs(Shape& shape) {
  add_list(shape, "packs", Shape().texts("url note has_note is_zip is_epub is_print is_imscc"));
}

/// What fill_fields, fill_page_tables and fill_attachments give.
void add_entry(Shape& shape, const CollectionConfig* collection) {
  add_list(shape, "states", state_shape());
  add_list(shape, "fields", fields_shape());
  shape.texts("has_highlights");
  Shape by_name;
  if (collection) {
    for (const Field& field : collection->schema.fields) by_name.add(field.name, fields_shape());
  }
  shape.add("field", std::move(by_name));
  Shape table;
  table.texts("name label");
  add_table(table);
  add_list(shape, "tables", std::move(table));
  add_list(shape, "attachments", Shape().texts("name url note"));
}

/// What fill_funding gives.
void add_funding(Shape& shape) {
  Shape funding;
  funding.texts("title programme has_programme value eu_share");
  add_list(funding, "marks", Shape().texts("url label width height"));
  shape.add("funding", std::move(funding)).texts("has_funding");
}

/// What fill_record gives.
void add_record(Shape& shape) {
  shape
      .add("record", Shape().texts("author has_author responsible has_responsible entered_by has_entered_by created "
                                   "author_language has_author_language responsible_language has_responsible_language "
                                   "entered_by_language has_entered_by_language "
                                   "created_iso has_created published published_iso has_published changed changed_iso "
                                   "has_changed"))
      .texts("has_record");
}

Shape common() {
  Shape shape;
  shape.add("site",
            Shape().texts("title description has_description footer has_footer home_url search_url search_language "
                          "has_search_language search_name "
                          "search_description_url has_search_description_url feed_url has_feed language base_url "
                          "publisher_name has_publisher_name publisher_address has_publisher_address publisher_email "
                          "has_publisher_email publisher_phone has_publisher_phone publisher_phone_url bip_url "
                          "has_bip_url declaration_url has_declaration_url declaration_in_footer_menu"));
  shape.texts(
      "language page_title title description has_description canonical has_canonical og_type og_image "
      "has_og_image noindex is_home json_ld has_json_ld");
  for (const char* menu : {"main_menu", "footer_menu"})
    add_list(shape, menu, Shape().texts("label url current active").texts(foreign_names));
  add_list(shape, "breadcrumbs", Shape().texts("label url has_url"));
  shape.add("feeds", link_shape());
  add_list(shape, "alternates", Shape().texts("url type title"));
  add_funding(shape);
  add_list(shape, "languages", Shape().texts("language name url current exists note has_note"));
  add_list(shape, "hreflangs", Shape().texts("language url"));
  return shape;
}

Shape downloads_shape() {
  return Shape().texts("format label url type note");
}

Shape page_shape(const CollectionConfig* collection) {
  Shape shape = common();
  shape.texts(
      "summary has_summary content has_content date date_iso has_date updated updated_iso has_updated example archived "
      "source_path");
  add_list(shape, "toc", Shape().texts("html id level is_sub"));
  shape.add("collection", Shape().texts("name title url"));
  add_entry(shape, collection);
  Shape table;
  table.texts("name label");
  add_table(table);
  add_list(shape, "tables", std::move(table));
  if (collection && collection->open) shape.add("extra", Shape::any());
  add_packs(shape);
  add_record(shape);
  Shape back;
  back.texts("label name");
  add_list(back, "cards", card_shape());
  add_list(shape, "back_references", std::move(back));
  add_list(shape, "downloads", downloads_shape());
  add_list(shape, "related", card_shape());
  for (const char* neighbour : {"previous", "next"}) {
    shape.add(neighbour, link_shape()).texts(std::string("has_") + neighbour);
  }
  return shape;
}

/// What fill_search_form gives.
Shape search_form_shape() {
  Shape shape;
  shape.texts("id action has_day day_name day_label day_value day_id");
  shape.add("hidden", Shape().texts("name value"));
  Shape group;
  group.texts("label has_label");
  group.add("options", Shape().texts("value label is_whole"));
  Shape select;
  select.texts("id name label");
  select.add("groups", std::move(group));
  return shape.add("selects", std::move(select));
}

Shape list_shape() {
  Shape shape = common();
  shape
      .texts(
          "summary has_summary intro has_intro feed_url has_feed has_pagination map has_map is_table has_form "
          "title_widest has_title_widest")
      .numbers("total");
  shape.add("form", search_form_shape());
  add_list(shape, "columns", Shape().texts("label widest has_widest"));
  shape.add("collection", Shape().texts("name title url"));
  add_list(shape, "cards", card_shape());
  shape.add("pagination", pagination_shape());
  Shape group;
  group.texts("label");
  add_list(group, "items", Shape().texts("label url").numbers("count"));
  add_list(shape, "term_groups", std::move(group));
  add_list(shape, "downloads", downloads_shape());
  add_packs(shape);
  add_record(shape);
  return shape;
}

Shape pack_shape(const CollectionConfig& collection) {
  Shape shape;
  shape.texts(
      "language title url summary has_summary content has_content date date_iso has_date updated updated_iso "
      "has_updated example");
  add_entry(shape, &collection);
  return shape;
}

Shape print_shape() {
  Shape shape = common();
  shape.texts("summary has_summary url content");
  add_list(shape, "parts", Shape().texts("title anchor"));
  return shape;
}

Shape term_shape() {
  Shape shape = common();
  shape.texts("text has_text").numbers("total");
  shape.add("vocabulary", link_shape());
  Shape group;
  group.texts("title url").numbers("total");
  add_list(group, "cards", card_shape());
  add_list(group, "links", Shape().texts("title url example"));
  add_list(shape, "groups", group);
  Shape above;
  above.texts("label url has_url");
  add_list(above, "groups", std::move(group));
  add_list(shape, "above", std::move(above));
  Shape children;
  children.texts("title");
  add_list(children, "items", Shape().texts("label url").numbers("count"));
  add_list(shape, "children", std::move(children));
  return shape;
}

Shape terms_shape() {
  Shape shape = common();
  shape.texts("map has_map").numbers("total");
  add_list(shape, "items", Shape().texts("label url").numbers("count"));
  return shape;
}

Shape catalogue_shape() {
  Shape shape = common();
  shape.texts("summary licence licence_url publisher dcat_url harvester_url").numbers("total");
  Shape dataset;
  dataset.texts("id title description url frequency updated has_updated updated_iso");
  add_list(dataset, "files", Shape().texts("id label description url type note schema_url has_schema_url"));
  add_list(shape, "datasets", std::move(dataset));
  return shape;
}

Shape declaration_shape() {
  Shape shape = common();
  shape.texts(
      "entity site_name site_url published published_iso has_published updated updated_iso has_updated is_full "
      "is_partial is_none has_barriers prepared prepared_iso has_prepared reviewed reviewed_iso has_reviewed is_self "
      "is_third_party assessor has_assessor report_url has_report_url facilities has_facilities shortcuts "
      "has_shortcuts contact email phone phone_url architecture has_architecture architecture_url "
      "has_architecture_url communication has_communication");
  add_list(shape, "non_accessible", Shape().texts("text reason has_reason alternative has_alternative"));
  add_list(shape, "exceptions", Shape().texts("text"));
  add_list(shape, "apps", Shape().texts("name url"));
  return shape;
}

Shape home_shape() {
  Shape shape = common();
  shape.texts("intro has_intro");
  Shape section;
  section.texts("name title summary has_summary url").numbers("total");
  add_list(section, "cards", card_shape());
  add_list(shape, "sections", std::move(section));
  add_record(shape);
  add_list(shape, "other_sections", Shape().texts("title url").texts(foreign_names).numbers("total"));
  return shape;
}

Shape facet_value_shape(std::size_t levels) {
  Shape shape;
  shape.texts("value label selected url").numbers("count");
  if (levels > 1) add_list(shape, "children", facet_value_shape(levels - 1));
  return shape;
}

Shape results_shape() {
  Shape shape;
  shape.texts(
      "query has_query action has_results has_partial_results no_results has_filters clear_url has_pagination "
      "total_is_exact suggestion suggestion_url has_suggestion literal_url error has_error has_facets language "
      "past_end first_url built_day has_built_day as_of_day has_as_of_day permanent_url permanent_address print_url "
      "has_print_url "
      "all_url has_formats");
  for (const char* format : {"atom_url", "csv_url", "geojson_url"})
    shape.texts(format).texts(std::string("has_") + format);
  shape.numbers("total partial_total first last");
  Shape result;
  result.texts("language is_foreign title url collection date date_iso has_date snippet has_snippet example");
  add_list(result, "facts", Shape().texts("label text"));
  add_list(result, "fields", Shape().texts("label text url has_url"));
  shape.add("results", result);
  shape.add("partial_results", std::move(result));
  Shape facet;
  facet.texts("name label has_selected is_range from_name to_name from has_from to has_to least greatest");
  facet.add("values", facet_value_shape(most_levels));
  facet.add("hidden", Shape().texts("name value"));
  shape.add("facets", std::move(facet));
  shape.add("filters", Shape().texts("label value url is_day is_range from has_from to has_to"));
  shape.add("sorts", Shape().texts("name url current is_relevance is_date is_title"));
  add_list(shape, "lists", Shape().texts("title url").numbers("total"));
  add_list(shape, "other_languages", Shape().texts("language name url"));
  shape.add("hidden", Shape().texts("name value"));
  shape.add("pagination", pagination_shape());
  return shape;
}

Shape parameter_shape(const Field& field) {
  switch (field.type) {
    case FieldType::image:
      return Shape().texts("url name note width height has_size");
    case FieldType::file:
      return Shape().texts("url name note");
    case FieldType::list:
      return Shape().texts("value");
    case FieldType::table: {
      Shape row;
      for (const Field& column : field.fields.fields) {
        row.add(column.name, parameter_shape(column)).texts("has_" + column.name);
      }
      return row;
    }
    case FieldType::data: {
      Shape table;
      table.texts("name title csv_url csv_note has_excel excel_url excel_note");
      add_table(table);
      return table;
    }
    default:
      return Shape::text();
  }
}

Shape component_shape(const ThemeComponent& component) {
  Shape shape;
  shape.texts("language");
  if (is_drawing(component.draws)) shape.texts("svg has_svg");
  if (component.draws == Draws::search_form) shape.add("form", search_form_shape());
  if (component.draws == Draws::film) shape.add("film", Shape().texts("type language width height has_size"));
  for (const Field& field : component.parameters.fields) {
    shape.add(field.name, parameter_shape(field)).texts("has_" + field.name);
  }
  return shape;
}

}  // namespace

std::vector<TemplateKind> template_kinds(const Config& config, const ThemeDeclarations& theme) {
  std::vector<TemplateKind> kinds;
  for (const CollectionConfig& collection : config.collections) {
    kinds.push_back({"page", collection.name, page_shape(&collection)});
    kinds.push_back({"list", collection.name, list_shape()});
    if (!collection.packs.empty() || !collection.entry_packs.empty()) {
      kinds.push_back({"pack", collection.name, pack_shape(collection)});
    }
    if (has(collection.packs, PackKind::print)) kinds.push_back({"print", collection.name, print_shape()});
  }
  kinds.push_back({"home", "", home_shape()});
  kinds.push_back({"term", "", term_shape()});
  kinds.push_back({"terms", "", terms_shape()});
  if (config.catalogue) kinds.push_back({"catalogue", "", catalogue_shape()});
  if (config.declaration) kinds.push_back({"declaration", "", declaration_shape()});
  kinds.push_back({"search", "", common().texts("results")});
  kinds.push_back({"results", "", results_shape()});
  kinds.push_back({"not_found", "", common()});
  kinds.push_back({"redirect", "", Shape().texts("target language title")});
  for (const ThemeComponent& component : theme.components) {
    kinds.push_back({"component/" + component.name, "", component_shape(component)});
  }
  Shape alert;
  alert.texts("kind content language");
  for (const std::string& name : theme.alerts) alert.texts("is_" + name);
  kinds.push_back({"alert", "", std::move(alert)});
  return kinds;
}

}  // namespace kronika
