// The theme's pages get their data from the generator; the results get theirs here, under the same rules.
#include "search/render/data.h"

#include <utility>

#include "search/text/plural.h"

namespace kronika {

using kainjow::mustache::data;

void Scope::text(const std::string& name, std::string_view value) {
  data_[name] = data(std::string(value));
}

void Scope::optional(const std::string& name, std::string_view value) {
  text(name, value);
  flag("has_" + name, !value.empty());
}

void Scope::flag(const std::string& name, bool value) {
  data_[name] = data(value);
}

void Scope::number(const std::string& name, std::int64_t value, std::string_view language) {
  text(name, format_number(value, language));
  const PluralForm form = plural_form(value, language);
  for (const PluralForm each : {PluralForm::one, PluralForm::few, PluralForm::many, PluralForm::other})
    flag(name + "_" + std::string(name_of(each)), each == form);
}

void Scope::node(const std::string& name, Scope value) {
  data_[name] = std::move(value.data_);
}

void Scope::list(const std::string& name, std::vector<Scope> items) {
  flag("has_" + name, !items.empty());
  data list(data::type::list);
  // Its only way to take an item copies it, with all that is in it; the list itself is ours to fill.
  auto& values = const_cast<kainjow::mustache::list&>(list.list_value());
  values.reserve(items.size());
  for (Scope& item : items) values.push_back(std::move(item.data_));
  data_[name] = std::move(list);
}

}  // namespace kronika
