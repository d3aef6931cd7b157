// Optimal string alignment distance: what a misspelt key, slug or file name most likely was.
#include "generator/core/nearest.h"

#include <algorithm>
#include <vector>

#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_compared = 200;

std::u32string code_points(std::string_view text) {
  const std::string folded = fold(clip_utf8(text, longest_compared));
  std::u32string out;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded decoded = decode_utf8(folded, at);
    out += decoded.code_point;
    at += decoded.length;
  }
  return out;
}

int distance(const std::u32string& a, const std::u32string& b) {
  std::vector<int> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  return distance(code_points(a), code_points(b));
}

int usual_edits(std::string_view word) {
  return std::max(1, static_cast<int>(code_points(word).size()) / 3);
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  return nearest(word, candidates, usual_edits(word));
}

std::string nearest(std::string_view word, std::span<const std::string> candidates, int most_edits) {
  const std::u32string wanted = code_points(word);
  const std::string* best = nullptr;
  int best_distance = most_edits + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string points = code_points(candidate);
    const auto gap =
        static_cast<int>(points.size() > wanted.size() ? points.size() - wanted.size() : wanted.size() - points.size());
    if (gap > most_edits) continue;
    const int d = distance(wanted, points);
    if (d < best_distance) {
      best_distance = d;
      best = &candidate;
    }
  }
  return best ? *best : "";
}

}  // namespace kronika
