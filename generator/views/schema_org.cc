// Search engines drop a whole object for a property with an empty value: so what is not known is not told.
#include "generator/views/schema_org.h"

#include <algorithm>

#include "generator/config/licences.h"
#include "generator/core/json.h"
#include "generator/rules/walk.h"

namespace kronika {
namespace {

constexpr std::string_view vocabulary = "https://schema.org/";
constexpr double minor_units = 100;

/// A member of the vocabulary ("https://schema.org/EventCancelled") is a thing, not a text.
Json term_or_text(const std::string& text) {
  return text.starts_with(vocabulary) ? Json{{"@id", text}} : Json(text);
}

Json types_json(const std::vector<std::string>& types) {
  return types.size() == 1 ? Json(types.front()) : Json(types);
}

bool is_whole_day(const DateTime& time) {
  return time.hour == 0 && time.minute == 0 && time.second == 0 && !time.offset_minutes;
}

/// Several values as a list, one by itself.
void set(Json& object, const std::string& name, std::vector<Json> values) {
  if (values.size() == 1) {
    object[name] = std::move(values.front());
  } else if (!values.empty()) {
    object[name] = std::move(values);
  }
}

/// Did an object ask for what entries say, and was there an answer?
struct Answers {
  bool asked = false, given = false;
};

class EntryObject {
 public:
  EntryObject(const Page& page, const CollectionConfig& collection, const Views& views)
      : page_(page), collection_(collection), views_(views) {}

  Json make() const {
    Json out = {{"@type", types_json(collection_.schema_org->types)}, {"@id", absolute(page_.route)}};
    Answers answers;
    fill(out, *collection_.schema_org, {&page_, &collection_, nullptr, nullptr}, answers);
    return out;
  }

 private:
  std::string absolute(const Route& route) const { return views_.config.base_url.absolute(route); }

  void fill(Json& out, const SchemaOrgObject& object, const RecordPlace& from, Answers& answers) const {
    for (const SchemaOrgProperty& property : object.properties) {
      std::vector<Json> values;
      for (const SchemaOrgSource& source : property.sources) add(values, source, from, answers);
      set(out, property.name, std::move(values));
    }
  }

  void add(std::vector<Json>& out, const SchemaOrgSource& source, const RecordPlace& from, Answers& answers) const {
    const std::size_t before = out.size();
    if (const auto* literal = std::get_if<Literal>(&source.what)) {
      out.push_back(literal_json(*literal));
      return;
    }
    if (const auto* inner = std::get_if<std::vector<SchemaOrgObject>>(&source.what)) {
      add_objects(out, inner->front(), from, answers);
      return;
    }
    answers.asked = true;
    if (const auto* fact = std::get_if<EntryFact>(&source.what)) {
      Json value = fact_json(*fact);
      if (!value.is_null()) out.push_back(std::move(value));
    } else {
      const auto& field = std::get<FieldSource>(source.what);
      for (const Found& found : walk(field.path, from, views_.model, Names::of_row)) {
        Json value = told(found, field);
        if (!value.is_null()) out.push_back(std::move(value));
      }
    }
    if (out.size() > before) answers.given = true;
  }

  void add_objects(std::vector<Json>& out, const SchemaOrgObject& object, const RecordPlace& from,
                   Answers& answers) const {
    if (object.each.empty()) {
      add_object(out, object, from, answers);
      return;
    }
    answers.asked = true;
    const auto at = collection_.schema.index_of(object.each);
    const auto* rows = at && *at < page_.fields.size() ? page_.fields[*at].as<RecordList>() : nullptr;
    for (std::size_t i = 0; rows && i < rows->rows.size(); ++i) {
      add_object(out, object, {&page_, &collection_, &collection_.schema.fields[*at], &rows->rows[i]}, answers);
    }
  }

  void add_object(std::vector<Json>& out, const SchemaOrgObject& object, const RecordPlace& from,
                  Answers& answers) const {
    Json made = {{"@type", types_json(object.types)}};
    Answers own;
    fill(made, object, from, own);
    answers.asked = answers.asked || own.asked;
    answers.given = answers.given || own.given;
    if (own.given || !own.asked) out.push_back(std::move(made));
  }

  static Json literal_json(const Literal& literal) {
    if (const auto* text = std::get_if<std::string>(&literal)) return term_or_text(*text);
    return std::visit([](const auto& value) { return Json(value); }, literal);
  }

  static Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

