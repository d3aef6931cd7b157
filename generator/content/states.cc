// The state of an entry on the day of the build: from its dates, or from the row of its history that is in force.
#include <algorithm>

#include "generator/content/assembly.h"
#include "generator/content/history.h"
#include "generator/content/instants.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

const std::string& label_of(const std::string& state, const Vocabulary* vocabulary, std::string_view language) {
  const Term* term = vocabulary ? vocabulary->find(state) : nullptr;
  return term ? term->label.in(language) : state;
}

class StateMaker {
 public:
  StateMaker(const CollectionConfig& collection, const Config& config, std::span<const Vocabulary> vocabularies,
             Instant now, Diagnostics& diagnostics)
      : schema_(collection.schema),
        config_(config),
        vocabularies_(vocabularies),
        zone_(config.timezone),
        now_(now),
        diagnostics_(diagnostics) {}

  void settle(Page& page) {
    for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
      const Field& field = schema_.fields[i];
      if (!field.states || page.fields.size() <= i) continue;
      const StateRule& rule = *field.states;
      const std::string found = rule.history ? from_history(page, *rule.history) : from_dates(page, rule.steps);
      if (found.empty()) continue;  // no dates: what is written counts
      FieldValue& value = page.fields[i];
      const auto* written = value.span.line > 0 ? value.as<std::string>() : nullptr;  // a default is not written
      value.value = written ? settled(*written, found, page, field, value.span) : found;
    }
  }

  /// The next instant at which a state changes.
  const std::optional<Instant>& next_change() const { return next_; }

 private:
  std::string settled(const std::string& written, const std::string& found, const Page& page, const Field& field,
                      const Span& span) {
    bool is_override = false;
    for (const StateOverride& each : field.states->overrides) {
      if (each.state != written) continue;
      if (each.instead_of.empty() || each.instead_of == found) return written;
      is_override = true;
    }
    if (is_override || written == found) return found;
    const auto vocabulary = std::find_if(vocabularies_.begin(), vocabularies_.end(),
                                         [&](const Vocabulary& v) { return v.name == field.vocabulary; });
    const Vocabulary* words = vocabulary == vocabularies_.end() ? nullptr : &*vocabulary;
    const auto label = [&](const std::string& state) {
      return both(label_of(state, words, "en"), label_of(state, words, "pl"));
    };
    diagnostics_.report(Code::state_disagrees, {page.path, span}, {field.name, label(written), label(found)});
    return written;
  }

  const FieldValue* value_of(const Page& page, const std::string& name) const {
    const auto index = schema_.index_of(name);
    return index && *index < page.fields.size() && !page.fields[*index].empty() ? &page.fields[*index] : nullptr;
  }

  std::optional<Instant> instant_of(const Page& page, const std::string& name, Boundary when) const {
    if (const FieldValue* value = value_of(page, name)) return kronika::instant_of(*value, zone_, when);
    std::optional<DateTime> own;
    if (name == config_.front_matter.date) own = page.date;
    if (name == config_.front_matter.expires) own = page.expires;
    return own ? std::optional(zone_.to_instant(*own)) : std::nullopt;
  }

  std::string from_dates(const Page& page, std::span<const StateStep> steps) {
    std::string state;
    bool dated = false;
    for (const StateStep& step : steps) {
      if (!step.needs.empty() && !value_of(page, step.needs)) continue;
      if (step.from.empty()) {
        state = step.state;
        dated = dated || !step.needs.empty();  // what it needs tells as much as a date
        continue;
      }
      std::optional<Instant> begins;
      for (const std::string& name : step.from) {
        if (!begins) begins = instant_of(page, name, step.after ? Boundary::over : Boundary::begun);
      }
      if (!begins) continue;
      dated = true;
      if (*begins <= now_) {
        state = step.state;
      } else {
        note(*begins);
      }
    }
    return dated ? state : "";
  }

  std::string from_history(const Page& page, const StateHistory& history) {
    const auto rows = history_rows(page, schema_, history, [this](const FieldValue& value, Boundary when) {
      return kronika::instant_of(value, zone_, when);
    });
    for (const HistoryRow& row : rows) {
      if (row.begins > now_) {
        note(row.begins);
      } else if (row.over && *row.over > now_) {
        note(*row.over);
      }
    }
    return state_at(rows, history, now_);
  }

  void note(Instant change) {
    if (!next_ || change < *next_) next_ = change;
  }

  const Schema& schema_;
  const Config& config_;
  std::span<const Vocabulary> vocabularies_;
  TimeZone zone_;
  Instant now_;
  Diagnostics& diagnostics_;
  std::optional<Instant> next_;
};

/// A state that is no term would be shown as the key that it is.
void check_terms(const Field& field, const Config& config, std::span<const Vocabulary> vocabularies,
                 Diagnostics& diagnostics) {
  const auto words = std::find_if(vocabularies.begin(), vocabularies.end(),
                                  [&](const Vocabulary& v) { return v.name == field.vocabulary; });
  if (words == vocabularies.end() || words->terms.empty()) return;
  std::vector<std::string> terms;
  for (const Term& term : words->terms) terms.push_back(term.value);
  const auto check = [&](const std::string& state, const char* setting) {
    if (state.empty() || words->find(state)) return;
    diagnostics.report(Code::not_in_vocabulary, {config.file, field.span_of(setting)}, {state, field.vocabulary},
                       nearest(state, terms));
  };
  for (const StateStep& step : field.states->steps) check(step.state, "states");
  for (const StateOverride& each : field.states->overrides) {
    check(each.state, "overrides");
    check(each.instead_of, "overrides");
  }
  if (const auto& history = field.states->history) check(history->otherwise, "history");
}

}  // namespace

std::optional<Instant> instant_of(const FieldValue& value, const TimeZone& zone, Boundary when) {
  using std::chrono::days;
  using std::chrono::sys_days;
  if (const auto* time = value.as<DateTime>()) return zone.to_instant(*time);
  const auto* day = value.as<Date>();
  if (!day) return std::nullopt;
  return zone.to_instant(when == Boundary::over ? Date{sys_days{*day} + days{1}} : *day);
}

std::optional<Instant> settle_states(std::vector<Page>& pages, const Config& config,
                                     std::span<const Vocabulary> vocabularies, Instant now, Diagnostics& diagnostics) {
  std::optional<Instant> next;
  for (const CollectionConfig& collection : config.collections) {
    const auto& fields = collection.schema.fields;
    if (std::none_of(fields.begin(), fields.end(), [](const Field& f) { return f.states.has_value(); })) continue;
    for (const Field& field : fields) {
      if (field.states && field.type == FieldType::choice) check_terms(field, config, vocabularies, diagnostics);
    }
    StateMaker maker(collection, config, vocabularies, now, diagnostics);
    for (Page& page : pages) {
      const bool own = page.kind == PageKind::entry && page.original.empty();
      if (own && page.collection == collection.name) maker.settle(page);
    }
    if (maker.next_change()) next = std::min(next.value_or(*maker.next_change()), *maker.next_change());
  }
  return next;
}

}  // namespace kronika
