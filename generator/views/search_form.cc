// What a form offers has entries behind it, so that no choice leads to an empty page but together with another.
#include "generator/views/search_form.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "generator/content/field_levels.h"
#include "generator/core/nearest.h"

namespace kronika {
namespace {

constexpr std::string_view collection_parameter = "collection";

/// The fields of one filter that the form offers.
struct Select {
  std::vector<const Field*> levels;  // from the uppermost down to the lowest that is offered
  std::set<std::size_t> offered;     // which of them
  const std::string& name() const { return levels.front()->name; }
};

struct Option {
  std::string value, label;
  bool is_whole = false;  // the group itself, not one of what lies in it
};

struct Group {
  std::string label;  // "" : none
  std::vector<Option> options;
};

TemplateData hidden_input(std::string_view name, std::string_view value) {
  TemplateData out;
  set_text(out, "name", name);
  set_text(out, "value", value);
  return out;
}

class FormMaker {
 public:
  FormMaker(const SearchFormCall& call, std::string_view language, const SiteModel& model, Diagnostics& diagnostics)
      : call_(call), language_(language), model_(model), diagnostics_(diagnostics) {}

  TemplateData form() {
    TemplateData out;
    set_text(out, "id", call_.id);
    set_text(out, "action", model_.config->base_url.local(model_.config->search_path));
    find_collection();
    set_list(out, "hidden", hidden());
    set_list(out, "selects", selects());
    fill_day(out);
    return out;
  }

 private:
  const FieldValue* value_of(std::string_view parameter) const {
    const auto at = call_.parameters.index_of(parameter);
    return at && !call_.values[*at].empty() ? &call_.values[*at] : nullptr;
  }

  void refuse(const std::string& what, const Span& span, std::string reason, std::span<const std::string> names) {
    diagnostics_.report(Code::search_form_value, {call_.place.file, span}, {what, std::move(reason)},
                        nearest(what, names));
  }

  void find_collection() {
    const FieldValue* value = value_of("collection");
    const auto* name = value ? value->as<std::string>() : nullptr;
    if (!name) return;
    collection_ = model_.collection(*name);
    if (collection_) return;
    std::vector<std::string> names;
    for (const Collection& each : model_.collections) names.push_back(each.config->name);
    refuse(*name, value->span, both("there is no such collection", "nie ma takiej kolekcji"), names);
  }

  const Schema& schema() const { return collection_->config->schema; }

  /// Filters by terms: what a select can offer.
  static bool is_offered(const Field& field) { return field.facet && field.value_type() == FieldType::choice; }

  std::vector<std::string> filter_names() const {
    std::vector<std::string> out;
    for (const Field& field : schema().fields)
      if (is_offered(field)) out.push_back(field.name);
    return out;
  }

  const Field* filter(const std::string& name, const Span& span) {
    const Field* field = schema().find(name);
    if (field && is_offered(*field)) return field;
    refuse(name, span,
           both("the collection has no filter of this name with a vocabulary",
                "kolekcja nie ma filtra o tej nazwie, który bierze wartości ze słownika"),
           filter_names());
    return nullptr;
  }

  std::vector<TemplateData> hidden() {
    std::vector<TemplateData> out;
    const bool has_pages = !collection_ || !collection_->in(language_).entries.empty();
    if (model_.config->is_other_language(language_) && has_pages) out.push_back(hidden_input("lang", language_));
    if (!collection_) return out;
    out.push_back(hidden_input(collection_parameter, collection_->config->name));
    const FieldValue* fixed = value_of("fixed");
    const auto* rows = fixed ? fixed->as<RecordList>() : nullptr;
    const auto at = call_.parameters.index_of("fixed");
    if (!rows || !at) return out;
    const Schema& columns = call_.parameters.fields[*at].fields;
    for (const Record& row : rows->rows) {
      const auto cell = [&](std::string_view name) -> const FieldValue* {
        const auto column = columns.index_of(name);
        return column ? &row.values[*column] : nullptr;
      };
      const FieldValue *name = cell("name"), *value = cell("value");
      if (!name || !value || name->empty() || value->empty()) continue;
      add_fixed(*name, *value, out);
    }
    return out;
  }

