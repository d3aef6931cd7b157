// All words at a distance of one edit are made: some hundreds for a usual word, each looked up in a microsecond or a
// few. Letters are folded before, so that missing diacritics are no errors.
#include "search/query/edits.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kronika {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view keyboard[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool are_neighbours(char a, char b) {
  for (const std::string_view row : keyboard) {
    const auto at = row.find(a);
    if (at == std::string_view::npos) continue;
    return (at > 0 && row[at - 1] == b) || (at + 1 < row.size() && row[at + 1] == b);
  }
  return false;
}

}  // namespace

double unlikeliness(Edit edit) {
  switch (edit) {
    case Edit::swap:
    case Edit::doubled:
      return 0;
    case Edit::left_out:
    case Edit::beside:
      return 1;
    case Edit::other:
      break;
  }
  return 4;
}

void visit_edits(const std::string& typed, std::size_t places,
                 const std::function<void(const std::string& meant, Edit edit)>& visit) {
  places = std::min(places, typed.size());
  for (std::size_t i = 0; i < places; ++i) {
    if (typed[i] == ' ') continue;
    std::string meant = typed;
    meant.erase(i, 1);
    visit(meant, i > 0 && typed[i] == typed[i - 1] ? Edit::doubled : Edit::other);
    meant = typed;
    if (i + 1 < typed.size() && typed[i] != typed[i + 1] && typed[i + 1] != ' ') {
      std::swap(meant[i], meant[i + 1]);
      visit(meant, Edit::swap);
      meant = typed;
    }
    for (const char letter : letters) {
      if (letter == typed[i]) continue;
      meant[i] = letter;
      visit(meant, are_neighbours(letter, typed[i]) ? Edit::beside : Edit::other);
    }
  }
  for (std::size_t i = 0; i <= places; ++i) {
    std::string meant = typed;
    meant.insert(i, 1, ' ');
    for (const char letter : letters) {
      meant[i] = letter;
      visit(meant, Edit::left_out);
    }
  }
}

bool is_plain(const std::string& folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

}  // namespace kronika
