// A release is made beside its place and takes it with one rename; a failed build leaves what was there.
#pragma once

#include <filesystem>

namespace kronika {

/// A new folder beside `output`, removed again unless `publish` was called.
class Staging {
 public:
  /// Removes the left-overs of builds that were killed. Throws Failure when `output` exists and is neither empty nor a
  /// release (has no manifest.json): nothing that is not Kronika's is ever replaced.
  explicit Staging(const std::filesystem::path& output);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

  /// Exchanges the new folder with the output in one step and removes the old one. Throws Failure.
  void publish();

 private:
  std::filesystem::path output_, folder_;
  int lock_ = -1;  // held on folder_ while the build lives, so that left-overs can be told from it
};

}  // namespace kronika
