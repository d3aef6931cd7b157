// An answer that the reader has already (304) is not searched for, so it does not come here.
#include "search/gateway/log_search.h"

#include "search/query_log/append.h"
#include "search/query_log/line.h"
#include "search/query_log/personal.h"

namespace kronika {
namespace {

bool is_readers_question(const HttpRequest& http, const SearchRequest& request) {
  const bool shown = request.format == Format::html || request.format == Format::json;
  return http.from_server && http.method == "GET" && shown && request.page == 1 && request.facets.empty() &&
         !request.as_of && !request.query.empty();
}

/// What the words as typed find: where others were meant, and are shown, they find nothing.
std::size_t found(const SearchResults& results) {
  return results.suggestion ? 0 : results.total;
}

}  // namespace

void log_search(const HttpRequest& http, const SearchRequest& request, const SearchResults& results,
                const SearchConfig& config, std::int64_t seconds, std::string& trouble) {
  if (config.query_log.empty() || !is_readers_question(http, request) || may_be_personal(request.query)) return;
  const std::string& language = config.languages[config.language(request.language).value_or(0)].code;
  trouble += append_to_log(config.query_log, log_line({hour_of(seconds), found(results), language, request.query}));
}

}  // namespace kronika
