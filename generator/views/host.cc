// A component's parameters are fields like those of a collection, so the same checks read them.
#include "generator/views/host.h"

#include <algorithm>

#include "generator/checks/page_code.h"
#include "generator/checks/words.h"
#include "generator/content/field_types.h"
#include "generator/core/nearest.h"
#include "generator/theme/data.h"
#include "generator/views/drawings.h"
#include "generator/views/film.h"
#include "generator/views/search_form.h"
#include "generator/views/tables.h"
#include "generator/views/view.h"

namespace kronika {

struct SiteHost::Call {
  const ComponentCall& written;
  const Nested& markdown;
  const FieldValue* columns;  // what a parameter of that name says; null without one
  const Columns& drawn;       // what a drawing shows of its table; empty: all
};

namespace {

const ThemeComponent* find_component(const Theme& theme, std::string_view name) {
  const auto& all = theme.components();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ThemeComponent& c) { return c.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const Schema& schema) {
  std::vector<std::string> names;
  for (const Field& field : schema.fields) names.push_back(field.name);
  return names;
}

bool is_true(const RawTable& parameters, std::string_view name) {
  const RawValue* value = parameters.find(name);
  const bool* flag = value ? value->as<bool>() : nullptr;
  return flag && *flag;
}

}  // namespace

SiteHost::SiteHost(const Page& page, const SiteModel& model, const LinkTable& links, const Theme& theme,
                   const Source& source, Diagnostics& diagnostics)
    : page_(page), model_(model), links_(links), theme_(theme), source_(source), diagnostics_(diagnostics) {}

ResolvedLink SiteHost::resolve(std::string_view destination, const Place& place) {
  return links_.resolve(page_, destination, place, diagnostics_);
}

std::optional<ImageSize> SiteHost::image_size(const ResolvedLink& link) {
  return link.attachment.empty() ? std::nullopt : kronika::image_size(source_.read(link.attachment));
}

std::optional<std::string> SiteHost::alert(std::string_view kind, std::string_view content_html) {
  const auto& known = theme_.alerts();
  if (std::find(known.begin(), known.end(), kind) == known.end()) return std::nullopt;
  TemplateData data;
  set_text(data, "kind", kind);
  set_text(data, "content", content_html);
  set_text(data, "language", page_.language);
  for (const std::string& name : known) set_flag(data, "is_" + name, name == kind);
  return theme_.find("alert", "", page_.language).render(TemplateData{}, data);
}

TemplateData SiteHost::parameter(const FieldValue& value, const Field& field, const Call& call) {
  if (const auto* file = value.as<FilePath>()) {
    attachments_.push_back(file->source_path);
    TemplateData out;
    set_text(out, "url", links_.attachment_url(file->source_path));
    set_text(out, "name", file->source_path.substr(file->source_path.rfind('/') + 1));
    set_text(out, "note", file_note(file->source_path, source_, page_.language));
    if (field.type == FieldType::image) fill_size(out, file->source_path, source_);
    return out;
  }
  if (const auto* flag = value.as<bool>()) return TemplateData(*flag);
  if (const DataTable* table = table_of(value, field, model_)) return data_table(*table, call);
  return TemplateData(display(value, field, model_, page_.language));
}

TemplateData SiteHost::data_table(const DataTable& table, const Call& call) {
  const Schema& schema = table.config->fields;
  const ValueContext context{model_, theme_, links_, source_, page_.language};
  Columns shown = call.drawn;
  if (call.columns && !call.columns->empty()) {
    shown = named_columns(schema, table.config->name, *call.columns, page_.path, diagnostics_);
  } else if (shown.empty()) {
    shown = visible_columns(schema, table.records);
  }
  TemplateData out;
  set_text(out, "name", table.config->name);
  set_text(out, "title", table.config->title.in(page_.language));
  fill_table(out, {schema, table.records, table.totals}, shown, context);
  fill_downloads(out, table, context);
  return out;
}

TemplateData SiteHost::row(const Record& record, const RawTable& raw, const Field& table, const Call& call) {
  TemplateData out;
  for (std::size_t c = 0; c < record.values.size(); ++c) {
    const Field& column = table.fields.fields[c];
    set_parameter(out, record.values[c], raw.find(column.name), column, call);
  }
  return out;
}

void SiteHost::set_parameter(TemplateData& data, const FieldValue& value, const RawValue* raw, const Field& field,
                             const Call& call) {
  if (const auto* records = value.as<RecordList>()) {
    const RawArray* rows = raw ? raw->as<RawArray>() : nullptr;
    std::vector<TemplateData> items;
    for (std::size_t r = 0; rows && r < records->rows.size() && r < rows->size(); ++r) {
      if (const auto* written = (*rows)[r].as<RawTable>())
        items.push_back(row(records->rows[r], *written, field, call));
    }
    set_list(data, field.name, items);
  } else if (const auto* list = value.as<ValueList>()) {
    std::vector<TemplateData> items;
    for (const FieldValue& each : *list) {
      TemplateData item;
      set_node(item, "value", parameter(each, field, call));
      items.push_back(std::move(item));
    }
    set_list(data, field.name, items);
  } else if (value.empty()) {
    set_flag(data, field.name, false);
    set_flag(data, "has_" + field.name, false);
  } else if (field.type == FieldType::markdown) {
    const auto* text = value.as<std::string>();
    set_optional(data, field.name, text ? call.markdown(*text, value.span.line) : "");
  } else {
    set_node(data, field.name, parameter(value, field, call));
    set_flag(data, "has_" + field.name, true);
  }
}

/// An image parameter beside `alt` and `decorative` needs one of the two; and `alt` must say something.
void SiteHost::require_alternative(const ThemeComponent& component, const Call& call) {
  const Schema& schema = component.parameters;
  const RawTable& given = call.written.parameters;
  if (!schema.find("alt") || !schema.find("decorative") || is_true(given, "decorative")) return;
  for (const Field& field : schema.fields) {
    const RawValue* image = given.find(field.name);
    if (field.type != FieldType::image || !image) continue;
    const RawValue* alt = given.find("alt");
    const auto* text = alt ? alt->as<std::string>() : nullptr;
    const auto* path = image->as<std::string>();
    if (text && text->find_first_not_of(" \t\n") != std::string::npos) {
      const bool is_name = is_file_name(*text, path ? *path : "");
      if (!is_name && !says_nothing_as_alternative(*text)) continue;
      diagnostics_.report(is_name ? Code::alt_is_file_name : Code::alt_says_nothing,
                          {call.written.place.file, alt->span}, {*text});
      continue;
    }
    diagnostics_.report(Code::missing_component_alt, {call.written.place.file, image->span},
                        {path ? *path : "", component.name});
  }
}

std::vector<FieldValue> SiteHost::values(const ThemeComponent& component, const ComponentCall& written) {
  const FieldContext context{model_.vocabularies, model_.tables,  source_,
                             page_.path,          page_.folder,   Typing::strict,
                             diagnostics_,        page_.language, model_.config->language};
  std::vector<FieldValue> out;
  for (const Field& field : component.parameters.fields) {
    const RawValue* raw = written.parameters.find(field.name);
    if (!raw && field.required) {
      diagnostics_.report(Code::missing_parameter, written.place, {field.name, component.name});
    }
    out.push_back(raw ? read_field(*raw, field, field.name, context) : default_of(field, context));
  }
  return out;
}

const DataTable* SiteHost::named_table(const ThemeComponent& component, std::span<const FieldValue> read) const {
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (const DataTable* table = table_of(read[i], component.parameters.fields[i], model_)) return table;
  }
  return nullptr;
}

