// The structured data of a page: who publishes, what the page is about, and where it stands.
#pragma once

#include <string>

#include "generator/views/view.h"

namespace kronika {

/// The contents of <script type="application/ld+json">: a graph of the head's objects, the page's breadcrumbs, on the
/// home page the site, and the publisher there and wherever one of these names it. "" where nothing is to be said.
/// Terms are those of schema.org, and nothing needs to be fetched to read it.
std::string json_ld(const Head& head, const Views& views);

}  // namespace kronika
