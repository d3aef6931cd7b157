// Writes what a plan holds.
#pragma once

#include <filesystem>

#include "generator/importing/plan.h"

namespace kronika {

/// Writes every page of the plan, each beside its place first and then over it with one rename: a page is never half
/// written, and keeps its permissions. Throws Failure when a file cannot be written, or is no more what was read; pages
/// before it are written then.
void apply_import(const ImportPlan&, const ImportSite&, const std::filesystem::path& site);

}  // namespace kronika
