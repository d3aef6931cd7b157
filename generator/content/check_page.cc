// Holds one page's front matter against its collection. Nothing stops at the first mistake: an editor sees them all.
#include <algorithm>

#include "generator/config/text_file.h"
#include "generator/content/assembly.h"
#include "generator/content/built_in.h"
#include "generator/content/content.h"
#include "generator/content/field_levels.h"
#include "generator/content/page_address.h"
#include "generator/core/nearest.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

/// The home page belongs to no collection: it is foreign when all the rest is.
FrontMatterOrigin origin_of(const PageAddress& address, const Config& config) {
  const auto is_open = [](const CollectionConfig& c) { return c.open; };
  const bool open = address.collection ? address.collection->open
                                       : !config.collections.empty() &&
                                             std::all_of(config.collections.begin(), config.collections.end(), is_open);
  return open ? FrontMatterOrigin::foreign : FrontMatterOrigin::own;
}

class PageChecker {
 public:
  PageChecker(RawPage raw, PageAddress address, const Config& config, const SiteData& data, const Source& source,
              Diagnostics& diagnostics)
      : raw_(std::move(raw)),
        address_(std::move(address)),
        config_(config),
        source_(source),
        diagnostics_(diagnostics),
        origin_(origin_of(address_, config)),
        folder_(folder_of(raw_.path)),
        context_{data.vocabularies,
                 data.tables,
                 source,
                 raw_.path,
                 folder_,
                 typing(),
                 diagnostics,
                 address_.language.empty() ? config_.language : address_.language,
                 config_.language} {}

  std::optional<Page> check() {
    page_.kind = address_.kind;
    page_.collection = address_.collection ? address_.collection->name : "";
    page_.path = raw_.path;
    page_.folder = folder_;
    page_.bundle = address_.bundle;
    page_.body_line = raw_.body_line;
    page_.language = context_.language;
    if (source_.find(address_.original)) page_.original = address_.original;
    for (const RawEntry& entry : raw_.front_matter.entries) page_.spans.emplace(entry.key, entry.value.span);
    const Route base = address_.collection ? address_.collection->list_route : Route{};
    const BuiltInResult built_in = read_built_in(raw_.front_matter, config_, origin_, context_, base, page_);
    read_fields();
    take_roles();
    read_record();
    check_keys(built_in.left);
    settle_title();
    page_.body = std::move(raw_.body);
    if (page_.bundle) find_attachments();
    if (!settle_route(built_in.slug)) return std::nullopt;
    return std::move(page_);
  }

 private:
  bool foreign() const { return origin_ == FrontMatterOrigin::foreign; }

  Typing typing() const {
    return foreign() || raw_.format == FrontMatterFormat::yaml ? Typing::from_text : Typing::strict;
  }

  const Schema& schema() const { return address_.collection->schema; }
  bool has_fields() const { return address_.kind == PageKind::entry; }
  /// Of such a page only assemble() knows what it takes from the page that it translates.
  bool may_translate() const { return config_.is_other_language(page_.language); }

  void report(Code code, const Span& span, std::vector<std::string> arguments, std::string suggestion = {}) {
    diagnostics_.report(code, {raw_.path, span}, std::move(arguments), std::move(suggestion));
  }

  void read_fields() {
    if (!address_.collection) return;
    page_.fields.resize(schema().fields.size());
    if (!has_fields()) return;
    for (std::size_t i = 0; i < page_.fields.size(); ++i) page_.fields[i] = read_one(schema().fields[i]);
    settle_levels(schema(), page_.fields, context_);
    for (std::size_t i = 0; i < page_.fields.size(); ++i) check_given(page_.fields[i], schema().fields[i]);
  }

  const RawValue* written(const Field& field) const {
    const RawValue* raw = raw_.front_matter.find(field.name);
    return raw && !raw->is_null() ? raw : nullptr;
  }

  FieldValue read_one(const Field& field) {
    const RawValue* raw = written(field);
    return raw ? read_field(*raw, field, field.name, context_) : default_of(field, context_);
  }

  void check_given(const FieldValue& value, const Field& field) {
    const RawValue* raw = written(field);
    const bool given = raw ? !is_blank(value) : !value.empty();
    const bool told_once = raw_.format == FrontMatterFormat::none && !foreign();  // by E0210
    if (field.required && !given && !told_once && !(may_translate() && !raw)) {
      report_missing(page_, field, raw ? raw->span : raw_.front_matter.span, diagnostics_);
    }
  }

