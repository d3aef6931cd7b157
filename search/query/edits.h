// What a mistyped word may have been meant to be.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace kronika {

/// How a word came to be mistyped.
enum class Edit { swap, left_out, doubled, beside, other };

/// How much less likely this is than the likeliest, as a difference of the logarithms (base two) of frequencies.
double unlikeliness(Edit edit);

/// Calls visit(meant, edit) for each word that `typed` is one error away from, the error being at one of the first
/// `places` letters (or behind them); some words come more than once. `typed` and what is meant are of a–z and spaces;
/// no space is changed.
void visit_edits(const std::string& typed, std::size_t places,
                 const std::function<void(const std::string& meant, Edit edit)>& visit);

/// Whether a folded text is of letters a–z and spaces alone.
bool is_plain(const std::string& folded);

}  // namespace kronika
