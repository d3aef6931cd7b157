// Positions are of the bytes as they lie on the disk, not of the text that the passes read: that one has other line
// ends and composed letters.
#include "generator/importing/edit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "generator/core/raw.h"
#include "generator/importing/toml_extent.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view mark = "+++";

std::string_view without_line_end(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r\n");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

struct Refused {
  std::string key, reason;
};

struct Splice {
  std::size_t from = 0, to = 0;
  std::size_t rank = 0;  // of insertions at one place
  std::string text;
};

/// Where a key of the topmost level stands: `key = value`, on a line of its own.
struct KeyPlace {
  std::size_t key = 0, value = 0, value_end = 0;
};

class Editor {
 public:
  Editor(std::string_view bytes, std::span<const std::string> order) : bytes_(bytes), order_(order) {
    find_inside();
    find_keys();
  }

  std::string run(std::span<const KeyEdit> edits) {
    for (const KeyEdit& edit : edits) {
      const auto found = places_.find(edit.key);
      if (found != places_.end()) {
        edit.kind == KeyEdit::Kind::removal ? remove(found->second) : replace(edit, found->second);
      } else if (compound_.contains(edit.key)) {
        throw Refused{edit.key, both("its value is written in a [table] of its own or with a dot",
                                     "jego wartość jest zapisana w osobnej sekcji [...] albo z kropką")};
      } else if (edit.kind != KeyEdit::Kind::removal) {
        insert(edit);
      }
    }
    return spliced();
  }

 private:
  void find_inside() {
    std::size_t at = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const auto first_end = bytes_.find('\n', at);
    const bool toml =
        first_end != std::string_view::npos && without_line_end(bytes_.substr(at, first_end - at)) == mark;
    if (!toml) {
      throw Refused{"", both("its front matter is not TOML (between +++ lines)",
                             "jego metadane nie są zapisane w TOML (między wierszami +++)")};
    }
    line_end_ = first_end > 0 && bytes_[first_end - 1] == '\r' ? "\r\n" : "\n";
    begin_ = first_end + 1;
    bool closed = false;
    for (at = begin_; at < bytes_.size() && !closed;) {
      const auto end = std::min(bytes_.find('\n', at), bytes_.size());
      closed = without_line_end(bytes_.substr(at, end - at)) == mark;
      if (!closed) at = end + 1;
    }
    if (!closed) {
      throw Refused{
          "", both("its front matter is not closed by a line +++", "jego metadane nie są zamknięte wierszem +++")};
    }
    inside_ = bytes_.substr(begin_, at - begin_);
  }

  void find_keys() {
    Diagnostics told;
    const auto table = parse_toml(inside_, "", 1, told);
    if (!table) throw Refused{"", both("its front matter has a mistake", "w jego metadanych jest błąd")};
    std::vector<std::size_t> lines = {0};
    for (std::size_t at = 0; at < inside_.size(); ++at)
      if (inside_[at] == '\n') lines.push_back(at + 1);
    for (const RawEntry& entry : table->entries) {
      std::size_t at = lines.at(static_cast<std::size_t>(entry.key_span.line) - 1);
      for (int column = 1; column < entry.key_span.column && at < inside_.size(); ++column)
        at += decode_utf8(inside_, at).length;
      if (const auto place = place_of(entry.key, at)) {
        places_[entry.key] = *place;
      } else {
        compound_[entry.key] = true;
      }
    }
  }

  /// Nothing when it is no plain `key = value`.
  std::optional<KeyPlace> place_of(const std::string& key, std::size_t at) const {
    KeyPlace place{at};
    const std::string_view rest = inside_.substr(at);
    if (rest.starts_with(key)) {
      at += key.size();
    } else if (rest.starts_with('"' + key + '"') || rest.starts_with('\'' + key + '\'')) {
      at += key.size() + 2;
    } else {
      return std::nullopt;
    }
    at = inside_.find_first_not_of(" \t", at);
    if (at == std::string_view::npos || inside_[at] != '=') return std::nullopt;
    place.value = inside_.find_first_not_of(" \t", at + 1);
    place.value_end = end_of_toml_value(inside_, place.value);
    return place;
  }

  void replace(const KeyEdit& edit, const KeyPlace& place) {
    const std::string_view old = inside_.substr(place.value, place.value_end - place.value);
    std::string text;
    if (edit.kind == KeyEdit::Kind::list) {
      if (has_toml_comment(inside_, place.value, place.value_end))
        throw Refused{edit.key, both("comments stand in its list", "w jego liście są komentarze")};
      text = old.find('\n') == std::string_view::npos ? one_line(edit.values) : many_lines(edit.values, old);
    } else {
      text = with_quotes_of(old, with_own_line_ends(edit.values.front()));
    }
    splices_.push_back({place.value, place.value_end, 0, std::move(text)});
  }

  static std::string one_line(const std::vector<std::string>& items) {
    std::string out = "[";
    for (const std::string& item : items) out += (out.size() == 1 ? "" : ", ") + item;
    return out + "]";
  }

  /// An item a line, indented as the first one was, with a comma after the last where there was one.
  std::string many_lines(const std::vector<std::string>& items, std::string_view old) const {
    const auto first = old.find_first_not_of(" \t\r\n", 1);
    const auto line = old.rfind('\n', first);
    const std::string indent(
        line == std::string_view::npos || old[first] == ']' ? "  " : old.substr(line + 1, first - line - 1));
    const auto last = old.find_last_not_of(" \t\r\n", old.size() - 2);
    const bool comma = old[last] == ',';
    const auto closing_line = old.rfind('\n');
    const std::string_view closing = old.substr(closing_line + 1, old.size() - closing_line - 2);
    std::string out = "[" + line_end_;
    for (std::size_t i = 0; i < items.size(); ++i)
      out += indent + items[i] + (comma || i + 1 < items.size() ? "," : "") + line_end_;
    if (closing.find_first_not_of(" \t") == std::string_view::npos) out += closing;
    return out + "]";
  }

  std::string with_own_line_ends(std::string text) const {
    if (line_end_ == "\n") return text;
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, "\r");
    return text;
  }

  /// 'text' stays between ' where nothing in it needs more.
  static std::string with_quotes_of(std::string_view old, std::string text) {
    const bool literal = old.starts_with('\'') && !old.starts_with("'''");
    const bool plain = text.size() >= 2 && text.starts_with('"') && !text.starts_with("\"\"\"") &&
                       text.find_first_of("\\'") == std::string::npos;
    if (literal && plain) text.front() = text.back() = '\'';
    return text;
  }

  void remove(const KeyPlace& place) {
    std::size_t to = place.value_end;
    while (to < inside_.size() && (inside_[to] == ' ' || inside_[to] == '\t')) ++to;
    const bool rest_of_line = to < inside_.size() && inside_[to] == '#';
    if (!rest_of_line) to = std::min(inside_.find('\n', to), inside_.size() - 1) + 1;
    splices_.push_back({place.key, to, 0, ""});
  }

  std::size_t rank_of(const std::string& key) const {
    return static_cast<std::size_t>(std::find(order_.begin(), order_.end(), key) - order_.begin());
  }

  void insert(const KeyEdit& edit) {
    const std::size_t rank = rank_of(edit.key);
    std::size_t at = 0;
    for (std::size_t before = rank; before-- > 0;) {
      const auto found = places_.find(order_[before]);
      if (found == places_.end()) continue;
      at = std::min(inside_.find('\n', found->second.value_end), inside_.size() - 1) + 1;
      break;
    }
    const std::string value = edit.kind == KeyEdit::Kind::list ? one_line(edit.values) : edit.values.front();
    splices_.push_back({at, at, rank, edit.key + " = " + with_own_line_ends(value) + line_end_});
  }

  std::string spliced() {
    std::sort(splices_.begin(), splices_.end(), [](const Splice& a, const Splice& b) {
      return std::tuple{a.from, a.to != a.from, a.rank} < std::tuple{b.from, b.to != b.from, b.rank};
    });
    std::string out(bytes_.substr(0, begin_));
    std::size_t at = 0;
    for (const Splice& splice : splices_) {
      out.append(inside_.substr(at, splice.from - at)).append(splice.text);
      at = splice.to;
    }
    return out.append(inside_.substr(at)).append(bytes_.substr(begin_ + inside_.size()));
  }

  std::string_view bytes_, inside_;
  std::span<const std::string> order_;
  std::size_t begin_ = 0;
  std::string line_end_;
  std::map<std::string, KeyPlace> places_;
  std::map<std::string, bool> compound_;
  std::vector<Splice> splices_;
};

}  // namespace

EditedText edit_front_matter(std::string_view bytes, std::span<const KeyEdit> edits,
                             std::span<const std::string> order) {
  try {
    return {Editor(bytes, order).run(edits), "", ""};
  } catch (const Refused& refused) {
    return {"", refused.key, refused.reason};
  }
}

std::string new_front_matter(std::span<const KeyEdit> edits) {
  std::string out = std::string(mark) + "\n";
  for (const KeyEdit& edit : edits) {
    std::string value = edit.kind == KeyEdit::Kind::list ? "[" : edit.values.front();
    if (edit.kind == KeyEdit::Kind::list) {
      for (std::size_t i = 0; i < edit.values.size(); ++i) value += (i == 0 ? "" : ", ") + edit.values[i];
      value += "]";
    }
    out += edit.key + " = " + value + "\n";
  }
  return out + std::string(mark) + "\n";
}

}  // namespace kronika
