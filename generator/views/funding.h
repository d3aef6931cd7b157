// The strip of marks at the foot of a page that a project paid for.
#pragma once

#include <string>
#include <string_view>

#include "generator/views/view.h"

namespace kronika {

/// The project that a page names in the field of [funding]; "" : none.
std::string project_of(const Page& page, const Views& views);

/// Fills `funding` with the project, else with the default one; `has_funding` is false where there is neither.
void fill_funding(TemplateData& data, std::string_view project, std::string_view language, const Views& views);

/// Reports marks whose picture is neither a file of the content nor an asset of the theme (E0510).
void check_marks(const Config& config, const Source& source, std::span<const PublishedAsset> assets,
                 Diagnostics& diagnostics);

}  // namespace kronika
