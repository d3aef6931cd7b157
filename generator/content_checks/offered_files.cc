// A file may be named in a field, in the text, or not at all: then it lies in the page's folder and is listed at its
// end.
#include "generator/content_checks/offered_files.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "generator/checks/source_file.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view documents[] = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp"};
constexpr std::string_view films[] = {".mp4", ".m4v", ".webm", ".ogv", ".mov", ".avi", ".mkv", ".wmv"};

template <std::size_t size>
bool ends_as(std::string_view path, const std::string_view (&endings)[size]) {
  const std::string name = lower(path);
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

class Collector {
 public:
  explicit Collector(const Page& page) : page_(page) {}

  void add(const FieldValue& value) {
    if (const auto* file = value.as<FilePath>()) {
      add(file->source_path, value.span);
    } else if (const auto* list = value.as<ValueList>()) {
      for (const FieldValue& each : *list) add(each);
    } else if (const auto* records = value.as<RecordList>()) {
      for (const Record& row : records->rows)
        for (const FieldValue& each : row.values) add(each);
    }
  }

  void add(const std::string& path, const Span& span) {
    if (seen_.insert(path).second) files_.push_back({path, {page_.path, span}});
  }

  /// Where the text names the file.
  Span in_text(const std::string& path) const {
    const std::string name = path.substr(path.rfind('/') + 1);
    const auto at = page_.body.find(name);
    if (at == std::string::npos) return {1, 1, 1};
    Span span = span_in(page_.body, at, name.size());
    span.line += page_.body_line - 1;
    return span;
  }

  std::vector<OfferedFile> take() { return std::move(files_); }

 private:
  const Page& page_;
  std::set<std::string> seen_;
  std::vector<OfferedFile> files_;
};

}  // namespace

std::vector<OfferedFile> offered_files(const Page& page, std::span<const std::string> used) {
  Collector collector(page);
  for (const FieldValue& value : page.fields) collector.add(value);
  for (const std::string& path : used) collector.add(path, collector.in_text(path));
  for (const std::string& path : page.attachments) collector.add(path, {1, 1, 1});
  return collector.take();
}

bool is_document(std::string_view path) {
  return ends_as(path, documents);
}

bool is_film(std::string_view path) {
  return ends_as(path, films);
}

}  // namespace kronika
