// What a web server in front of a release does, in small: pretty addresses, 404.html, the search program as CGI.
#include "generator/serve/preview_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "generator/core/failure.h"
#include "generator/core/route.h"
#include "generator/output/content_type.h"
#include "generator/serve/browser_script.h"
#include "generator/serve/cgi_response.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr std::string_view plain_text = "text/plain; charset=utf-8";
constexpr int attempts_while_replaced = 3;

PreviewResponse text(int status, std::string_view type, std::string_view body) {
  PreviewResponse response;
  response.status = status;
  response.content_type = type;
  response.body = body;
  return response;
}

PreviewResponse redirect(const std::string& location) {
  PreviewResponse response = text(302, plain_text, location + "\n");
  response.headers.emplace_back("Location", location);
  return response;
}

std::string with_query(std::string location, std::string_view query) {
  if (!query.empty()) location.append("?").append(query);
  return location;
}

PreviewResponse file_response(int status, OpenFile file) {
  PreviewResponse response;
  response.status = status;
  response.content_type = content_type(file.path());
  response.file = std::move(file);
  return response;
}

std::string search_address(const PreviewStatus& status) {
  return status.search_path.empty() ? "" : percent_decode(status.base_path) + status.search_path.substr(1);
}

/// What follows the search program's own address: "", or "/…"; nothing when `path` is not below it.
std::optional<std::string_view> below(std::string_view path, std::string_view address) {
  if (address.empty() || !path.starts_with(address)) return std::nullopt;
  path.remove_prefix(address.size());
  if (!path.empty() && path.front() != '/') return std::nullopt;
  return path;
}

bool is_passed_on(std::string_view header) {
  constexpr std::array<std::string_view, 7> names = {
      "ACCEPT", "ACCEPT_LANGUAGE", "HOST", "USER_AGENT", "REFERER", "IF_NONE_MATCH", "IF_MODIFIED_SINCE"};
  return std::find(names.begin(), names.end(), header) != names.end();
}

std::string variable_name(std::string header) {
  std::transform(header.begin(), header.end(), header.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return header;
}

/// Results are pages too, made outside the build.
void add_page_script(PreviewResponse& response) {
  if (!response.content_type.starts_with("text/html") || response.body.find(page_script_tag) != std::string::npos)
    return;
  const auto end = response.body.rfind("</body>");
  if (end != std::string::npos) response.body.insert(end, page_script_tag);
}

PreviewResponse search_response(const CgiOutcome& outcome) {
  switch (outcome.end) {
    case CgiEnd::out_of_time:
      return text(504, plain_text, "the search program took too long and was ended\n");
    case CgiEnd::too_much_output:
      return text(502, plain_text, "the search program's answer was too long\n");
    case CgiEnd::stopped:
      return text(503, plain_text, "the preview is ending\n");
    case CgiEnd::killed_by_signal:
      return text(502, plain_text, fmt::format("the search program was ended by signal {}\n", outcome.status));
    case CgiEnd::exited:
      break;
  }
  auto answer = parse_cgi_response(outcome.output);
  if (!answer) {
    return text(502, plain_text,
                fmt::format("the search program gave no CGI answer (exit status {})\n", outcome.status));
  }
  PreviewResponse response;
  response.status = answer->status;
  response.content_type = answer->content_type;
  response.headers = std::move(answer->headers);
  response.body = std::move(answer->body);
  add_page_script(response);
  return response;
}

}  // namespace

