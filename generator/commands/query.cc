// kronika query and kronika analyze: the search as its editors can look into it, without a browser.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "generator/commands/ask_search.h"
#include "generator/commands/commands.h"
#include "search/language/analyser.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

/// A snippet for the terminal: marks become bold (or *stars*), entities become letters.
std::string plain_snippet(std::string_view html, Colour colour) {
  const bool paint = colour == Colour::always;
  const std::pair<std::string_view, std::string_view> replacements[] = {{"<mark>", paint ? "\033[1m" : "*"},
                                                                        {"</mark>", paint ? "\033[0m" : "*"},
                                                                        {"&amp;", "&"},
                                                                        {"&lt;", "<"},
                                                                        {"&gt;", ">"},
                                                                        {"&quot;", "\""},
                                                                        {"&#39;", "'"}};
  std::string out;
  while (!html.empty()) {
    bool replaced = false;
    for (const auto& [from, to] : replacements) {
      if (!html.starts_with(from)) continue;
      out += to;
      html.remove_prefix(from.size());
      replaced = true;
      break;
    }
    if (replaced) continue;
    out += html.front();
    html.remove_prefix(1);
  }
  return out;
}

int run_query(CommonOptions& options, const std::string& words) {
  settle(options);
  const Colour colour = colour_of(STDOUT_FILENO);
  const nlohmann::json answer = ask_search(search_program_of(options.build.output), "q=" + percent_encode(words));
  const bool polish = options.build.language == MessageLanguage::polish;
  fmt::print(fmt::runtime(polish ? "Znaleziono: {}\n" : "Found: {}\n"), answer.at("total").get<long long>());
  for (const nlohmann::json& result : answer.at("results")) {
    fmt::print("\n{}\n  {}\n", result.at("title").get<std::string>(), result.at("url").get<std::string>());
    const auto snippet = result.value("snippet_html", std::string());
    if (!snippet.empty()) fmt::print("  {}\n", plain_snippet(snippet, colour));
  }
  return 0;
}

}  // namespace

void add_query_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("query", "Search the built site from the terminal");
  auto words = std::make_shared<std::string>();
  add_site_options(*command, options);
  add_output_option(*command, options);
  command->add_option("words", *words, "What to search for")->type_name("WORDS")->required();
  command->footer("Example: kronika query \"spółdzielnia socjalna\"");
  command->callback([&options, &action, words] { action = [&options, words] { return run_query(options, *words); }; });
}

void add_analyze_command(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("analyze", "Show the lemmas under which words are found");
  auto words = std::make_shared<std::string>();
  command->add_option("words", *words, "Words of a text or a query")->type_name("WORDS")->required();
  command->footer("Prints a line a word: the word, a tab, its lemmas.\nExample: kronika analyze \"psów i dzieci\"");
  command->callback([&action, words] {
    action = [words] {
      const PolishDictionary dictionary(find_installation().dictionary);
      for (const AnalysedWord& each : analyze(*words, *polish_analyser(dictionary))) {
        fmt::print("{}\t{}\n", each.word, fmt::join(each.lemmas, " "));
      }
      return 0;
    };
  });
}

}  // namespace kronika