  /// Fields that stand for built-in keys, or add a mark.
  void take_roles() {
    if (!has_fields()) return;
    for (std::size_t i = 0; i < page_.fields.size(); ++i) {
      const FieldValue& value = page_.fields[i];
      const Role role = schema().fields[i].role;
      const auto* text = value.as<std::string>();
      if (role == Role::title && text) page_.title = *text;
      if (role == Role::summary && text) page_.summary = *text;
      if (role == Role::example && value.as<bool>()) page_.example = *value.as<bool>();
      if (role == Role::archived && value.as<bool>()) page_.archived = *value.as<bool>();
      if (role != Role::date || value.empty()) continue;
      const auto* day = value.as<Date>();
      page_.date = day ? DateTime{*day, 0, 0, 0, {}} : *value.as<DateTime>();
      page_.date_has_time = !day;
    }
  }

  /// Every page has a record, also those whose fields are none: of sections, the home page, collections without
  /// [common_fields].
  void read_record() {
    const auto take = [&](const Field& field, const FieldValue& value) {
      const auto* text = value.as<std::string>();
      PageRecord& record = page_.record;
      const std::string& language = language_of(field);
      if (field.role == Role::author && text) record.author = {*text, language};
      if (field.role == Role::responsible && text) record.responsible = {*text, language};
      if (field.role == Role::entered_by && text) record.entered_by = {*text, language};
      if (field.role != Role::created) return;
      if (const auto* day = value.as<Date>()) record.created = *day;
      if (const auto* time = value.as<DateTime>()) record.created = time->date;
    };
    for (std::size_t i = 0; has_fields() && i < page_.fields.size(); ++i) take(schema().fields[i], page_.fields[i]);
    for (const Field& field : config_.common_fields.fields) {
      if (!is_of_record(field.role) || (has_fields() && schema().index_of(field.role))) continue;
      take(field, foreign() ? default_of(field, context_) : read_one(field));
    }
  }

  /// That of a text the page says itself, or of the default.
  const std::string& language_of(const Field& field) const {
    const bool own = (written(field) && !foreign()) || field.default_texts.by_language.contains(page_.language);
    return own ? page_.language : config_.language;
  }

  /// A key of the record that the page's own collection does not declare.
  bool is_record_key(std::string_view key) const {
    const Field* field = foreign() ? nullptr : config_.common_fields.find(key);
    return field && is_of_record(field->role) && !(has_fields() && schema().index_of(field->role));
  }

  void check_keys(const std::vector<std::string>& left) {
    const std::vector<std::string> built_in = config_.front_matter.all();
    for (RawEntry& entry : raw_.front_matter.entries) {
      const bool known = (contains(built_in, entry.key) && !contains(left, entry.key)) ||
                         (has_fields() && schema().find(entry.key)) || is_record_key(entry.key);
      if (known) continue;
      if (foreign()) {
        page_.extra.entries.push_back(std::move(entry));
        continue;
      }
      std::vector<std::string> candidates = built_in;
      if (has_fields()) {
        for (const Field& field : schema().fields) candidates.push_back(field.name);
      }
      const std::string own_name = config_.front_matter.of(entry.key);  // "title" where the site says "tytul"
      report(Code::unknown_key, entry.key_span, {entry.key, page_.collection.empty() ? "content" : page_.collection},
             own_name.empty() ? nearest(entry.key, candidates) : own_name);
    }
    page_.extra.span = raw_.front_matter.span;
  }

  void settle_title() {
    if (!page_.title.empty()) return;
    if (foreign()) page_.title = take_title_heading(raw_.body);
    if (!page_.title.empty()) return;
    if (page_.kind == PageKind::home) {
      page_.title = config_.title.in(page_.language);
    } else if (page_.kind == PageKind::section) {
      page_.title = address_.collection->title.in(page_.language);
    } else if (foreign()) {
      page_.title = title_from_name(address_.names.back());
    } else {
      report_missing_title();
    }
  }

