// Any bytes as search.toml: refused, or a configuration that the search can work with.
#include "search/index/config.h"
#include "search/query/search.h"
#include "search/text/search_failure.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {

void run(std::string_view input) {
  SearchConfig config;
  try {
    config = read_search_config(input, "search.toml");
  } catch (const SearchFailure&) {
    return;
  }
  const std::string written = write_search_config(config);
  require(write_search_config(read_search_config(written, "search.toml")) == written, "what was read can be written");
  const ParsedRequest parsed = parse_request("page=2", rules_of(config));
  require(!parsed.error && parsed.request.size >= 1, "a page has a size");
  for (const Facet& facet : config.facets)
    require(facet.labels.size() == config.languages.size(), "a facet has a label in each language");
}

}  // namespace kronika::fuzz
