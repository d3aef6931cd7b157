// libzip writes the format; what is ours is that nothing depends on the clock, the time zone or the order of calls.
#include "generator/packs/archive.h"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "generator/core/failure.h"
#include "generator/output/content_type.h"

namespace kronika {
namespace {

constexpr int first_year = 1980, last_year = 2107;

[[noreturn]] void fail(const std::string& what) {
  throw Failure{"cannot make a ZIP archive: " + what};
}

struct DosDay {
  zip_uint16_t date;
};

DosDay dos_day(Date day) {
  const int year = static_cast<int>(day.year());
  if (year < first_year) return {(1 << 5) | 1};
  const auto years = static_cast<unsigned>(std::min(year, last_year) - first_year);
  return {static_cast<zip_uint16_t>(years << 9 | static_cast<unsigned>(day.month()) << 5 |
                                    static_cast<unsigned>(day.day()))};
}

/// Is it worth to compress a file of this name?
bool gets_smaller(std::string_view name) {
  const std::string_view type = content_type(name);
  return is_text(type) || type == "application/pdf" || type == "application/octet-stream" ||
         type == "application/msword" || type == "application/rtf";
}

using Zip = std::unique_ptr<zip_t, decltype([](zip_t* zip) { zip_discard(zip); })>;
using ZipSource = std::unique_ptr<zip_source_t, decltype([](zip_source_t* source) { zip_source_free(source); })>;

void put(zip_t* zip, const std::string& name, const std::string& bytes, bool compress, DosDay day) {
  zip_source_t* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
  if (!source) fail(zip_strerror(zip));
  const zip_int64_t number = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (number < 0) {
    zip_source_free(source);
    fail(name + ": " + zip_strerror(zip));
  }
  const auto at = static_cast<zip_uint64_t>(number);
  if (zip_set_file_compression(zip, at, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(zip, at, 0, day.date, 0) != 0) {
    fail(name + ": " + zip_strerror(zip));
  }
}

std::string contents(zip_source_t* source) {
  zip_stat_t about;
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) {
    fail(zip_error_strerror(zip_source_error(source)));
  }
  std::string out(about.size, '\0');
  const zip_int64_t read = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != about.size) fail("it cannot be read back");
  return out;
}

}  // namespace

void Archive::add_first(std::string name, std::string bytes) {
  first_.emplace(std::move(name), std::move(bytes));
}

bool Archive::add(std::string name, std::string bytes) {
  return files_.emplace(std::move(name), std::move(bytes)).second;
}

std::vector<std::string> Archive::names() const {
  std::vector<std::string> out;
  for (const auto& [name, bytes] : files_) out.push_back(name);
  return out;
}

std::string Archive::bytes() const {
  zip_error_t error;
  zip_error_init(&error);
  const ZipSource source(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!source) fail(zip_error_strerror(&error));
  Zip zip(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
  if (!zip) fail(zip_error_strerror(&error));
  zip_source_keep(source.get());  // closing the archive drops its own hold on it
  const DosDay day = dos_day(day_);
  for (const auto& [name, bytes] : first_) put(zip.get(), name, bytes, false, day);
  for (const auto& [name, bytes] : files_) put(zip.get(), name, bytes, gets_smaller(name), day);
  if (zip_close(zip.get()) != 0) fail(zip_strerror(zip.get()));
  static_cast<void>(zip.release());
  return contents(source.get());
}

}  // namespace kronika
