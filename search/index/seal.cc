// Same documents, same bytes: a release can be compared and reproduced.
#include "search/index/seal.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr std::size_t identifier_at = 16, identifier_size = 16;

/// Two lanes over words of eight bytes. Not against an adversary; it tells contents apart.
std::array<std::uint64_t, 2> digest(std::string_view bytes) {
  constexpr std::uint64_t first_prime = 0x9E3779B185EBCA87, second_prime = 0xC2B2AE3D27D4EB4F;
  std::uint64_t high = first_prime, low = second_prime ^ bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    high = std::rotl((high ^ word) * first_prime, 29);
    low = std::rotl((low + word) * second_prime, 31) ^ high;
  }
  return {high, low};
}

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw SearchFailure("cannot write the search index " + file.string() + ": " + std::strerror(errno));
}

}  // namespace

void seal_index(const std::filesystem::path& file) {
  const int handle = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (handle < 0) fail(file);
  struct stat status {};
  void* mapping = MAP_FAILED;
  if (fstat(handle, &status) == 0 && status.st_size >= static_cast<off_t>(identifier_at + identifier_size))
    mapping = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
  ::close(handle);
  if (mapping == MAP_FAILED) fail(file);
  char* bytes = static_cast<char*>(mapping);
  const auto size = static_cast<std::size_t>(status.st_size);
  std::memset(bytes + identifier_at, 0, identifier_size);
  const std::array<std::uint64_t, 2> sum = digest({bytes, size});
  std::memcpy(bytes + identifier_at, sum.data(), identifier_size);
  munmap(mapping, size);
}

}  // namespace kronika
