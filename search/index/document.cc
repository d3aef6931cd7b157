// The stored form of a document: texts with their lengths in front, in a fixed order. It is read ten times for each
// search, so it is neither JSON nor anything else that must be parsed letter by letter.
#include "search/index/document.h"

#include "search/text/search_failure.h"

namespace kronika {
namespace {

/// What a field is, in one number.
constexpr std::size_t list_flag = 1, position_flag = 2;

void append_number(std::string& out, std::size_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7F) | 0x80);
  out += static_cast<char>(number);
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::size_t number() {
    std::size_t value = 0;
    for (int shift = 0;; shift += 7) {
      if (rest_.empty() || shift > 56) fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (!(byte & 0x80)) return value;
    }
  }

  std::string text() {
    const std::size_t length = number();
    if (length > rest_.size()) fail();
    std::string out(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return out;
  }

  /// A number of things that take at least a byte each.
  std::size_t count() {
    const std::size_t value = number();
    if (value > rest_.size()) fail();
    return value;
  }

 private:
  [[noreturn]] static void fail() {
    throw SearchFailure("the search index is damaged: a stored document is cut short");
  }
  std::string_view rest_;
};

}  // namespace

std::size_t text_size(const SearchDocument& document) {
  std::size_t size = document.title.size() + document.summary.size();
  for (const SearchSection& section : document.sections) size += section.heading.size() + section.text.size();
  return size;
}

std::string encode(const StoredDocument& document) {
  std::string out;
  for (const std::string* text :
       {&document.url, &document.title, &document.summary, &document.collection, &document.language, &document.date,
        &document.date_text, &document.published, &document.updated})
    append_text(out, *text);
  append_number(out, document.example ? 1 : 0);
  append_number(out, document.fields.size());
  for (const SearchField& field : document.fields) {
    append_text(out, field.name);
    append_number(out, (field.is_list ? list_flag : 0) | (field.is_position ? position_flag : 0));
    append_number(out, field.values.size());
    for (const std::string& value : field.values) append_text(out, value);
  }
  append_number(out, document.sections.size());
  for (const StoredSection& section : document.sections) {
    append_number(out, section.offset);
    append_text(out, section.anchor);
  }
  append_number(out, document.shown.size());
  for (const ShownField& field : document.shown)
    for (const std::string* text : {&field.label, &field.text, &field.url}) append_text(out, *text);
  return out;
}

StoredDocument decode_document(std::string_view bytes) {
  Reader reader(bytes);
  StoredDocument document;
  for (std::string* text : {&document.url, &document.title, &document.summary, &document.collection, &document.language,
                            &document.date, &document.date_text, &document.published, &document.updated})
    *text = reader.text();
  document.example = reader.number() != 0;
  document.fields.resize(reader.count());
  for (SearchField& field : document.fields) {
    field.name = reader.text();
    const std::size_t flags = reader.number();
    field.is_list = (flags & list_flag) != 0;
    field.is_position = (flags & position_flag) != 0;
    field.values.resize(reader.count());
    for (std::string& value : field.values) value = reader.text();
  }
  document.sections.resize(reader.count());
  for (StoredSection& section : document.sections) {
    section.offset = reader.number();
    section.anchor = reader.text();
  }
  document.shown.resize(reader.count());
  for (ShownField& field : document.shown)
    for (std::string* text : {&field.label, &field.text, &field.url}) *text = reader.text();
  return document;
}

}  // namespace kronika
