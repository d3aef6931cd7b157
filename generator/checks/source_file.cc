// The source is looked at first, since there an editor sees the line; what is made of it is looked at once more.
#include "generator/checks/source_file.h"

#include <algorithm>

#include "generator/checks/page_code.h"
#include "generator/checks/personal_number.h"
#include "search/text/fold.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::string_view text_endings[] = {".html", ".htm", ".css",  ".js",  ".mjs",     ".csv",    ".json",
                                             ".xml",  ".ics", ".vcf",  ".txt", ".svg",     ".md",     ".toml",
                                             ".vtt",  ".tsv", ".yaml", ".yml", ".geojson", ".jsonld", ".webmanifest"};

std::vector<CodeFault> faults_of(std::string_view path, std::string_view bytes, std::string_view own_host) {
  if (path.ends_with(".css")) return faults_of_css(bytes, own_host);
  if (path.ends_with(".svg")) return faults_of_svg(bytes, own_host);
  if (path.ends_with(".html") || path.ends_with(".htm")) return faults_of_html(bytes, own_host);
  return {};
}

}  // namespace

bool is_scanned_text(std::string_view path) {
  const std::string name = lower(path.substr(path.rfind('/') + 1));
  return std::any_of(std::begin(text_endings), std::end(text_endings),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string unfolded(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto fold = std::min(bytes.find("\r\n ", at), bytes.size());
    out += bytes.substr(at, fold - at);
    at = fold + 3;
  }
  return out;
}

Span span_in(std::string_view text, std::size_t at, std::size_t bytes) {
  const std::string_view before = text.substr(0, at);
  const auto newline = before.rfind('\n');
  const auto line_start = newline == std::string_view::npos ? 0 : newline + 1;
  const std::string_view marked = text.substr(at, std::min(bytes, text.find('\n', at) - at));
  return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<int>(count_code_points(before.substr(line_start))),
          std::max(1, static_cast<int>(count_code_points(marked)))};
}

void check_source_file(const std::string& path, std::string_view bytes, std::string_view own_host,
                       Diagnostics& diagnostics) {
  for (const std::size_t at : personal_numbers(bytes)) {
    diagnostics.report(Code::personal_number, {path, span_in(bytes, at, personal_number_length)});
  }
  for (const CodeFault& fault : faults_of(path, bytes, own_host)) {
    const bool is_foreign = fault.kind == CodeFaultKind::foreign;
    if (!is_foreign && fault.kind != CodeFaultKind::inlined) continue;
    diagnostics.report(is_foreign ? Code::foreign_load : Code::inlined_code,
                       {path, span_in(bytes, fault.at, fault.what.size())}, {fault.what});
  }
}

}  // namespace kronika
