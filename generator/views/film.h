// A component that shows a film: with captions, or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "generator/content/value.h"
#include "generator/markdown/markdown.h"
#include "generator/source/source.h"
#include "generator/theme/data.h"

namespace kronika {

/// One such component as its author filled it in. Borrows everything.
struct FilmCall {
  const Schema& parameters;
  std::span<const FieldValue> values;  // parallel to them
  const ComponentCall& written;

  /// The file that a field names; null when it is not given or not there.
  const FilePath* file(std::string_view field) const;
  std::optional<std::int64_t> number(std::string_view field) const;
};

/// Fills `film`: its media `type`, the `language` of the captions (the field captions_language, else the page's), and
/// `width` and `height` where both are given.
/// Reports a film without captions (E0322), captions that are no WebVTT (E0323), and a file that is no film that all
/// browsers know (E0206).
void fill_film(TemplateData& data, const FilmCall& call, std::string_view page_language, const Source& source,
               Diagnostics& diagnostics);

}  // namespace kronika
