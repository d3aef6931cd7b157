// Collects the facets of all collections before any page is indexed: the index stores values as their numbers.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "generator/indexing/describe.h"
#include "generator/indexing/facet_values.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

struct CollectedValue {
  std::vector<std::string> labels;
  std::size_t vocabulary_order = 0;  // 0 without a vocabulary
  std::string collation_key;
};

struct CollectedFacet {
  std::string name;
  std::vector<std::string> labels;
  std::map<std::string, CollectedValue> values;
};

class Collector {
 public:
  explicit Collector(const SiteModel& model) : model_(model), collation_(model.config->language) {}

  std::vector<Facet> facets() {
    for (const CollectionConfig& collection : model_.config->collections)
      for (std::size_t i = 0; i < collection.schema.fields.size(); ++i) {
        const Field& field = collection.schema.fields[i];
        if (field.facet && field.name != collection_facet) collect(collection, i, facet_of(field));
      }
    std::vector<Facet> out;
    for (CollectedFacet& facet : collected_)
      if (!facet.values.empty()) out.push_back(finish(std::move(facet)));
    return out;
  }

 private:
  CollectedFacet& facet_of(const Field& field) {
    for (CollectedFacet& facet : collected_)
      if (facet.name == field.name) return facet;
    CollectedFacet facet{field.name, {}, {}};
    for (const std::string& language : model_.config->languages) facet.labels.push_back(field.label.in(language));
    collected_.push_back(std::move(facet));
    return collected_.back();
  }

  void collect(const CollectionConfig& collection, std::size_t at, CollectedFacet& facet) {
    const Field element = element_of(collection.schema.fields[at]);
    for (const Page& page : model_.pages) {
      if (!is_searchable(page) || page.collection != collection.name || at >= page.fields.size()) continue;
      visit_values(page.fields[at], [&](const FieldValue& value) { add(value, element, facet); });
    }
  }

  void add(const FieldValue& value, const Field& element, CollectedFacet& facet) {
    std::string plain = filter_value(value, element);
    if (plain.empty() || facet.values.contains(plain)) return;
    CollectedValue collected;
    for (const std::string& language : model_.config->languages) {
      std::string label = value.as<Date>() ? plain : label_of(value, element, model_, language);
      collected.labels.push_back(label.empty() ? plain : std::move(label));
    }
    collected.vocabulary_order = order_of(plain, element);
    collected.collation_key = collation_.key(collected.labels.front());
    facet.values.emplace(std::move(plain), std::move(collected));
  }

  std::size_t order_of(const std::string& plain, const Field& element) const {
    const Vocabulary* vocabulary = element.vocabulary.empty() ? nullptr : model_.vocabulary(element.vocabulary);
    const Term* term = vocabulary ? vocabulary->find(plain) : nullptr;
    return term ? static_cast<std::size_t>(term - vocabulary->terms.data()) + 1 : 0;
  }

  static Facet finish(CollectedFacet collected) {
    std::vector<std::pair<std::string, CollectedValue>> values(collected.values.begin(), collected.values.end());
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
      return std::pair{a.second.vocabulary_order, a.second.collation_key} <
             std::pair{b.second.vocabulary_order, b.second.collation_key};
    });
    Facet facet{std::move(collected.name), std::move(collected.labels), {}};
    for (auto& [value, rest] : values) facet.values.push_back({value, std::move(rest.labels)});
    return facet;
  }

  const SiteModel& model_;
  Collation collation_;
  std::vector<CollectedFacet> collected_;  // in the order of site.toml
};

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

}  // namespace

SearchConfig describe_site(const SiteModel& model, const std::vector<SearchTexts>& texts) {
  const Config& config = *model.config;
  SearchConfig out;
  out.site_title = config.title;
  out.action = config.base_url.local(config.search_path);
  out.page_size = config.search_page_size;
  out.query_log = config.query_log;
  for (const SearchTexts& each : texts)
    out.languages.push_back({each.language, each.search_title, "shell." + each.language + ".html",
                             "results." + each.language + ".mustache"});
  std::set<std::string> fields;
  for (const CollectionConfig& collection : config.collections)
    for (const Field& field : collection.schema.fields) fields.insert(lower(field.name));
  out.fields.assign(fields.begin(), fields.end());
  out.facets.push_back(collections_of(model, texts));
  for (Facet& facet : Collector(model).facets()) out.facets.push_back(std::move(facet));
  return out;
}

}  // namespace kronika
