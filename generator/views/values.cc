// Only types that link somewhere need a word here; the rest is what content's display() says.
#include "generator/views/values.h"

#include "generator/views/routes.h"
#include "generator/views/view.h"

namespace kronika {
namespace {

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

std::string address_of(const FieldValue& value, const Field& field, const ValueContext& context) {
  const auto* text = value.as<std::string>();
  if (!text || field.value_type() != FieldType::choice) return contact_address(value, field.value_type());
  const auto route = term_route(context.model, field.vocabulary, *text);
  return route ? context.url(*route) : "";
}

std::string short_address(std::string url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.starts_with(scheme)) url.erase(0, scheme.size());
  }
  if (url.ends_with('/')) url.pop_back();
  return url;
}

std::optional<FieldItem> item(const FieldValue& value, const Field& field, const ValueContext& context) {
  if (const auto* reference = value.as<Reference>()) {
    if (!reference->target) return std::nullopt;
    const Page& target = context.model.in_language(context.model.page(*reference->target), context.language);
    return FieldItem{target.title, context.url(target.route), "", target.language};
  }
  if (const auto* file = value.as<FilePath>()) {
    return FieldItem{file_name(file->source_path), context.links.attachment_url(file->source_path),
                     file_note(file->source_path, context.source, context.language)};
  }
  if (const auto* yes = value.as<bool>())
    return FieldItem{context.theme.text(context.language, *yes ? "yes" : "no"), "", ""};
  FieldItem out{display(value, field, context.model, context.language), address_of(value, field, context), ""};
  if (field.value_type() == FieldType::url) out.text = short_address(out.text);
  if (out.text.empty()) return std::nullopt;
  return out;
}

}  // namespace

std::string contact_address(const FieldValue& value, FieldType type) {
  const auto* text = value.as<std::string>();
  if (!text) return "";
  switch (type) {
    case FieldType::url:
      return *text;
    case FieldType::email:
      return "mailto:" + *text;
    case FieldType::phone: {
      std::string digits;
      for (const char c : *text) {
        if ((c >= '0' && c <= '9') || c == '+') digits += c;
      }
      return "tel:" + (digits.starts_with('+') ? digits : "+48" + digits);
    }
    default:
      return "";
  }
}

std::vector<FieldItem> field_items(const FieldValue& value, const Field& field, const ValueContext& context) {
  std::vector<FieldItem> out;
  if (value.empty()) return out;
  if (const auto* list = value.as<ValueList>()) {
    for (const FieldValue& each : *list) {
      if (auto one = item(each, field, context)) out.push_back(std::move(*one));
    }
  } else if (auto one = item(value, field, context)) {
    out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace kronika
