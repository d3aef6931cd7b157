// Each file leads to the next: whoever has index.json needs no other address.
#include "generator/exports/api.h"

#include "generator/exports/typed.h"

namespace kronika {
namespace {

std::string address(DataKind kind, const ExportSite& site) {
  return site.url(site.routes.data.find(kind)->route);
}

/// Null where the API does not have the collection or entry.
Json address_of(const DataRoute* file, const ExportSite& site) {
  return file ? Json(site.url(file->route)) : Json();
}

Json entry_address(const Page& page, const ExportSite& site) {
  const DataRoutes& data = site.routes.data;
  return address_of(data.find(data.of_page[index(page.id)], DataKind::api_entry), site);
}

Json exports_json(std::size_t collection, const ExportSite& site) {
  Json out = Json::array();
  for (const std::size_t each : site.routes.data.of_collection[collection]) {
    const DataRoute& file = site.routes.data.files[each];
    if (file.kind == DataKind::api_collection) continue;
    out.push_back({{"url", site.url(file.route)}, {"media_type", media_type(file.kind)}});
  }
  return out;
}

Json about_collection(std::size_t which, const ExportSite& site) {
  const Collection& collection = site.model.collections[which];
  Json out = collection_json(collection, site);
  out["total"] = collection.entries.size();
  out["api_url"] =
      address_of(site.routes.data.find(site.routes.data.of_collection[which], DataKind::api_collection), site);
  out["exports"] = exports_json(which, site);
  return out;
}

Json short_entry(const Page& page, const ExportSite& site) {
  return {{"id", id_of(page)},
          {"slug", page.slug},
          {"title", page.title},
          {"language", page.language},
          {"url", site.url(page.route)},
          {"api_url", entry_address(page, site)},
          {"date", moment_json(page.date, site.zone)},
          {"updated", moment_json(page.updated, site.zone)}};
}

Json back_references(const Page& page, const ExportSite& site) {
  Json out = Json::array();
  for (const BackReference& back : site.model.back_references[index(page.id)]) {
    Json entries = Json::array();
    for (const PageId id : back.pages) {
      Json one = reference_json(site.model.page(id), site);
      one["api_url"] = entry_address(site.model.page(id), site);
      entries.push_back(std::move(one));
    }
    out.push_back({{"name", back.name}, {"label", back.label.in(page.language)}, {"entries", std::move(entries)}});
  }
  return out;
}

/// Headings and blocks, a line each.
std::string plain_text_of(const RenderedPage& body) {
  std::string out;
  const auto append = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
  };
  for (const TextSection& section : body.sections) {
    append(section.heading);
    append(section.text);
  }
  return out;
}

/// In all the site's languages.
Json in_languages(const LocalText& text, const Config& config) {
  Json out = Json::object();
  for (const std::string& language : config.languages) out[language] = text.in(language);
  return out;
}

Json about_vocabulary(std::size_t which, const ExportSite& site) {
  const Vocabulary& vocabulary = site.model.vocabularies[which];
  const std::string& language = site.config().language;
  Json out = {{"name", vocabulary.name},
              {"title", site.config().vocabularies[which].title.in(language)},
              {"parent", vocabulary.parent.empty() ? Json() : Json(vocabulary.parent)},
              {"total", vocabulary.terms.size()}};
  for (const DataRoute& file : site.routes.data.files)
    if (file.kind == DataKind::api_vocabulary && file.owner == which) out["api_url"] = site.url(file.route);
  return out;
}

Json term_json(const Term& term, const Vocabulary& vocabulary, const ExportSite& site) {
  const std::string& language = site.config().language;
  const auto route = term_route(site.model, vocabulary.name, term.value);
  Json more = Json::object();
  for (const auto& [name, text] : term.extra) more[name] = text;
  return {{"value", term.value},
          {"label", term.label.in(language)},
          {"labels", in_languages(term.label, site.config())},
          {"description", term.description.in(language)},
          {"parent", term.parent.empty() ? Json() : Json(term.parent)},
          {"url", route ? Json(site.url(*route)) : Json()},
          {"more", std::move(more)}};
}

}  // namespace

std::string api_index(const ExportSite& site) {
  const Config& config = site.config();
  const bool searchable = !site.routes.search_descriptions.empty();
  const Json links = {{"collections", address(DataKind::api_collections, site)},
                      {"vocabularies", address(DataKind::api_vocabularies, site)},
                      {"openapi", address(DataKind::api_description, site)},
                      {"search", searchable ? Json(site.url(site.routes.search)) : Json()}};
  return bytes_of({{"version", 1},
                   {"title", config.title.in(config.language)},
                   {"description", config.description.in(config.language)},
                   {"url", config.base_url.text()},
                   {"language", config.language},
                   {"languages", config.languages},
                   {"licence", licence_json(config.data_licence)},
                   {"generated", iso(site.model.now)},
                   {"links", links}});
}

std::string api_collections(const ExportSite& site) {
  Json out = Json::array();
  for (std::size_t c = 0; c < site.model.collections.size(); ++c)
    if (!site.config().collections[c].open) out.push_back(about_collection(c, site));
  return bytes_of({{"collections", std::move(out)}});
}

std::string api_collection(std::size_t which, const ExportSite& site) {
  Json entries = Json::array();
  for (const PageId id : site.model.collections[which].entries)
    entries.push_back(short_entry(site.model.page(id), site));
  Json out = {{"collection", about_collection(which, site)}};
  out["entries"] = std::move(entries);
  return bytes_of(out);
}

std::string api_entry(const Page& page, const ExportSite& site) {
  const PageContent& content = site.content(page);
  Json out = entry_json(page, site);
  out["collection"] = page.collection;
  out["back_references"] = back_references(page, site);
  out["text"] = plain_text_of(content.body);
  out["html"] = content.body.html;
  return bytes_of(out);
}

std::string api_vocabularies(const ExportSite& site) {
  Json out = Json::array();
  for (std::size_t v = 0; v < site.model.vocabularies.size(); ++v) out.push_back(about_vocabulary(v, site));
  return bytes_of({{"vocabularies", std::move(out)}});
}

std::string api_vocabulary(std::size_t which, const ExportSite& site) {
  const Vocabulary& vocabulary = site.model.vocabularies[which];
  Json terms = Json::array();
  for (const Term& term : vocabulary.terms) terms.push_back(term_json(term, vocabulary, site));
  Json out = about_vocabulary(which, site);
  out["terms"] = std::move(terms);
  return bytes_of(out);
}

}  // namespace kronika
