// The outermost layer of the search: whatever happens below becomes an answer with the right status.
#include "search/gateway/answer.h"

#include <ctime>
#include <exception>

#include "search/gateway/conditional.h"
#include "search/gateway/log_search.h"
#include "search/query/search.h"
#include "search/query/suggest.h"
#include "search/render/atom.h"
#include "search/render/csv.h"
#include "search/render/geojson.h"
#include "search/render/html.h"
#include "search/render/json.h"
#include "search/text/escape.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";
constexpr std::string_view json_type = "application/json; charset=utf-8";
constexpr std::string_view suggestions_type = "application/x-suggestions+json; charset=utf-8";
constexpr std::string_view atom_type = "application/atom+xml; charset=utf-8";
constexpr std::string_view csv_type = "text/csv; charset=utf-8; header=present";
constexpr std::string_view geojson_type = "application/geo+json";
constexpr std::string_view text_type = "text/plain; charset=utf-8";
constexpr std::size_t most_suggestions = 8;

std::string_view type_of_answer(Format format) {
  switch (format) {
    case Format::html:
      return html_type;
    case Format::json:
      return json_type;
    case Format::suggest:
      return suggestions_type;
    case Format::atom:
      return atom_type;
    case Format::csv:
      return csv_type;
    case Format::geojson:
      break;
  }
  return geojson_type;
}

/// Neither a feed nor a table has a form for errors, so there they are plain text; the other formats are JSON.
bool has_text_errors(Format format) {
  return format == Format::atom || format == Format::csv;
}

std::string_view type_of(Format format, int status) {
  if (status == 200 || format == Format::html) return type_of_answer(format);
  return has_text_errors(format) ? text_type : json_type;
}

/// The name under which a browser saves what it cannot show; "" : it shows the answer.
std::string_view file_name(Format format) {
  if (format == Format::csv) return "search.csv";
  return format == Format::geojson ? "search.geojson" : "";
}

HttpResponse respond(int status, Format format, std::string body) {
  HttpResponse response{status, {{"Content-Type", std::string(type_of(format, status))}}, std::move(body)};
  for (auto& header : safety_headers()) response.headers.push_back(std::move(header));
  response.headers.emplace_back("Cache-Control", "no-cache");
  const std::string_view name = file_name(format);
  if (status == 200 && !name.empty())
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
  return response;
}

/// For all formats but HTML, whose errors are pages.
HttpResponse error_answer(int status, Format format, std::string_view message) {
  return respond(status, format, has_text_errors(format) ? std::string(message) + "\n" : render_json_error(message));
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
  if (format == Format::html) return respond(status, format, plain_page(polish, english));
  return error_answer(status, format, english);
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
  if (request.format != Format::html) return error_answer(400, request.format, reason);
  return respond(400, Format::html, render_html_error(request, reason, config, theme_for(open, request)));
}

/// A server hands over nothing, or the search's own address; anything else is an address that does not exist.
bool is_own_path(std::string_view path, std::string_view action) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.empty() || path == action;
}

std::string render(const SearchRequest& request, const SearchResults& results, OpenSearch& open, double started_ms) {
  const SearchConfig& config = open.index().config();
  switch (request.format) {
    case Format::atom:
      return render_atom(request, results, config);
    case Format::csv:
      return render_csv(request, results, config);
    case Format::geojson:
      return render_geojson(request, results, config);
    case Format::json:
      return render_json(request, results, now_ms() - started_ms);
    case Format::suggest:
    case Format::html:
      break;
  }
  return render_html(request, results, config, theme_for(open, request));
}

HttpResponse results_page(const HttpRequest& http, OpenSearch& open, const SearchRequest& request, double started_ms,
                          std::string& log) {
  const IndexReader& index = open.index();
  if (request.format == Format::suggest)
    return respond(
        200, Format::suggest,
        render_suggestions(request.query, suggest(request.query, request.language, index, most_suggestions)));
  const SearchResults results = search(index, request);
  log_search(http, request, results, index.config(), std::time(nullptr), log);
  return respond(200, request.format, render(request, results, open, started_ms));
}

/// What a 304 says is that all else is as the reader has it, so it carries only what keeps that true (RFC 9110).
HttpResponse not_modified() {
  return {304, {{"Cache-Control", "no-cache"}}, ""};
}

HttpResponse answer_search(const HttpRequest& request, OpenSearch& open, double started_ms, std::string& log) {
  const IndexReader& index = open.index();
  if (!is_own_path(request.path_info, index.config().action))
    return plain_answer(404, asked_format(request.query_string), "Nie ma takiej strony", "There is no such page");
  const ParsedRequest parsed = parse_request(request.query_string, rules_of(index.config()));
  if (parsed.error) return refuse(open, parsed.request, *parsed.error);
  const std::string tag = entity_tag(open.release(), request.query_string);
  HttpResponse response = names_tag(request.if_none_match, tag)
                              ? not_modified()
                              : results_page(request, open, parsed.request, started_ms, log);
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
    response = answer_search(request, open, started_ms, log);
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
