// Reads what our templates and Markdown write, and what editors paste where a site lets HTML through.
#include "generator/core/html_tags.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::size_t longest_reference = 12;

constexpr std::pair<std::string_view, char32_t> references[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},
    {"shy", 0xAD},      {"sect", 0xA7},    {"copy", 0xA9},    {"reg", 0xAE},     {"deg", 0xB0},     {"plusmn", 0xB1},
    {"sup2", 0xB2},     {"sup3", 0xB3},    {"middot", 0xB7},  {"laquo", 0xAB},   {"raquo", 0xBB},   {"frac12", 0xBD},
    {"oacute", 0xF3},   {"Oacute", 0xD3},  {"times", 0xD7},   {"divide", 0xF7},  {"ensp", 0x2002},  {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"zwnj", 0x200C},  {"zwj", 0x200D},   {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"sbquo", 0x201A}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"bull", 0x2022},
    {"hellip", 0x2026}, {"euro", 0x20AC},  {"trade", 0x2122}, {"larr", 0x2190},  {"rarr", 0x2192},  {"minus", 0x2212},
    {"le", 0x2264},     {"ge", 0x2265},    {"ne", 0x2260}};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What "amp" or "#x26" stands for.
std::optional<char32_t> referred(std::string_view name) {
  for (const auto& [known, code_point] : references) {
    if (name == known) return code_point;
  }
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), value, is_hex ? 16 : 10);
  if (error != std::errc() || stop != name.data() + name.size()) return std::nullopt;
  return static_cast<char32_t>(value);
}

class TagReader {
 public:
  TagReader(std::string_view html, std::size_t at) : html_(html), at_(at) {}

  HtmlTag read() {
    HtmlTag tag;
    ++at_;
    if (now() == '/') {
      tag.closes = true;
      ++at_;
    }
    tag.name = word();
    while (at_ < html_.size() && now() != '>') {
      if (now() == '/' || is_space(now())) {
        tag.is_empty = now() == '/';
        ++at_;
      } else {
        tag.is_empty = false;
        tag.attributes.push_back(attribute());
      }
    }
    tag.end = std::min(at_ + 1, html_.size());
    return tag;
  }

 private:
  char now() const { return at_ < html_.size() ? html_[at_] : '\0'; }

  void skip_spaces() {
    while (is_space(now())) ++at_;
  }

  std::string word() {
    const std::size_t from = at_;
    while (at_ < html_.size() && !is_space(now()) && now() != '/' && now() != '>' && now() != '=') ++at_;
    if (at_ == from && at_ < html_.size()) ++at_;  // a '=' where a name should be
    return std::string(html_.substr(from, at_ - from));
  }

  HtmlAttribute attribute() {
    HtmlAttribute out{word(), ""};
    const std::size_t after_name = at_;
    skip_spaces();
    if (now() != '=') {
      at_ = after_name;
      return out;
    }
    ++at_;
    skip_spaces();
    const char quote = now();
    std::size_t from = at_, to = at_;
    if (quote == '"' || quote == '\'') {
      from = at_ + 1;
      to = std::min(html_.find(quote, from), html_.size());
      at_ = std::min(to + 1, html_.size());
    } else {
      while (to < html_.size() && !is_space(html_[to]) && html_[to] != '>') ++to;
      at_ = to;
    }
    out.value = decode_html(html_.substr(std::min(from, html_.size()), to - std::min(from, to)));
    return out;
  }

  std::string_view html_;
  std::size_t at_;
};

}  // namespace

const HtmlAttribute* HtmlTag::find(std::string_view attribute) const {
  for (const HtmlAttribute& each : attributes) {
    if (lower_case(each.name) == attribute) return &each;
  }
  return nullptr;
}

std::optional<HtmlTag> html_tag_at(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  if (rest.starts_with("<!") || rest.starts_with("<?")) {
    const std::string_view stop = rest.starts_with("<!--") ? "-->" : ">";
    const auto end = html.find(stop, at + 2);
    HtmlTag comment;
    comment.end = end == nowhere ? html.size() : end + stop.size();
    return comment;
  }
  const char first = rest.size() > 1 ? rest[1] : '\0';
  const bool closes = first == '/' && rest.size() > 2 && is_letter(rest[2]);
  if (!closes && !is_letter(first)) return std::nullopt;
  return TagReader(html, at).read();
}

std::string decode_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = std::min(text.find('&', at), text.size());
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const auto length = text.substr(at + 1, longest_reference).find(';');
    const auto code_point = length == nowhere ? std::nullopt : referred(text.substr(at + 1, length));
    if (code_point) {
      append_utf8(out, *code_point);
      at += length + 2;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

}  // namespace kronika
