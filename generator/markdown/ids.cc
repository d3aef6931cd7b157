// An id that stands twice breaks links and assistive technology, so every id of a page is claimed here first.
#include "generator/markdown/ids.h"

#include <algorithm>

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

/// Footnotes come after the headings, so their ids are kept free: fn-…, fnref-… with digits, 'c' and hyphens only.
bool is_footnote_id(std::string_view id) {
  const std::string_view rest = id.starts_with("fn-")      ? id.substr(3)
                                : id.starts_with("fnref-") ? id.substr(6)
                                                           : std::string_view();
  return !rest.empty() && rest.find_first_not_of("c0123456789-") == std::string_view::npos;
}

}  // namespace

IdRegistry::IdRegistry(const std::vector<std::string>& reserved) : taken_(reserved.begin(), reserved.end()) {}

std::string IdRegistry::claim_slug(std::string_view text) {
  std::string base = slugify(text);
  if (base.empty()) base = "section";
  if (is_footnote_id(base)) base.insert(0, "section-");
  if (claim(base)) return base;
  for (int& suffix = next_.try_emplace(base, 1).first->second;; ++suffix) {
    std::string id = base + "-" + std::to_string(suffix);
    if (claim(id)) return id;
  }
}

bool IdRegistry::claim(std::string_view id) {
  if (!taken_.emplace(id).second) return false;
  claimed_.emplace(id);
  return true;
}

std::vector<std::string> IdRegistry::sorted() const {
  std::vector<std::string> out(claimed_.begin(), claimed_.end());
  std::sort(out.begin(), out.end());
  return out;
}

std::string git_host_anchor(std::string_view heading_text) {
  if (heading_text.find_first_of("!\"#$%&'()*+,./:;<=>?@[\\]^`{|}~\xE2") == std::string_view::npos) return {};
  std::string kept;
  for (std::size_t at = 0; at < heading_text.size();) {
    const Decoded c = decode_utf8(heading_text, at);
    if (is_word(c.code_point) || c.code_point == '-' || c.code_point == '_') {
      kept += heading_text.substr(at, c.length);
    } else if (c.code_point == ' ') {
      kept += '-';
    }
    at += c.length;
  }
  return slugify(kept);
}

std::string footnote_id(std::string_view scope, int number) {
  return "fn-" + std::string(scope) + std::to_string(number);
}

std::string footnote_reference_id(std::string_view scope, int number, int occurrence) {
  std::string id = "fnref-" + std::string(scope) + std::to_string(number);
  if (occurrence > 1) id += "-" + std::to_string(occurrence);
  return id;
}

}  // namespace kronika
