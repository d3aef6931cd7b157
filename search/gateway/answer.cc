// The outermost layer of the search: whatever happens below becomes an answer with the right status.
#include "search/gateway/answer.h"

#include <ctime>
#include <exception>

#include "search/gateway/conditional.h"
#include "search/query/search.h"
#include "search/query/suggest.h"
#include "search/render/html.h"
#include "search/render/json.h"
#include "search/text/escape.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";
constexpr std::string_view json_type = "application/json; charset=utf-8";
constexpr std::string_view suggestions_type = "application/x-suggestions+json; charset=utf-8";
constexpr std::size_t most_suggestions = 8;

std::string_view type_of(Format format, int status) {
  if (format == Format::html) return html_type;
  return format == Format::suggest && status == 200 ? suggestions_type : json_type;
}

HttpResponse respond(int status, Format format, std::string body) {
  HttpResponse response{status, {{"Content-Type", std::string(type_of(format, status))}}, std::move(body)};
  for (auto& header : safety_headers()) response.headers.push_back(std::move(header));
  response.headers.emplace_back("Cache-Control", "no-cache");
  return response;
}

/// A page for when the theme cannot be had. Both languages, since nobody knows the reader's.
std::string plain_page(std::string_view polish, std::string_view english) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"pl\">\n<head><meta charset=\"utf-8\"><title>";
  append_escaped_html(out, polish);
  out += "</title></head>\n<body><h1>";
  append_escaped_html(out, polish);
  out += "</h1>\n<p lang=\"en\">";
  append_escaped_html(out, english);
  out += "</p></body>\n</html>\n";
  return out;
}

HttpResponse plain_answer(int status, Format format, std::string_view polish, std::string_view english) {
  return respond(status, format, format == Format::html ? plain_page(polish, english) : render_json_error(english));
}

/// For answers that are made before the index, and so the rules of requests, can be read.
Format asked_format(std::string_view query_string) {
  return parse_request(query_string, RequestRules{}).request.format;
}

const ResultsTheme& theme_for(OpenSearch& open, const SearchRequest& request) {
  return open.theme(open.index().config().language(request.language).value_or(0));
}

HttpResponse refuse(OpenSearch& open, const SearchRequest& request, RequestError error) {
  const SearchConfig& config = open.index().config();
  const std::string& language = config.languages[config.language(request.language).value_or(0)].code;
  const std::string_view reason = message(error, language);
  if (request.format != Format::html) return respond(400, request.format, render_json_error(reason));
  return respond(400, Format::html, render_html_error(request, reason, config, theme_for(open, request)));
}

/// A server hands over nothing, or the search's own address; anything else is an address that does not exist.
bool is_own_path(std::string_view path, std::string_view action) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.empty() || path == action;
}

HttpResponse results_page(OpenSearch& open, const SearchRequest& request, double started_ms) {
  const IndexReader& index = open.index();
  if (request.format == Format::suggest)
    return respond(200, Format::suggest,
                   render_suggestions(request.query, suggest(request.query, index, most_suggestions)));
  const SearchResults results = search(index, request);
  if (request.format == Format::json)
    return respond(200, Format::json, render_json(request, results, now_ms() - started_ms));
  return respond(200, Format::html, render_html(request, results, index.config(), theme_for(open, request)));
}

/// What a 304 says is that all else is as the reader has it, so it carries only what keeps that true (RFC 9110).
HttpResponse not_modified() {
  return {304, {{"Cache-Control", "no-cache"}}, ""};
}

HttpResponse answer_search(const HttpRequest& request, OpenSearch& open, double started_ms) {
  const IndexReader& index = open.index();
  if (!is_own_path(request.path_info, index.config().action))
    return plain_answer(404, asked_format(request.query_string), "Nie ma takiej strony", "There is no such page");
  const ParsedRequest parsed = parse_request(request.query_string, rules_of(index.config()));
  if (parsed.error) return refuse(open, parsed.request, *parsed.error);
  const std::string tag = entity_tag(open.release(), request.query_string);
  HttpResponse response =
      names_tag(request.if_none_match, tag) ? not_modified() : results_page(open, parsed.request, started_ms);
  if (!tag.empty()) response.headers.emplace_back("ETag", tag);
  return response;
}

}  // namespace

double now_ms() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

HttpResponse answer(const HttpRequest& request, OpenSearch& open, double started_ms, std::string& log) {
  const bool head = request.method == "HEAD";
  HttpResponse response;
  if (request.method != "GET" && !head) {
    response = plain_answer(405, asked_format(request.query_string), "Ta metoda nie jest obsługiwana",
                            "This method is not supported");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  try {
    response = answer_search(request, open, started_ms);
  } catch (const std::exception& failure) {
    log = failure.what();
    open.close();
    response = plain_answer(503, asked_format(request.query_string), "Wyszukiwarka jest chwilowo niedostępna",
                            "The search is not available at the moment");
    response.headers.emplace_back("Retry-After", "60");
  }
  if (response.status != 304) response.headers.emplace_back("Content-Length", std::to_string(response.body.size()));
  if (head) response.body.clear();
  return response;
}

HttpResponse answer(const HttpRequest& request, const std::string& search_folder, double started_ms, std::string& log) {
  OpenSearch open(search_folder, Templates::as_needed);
  return answer(request, open, started_ms, log);
}

}  // namespace kronika
