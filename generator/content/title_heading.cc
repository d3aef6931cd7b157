// Pages from elsewhere often have their title in the text alone, as its first heading.
#include <algorithm>

#include "generator/content/page_address.h"

namespace kronika {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// The marker of a code fence, "" for other lines.
std::string_view fence_of(std::string_view line) {
  const std::string_view text = trimmed(line);
  for (const char c : {'`', '~'}) {
    const auto end = std::min(text.find_first_not_of(c), text.size());
    if (end >= 3) return text.substr(0, end);
  }
  return {};
}

bool is_atx_heading(std::string_view line) {
  return line.starts_with("# ") || line.starts_with("#\t");
}

bool is_underline(std::string_view line) {
  const std::string_view text = trimmed(line);
  return !text.empty() && text.find_first_not_of('=') == std::string_view::npos;
}

/// The end of what opens at `at`, brackets within it counted; npos when it is not closed.
std::size_t end_of(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == open) ++depth;
    if (text[at] == close && --depth == 0) return at + 1;
  }
  return std::string_view::npos;
}

/// `[text](address)` and `[text][name]` → text; images (badges, mostly) and HTML tags → nothing.
std::string without_links(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool image = text.substr(at, 2) == "![";
    const std::size_t open = at + (image ? 1 : 0);
    const auto close = text[open] == '[' ? end_of(text, open, '[', ']') : std::string_view::npos;
    const char next = close < text.size() ? text[close] : ' ';
    const auto end = next == '('   ? end_of(text, close, '(', ')')
                     : next == '[' ? end_of(text, close, '[', ']')
                                   : std::string_view::npos;
    if (end != std::string_view::npos) {
      if (!image) out += without_links(text.substr(open + 1, close - open - 2));
      at = end;
      continue;
    }
    const bool tag =
        text[at] == '<' && at + 1 < text.size() && text[at + 1] != ' ' && text.find('>', at) != std::string_view::npos;
    if (tag) {
      at = text.find('>', at) + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

/// The words of a heading without Markdown's marks.
std::string plain_heading(std::string_view text) {
  text = trimmed(text);
  if (const auto id = text.rfind("{#"); id != std::string_view::npos && text.ends_with('}'))
    text = trimmed(text.substr(0, id));
  const auto last = text.find_last_not_of('#');
  if (last == std::string_view::npos) return "";
  if (last + 1 < text.size() && (text[last] == ' ' || text[last] == '\t')) text = trimmed(text.substr(0, last));
  std::string out;
  const std::string linkless(trimmed(without_links(text)));
  for (std::size_t at = 0; at < linkless.size(); ++at) {
    const char c = linkless[at];
    const bool doubled_underscore = c == '_' && linkless.compare(at, 2, "__") == 0;
    if (c == '\\' && at + 1 < linkless.size()) {
      out += linkless[++at];
    } else if (doubled_underscore) {
      ++at;
    } else if (c != '`' && c != '*' && !(c == ' ' && out.ends_with(' '))) {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string take_title_heading(std::string& body) {
  std::string_view fence;
  std::size_t previous = std::string::npos;  // start of the line before, when that is plain text
  for (std::size_t at = 0; at < body.size();) {
    const auto end = std::min(body.find('\n', at), body.size());
    const std::string_view line = std::string_view(body).substr(at, end - at);
    const std::string_view mark = fence_of(line);
    if (!fence.empty()) {
      if (mark.starts_with(fence) && trimmed(line) == mark) fence = {};
    } else if (!mark.empty()) {
      fence = mark;
      previous = std::string::npos;
    } else if (is_atx_heading(line)) {
      std::string title = plain_heading(line.substr(1));
      if (!title.empty()) {
        body.erase(at, end - at);
        return title;
      }
    } else if (previous != std::string::npos && is_underline(line)) {
      std::string title = plain_heading(std::string_view(body).substr(previous, at - 1 - previous));
      body.erase(at, end - at);
      body.erase(previous, at - 1 - previous);
      return title;
    } else {
      const bool starts_paragraph =
          !trimmed(line).empty() && line.find_first_of("->|*+#<") != 0 && previous == std::string::npos;
      previous = starts_paragraph ? at : std::string::npos;
    }
    at = end + 1;
  }
  return "";
}

}  // namespace kronika
