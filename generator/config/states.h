// The settings of a choice that follows from dates: states, overrides, history.
#pragma once

#include <optional>
#include <string>

#include "generator/config/config.h"
#include "generator/core/table_reader.h"

namespace kronika {

/// Reads `states`, `overrides` and `history` of one field; nothing when none is given. Mistakes are reported; whether
/// the fields that they name exist is checked by check_states.
std::optional<StateRule> read_state_rule(TableReader& field, const std::string& section, const std::string& file,
                                         Diagnostics&);

/// Holds the names in state rules against the collection's fields: dates are dates, a history is a table.
void check_states(const Config&, Diagnostics&);

/// The parameter by which a search asks for the states of another day, the same for all histories; "" : none.
std::string as_of_parameter(const Config&);

}  // namespace kronika
