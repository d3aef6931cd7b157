// What of a page can be searched for, filtered by, sorted by and shown.
#include "generator/indexing/describe.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

#include "generator/content/history.h"
#include "generator/indexing/facet_values.h"
#include "generator/views/values.h"

namespace kronika {
namespace {

constexpr double archived_weight = 0.5;  // such a page is found, after those that still hold

enum class Use {
  none,   // no word that anyone would search for
  label,  // as people read it
  both,   // that, and the bare digits
};

Use use_of(FieldType type) {
  switch (type) {
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::markdown:
    case FieldType::choice:
    case FieldType::reference:
    case FieldType::email:
    case FieldType::url:
    case FieldType::postal_code:
      return Use::label;
    case FieldType::phone:
    case FieldType::nip:
    case FieldType::regon:
    case FieldType::krs:
    case FieldType::teryt:
      return Use::both;
    default:
      return Use::none;
  }
}

/// People type the name of a number with it: "KRS 0000931370", "tel. 41 200 19 30".
bool is_typed_with_label(FieldType type) {
  return type == FieldType::nip || type == FieldType::regon || type == FieldType::krs || type == FieldType::phone;
}

/// Long texts and files say nothing to a program that reads search results.
bool is_data(FieldType type) {
  return type != FieldType::markdown && type != FieldType::long_text && type != FieldType::table &&
         type != FieldType::data && type != FieldType::file && type != FieldType::image;
}

DayNumber day_number(Date day) {
  return static_cast<DayNumber>(std::chrono::sys_days{day}.time_since_epoch().count());
}

class Describer {
 public:
  Describer(const Page& page, const SiteModel& model, SearchDocument& out) : page_(page), model_(model), out_(out) {}

  void add(const Schema& schema, const Field& field, const FieldValue& value) {
    add_states(schema, field);
    if (value.empty()) return;
    if (const auto facet = facet_field(schema, field)) add_facet(*facet, value);
    const Field element = element_of(field);
    add_words(field.name, element, value);
    if (is_data(element.type)) add_data(field, element, value);
  }

  void add_shown(const Field& field, const FieldValue& value) {
    const Field element = element_of(field);
    ShownField shown{field.label.in(page_.language), "", ""};
    std::size_t count = 0;
    visit_values(value, [&](const FieldValue& item) {
      const std::string text = label_of(item, element, model_, page_.language);
      if (text.empty()) return;
      shown.text += (shown.text.empty() ? "" : ", ") + text;
      shown.url = ++count == 1 ? contact_address(item, element.type) : "";
    });
    if (!shown.text.empty()) out_.shown.push_back(std::move(shown));
  }

 private:
  /// The states of all days, where a search may ask for another than the build's.
  void add_states(const Schema& schema, const Field& field) {
    if (field.as_of.empty()) return;
    for (const StateSpan& span : state_spans(page_, schema, field))
      out_.states.push_back({field.name, span.state, day_number(span.first),
                             span.last ? day_number(*span.last) : std::numeric_limits<DayNumber>::max()});
  }

  /// The words of a table count as those of the field that holds it.
  void add_words(const std::string& field, const Field& element, const FieldValue& value) {
    if (const auto* rows = value.as<RecordList>()) return add_rows(field, element.fields, *rows);
    if (element.type == FieldType::data) {
      const auto* name = value.as<std::string>();
      const DataTable* table = name ? model_.table(*name) : nullptr;
      if (table) add_rows(field, table->config->fields, table->records);
      return;
    }
    const Use use = use_of(element.type);
    if (use == Use::none || element.role == Role::title || element.role == Role::summary) return;
    if (is_of_record(element.role)) return;  // else every page would be found by the name of the office
    if (is_typed_with_label(element.type)) add_line(field, element.label.in(page_.language));
    visit_values(value, [&](const FieldValue& item) {
      const std::string label = label_of(item, element, model_, page_.language);
      const std::string plain = use == Use::both ? plain_value(item, element) : label;
      add_line(field, label);
      if (plain != label) add_line(field, plain);
    });
  }

  void add_rows(const std::string& field, const Schema& schema, const RecordList& records) {
    for (const Record& row : records.rows)
      for (std::size_t i = 0; i < row.values.size() && i < schema.fields.size(); ++i)
        if (!row.values[i].empty()) add_words(field, element_of(schema.fields[i]), row.values[i]);
  }

