// Files → checked pages. Every page is read on its own, so threads share nothing but the diagnostics.
#include <optional>

#include "generator/core/parallel.h"
#include "generator/passes.h"

namespace kronika {
namespace {

constexpr std::size_t longest_lfs_pointer = 1024;

bool is_lfs_pointer(const SourceFile& file, const Source& source) {
  return file.kind == FileKind::regular && file.size < longest_lfs_pointer &&
         source.read(file.path).starts_with("version https://git-lfs.github.com/spec/");
}

}  // namespace

void check_attachments(const Source& source, Diagnostics& diagnostics) {
  for (const SourceFile& file : source.files()) {
    const bool text = file.path.ends_with(".md") || !file.path.starts_with("content/");
    if (!text && is_lfs_pointer(file, source)) diagnostics.report(Code::lfs_pointer, {file.path, {1, 1, 1}});
  }
}

std::vector<Page> read_pages(const Source& source, const Config& config, const SiteData& data, unsigned jobs,
                             Diagnostics& diagnostics) {
  const std::vector<std::string> paths = page_paths(source, diagnostics);
  std::vector<std::optional<Page>> checked(paths.size());
  parallel_for(paths.size(), jobs, [&](std::size_t i) {
    auto raw = split_page(paths[i], source.read(paths[i]), diagnostics);
    if (raw) checked[i] = check_page(std::move(*raw), config, data, source, diagnostics);
  });
  std::vector<Page> pages;
  pages.reserve(checked.size());
  for (auto& page : checked) {
    if (page) pages.push_back(std::move(*page));
  }
  return pages;
}

}  // namespace kronika
