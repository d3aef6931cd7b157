// The names that the results template is given are those of the generator's shape `results`, which its templates are
// checked against when the site is built.
#include "search/render/html.h"

#include <algorithm>
#include <optional>

#include "search/render/address.h"
#include "search/render/data.h"
#include "search/render/ways_on.h"
#include "search/request/number_range.h"
#include "search/text/escape.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr int pages_around = 2;  // links beside the current page

/// What all parts of the page need.
struct View {
  const SearchRequest& request;
  const SearchConfig& config;
  const std::string& language;

  std::string url(const SearchRequest& other) const { return address_of(other, config.action, config.page_size); }
};

std::string language_of(const SearchRequest& request, const SearchConfig& config) {
  return request.language.empty() ? config.languages.front().code : request.language;
}

std::vector<Scope> shown_fields(const SearchResult& result) {
  std::vector<Scope> out;
  for (const ShownField& field : result.shown) {
    Scope each;
    each.text("label", field.label);
    each.text("text", field.text);
    each.optional("url", field.url);
    out.push_back(std::move(each));
  }
  return out;
}

void fill_results(Scope& page, const SearchResults& results, std::string_view language) {
  std::vector<Scope> items, partial;
  for (const SearchResult& result : results.results) {
    Scope item;
    item.text("title", result.title);
    item.text("language", result.language);
    item.flag("is_foreign", result.language != language);
    item.text("url", result.section_url);
    item.text("collection", result.collection_title);
    item.optional("date", result.date_text);
    item.text("date_iso", result.date);
    item.optional("snippet", result.snippet_html);
    item.flag("example", result.example);
    std::vector<Scope> facts;
    for (const SearchFact& fact : result.facts) {
      Scope each;
      each.text("label", fact.label);
      each.text("text", fact.text);
      facts.push_back(std::move(each));
    }
    item.list("facts", std::move(facts));
    item.list("fields", shown_fields(result));
    (result.partial ? partial : items).push_back(std::move(item));
  }
  page.list("results", std::move(items));
  page.list("partial_results", std::move(partial));
}

/// The values of one facet as a tree of links.
class FacetValues {
 public:
  FacetValues(const FacetResult& result, const Facet& facet, const View& view)
      : result_(result), view_(view), choice_(view.request, facet), open_(result.values.size()) {
    // Results have a part of the facet's values, in its order.
    for (std::size_t i = 0; i < facet.values.size() && places_.size() < result.values.size(); ++i)
      if (facet.values[i].value == result.values[places_.size()].value) places_.push_back(i);
    for (std::size_t i = result.values.size(); i-- > 0;) {
      const FacetCount& value = result.values[i];
      open_[i] = open_[i] || value.selected;
      if (open_[i] && value.parent) open_[*value.parent] = true;
    }
  }

  std::vector<Scope> items() const { return in(std::nullopt); }

 private:
  std::vector<Scope> in(std::optional<std::size_t> parent) const {
    std::vector<Scope> out;
    for (std::size_t i = parent.value_or(0); i < places_.size(); ++i) {
      const FacetCount& value = result_.values[i];
      if (value.parent != parent) continue;
      Scope item;
      item.text("value", value.value);
      item.text("label", value.label);
      item.number("count", static_cast<std::int64_t>(value.count), view_.language);
      item.flag("selected", value.selected);
      item.text("url", view_.url(choice_.toggled(places_[i])));
      item.list("children", open_[i] ? in(i) : std::vector<Scope>());
      out.push_back(std::move(item));
    }
    return out;
  }

  const FacetResult& result_;
  const View& view_;
  FacetChoice choice_;
  std::vector<std::size_t> places_;  // of the results' values in the facet
  std::vector<bool> open_;           // chosen, or something in it is: what lies in it is shown
};

/// The two ends of a range, for a form or for a filter that is chosen.
void fill_range(Scope& scope, const std::optional<NumberRange>& range) {
  const auto text = [](const std::optional<int>& end) { return end ? std::to_string(*end) : ""; };
  scope.optional("from", range ? text(range->from) : "");
  scope.optional("to", range ? text(range->to) : "");
}

Scope hidden_input(std::string_view name, std::string_view value) {
  Scope input;
  input.text("name", name);
  input.text("value", value);
  return input;
}

/// What a form must repeat, so that what it asks for comes on top of the rest; `own` is the filter that it sets itself.
std::vector<Scope> hidden_inputs(const View& view, std::string_view own) {
  std::vector<Scope> hidden;
  for (const SelectedFacet& facet : view.request.facets) {
    if (facet.name == own) continue;
    for (const std::string& value : facet.values) hidden.push_back(hidden_input(facet.name, value));
  }
  if (const auto& day = view.request.as_of) hidden.push_back(hidden_input(day->name, iso_day(day->day)));
  if (view.request.sort != SortBy::relevance) hidden.push_back(hidden_input("sort", name_of(view.request.sort)));
  if (view.request.size != view.config.page_size)
    hidden.push_back(hidden_input("size", std::to_string(view.request.size)));
  if (!view.request.language.empty()) hidden.push_back(hidden_input("lang", view.request.language));
  return hidden;
}

