// No HTML parser: what comes here was written by our own templates, so tags are well-formed and only need to be
// skipped.
#include "generator/markdown/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;

constexpr std::string_view inline_elements[] = {
    "a",   "abbr", "b", "bdi", "bdo",  "cite",  "code", "data",   "del", "dfn", "em",   "i", "img", "ins",
    "kbd", "mark", "q", "s",   "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"};
constexpr std::string_view unread_elements[] = {"script", "style", "template", "svg"};

// As this stage writes them itself.
constexpr std::string_view footnote_reference = "<sup class=\"footnote-ref\">";
constexpr std::string_view footnote_back_link = "<a class=\"footnote-back\"";

struct Tag {
  std::string name;  // lower case
  bool closes = false;
  std::size_t end = 0;  // after '>'
};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

/// The end of a tag that begins at `at`: quoted attribute values may hold '>'.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

std::size_t after(std::string_view html, std::string_view what, std::size_t from) {
  const auto at = html.find(what, from);
  return at == nowhere ? html.size() : at + what.size();
}

/// The tag at `at`; a comment or declaration is a tag without a name; a lone '<' is none.
std::optional<Tag> tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  if (html.substr(at).starts_with("<!--")) {
    tag.end = after(html, "-->", at + 4);
    return tag;
  }
  std::size_t name = at + 1;
  tag.closes = name < html.size() && html[name] == '/';
  if (tag.closes) ++name;
  if (name >= html.size() || !(is_name(html[name]) || html[name] == '!' || html[name] == '?')) return std::nullopt;
  for (; name < html.size() && is_name(html[name]); ++name) {
    tag.name += static_cast<char>(html[name] >= 'A' && html[name] <= 'Z' ? html[name] + 32 : html[name]);
  }
  tag.end = end_of_tag(html, name);
  return tag;
}

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

struct Reference {
  char32_t code_point;
  std::size_t length;
};

/// The character references that templates write: numbers and the few names that HTML needs.
std::optional<Reference> reference_at(std::string_view html, std::size_t at) {
  std::string_view name = html.substr(at + 1, 10);
  const auto length = name.find(';');
  if (length == nowhere) return std::nullopt;
  name = name.substr(0, length);
  constexpr std::pair<std::string_view, char32_t> names[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"shy", 0xAD}};
  for (const auto& [known, code_point] : names) {
    if (name == known) return Reference{code_point, length + 2};
  }
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), value, is_hex ? 16 : 10);
  if (error != std::errc() || stop != name.data() + name.size()) return std::nullopt;
  return Reference{static_cast<char32_t>(value), length + 2};
}

/// Text with single spaces and line ends that never stand at the ends or beside one another.
class Collapsed {
 public:
  void add(char32_t c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F) {
      if (pending_ == 0) pending_ = ' ';
    } else if (c != 0xAD) {
      if (pending_ != 0 && !out_.empty()) out_ += pending_;
      pending_ = 0;
      append_utf8(out_, c);
    }
  }
  void end_line() { pending_ = '\n'; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  char pending_ = 0;
};

}  // namespace

std::string text_of_html(std::string_view html) {
  Collapsed out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      if (const auto tag = tag_at(html, at)) {
        const std::string_view written = html.substr(at, tag->end - at);
        at = tag->end;
        if (written == footnote_reference) at = after(html, "</sup>", at);
        if (written.starts_with(footnote_back_link)) at = after(html, "</a>", at);
        if (!tag->closes && contains(unread_elements, tag->name)) at = after(html, "</" + tag->name + ">", at);
        if (!tag->name.empty() && !contains(inline_elements, tag->name)) out.end_line();
        continue;
      }
    }
    if (html[at] == '&') {
      if (const auto reference = reference_at(html, at)) {
        out.add(reference->code_point);
        at += reference->length;
        continue;
      }
    }
    const Decoded c = decode_utf8(html, at);
    out.add(c.code_point);
    at += c.length;
  }
  return out.take();
}

std::vector<std::string> ids_of_html(std::string_view html) {
  std::vector<std::string> ids;
  for (auto at = html.find('<'); at != nowhere; at = html.find('<', at)) {
    const auto tag = tag_at(html, at);
    if (!tag) {
      ++at;
      continue;
    }
    const std::string_view inside = html.substr(at, tag->end - at);
    at = tag->end;
    for (const std::string_view opening : {" id=\"", "\nid=\"", " id='", "\nid='"}) {
      const auto begin = inside.find(opening);
      if (tag->closes || tag->name.empty() || begin == nowhere) continue;
      const auto value = inside.substr(begin + opening.size());
      ids.emplace_back(value.substr(0, value.find(opening.back())));
      break;
    }
  }
  return ids;
}

std::string without_links(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html.substr(at).starts_with(footnote_reference)) {
      at = after(html, "</sup>", at);
      continue;
    }
    const auto tag = html[at] == '<' ? tag_at(html, at) : std::nullopt;
    if (tag && tag->name == "a") {
      at = tag->end;
    } else {
      out += html[at++];
    }
  }
  return out;
}

}  // namespace kronika
