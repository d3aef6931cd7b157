#include "generator/core/diagnostics.h"

#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "tests/config/told.h"

namespace kronika {

TEST_CASE("diagnostics come by file, line, column and code, each once") {
  Diagnostics diagnostics;
  diagnostics.report(Code::unknown_key, {"b.md", {1, 1, 1}}, {"x", "y"});
  diagnostics.report(Code::wrong_type, {"a.md", {10, 1, 1}});
  diagnostics.report(Code::wrong_type, {"a.md", {9, 5, 1}});
  diagnostics.report(Code::unknown_key, {"a.md", {9, 5, 1}});
  diagnostics.report(Code::unknown_key, {"a.md", {9, 5, 1}});
  diagnostics.report(Code::unknown_key, {"b.md", {1, 1, 1}}, {"z", "y"});
  diagnostics.report(Code::symlink, {"b.md", {}});
  CHECK(joined(told(diagnostics)) ==
        "a.md:9:5+1 E0202\na.md:9:5+1 E0205\na.md:10:1+1 E0205\nb.md:0:0+1 E0108\nb.md:1:1+1 E0202\nb.md:1:1+1 E0202");
}

TEST_CASE("bounds are told as far as they are there") {
  CHECK(bounds(1, 99) == both("between 1 and 99", "od 1 do 99"));
  CHECK(bounds(0, std::nullopt) == both("at least 0", "co najmniej 0"));
  CHECK(bounds(std::nullopt, 2.5) == both("at most 2.5", "najwyżej 2.5"));
}

TEST_CASE("only errors stop at a checkpoint") {
  Diagnostics diagnostics;
  CHECK_NOTHROW(diagnostics.checkpoint());
  diagnostics.report(Code::heading_jump, {"a.md", {1, 1, 1}});
  CHECK_NOTHROW(diagnostics.checkpoint());
  diagnostics.report(Code::unknown_key, {"a.md", {1, 1, 1}});
  CHECK(diagnostics.errors() == 1);
  CHECK(diagnostics.warnings() == 1);
  CHECK_THROWS_AS(diagnostics.checkpoint(), ContentErrors);
  CHECK(diagnostics.sorted().size() == 2);
}

TEST_CASE("what depends on the day is a warning in a build and an error for production") {
  for (const Occasion occasion : {Occasion::build, Occasion::production}) {
    Diagnostics diagnostics(occasion);
    CHECK(diagnostics.occasion() == occasion);
    diagnostics.report(Code::rule_expired, {"a.md", {1, 1, 1}});
    diagnostics.report(Code::rule_ends_soon, {"b.md", {1, 1, 1}});
    const bool strict = occasion == Occasion::production;
    CHECK(diagnostics.errors() == (strict ? 1 : 0));
    CHECK(diagnostics.warnings() == (strict ? 1 : 2));
    CHECK(diagnostics.sorted()[0].severity() == (strict ? Severity::error : Severity::warning));
    CHECK(diagnostics.sorted()[1].severity() == Severity::warning);
  }
}

TEST_CASE("threads report into one collector, and the order does not depend on them") {
  Diagnostics diagnostics;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&diagnostics, t] {
        for (int i = 0; i < 250; ++i) diagnostics.report(Code::unknown_key, {"a.md", {i * 4 + t + 1, 1, 1}});
      });
    }
  }
  const auto all = diagnostics.sorted();
  REQUIRE(all.size() == 1000);
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].place.span.line == static_cast<int>(i) + 1);
}

TEST_CASE("every code has a name of its own, both languages and slots that both use") {
  std::set<std::string_view> names;
  for (const CodeInfo& code : all_codes()) {
    CAPTURE(code.name);
    CHECK(names.insert(code.name).second);
    CHECK(info(code.code).name == code.name);
    CHECK(code.name.front() == (code.severity == Severity::error ? 'E' : 'W'));
    CHECK_FALSE(code.english.empty());
    CHECK_FALSE(code.polish.empty());
    for (const char* slot : {"{0}", "{1}", "{2}"}) {
      CAPTURE(slot);
      CHECK((code.english.find(slot) == std::string_view::npos) == (code.polish.find(slot) == std::string_view::npos));
    }
  }
}

}  // namespace kronika
