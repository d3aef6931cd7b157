// Collects the facets of all collections before any page is indexed: the index stores values as their numbers.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "generator/config/language_tag.h"
#include "generator/config/states.h"
#include "generator/content/history.h"
#include "generator/content/page_address.h"
#include "generator/indexing/describe.h"
#include "generator/indexing/facet_values.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

/// What orders values beside one another: the vocabulary, else the number, else the collation.
using OrderKey = std::tuple<std::size_t, double, std::string>;

struct CollectedValue {
  std::vector<std::string> labels;
  std::vector<OrderKey> order;  // of this value and those above it, the uppermost first
  std::string parent;           // "" : on the first level
};

struct CollectedFacet {
  std::string name;
  std::vector<std::string> labels;
  bool range = true;  // all its values are years or whole numbers
  std::map<std::string, CollectedValue> values;
};

/// May a reader ask for all from one value to another? Whole numbers below zero would read like "up to 5".
bool is_in_ranges(const FieldValue& value) {
  const auto* whole = value.as<std::int64_t>();
  return whole ? *whole >= 0 : value.as<Date>() || value.as<DateTime>();
}

double number_of(const FieldValue& value) {
  if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* decimal = value.as<double>()) return *decimal;
  if (const auto* day = value.as<Date>()) return static_cast<int>(day->year());
  if (const auto* time = value.as<DateTime>()) return static_cast<int>(time->date.year());
  return 0;
}

Facet finished(CollectedFacet collected) {
  std::vector<std::pair<std::string, CollectedValue>> values(collected.values.begin(), collected.values.end());
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.second.order < b.second.order; });
  std::map<std::string, std::size_t, std::less<>> places;
  Facet facet{std::move(collected.name), std::move(collected.labels), {}, collected.range};
  for (auto& [value, rest] : values) {
    places.emplace(value, facet.values.size());
    const auto parent = places.find(rest.parent);
    facet.values.push_back(
        {value, std::move(rest.labels), parent == places.end() ? std::nullopt : std::optional(parent->second)});
  }
  return facet;
}

class Collector {
 public:
  explicit Collector(const SiteModel& model) : model_(model), collation_(model.config->language) {}

  std::vector<Facet> facets() {
    for (const CollectionConfig& collection : model_.config->collections)
      for (std::size_t i = 0; i < collection.schema.fields.size(); ++i)
        if (const auto field = facet_field(collection.schema, collection.schema.fields[i]))
          collect(collection, i, *field);
    std::vector<Facet> out;
    for (CollectedFacet& facet : collected_)
      if (!facet.values.empty()) out.push_back(finished(std::move(facet)));
    return out;
  }

 private:
  CollectedFacet& facet_of(const FacetField& field) {
    for (CollectedFacet& facet : collected_)
      if (facet.name == field.facet) return facet;
    CollectedFacet facet{field.facet, {}, true, {}};
    for (const std::string& language : model_.config->languages)
      facet.labels.push_back(field.levels.front().label.in(language));
    collected_.push_back(std::move(facet));
    return collected_.back();
  }

  void collect(const CollectionConfig& collection, std::size_t at, const FacetField& field) {
    CollectedFacet& facet = facet_of(field);
    for (const Page& page : model_.pages) {
      if (!is_searchable(page) || page.collection != collection.name || at >= page.fields.size()) continue;
      visit_values(page.fields[at], [&](const FieldValue& value) { add(value, field, facet); });
      if (collection.schema.fields[at].as_of.empty()) continue;
      for (const StateSpan& span : state_spans(page, collection.schema, collection.schema.fields[at]))
        add({span.state, {}}, field, facet);
    }
  }

  void add(const FieldValue& value, const FacetField& field, CollectedFacet& facet) {
    const std::vector<FacetLevel> levels = facet_levels(value, field, model_);
    if (levels.empty() || facet.values.contains(levels.back().value)) return;
    facet.range = facet.range && is_in_ranges(value);
    CollectedValue collected;
    for (std::size_t level = 0; level < levels.size(); ++level) {
      const Field& element = field.levels[level];
      collected.labels = labels_of(levels[level], element);
      collected.order.emplace_back(order_of(levels[level].own, element), number_of(levels[level].own),
                                   collation_.key(collected.labels.front()));
      facet.values.emplace(levels[level].value, collected);
      collected.parent = levels[level].value;
    }
  }

  std::vector<std::string> labels_of(const FacetLevel& level, const Field& element) const {
    const bool is_year = level.own.as<Date>() || level.own.as<DateTime>();
    std::vector<std::string> out;
    for (const std::string& language : model_.config->languages) {
      std::string label = is_year ? "" : label_of(level.own, element, model_, language);
      out.push_back(label.empty() ? level.value : std::move(label));
    }
    return out;
  }

