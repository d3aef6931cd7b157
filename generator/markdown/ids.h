// Ids that are unique in a page.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kronika {

class IdRegistry {
 public:
  explicit IdRegistry(const std::vector<std::string>& reserved);

  /// slugify(text), or "section" when nothing is left of it; with -1, -2 … when taken.
  std::string claim_slug(std::string_view text);
  /// False when the id is taken already.
  bool claim(std::string_view id);
  /// Claimed ids, without the reserved ones, sorted.
  std::vector<std::string> sorted() const;

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_set<std::string> claimed_;
  std::unordered_map<std::string, int> next_;  // the suffix to try next, so that 50,000 equal headings stay linear
};

/// The anchor that git hosts give a heading: lower case, punctuation dropped, each space a hyphen; folded, like ours.
/// "" for a text without punctuation, for which it surely is the same.
std::string git_host_anchor(std::string_view heading_text);

/// Ids of footnotes and of the links to them: fn-2, fnref-2, fnref-2-3. `scope` tells the texts of one page apart.
std::string footnote_id(std::string_view scope, int number);
std::string footnote_reference_id(std::string_view scope, int number, int occurrence);

}  // namespace kronika
