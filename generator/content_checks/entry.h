// What an entry offers and how it is written, besides its text: titles, summaries, photos, films, documents.
#pragma once

#include <span>
#include <string>

#include "generator/content/content.h"
#include "generator/markdown/markdown.h"

namespace kronika {

/// Reports, at its field or else where the text names it: titles and summaries in capitals (W0321); photos in tables
/// whose description is missing (E0216), a file's name (E0306) or says nothing (E0316); films that stand outside the
/// component for them (E0324): `films` are those inside; and the first document of a page with fewer words of its own
/// than [checks] document_words (E0325). `body` is the page's text, which tells the files that it uses.
void check_entry(const Page& page, const RenderedPage& body, std::span<const std::string> films, const SiteModel& model,
                 Diagnostics& diagnostics);

}  // namespace kronika
