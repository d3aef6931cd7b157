// Orders entries as their collection asks, so that two builds of the same content never differ.
#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include "generator/content/assembly.h"

namespace kronika {
namespace {

/// Eight bytes that compare like the number.
std::string number_key(double number) {
  auto bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
  bits = bits >> 63 ? ~bits : bits | (std::uint64_t{1} << 63);
  std::string key;
  for (int shift = 56; shift >= 0; shift -= 8) key += static_cast<char>((bits >> shift) & 0xFF);
  return key;
}

class KeyMaker {
 public:
  KeyMaker(const SiteModel& model, const std::string& language)
      : model_(model), collation_(language), zone_(model.config->timezone) {}

  std::string title(const Page& page) const { return collation_.key(page.title); }

  /// What the collection sorts by, as bytes; nothing when the page does not have it: such pages come last.
  std::optional<std::string> key(const Page& page, const SortOrder& sort, const Schema& schema) const {
    switch (sort.key) {
      case SortKey::title:
        return title(page);
      case SortKey::date:
        return page.date ? std::optional(time_key(*page.date, sort.direction)) : std::nullopt;
      case SortKey::weight:
        return page.weight != 0 ? std::optional(number_key(static_cast<double>(page.weight))) : std::nullopt;
      case SortKey::field:
        break;
    }
    const auto index = schema.index_of(sort.field);
    return index ? field_key(page.fields[*index], schema.fields[*index], sort.direction) : std::nullopt;
  }

 private:
  std::string time_key(const DateTime& time, SortDirection direction) const {
    const Instant instant = zone_.to_instant(time);
    const auto seconds = direction == SortDirection::nearest ? std::chrono::abs(instant - model_.now).count()
                                                             : instant.time_since_epoch().count();
    return number_key(static_cast<double>(seconds));
  }

  std::optional<std::string> field_key(const FieldValue& value, const Field& field, SortDirection direction) const {
    if (value.empty()) return std::nullopt;
    if (const auto* list = value.as<ValueList>()) {
      return list->empty() ? std::nullopt : field_key(list->front(), field, direction);
    }
    if (const auto* truth = value.as<bool>()) return number_key(*truth ? 1 : 0);
    if (const auto* whole = value.as<std::int64_t>()) return number_key(static_cast<double>(*whole));
    if (const auto* decimal = value.as<double>()) return number_key(*decimal);
    if (const auto* money = value.as<Money>()) return number_key(static_cast<double>(money->minor));
    if (const auto* day = value.as<Date>()) return time_key({*day, 0, 0, 0, {}}, direction);
    if (const auto* time = value.as<DateTime>()) return time_key(*time, direction);
    if (field.value_type() == FieldType::choice) return term_key(*value.as<std::string>(), field);
    return collation_.key(plain_value(value, field));
  }

  /// Terms stand in the order that the vocabulary gives them.
  std::string term_key(const std::string& value, const Field& field) const {
    const Vocabulary* vocabulary = model_.vocabulary(field.vocabulary);
    const Term* term = vocabulary ? vocabulary->find(value) : nullptr;
    return number_key(term ? static_cast<double>(term - vocabulary->terms.data()) : 1e9);
  }

  const SiteModel& model_;
  Collation collation_;
  TimeZone zone_;
};

struct Keyed {
  PageId page;
  std::vector<std::optional<std::string>> keys;  // parallel to the collection's sort
  std::string title;
};

/// Less than 0, 0 or more: pages without a key come last, whatever the direction.
int compare(const std::optional<std::string>& a, const std::optional<std::string>& b, SortDirection direction) {
  if (a.has_value() != b.has_value()) return a.has_value() ? -1 : 1;
  if (a == b) return 0;
  return (*a < *b) == (direction != SortDirection::descending) ? -1 : 1;
}

bool stands_before(const Keyed& a, const Keyed& b, std::span<const SortOrder> sort) {
  for (std::size_t i = 0; i < sort.size(); ++i) {
    if (const int order = compare(a.keys[i], b.keys[i], sort[i].direction); order != 0) return order < 0;
  }
  if (a.title != b.title) return a.title < b.title;
  return a.page < b.page;  // pages stand by path
}

void order(std::vector<PageId>& pages, const CollectionConfig& config, const KeyMaker& keys, const SiteModel& model) {
  std::vector<Keyed> entries;
  for (const PageId id : pages) {
    const Page& page = model.page(id);
    Keyed keyed{id, {}, keys.title(page)};
    for (const SortOrder& sort : config.sort) keyed.keys.push_back(keys.key(page, sort, config.schema));
    entries.push_back(std::move(keyed));
  }
  std::sort(entries.begin(), entries.end(),
            [&](const Keyed& a, const Keyed& b) { return stands_before(a, b, config.sort); });
  std::transform(entries.begin(), entries.end(), pages.begin(), [](const Keyed& e) { return e.page; });
}

}  // namespace

void order_collections(SiteModel& model) {
  for (const std::string& language : model.config->languages) {
    const KeyMaker keys(model, language);
    for (Collection& collection : model.collections) {
      const bool own = language == model.config->language;
      order(own ? collection.entries : collection.translated.at(language).entries, *collection.config, keys, model);
    }
  }
}

std::vector<std::size_t> ranks(const SiteModel& model) {
  std::vector<std::size_t> rank(model.pages.size(), model.pages.size());
  std::size_t next = 0;
  for (const Collection& collection : model.collections) {
    for (const PageId id : collection.entries) rank[index(id)] = next++;
  }
  return rank;
}

}  // namespace kronika
