// The text of a new page.
#pragma once

#include <span>
#include <string>

#include "generator/content/content.h"

namespace kronika {

/// Front matter with the title, today's date, and every field of the schema: required ones first and marked, optional
/// ones commented out, each with what may stand there. The result passes `kronika check` once the required values are
/// filled in.
std::string page_skeleton(const std::string& title, const CollectionConfig& collection, const Config& config,
                          std::span<const Vocabulary> vocabularies, Date today);

}  // namespace kronika
