// A typed query → its parts → a search → a page and JSON. The first byte chooses language, order and size.
#include <nlohmann/json.hpp>

#include "search/query/typed_query.h"
#include "search/render/html.h"
#include "search/render/json.h"
#include "search/text/escape.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/markup.h"
#include "tests/fuzz/small_site.h"

namespace kronika::fuzz {
namespace {

std::string query_string(unsigned choice, std::string_view typed) {
  constexpr const char* languages[] = {"", "&lang=pl", "&lang=en"};
  constexpr const char* orders[] = {"", "&sort=date", "&sort=title"};
  constexpr const char* sizes[] = {"", "&size=1", "&size=2&page=2"};
  constexpr const char* filters[] = {"", "&powiat=buski", "&powiat=buski&powiat=%22%3E&uslugi=druk"};
  std::string out = "q=" + percent_encode(typed);
  for (const auto& each : {languages, orders, sizes, filters}) {
    out += each[choice % 3];
    choice /= 3;
  }
  return out;
}

void require_parts(std::string_view query) {
  const std::vector<std::string> fields = {"powiat", "uslugi"};
  std::size_t words = 0;
  for (const TypedAlternatives& alternatives : parse_typed(query, fields)) {
    require(!alternatives.empty(), "alternatives are some");
    for (const TypedPart& part : alternatives) {
      require(!part.words.empty(), "a part has words");
      require(!part.prefix || part.words.size() == 1, "a beginning is one word");
      words += part.words.size();
    }
  }
  require(words <= most_query_words, "a query has no more words than were counted");
}

}  // namespace

void run(std::string_view input) {
  if (input.empty()) return;
  const SearchConfig& config = site().index().config();
  const ParsedRequest parsed =
      parse_request(query_string(static_cast<unsigned char>(input[0]), input.substr(1)), rules_of(config));
  if (parsed.error) return;
  require_parts(parsed.request.query);
  const SearchResults results = search(site().index(), parsed.request);
  require(results.results.size() <= static_cast<std::size_t>(parsed.request.size), "a page is not overfull");
  static const ResultsTheme theme{site().index().read("shell.pl.html"), test::results_template};
  require(has_known_markup_only(render_html(parsed.request, results, config, theme)), "a query is no markup");
  require(nlohmann::json::accept(render_json(parsed.request, results, 0)), "JSON is JSON");
  if (!results.suggestion) return;
  for (const std::string& query : {*results.suggestion, results.literal})
    require(!parse_request("q=" + percent_encode(query), rules_of(config)).error, "what is offered can be asked for");
}

}  // namespace kronika::fuzz
