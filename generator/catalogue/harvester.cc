// Its reader is strict: an element out of order is a refused file. So each function below is one element of the schema,
// and calls its children in the order in which they stand there.
#include "generator/catalogue/harvester.h"

#include "generator/config/licences.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr const char* name_space = "urn:otwarte-dane:harvester:1.13";

/// The licences that `dbOrCopyrightedLicenseChosen` knows.
bool is_listed(const Licence& licence) {
  return licence.spdx == "CC0-1.0" || (licence.spdx.starts_with("CC-BY") && licence.spdx.ends_with("-4.0"));
}

class Writer {
 public:
  explicit Writer(const Views& views) : views_(views) {}

  std::string file(const std::vector<Dataset>& datasets) {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out_ += std::string("<h:datasets xmlns:h=\"") + name_space + "\">\n";
    for (const Dataset& each : datasets) dataset(each);
    return out_ + "</h:datasets>\n";
  }

 private:
  void open(const char* name, const std::string& attributes = "") {
    indent();
    out_ += '<' + std::string(name) + attributes + ">\n";
    ++depth_;
  }
  void close(const char* name) {
    --depth_;
    indent();
    out_ += "</" + std::string(name) + ">\n";
  }
  void indent() { out_.append(depth_ * 2, ' '); }
  void leaf(const char* name, std::string_view text, const std::string& attributes = "") {
    indent();
    out_ += '<' + std::string(name) + attributes + '>' + escape_xml(text) + "</" + name + ">\n";
  }
  void truth(const char* name, const std::optional<bool>& value) {
    if (value) leaf(name, *value ? "true" : "false");
  }

  void texts(const char* name, const Texts& texts) {
    open(name);
    leaf("polish", text_in(texts, "pl", views_.config));
    const auto english = texts.find("en");
    if (english != texts.end() && texts.size() > 1) leaf("english", english->second);
    close(name);
  }

  void dataset(const Dataset& each) {
    const DatasetConfig& config = *each.config;
    open("dataset", " status=\"published\"");
    leaf("extIdent", config.id);
    if (config.catalogue_number) leaf("intIdent", std::to_string(*config.catalogue_number));
    texts("title", each.title);
    texts("description", each.description);
    leaf("url", each.url);
    leaf("updateFrequency", config.frequency->name);
    truth("hasDynamicData", config.dynamic_data);
    truth("hasHighValueData", config.high_value);
    truth("hasResearchData", config.research);
    open("categories");
    for (const std::string& code : config.categories) leaf("category", code);
    close("categories");
    conditions();
    open("resources");
    for (const Resource& file : each.resources) resource(file, each);
    close("resources");
    tags(config);
    if (each.last) leaf("lastUpdateDate", iso(*each.last));
    close("dataset");
  }

  /// Every licence but CC0 asks to name the source and to say what was changed.
  void conditions() {
    const Licence* licence = find_licence(views_.config.catalogue->licence);
    if (!licence) return;
    const bool asks = licence->spdx != "CC0-1.0";
    open("conditions");
    truth("source", asks);
    truth("modification", asks);
    if (is_listed(*licence)) {
      leaf("dbOrCopyrightedLicenseChosen", licence->name);
    } else {
      leaf("dbOrCopyrighted", std::string(licence->name) + " – " + std::string(licence->url));
    }
    close("conditions");
  }

  void resource(const Resource& file, const Dataset& dataset) {
    open("resource", " status=\"published\"");
    leaf("extIdent", file.id);
    leaf("url", file.url);
    texts("title", file.title);
    texts("description", file.description);
    const std::string& availability = views_.config.catalogue->availability;
    if (!availability.empty()) leaf("availability", availability);
    if (dataset.last) {
      leaf("dataDate", iso(views_.zone.to_local(*dataset.last).date));
      leaf("lastUpdateDate", iso(*dataset.last));
    }
    truth("hasDynamicData", dataset.config->dynamic_data);
    truth("hasHighValueData", dataset.config->high_value);
    truth("hasResearchData", dataset.config->research);
    if (!file.schema_url.empty()) supplements(file.schema_url);
    regions(dataset.config->regions);
    close("resource");
  }

  void supplements(const std::string& schema_url) {
    const auto& languages = views_.config.languages;
    const bool english = languages.size() == 1 && languages.front() == "en";
    open("supplements");
    open("supplement");
    leaf("url", schema_url);
    Texts name;
    for (const std::string& language : languages) name[language] = views_.theme.text(language, "download_schema");
    texts("name", name);
    leaf("language", english ? "en" : "pl");
    close("supplement");
    close("supplements");
  }

  void regions(const std::vector<std::string>& codes) {
    if (codes.empty()) return;
    open("regions");
    for (const std::string& code : codes) leaf("terytIdent", code);
    close("regions");
  }

  void tags(const DatasetConfig& config) {
    open("tags");
    for (const char* language : {"pl", "en"}) {
      const auto words = config.tags.find(language);
      if (words == config.tags.end()) continue;
      for (const std::string& word : words->second) leaf("tag", word, " lang=\"" + std::string(language) + "\"");
    }
    close("tags");
  }

  const Views& views_;
  std::string out_;
  std::size_t depth_ = 1;
};

}  // namespace

std::string harvester_xml(const std::vector<Dataset>& datasets, const Views& views) {
  return Writer(views).file(datasets);
}

}  // namespace kronika
