// What authors did wrong, collected so that they see all mistakes of a stage at once.
#pragma once

#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/place.h"

namespace kronika {

enum class Code {
#define KRONIKA_CODE(name, code, severity, english, polish) name,
#include "generator/core/codes.def"
#undef KRONIKA_CODE
};

enum class Severity { warning, error };

/// What the program runs for. What depends on the day is a warning where an urgent page may wait to be published, and
/// an error where the site is said to be fit for the public.
enum class Occasion { build, production };

/// The row of codes.def. All pointers live for ever.
struct CodeInfo {
  Code code;
  std::string_view name;  // "E0203"
  Severity severity;
  bool depends_on_day;  // a warning, and an error in Occasion::production
  std::string_view english;
  std::string_view polish;
};

const CodeInfo& info(Code code);
/// All codes in the order of codes.def.
const std::vector<CodeInfo>& all_codes();

/// An argument whose wording depends on the language of the message.
std::string both(std::string_view english, std::string_view polish);
/// An argument: "between 1 and 99", "at least 1", "at most 99". One of the two must be given.
std::string bounds(std::optional<double> least, std::optional<double> most);

struct Diagnostic {
  Code code;
  Place place;
  std::vector<std::string> arguments;
  std::string suggestion = {};  // what was perhaps meant; may be empty
  std::string context = {};     // words for the place, where line and column say little; made by both(); may be empty
  bool raised = false;          // a warning that is an error on this occasion

  Severity severity() const { return raised ? Severity::error : info(code).severity; }
};

/// Thrown by Diagnostics::checkpoint. The diagnostics themselves stay in the collector. Exit status 1.
struct ContentErrors : std::exception {
  const char* what() const noexcept override { return "the content has errors"; }
};

/// Thread-safe: the parallel passes report into one object.
class Diagnostics {
 public:
  explicit Diagnostics(Occasion occasion = Occasion::build) : occasion_(occasion) {}

  Occasion occasion() const { return occasion_; }

  void report(Code code, Place place, std::vector<std::string> arguments = {}, std::string suggestion = {});
  void report(Diagnostic);

  std::size_t errors() const;
  std::size_t warnings() const;

  /// Throws ContentErrors when an error was reported.
  void checkpoint() const;

  /// By file, line, column, code; equal ones once. The order does not depend on threads.
  std::vector<Diagnostic> sorted() const;

 private:
  const Occasion occasion_;
  mutable std::mutex mutex_;
  std::vector<Diagnostic> all_;
};

}  // namespace kronika
