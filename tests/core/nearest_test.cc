#include "generator/core/nearest.h"

#include <doctest/doctest.h>

#include <vector>

namespace kronika {

TEST_CASE("edits are counted on folded letters") {
  struct Row {
    const char* a;
    const char* b;
    int distance;
  };
  for (const Row& row : std::initializer_list<Row>{{"", "", 0},
                                                   {"abc", "", 3},
                                                   {"kielcki", "kielecki", 1},
                                                   {"tilte", "title", 1},
                                                   {"Żółw", "zolw", 0},
                                                   {"łódź", "lodka", 2},
                                                   {"kot", "pies", 4}}) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(edit_distance(row.a, row.b) == row.distance);
    CHECK(edit_distance(row.b, row.a) == row.distance);
  }
}

TEST_CASE("the nearest word is offered only when it is near") {
  const std::vector<std::string> words = {"title", "date", "summary", "weight"};
  struct Row {
    const char* word;
    const char* nearest;
  };
  for (const Row& row : std::initializer_list<Row>{{"titel", "title"},
                                                   {"sumary", "summary"},
                                                   {"dat", "date"},
                                                   {"Title", "title"},
                                                   {"banana", ""},
                                                   {"x", ""},
                                                   {"", ""}}) {
    CAPTURE(row.word);
    CHECK(nearest(row.word, words) == row.nearest);
  }
  CHECK(nearest("title", {}).empty());
}

TEST_CASE("of two that are equally near, the first is offered") {
  const std::vector<std::string> words = {"cat", "car"};
  CHECK(nearest("cab", words) == "cat");
}

}  // namespace kronika
