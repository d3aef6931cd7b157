// The search program starts anew for each request, so it leaves to the system which parts of a file are ever read.
#include "search/text/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "search/text/search_failure.h"

namespace kronika {

MappedFile::MappedFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw SearchFailure("cannot open " + path + ": " + std::strerror(errno));
  struct stat status {};
  const bool known = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  size_ = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* address = size_ > 0 ? mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
  ::close(file);
  if (!known || address == MAP_FAILED) throw SearchFailure("cannot read " + path);
  address_ = address;
}

MappedFile::~MappedFile() {
  if (address_) munmap(address_, size_);
}

}  // namespace kronika
