// What an editor writes once should not have to be written twice, and what is written twice must agree.
#include "generator/content/field_levels.h"

#include <algorithm>
#include <utility>

namespace kronika {
namespace {

bool is_default(const FieldValue& value) {
  return value.span.line == 0;
}

std::vector<const FieldValue*> items_of(const FieldValue& value) {
  std::vector<const FieldValue*> out;
  if (const auto* list = value.as<ValueList>()) {
    for (const FieldValue& item : *list) out.push_back(&item);
  } else if (!value.empty()) {
    out.push_back(&value);
  }
  return out;
}

std::vector<std::string> keys_of(const FieldValue& value) {
  std::vector<std::string> out;
  for (const FieldValue* item : items_of(value)) {
    const auto* key = item->as<std::string>();
    if (key && std::find(out.begin(), out.end(), *key) == out.end()) out.push_back(*key);
  }
  return out;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

/// One field and the one that it stands under, on one page.
class Pair {
 public:
  Pair(const Field& field, const Field& above, const FieldContext& context) : above_(above), context_(context) {
    for (const Vocabulary& each : context.vocabularies)
      if (each.name == field.vocabulary) vocabulary_ = &each;
  }

  void settle(FieldValue& value, FieldValue& upper) const {
    if (!vocabulary_ || items_of(value).empty()) return;
    const bool upper_is_written = !items_of(upper).empty() && !is_default(upper);
    if (!upper_is_written) {
      fill(value, upper);
    } else if (is_default(value)) {
      if (!agrees(value, keys_of(upper))) value = {};
    } else {
      check(value, keys_of(upper));
    }
  }

 private:
  /// "" for a term that has none, which is told where the vocabulary is read.
  std::string parent_of(const FieldValue& item) const {
    const auto* key = item.as<std::string>();
    const Term* term = key ? vocabulary_->find(*key) : nullptr;
    return term ? term->parent : "";
  }

  void fill(const FieldValue& value, FieldValue& upper) const {
    ValueList parents;
    for (const FieldValue* item : items_of(value)) {
      std::string parent = parent_of(*item);
      const bool known = std::any_of(parents.begin(), parents.end(),
                                     [&](const FieldValue& each) { return *each.as<std::string>() == parent; });
      if (!parent.empty() && !known) parents.push_back({std::move(parent), value.span});
    }
    if (parents.empty()) return;
    if (above_.type == FieldType::list) {
      upper = {std::move(parents), value.span};
    } else if (parents.size() == 1) {
      upper = std::move(parents.front());
    }
  }

  bool agrees(const FieldValue& value, const std::vector<std::string>& upper) const {
    for (const FieldValue* item : items_of(value)) {
      const std::string parent = parent_of(*item);
      if (!parent.empty() && std::find(upper.begin(), upper.end(), parent) == upper.end()) return false;
    }
    return true;
  }

  void check(const FieldValue& value, const std::vector<std::string>& upper) const {
    for (const FieldValue* item : items_of(value)) {
      if (agrees(*item, upper)) continue;
      context_.diagnostics.report(Code::disagreeing_levels, {std::string(context_.file), item->span},
                                  {*item->as<std::string>(), parent_of(*item), above_.name, joined(upper)});
    }
  }

  const Field& above_;
  const FieldContext& context_;
  const Vocabulary* vocabulary_ = nullptr;
};

}  // namespace

std::vector<std::string> keys_from_above(const std::string& key, std::span<const std::string> vocabularies,
                                         const SiteModel& model) {
  std::vector<std::string> out{key};
  for (std::size_t level = vocabularies.size() - 1; level > 0; --level) {
    const Vocabulary* vocabulary = model.vocabulary(vocabularies[level]);
    const Term* term = vocabulary ? vocabulary->find(out.back()) : nullptr;
    if (!term || term->parent.empty()) return {};
    out.push_back(term->parent);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string path_of(std::span<const std::string> keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : "/") + key;
  return out;
}

std::vector<const Field*> levels_of(const Schema& schema, const Field& field) {
  std::vector<const Field*> out{&field};
  for (const Field* above = schema.find(field.under); above; above = schema.find(above->under)) {
    if (out.size() == most_levels) return {&field};
    out.push_back(above);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

void settle_levels(const Schema& schema, std::vector<FieldValue>& values, const FieldContext& context) {
  // The lowest first: a village fills its municipality, which then fills its county.
  for (std::size_t level = most_levels; level > 1; --level) {
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
      const auto levels = levels_of(schema, schema.fields[i]);
      if (levels.size() != level) continue;
      const Field& above = *levels[level - 2];
      Pair(schema.fields[i], above, context).settle(values[i], values[*schema.index_of(above.name)]);
    }
  }
}

}  // namespace kronika
