// Two libraries, each for its own purpose: see digest.h.
#include "generator/core/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <xxhash.h>

#include "generator/core/failure.h"

namespace kronika {
namespace {

std::string raw_digest(const EVP_MD* algorithm, std::string_view bytes) {
  std::string out(EVP_MAX_MD_SIZE, '\0');
  unsigned int length = 0;
  if (!EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(out.data()), &length, algorithm,
                  nullptr)) {
    throw Failure{"the cryptographic library cannot compute a digest"};
  }
  out.resize(length);
  return out;
}

std::string in_hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace

Digest digest(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::string hex(const Digest& digest) {
  return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

std::string sha256_hex(std::string_view bytes) {
  return in_hex(raw_digest(EVP_sha256(), bytes));
}

std::string md5_hex(std::string_view bytes) {
  return in_hex(raw_digest(EVP_md5(), bytes));
}

std::string sri(std::string_view bytes) {
  const std::string raw = raw_digest(EVP_sha384(), bytes);
  std::string encoded(raw.size() * 2, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                                     reinterpret_cast<const unsigned char*>(raw.data()), static_cast<int>(raw.size()));
  encoded.resize(static_cast<std::size_t>(length));
  return "sha384-" + encoded;
}

}  // namespace kronika
