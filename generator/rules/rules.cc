// Each rule is a function of checks.h; here they are called.
#include "generator/rules/rules.h"

#include "generator/core/nearest.h"
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

/// A condition with a typing error would leave every record out, and the rule would hold for ever.
void check_conditions(const RuleContext& context) {
  for (const Condition& condition : context.rule.where) {
    const Field* field = context.field_of(condition.path, Names::of_row);
    const Vocabulary* words = field ? context.model.vocabulary(field->vocabulary) : nullptr;
    if (!words || words->terms.empty()) continue;
    std::vector<std::string> terms;
    for (const Term& term : words->terms) terms.push_back(term.value);
    for (const std::string& value : condition.values) {
      if (value == "*" || words->find(value)) continue;
      context.diagnostics.report(Code::not_in_vocabulary, {context.model.config->file, condition.path.span},
                                 {value, words->name}, nearest(value, terms));
    }
  }
}

void report_examples(const SiteModel& model, Diagnostics& diagnostics) {
  for (const Page& page : model.pages) {
    if (!page.example || !page.original.empty()) continue;
    const CollectionConfig* collection = model.config->collection(page.collection);
    Span span{1, 1, 3};
    for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
      if (collection->schema.fields[i].role == Role::example) span = page.fields[i].span;
    }
    diagnostics.report(Code::example_left, {page.path, span});
  }
  const Vocabulary* projects = model.config->funding ? model.vocabulary(model.config->funding->vocabulary) : nullptr;
  for (const FundedProject& project : model.projects) {
    if (projects && project.example) diagnostics.report(Code::example_left, {projects->file, project.span});
  }
  for (const HiddenPage& page : model.hidden) {  // some will be shown without a further look
    if (page.example && page.why == Hidden::future) diagnostics.report(Code::example_left, {page.path, {1, 1, 3}});
  }
}

}  // namespace

void check_rules(const SiteModel& model, Diagnostics& diagnostics) {
  const TimeZone zone(model.config->timezone);
  for (const Collection& collection : model.collections) {
    for (const Rule& rule : collection.config->rules) {
      const RuleContext context{rule, collection, model, zone, diagnostics};
      check_conditions(context);
      check(context);
    }
  }
  check_declaration(model, diagnostics);
  if (diagnostics.occasion() == Occasion::production) report_examples(model, diagnostics);
}

}  // namespace kronika
