// Identifiers of files come from what they are, not from their place in a list, so that a further export renames none.
#include "generator/catalogue/dataset.h"

#include <algorithm>

#include "generator/core/digest.h"
#include "generator/views/downloads.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

/// How an identifier ends; "" for files that are no form of the dataset.
std::string_view ending_of(DataKind kind) {
  switch (kind) {
    case DataKind::table:
    case DataKind::field_table:
      return "csv";
    case DataKind::spreadsheet:
    case DataKind::field_spreadsheet:
      return "excel";
    case DataKind::json:
      return "json";
    case DataKind::calendar:
      return "ics";
    case DataKind::contacts:
      return "vcf";
    case DataKind::map:
      return "geojson";
    default:
      return "";
  }
}

std::string_view file_type(DataKind kind) {
  switch (kind) {
    case DataKind::json:
      return "JSON";
    case DataKind::calendar:
      return "ICS";
    case DataKind::map:
      return "GEOJSON";
    case DataKind::contacts:
      return "";
    default:
      return "CSV";
  }
}

/// A text for all languages is one in the site's.
Texts texts_of(const LocalText& text, const std::string& language) {
  Texts out(text.by_language.begin(), text.by_language.end());
  if (!text.any.empty()) out.emplace(language, text.any);
  return out;
}

class DatasetMaker {
 public:
  DatasetMaker(std::size_t collection, const Views& views)
      : views_(views), collection_(views.config.collections[collection]), number_(collection) {}

  Dataset make() {
    Dataset out;
    out.config = &*collection_.dataset;
    out.collection = &collection_;
    out.url = views_.config.base_url.absolute(views_.routes.lists[number_].pages.front());
    out.title = texts_of(out.config->title, views_.config.language);
    out.description = texts_of(out.config->description, views_.config.language);
    set_dates(out);
    const DataRoutes& data = views_.routes.data;
    for (const std::size_t file : data.of_collection[number_]) {
      if (!ending_of(data.files[file].kind).empty()) out.resources.push_back(resource(file, out));
    }
    return out;
  }

 private:
  void set_dates(Dataset& out) {
    for (const PageId id : views_.model.collections[number_].entries) {
      const Page& page = views_.model.page(id);
      for (const auto& time : {page.date, page.updated}) {
        if (!time) continue;
        const Instant instant = views_.zone.to_instant(*time);
        out.first = std::min(out.first.value_or(instant), instant);
        out.last = std::max(out.last.value_or(instant), instant);
      }
    }
  }

  Resource resource(std::size_t number, const Dataset& dataset) {
    const DataRoute& file = views_.routes.data.files[number];
    const std::string& bytes = views_.data[number];
    Resource out;
    out.id = dataset.config->id + "-" + std::string(ending_of(file.kind));
    if (is_field(file)) out.id += "-" + collection_.schema.fields[file.field].name;
    out.url = views_.config.base_url.absolute(file.route);
    for (const std::string& language : views_.config.languages) {
      const bool own = language == views_.config.language;
      if (!own && !dataset.title.contains(language)) continue;
      out.title[language] =
          std::string(text_in(dataset.title, language, views_.config)) + " – " + download_label(file, language, views_);
      out.description[language] = description(file, language);
    }
    out.label = download_label(file, views_.config.language, views_);
    out.note = file_note(file.route.path(), bytes.size(), views_.config.language);
    out.media_type = media_type(file.kind);
    out.file_type = file_type(file.kind);
    out.size = bytes.size();
    out.sha256 = sha256_hex(bytes);
    const DataRoutes& data = views_.routes.data;
    const DataRoute* schema = data.find(data.of_collection[number_], DataKind::schema);
    if (file.kind == DataKind::json && schema) out.schema_url = views_.config.base_url.absolute(schema->route);
    return out;
  }

  static bool is_field(const DataRoute& file) {
    return file.kind == DataKind::field_table || file.kind == DataKind::field_spreadsheet;
  }

  std::string description(const DataRoute& file, const std::string& language) {
    const std::string key =
        std::string("resource_") + (is_field(file) ? "rows_" : "") + std::string(name_of(file.kind));
    return views_.theme.text(language, key);
  }

  const Views& views_;
  const CollectionConfig& collection_;
  const std::size_t number_;
};

std::string catalogue_url(const Views& views) {
  return views.config.base_url.absolute(views.config.catalogue->url);
}

}  // namespace

std::vector<Dataset> datasets_of(const Views& views) {
  std::vector<Dataset> out;
  for (std::size_t c = 0; c < views.config.collections.size(); ++c) {
    if (views.config.collections[c].dataset) out.push_back(DatasetMaker(c, views).make());
  }
  return out;
}

void check_datasets(const std::vector<Dataset>& datasets, const Views& views, Diagnostics& diagnostics) {
  for (const Dataset& dataset : datasets) {
    const auto check = [&](std::string_view key, std::string_view text, std::size_t longest) {
      const std::size_t length = count_code_points(text);
      if (length <= longest) return;
      const std::string has = std::to_string(length), may = std::to_string(longest);
      diagnostics.report(Code::setting_value, {views.config.file, dataset.config->span},
                         {std::string(text), std::string(key),
                          both("a file of the dataset is called so, and has " + has + " characters; " + may +
                                   " are possible, so shorten the dataset's",
                               "tak nazywa się plik zbioru danych: ma znaków " + has + ", a może mieć " + may +
                                   "; skróć nazwę zbioru")});
    };
    for (const Resource& each : dataset.resources) {
      check("id", each.id, longest_dataset_id);
      for (const auto& [language, title] : each.title) check("title", title, longest_dataset_title);
    }
  }
}

std::string_view text_in(const Texts& texts, std::string_view language, const Config& config) {
  auto found = texts.find(language);
  if (found == texts.end()) found = texts.find(config.language);
  if (found == texts.end()) found = texts.begin();
  return found == texts.end() ? std::string_view() : std::string_view(found->second);
}

std::string dataset_address(const Dataset& dataset, const Views& views) {
  return catalogue_url(views) + "#dataset-" + dataset.config->id;
}

std::string resource_address(const Resource& resource, const Views& views) {
  return catalogue_url(views) + "#file-" + resource.id;
}

}  // namespace kronika
