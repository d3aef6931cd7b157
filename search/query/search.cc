// Puts a match into words: titles, labels, snippets. Nothing of Xapian leaves this folder.
#include "search/query/search.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "search/query/facets_on_day.h"
#include "search/query/match.h"
#include "search/query/ranges.h"
#include "search/query/snippet.h"
#include "search/request/number_range.h"
#include "search/text/search_failure.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

/// Facet and value of each number, and the labels of one language.
class Labels {
 public:
  Labels(const SearchConfig& config, std::string_view language)
      : config_(config), language_(config.language(language).value_or(0)) {
    for (std::size_t facet = 0; facet < config.facets.size(); ++facet)
      for (std::size_t value = 0; value < config.facets[facet].values.size(); ++value)
        numbers_.push_back({facet, value});
  }

  const SearchConfig& config() const { return config_; }
  const FacetNumber* at(unsigned number) const { return number < numbers_.size() ? &numbers_[number] : nullptr; }
  const std::string& of(const Facet& facet) const { return facet.labels[language_]; }
  const std::string& of(const FacetValue& value) const { return value.labels[language_]; }
  std::string path(const FacetNumber& number) const {
    return path_label(config_.facets[number.facet], number.value, language_);
  }

 private:
  const SearchConfig& config_;
  std::size_t language_;
  std::vector<FacetNumber> numbers_;
};

/// A county is told with its municipality, not before it.
bool is_told_with_another(const FacetNumber& number, const std::vector<FacetNumber>& all, const SearchConfig& config) {
  return std::any_of(all.begin(), all.end(), [&](const FacetNumber& other) {
    return other.facet == number.facet && config.facets[other.facet].values[other.value].parent == number.value;
  });
}

/// Values of one facet share a fact: "Usługi: catering, żywność".
void add_facts(SearchResult& result, std::span<const std::uint32_t> numbers, const Labels& labels) {
  std::vector<FacetNumber> all;
  for (const std::uint32_t number : numbers)
    if (const FacetNumber* found = labels.at(number)) all.push_back(*found);
  std::size_t last_facet = 0;  // the collection, which is shown by itself, as the date is
  for (const FacetNumber& number : all) {
    const Facet& facet = labels.config().facets[number.facet];
    if (facet.name == labels.config().date_facet || is_told_with_another(number, all, labels.config())) continue;
    std::string text = labels.path(number);
    if (facet.name == collection_facet) {
      result.collection_title = std::move(text);
    } else if (!result.facts.empty() && number.facet == last_facet) {
      result.facts.back().text += ", " + text;
    } else {
      result.facts.push_back({labels.of(facet), std::move(text)});
    }
    last_facet = number.facet;
  }
}

/// "#koszty" when a match stands in a section with a heading.
std::string section_anchor(const std::vector<StoredSection>& sections, std::optional<std::size_t> match) {
  std::string anchor;
  for (const StoredSection& section : sections)
    if (match && section.offset <= *match) anchor = "#" + section.anchor;
  return anchor;
}

/// How a text begins, cut at a word.
std::string opening(std::string_view text) {
  constexpr std::size_t longest = 300;
  const std::string_view clipped = clip_utf8(text, longest);
  const bool cut = clipped.size() < text.size();
  std::string out(cut ? clipped.substr(0, clipped.find_last_of(" \n")) : clipped);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return cut ? out + " …" : out;
}

/// Fields for programs tell the states of the day that is asked for, as the facets do: what a page says of today says
/// nothing of the day.
void settle_fields(std::vector<SearchField>& fields, std::span<const StateDays> states, DayNumber day,
                   const Labels& labels) {
  std::vector<SearchField> settled;
  for (const StateDays& state : states) {
    const FacetNumber* number = labels.at(state.value);
    if (!number) continue;
    const Facet& facet = labels.config().facets[number->facet];
    std::erase_if(fields, [&](const SearchField& each) { return each.name == facet.name; });
    if (state.first <= day && day <= state.last) settled.push_back({facet.name, {facet.values[number->value].value}});
  }
  std::move(settled.begin(), settled.end(), std::back_inserter(fields));
}

