// Each rule is a function of checks.h; here they are called.
#include "generator/rules/rules.h"

#include "generator/rules/checks.h"

namespace kronika {
namespace {

void check(const RuleContext& context) {
  switch (context.rule.kind) {
    case RuleKind::unique:
      return check_unique_together(context);
    case RuleKind::required:
      return check_required(context);
    case RuleKind::one_of:
      return check_one_of(context);
    case RuleKind::equal:
      return check_equal(context);
    case RuleKind::among:
      return check_among(context);
    case RuleKind::not_before:
    case RuleKind::after:
      return check_order(context);
    case RuleKind::at_most:
    case RuleKind::at_least:
      return check_limit(context);
    case RuleKind::sum:
      return check_sum(context);
    case RuleKind::total:
      return check_total(context);
    case RuleKind::days:
      return check_days(context);
    case RuleKind::years:
      return check_years(context);
    case RuleKind::no_overlap:
      return check_no_overlap(context);
    case RuleKind::covers:
      return check_covers(context);
    case RuleKind::count:
      return check_count(context);
    case RuleKind::not_expired:
      return check_not_expired(context);
    case RuleKind::fresh:
      return check_fresh(context);
    case RuleKind::has_text:
      return check_has_text(context);
  }
}

void report_examples(const SiteModel& model, Diagnostics& diagnostics) {
  for (const Page& page : model.pages) {
    if (!page.example) continue;
    const CollectionConfig* collection = model.config->collection(page.collection);
    Span span{1, 1, 3};
    for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
      if (collection->schema.fields[i].role == Role::example) span = page.fields[i].span;
    }
    diagnostics.report(Code::example_left, {page.path, span});
  }
  for (const HiddenPage& page : model.hidden) {  // some will be shown without a further look
    if (page.example && page.why == Hidden::future) diagnostics.report(Code::example_left, {page.path, {1, 1, 3}});
  }
}

}  // namespace

void check_rules(const SiteModel& model, Diagnostics& diagnostics) {
  const TimeZone zone(model.config->timezone);
  for (const Collection& collection : model.collections) {
    for (const Rule& rule : collection.config->rules) check({rule, collection, model, zone, diagnostics});
  }
  if (diagnostics.occasion() == Occasion::production) report_examples(model, diagnostics);
}

}  // namespace kronika
