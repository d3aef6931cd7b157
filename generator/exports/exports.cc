// From the plan of addresses to bytes: a kind, a writer.
#include "generator/exports/exports.h"

#include "generator/core/parallel.h"
#include "generator/exports/api.h"
#include "generator/exports/collection_export.h"
#include "generator/exports/from_entries.h"
#include "generator/exports/json_schema.h"
#include "generator/exports/openapi.h"
#include "generator/exports/tables.h"

namespace kronika {
namespace {

class Maker {
 public:
  Maker(const ExportSite& site, const std::string& program) : site_(site), program_(program) {}

  std::string bytes(const DataRoute& file) const {
    switch (file.kind) {
      case DataKind::table:
        return csv(entry_rows(collection(file), site_), CsvDialect::rfc4180);
      case DataKind::spreadsheet:
        return csv(entry_rows(collection(file), site_), CsvDialect::spreadsheet);
      case DataKind::field_table:
        return csv(rows_of_field(file), CsvDialect::rfc4180);
      case DataKind::field_spreadsheet:
        return csv(rows_of_field(file), CsvDialect::spreadsheet);
      case DataKind::json:
        return collection_export(collection(file), beside(file, DataKind::schema), site_);
      case DataKind::schema:
        return bytes_of(collection_schema(collection(file), file.route, site_));
      case DataKind::atom:
        return feed(title_of(collection(file)), site_.config().language, file.route,
                    site_.routes.lists[file.owner].pages[0], collection(file).entries, site_);
      case DataKind::map:
        return geojson(collection(file), site_);
      case DataKind::calendar:
        return ical({title_of(collection(file)), program_}, events_of(collection(file).entries, site_));
      case DataKind::event:
        return one_event(site_.model.page(*file.entry));
      case DataKind::all_events:
        return all_events();
      case DataKind::contacts:
        return vcards(contacts_of(collection(file).entries, site_));
      case DataKind::contact:
        return vcards(std::vector{contact_of(site_.model.page(*file.entry), site_)});
      default:
        return api(file);
    }
  }

 private:
  std::string api(const DataRoute& file) const {
    switch (file.kind) {
      case DataKind::api_index:
        return api_index(site_);
      case DataKind::api_collections:
        return api_collections(site_);
      case DataKind::api_collection:
        return api_collection(file.owner, site_);
      case DataKind::api_entry:
        return api_entry(site_.model.page(*file.entry), site_);
      case DataKind::api_vocabularies:
        return api_vocabularies(site_);
      case DataKind::api_vocabulary:
        return api_vocabulary(file.owner, site_);
      default:
        return openapi(site_);
    }
  }

  const Collection& collection(const DataRoute& file) const { return site_.model.collections[file.owner]; }

  const Route& beside(const DataRoute& file, DataKind kind) const {
    return site_.routes.data.find(site_.routes.data.of_collection[file.owner], kind)->route;
  }

  std::string title_of(const Collection& collection) const {
    return site_.config().title.in(site_.config().language) + " – " +
           collection.config->title.in(site_.config().language);
  }

  CsvRows rows_of_field(const DataRoute& file) const {
    return field_rows(collection(file), collection(file).config->schema.fields[file.field], file.field, site_);
  }

  std::string one_event(const Page& page) const {
    return ical({"", program_}, std::vector{event_of(page, site_).value()});
  }

  std::string all_events() const {
    std::vector<CalendarEvent> events;
    for (const Collection& each : site_.model.collections) {
      if (!each.config->has(Export::ical)) continue;
      std::vector<CalendarEvent> more = events_of(each.entries, site_);
      events.insert(events.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return ical({site_.config().title.in(site_.config().language), program_}, events);
  }

  const ExportSite& site_;
  const std::string& program_;
};

}  // namespace

std::vector<std::string> make_data(const ExportSite& site, const std::string& program, unsigned jobs) {
  const Maker maker(site, program);
  const std::vector<DataRoute>& files = site.routes.data.files;
  std::vector<std::string> out(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t i) { out[i] = maker.bytes(files[i]); });
  return out;
}

}  // namespace kronika
