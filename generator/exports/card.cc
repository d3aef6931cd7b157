// Telephone numbers are texts, not tel: addresses: RFC 6350 allows both, and older address books read only texts.
#include "generator/exports/card.h"

#include <fmt/format.h>

#include "generator/exports/content_line.h"
#include "generator/exports/stamps.h"

namespace kronika {
namespace {

constexpr std::string_view extension = ";ext=";  // RFC 3966

/// "+48412001265 ext. 12"
std::string spoken(std::string phone) {
  const auto at = phone.find(extension);
  if (at != std::string::npos) phone.replace(at, extension.size(), " ext. ");
  return phone;
}

void append_card(std::string& out, const Contact& contact) {
  append_content_line(out, "BEGIN", "VCARD");
  append_content_line(out, "VERSION", "4.0");
  append_content_line(out, "KIND", "org");
  append_content_line(out, "UID", contact.url);
  append_content_line(out, "FN", escape_content(contact.name));
  append_content_line(out, "ORG", escape_content(contact.name));
  for (const std::string& phone : contact.phones)
    append_content_line(out, "TEL;TYPE=work", escape_content(spoken(phone)));
  for (const std::string& email : contact.emails) append_content_line(out, "EMAIL;TYPE=work", escape_content(email));
  if (!contact.address.empty()) {
    // Post box, further address; street; town; region; code; country.
    append_content_line(
        out, "ADR;TYPE=work",
        fmt::format(";;{};{};;{};", escape_content(contact.address.street), escape_content(contact.address.locality),
                    escape_content(contact.address.postal_code)));
  }
  if (contact.position)
    append_content_line(out, "GEO", fmt::format("geo:{},{}", contact.position->latitude, contact.position->longitude));
  for (const std::string& website : contact.websites) append_content_line(out, "URL", website);
  append_content_line(out, "URL", contact.url);
  if (!contact.note.empty()) append_content_line(out, "NOTE", escape_content(contact.note));
  if (contact.changed) append_content_line(out, "REV", basic(*contact.changed));
  append_content_line(out, "END", "VCARD");
}

}  // namespace

std::string vcards(std::span<const Contact> contacts) {
  std::string out;
  for (const Contact& contact : contacts) append_card(out, contact);
  return out;
}

}  // namespace kronika
