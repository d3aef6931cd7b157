// Any bytes as a stored document, and as the numbers of its facets.
#include "search/index/document.h"
#include "search/text/search_failure.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {

void run(std::string_view input) {
  std::vector<unsigned> numbers;
  visit_numbers(input, [&](unsigned number) { numbers.push_back(number); });
  require(numbers.size() <= input.size(), "a number takes a byte");
  try {
    const StoredDocument document = decode_document(input);
    require(decode_document(encode(document)) == document, "what was read can be written");
  } catch (const SearchFailure&) {
    return;
  }
}

}  // namespace kronika::fuzz
