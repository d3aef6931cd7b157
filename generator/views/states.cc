// Whether a state is good news only the vocabulary can say; the colour never stands without the word.
#include "generator/views/states.h"

#include <array>
#include <string_view>

#include "generator/content/history.h"
#include "generator/views/values.h"

namespace kronika {
namespace {

constexpr std::array<std::string_view, 3> tones = {"good", "warning", "bad"};

void set_tone(TemplateData& out, const Term* term) {
  const auto written = term ? term->extra.find("tone") : decltype(term->extra.end()){};
  const std::string_view tone = term && written != term->extra.end() ? std::string_view(written->second) : "";
  bool known = false;
  for (const std::string_view each : tones) {
    set_flag(out, "is_" + std::string(each), each == tone);
    known = known || each == tone;
  }
  set_flag(out, "is_neutral", !known);
}

/// The days of the state in force, where the history says the same as the field.
void set_days(TemplateData& out, const Page& page, const Schema& schema, const Field& field, const std::string& state,
              const Views& views) {
  const std::vector<StateSpan> spans = state_spans(page, schema, field);
  const StateSpan* span = span_on(spans, views.zone.to_local(views.model.now).date);
  const bool agrees = span && span->state == state;
  set_optional(out, "since", agrees ? long_date(span->first, page.language) : "");
  set_optional(out, "until", agrees && span->last ? long_date(*span->last, page.language) : "");
}

}  // namespace

std::vector<TemplateData> states(const Page& page, const Views& views) {
  std::vector<TemplateData> out;
  const CollectionConfig* collection = views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const Field& field = collection->schema.fields[i];
    const auto* state = page.fields[i].as<std::string>();
    if (!field.states || field.hidden || !state) continue;
    const Vocabulary* vocabulary = views.model.vocabulary(field.vocabulary);
    TemplateData one;
    const auto items =
        field_items(page.fields[i], field, {views.model, views.theme, views.links, views.source, page.language});
    if (items.empty()) continue;
    set_text(one, "name", field.name);
    set_text(one, "label", field.label.in(page.language));
    set_text(one, "text", items.front().text);
    set_optional(one, "url", items.front().url);
    set_tone(one, vocabulary ? vocabulary->find(*state) : nullptr);
    set_days(one, page, collection->schema, field, *state, views);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace kronika
