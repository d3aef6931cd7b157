// The built-in keys of front matter.
#pragma once

#include "generator/content/field_types.h"

namespace kronika {

/// How much a page's front matter is trusted to be written for this site.
enum class FrontMatterOrigin {
  own,     // every key and type as this site wants it
  foreign  // written for another program: what can be read is read, the rest is left in `extra`
};

/// Reads the built-in keys into `page` (slug only as written, into the result); its language is there before, for pages
/// that do not tell one. Reports mistakes.
struct BuiltInResult {
  std::optional<std::string> slug;
  std::vector<std::string> left;  // foreign keys of built-in names whose values mean something else
};
BuiltInResult read_built_in(const RawTable& front_matter, const Config&, FrontMatterOrigin, const FieldContext&,
                            const Route& alias_base, Page& page);

}  // namespace kronika
