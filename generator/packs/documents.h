// The documents that packs hold: pages around converted texts, and plain texts.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "generator/packs/book.h"

namespace kronika {

/// A page that needs no other file, for a browser. `body` is well-formed.
std::string html_document(std::string_view title, std::string_view language, std::string_view body);
/// The same for readers of EPUB, with style.css beside it. `body_attributes`: ` epub:type="…"` or "".
std::string xhtml_document(std::string_view title, std::string_view language, std::string_view body);

/// The one stylesheet of books and archives.
std::string_view book_style();

/// README.txt: title, address, licence, date, the names of the files.
std::string readme(const Book& book, std::span<const std::string> files);

/// An entry as plain text, for those who paste it elsewhere.
std::string plain_text(const Page& page, const Book& book);

/// Who took which photo and what it shows: a text for a field with a column of images; "" for other fields.
std::string captions(std::size_t field, const Page& page, const Book& book);

}  // namespace kronika
