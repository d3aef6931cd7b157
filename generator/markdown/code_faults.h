// HTML that a text holds where a site lets it through.
#pragma once

#include <functional>
#include <string_view>

#include "generator/markdown/page_state.h"

namespace kronika {

/// Reports what the HTML loads from elsewhere (E0326), what browsers refuse (E0327), images without `alt` (E0302),
/// tables without header (E0317) and films by hand (E0324). `place_at` tells where a byte of the HTML stands; it is
/// asked in the order of the bytes.
void report_code_faults(std::string_view html, const PageState& state,
                        const std::function<Place(std::size_t)>& place_at);

}  // namespace kronika
