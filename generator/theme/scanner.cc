// The lexical half of https://github.com/mustache/spec: delimiters, names, and which tag closes which.
#include "generator/theme/scanner.h"

#include <fmt/format.h>

namespace kronika {
namespace {

constexpr std::size_t deepest_nesting = 100;
constexpr std::string_view spaces = " \t\r\n";

struct SyntaxError {
  std::size_t offset;
  std::size_t length;
  std::string message;
};

std::string_view trim(std::string_view text) {
  const auto start = text.find_first_not_of(spaces);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(spaces) - start + 1);
}

TagKind kind_of(char sigil) {
  switch (sigil) {
    case '#':
      return TagKind::section;
    case '^':
      return TagKind::inverted;
    case '/':
      return TagKind::close;
    case '>':
      return TagKind::partial;
    case '<':
      return TagKind::parent;
    case '$':
      return TagKind::block;
    case '&':
      return TagKind::unescaped;
    case '!':
      return TagKind::comment;
    default:
      return TagKind::variable;
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// Throws SyntaxError.
  std::vector<TemplateToken> run() {
    while (at_ < text_.size()) {
      const auto tag = std::min(text_.find(open_, at_), text_.size());
      add_text(tag);
      if (tag < text_.size()) add_tag();
    }
    return std::move(tokens_);
  }

 private:
  void add_text(std::size_t end) {
    while (at_ < end) {
      const auto newline = text_.find('\n', at_);
      const std::size_t stop = newline == std::string_view::npos ? end : std::min(end, newline + 1);
      tokens_.push_back({TagKind::text, std::string(text_.substr(at_, stop - at_)), at_, TagKind::section});
      at_ = stop;
    }
  }

  /// The characters up to `end`; moves behind it.
  std::string_view take_until(std::string_view end, std::size_t tag) {
    const auto found = text_.find(end, at_);
    if (found == std::string_view::npos) {
      throw SyntaxError{
          tag, open_.size(),
          both(fmt::format("the tag that begins here is not closed; end it with '{}'", end),
               fmt::format("znacznik, który się tu zaczyna, nie jest zamknięty; zakończ go znakami „{}”", end))};
    }
    const std::string_view contents = text_.substr(at_, found - at_);
    at_ = found + end.size();
    return contents;
  }

  void add_tag() {
    const std::size_t tag = at_;
    at_ += open_.size();
    if (open_ == "{{" && at_ < text_.size() && text_[at_] == '{') {
      ++at_;
      add_named(TagKind::unescaped, take_until("}}}", tag), tag);
      return;
    }
    const auto first = text_.find_first_not_of(spaces, at_);
    if (first != std::string_view::npos && text_[first] == '=') {
      at_ = first + 1;
      set_delimiters(take_until("=" + close_, tag), tag);
      return;
    }
    std::string_view contents = take_until(close_, tag);
    const std::string_view trimmed = trim(contents);
    const TagKind kind = trimmed.empty() ? TagKind::variable : kind_of(trimmed.front());
    if (kind == TagKind::comment) {
      tokens_.push_back({kind, "", tag, TagKind::section});
      return;
    }
    if (kind != TagKind::variable) contents = trimmed.substr(1);
    add_named(kind, contents, tag);
  }

  void add_named(TagKind kind, std::string_view contents, std::size_t tag) {
    const std::string_view name = trim(contents);
    if (name.empty()) {
      throw SyntaxError{tag, at_ - tag, both("this tag has no name", "ten znacznik nie ma nazwy")};
    }
    const auto offset = static_cast<std::size_t>(name.data() - text_.data());
    if (name.find_first_of(spaces) != std::string_view::npos) {
      throw SyntaxError{offset, name.size(),
                        both(fmt::format("the name '{}' must not have spaces", name),
                             fmt::format("nazwa „{}” nie może mieć odstępów", name))};
    }
    tokens_.push_back({kind, std::string(name), offset, TagKind::section});
  }

  void set_delimiters(std::string_view contents, std::size_t tag) {
    const std::string_view both_marks = trim(contents);
    const auto gap = both_marks.find_first_of(spaces);
    const std::string_view first = both_marks.substr(0, gap);
    const std::string_view second = gap == std::string_view::npos ? std::string_view() : trim(both_marks.substr(gap));
    const bool valid = !first.empty() && !second.empty() && both_marks.find('=') == std::string_view::npos &&
                       second.find_first_of(spaces) == std::string_view::npos;
    if (!valid) {
      throw SyntaxError{
          tag, at_ - tag,
          both("new delimiters are written as {{=<% %>=}}: two marks without '=', with a space between",
               "nowe ograniczniki zapisuje się tak: {{=<% %>=}}: dwa znaki bez „=”, rozdzielone odstępem")};
    }
    const std::string open(first), close(second);
    open_ = open;
    close_ = close;
    tokens_.push_back({TagKind::delimiters, "", tag, TagKind::section});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_ = "{{", close_ = "}}";
  std::vector<TemplateToken> tokens_;
};

bool opens(TagKind kind) {
  return kind == TagKind::section || kind == TagKind::inverted || kind == TagKind::parent || kind == TagKind::block;
}

SyntaxError unexpected_close(const TemplateToken& close, const TemplateToken* open) {
  if (!open) {
    return {close.offset, close.text.size(),
            both(fmt::format("nothing named '{}' is open here", close.text),
                 fmt::format("nic o nazwie „{}” nie jest tu otwarte", close.text))};
  }
  return {close.offset, close.text.size(),
          both(fmt::format("'{}' must be closed first, not '{}'", open->text, close.text),
               fmt::format("najpierw trzeba zamknąć „{}”, a nie „{}”", open->text, close.text))};
}

/// Throws SyntaxError.
void match_close_tags(std::vector<TemplateToken>& tokens) {
  std::vector<const TemplateToken*> open;
  for (TemplateToken& token : tokens) {
    if (opens(token.kind)) {
      open.push_back(&token);
      if (open.size() > deepest_nesting) {
        throw SyntaxError{token.offset, token.text.size(),
                          both("sections are nested too deeply here", "sekcje są tu zbyt głęboko zagnieżdżone")};
      }
    } else if (token.kind == TagKind::close) {
      if (open.empty() || open.back()->text != token.text) {
        throw unexpected_close(token, open.empty() ? nullptr : open.back());
      }
      token.closes = open.back()->kind;
      open.pop_back();
    }
  }
  if (open.empty()) return;
  const TemplateToken& last = *open.back();
  throw SyntaxError{
      last.offset, last.text.size(),
      both(fmt::format("'{}' is opened here but never closed; write {{{{/{}}}}} where it ends", last.text, last.text),
           fmt::format("„{}” jest tu otwarte, ale nigdzie nie zamknięte; napisz {{{{/{}}}}} tam, gdzie się kończy",
                       last.text, last.text))};
}

}  // namespace

std::optional<std::vector<TemplateToken>> scan(const TemplateFile& file, Diagnostics& diagnostics) {
  try {
    std::vector<TemplateToken> tokens = Scanner(file.text).run();
    match_close_tags(tokens);
    return tokens;
  } catch (const SyntaxError& error) {
    diagnostics.report(Code::template_syntax, place_in(file, error.offset, error.length), {error.message});
    return std::nullopt;
  }
}

}  // namespace kronika
