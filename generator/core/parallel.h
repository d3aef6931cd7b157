// Runs a loop on several threads; results go to places of their own, so order never depends on timing.
#pragma once

#include <cstddef>
#include <functional>

namespace kronika {

/// Calls body(i) for each i < count on `jobs` threads (1: on this one). The first exception is thrown again here after
/// all threads have stopped.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body);

}  // namespace kronika