  void add_fixed(const FieldValue& name, const FieldValue& value, std::vector<TemplateData>& out) {
    const auto *written = name.as<std::string>(), *key = value.as<std::string>();
    const Field* field = written && key ? filter(*written, name.span) : nullptr;
    if (!field) return;
    const std::vector<const Field*> levels = levels_of(schema(), *field);
    const std::string path = path_of(keys(levels, *key));
    const Vocabulary* vocabulary = model_.vocabulary(field->vocabulary);
    if (vocabulary && !vocabulary->find(*key)) {
      std::vector<std::string> names;
      for (const Term& term : vocabulary->terms) names.push_back(term.value);
      return refuse(*key, value.span,
                    both("the vocabulary '" + vocabulary->name + "' has no such term",
                         "słownik „" + vocabulary->name + "” nie ma takiej pozycji"),
                    names);
    }
    out.push_back(hidden_input(levels.front()->name, path));
  }

  std::vector<std::string> keys(const std::vector<const Field*>& levels, const std::string& key) const {
    std::vector<std::string> vocabularies;
    for (const Field* level : levels) vocabularies.push_back(level->vocabulary);
    return keys_from_above(key, vocabularies, model_);
  }

  /// Fields of one filter go into one select, where the first of them stands.
  std::vector<Select> chosen() {
    std::vector<Select> out;
    const FieldValue* value = value_of("fields");
    const auto* names = value ? value->as<ValueList>() : nullptr;
    for (std::size_t i = 0; collection_ && names && i < names->size(); ++i) {
      const auto* name = (*names)[i].as<std::string>();
      const Field* field = name ? filter(*name, (*names)[i].span) : nullptr;
      if (!field) continue;
      std::vector<const Field*> levels = levels_of(schema(), *field);
      const std::size_t level = levels.size() - 1;
      auto same = std::find_if(out.begin(), out.end(),
                               [&](const Select& each) { return each.levels.front() == levels.front(); });
      if (same == out.end()) same = out.insert(out.end(), Select{});
      if (levels.size() > same->levels.size()) same->levels = std::move(levels);
      same->offered.insert(level);
    }
    return out;
  }

  std::vector<TemplateData> selects() {
    std::vector<TemplateData> out;
    for (const Select& select : chosen()) {
      TemplateData data;
      set_text(data, "id", call_.id + "-" + select.name());
      set_text(data, "name", select.name());
      std::string label;
      for (const std::size_t level : select.offered)
        label += (label.empty() ? "" : " / ") + select.levels[level]->label.in(language_);
      set_text(data, "label", label);
      set_list(data, "groups", groups(select));
      out.push_back(std::move(data));
    }
    return out;
  }

  /// The place of each level's term in its vocabulary, the uppermost first: what is used, in the order of terms.
  using Places = std::vector<std::size_t>;

  std::map<Places, std::vector<std::string>> used(const Select& select) const {
    std::map<Places, std::vector<std::string>> out;
    for (const PageId id : collection_->entries) {
      const Page& page = model_.page(id);
      if (!page.searchable) continue;
      for (std::size_t level = 0; level < select.levels.size(); ++level) {
        const auto at = schema().index_of(select.levels[level]->name);
        const std::vector<const Field*> above(select.levels.begin(),
                                              select.levels.begin() + static_cast<std::ptrdiff_t>(level) + 1);
        add_used(page.fields[*at], above, out);
      }
    }
    return out;
  }

