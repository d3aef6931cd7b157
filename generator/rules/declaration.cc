// A declaration grows old by itself: what the act wants by a day is told of on the day of the build.
#include "generator/rules/rules.h"

namespace kronika {
namespace {

std::string text_of(Date date) {
  return both(long_date(date, "en"), long_date(date, "pl"));
}

void check_not_in_future(const DeclarationConfig& declared, Date today, const std::string& file,
                         Diagnostics& diagnostics) {
  const auto check = [&](const char* key, Date day) {
    if (day == Date{} || day <= today) return;
    diagnostics.report(Code::setting_value, {file, declared.span_of(key)},
                       {iso(day), key,
                        both("it is after the day of the build (" + iso(today) + ")",
                             "to dzień późniejszy niż dzień budowania (" + iso(today) + ")")});
  };
  check("published", declared.published);
  check("updated", declared.updated);
  check("prepared", declared.prepared);
  if (declared.reviewed) check("reviewed", *declared.reviewed);
}

}  // namespace

void check_declaration(const SiteModel& model, Diagnostics& diagnostics) {
  const auto& declared = model.config->declaration;
  if (!declared) return;
  const Date today = TimeZone(model.config->timezone).to_local(model.now).date;
  check_not_in_future(*declared, today, model.config->file, diagnostics);
  const Date due = declared->next_review();
  const Place place{model.config->file, declared->span_of(declared->reviewed ? "reviewed" : "prepared")};
  if (today > due) {
    diagnostics.report(Code::declaration_stale, place, {text_of(declared->looked_at()), text_of(due)});
  } else if (today >= due.year() / due.month() / 1) {
    diagnostics.report(Code::declaration_due, place, {text_of(declared->looked_at()), text_of(due)});
  }
}

}  // namespace kronika