/// A component with a field for a table and one called `file` takes either; nothing when it is not a file.
std::unique_ptr<FileTable> SiteHost::file_table(const ThemeComponent& component, const ComponentCall& written,
                                                std::span<const FieldValue> read) {
  const auto& fields = component.parameters.fields;
  const auto file = component.parameters.index_of("file");
  const auto table =
      std::find_if(fields.begin(), fields.end(), [](const Field& f) { return f.type == FieldType::data; });
  if (!file || table == fields.end()) return nullptr;
  const auto* path = read[*file].as<FilePath>();
  const bool named = written.parameters.find(table->name) != nullptr;
  const bool needs_one = component.draws != Draws::tile_map;
  if (!written.parameters.find("file") && !named && needs_one) {
    diagnostics_.report(Code::missing_parameter, written.place, {table->name + " / file", component.name});
  }
  if (!path || named) return nullptr;
  return read_file_table(path->source_path, source_.read(path->source_path), diagnostics_);
}

void SiteHost::fill(TemplateData& data, const ThemeComponent& component, const ComponentCall& written,
                    const Nested& markdown) {
  const std::vector<FieldValue> read = values(component, written);
  const auto columns = component.parameters.index_of("columns");
  const std::unique_ptr<FileTable> file = file_table(component, written, read);
  const DataTable* table = file ? &file->table : named_table(component, read);
  ComponentDrawing drawing;
  if (is_drawing(component.draws)) {
    const DrawnComponent drawn{component, read, table, written.place, "k-chart-" + std::to_string(++drawings_)};
    drawing = draw_component(drawn, {model_, theme_, links_, source_, page_.language}, diagnostics_);
    set_optional(data, "svg", drawing.svg);
  }
  const Call call{written, markdown, columns ? &read[*columns] : nullptr, drawing.columns};
  for (std::size_t i = 0; i < read.size(); ++i) {
    const Field& field = component.parameters.fields[i];
    if (file && field.type == FieldType::data) {
      set_node(data, field.name, data_table(file->table, call));
      set_flag(data, "has_" + field.name, true);
    } else {
      set_parameter(data, read[i], written.parameters.find(field.name), field, call);
    }
  }
  for (const RawEntry& entry : written.parameters.entries) {
    if (component.parameters.find(entry.key)) continue;
    diagnostics_.report(Code::unknown_parameter, {written.place.file, entry.key_span}, {entry.key, component.name},
                        nearest(entry.key, names_of(component.parameters)));
  }
  if (component.draws == Draws::search_form) {
    const std::string id = "k-form-" + std::to_string(++forms_);
    fill_search_form(data, {component.parameters, read, written.place, id}, page_, model_, diagnostics_);
  }
  if (component.draws == Draws::film) {
    const FilmCall film{component.parameters, read, written};
    fill_film(data, film, page_.language, source_, diagnostics_);
    if (const auto* shown = film.file("file")) films_.push_back(shown->source_path);
  }
  require_alternative(component, call);
}

