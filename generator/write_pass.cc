// Planned files → bytes → disk, on all threads. Also where the time goes.
#include <optional>
#include <set>

#include "generator/cache/cache.h"
#include "generator/core/parallel.h"
#include "generator/output/compress.h"
#include "generator/passes.h"

namespace kronika {

Timings::Stop::~Stop() {
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  timings.passes_.emplace_back(name, spent.count());
}

void Timings::add_template(const std::string& kind, double seconds) {
  const std::scoped_lock lock(mutex_);
  templates_[kind] += seconds;
}

std::vector<std::pair<std::string, double>> Timings::all() const {
  auto out = passes_;
  for (const auto& [kind, seconds] : templates_) out.emplace_back("template " + kind, seconds);
  return out;
}

namespace {

void insert_suffix(std::string& html, const std::string& suffix) {
  const auto end = html.rfind("</body>");
  if (end != std::string::npos) html.insert(end, suffix);
}

/// The paths of the site's own files that have the name of a compressed form, such as `dane.csv.gz`.
std::set<std::string_view> names_taken(std::span<const PlannedFile> files) {
  std::set<std::string_view> taken;
  for (const PlannedFile& file : files)
    if (file.path.ends_with(".gz") || file.path.ends_with(".br")) taken.insert(file.path);
  return taken;
}

void write_compressed(const std::string& path, std::string_view bytes, const std::set<std::string_view>& taken,
                      Cache* cache, OutputTree& tree) {
  const Compressed compressed = compress(path, bytes, cache);
  const auto write = [&](const std::optional<std::string>& form, const char* ending) {
    if (form && !taken.contains(path + ending)) tree.write("public/" + path + ending, *form);
  };
  write(compressed.gzip, ".gz");
  write(compressed.brotli, ".br");
}

/// By now whatever this build has used is marked as used today, and stays.
void finish(Cache& cache, const std::string& folder, Diagnostics& diagnostics) {
  cache.prune();
  if (const auto trouble = cache.trouble()) diagnostics.report(Code::cache_unusable, {folder, {}}, {*trouble});
}

}  // namespace

void write_files(std::span<const PlannedFile> files, const BuildOptions& options, OutputTree& tree, OutputScan& scan,
                 Timings& timings, Diagnostics& diagnostics) {
  std::optional<Cache> cache;
  if (options.compress && options.cache) cache.emplace(*options.cache);
  const std::set<std::string_view> taken = names_taken(files);
  parallel_for(files.size(), options.jobs, [&](std::size_t i) {
    const PlannedFile& file = files[i];
    const auto start = std::chrono::steady_clock::now();
    std::string bytes = file.bytes();
    if (!file.kind.empty()) {
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
      timings.add_template(file.kind, spent.count());
      if (!options.page_suffix.empty()) insert_suffix(bytes, options.page_suffix);
    }
    scan.look(i, bytes);
    tree.write("public/" + file.path, bytes);
    if (options.compress) write_compressed(file.path, bytes, taken, cache ? &*cache : nullptr, tree);
  });
  if (cache) finish(*cache, options.cache->string(), diagnostics);
}

}  // namespace kronika
