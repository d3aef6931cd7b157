// What a card tells is the site's choice (`card_fields`); without one, the first facets, since readers choose by them.
#include "generator/views/cards.h"

#include <algorithm>

#include "generator/core/text_width.h"
#include "generator/views/fields.h"
#include "generator/views/languages.h"
#include "generator/views/short_words.h"
#include "generator/views/states.h"
#include "generator/views/tables.h"

namespace kronika {
namespace {

constexpr std::size_t most_facts = 3;       // where the site does not choose
constexpr std::size_t most_list_items = 3;  // of a list on a card; the rest is counted

/// A value in one line. Of a long list the beginning, and how many more there are: "Kielce, Busko, Pińczów +8".
std::string short_text(const FieldValue& value, const Field& field, const Page& page, const Views& views) {
  const auto* list = value.as<ValueList>();
  if (!list || list->size() <= most_list_items) return display(value, field, views.model, page.language);
  FieldValue beginning = value;
  beginning.value = ValueList(list->begin(), list->begin() + most_list_items);
  return display(beginning, field, views.model, page.language) + " +" + std::to_string(list->size() - most_list_items);
}

bool shows_date(const CollectionConfig* collection) {
  if (!collection || collection->card_fields.empty()) return true;
  const auto& fields = collection->card_fields;
  return std::find(fields.begin(), fields.end(), card_date) != fields.end();
}

TemplateData fact(const std::string& label, const std::string& text) {
  TemplateData out;
  set_text(out, "label", label);
  set_text(out, "text", text);
  return out;
}

/// Letters as wide as what a badge has besides its text: a mark and an edge.
constexpr std::string_view room_of_badge = "\u00A0mmm";

/// The facets that come first, states aside: they are badges.
std::vector<TemplateData> first_facets(const Page& page, const CollectionConfig& collection, const Views& views) {
  std::vector<TemplateData> facts;
  for (std::size_t i = 0; i < page.fields.size() && facts.size() < most_facts; ++i) {
    const Field& field = collection.schema.fields[i];
    if (!field.facet || field.states || page.fields[i].empty()) continue;
    const std::string text = short_text(page.fields[i], field, page, views);
    if (!text.empty()) facts.push_back(fact(field.label.in(page.language), text));
  }
  return facts;
}

std::vector<TemplateData> chosen_facts(const Page& page, const CollectionConfig& collection, const Views& views) {
  std::vector<TemplateData> facts;
  for (const std::string& name : collection.card_fields) {
    const auto at = collection.schema.index_of(name);
    if (!at || *at >= page.fields.size() || collection.schema.fields[*at].states) continue;
    const Field& field = collection.schema.fields[*at];
    const std::string text = short_text(page.fields[*at], field, page, views);
    if (!text.empty()) facts.push_back(fact(field.label.in(page.language), bind_short_words(text, page.language)));
  }
  return facts;
}

/// One for each of the chosen fields, empty ones too: the cells of a row.
std::vector<TemplateData> cells(const Page& page, const CollectionConfig& collection,
                                const std::vector<TemplateData>& badges, const Views& views) {
  std::vector<TemplateData> out;
  for (const std::string& name : collection.card_fields) {
    const auto at = collection.schema.index_of(name);
    std::string label, text;
    std::vector<TemplateData> states;
    if (!at) {
      label = views.theme.text(page.language, "published");
      text = page.date ? long_date(page.date->date, page.language) : "";
    } else if (*at < page.fields.size()) {
      const Field& field = collection.schema.fields[*at];
      label = field.label.in(page.language);
      text = short_text(page.fields[*at], field, page, views);
      std::copy_if(badges.begin(), badges.end(), std::back_inserter(states),
                   [&](const TemplateData& badge) { return badge.get("name")->string_value() == name; });
    }
    TemplateData cell = fact(label, bind_short_words(text, page.language));
    set_list(cell, "states", states);
    out.push_back(std::move(cell));
  }
  return out;
}

/// The first photo of the entry: of a field with the role `image`, else of its first gallery.
std::optional<Photo> picture_of(const Page& page, const CollectionConfig& collection, const Views& views) {
  const ValueContext context{views.model, views.theme, views.links, views.source, page.language};
  for (std::size_t i = 0; i < page.fields.size(); ++i) {
    const Field& field = collection.schema.fields[i];
    const auto* file = page.fields[i].as<FilePath>();
    if (file && field.role == Role::image) return Photo{file->source_path, "", ""};
    const auto* records = page.fields[i].as<RecordList>();
    if (!records) continue;
    const std::vector<Photo> photos = photos_of(field.fields, *records, context);
    if (!photos.empty()) return photos.front();
  }
  return std::nullopt;
}

}  // namespace

TemplateData card(const Page& page, std::string_view reader, const Views& views) {
  const CollectionConfig* collection = views.config.collection(page.collection);
  const bool dated = page.date && shows_date(collection);
  TemplateData out;
  set_foreign(out, page.language, reader);
  set_text(out, "title", bind_short_words(page.title, page.language));
  set_text(out, "url", views.url(page));
  set_optional(out, "summary", bind_short_words(summary_of(page, views), page.language));
  set_optional(out, "date", dated ? long_date(page.date->date, page.language) : "");
  set_text(out, "date_iso", dated ? iso(page.date->date) : "");
  set_flag(out, "example", page.example);
  set_flag(out, "archived", page.archived);
  set_text(out, "collection_title", collection ? collection->title.in(page.language) : "");
  const std::vector<TemplateData> badges = states(page, views);
  set_list(out, "states", badges);
  const bool chosen = collection && !collection->card_fields.empty();
  set_list(out, "facts",
           chosen       ? chosen_facts(page, *collection, views)
           : collection ? first_facets(page, *collection, views)
                        : std::vector<TemplateData>{});
  set_list(out, "cells", chosen ? cells(page, *collection, badges, views) : std::vector<TemplateData>{});
  const auto picture = collection ? picture_of(page, *collection, views) : std::nullopt;
  set_optional(out, "picture_url", picture ? views.links.attachment_url(picture->source_path) : "");
  return out;
}

std::vector<TemplateData> cards(std::span<const PageId> pages, std::string_view reader, const Views& views) {
  std::vector<TemplateData> out;
  out.reserve(pages.size());
  for (const PageId id : pages) out.push_back(card(views.model.page(id), reader, views));
  return out;
}

std::vector<TemplateData> translated_cards(std::span<const PageId> pages, std::string_view reader, const Views& views) {
  std::vector<TemplateData> out;
  out.reserve(pages.size());
  for (const PageId id : pages) {
    out.push_back(card(views.model.in_language(views.model.page(id), reader), reader, views));
  }
  return out;
}

void fill_card_columns(TemplateData& data, const CollectionConfig& collection, std::string_view language,
                       const Views& views) {
  const std::vector<TemplateData>& cards = data.get("cards")->list_value();
  const auto label = [&](const std::string& text) { return views.theme.text(std::string(language), text); };
  WidestText titles;
  for (const TemplateData& card : cards) {
    std::string line = card.get("title")->string_value();
    for (const std::string badge : {"archived", "example"})
      if (card.get(badge)->is_true()) line += ' ' + label(badge);
    titles.add(line);
  }
  set_optional(data, "title_widest", titles.beside(label("entry")));

  std::vector<TemplateData> columns;
  for (std::size_t c = 0; c < collection.card_fields.size(); ++c) {
    const Field* field = collection.schema.find(collection.card_fields[c]);
    const std::string name = field ? field->label.in(language) : label("published");
    WidestText texts;
    for (const TemplateData& card : cards) {
      const TemplateData& cell = card.get("cells")->list_value()[c];
      texts.add(cell.get("text")->string_value());
      for (const TemplateData& state : cell.get("states")->list_value())
        texts.add(state.get("text")->string_value() + std::string(room_of_badge));
    }
    TemplateData column;
    set_text(column, "label", name);
    set_optional(column, "widest", texts.beside(name));
    columns.push_back(std::move(column));
  }
  set_list(data, "columns", columns);
}

}  // namespace kronika