  Json fact_json(EntryFact fact) const {
    switch (fact) {
      case EntryFact::title:
        return text_or_null(page_.title);
      case EntryFact::url:
        return absolute(page_.route);
      case EntryFact::summary:
        return text_or_null(summary_of(page_, views_.contents[index(page_.id)]));
      case EntryFact::date:
        return page_.date ? moment(*page_.date) : Json();
      case EntryFact::updated:
        return page_.updated ? moment(*page_.updated) : page_.date ? moment(*page_.date) : Json();
      case EntryFact::image:
        return text_or_null(share_image(page_, views_));
      case EntryFact::language:
        return page_.language;
      case EntryFact::publisher:
        return {{"@id", publisher_id(views_)}};
    }
    return {};
  }

  Json moment(const DateTime& time) const { return is_whole_day(time) ? Json(iso(time.date)) : time_json(time); }

  Json time_json(const DateTime& time) const {
    return iso(time.offset_minutes ? time : views_.zone.to_local(views_.zone.to_instant(time)));
  }

  Json told(const Found& found, const FieldSource& source) const {
    const std::string key = plain(found);
    if (!source.names.empty()) {
      auto name = source.names.find(key);
      if (name == source.names.end()) name = source.names.find("*");
      return name == source.names.end() ? Json() : term_or_text(name->second);
    }
    if (!source.format.empty()) {
      std::string text = source.format;
      return text.replace(text.find("{}"), 2, key);
    }
    if (source.form == ValueForm::key) return key;
    if (const auto* money = found.value.as<Money>()) {
      if (source.form == ValueForm::currency) return money->currency;
      return static_cast<double>(money->minor) / minor_units;
    }
    return usual(found);
  }

  Json usual(const Found& found) const {
    const FieldValue& value = found.value;
    if (const auto* truth = value.as<bool>()) return *truth;
    if (const auto* number = value.as<std::int64_t>()) return *number;
    if (const auto* number = value.as<double>()) return *number;
    if (const auto* time = value.as<DateTime>()) return time_json(*time);
    if (const auto* position = value.as<GeoPosition>()) {
      return {{"@type", "GeoCoordinates"}, {"latitude", position->latitude}, {"longitude", position->longitude}};
    }
    if (const auto* file = value.as<FilePath>()) return absolute(views_.links.attachment_route(file->source_path));
    if (const auto* reference = value.as<Reference>()) {
      return reference->target ? reference_json(views_.model.page(*reference->target)) : Json();
    }
    if (found.field->value_type() == FieldType::choice) {
      return text_or_null(display(value, *found.field, views_.model, page_.language));
    }
    const std::string text = plain(found);
    const Licence* licence = found.field->value_type() == FieldType::licence ? find_licence(text) : nullptr;
    return licence ? Json(licence->url) : text_or_null(text);
  }

  Json reference_json(const Page& target) const {
    Json out = Json::object();
    const CollectionConfig* collection = views_.config.collection(target.collection);
    if (collection && collection->schema_org) out["@type"] = types_json(collection->schema_org->types);
    out["@id"] = absolute(target.route);
    out["name"] = target.title;
    return out;
  }

  const Page& page_;
  const CollectionConfig& collection_;
  const Views& views_;
};

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void set_text(Json& out, const char* name, const std::string& text) {
  if (!text.empty()) out[name] = text;
}

Json address_json(const PublisherAddress& address) {
  Json out = {{"@type", "PostalAddress"}};
  set_text(out, "streetAddress", address.street);
  set_text(out, "postalCode", address.postal_code);
  set_text(out, "addressLocality", address.locality);
  set_text(out, "addressRegion", address.region);
  set_text(out, "addressCountry", address.country);
  return out;
}

}  // namespace

std::string entry_object(const Page& page, const Views& views) {
  const CollectionConfig* collection = views.config.collection(page.collection);
  if (!collection || !collection->schema_org) return "";
  return text_of(EntryObject(page, *collection, views).make());
}

std::string publisher_id(const Views& views) {
  return views.config.base_url.text() + "#publisher";
}

std::string publisher_object(const Views& views, std::string_view language) {
  const auto& publisher = views.config.publisher;
  if (!publisher) return "";
  Json out = {{"@type", types_json(publisher->types)},
              {"@id", publisher_id(views)},
              {"name", publisher->name.in(language)},
              {"url", publisher->url.empty() ? views.config.base_url.text() : publisher->url}};
  set_text(out, "email", publisher->email);
  set_text(out, "telephone", publisher->telephone);
  if (!publisher->address.empty()) out["address"] = address_json(publisher->address);
  return text_of(out);
}

std::string inside_script(std::string json) {
  for (auto at = json.find('<'); at != std::string::npos; at = json.find('<', at)) json.replace(at, 1, "\\u003c");
  return json;
}

}  // namespace kronika