  void add_used(const FieldValue& value, const std::vector<const Field*>& levels,
                std::map<Places, std::vector<std::string>>& out) const {
    if (const auto* list = value.as<ValueList>()) {
      for (const FieldValue& item : *list) add_used(item, levels, out);
      return;
    }
    const auto* key = value.as<std::string>();
    if (!key) return;
    const std::vector<std::string> path = keys(levels, *key);
    Places places;
    for (std::size_t level = 0; level < path.size(); ++level) {
      const Vocabulary* vocabulary = model_.vocabulary(levels[level]->vocabulary);
      const Term* term = vocabulary ? vocabulary->find(path[level]) : nullptr;
      if (!term) return;
      places.push_back(static_cast<std::size_t>(term - vocabulary->terms.data()));
      out.try_emplace(places, path.begin(), path.begin() + static_cast<std::ptrdiff_t>(level) + 1);
    }
  }

  const std::string& label_of(const Select& select, std::span<const std::string> path) const {
    const Term* term = model_.vocabulary(select.levels[path.size() - 1]->vocabulary)->find(path.back());
    return term->label.in(language_);
  }

  std::vector<TemplateData> groups(const Select& select) const {
    std::vector<Group> groups;
    const bool grouped = select.levels.size() > 1;
    if (!grouped) groups.push_back({});
    for (const auto& [places, path] : used(select)) {
      const std::size_t level = path.size() - 1;
      const bool opens = grouped && level + 1 < select.levels.size();
      if (opens) groups.push_back({label_of(select, path), {}});
      if (select.offered.contains(level) && !groups.empty())
        groups.back().options.push_back({path_of(path), label_of(select, path), opens});
    }
    std::vector<TemplateData> out;
    for (const Group& group : groups)
      if (!group.options.empty()) out.push_back(group_data(group));
    return out;
  }

  static TemplateData group_data(const Group& group) {
    TemplateData out;
    set_optional(out, "label", group.label);
    std::vector<TemplateData> options;
    for (const Option& option : group.options) {
      TemplateData each;
      set_text(each, "value", option.value);
      set_text(each, "label", option.label);
      set_flag(each, "is_whole", option.is_whole);
      options.push_back(std::move(each));
    }
    set_list(out, "options", options);
    return out;
  }

  /// The day of the build, so that who sends the form as it is gets an address that keeps meaning this day.
  void fill_day(TemplateData& out) {
    const FieldValue* value = value_of("as_of");
    const auto* wanted = value ? value->as<bool>() : nullptr;
    const Field* field = nullptr;
    for (std::size_t i = 0; collection_ && i < schema().fields.size(); ++i)
      if (!schema().fields[i].as_of.empty()) field = &schema().fields[i];
    const bool given = wanted && *wanted && field;
    if (wanted && *wanted && collection_ && !field)
      refuse("as_of", value->span,
             both("no field of the collection says as_of in site.toml", "żadne pole kolekcji nie ma as_of w site.toml"),
             {});
    set_flag(out, "has_day", given);
    set_text(out, "day_name", given ? field->as_of : "");
    set_text(out, "day_label", given ? field->label.in(language_) : "");
    set_text(out, "day_id", call_.id + "-day");
    set_text(out, "day_value", iso(TimeZone(model_.config->timezone).to_local(model_.now).date));
  }

  const SearchFormCall& call_;
  std::string_view language_;
  const SiteModel& model_;
  Diagnostics& diagnostics_;
  const Collection* collection_ = nullptr;
};

}  // namespace

void fill_search_form(TemplateData& data, const SearchFormCall& call, const Page& page, const SiteModel& model,
                      Diagnostics& diagnostics) {
  set_node(data, "form", FormMaker(call, page.language, model, diagnostics).form());
}

TemplateData filter_form(const Collection& collection, std::span<const std::string> fields, std::string_view language,
                         const SiteModel& model) {
  Schema parameters;
  parameters.fields.resize(2);
  parameters.fields[0].name = "collection";
  parameters.fields[1].name = "fields";
  ValueList names;
  for (const std::string& name : fields) names.push_back({name, {}});
  const std::vector<FieldValue> values = {{collection.config->name, {}}, {std::move(names), {}}};
  const std::string id = "k-filter";
  const Place nowhere;
  Diagnostics unused;
  TemplateData form = FormMaker({parameters, values, nowhere, id}, language, model, unused).form();
  assert(unused.errors() == 0);
  return form;
}

}  // namespace kronika
