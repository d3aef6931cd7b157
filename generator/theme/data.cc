// The one place that knows how kainjow's data wants to be filled.
#include "generator/theme/data.h"

#include "search/text/plural.h"

namespace kronika {

std::string asset_name(std::string_view path) {
  std::string name(path);
  for (char& c : name) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!kept) c = '_';
  }
  return name;
}

void set_text(TemplateData& object, const std::string& name, std::string_view text) {
  object[name] = TemplateData(std::string(text));
}

void set_optional(TemplateData& object, const std::string& name, std::string_view text) {
  set_text(object, name, text);
  set_flag(object, "has_" + name, !text.empty());
}

void set_flag(TemplateData& object, const std::string& name, bool value) {
  object[name] = TemplateData(value);
}

void set_number(TemplateData& object, const std::string& name, std::int64_t number, std::string_view language) {
  set_text(object, name, format_number(number, language));
  const PluralForm form = plural_form(number, language);
  for (const PluralForm each : {PluralForm::one, PluralForm::few, PluralForm::many, PluralForm::other}) {
    set_flag(object, name + "_" + std::string(name_of(each)), each == form);
  }
}

void set_node(TemplateData& object, const std::string& name, TemplateData node) {
  object[name] = std::move(node);
}

void set_list(TemplateData& object, const std::string& name, const std::vector<TemplateData>& items) {
  TemplateData list(kainjow::mustache::data::type::list);
  for (const TemplateData& item : items) list.push_back(item);
  set_flag(object, "has_" + name, !items.empty());
  object[name] = std::move(list);
}

}  // namespace kronika
