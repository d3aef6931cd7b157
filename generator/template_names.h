// What a theme may ask for: the contract between the program and templates, as a text.
#pragma once

#include <string>
#include <string_view>

#include "generator/config/config.h"
#include "generator/source/source.h"

namespace kronika {

/// A line a name, in the order of kinds: the template ("page:rejestr", "home"), the name (dots lead into a section),
/// and "text", "number", "section" or "anything", separated by tabs. `wanted` keeps one kind ("page" or
/// "page:rejestr");
/// "": all. "" when there is no such kind. Throws Failure when theme.toml has mistakes.
std::string template_names(const Source& site, const Source& builtin_theme, const Config& config,
                           std::string_view wanted);

}  // namespace kronika
