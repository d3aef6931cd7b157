// The small things that a typesetter does to running text, and its two outputs: HTML and plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

/// Writes the text of one block (a paragraph, a heading, a cell) node by node, so that quotation marks and spaces are
/// judged across inline markup. What is not certain stays as the author wrote it. Languages: pl, uk, en by their first
/// subtag; for another, or "", text is only escaped.
///   pl, uk, en   "…" → the language's quotation marks, also nested; letter'letter → ’; ... → …; " - ", " -- " → en
///   dash;
///                10-20 → 10–20 when it is surely a range
///   pl, uk       no-break space after one-letter words, between a number and its unit, between art., nr, § and a
///                number, inside 35 014
/// The plain text gets the same, but ordinary spaces, the author's apostrophes and no soft hyphens: words stay words.
class Typographer {
 public:
  Typographer(std::string_view language, std::string& html);

  void begin_block();
  /// Puts quotation marks that found no partner back. `plain` is complete after this.
  void end_block();

  /// Whether text() needs to know what follows the node.
  static bool looks_ahead(std::string_view literal);
  /// `following`: the text after this node in the block ("" at its end); asked for only where looks_ahead() says so.
  void text(std::string_view literal, std::string_view following);
  /// Text that is only escaped (an address as its own link text).
  void exact(std::string_view literal);
  /// What stands in the block without being text of it, such as code: only the plain output gets it.
  void only_plain(std::string_view text) { plain_ += text; }
  /// A line end of the source: a newline, or a no-break space where the words belong together.
  void soft_break(std::string_view following);

  const std::string& plain() const { return plain_; }
  bool is_at_block_start() const { return plain_.empty(); }

 private:
  struct Language;
  struct OpenQuote {
    std::size_t html_at, plain_at, bytes;
  };
  static const Language& language_of(std::string_view tag);
  void restore(std::string& text, std::size_t OpenQuote::*position, std::string_view mark) const;

  void run(std::string_view text);  // to both outputs
  void escaped(char c, std::string_view entity);
  std::size_t special(std::string_view in, std::size_t at);
  std::size_t quote(std::string_view in, std::size_t at);
  std::size_t apostrophe(std::string_view in, std::size_t at);
  std::size_t dots(std::string_view in, std::size_t at);
  std::size_t hyphen(std::string_view in, std::size_t at);
  std::size_t space(std::string_view in, std::size_t at);
  std::size_t invisible(std::string_view in, std::size_t at);
  bool joins(std::string_view following) const;
  char32_t next(std::string_view in, std::size_t at) const;

  const Language& language_;
  std::string& html_;
  std::string plain_;
  std::string_view following_;
  std::vector<OpenQuote> open_;
};

}  // namespace kronika
