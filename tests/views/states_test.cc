#include "generator/views/cards.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "[vocabularies.states]\n[collections.firms]\n[collections.firms.fields]\n"
    "kind = { type = \"choice\", vocabulary = \"states\", facet = true, label = \"Rodzaj\" }\n"
    "state = { type = \"choice\", vocabulary = \"states\", facet = true, label = \"Status\", history = { table = "
    "\"rows\", "
    "from = \"since\", to = \"until\", value = \"what\", holds = \"active\", otherwise = \"expired\" } }\n"
    "call = { type = \"choice\", vocabulary = \"states\", label = \"Nabór\", states = [{ state = \"active\", from = "
    "\"opens\" }] }\n"
    "opens = { type = \"date\" }\n"
    "rows = { type = \"table\", fields = { since = { type = \"date\" }, until = { type = \"date\" }, what = { type = "
    "\"choice\", vocabulary = \"states\" } } }\n";

/// "Status aktywny good 2024-…–…" of an entry with this front matter, of each of its states.
std::string states_of(const std::string& matter) {
  const ViewSite site({{"site.toml", site_toml(settings)},
                       {"content/_data/states.toml",
                        "[active]\nlabel = \"aktywny\"\ntone = \"good\"\n[expired]\nlabel = \"wygasły\"\ntone = "
                        "\"warning\"\n[lost]\nlabel = \"utracony\"\ntone = \"bad\"\n[other]\nlabel = \"inny\"\ntone = "
                        "\"rainbow\"\n"},
                       {"content/firms/a.md", "+++\ntitle = \"A\"\n" + matter + "\n+++\n"}});
  const TemplateData view = page_view(site.page("content/firms/a.md"), site.views());
  const TemplateData on_card = card(site.page("content/firms/a.md"), "pl", site.views());
  std::string out;
  const auto& states = view.get("states")->list_value();
  CHECK(on_card.get("states")->list_value().size() == states.size());
  for (const TemplateData& state : states) {
    out += (out.empty() ? "" : "; ") + state.get("label")->string_value() + " " + state.get("text")->string_value();
    for (const char* tone : {"good", "warning", "bad", "neutral"})
      if (state.get(std::string("is_") + tone)->is_true()) out += std::string(" ") + tone;
    if (state.get("has_since")->is_true()) out += " " + state.get("since")->string_value();
    if (state.get("has_until")->is_true()) out += " – " + state.get("until")->string_value();
  }
  return out;
}

}  // namespace

TEST_CASE("a state is a badge with its tone and, of a history, its days") {
  struct Case {
    const char *matter, *states;
  };
  const Case cases[] = {
      {"kind = \"active\"", ""},
      {"rows = [{ since = 2024-02-05, what = \"active\" }]", "Status aktywny good 5\u00A0lutego\u00A02024\u00A0r."},
      {"rows = [{ since = 2024-02-05, until = 2027-01-31, what = \"active\" }]",
       "Status aktywny good 5\u00A0lutego\u00A02024\u00A0r. – 31\u00A0stycznia\u00A02027\u00A0r."},
      {"rows = [{ since = 2024-02-05, until = 2025-01-31, what = \"active\" }]",
       "Status wygasły warning 1\u00A0lutego\u00A02025\u00A0r."},
      {"rows = [{ since = 2024-02-05, what = \"lost\" }]", "Status utracony bad 5\u00A0lutego\u00A02024\u00A0r."},
      {"rows = [{ since = 2024-02-05, what = \"other\" }]", "Status inny neutral 5\u00A0lutego\u00A02024\u00A0r."},
      {"rows = [{ since = 2030-02-05, what = \"active\" }]", ""},
      {"opens = 2026-01-01", "Nabór aktywny good"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.matter);
    CHECK(states_of(each.matter) == each.states);
  }
}

TEST_CASE("a state is no plain fact of a card, too") {
  const ViewSite site(
      {{"site.toml", site_toml(settings)},
       {"content/_data/states.toml", "active = \"aktywny\"\nexpired = \"wygasły\"\n"},
       {"content/firms/a.md",
        "+++\ntitle = \"A\"\nkind = \"active\"\nrows = [{ since = 2024-02-05, what = \"active\" }]\n+++\n"}});
  const TemplateData one = card(site.page("content/firms/a.md"), "pl", site.views());
  REQUIRE(one.get("facts")->list_value().size() == 1);
  CHECK(one.get("facts")->list_value()[0].get("label")->string_value() == "Rodzaj");
}

}  // namespace kronika
