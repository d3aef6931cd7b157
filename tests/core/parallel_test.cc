#include "generator/core/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace kronika {

TEST_CASE("every index is visited once, with any number of jobs") {
  for (const unsigned jobs : {0U, 1U, 2U, 7U, 64U}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{33}}) {
      CAPTURE(jobs);
      CAPTURE(count);
      std::vector<std::atomic<int>> visits(count);
      parallel_for(count, jobs, [&](std::size_t i) { ++visits[i]; });
      for (const auto& visit : visits) CHECK(visit == 1);
    }
  }
}

TEST_CASE("an exception comes out, and work that was not begun is left") {
  for (const unsigned jobs : {1U, 4U}) {
    std::atomic<int> done{0};
    const auto body = [&](std::size_t i) {
      if (i == 3) throw std::runtime_error("three");
      std::this_thread::yield();  // so that whoever throws gets a turn before the others have done all
      ++done;
    };
    CHECK_THROWS_WITH_AS(parallel_for(100000, jobs, body), "three", std::runtime_error);
    CHECK(done < 99999);
  }
}

}  // namespace kronika
