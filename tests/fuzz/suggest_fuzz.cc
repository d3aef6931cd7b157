// What is being typed → completions.
#include <nlohmann/json.hpp>
#include <set>

#include "search/query/suggest.h"
#include "search/render/json.h"
#include "search/text/escape.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/fuzz/small_site.h"

namespace kronika::fuzz {

void run(std::string_view input) {
  constexpr std::size_t most = 8;
  const ParsedRequest parsed = parse_request("q=" + percent_encode(input), rules_of(site().index().config()));
  if (parsed.error) return;
  const std::string& typed = parsed.request.query;
  const std::vector<std::string> found = suggest(typed, "", site().index(), most);
  require(found.size() <= most, "completions are few");
  require(std::set<std::string>(found.begin(), found.end()).size() == found.size(), "each is given once");
  const nlohmann::json json = nlohmann::json::parse(render_suggestions(typed, found));
  require(json[0] == typed && json[1].size() == found.size(), "the answer repeats what was typed");
}

}  // namespace kronika::fuzz
