// ICU's collation puts ą after a and before b; its sort keys make comparing cheap.
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "generator/content/content.h"
#include "generator/core/failure.h"

namespace kronika {

struct Collation::Impl {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation(const std::string& language) : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(icu::Locale(language.c_str()), status));
  if (U_FAILURE(status) || !impl_->collator)
    throw Failure("ICU has no collation data: " + std::string(u_errorName(status)));
}

Collation::~Collation() = default;

std::string Collation::key(std::string_view text) const {
  const auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes(text.size() * 3 + 16, '\0');
  const auto write = [&] {
    return impl_->collator->getSortKey(unicode, reinterpret_cast<std::uint8_t*>(bytes.data()),
                                       static_cast<int32_t>(bytes.size()));
  };
  const auto needed = static_cast<std::size_t>(write());
  if (needed > bytes.size()) {
    bytes.resize(needed);
    write();
  }
  bytes.resize(needed > 0 ? needed - 1 : 0);  // without the final zero
  return bytes;
}

}  // namespace kronika
