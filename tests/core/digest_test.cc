#include "generator/core/digest.h"

#include <doctest/doctest.h>

namespace kronika {

TEST_CASE("digests are the ones that others compute") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(md5_hex("abc") == "900150983cd24fb0d6963f7d28e17f72");
  CHECK(sri("abc") == "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
  CHECK(hex(digest("")) == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("one byte more or less is another digest") {
  CHECK(digest("abc") == digest("abc"));
  CHECK(digest("abc") != digest("abd"));
  CHECK(digest(std::string_view("a\0b", 3)) != digest("a"));
  CHECK(hex({1, 0x0a}) == "0000000000000001000000000000000a");
}

}  // namespace kronika
