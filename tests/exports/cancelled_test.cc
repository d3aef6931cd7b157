#include <doctest/doctest.h>

#include "generator/exports/from_entries.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

TEST_CASE("an event in a state whose term says so is cancelled, others are not") {
  const ViewSite site(
      {{"site.toml",
        site_toml("[vocabularies.states]\n[collections.events]\nexports = [\"ical\"]\n"
                  "[collections.events.fields]\nday = { type = \"date\", role = \"start\" }\n"
                  "state = { type = \"choice\", vocabulary = \"states\", states = [{ state = \"planned\", from "
                  "= \"day\" }], overrides = [{ state = \"off\" }] }\n")},
       {"content/_data/states.toml", "planned = \"planowane\"\n[off]\nlabel = \"odwołane\"\ncancelled = \"true\"\n"},
       {"content/events/a.md", "+++\ntitle = \"A\"\nday = 2026-01-02\n+++\n"},
       {"content/events/b.md", "+++\ntitle = \"B\"\nday = 2026-01-02\nstate = \"off\"\n+++\n"}});
  const Views views = site.views();
  const ExportSite data{views.model, views.theme, views.links, views.routes, views.source, views.contents, views.zone};
  CHECK_FALSE(event_of(site.page("content/events/a.md"), data)->cancelled);
  CHECK(event_of(site.page("content/events/b.md"), data)->cancelled);
}

}  // namespace
}  // namespace kronika
