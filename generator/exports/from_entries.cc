// Where the site's own words end and those of the standards begin.
#include "generator/exports/from_entries.h"

#include <algorithm>

#include "generator/output/feed.h"

namespace kronika {
namespace {

std::string host_of(const BaseUrl& base) {
  const std::string_view text = base.text();
  const auto begin = text.find("://") + 3;
  return std::string(text.substr(begin, text.find('/', begin) - begin));
}

Date day_after(Date day) {
  return std::chrono::sys_days(day) + std::chrono::days(1);
}

/// The time of a value; of a day its beginning, or with `Whole::yes` its end.
enum class Whole { no, yes };
Instant instant_of(const FieldValue& value, Whole whole, const TimeZone& zone) {
  if (const auto* time = value.as<DateTime>()) return zone.to_instant(*time);
  const Date day = *value.as<Date>();
  return zone.to_instant(whole == Whole::yes ? day_after(day) : day);
}

/// Whole days only where neither end has an hour, since both must be of one kind.
void set_times(CalendarEvent& event, const FieldValue& start, const FieldValue* end, const TimeZone& zone) {
  const auto* first = start.as<Date>();
  const auto* last = end ? end->as<Date>() : nullptr;
  if (first && (!end || last)) {
    event.start.day = *first;
    if (last) event.end = CalendarTime{day_after(*last), {}};
    return;
  }
  event.start.instant = instant_of(start, Whole::no, zone);
  if (end) event.end = CalendarTime{{}, instant_of(*end, Whole::yes, zone)};
}

std::string text_of(const FieldValue* value, const Field* field, const Page& page, const ExportSite& site) {
  return value && field ? display(*value, *field, site.model, page.language) : "";
}

std::string text_of_role(const Page& page, Role role, const ExportSite& site) {
  const Schema& schema = site.collection_of(page).schema;
  const auto at = schema.index_of(role);
  return text_of(value_of(page, role, site), at ? &schema.fields[*at] : nullptr, page, site);
}

std::vector<std::string> texts_of_type(const Page& page, FieldType type, const ExportSite& site) {
  std::vector<std::string> out;
  visit_type(page, type, site, [&](const FieldValue& value) { out.push_back(*value.as<std::string>()); });
  return out;
}

FeedEntry feed_entry(const Page& page, const ExportSite& site) {
  const Instant published = site.zone.to_instant(*page.date);
  return {page.title,
          site.url(page.route),
          published,
          std::max(*changed(page, site.zone), published),
          summary_of(page, site.content(page)),
          site.content(page).body.html,
          page.language};
}

/// Is the entry in a state whose term says `cancelled = true`?
bool has_cancelling_state(const Page& page, const ExportSite& site) {
  const CollectionConfig* collection = site.model.config->collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const Field& field = collection->schema.fields[i];
    const auto* state = page.fields[i].as<std::string>();
    const Vocabulary* vocabulary = field.states && state ? site.model.vocabulary(field.vocabulary) : nullptr;
    const Term* term = vocabulary ? vocabulary->find(*state) : nullptr;
    const auto said = term ? term->extra.find("cancelled") : std::map<std::string, std::string>::const_iterator{};
    if (term && said != term->extra.end() && said->second == "true") return true;
  }
  return false;
}

}  // namespace

std::optional<CalendarEvent> event_of(const Page& page, const ExportSite& site) {
  const FieldValue* start = value_of(page, Role::start, site);
  if (!start) return std::nullopt;
  CalendarEvent out;
  out.uid = id_of(page) + "@" + host_of(site.config().base_url);
  out.changed = changed(page, site.zone).value_or(site.model.now);
  set_times(out, *start, value_of(page, Role::end, site), site.zone);
  out.title = page.title;
  out.description = summary_of(page, site.content(page));
  out.place = text_of_role(page, Role::place, site);
  out.url = site.url(page.route);
  out.position = position_of(page, site);
  const FieldValue* cancelled = value_of(page, Role::cancelled, site);
  out.cancelled = (cancelled && *cancelled->as<bool>()) || has_cancelling_state(page, site);
  return out;
}

std::vector<CalendarEvent> events_of(std::span<const PageId> entries, const ExportSite& site) {
  std::vector<CalendarEvent> out;
  for (const PageId id : entries)
    if (auto event = event_of(site.model.page(id), site)) out.push_back(std::move(*event));
  return out;
}

Contact contact_of(const Page& page, const ExportSite& site) {
  Contact out;
  out.url = site.url(page.route);
  out.changed = changed(page, site.zone);
  out.name = page.title;
  out.note = summary_of(page, site.content(page));
  out.phones = texts_of_type(page, FieldType::phone, site);
  out.emails = texts_of_type(page, FieldType::email, site);
  out.websites = texts_of_type(page, FieldType::url, site);
  const auto codes = texts_of_type(page, FieldType::postal_code, site);
  out.address = {text_of_role(page, Role::street, site), text_of_role(page, Role::locality, site),
                 codes.empty() ? "" : codes.front()};
  out.position = position_of(page, site);
  return out;
}

std::vector<Contact> contacts_of(std::span<const PageId> entries, const ExportSite& site) {
  std::vector<Contact> out;
  for (const PageId id : entries) out.push_back(contact_of(site.model.page(id), site));
  return out;
}

std::string feed(const std::string& title, std::string_view language, const Route& self, const Route& follows,
                 std::vector<PageId> entries, const ExportSite& site) {
  const auto published = [&](PageId id) { return site.zone.to_instant(*site.model.page(id).date); };
  std::erase_if(entries, [&](PageId id) { return !site.model.page(id).date; });
  std::stable_sort(entries.begin(), entries.end(), [&](PageId a, PageId b) { return published(a) > published(b); });
  entries.resize(std::min(entries.size(), static_cast<std::size_t>(site.config().feed_size)));
  Feed out{title, site.url(self), site.url(follows), site.config().title.in(language), std::string(language), {}};
  for (const PageId id : entries) out.entries.push_back(feed_entry(site.model.page(id), site));
  return atom(out, site.model.now);
}

}  // namespace kronika
