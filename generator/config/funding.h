// The strip of marks that a project paid for by the European Union shows on its pages: the section [funding].
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/config/schema.h"

namespace kronika {

struct Config;

/// A project's strip has no more.
inline constexpr std::size_t most_funding_marks = 4;

struct FundingMark {
  std::string name;   // under which projects name it
  std::string image;  // a file below content/: "portal/znaki/ue.svg"; else an asset of the theme
  LocalText label;    // what it shows, for those who do not see it
  int width = 1, height = 1;
  bool eu_flag = false;  // it is the one that no other may exceed
  Span image_span;

  /// Wider than the other when both are drawn at one height?
  bool exceeds(const FundingMark& other) const {
    return static_cast<std::int64_t>(width) * other.height > static_cast<std::int64_t>(other.width) * height;
  }
};

struct FundingConfig {
  std::string field;            // of the common fields: a choice, whose vocabulary holds the projects
  std::string vocabulary;       // of that field
  std::string default_project;  // of pages that name none; "" : they have no strip
  std::vector<FundingMark> marks;
  Span span, field_span, default_span;

  const FundingMark* mark(std::string_view name) const;
  std::vector<std::string> mark_names() const;
};

/// Reports mistakes.
FundingConfig read_funding(const RawTable& table, const std::string& file, Diagnostics&);

/// Finds the vocabulary, and reports a field that is none.
void settle_funding(Config&, Diagnostics&);

}  // namespace kronika
