// An expanded template as kainjow Mustache runs it.
#pragma once

#include <memory>
#include <vector>

#include "generator/theme/binding.h"
#include "generator/theme/pieces.h"
#include "generator/theme/theme.h"

namespace kronika {

/// `bindings` are those of the pieces; the names must have been found without a mistake.
std::unique_ptr<Template> compile(const std::vector<Piece>& pieces, const std::vector<Binding>& bindings);

}  // namespace kronika