void fill_facets(Scope& page, const SearchResults& results, const View& view) {
  std::vector<Scope> facets;
  for (const FacetResult& result : results.facets) {
    const Facet& facet = view.config.facets[view.config.facet(result.name).value()];
    const bool has_selected =
        std::any_of(result.values.begin(), result.values.end(), [](const FacetCount& value) { return value.selected; });
    Scope item;
    item.text("name", result.name);
    item.text("label", result.label);
    item.flag("has_selected", has_selected || !result.ranges.empty());
    item.list("values", FacetValues(result, facet, view).items());
    item.flag("is_range", facet.range);
    item.text("from_name", result.name + std::string(from_suffix));
    item.text("to_name", result.name + std::string(to_suffix));
    fill_range(item, result.ranges.empty() ? std::nullopt : read_range(result.ranges.front()));
    item.text("least", facet.values.empty() ? "" : facet.values.front().value);
    item.text("greatest", facet.values.empty() ? "" : facet.values.back().value);
    if (facet.range) item.list("hidden", hidden_inputs(view, facet.name));
    facets.push_back(std::move(item));
  }
  page.list("facets", std::move(facets));
}

/// From the request, so that a value which the site has no more can be taken away as well.
void fill_filters(Scope& page, const View& view) {
  const std::size_t language = view.config.language(view.language).value_or(0);
  std::vector<Scope> filters;
  for (const SelectedFacet& selected : view.request.facets) {
    const auto at = view.config.facet(selected.name);
    if (!at) continue;
    const Facet& facet = view.config.facets[*at];
    for (const std::string& value : selected.values) {
      const auto place = facet.find(value);
      const auto range = facet.range ? read_range(value) : std::nullopt;
      Scope filter;
      filter.text("label", facet.labels[language]);
      filter.text("value", place ? path_label(facet, *place, language) : value);
      filter.flag("is_day", false);
      filter.flag("is_range", range.has_value());
      fill_range(filter, range);
      filter.text("url", view.url(without(view.request, facet.name, value)));
      filters.push_back(std::move(filter));
    }
  }
  if (const auto& day = view.request.as_of) {
    Scope filter;
    filter.flag("is_day", true);
    filter.text("label", day->name);
    filter.text("value", long_day(day->day, view.language));
    filter.flag("is_range", false);
    fill_range(filter, std::nullopt);
    filter.text("url", view.url(without_day(view.request)));
    filters.push_back(std::move(filter));
  }
  page.list("filters", std::move(filters));
  SearchRequest cleared = without_day(view.request);
  cleared.facets.clear();
  cleared.page = 1;
  page.text("clear_url", view.url(cleared));
}

/// What a list needs to be kept as a document: of which day it is, and where to find the same list again.
void fill_document(Scope& page, const SearchResults& results, const View& view) {
  const auto built = read_day(view.config.built);
  const auto& asked = view.request.as_of;
  page.optional("built_day", built ? long_day(*built, view.language) : "");
  page.optional("as_of_day", asked ? long_day(asked->day, view.language) : "");
  SearchRequest fixed = on_fixed_day(view.request, view.config);
  page.text("permanent_url", view.url(fixed));
  page.text("permanent_address", view.config.origin + view.url(fixed));
  fixed.size = most_size;
  fixed.page = 1;
  page.optional("print_url", results.total > 0 && view.request.size < most_size ? view.url(fixed) : "");
}

void fill_sorts(Scope& page, const View& view) {
  std::vector<Scope> sorts;
  for (const SortBy sort : {SortBy::relevance, SortBy::date, SortBy::title}) {
    SearchRequest other = view.request;
    other.sort = sort;
    other.page = 1;
    Scope item;
    item.text("name", name_of(sort));
    item.text("url", view.url(other));
    item.flag("current", sort == view.request.sort);
    item.flag("is_relevance", sort == SortBy::relevance);
    item.flag("is_date", sort == SortBy::date);
    item.flag("is_title", sort == SortBy::title);
    sorts.push_back(std::move(item));
  }
  page.list("sorts", std::move(sorts));
}

std::string page_url(int number, const View& view) {
  SearchRequest other = view.request;
  other.page = number;
  return view.url(other);
}

std::vector<Scope> page_links(int last, const View& view) {
  const int current = view.request.page;
  std::vector<Scope> pages;
  bool skipped = false;
  for (int number = 1; number <= last; ++number) {
    const bool shown = number == 1 || number == last || std::abs(number - current) <= pages_around;
    if (!shown && skipped) continue;
    skipped = !shown;
    Scope item;
    item.text("number", std::to_string(number));
    item.text("url", page_url(number, view));
    item.flag("current", number == current);
    item.flag("gap", !shown);
    pages.push_back(std::move(item));
  }
  return pages;
}

