// The declaration of accessibility that the act of 4 April 2019 asks of a public site: the section [declaration].
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/schema.h"
#include "generator/core/date.h"
#include "generator/core/route.h"

namespace kronika {

struct Config;

/// How far the site fulfils what the act asks.
enum class Conformance { full, partial, none };
/// Who looked.
enum class Assessment { self, third_party };

/// Something that not everyone can use.
struct Barrier {
  LocalText text, reason, alternative;  // the last two may be empty
  Span span;
};

struct DeclaredApp {
  LocalText name;
  std::string url;
  Span span;
};

struct DeclarationConfig {
  Route url;             // of the page in the site's language; /en + url and so on in the others
  LocalText entity;      // who declares; the publisher where the section does not say
  LocalText site_name;   // the site's title likewise
  std::string site_url;  // its base address likewise
  Date published{}, updated{}, prepared{};
  std::optional<Date> reviewed;  // nothing before the first review
  Conformance status = Conformance::partial;
  std::vector<Barrier> non_accessible;
  std::vector<LocalText> exceptions;  // what the act leaves out
  Assessment method = Assessment::self;
  LocalText assessor;      // with Assessment::third_party
  std::string report_url;  // of the assessment; "" : none
  LocalText facilities, shortcuts;
  LocalText contact;  // a person or a unit
  std::string email, phone;
  LocalText architecture;
  std::string architecture_url;  // "" : none
  LocalText communication;
  std::vector<DeclaredApp> apps;
  Span span;
  std::map<std::string, Span, std::less<>> spans;  // of its settings, by name

  /// Where a setting stands; the section's own place when it is not written.
  Span span_of(std::string_view setting) const;
  /// The day of the last review; a declaration that was just prepared needs none.
  Date looked_at() const { return reviewed && *reviewed > prepared ? *reviewed : prepared; }
  /// The last day of the next review: 31 March of the year after the last one.
  Date next_review() const;
};

/// Reports mistakes, those that depend on the day left aside.
DeclarationConfig read_declaration(const RawTable& table, const std::string& file, Diagnostics&);

/// Fills in what other sections say, and reports texts that a language of the site lacks.
void settle_declaration(Config&, Diagnostics&);

}  // namespace kronika
