// Planned files → bytes → disk, on all threads. Also where the time goes.
#include "generator/core/parallel.h"
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

}  // namespace

void write_files(std::span<const PlannedFile> files, const std::string& page_suffix, unsigned jobs, OutputTree& tree,
                 Timings& timings) {
  parallel_for(files.size(), jobs, [&](std::size_t i) {
    const PlannedFile& file = files[i];
    const auto start = std::chrono::steady_clock::now();
    std::string bytes = file.bytes();
    if (!file.kind.empty()) {
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
      timings.add_template(file.kind, spent.count());
      if (!page_suffix.empty()) insert_suffix(bytes, page_suffix);
    }
    tree.write("public/" + file.path, bytes);
  });
}

}  // namespace kronika