void fill_pagination(Scope& page, const SearchResults& results, const View& view) {
  const std::size_t shown = results.total + results.partial_total;
  const int reachable = static_cast<int>(std::min<std::size_t>(shown, most_results));
  const int size = view.request.size;
  const int last = std::min(std::max(1, (reachable + size - 1) / size), most_results / size);
  const int current = view.request.page;
  Scope pagination;
  pagination.list("pages", page_links(last, view));
  pagination.flag("has_previous", current > 1);
  pagination.text("previous_url", page_url(std::max(1, std::min(current - 1, last)), view));
  pagination.flag("has_next", current < last);
  pagination.text("next_url", page_url(std::min(current + 1, last), view));
  pagination.number("current", current, view.language);
  pagination.number("last", last, view.language);
  page.node("pagination", std::move(pagination));
  page.flag("has_pagination", last > 1);
}

Scope results_page(const SearchResults& results, std::string_view error, const View& view) {
  const SearchRequest& request = view.request;
  Scope page;
  page.text("language", view.language);
  page.optional("query", request.query);
  page.text("action", view.config.action);
  page.optional("error", error);
  const auto total = static_cast<std::int64_t>(results.total);
  const auto count = static_cast<std::int64_t>(results.results.size());
  const std::int64_t first = std::int64_t{request.page - 1} * request.size + 1;
  page.number("total", total, view.language);
  page.flag("total_is_exact", results.total_is_exact);
  page.number("partial_total", static_cast<std::int64_t>(results.partial_total), view.language);
  page.number("first", count > 0 ? first : 0, view.language);
  page.number("last", count > 0 ? first + count - 1 : 0, view.language);
  const bool past_end = count == 0 && results.total + results.partial_total > 0;
  const bool no_results =
      error.empty() && count == 0 && !past_end && (!request.query.empty() || !request.facets.empty() || request.as_of);
  page.flag("past_end", past_end);
  page.text("first_url", page_url(1, view));
  page.flag("no_results", no_results);
  fill_results(page, results, view.language);
  fill_facets(page, results, view);
  fill_filters(page, view);
  fill_document(page, results, view);
  fill_sorts(page, view);
  page.list("hidden", hidden_inputs(view, ""));
  fill_pagination(page, results, view);
  fill_formats(page, request, results, view.config);
  fill_ways_on(page, request, view.config, view.language);
  fill_other_languages(page, request, results, view.config);
  page.optional("suggestion", results.suggestion.value_or(""));
  SearchRequest suggested = request;
  suggested.query = results.suggestion.value_or("");
  suggested.page = 1;
  if (no_results) suggested.facets.clear();  // with these filters it was looked for already
  page.text("suggestion_url", view.url(suggested));
  suggested.query = results.literal;
  suggested.facets = request.facets;
  page.text("literal_url", view.url(suggested));
  return page;
}

bool replace_marker(std::string& text, std::string_view marker, const std::string& by) {
  const std::size_t at = text.find(marker);
  if (at == std::string::npos) return false;
  text.replace(at, marker.size(), by);
  return true;
}

std::string title_of(const SearchRequest& request, const SearchConfig& config) {
  const std::size_t language = config.language(request.language).value_or(0);
  std::string title = request.query.empty() ? "" : request.query + " – ";
  title += config.languages[language].title;
  if (const std::string& site = config.title_in(language); !site.empty()) title += " – " + site;
  return title;
}

std::string set_into_shell(const SearchRequest& request, const SearchConfig& config, const ResultsTheme& theme,
                           const Scope& page) {
  const std::string results = theme.render(page.values());
  std::string out = theme.shell();
  // The title first: results may hold anything, markers too.
  replace_marker(out, title_marker, escape_html(title_of(request, config)));
  if (!replace_marker(out, results_marker, results)) throw SearchFailure("the search page has no place for results");
  return out;
}

}  // namespace

ResultsTheme::ResultsTheme(std::string shell, const std::string& results_template)
    : shell_(std::move(shell)), template_(results_template) {
  if (!template_.is_valid())
    throw SearchFailure("the template of the results is damaged: " + template_.error_message());
}

std::string render_html(const SearchRequest& request, const SearchResults& results, const SearchConfig& config,
                        const ResultsTheme& theme) {
  const std::string language = language_of(request, config);
  return set_into_shell(request, config, theme, results_page(results, "", View{request, config, language}));
}

std::string render_html_error(const SearchRequest& request, std::string_view message, const SearchConfig& config,
                              const ResultsTheme& theme) {
  const std::string language = language_of(request, config);
  return set_into_shell(request, config, theme, results_page({}, message, View{request, config, language}));
}

}  // namespace kronika