std::string SiteHost::component(const ComponentCall& call, const Nested& markdown) {
  const ThemeComponent* component = find_component(theme_, call.name);
  if (!component) {
    std::vector<std::string> names;
    for (const ThemeComponent& each : theme_.components()) names.push_back(each.name);
    diagnostics_.report(Code::unknown_component, call.place, {call.name}, nearest(call.name, names));
    return "";
  }
  TemplateData data;
  set_text(data, "language", page_.language);
  fill(data, *component, call, markdown);
  return theme_.find("component/" + component->name, "", page_.language).render(TemplateData{}, data);
}

MarkdownOptions markdown_options(const Page& page, const Config& config, const Theme& theme, int line) {
  MarkdownOptions options;
  options.file = page.path;
  options.first_line = line;
  options.language = page.language;
  options.raw_html = config.raw_html;
  options.own_host = host_of_address(config.base_url.text());
  options.typography = config.typography;
  options.decoration = config.decoration;
  options.footnotes_title = theme.text(page.language, "footnotes_title");
  options.back_to_text = theme.text(page.language, "back_to_text");
  options.task_done = theme.text(page.language, "task_done");
  options.task_open = theme.text(page.language, "task_open");
  options.table_label = theme.text(page.language, "table_label");
  return options;
}

}  // namespace kronika
