// Entries → what calendars, contacts, maps and feeds are made of.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/exports/calendar.h"
#include "generator/exports/card.h"
#include "generator/exports/export_site.h"

namespace kronika {

/// The entry as an event; nothing where its field of the role `start` is empty.
std::optional<CalendarEvent> event_of(const Page& page, const ExportSite& site);
std::vector<CalendarEvent> events_of(std::span<const PageId> entries, const ExportSite& site);

/// The entry as an organisation: phones, e-mail and web addresses, postal code and position by the types of its fields,
/// street and locality by their roles.
Contact contact_of(const Page& page, const ExportSite& site);
std::vector<Contact> contacts_of(std::span<const PageId> entries, const ExportSite& site);

/// A feed (RFC 4287) of the dated ones among the entries, the newest first.
std::string feed(const std::string& title, std::string_view language, const Route& self, const Route& follows,
                 std::vector<PageId> entries, const ExportSite& site);

}  // namespace kronika