/// Without `snippets` for an export.
SearchResult describe(const Xapian::Document& document, const PageStore& pages, const SearchRequest& request,
                      Snippets* snippets, const Labels& labels) {
  StoredDocument stored = decode_document(document.get_data());
  SearchResult result;
  const std::string_view text = pages.text(document.get_docid());
  Snippet snippet;
  if (snippets)
    snippet = snippets->of(text.empty() ? stored.summary : text, stored.language);
  else
    result.summary = stored.summary.empty() ? opening(text) : std::move(stored.summary);
  result.snippet_html = std::move(snippet.html);
  result.section_url = stored.url + section_anchor(stored.sections, snippet.match);
  result.language = std::move(stored.language);
  result.published = std::move(stored.published);
  result.updated = std::move(stored.updated);
  result.url = std::move(stored.url);
  result.title = std::move(stored.title);
  result.collection = std::move(stored.collection);
  result.date = std::move(stored.date);
  result.date_text = std::move(stored.date_text);
  result.example = stored.example;
  result.fields = std::move(stored.fields);
  result.shown = std::move(stored.shown);
  const FacetsOnDay facets(pages, labels.config(), request.as_of);
  add_facts(result, facets.of(document.get_docid()), labels);
  if (request.as_of) settle_fields(result.fields, pages.states(document.get_docid()), request.as_of->day, labels);
  return result;
}

bool is_selected(const SearchRequest& request, const std::string& facet, const std::string& value) {
  for (const SelectedFacet& selected : request.facets)
    if (selected.name == facet)
      return std::find(selected.values.begin(), selected.values.end(), value) != selected.values.end();
  return false;
}

/// Leaves out values without pages, unless they or others in them are selected.
void drop_empty(std::vector<FacetCount>& values) {
  std::vector<bool> kept(values.size());
  for (std::size_t i = values.size(); i-- > 0;) {
    if (values[i].count > 0 || values[i].selected) kept[i] = true;
    if (kept[i] && values[i].parent) kept[*values[i].parent] = true;
  }
  std::vector<std::size_t> places(values.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!kept[i]) continue;
    places[i] = count;
    if (values[i].parent) values[i].parent = places[*values[i].parent];
    if (count != i) values[count] = std::move(values[i]);
    ++count;
  }
  values.resize(count);
}

std::vector<std::string> selected_ranges(const SearchRequest& request, const Facet& facet) {
  std::vector<std::string> out;
  for (const SelectedFacet& selected : request.facets) {
    if (selected.name != facet.name || !facet.range) continue;
    for (const std::string& value : selected.values)
      if (read_range(value)) out.push_back(value);
  }
  return out;
}

std::vector<FacetResult> count_facets(const Match& match, const SearchRequest& request, const Labels& labels) {
  std::vector<FacetResult> out;
  std::size_t number = 0;
  for (const Facet& facet : labels.config().facets) {
    FacetResult result{facet.name, labels.of(facet), {}, selected_ranges(request, facet)};
    for (const FacetValue& value : facet.values) {
      const std::size_t count = number < match.counts.size() ? match.counts[number] : 0;
      ++number;
      const bool selected = is_selected(request, facet.name, value.value);
      result.values.push_back({value.value, labels.of(value), count, selected, value.parent});
    }
    drop_empty(result.values);
    if (!result.values.empty() || !result.ranges.empty()) out.push_back(std::move(result));
  }
  return out;
}

}  // namespace

SearchResults search(const IndexReader& index, const SearchRequest& request) {
  try {
    Analysers analysers(index.dictionary());
    const SearchQuery query =
        understand(request.query, index.config().languages_of(request.language), index, analysers);
    SearchResults results;
    Match match;
    // A query of punctuation asks for something that no page has; no query at all asks for every page.
    if (query.asks_for_words() || request.query.empty())
      match = find_matches(index, query, with_values_of_ranges(request, index.config()));
    results.total = match.total;
    results.total_is_exact = match.is_exact;
    results.partial_total = match.partial_total;
    results.suggestion = query.correction;
    results.literal = query.literal;
    const Labels labels(index.config(), request.language);
    const bool exported = is_export(request.format);
    Snippets snippets(query, index);
    for (std::size_t i = 0; i < match.documents.size(); ++i) {
      results.results.push_back(
          describe(match.documents[i], index.pages(), request, exported ? nullptr : &snippets, labels));
      results.results.back().partial = i >= match.first_partial;
    }
    if (!exported) results.facets = count_facets(match, request, labels);
    return results;
  } catch (const Xapian::Error& error) {
    throw SearchFailure("the search index cannot be read: " + error.get_msg());
  }
}

RequestRules rules_of(const SearchConfig& config) {
  RequestRules rules;
  for (const Facet& facet : config.facets) {
    rules.facets.push_back(facet.name);
    if (facet.range) rules.ranges.push_back(facet.name);
  }
  for (const SearchLanguage& language : config.languages) rules.languages.push_back(language.code);
  rules.page_size = config.page_size;
  rules.as_of = config.as_of;
  return rules;
}

}  // namespace kronika
