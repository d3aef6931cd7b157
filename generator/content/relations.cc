// Relations are written once, on the side that owns them; here they get their other end.
#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

#include "generator/content/assembly.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

std::string reason_of(Hidden why) {
  switch (why) {
    case Hidden::draft:
      return both("it is a draft", "to szkic");
    case Hidden::future:
      return both("its date is in the future", "data publikacji jeszcze nie nadeszła");
    case Hidden::expired:
      return both("it has expired", "termin publikacji minął");
  }
  return "";
}

/// The entries of one collection by slug, published or not.
struct Entries {
  std::unordered_map<std::string, PageId> published;
  std::unordered_map<std::string, Hidden> hidden;

  std::vector<std::string> slugs() const {
    std::vector<std::string> all;
    for (const auto& entry : published) all.push_back(entry.first);
    for (const auto& entry : hidden) all.push_back(entry.first);
    std::sort(all.begin(), all.end());
    return all;
  }
};

/// The lists that references give their targets. Fields that give the same list to the same collection share it, under
/// the first label that one of them declares.
class BackLists {
 public:
  explicit BackLists(const Config& config) {
    for (const CollectionConfig& collection : config.collections) add(collection.schema);
  }

  /// The label of a field's list, and its place among all lists.
  const std::pair<std::size_t, const LocalText*>& of(const Field& field) const {
    return lists_.at({field.collection, field.back});
  }

 private:
  void add(const Schema& schema) {
    for (const Field& field : schema.fields) {
      add(field.fields);
      if (field.back.empty()) continue;
      auto& [place, label] = lists_.try_emplace({field.collection, field.back}, lists_.size(), nullptr).first->second;
      const bool labelled = field.spans.count("back_label") > 0;
      if (!label || (labelled && label->any == field.back)) label = &field.back_label;
    }
  }

  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, const LocalText*>> lists_;
};

class Resolver {
 public:
  Resolver(SiteModel& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), back_lists_(*model.config) {
    for (const bool own : {true, false}) {  // a translation is reached through its original
      for (const Page& page : model.pages) {
        const bool named = page.kind == PageKind::entry && page.original.empty();
        if (!named || (page.language == model.config->language) != own) continue;
        by_collection_[page.collection].published.emplace(page.slug, page.id);
      }
    }
    for (const HiddenPage& page : model.hidden) by_collection_[page.collection].hidden.emplace(page.slug, page.why);
    model.back_references.resize(model.pages.size());
  }

  void resolve_all() {
    for (const Collection& collection : model_.collections) {
      resolve_entries(collection, collection.entries);
      for (const auto& [language, list] : collection.translated) resolve_entries(collection, list.entries);
    }
    for (auto& [target, lists] : found_) {
      for (auto& [place, list] : lists) model_.back_references[index(target)].push_back(std::move(list));
    }
  }

 private:
  void resolve_entries(const Collection& collection, const std::vector<PageId>& entries) {
    const auto& fields = collection.config->schema.fields;
    for (const PageId id : entries) {
      Page& page = model_.pages[index(id)];
      for (std::size_t i = 0; i < fields.size(); ++i) {
        told_elsewhere_ = !page.original.empty() && !page.spans.contains(fields[i].name);
        resolve(page, page.fields[i], fields[i]);
      }
    }
  }

  template <class... Arguments>
  void report(Arguments&&... arguments) {
    if (!told_elsewhere_) diagnostics_.report(std::forward<Arguments>(arguments)...);
  }

  void resolve(const Page& page, FieldValue& value, const Field& field) {
    if (auto* reference = std::get_if<Reference>(&value.value)) {
      resolve_one(page, *reference, value.span, field);
    } else if (auto* list = std::get_if<ValueList>(&value.value)) {
      if (field.value_type() != FieldType::reference) return;
      for (FieldValue& item : *list) resolve(page, item, field);
    } else if (auto* table = std::get_if<RecordList>(&value.value)) {
      for (Record& row : table->rows) {
        for (std::size_t i = 0; i < row.values.size(); ++i) resolve(page, row.values[i], field.fields.fields[i]);
      }
    }
  }

