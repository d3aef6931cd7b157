// Downloads made of several things: archives, books, cartridges, and the text of the page to print.
#pragma once

#include <string>
#include <vector>

#include "generator/views/view.h"

namespace kronika {

/// Makes what `views.routes.packs` lists, in parallel, and returns it in that order. Every entry is drawn once (by the
/// template `pack`), however many packs it is in. Of a page to print it is the HTML of all entries one after another.
/// The same views give the same bytes. Throws Failure when a file cannot be read or an archive not be made.
std::vector<std::string> make_packs(const Views& views, unsigned jobs);

}  // namespace kronika
