// Any bytes as the store of a site's pages.
#include <cstdint>
#include <cstring>
#include <vector>

#include "search/index/page_store.h"
#include "search/text/search_failure.h"
#include "tests/fuzz/fuzzing.h"

namespace kronika::fuzz {
namespace {

template <class Span>
void require_inside(const Span& part, std::string_view bytes) {
  if (part.empty()) return;
  const char* begin = reinterpret_cast<const char*>(part.data());
  const char* end = reinterpret_cast<const char*>(part.data() + part.size());
  require(begin >= bytes.data() && end <= bytes.data() + bytes.size(), "what is read lies in the file");
}

}  // namespace

void run(std::string_view input) {
  std::vector<std::uint64_t> aligned(input.size() / sizeof(std::uint64_t) + 1);
  std::memcpy(aligned.data(), input.data(), input.size());
  const std::string_view bytes(reinterpret_cast<const char*>(aligned.data()), input.size());
  try {
    const PageStore store = PageStore::over(bytes, "pages");
    require(store.size() <= input.size(), "a page takes a byte");
    for (std::uint32_t page = 0; page <= store.size() + 1; ++page) {
      require_inside(store.facets(page), bytes);
      require_inside(store.words(page), bytes);
      require_inside(store.states(page), bytes);
      require_inside(store.text(page), bytes);
      require(page != 0 || store.bonus(page) == 0, "there is no page before the first");
    }
  } catch (const SearchFailure&) {
    return;
  }
}

}  // namespace kronika::fuzz