  void resolve_one(const Page& page, Reference& reference, const Span& span, const Field& field) {
    const Entries& entries = by_collection_[field.collection];
    const Place place{page.path, span};
    if (const auto found = entries.published.find(reference.slug); found != entries.published.end()) {
      if (model_.originals[index(page.id)] == found->second) {
        return report(Code::relation_cycle, place, std::vector{reference.slug});
      }
      reference.target = found->second;
      const bool counts = page.language == model_.config->language;
      if (counts && !field.back.empty()) add_back_reference(found->second, page.id, field);
    } else if (const auto hidden = entries.hidden.find(reference.slug); hidden != entries.hidden.end()) {
      report(Code::hidden_reference, place, std::vector{reference.slug, reason_of(hidden->second)});
    } else {
      report(Code::dangling_reference, place, std::vector{reference.slug, field.collection},
             nearest(reference.slug, entries.slugs()));
    }
  }

  void add_back_reference(PageId target, PageId from, const Field& field) {
    BackReference& list =
        found_[target]
            .try_emplace(back_lists_.of(field).first, BackReference{field.back, *back_lists_.of(field).second, {}})
            .first->second;
    if (std::find(list.pages.begin(), list.pages.end(), from) == list.pages.end()) list.pages.push_back(from);
  }

  SiteModel& model_;
  Diagnostics& diagnostics_;
  BackLists back_lists_;
  bool told_elsewhere_ = false;  // the field at hand is that of the original, where its mistakes are told
  std::map<std::string, Entries, std::less<>> by_collection_;
  std::map<PageId, std::map<std::size_t, BackReference>> found_;  // by target, lists by their place
};

constexpr std::size_t most_related = 4;
/// A value that more entries share says nothing about any two of them, and comparing them all would cost the square.
constexpr std::size_t most_common = 500;

/// The entries that share each choice value or reference, by place in the collection's order.
std::vector<std::vector<std::size_t>> shared_values(const SiteModel& model, const Schema& schema,
                                                    const std::vector<PageId>& all) {
  std::unordered_map<std::string, std::vector<std::size_t>> sharers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for_each_value(model.page(all[i]), schema, [&](const FieldValue& value, const Field& field) {
      const FieldType type = field.value_type();
      if (type != FieldType::choice && type != FieldType::reference) return;
      auto& same = sharers[field.name + '\n' + plain_value(value, field)];
      if (same.empty() || same.back() != i) same.push_back(i);
    });
  }
  std::vector<std::vector<std::size_t>> out;
  for (auto& [value, entries] : sharers) {
    if (entries.size() > 1 && entries.size() <= most_common) out.push_back(std::move(entries));
  }
  return out;
}

void relate(SiteModel& model, const Schema& schema, const std::vector<PageId>& all) {
  const auto shared = shared_values(model, schema, all);
  std::vector<std::vector<std::size_t>> values_of(all.size());
  for (std::size_t v = 0; v < shared.size(); ++v) {
    for (const std::size_t entry : shared[v]) values_of[entry].push_back(v);
  }
  std::vector<int> score(all.size(), 0);
  std::vector<std::size_t> touched;
  for (std::size_t entry = 0; entry < all.size(); ++entry) {
    touched.clear();
    for (const std::size_t value : values_of[entry]) {
      for (const std::size_t other : shared[value]) {
        if (other != entry && score[other]++ == 0) touched.push_back(other);
      }
    }
    const auto better = [&](std::size_t a, std::size_t b) {
      return score[a] != score[b] ? score[a] > score[b] : a < b;
    };
    const std::size_t count = std::min(most_related, touched.size());
    std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(count), touched.end(), better);
    auto& related = model.related[index(all[entry])];
    for (std::size_t i = 0; i < count; ++i) related.push_back(all[touched[i]]);
    for (const std::size_t other : touched) score[other] = 0;
  }
}

/// The entries of each term; those of larger places too, where a collection knows no smaller one.
class TermCollector {
 public:
  TermCollector(const SiteModel& model, std::span<const std::size_t> rank) : model_(model) {
    for (std::size_t i = 0; i < model.vocabularies.size(); ++i) vocabulary_of_.emplace(model.vocabularies[i].name, i);
    for (const Collection& collection : model.collections) {
      for (const PageId id : collection.entries) add(id, collection.config->schema);
    }
    for (auto& [where, pages] : found_)
      std::sort(pages.begin(), pages.end(), [&](PageId a, PageId b) { return rank[index(a)] < rank[index(b)]; });
  }

