#include <doctest/doctest.h>

#include "generator/config/config.h"
#include "generator/config/states.h"
#include "tests/config/told.h"

namespace kronika {
namespace {

/// One collection whose `state` has these settings besides its type, and `more` behind it.
std::string toml(const std::string& settings, const std::string& more = "", const std::string& date = "date") {
  return "[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n[vocabularies.states]\n[collections.firms]\n"
         "[collections.firms.fields]\n"
         "state = { type = \"choice\", vocabulary = \"states\", " +
         settings + " }\nrows = { type = \"table\", fields = { a = { type = \"" + date +
         "\" }, b = { type = \"date\" }, c = { type = \"text\" } } }\n" + more;
}

const std::string history =
    "history = { table = \"rows\", from = \"a\", to = \"b\", value = \"c\", holds = \"x\", otherwise = \"y\" }";

std::string told_of(const std::string& text) {
  Diagnostics diagnostics;
  read_config(text, "site.toml", "", diagnostics);
  return joined(told(diagnostics));
}

}  // namespace

TEST_CASE("a filter with a history may be asked for another day") {
  Diagnostics diagnostics;
  const Config config = read_config(toml("facet = true, as_of = \"on_day\", " + history), "site.toml", "", diagnostics);
  CHECK(joined(told(diagnostics)) == "");
  CHECK(as_of_parameter(config) == "on_day");
  CHECK(config.collections[0].schema.fields[0].as_of == "on_day");
  CHECK(as_of_parameter(read_config(toml("facet = true, " + history), "site.toml", "", diagnostics)) == "");
}

TEST_CASE("a parameter for a day that cannot work is told at its place") {
  const auto with = [](const std::string& name) { return "facet = true, as_of = \"" + name + "\", " + history; };
  const std::string wrong[] = {
      toml("as_of = \"on\", " + history),    // no filter
      toml("facet = true, as_of = \"on\""),  // no history
      toml(with("q")),                       // the search's own
      toml(with("state")),                   // a field's
      toml(with("date")),                    // a built-in key that may be a filter
      toml(with("on day")),                  // no name
      toml(with("on"), "", "datetime"),      // no days
      toml(with("on"),
           "[collections.more]\n[collections.more.fields]\nrows = { type = \"table\", fields = { a = { type "
           "= \"date\" }, b = { type = \"date\" }, c = { type = \"text\" } } }\nother = { type = \"choice\", "
           "vocabulary = \"states\", facet = true, as_of = \"of\", " +
               history + " }\n"),  // two names
  };
  for (const std::string& text : wrong) {
    CAPTURE(text);
    const std::string said = told_of(text);
    CHECK(said.ends_with(" E0106"));
    CHECK(said.find('\n') == std::string::npos);  // and nothing else
  }
}

TEST_CASE("fields of results are those of the collection that fit into a line") {
  const auto with = [](const std::string& fields) {
    return "[site]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n[collections.firms]\nresult_fields = " +
           fields + "\n[collections.firms.fields]\nphone = { type = \"phone\" }\nstory = { type = \"long_text\" }\n";
  };
  CHECK(told_of(with("[\"phone\"]")) == "");
  CHECK(told_of(with("[\"phon\"]")).ends_with(" E0106 (phone)"));
  CHECK(told_of(with("[\"story\"]")).ends_with(" E0106"));
}

}  // namespace kronika
