// A log may end in the middle of a line, when the disk was full or a machine stopped; the rest of it counts all the
// same.
#include "generator/search_report/read_log.h"

#include <array>
#include <limits>
#include <optional>
#include <string_view>

#include "generator/core/failure.h"

namespace kronika {
namespace {

constexpr std::size_t most_told = 10;

}  // namespace

DamagedLines read_query_log(std::istream& log, const std::string& name, QueryTally& tally) {
  DamagedLines damaged;
  std::array<char, longest_log_line + 1> buffer;
  for (std::size_t number = 1;; ++number) {
    log.getline(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    auto length = static_cast<std::size_t>(log.gcount());
    if (log.bad()) throw Failure{"cannot read the log " + name};
    if (log.eof() && length == 0) return damaged;
    const bool too_long = log.fail();  // no end of the line in the whole buffer
    if (too_long) {
      log.clear();
      log.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    } else if (!log.eof()) {
      --length;  // the newline is counted, and not stored
    }
    const auto query = too_long ? std::nullopt : parse_log_line({buffer.data(), length});
    if (query) {
      tally.add(*query);
    } else if (++damaged.count <= most_told) {
      damaged.first.push_back(number);
    }
  }
}

}  // namespace kronika
