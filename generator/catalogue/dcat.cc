// DCAT names things by address wherever a list of the European Union has one: frequencies, themes, types of files,
// languages. Terms are written with their prefixes, so that each can be looked up as it stands.
#include "generator/catalogue/dcat.h"

#include <unicode/locid.h>

#include <algorithm>

#include "generator/config/licences.h"
#include "generator/core/json.h"
#include "generator/views/schema_org.h"

namespace kronika {
namespace {

const std::string authority = "http://publications.europa.eu/resource/authority/";

Json context() {
  return {{"dcat", "http://www.w3.org/ns/dcat#"}, {"dct", "http://purl.org/dc/terms/"},
          {"foaf", "http://xmlns.com/foaf/0.1/"}, {"vcard", "http://www.w3.org/2006/vcard/ns#"},
          {"spdx", "http://spdx.org/rdf/terms#"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

Json node(const std::string& address) {
  return {{"@id", address}};
}

Json typed(const std::string& type, std::string_view value) {
  return {{"@type", type}, {"@value", value}};
}

Json in_languages(const Texts& texts) {
  Json out = Json::array();
  for (const auto& [language, text] : texts) out.push_back({{"@language", language}, {"@value", text}});
  return out;
}

Texts all_languages(const LocalText& text, const Config& config) {
  Texts out(text.by_language.begin(), text.by_language.end());
  if (!text.any.empty()) out.emplace(config.language, text.any);
  return out;
}

/// The European list's codes are those of ISO 639-3 in capitals.
Json languages(const Config& config) {
  Json out = Json::array();
  for (const std::string& language : config.languages) {
    std::string code = icu::Locale(language.c_str()).getISO3Language();
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (!code.empty()) out.push_back(node(authority + "language/" + code));
  }
  return out;
}

class Tree {
 public:
  explicit Tree(const Views& views) : views_(views), config_(views.config) {}

  Json catalogue(const std::vector<Dataset>& datasets) const {
    const CatalogueConfig& about = *config_.catalogue;
    const std::string here = config_.base_url.absolute(about.url);
    Json out = {{"@context", context()}, {"@id", here}, {"@type", "dcat:Catalog"}};
    out["dct:title"] = in_languages(all_languages(about.title, config_));
    out["dct:description"] = in_languages(all_languages(about.description, config_));
    out["dct:publisher"] = publisher();
    out["dct:language"] = languages(config_);
    out["dct:license"] = licence();
    out["foaf:homepage"] = node(here);
    out["dcat:themeTaxonomy"] = node(authority + "data-theme");
    std::optional<Instant> first, last;
    Json all = Json::array();
    for (const Dataset& each : datasets) {
      if (each.first) first = std::min(first.value_or(*each.first), *each.first);
      if (each.last) last = std::max(last.value_or(*each.last), *each.last);
      all.push_back(dataset(each));
    }
    set_times(out, first, last);
    out["dcat:dataset"] = std::move(all);
    return out;
  }

 private:
  static void set_times(Json& out, const std::optional<Instant>& first, const std::optional<Instant>& last) {
    if (first) out["dct:issued"] = typed("xsd:dateTime", iso(*first));
    if (last) out["dct:modified"] = typed("xsd:dateTime", iso(*last));
  }

  Json publisher() const {
    const Publisher& about = *config_.publisher;
    Json out = {{"@id", publisher_id(views_)}, {"@type", "foaf:Agent"}};
    out["foaf:name"] = in_languages(all_languages(about.name, config_));
    out["foaf:homepage"] = node(about.url.empty() ? config_.base_url.text() : about.url);
    if (!about.email.empty()) out["foaf:mbox"] = node("mailto:" + about.email);
    return out;
  }

  Json contact() const {
    const Publisher& about = *config_.publisher;
    Json out = {{"@type", "vcard:Organization"}, {"vcard:fn", about.name.in(config_.language)}};
    if (!about.email.empty()) out["vcard:hasEmail"] = node("mailto:" + about.email);
    out["vcard:hasURL"] = node(about.url.empty() ? config_.base_url.text() : about.url);
    return out;
  }

  Json licence() const {
    const Licence* found = find_licence(config_.catalogue->licence);
    return {{"@id", found ? found->url : ""}, {"@type", "dct:LicenseDocument"}};
  }

  Json dataset(const Dataset& each) const {
    const DatasetConfig& about = *each.config;
    Json out = {{"@id", dataset_address(each, views_)}, {"@type", "dcat:Dataset"}, {"dct:identifier", about.id}};
    out["dct:title"] = in_languages(each.title);
    out["dct:description"] = in_languages(each.description);
    out["dcat:keyword"] = keywords(about);
    Json themes = Json::array();
    for (const std::string& code : about.categories) themes.push_back(node(authority + "data-theme/" + code));
    out["dcat:theme"] = std::move(themes);
    out["dct:accrualPeriodicity"] = node(authority + "frequency/" + std::string(about.frequency->eu));
    out["dct:accessRights"] = node(authority + "access-right/PUBLIC");
    out["dct:publisher"] = node(publisher_id(views_));
    out["dcat:contactPoint"] = contact();
    out["dcat:landingPage"] = node(each.url);
    out["dct:language"] = languages(config_);
    Json places = Json::array();
    for (const std::string& code : about.regions) {
      places.push_back({{"@type", "dct:Location"}, {"dct:identifier", code}});
    }
    if (!places.empty()) out["dct:spatial"] = std::move(places);
    set_times(out, each.first, each.last);
    Json files = Json::array();
    for (const Resource& file : each.resources) files.push_back(distribution(file, each));
    out["dcat:distribution"] = std::move(files);
    return out;
  }

  static Json keywords(const DatasetConfig& about) {
    Json out = Json::array();
    for (const auto& [language, words] : about.tags)
      for (const std::string& word : words) out.push_back({{"@language", language}, {"@value", word}});
    return out;
  }

  Json distribution(const Resource& file, const Dataset& dataset) const {
    Json out = {{"@id", resource_address(file, views_)}, {"@type", "dcat:Distribution"}, {"dct:identifier", file.id}};
    out["dct:title"] = in_languages(file.title);
    out["dct:description"] = in_languages(file.description);
    out["dcat:accessURL"] = node(file.url);
    out["dcat:downloadURL"] = node(file.url);
    out["dcat:mediaType"] = node("https://www.iana.org/assignments/media-types/" + std::string(file.media_type));
    if (!file.file_type.empty()) out["dct:format"] = node(authority + "file-type/" + std::string(file.file_type));
    out["dcat:byteSize"] = typed("xsd:nonNegativeInteger", std::to_string(file.size));
    out["spdx:checksum"] = {{"@type", "spdx:Checksum"},
                            {"spdx:algorithm", node("spdx:checksumAlgorithm_sha256")},
                            {"spdx:checksumValue", typed("xsd:hexBinary", file.sha256)}};
    out["dct:license"] = licence();
    if (!file.schema_url.empty()) out["dct:conformsTo"] = {{"@id", file.schema_url}, {"@type", "dct:Standard"}};
    set_times(out, dataset.first, dataset.last);
    return out;
  }

  const Views& views_;
  const Config& config_;
};

}  // namespace

std::string dcat_json_ld(const std::vector<Dataset>& datasets, const Views& views) {
  return bytes_of(Tree(views).catalogue(datasets));
}

}  // namespace kronika
