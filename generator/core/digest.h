// Digests: a fast one to compare within a machine, SHA-2 for what leaves it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kronika {

/// XXH3, 128 bits; for caches and fingerprints, not against an adversary.
struct Digest {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const Digest&) const = default;
};
Digest digest(std::string_view bytes);
std::string hex(const Digest& digest);  // 32 lower-case digits

std::string sha256_hex(std::string_view bytes);
/// Only where a format asks for it: it tells damage, not malice.
std::string md5_hex(std::string_view bytes);
/// `sha384-…` in base64, as Subresource Integrity wants it.
std::string sri(std::string_view bytes);

}  // namespace kronika
