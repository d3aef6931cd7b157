// Which release a process belongs to that lives longer than one request, and whether its successor is there.
#pragma once

#include <sys/types.h>

#include <string>

namespace kronika {

/// `…/current/cgi-bin/search` is the way by which the program was started; where it led then is this process's release.
class RunningRelease {
 public:
  /// `started_as`: the program's path as it was executed, links not resolved; "" is one that leads nowhere.
  /// `chosen_folder`: KRONIKA_SEARCH_DIR, or "".
  RunningRelease(std::string started_as, std::string chosen_folder);
  ~RunningRelease();
  RunningRelease(const RunningRelease&) = delete;
  RunningRelease& operator=(const RunningRelease&) = delete;

  /// The folder search/ of this release, links resolved: what is opened in it is of one release.
  const std::string& search_folder() const { return own_.folder; }

  /// Does the way lead to another release now? A few system calls. A way that leads nowhere is not taken.
  bool is_replaced() const;

 private:
  struct Release {
    std::string program, folder;  // links resolved
    dev_t device = 0;             // of the folder: one that is put in the place of another has the same name
    ino_t number = 0;
    bool operator==(const Release&) const = default;
  };
  Release look() const;

  std::string started_as_, chosen_folder_;
  Release own_;
  int pin_ = -1;  // own_.folder, held open so that its number stays taken
};

}  // namespace kronika
