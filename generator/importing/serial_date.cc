// ECMA-376, part 1, 18.17.4 (dates and times) and 18.8.30 (number formats).
#include "generator/importing/serial_date.h"

#include <cmath>

#include "generator/core/date.h"

namespace kronika {
namespace {

constexpr double first_beyond = 2958466;  // 10000-01-01 from 1900
constexpr int false_leap_day = 60;        // "29 February 1900"
constexpr int days_between_systems = 1462;
constexpr int seconds_of_day = 86400;

}  // namespace

std::optional<std::string> date_of_serial(double serial, DateSystem system) {
  using namespace std::chrono;
  if (system == DateSystem::from_1904 && serial >= 0) serial += days_between_systems;
  if (!(serial >= 1 && serial < first_beyond)) return std::nullopt;
  auto day = static_cast<int>(std::floor(serial));
  auto second = static_cast<int>(std::lround((serial - day) * seconds_of_day));
  if (second == seconds_of_day) {
    second = 0;
    ++day;
  }
  if (day == false_leap_day) return std::nullopt;
  const sys_days first = year{1899} / December / (day < false_leap_day ? 31 : 30);
  const Date date{first + days{day}};
  if (second == 0) return iso(date);
  return iso(DateTime{date, second / 3600, second / 60 % 60, second % 60, {}});
}

bool is_date_format(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

bool is_date_format(std::string_view code) {
  for (std::size_t at = 0; at < code.size(); ++at) {
    switch (code[at]) {
      case '"':
        at = std::min(code.find('"', at + 1), code.size());
        break;
      case '[':
        at = std::min(code.find(']', at + 1), code.size());
        break;
      case '\\':
      case '_':
      case '*':
        ++at;
        break;
      case ';':
        return false;  // the first section is for positive numbers, and days are that
      case 'd':
      case 'D':
      case 'y':
      case 'Y':
      case 'm':
      case 'M':
      case 'h':
      case 'H':
      case 's':
      case 'S':
        return true;
      case 'G':
      case 'g':
        if (code.substr(at, 7) == "General") at += 6;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace kronika
