#include "generator/checks/personal_number.h"

#include <doctest/doctest.h>

#include <string>

namespace kronika {
namespace {

constexpr const char* valid = "85020212343";

using Offsets = std::vector<std::size_t>;

Offsets found(const std::string& text) {
  return personal_numbers(text);
}

}  // namespace

TEST_CASE("a number of a person has a check sum and a day of birth in its century") {
  CHECK(found(valid) == Offsets{0});
  for (const char* number : {"03220212343", "99820312341", "00222912349"}) {
    CAPTURE(number);
    CHECK(found(std::string("x ") + number + ".") == Offsets{2});
  }
  for (const char* number : {"85020212341",     // the sum
                             "85130212347",     // the thirteenth month
                             "85023012346",     // the thirtieth of February
                             "00000000000"}) {  // no day
    CAPTURE(number);
    CHECK(found(number).empty());
  }
}

TEST_CASE("wherever it begins, it is found") {
  for (std::size_t before = 0; before < 40; ++before) {
    CAPTURE(before);
    CHECK(found(std::string(before, ' ') + valid + ", " + std::string(before % 7, '1') + " x") == Offsets{before});
  }
  CHECK(found(std::string("PESEL:") + valid + ";" + valid) == Offsets{6, 18});
}

TEST_CASE("other numbers of offices, telephones and files are none") {
  for (const char* text : {"0087265953", "009971372", "00997137212345", "0000976951", "PL61109010140000071219812874",
                           "1850202123430", "8502021234", "+48612123457", "850 202 123 43", "0.85020212343",
                           "a85020212343f", "85020212343ab", "41 200 10 00", "26 1090 1014 0000 0712 1981 2874"}) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
}

}  // namespace kronika
