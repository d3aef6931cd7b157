// The law asks that what a page offers can be read, seen and heard by everyone, so the page itself must say what it is.
#include "generator/content_checks/entry.h"

#include <algorithm>

#include "generator/checks/capitals.h"
#include "generator/checks/words.h"
#include "generator/content_checks/offered_files.h"

namespace kronika {
namespace {

std::string name_of_file(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_prose(FieldType type) {
  return type == FieldType::markdown || type == FieldType::long_text;
}

class EntryChecker {
 public:
  EntryChecker(const Page& page, const RenderedPage& body, const SiteModel& model, Diagnostics& diagnostics)
      : page_(page), body_(body), config_(*model.config), diagnostics_(diagnostics) {
    const CollectionConfig* collection = config_.collection(page.collection);
    if (collection && !page.fields.empty()) schema_ = &collection->schema;
  }

  void check(std::span<const std::string> films) const {
    check_capitals();
    check_photos();
    const std::vector<OfferedFile> files = offered_files(page_, body_.attachments);
    for (const OfferedFile& file : files) {
      const bool is_shown = std::find(films.begin(), films.end(), file.path) != films.end();
      if (is_film(file.path) && !is_shown)
        diagnostics_.report(Code::film_outside, file.place, {name_of_file(file.path)});
    }
    check_documents(files);
  }

 private:
  const FieldValue* field_of(Role role) const {
    const auto at = schema_ ? schema_->index_of(role) : std::nullopt;
    return at ? &page_.fields[*at] : nullptr;
  }

  /// A title or summary stands under its built-in key, or in the field with that role.
  void check_capitals() const {
    check_capitals(page_.title, config_.front_matter.title, Role::title);
    check_capitals(page_.summary, config_.front_matter.summary, Role::summary);
  }

  void check_capitals(const std::string& text, const std::string& key, Role role) const {
    const auto run = capitals_in(text);
    if (!run) return;
    const FieldValue* field = field_of(role);
    const auto written = page_.spans.find(key);
    const Span span = field && !field->empty()       ? field->span
                      : written != page_.spans.end() ? written->second
                                                     : Span{1, 1, 1};
    diagnostics_.report(Code::capitals, {page_.path, span}, {std::string(*run)});
  }

  void check_photos() const {
    for (std::size_t i = 0; schema_ && i < page_.fields.size(); ++i) {
      const auto* records = page_.fields[i].as<RecordList>();
      if (records) check_photos(schema_->fields[i].fields, *records);
    }
  }

  /// The column that describes the images of a table: the one with the role, else the first text.
  static std::optional<std::size_t> description_of(const Schema& columns) {
    if (const auto at = columns.index_of(Role::alt)) return at;
    const auto& fields = columns.fields;
    const auto text = std::find_if(fields.begin(), fields.end(),
                                   [](const Field& f) { return f.type == FieldType::text && !f.hidden; });
    return text == fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(text - fields.begin()));
  }

  void check_photos(const Schema& columns, const RecordList& records) const {
    const auto& fields = columns.fields;
    const auto image =
        std::find_if(fields.begin(), fields.end(), [](const Field& f) { return f.type == FieldType::image; });
    const auto described = description_of(columns);
    if (image == fields.end() || !described) return;
    const auto at = static_cast<std::size_t>(image - fields.begin());
    for (const Record& row : records.rows) {
      const auto* file = row.values[at].as<FilePath>();
      if (file) check_alternative(row.values[*described], fields[*described], *file, row.values[at].span);
    }
  }

  void check_alternative(const FieldValue& description, const Field& column, const FilePath& image,
                         const Span& span) const {
    const auto* text = description.as<std::string>();
    if (!text || text->empty()) {
      if (column.required) return;  // told as missing (E0204)
      diagnostics_.report(Code::missing_photo_alt, {page_.path, span}, {name_of_file(image.source_path), column.name});
    } else if (is_file_name(*text, image.source_path)) {
      diagnostics_.report(Code::alt_is_file_name, {page_.path, description.span}, {*text});
    } else if (says_nothing_as_alternative(*text)) {
      diagnostics_.report(Code::alt_says_nothing, {page_.path, description.span}, {*text});
    }
  }

  /// The words that a reader of the page finds on it, whatever key they stand under.
  std::size_t own_words() const {
    std::size_t words = 0;
    for (const TextSection& section : body_.sections) words += count_words(section.heading) + count_words(section.text);
    const FieldValue* summary = field_of(Role::summary);
    if (!summary || summary->empty()) words += count_words(page_.summary);
    for (std::size_t i = 0; schema_ && i < page_.fields.size(); ++i) {
      const auto* text = page_.fields[i].as<std::string>();
      const bool counts = is_prose(schema_->fields[i].type) || &page_.fields[i] == summary;
      if (text && counts) words += count_words(*text);
    }
    return words;
  }

  void check_documents(const std::vector<OfferedFile>& files) const {
    const auto document = std::find_if(files.begin(), files.end(), [](const auto& f) { return is_document(f.path); });
    if (document == files.end()) return;
    const auto least = static_cast<std::size_t>(config_.document_words);
    const std::size_t words = own_words();
    if (words >= least) return;
    diagnostics_.report(Code::document_without_text, document->place,
                        {name_of_file(document->path), std::to_string(words), std::to_string(least)});
  }

  const Page& page_;
  const RenderedPage& body_;
  const Config& config_;
  Diagnostics& diagnostics_;
  const Schema* schema_ = nullptr;  // of the fields; null for a page without
};

}  // namespace

void check_entry(const Page& page, const RenderedPage& body, std::span<const std::string> films, const SiteModel& model,
                 Diagnostics& diagnostics) {
  EntryChecker(page, body, model, diagnostics).check(films);
}

}  // namespace kronika