PreviewResponse PreviewSite::respond(const PreviewRequest& request, const std::stop_token& stop) const {
  const std::string_view target = request.target;
  const auto mark = target.find('?');
  const std::string_view query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  const std::string path = percent_decode(target.substr(0, mark));
  const auto status = announcer_.now();

  if (!status->build.empty()) {
    const auto path_info = below(path, search_address(*status));
    if (path_info) return search(*status, request, *path_info, query, stop);
  }
  if (request.method != "GET" && request.method != "HEAD") {
    PreviewResponse response = text(405, plain_text, "only GET and HEAD are answered here\n");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  if (auto own = own_address(path)) return *own;
  if (path == "/favicon.ico") return text(204, plain_text, "");  // browsers ask for it beside pages that name no icon
  return page(*status, path, query);
}

std::optional<PreviewResponse> PreviewSite::own_address(std::string_view path) const {
  if (!path.starts_with(preview_prefix)) return std::nullopt;
  if (path == status_path) return text(200, "application/json", announcer_.now()->json);
  if (path == script_path) return text(200, content_type(path), page_script());
  if (path == style_path) return text(200, content_type(path), failure_style());
  if (path == worker_path) return text(200, content_type(path), worker_script());
  return text(404, plain_text, "the preview has no such address\n");
}

PreviewResponse PreviewSite::page(const PreviewStatus& status, std::string_view path, std::string_view query) const {
  if (status.build.empty()) {
    PreviewResponse response = text(503, "text/html; charset=utf-8", status.failure_page);
    response.headers.emplace_back("Retry-After", "1");
    return response;
  }
  const std::string base = percent_decode(status.base_path);
  const bool is_before_base = path == "/" || std::string(path) + "/" == base;
  if (base != "/" && is_before_base) return redirect(with_query(status.base_path, query));
  if (!path.starts_with(base)) return not_found();
  const auto route = Route::parse(path.substr(base.size() - 1));
  if (!route) return not_found();
  Lookup lookup = look_up(place_.release / "public", *route);
  if (lookup.found == Found::nothing) return not_found();
  if (lookup.found == Found::folder_without_slash) {
    return redirect(with_query(status.base_path + route->encoded().substr(1) + "/", query));
  }
  PreviewResponse response = file_response(200, std::move(*lookup.file));
  // `status` was read before the file was opened: a page may be newer than it says, and is then reloaded, never older.
  response.headers.emplace_back("Server-Timing", fmt::format("{};desc=\"{}\"", build_header_name, status.build));
  return response;
}

PreviewResponse PreviewSite::not_found() const {
  Lookup lookup = look_up(place_.release / "public", *Route::parse("/404.html"));
  if (lookup.found == Found::file) return file_response(404, std::move(*lookup.file));
  return text(404, plain_text, "there is no such page\n");
}

PreviewResponse PreviewSite::search(const PreviewStatus& status, const PreviewRequest& request,
                                    std::string_view path_info, std::string_view query,
                                    const std::stop_token& stop) const {
  const CgiCall call = search_call(status, request, path_info, query);
  for (int attempt = 1;; ++attempt) {
    const std::string build = announcer_.now()->build;
    std::string reason;
    PreviewResponse response;
    try {
      const CgiOutcome outcome = run_cgi(call, stop);
      std::cerr << outcome.errors << std::flush;
      response = search_response(outcome);
    } catch (const Failure& failure) {
      response = text(503, plain_text, std::string(failure.what()) + "\n");
    }
    // While its release is replaced, the program may find no index: ask the new one.
    const bool replaced = response.status >= 500 && announcer_.now()->build != build;
    if (!replaced || attempt == attempts_while_replaced) return response;
  }
}

CgiCall PreviewSite::search_call(const PreviewStatus& status, const PreviewRequest& request, std::string_view path_info,
                                 std::string_view query) const {
  CgiCall call;
  call.program = place_.release / "cgi-bin" / "search";
  call.time_limit = place_.search_time_limit;
  call.variables = {{"GATEWAY_INTERFACE", "CGI/1.1"},
                    {"SERVER_SOFTWARE", "kronika"},
                    {"SERVER_PROTOCOL", request.protocol},
                    {"SERVER_NAME", place_.host},
                    {"SERVER_PORT", std::to_string(place_.port)},
                    {"REQUEST_METHOD", request.method},
                    {"REQUEST_URI", request.target},
                    {"SCRIPT_NAME", search_address(status)},
                    {"PATH_INFO", std::string(path_info)},
                    {"QUERY_STRING", std::string(query)},
                    {"REMOTE_ADDR", request.remote_address},
                    {"PATH", "/usr/local/bin:/usr/bin:/bin"}};
  for (const auto& [header, value] : request.headers) {
    const std::string name = variable_name(header);
    if (is_passed_on(name)) call.variables.emplace_back("HTTP_" + name, value);
  }
  return call;
}

}  // namespace kronika
