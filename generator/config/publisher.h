// Who answers for the site: the section [publisher].
#pragma once

#include <string>
#include <vector>

#include "generator/config/schema.h"

namespace kronika {

struct PublisherAddress {
  std::string street, postal_code, locality, region;
  std::string country;  // "PL"
  bool empty() const { return street.empty() && postal_code.empty() && locality.empty() && region.empty(); }
};

struct Publisher {
  std::vector<std::string> types = {"Organization"};  // of schema.org
  LocalText name;
  std::string url;  // its own site; "" : this one
  std::string email, telephone;
  std::string bip;  // its page of public information, which Polish institutions link to from every page; "" : none
  PublisherAddress address;
};

/// Reports mistakes.
Publisher read_publisher(const RawTable& table, const std::string& file, Diagnostics&);

}  // namespace kronika
