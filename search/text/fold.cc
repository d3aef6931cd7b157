// Small tables instead of ICU: the search program must start in a millisecond.
#include "search/text/fold.h"

#include <algorithm>
#include <iterator>

#include "search/text/utf8.h"

namespace kronika {
namespace {

struct FoldRow {
  char32_t code_point, lower, upper;
  std::string_view folded;
};
constexpr FoldRow fold_rows[] = {
#include "search/text/fold_table.inc"
};

static_assert(std::is_sorted(std::begin(fold_rows), std::end(fold_rows),
                             [](const FoldRow& a, const FoldRow& b) { return a.code_point < b.code_point; }));

struct ComposeRow {
  char32_t first, mark, composed;
};
constexpr ComposeRow compose_rows[] = {
#include "search/text/compose_table.inc"
};

const FoldRow* find_row(char32_t c) {
  const auto* row = std::lower_bound(std::begin(fold_rows), std::end(fold_rows), c,
                                     [](const FoldRow& r, char32_t value) { return r.code_point < value; });
  return row != std::end(fold_rows) && row->code_point == c ? row : nullptr;
}

constexpr char32_t soft_hyphen = 0xAD;
bool is_combining(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

char32_t compose_pair(char32_t first, char32_t mark) {
  const auto* row = std::lower_bound(std::begin(compose_rows), std::end(compose_rows), std::pair{first, mark},
                                     [](const ComposeRow& r, const std::pair<char32_t, char32_t>& value) {
                                       return std::pair{r.first, r.mark} < value;
                                     });
  return row != std::end(compose_rows) && row->first == first && row->mark == mark ? row->composed : 0;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  } else if (const FoldRow* row = find_row(c)) {
    out += row->folded;
  } else if (!is_combining(c) && c != soft_hyphen) {
    append_utf8(out, c);
  }
}

}  // namespace

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const FoldRow* row = find_row(c);
  return row ? row->lower : c;
}

char32_t upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  const FoldRow* row = find_row(c);
  return row ? row->upper : c;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    append_utf8(out, lower(decoded.code_point));
    at += decoded.length;
  }
  return out;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c < 0x250) return c != 0xD7 && c != 0xF7;
  if (c < 0x2B0) return true;  // IPA
  if (is_combining(c)) return true;
  if (c < 0x370) return false;
  if (c < 0x2000) return c != 0x37E && c != 0x387 && c != 0x55A;  // Greek … Latin Extended Additional
  return (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB50) ||
         (c >= 0x20000 && c < 0x30000);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    append_folded(out, decoded.code_point);
    at += decoded.length;
  }
  return out;
}

std::string compose(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t last = 0;
  std::size_t last_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    at += decoded.length;
    if (decoded.code_point == soft_hyphen) continue;
    const char32_t composed = is_combining(decoded.code_point) && last ? compose_pair(last, decoded.code_point) : 0;
    if (composed) {
      out.resize(last_at);
      last = composed;
    } else {
      last_at = out.size();
      last = decoded.code_point;
    }
    append_utf8(out, last);
  }
  return out;
}

std::string slugify(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    at += decoded.length;
    if (decoded.code_point == soft_hyphen) continue;
    if (!is_word(decoded.code_point)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += '-';
    gap = false;
    append_folded(out, decoded.code_point);
  }
  return out;
}

}  // namespace kronika
