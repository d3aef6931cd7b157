// The variables are those of CGI but GATEWAY_INTERFACE, which only web servers set: by that the program knows that no
// reader asks.
#include "generator/commands/ask_search.h"

#include <fmt/format.h>

#include "generator/core/failure.h"
#include "generator/serve/cgi.h"
#include "generator/serve/cgi_response.h"

namespace kronika {
namespace fs = std::filesystem;

fs::path search_program_of(const fs::path& release) {
  return release / "cgi-bin" / "search";
}

nlohmann::json ask_search(const fs::path& program, const std::string& query_string) {
  if (!fs::exists(program))
    throw Failure{"there is no search program in " + program.string() + "; run 'kronika build' first"};
  CgiCall call;
  call.program = fs::absolute(program);
  call.variables = {{"REQUEST_METHOD", "GET"}, {"QUERY_STRING", query_string + "&format=json"}, {"PATH_INFO", ""}};
  const CgiOutcome outcome = run_cgi(call);
  const auto response = parse_cgi_response(outcome.output);
  if (outcome.end != CgiEnd::exited || !response) throw Failure{"the search program failed: " + outcome.errors};
  if (response->status != 200) {
    throw Failure{fmt::format("the search answered with status {}: {}", response->status, outcome.errors)};
  }
  return nlohmann::json::parse(response->body);
}

}  // namespace kronika
