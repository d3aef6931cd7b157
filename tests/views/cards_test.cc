#include "generator/views/cards.h"

#include "tests/views/view_site.h"

namespace kronika {
namespace {

const std::string settings =
    "home = [\"plain\", \"calls\"]\n"
    "[vocabularies.towns]\n"
    "[vocabularies.states]\n"
    "[collections.calls]\ncard_fields = [\"until\", \"towns\", \"state\"]\nlist_look = \"table\"\nfilters = "
    "[\"towns\"]\n"
    "[collections.calls.fields]\n"
    "towns = { type = \"list\", of = \"choice\", vocabulary = \"towns\", facet = true, label = \"Gdzie\" }\n"
    "until = { type = \"date\", label = \"Do kiedy\", highlight = true }\n"
    "state = { type = \"choice\", vocabulary = \"states\", label = \"Stan\", states = [{ state = \"open\", from = "
    "\"since\" }] }\nsince = { type = \"date\" }\n"
    "photos = { type = \"table\", fields = { file = { type = \"image\" }, text = { type = \"text\", role = \"alt\" } } "
    "}\n"
    "[collections.plain]\n"
    "[collections.plain.fields]\n"
    "towns = { type = \"list\", of = \"choice\", vocabulary = \"towns\", facet = true, label = \"Gdzie\" }\n"
    "[collections.unseen]\n";

const ViewSite& site() {
  static const ViewSite built(TestSite::SourceFiles{
      {"site.toml", site_toml(settings)},
      {"content/_data/towns.toml", "a = \"A\"\nb = \"B\"\nc = \"C\"\nd = \"D\"\ne = \"E\"\n"},
      {"content/_data/states.toml", "open = { label = \"otwarty\", tone = \"good\" }\n"},
      {"content/calls/one/index.md",
       "+++\ntitle = \"Jeden\"\ndate = 2026-01-02\nuntil = 2026-02-05\nsince = 2026-01-01\ntowns = [\"a\", \"b\", "
       "\"c\", \"d\", \"e\"]\n"
       "photos = [{ file = \"p.svg\", text = \"Plan\" }]\n+++\nTekst.\n"},
      {"content/calls/one/p.svg", "<svg viewBox=\"0 0 30 20\"></svg>"},
      {"content/calls/two.md", "+++\ntitle = \"Dwa\"\ndate = 2026-01-02\n+++\nTekst.\n"},
      {"content/plain/x.md", "+++\ntitle = \"Zwykły\"\ndate = 2026-01-02\ntowns = [\"a\", \"b\"]\n+++\nTekst.\n"},
      {"content/unseen/y.md", "+++\ntitle = \"Ukryty\"\n+++\nTekst.\n"}});
  return built;
}

TemplateData card_of(const std::string& path) {
  return card(site().page(path), "pl", site().views());
}

}  // namespace

TEST_CASE("a card tells what its collection chose, of a long list the beginning") {
  const TemplateData one = card_of("content/calls/one/index.md");
  CHECK(each(one, "facts", "label") == "Do kiedy Gdzie");
  CHECK(each(one, "facts", "text") == "5\u00A0lutego\u00A02026\u00A0r. A, B, C\u00A0+2");
  CHECK_FALSE(is(one, "has_date"));
  CHECK(each(one, "states", "text") == "otwarty");
  CHECK(text(one, "picture_url") == "/calls/one/p.svg");
}

TEST_CASE("the cells of a card stand in the columns of its list, empty ones too") {
  const TemplateData two = card_of("content/calls/two.md");
  CHECK(each(two, "cells", "label") == "Do kiedy Gdzie Stan");
  CHECK(text(two, "cells.0.text") == "");
  CHECK_FALSE(is(two, "cells.0.has_states"));
  CHECK_FALSE(is(two, "cells.2.has_states"));
  CHECK(text(card_of("content/calls/one/index.md"), "cells.2.states.0.text") == "otwarty");
  CHECK_FALSE(is(two, "has_picture_url"));
  const TemplateData list = list_view(0, 0, site().views());
  CHECK(is(list, "is_table"));
  CHECK(each(list, "columns", "label") == "Do kiedy Gdzie Stan");
}

TEST_CASE("without a choice a card has its date and the first facets") {
  const TemplateData plain = card_of("content/plain/x.md");
  CHECK(is(plain, "has_date"));
  CHECK(each(plain, "facts", "text") == "A, B");
  CHECK(at(plain, "cells").list_value().empty());
}

TEST_CASE("the form of a list offers what its entries have") {
  const TemplateData list = list_view(0, 0, site().views());
  REQUIRE(is(list, "has_form"));
  CHECK(each(list, "form.0.hidden", "value") == "calls");
  CHECK(each(list, "form.0.selects", "label") == "Gdzie");
  CHECK(each(at(list, "form.0.selects.0.groups.0"), "options", "value") == "a b c d e");
  CHECK_FALSE(is(list_view(1, 0, site().views()), "has_form"));
}

TEST_CASE("the home page has the sections that the site names, in that order") {
  CHECK(each(home_view(site().views()), "sections", "name") == "plain calls");
}

TEST_CASE("a highlight stays among the fields, and is told apart") {
  const TemplateData page = page_view(site().page("content/calls/one/index.md"), site().views());
  CHECK(is(page, "has_highlights"));
  CHECK(is(page, "field.until.is_highlight"));
  CHECK_FALSE(is(page, "field.towns.is_highlight"));
  CHECK_FALSE(is(page_view(site().page("content/calls/two.md"), site().views()), "has_highlights"));
}

}  // namespace kronika
