// What a pass has made of its inputs, kept from one build to the next, whatever their outputs are.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "generator/core/digest.h"

namespace kronika {

struct CacheLimits {
  std::chrono::hours unused{24 * 90};
  std::uintmax_t bytes = std::uintmax_t{256} << 20;  // of all results together
};

/// A folder of results, each under a digest of all that it was made of: the folder may be shared by any number of
/// sites and of builds at one time, and be removed at any time. Nothing here throws for the sake of the disk: what
/// cannot be read is made anew, and what cannot be written is told by `trouble`. Safe to use from several threads.
///
///   FOLDER/4f/0c62…    "kronika cache 1 ", a digest of the name and the result in 32 digits, a newline, the result
///   FOLDER/4f/.new-…   one that is being written
///
/// A result is written beside its place and put there in one step. When it is read it is held against its digest, so
/// that one that was damaged, cut or put under another name is never used. The time of its last change is that of its
/// last use, to the day.
class Cache {
 public:
  explicit Cache(std::filesystem::path folder, CacheLimits limits = {});

  /// The result that `maker` gives for `input`: the stored one, else what `make` gives, which is stored. `maker` names
  /// the function and everything besides the input that its result depends on, versions too ("brotli 10 1.0.9").
  std::string result(std::string_view maker, std::string_view input, const std::function<std::string()>& make);

  /// Removes what was not used for a long time, and the longest unused until the rest is small enough. Nothing that is
  /// no result of a cache is touched.
  void prune();

  /// Why results cannot be stored, or not be used, with the system's reason; nothing when all is well.
  std::optional<std::string> trouble() const;

 private:
  std::optional<std::string> find(const std::string& name);
  void store(const std::string& name, std::string_view bytes);
  bool is_usable();
  void note_trouble(std::string what);

  std::filesystem::path folder_;
  CacheLimits limits_;
  std::once_flag looked_at_;
  std::atomic<bool> reads_ = true, writes_ = true;
  mutable std::mutex mutex_;
  std::string trouble_;
};

/// Where the results of all sites of this user are kept: $XDG_CACHE_HOME/kronika, else ~/.cache/kronika; nothing where
/// neither is known.
std::optional<std::filesystem::path> usual_cache_folder();

}  // namespace kronika
