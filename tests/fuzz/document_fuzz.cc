// Any bytes as a stored document.
#include "search/index/document.h"
#include "search/text/search_failure.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {

void run(std::string_view input) {
  try {
    const StoredDocument document = decode_document(input);
    require(decode_document(encode(document)) == document, "what was read can be written");
  } catch (const SearchFailure&) {
    return;
  }
}

}  // namespace kronika::fuzz
