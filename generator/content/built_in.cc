// Built-in keys are read with the readers of field types, so that their mistakes are told in the same words.
#include "generator/content/built_in.h"

#include <algorithm>

#include "generator/content/moments.h"
#include "generator/core/nearest.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr double most_search_weight = 100;

class BuiltInReader {
 public:
  BuiltInReader(const RawTable& table, const Config& config, FrontMatterOrigin origin, const FieldContext& context,
                const Route& alias_base, Page& page)
      : table_(table),
        config_(config),
        names_(config.front_matter),
        origin_(origin),
        context_(context),
        alias_base_(alias_base),
        page_(page) {}

  BuiltInResult read() {
    if (const auto title = text(names_.title)) page_.title = *title;
    result_.slug = text(names_.slug);
    if (result_.slug && result_.slug->empty()) result_.slug.reset();
    read_moment(names_.date, page_.date, &page_.date_has_time);
    read_moment(names_.updated, page_.updated, nullptr);
    read_moment(names_.expires, page_.expires, nullptr);
    if (const auto draft = value<bool>(names_.draft, FieldType::boolean)) page_.draft = *draft;
    read_aliases();
    if (const auto summary = value<std::string>(names_.summary, FieldType::long_text)) page_.summary = *summary;
    if (const auto weight = value<std::int64_t>(names_.weight, FieldType::integer)) page_.weight = *weight;
    read_language();
    if (const auto key = text(names_.translation_key)) page_.translation_key = *key;
    read_search();
    return std::move(result_);
  }

 private:
  bool foreign() const { return origin_ == FrontMatterOrigin::foreign; }

  /// The key's value, unless it is missing, empty, or something of another program under the same name.
  const RawValue* find(const std::string& key) {
    const RawValue* raw = table_.find(key);
    if (!raw || raw->is_null()) return nullptr;
    const bool composite = raw->as<RawTable>() || (raw->as<RawArray>() && key != names_.aliases);
    if (!foreign() || !composite) return raw;
    result_.left.push_back(key);
    return nullptr;
  }

  template <class T>
  std::optional<T> value(const std::string& key, FieldType type, std::optional<double> min = {},
                         std::optional<double> max = {}) {
    const RawValue* raw = find(key);
    if (!raw) return std::nullopt;
    Field field;
    field.type = type;
    field.min = min;
    field.max = max;
    const FieldValue read = read_field(*raw, field, key, context_);
    const T* found = read.as<T>();
    return found ? std::optional<T>(*found) : std::nullopt;
  }

  std::optional<std::string> text(const std::string& key) { return value<std::string>(key, FieldType::text); }

  void read_moment(const std::string& key, std::optional<DateTime>& into, bool* has_time) {
    const RawValue* raw = find(key);
    if (!raw) return;
    if (const auto moment = moment_of(*raw, context_.typing)) {
      into = moment->time;
      if (has_time) *has_time = moment->has_time;
    } else {
      value<Date>(key, FieldType::date);  // reports in the words of a date field
    }
  }

  void read_language() {
    const auto language = text(names_.language);
    if (!language) return;
    if (std::find(config_.languages.begin(), config_.languages.end(), *language) != config_.languages.end()) {
      page_.language = *language;
    } else if (foreign()) {
      result_.left.push_back(names_.language);
    } else {
      std::string all;
      for (const std::string& known : config_.languages) all += (all.empty() ? "" : ", ") + known;
      bad(*table_.find(names_.language), names_.language, *language,
          both("the languages of the site are: " + all, "języki witryny to: " + all),
          nearest(*language, config_.languages));
    }
  }

  void read_search() {
    if (const auto weight = value<double>(names_.search_weight, FieldType::decimal, 0, most_search_weight)) {
      page_.search_weight = *weight;
    }
    if (const auto searchable = value<bool>(names_.search, FieldType::boolean)) page_.searchable = *searchable;
  }

  void read_aliases() {
    const RawValue* raw = find(names_.aliases);
    if (!raw) return;
    const auto* list = raw->as<RawArray>();
    if (!list) {
      if (foreign() && raw->as<std::string>()) return read_alias(*raw);
      Field field;
      field.type = FieldType::list;
      field.of = FieldType::text;
      read_field(*raw, field, names_.aliases, context_);
      return;
    }
    for (const RawValue& item : *list) read_alias(item);
  }

  void read_alias(const RawValue& raw) {
    Field field;
    const FieldValue read = read_field(raw, field, names_.aliases, context_);
    const auto* written = read.as<std::string>();
    if (!written || (written->empty() && foreign())) return;
    std::string path = percent_decode(*written);
    if (foreign() && !path.starts_with('/')) path.insert(0, alias_base_.path());
    const auto last = path.substr(path.rfind('/') + 1);
    if (!last.empty() && last.find('.') == std::string::npos) path += '/';
    if (const auto route = Route::parse(path)) {
      page_.aliases.push_back(*route);
      page_.alias_spans.push_back(raw.span);
    } else {
      const bool only_slash_missing =
          !path.starts_with('/') && Route::parse("/" + path) && path.find(':') == std::string::npos;
      context_.diagnostics.report(
          Code::bad_route, {page_.path, raw.span},
          {*written, both("it begins with / and has no ? or #", "ma zaczynać się od / i nie mieć ? ani #")},
          only_slash_missing ? "/" + *written : "");
    }
  }

  void bad(const RawValue& raw, const std::string& key, const std::string& written, std::string reason,
           std::string suggestion) {
    context_.diagnostics.report(Code::bad_value, {page_.path, raw.span}, {written, key, std::move(reason)},
                                std::move(suggestion));
  }

  const RawTable& table_;
  const Config& config_;
  const FrontMatterNames& names_;
  FrontMatterOrigin origin_;
  const FieldContext& context_;
  const Route& alias_base_;
  Page& page_;
  BuiltInResult result_;
};

}  // namespace

BuiltInResult read_built_in(const RawTable& front_matter, const Config& config, FrontMatterOrigin origin,
                            const FieldContext& context, const Route& alias_base, Page& page) {
  return BuiltInReader(front_matter, config, origin, context, alias_base, page).read();
}

}  // namespace kronika
