// One collector for all passes: mistakes of a stage are shown together, in the order of the files.
#include "generator/core/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace kronika {
namespace {

/// The severities as codes.def spells them: and does it depend on the day?
namespace written {
constexpr std::pair<Severity, bool> error{Severity::error, false};
constexpr std::pair<Severity, bool> warning{Severity::warning, false};
constexpr std::pair<Severity, bool> today{Severity::warning, true};
}  // namespace written

}  // namespace

const std::vector<CodeInfo>& all_codes() {
  static const std::vector<CodeInfo> codes = {
#define KRONIKA_CODE(name, code, severity, english, polish) \
  {Code::name, code, written::severity.first, written::severity.second, english, polish},
#include "generator/core/codes.def"
#undef KRONIKA_CODE
  };
  return codes;
}

const CodeInfo& info(Code code) {
  return all_codes()[static_cast<std::size_t>(code)];
}

std::string both(std::string_view english, std::string_view polish) {
  return std::string(english) + '\x1f' + std::string(polish);
}

std::string bounds(std::optional<double> least, std::optional<double> most) {
  if (!most) return both(fmt::format("at least {}", *least), fmt::format("co najmniej {}", *least));
  if (!least) return both(fmt::format("at most {}", *most), fmt::format("najwyżej {}", *most));
  return both(fmt::format("between {} and {}", *least, *most), fmt::format("od {} do {}", *least, *most));
}

void Diagnostics::report(Code code, Place place, std::vector<std::string> arguments, std::string suggestion) {
  report({code, std::move(place), std::move(arguments), std::move(suggestion)});
}

void Diagnostics::report(Diagnostic diagnostic) {
  diagnostic.raised = info(diagnostic.code).depends_on_day && occasion_ == Occasion::production;
  const std::scoped_lock lock(mutex_);
  all_.push_back(std::move(diagnostic));
}

namespace {

auto order(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.span.line, d.place.span.column, d.code, d.arguments);
}

std::size_t count(const std::vector<Diagnostic>& all, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Diagnostic& d) { return d.severity() == severity; }));
}

}  // namespace

std::size_t Diagnostics::errors() const {
  const std::scoped_lock lock(mutex_);
  return count(all_, Severity::error);
}

std::size_t Diagnostics::warnings() const {
  const std::scoped_lock lock(mutex_);
  return count(all_, Severity::warning);
}

void Diagnostics::checkpoint() const {
  if (errors() > 0) throw ContentErrors{};
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const std::scoped_lock lock(mutex_);
  auto result = all_;
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return order(a) < order(b); });
  result.erase(
      std::unique(result.begin(), result.end(), [](const auto& a, const auto& b) { return order(a) == order(b); }),
      result.end());
  return result;
}

}  // namespace kronika
