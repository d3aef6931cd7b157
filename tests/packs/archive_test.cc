#include "generator/packs/archive.h"

#include <doctest/doctest.h>
#include <zip.h>

#include <cstdlib>

namespace kronika {
namespace {

using namespace std::chrono_literals;

constexpr Date day{2026y, std::chrono::March, std::chrono::day{14}};

Archive book(bool reversed) {
  Archive archive(day);
  archive.add_first("mimetype", "application/epub+zip");
  const std::pair<const char*, std::string> files[] = {
      {"a/tekst.txt", std::string(5000, 'a')}, {"łąka.csv", "x;y\n"}, {"b.png", std::string(5000, 'b')}};
  for (int i = 0; i < 3; ++i) {
    const auto& [name, bytes] = files[reversed ? 2 - i : i];
    archive.add(name, bytes);
  }
  return archive;
}

/// "name method date size", a line a file.
std::string listed(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(zip);
  std::string out;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t about;
    zip_stat_index(zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS, &about);
    out += std::string(about.name) + (about.comp_method == ZIP_CM_STORE ? " stored " : " deflated ") +
           std::to_string(about.size) + "\n";
  }
  zip_discard(zip);
  return out;
}

TEST_CASE("the same files give the same bytes, whatever the order, the clock and the time zone") {
  const std::string first = book(false).bytes();
  setenv("TZ", "Asia/Tokyo", 1);
  const std::string second = book(true).bytes();
  unsetenv("TZ");
  CHECK(first == second);
  CHECK(first == book(false).bytes());
}

TEST_CASE("a book's type comes first and as it is; texts are compressed, images are not") {
  const std::string bytes = book(false).bytes();
  CHECK(listed(bytes) == "mimetype stored 20\na/tekst.txt deflated 5000\nb.png stored 5000\nłąka.csv deflated 4\n");
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");  // no extra field in between
}

TEST_CASE("the first file of a name stays") {
  Archive archive(day);
  CHECK(archive.add("foto.png", "the editor's"));
  CHECK_FALSE(archive.add("foto.png", "ours"));
  CHECK(archive.bytes().find("the editor's") != std::string::npos);
  CHECK(archive.names() == std::vector<std::string>{"foto.png"});
}

TEST_CASE("days that ZIP cannot tell become the nearest") {
  const auto with_day = [](int year) {
    Archive archive(Date{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}});
    archive.add("a", "b");
    return archive.bytes();
  };
  CHECK(with_day(1950) == with_day(1980));
  CHECK(with_day(2300) == with_day(2107));
  CHECK(with_day(1981) != with_day(1980));
}

}  // namespace
}  // namespace kronika
