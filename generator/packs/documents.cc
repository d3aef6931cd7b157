// Pages and texts in packs stand by themselves: no theme, no scripts, nothing to fetch.
#include "generator/packs/documents.h"

#include <algorithm>

#include "generator/views/tables.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr std::string_view style = R"(html { font-family: Georgia, "Times New Roman", serif; line-height: 1.5; }
body { margin: 0 auto; padding: 1em; max-width: 42em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; page-break-after: avoid; }
.lead { font-size: 1.15em; }
.meta, .note, .source, figcaption, dt { font-size: .875em; }
.badge { font-weight: bold; }
.source { margin-top: 2em; overflow-wrap: anywhere; }
figure { margin: 1em 0; page-break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid #888; padding: .25em .5em; text-align: left; vertical-align: top; }
.right { text-align: right; }
caption { text-align: left; font-weight: bold; }
dl { margin: 1em 0; }
dt { margin-top: .5em; font-weight: bold; }
dd { margin-left: 0; }
pre { overflow-x: auto; white-space: pre-wrap; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #888; }
.box, .alert, .contact, .numbers, .steps, .facts { margin: 1em 0; padding: .5em 1em; border: 1px solid #888; page-break-inside: avoid; }
.facts { page-break-inside: auto; }
.box-title, .alert-title, .step-title { font-weight: bold; }
)";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return text;
}

/// Blocks, which a line end separates, with an empty line between them.
std::string spaced(std::string_view blocks) {
  std::string out;
  for (const char c : trimmed(blocks)) out += c == '\n' ? "\n\n" : std::string(1, c);
  return out;
}

void add_block(std::string& out, const std::string& block) {
  if (!block.empty()) out += block + "\n\n";
}

void add_line(std::string& out, const std::string& label, const std::string& value) {
  if (!value.empty()) out += label + ": " + value + "\n";
}

std::string with_url(const std::string& text, const std::string& url) {
  return url.empty() ? text : text + " (" + url + ")";
}

}  // namespace

std::string html_document(std::string_view title, std::string_view language, std::string_view body) {
  std::string out =
      "<!doctype html>\n<html lang=\"" + escape_xml(language) + "\">\n<head>\n<meta charset=\"utf-8\"/>\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
  out += "<title>" + escape_xml(title) + "</title>\n<style>\n";
  out += style;
  out += "</style>\n</head>\n<body>\n<main>\n";
  out += trimmed(body);
  return out + "\n</main>\n</body>\n</html>\n";
}

std::string xhtml_document(std::string_view title, std::string_view language, std::string_view body) {
  const std::string code = escape_xml(language);
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n";
  out += "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"" + code +
         "\" xml:lang=\"" + code + "\">\n<head>\n<meta charset=\"utf-8\"/>\n";
  out += "<title>" + escape_xml(title) + "</title>\n<link rel=\"stylesheet\" href=\"style.css\"/>\n</head>\n<body>\n";
  out += trimmed(body);
  return out + "\n</body>\n</html>\n";
}

std::string_view book_style() {
  return style;
}

std::string readme(const Book& book, std::span<const std::string> files) {
  const About& about = book.about;
  std::string out = about.title + "\n" + book.views.config.title.in(book.views.config.language) + "\n\n";
  add_block(out, about.summary);
  add_line(out, book.text("pack_address"), about.page_url);
  add_line(out, book.text("pack_licence"), with_url(about.licence, about.licence_url));
  if (about.changed) add_line(out, book.text("pack_date"), long_date(about.changed->date, about.language));
  const bool example = std::any_of(book.chapters.begin(), book.chapters.end(),
                                   [](const Chapter& chapter) { return chapter.page->example; });
  if (example) out += "\n" + book.text("example") + ". " + book.text("example_note") + "\n";
  out += "\n" + book.text("pack_files") + ":\n";
  for (const std::string& file : files) out += "  " + file + "\n";
  return out;
}

std::string plain_text(const Page& page, const Book& book) {
  const Views& views = book.views;
  std::string out;
  add_block(out, page.title);
  if (page.date) add_block(out, long_date(page.date->date, page.language));
  if (page.example) {
    add_block(out, views.theme.text(page.language, "example") + ". " + views.theme.text(page.language, "example_note"));
  }
  add_block(out, page.summary);
  for (const TextSection& section : views.contents[index(page.id)].body.sections) {
    add_block(out, section.heading);
    add_block(out, spaced(section.text));
  }
  const CollectionConfig* collection = views.config.collection(page.collection);
  for (std::size_t i = 0; collection && i < page.fields.size(); ++i) {
    const Field& field = collection->schema.fields[i];
    if (field.hidden || field.role != Role::none || field.value_type() == FieldType::reference) continue;
    add_line(out, field.label.in(page.language), display(page.fields[i], field, views.model, page.language));
  }
  add_line(out, views.theme.text(page.language, "pack_address"), views.config.base_url.absolute(page.route));
  return out;
}

std::string captions(std::size_t field, const Page& page, const Book& book) {
  const CollectionConfig* collection = book.views.config.collection(page.collection);
  const auto* records = page.fields[field].as<RecordList>();
  if (!collection || !records) return "";
  const auto& columns = collection->schema.fields[field].fields.fields;
  const auto is_image = [](const Field& column) { return column.type == FieldType::image; };
  if (std::none_of(columns.begin(), columns.end(), is_image)) return "";
  std::string out;
  for (const Record& row : records->rows) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto* file = row.values[c].as<FilePath>();
      add_line(out, columns[c].label.in(page.language),
               file ? std::string(base_name(file->source_path))
                    : display(row.values[c], columns[c], book.views.model, page.language));
    }
    out += "\n";
  }
  return out;
}

}  // namespace kronika
