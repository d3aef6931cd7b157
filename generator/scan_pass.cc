// Source files are looked through where an editor can mend them; what is made of them once more, so that nothing slips
// through from data, templates or settings.
#include <map>
#include <tuple>

#include "generator/checks/page_code.h"
#include "generator/checks/personal_number.h"
#include "generator/checks/source_file.h"
#include "generator/core/parallel.h"
#include "generator/passes.h"

namespace kronika {
namespace {

std::vector<CodeFault> faults_of(std::string_view path, std::string_view bytes, std::string_view own_host) {
  if (path.ends_with(".html")) return faults_of_html(bytes, own_host);
  if (path.ends_with(".svg")) return faults_of_svg(bytes, own_host);
  if (path.ends_with(".css")) return faults_of_css(bytes, own_host);
  return {};
}

bool has_personal_number(std::string_view path, std::string_view bytes) {
  const bool is_folded = path.ends_with(".ics") || path.ends_with(".vcf");
  return !personal_numbers(is_folded ? std::string_view(unfolded(bytes)) : bytes).empty();
}

std::string more(std::size_t count) {
  if (count == 0) return "";
  const std::string number = std::to_string(count);
  return both(" (and so do " + number + " more)", " (i jeszcze " + number + " innych)");
}

}  // namespace

void check_sources(const Source& source, const Config& config, unsigned jobs, Diagnostics& diagnostics) {
  const std::string theme = config.theme.empty() ? "" : config.theme + "/";
  const std::string own_host = host_of_address(config.base_url.text());
  std::vector<const SourceFile*> texts;
  for (const SourceFile& file : source.files()) {
    const bool is_ours = file.path == config.file || file.path.starts_with("content/") ||
                         (!theme.empty() && file.path.starts_with(theme) && !file.path.ends_with(".html"));
    if (is_ours && file.kind == FileKind::regular && is_scanned_text(file.path)) texts.push_back(&file);
  }
  parallel_for(texts.size(), jobs, [&](std::size_t i) {
    check_source_file(texts[i]->path, source.read(texts[i]->path), own_host, diagnostics);
  });
}

void OutputScan::look(std::size_t file, std::string_view bytes) {
  const std::string& path = files_[file].path;
  if (!is_scanned_text(path)) return;
  if (has_personal_number(path, bytes)) found_[file].push_back({Code::published_personal_number, ""});
  for (CodeFault& fault : faults_of(path, bytes, own_host_)) {
    if (fault.kind == CodeFaultKind::foreign)
      found_[file].push_back({Code::published_foreign_load, std::move(fault.what)});
    if (fault.kind == CodeFaultKind::inlined)
      found_[file].push_back({Code::published_inlined_code, std::move(fault.what)});
  }
}

void OutputScan::report(Diagnostics& diagnostics) const {
  struct Told {
    std::size_t first = 0, files = 0, last = 0;
  };
  std::map<std::tuple<Code, std::string>, Told> told;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    for (const Finding& finding : found_[i]) {
      // Numbers are told page by page: each is a mistake of its own.
      const std::string what = finding.what.empty() ? files_[i].path : finding.what;
      Told& entry = told.try_emplace({finding.code, what}, Told{i, 0, found_.size()}).first->second;
      entry.files += entry.last == i ? 0 : 1;
      entry.last = i;
    }
  }
  for (const auto& [key, entry] : told) {
    const auto& [code, what] = key;
    const PlannedFile& file = files_[entry.first];
    const std::string others = more(entry.files - 1);
    std::vector<std::string> arguments{file.path};
    if (code != Code::published_personal_number) arguments.push_back(what);
    arguments.push_back(others);
    diagnostics.report(code, file.place, std::move(arguments));
  }
}

void scan_files(std::span<const PlannedFile> files, unsigned jobs, OutputScan& scan) {
  parallel_for(files.size(), jobs, [&](std::size_t i) {
    if (is_scanned_text(files[i].path)) scan.look(i, files[i].bytes());
  });
}

}  // namespace kronika