  std::vector<TermEntries> terms() const {
    std::vector<TermEntries> out;
    for (std::size_t v = 0; v < model_.vocabularies.size(); ++v) {
      if (!model_.config->vocabularies[v].pages) continue;
      for (std::size_t t = 0; t < model_.vocabularies[v].terms.size(); ++t) {
        TermEntries entries{v, t, pages_of({v, t})};
        entries.above = above(v, t);
        if (!entries.pages.empty() || !entries.above.empty()) out.push_back(std::move(entries));
      }
    }
    return out;
  }

 private:
  using Where = std::pair<std::size_t, std::size_t>;  // vocabulary and term

  void add(PageId id, const Schema& schema) {
    for_each_value(model_.page(id), schema, [&](const FieldValue& value, const Field& field) {
      const auto vocabulary = vocabulary_of_.find(field.vocabulary);
      const auto* key = value.as<std::string>();
      if (!key || vocabulary == vocabulary_of_.end()) return;
      const auto term = term_of(vocabulary->second, *key);
      if (!term) return;
      auto& pages = found_[{vocabulary->second, *term}];
      if (pages.empty() || pages.back() != id) pages.push_back(id);
    });
  }

  std::optional<std::size_t> term_of(std::size_t vocabulary, const std::string& key) const {
    const Vocabulary& terms = model_.vocabularies[vocabulary];
    const Term* term = terms.find(key);
    return term ? std::optional(static_cast<std::size_t>(term - terms.terms.data())) : std::nullopt;
  }

  const std::vector<PageId>& pages_of(const Where& where) const {
    static const std::vector<PageId> none;
    const auto found = found_.find(where);
    return found == found_.end() ? none : found->second;
  }

  std::vector<EntriesAbove> above(std::size_t vocabulary, std::size_t term) const {
    std::vector<EntriesAbove> out;
    std::vector<std::string> below{model_.vocabularies[vocabulary].name};
    for (std::size_t level = 1; level < most_levels; ++level) {
      const auto upper = vocabulary_of_.find(model_.vocabularies[vocabulary].parent);
      if (upper == vocabulary_of_.end()) break;
      const auto parent = term_of(upper->second, model_.vocabularies[vocabulary].terms[term].parent);
      if (!parent) break;
      vocabulary = upper->second;
      term = *parent;
      EntriesAbove entries{vocabulary, term, {}};
      const auto& pages = pages_of({vocabulary, term});
      std::copy_if(pages.begin(), pages.end(), std::back_inserter(entries.pages),
                   [&](PageId id) { return !knows_one_of(model_.page(id).collection, below); });
      if (!entries.pages.empty()) out.push_back(std::move(entries));
      below.push_back(model_.vocabularies[vocabulary].name);
    }
    return out;
  }

  bool knows_one_of(const std::string& collection, const std::vector<std::string>& vocabularies) const {
    const auto& fields = model_.config->collection(collection)->schema.fields;
    return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
      return std::find(vocabularies.begin(), vocabularies.end(), field.vocabulary) != vocabularies.end();
    });
  }

  const SiteModel& model_;
  std::unordered_map<std::string, std::size_t> vocabulary_of_;
  std::map<Where, std::vector<PageId>> found_;
};

}  // namespace

void resolve_references(SiteModel& model, std::span<const std::size_t> rank, Diagnostics& diagnostics) {
  Resolver(model, diagnostics).resolve_all();
  for (auto& lists : model.back_references) {
    for (BackReference& list : lists) {
      std::sort(list.pages.begin(), list.pages.end(),
                [&](PageId a, PageId b) { return rank[index(a)] < rank[index(b)]; });
    }
  }
}

void collect_terms(SiteModel& model, std::span<const std::size_t> rank) {
  model.terms = TermCollector(model, rank).terms();
}

void find_related(SiteModel& model) {
  model.related.resize(model.pages.size());
  for (const Collection& collection : model.collections) {
    const Schema& schema = collection.config->schema;
    relate(model, schema, collection.entries);
    for (const auto& [language, list] : collection.translated) relate(model, schema, list.entries);
  }
}

}  // namespace kronika
