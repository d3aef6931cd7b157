// One value that is replaced as a whole, and a condition to wait on for the next one.
#include "generator/serve/announcer.h"

namespace kronika {

void Announcer::announce(PreviewStatus status) {
  const std::lock_guard lock(mutex_);
  status.number = status_->number + 1;
  status_ = std::make_shared<const PreviewStatus>(std::move(status));
  changed_.notify_all();
}

Announcer::StatusPointer Announcer::now() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

Announcer::StatusPointer Announcer::next(std::uint64_t number, std::chrono::milliseconds timeout) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, timeout, [&] { return closed_ || status_->number > number; });
  return !closed_ && status_->number > number ? status_ : nullptr;
}

void Announcer::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

bool Announcer::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

}  // namespace kronika