  std::size_t order_of(const FieldValue& value, const Field& element) const {
    const Vocabulary* vocabulary = element.vocabulary.empty() ? nullptr : model_.vocabulary(element.vocabulary);
    const Term* term = vocabulary ? vocabulary->find(plain_value(value, element)) : nullptr;
    return term ? static_cast<std::size_t>(term - vocabulary->terms.data()) + 1 : 0;
  }

  const SiteModel& model_;
  Collation collation_;
  std::vector<CollectedFacet> collected_;  // in the order of site.toml
};

Facet years_of(const SiteModel& model, const std::vector<SearchTexts>& texts) {
  std::map<int, std::string> years;
  for (const Page& page : model.pages)
    if (is_searchable(page) && page.date)
      years.emplace(static_cast<int>(page.date->date.year()), date_facet_value(page));
  Facet facet{date_facet(*model.config), {}, {}, true};
  for (const SearchTexts& each : texts) facet.labels.push_back(each.date_label);
  for (const auto& [number, year] : years) facet.values.push_back({year, std::vector(texts.size(), year)});
  return facet;
}

Facet collections_of(const SiteModel& model, const std::vector<SearchTexts>& texts) {
  Facet facet{std::string(collection_facet), {}, {}};
  for (const SearchTexts& each : texts) facet.labels.push_back(each.collection_label);
  for (const CollectionConfig& collection : model.config->collections) {
    FacetValue value{collection.name, {}};
    for (const SearchTexts& each : texts) value.labels.push_back(collection.title.in(each.language));
    facet.values.push_back(std::move(value));
  }
  return facet;
}

/// Of those of one size, the first of site.toml comes first.
std::vector<CollectionList> lists_of(const SiteModel& model) {
  std::vector<CollectionList> out;
  for (const CollectionConfig& collection : model.config->collections) {
    for (const std::string& language : model.config->languages) {
      const auto pages = std::count_if(model.pages.begin(), model.pages.end(), [&](const Page& page) {
        return page.collection == collection.name && page.language == language && is_searchable(page);
      });
      if (pages == 0) continue;
      const Route list = in_language(collection.list_route, language, *model.config);
      out.push_back({collection.name, model.config->base_url.local(list), static_cast<std::size_t>(pages),
                     language == model.config->language ? "" : language});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const CollectionList& a, const CollectionList& b) { return a.pages > b.pages; });
  return out;
}

/// The site's own language, and those of pages that are no translations.
std::vector<std::string> scope_of(const SiteModel& model) {
  std::vector<std::string> out{model.config->language};
  for (const std::string& language : model.config->languages) {
    const bool alone = std::any_of(model.pages.begin(), model.pages.end(), [&](const Page& page) {
      return is_searchable(page) && page.language == language && page.original.empty();
    });
    if (alone && language != out.front()) out.push_back(language);
  }
  return out;
}

void tell_languages(SearchConfig& out, const SiteModel& model) {
  out.scope = scope_of(model);
  for (SearchLanguage& language : out.languages) {
    language.name = language_name(language.code, language.code);
    const std::string& title = model.config->title.in(language.code);
    if (title != out.site_title) language.site_title = title;
  }
}

std::string origin_of(const BaseUrl& url) {
  return url.text().substr(0, url.text().size() - url.path().size());
}

}  // namespace

SearchConfig describe_site(const SiteModel& model, const std::vector<SearchTexts>& texts) {
  const Config& config = *model.config;
  SearchConfig out;
  out.site_title = config.title.in(config.language);
  out.origin = origin_of(config.base_url);
  out.action = config.base_url.local(config.search_path);
  out.page_size = config.search_page_size;
  out.query_log = config.query_log;
  out.built = iso(TimeZone(config.timezone).to_local(model.now).date);
  out.as_of = as_of_parameter(config);
  for (const SearchTexts& each : texts)
    out.languages.push_back({each.language, each.search_title, "shell." + each.language + ".html",
                             "results." + each.language + ".mustache"});
  if (config.languages.size() > 1) tell_languages(out, model);
  std::set<std::string> fields;
  for (const CollectionConfig& collection : config.collections)
    for (const Field& field : collection.schema.fields) fields.insert(lower(field.name));
  out.fields.assign(fields.begin(), fields.end());
  out.lists = lists_of(model);
  out.facets.push_back(collections_of(model, texts));
  for (Facet& facet : Collector(model).facets()) out.facets.push_back(std::move(facet));
  if (Facet years = years_of(model, texts); config.date_facet && !years.values.empty()) {
    out.date_facet = years.name;
    out.facets.push_back(std::move(years));
  }
  return out;
}

}  // namespace kronika