  void add_line(const std::string& field, const std::string& text) {
    if (text.empty()) return;
    std::vector<SearchFieldText>& all = out_.field_texts;
    if (all.empty() || all.back().field != field) {
      all.push_back({field, text});
    } else {
      all.back().text += '\n' + text;
    }
  }

  void add_facet(const FacetField& facet, const FieldValue& value) {
    visit_values(value, [&](const FieldValue& item) {
      for (FacetLevel& level : facet_levels(item, facet, model_))
        out_.facets.push_back({facet.facet, std::move(level.value)});
    });
  }

  void add_data(const Field& field, const Field& element, const FieldValue& value) {
    SearchField data{field.name, {}, field.type == FieldType::list, element.type == FieldType::position};
    visit_values(value, [&](const FieldValue& item) {
      std::string plain = plain_value(item, element);
      if (!plain.empty()) data.values.push_back(std::move(plain));
    });
    if (!data.values.empty()) out_.fields.push_back(std::move(data));
  }

  const Page& page_;
  const SiteModel& model_;
  SearchDocument& out_;
};

/// News grow old: 1 on the day of its date, half of it after half a year. Only collections that begin with the newest
/// hold news.
double freshness(const Page& page, const SiteModel& model) {
  constexpr double half_life = 182;  // days
  const CollectionConfig* collection = model.config->collection(page.collection);
  const bool is_news = collection && collection->sort.front().key == SortKey::date &&
                       collection->sort.front().direction == SortDirection::descending;
  if (!is_news || !page.date) return 0;
  const auto age = std::chrono::floor<std::chrono::days>(model.now) - std::chrono::sys_days(page.date->date);
  return std::exp2(-std::max(0.0, static_cast<double>(age.count())) / half_life);
}

void add_dates(const Page& page, const TimeZone& zone, SearchDocument& out) {
  if (page.date) out.published = out.updated = iso(zone.to_instant(*page.date));
  // A page cannot have changed before it was there. Instants in UTC are as long as each other, so they compare as text.
  if (page.updated) out.updated = std::max(out.published, iso(zone.to_instant(*page.updated)));
  if (!page.date) return;
  out.date = page.date_has_time ? iso(*page.date) : iso(page.date->date);
  out.date_text = long_date(page.date->date, page.language);
}

void add_date_facet(const Page& page, const Config& config, SearchDocument& out) {
  std::string facet = date_facet(config), year = date_facet_value(page);
  if (!facet.empty() && !year.empty()) out.facets.push_back({std::move(facet), std::move(year)});
}

}  // namespace

bool is_searchable(const Page& page) {
  return page.kind == PageKind::entry && page.searchable;
}

SearchDocument describe(const Page& page, const RenderedPage& rendered, const SiteModel& model,
                        const Collation& collation, const TimeZone& zone) {
  SearchDocument out;
  out.url = model.config->base_url.local(page.route);
  out.title = page.title;
  out.title_key = collation.key(page.title);
  out.summary = page.summary;
  out.collection = page.collection;
  out.language = page.language;
  const CollectionConfig* collection = model.config->collection(page.collection);
  out.weight =
      page.search_weight * (collection ? collection->search_weight : 1) * (page.archived ? archived_weight : 1);
  out.freshness = freshness(page, model);
  out.example = page.example;
  out.translation = !page.original.empty();
  add_dates(page, zone, out);
  add_date_facet(page, *model.config, out);
  out.sections.reserve(rendered.sections.size());
  for (const TextSection& section : rendered.sections)
    out.sections.push_back({section.heading, section.text, section.anchor});
  Describer describer(page, model, out);
  for (std::size_t i = 0; collection && i < collection->schema.fields.size() && i < page.fields.size(); ++i)
    describer.add(collection->schema, collection->schema.fields[i], page.fields[i]);
  for (const std::string& name : collection ? collection->result_fields : std::vector<std::string>{}) {
    const auto at = collection->schema.index_of(name);
    if (at && *at < page.fields.size()) describer.add_shown(collection->schema.fields[*at], page.fields[*at]);
  }
  return out;
}

}  // namespace kronika
