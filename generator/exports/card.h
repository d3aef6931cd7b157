// Contacts (vCard 4.0, RFC 6350).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/content/value.h"

namespace kronika {

struct Address {
  std::string street, locality, postal_code;
  bool empty() const { return street.empty() && locality.empty() && postal_code.empty(); }
};

/// An organisation.
struct Contact {
  std::string url;                 // of its page; the card's UID, which never changes
  std::optional<Instant> changed;  // REV
  std::string name;
  std::string note;                 // "" : none
  std::vector<std::string> phones;  // +48412001265, ";ext=12" behind it for an extension
  std::vector<std::string> emails;
  std::vector<std::string> websites;
  Address address;
  std::optional<GeoPosition> position;
};

/// One card after another.
std::string vcards(std::span<const Contact> contacts);

}  // namespace kronika
