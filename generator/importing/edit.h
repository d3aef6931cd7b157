// Edits of front matter that leave every other byte as its author wrote it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

struct KeyEdit {
  enum class Kind { scalar, list, removal };
  std::string key;
  Kind kind = Kind::scalar;
  std::vector<std::string> values = {};  // TOML: one of a scalar, the items of a list
};

struct EditedText {
  std::string bytes;
  std::string key, refusal;  // which key must be edited by hand, and why (made by both()); "" : none
};

/// Changes TOML front matter: a value is replaced where it stands; a new key follows the last one present that is
/// before it in `order`, ahead of every [table]; a removed key takes its line along, but leaves a comment on it. A
/// multi-line list stays one. What cannot be edited so (YAML, a list with comments in it, a key written as a [table])
/// is refused, and nothing is changed.
EditedText edit_front_matter(std::string_view bytes, std::span<const KeyEdit> edits,
                             std::span<const std::string> order);

/// The front matter of a new page, keys in the order of `edits`.
std::string new_front_matter(std::span<const KeyEdit> edits);

}  // namespace kronika
