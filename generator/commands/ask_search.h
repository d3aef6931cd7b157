// The built site's search program, asked from the command line.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace kronika {

/// The program of a release.
std::filesystem::path search_program_of(const std::filesystem::path& release);

/// Its JSON answer to `query_string` ("q=…", without the format). Nothing of it gets into the query log. Throws Failure
/// when there is no program, or it does not answer with results.
nlohmann::json ask_search(const std::filesystem::path& program, const std::string& query_string);

}  // namespace kronika