  void report_missing_title() {
    const std::string& key = config_.front_matter.title;
    const RawValue* given = raw_.front_matter.find(key);
    const auto& fields = schema().fields;
    const bool a_field_stands_for_it =
        std::any_of(fields.begin(), fields.end(), [](const Field& f) { return f.role == Role::title && f.required; });
    if (raw_.format == FrontMatterFormat::none) {
      report(Code::no_front_matter, {1, 1, 1}, {key});
    } else if (given && (given->is_null() || given->as<std::string>())) {
      report(Code::missing_key, given->span, {key, both("title", "tytuł")});
    } else if (!given && (!a_field_stands_for_it || may_translate())) {
      report(Code::missing_key, raw_.front_matter.span, {key, both("title", "tytuł")});
    }
  }

  void find_attachments() {
    const std::string prefix = folder_ + "/";
    const auto& files = source_.files();
    auto file = std::lower_bound(files.begin(), files.end(), prefix,
                                 [](const SourceFile& f, const std::string& path) { return f.path < path; });
    for (; file != files.end() && file->path.starts_with(prefix); ++file) {
      if (file->kind != FileKind::regular || file->path.ends_with(".md") || in_nested_bundle(file->path)) continue;
      if (file->size <= longest_lfs_pointer && is_lfs_pointer(source_.read(file->path))) {
        diagnostics_.report(Code::lfs_pointer, {file->path, {1, 1, 1}});
      }
      page_.attachments.push_back(file->path);
    }
  }

  bool in_nested_bundle(const std::string& path) const {
    for (std::string folder = folder_of(path); folder != folder_; folder = folder_of(folder)) {
      if (source_.find(folder + "/index.md")) return true;
    }
    return false;
  }

  /// False when the page can have no address.
  bool settle_route(const std::optional<std::string>& written_slug) {
    if (page_.kind != PageKind::entry) {
      const Route list = address_.collection ? address_.collection->list_route : Route{};
      page_.route = in_language(list, page_.language, config_);
      return true;
    }
    if (!settle_slug(written_slug)) return false;
    if (may_translate()) return true;  // it may have its date from the page that it translates
    const auto route = route_of(*address_.collection, page_.slug, page_.date);
    if (!route) {
      report(Code::missing_key, raw_.front_matter.span, {config_.front_matter.date, both("date", "data")});
      return false;
    }
    page_.route = *route;
    return true;
  }

  bool settle_slug(const std::optional<std::string>& written) {
    std::vector<std::string> parts;
    for (const std::string& name : address_.names) {
      parts.push_back(slugify(name));
      if (!parts.back().empty()) continue;
      report(Code::bad_slug, {1, 1, 1}, {name});
      return false;
    }
    if (written && !use_written_slug(*written, parts)) return false;
    for (const std::string& part : parts) page_.slug += (page_.slug.empty() ? "" : "/") + part;
    return true;
  }

  bool use_written_slug(const std::string& written, std::vector<std::string>& parts) {
    const std::string good = slugify(written);
    if (good == written || (foreign() && !good.empty() && written.find('/') == std::string::npos)) {
      parts.back() = good;
      return true;
    }
    if (!foreign()) {
      report(Code::bad_slug, page_.spans.find(config_.front_matter.slug)->second, {written}, good);
      return false;
    }
    // Other programs let a slug be a path: from the collection's address when it begins with '/', else in place of the
    // name.
    if (written.starts_with('/')) {
      parts.clear();
    } else {
      parts.pop_back();
    }
    for (std::size_t at = 0; at < written.size();) {
      const auto slash = std::min(written.find('/', at), written.size());
      if (std::string part = slugify(std::string_view(written).substr(at, slash - at)); !part.empty())
        parts.push_back(std::move(part));
      at = slash + 1;
    }
    if (parts.empty()) parts.push_back(slugify(address_.names.back()));
    return true;
  }

  RawPage raw_;
  PageAddress address_;
  const Config& config_;
  const Source& source_;
  Diagnostics& diagnostics_;
  FrontMatterOrigin origin_;
  std::string folder_;
  FieldContext context_;
  Page page_;
};

}  // namespace

void report_missing(const Page& page, const Field& field, const Span& span, Diagnostics& diagnostics) {
  diagnostics.report(Code::missing_key, {page.path, span},
                     {field.name, both(field.label.in("en"), field.label.in("pl"))});
}

std::optional<Page> check_page(RawPage raw, const Config& config, const SiteData& data, const Source& source,
                               Diagnostics& diagnostics) {
  auto address = address_of(raw.path, config, diagnostics);
  if (!address) return std::nullopt;
  return PageChecker(std::move(raw), std::move(*address), config, data, source, diagnostics).check();
}

}  // namespace kronika
