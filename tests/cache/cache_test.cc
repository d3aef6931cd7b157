#include "generator/cache/cache.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include "generator/cache/entry.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

/// Removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "kronika-cache-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::permissions(path_, fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  fs::path cache() const { return path_ / "kronika"; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void put(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// All files below, sorted.
std::vector<fs::path> files(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& each : fs::recursive_directory_iterator(folder))
    if (each.is_regular_file()) out.push_back(each.path());
  std::sort(out.begin(), out.end());
  return out;
}

void age(const fs::path& path, std::chrono::hours by) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - by);
}

/// Asks a new cache on the folder, as the next build would; tells how often the result was made.
struct Asked {
  std::string result;
  int made = 0;
  std::optional<std::string> trouble;
};
Asked ask(const fs::path& folder, std::string_view maker, std::string_view input, const std::string& result) {
  Cache cache(folder);
  Asked asked;
  asked.result = cache.result(maker, input, [&] {
    ++asked.made;
    return result;
  });
  asked.trouble = cache.trouble();
  return asked;
}

}  // namespace

TEST_CASE("a result is made once for one maker and one input") {
  const TemporaryFolder folder;
  struct Case {
    std::string maker, input, result;
  };
  const Case cases[] = {{"gzip 12", "a", "A"},
                        {"gzip 11", "a", "B"},
                        {"gzip 12", "b", "C"},
                        {"gzip 12", "", "D"},
                        {"gzip 1", "2\na", "E"},
                        {"empty", "a", ""},
                        {"zero", "a", std::string("\0x\n\0", 4)}};
  for (const int expected : {1, 0}) {
    for (const Case& each : cases) {
      CAPTURE(each.maker);
      const Asked asked = ask(folder.cache(), each.maker, each.input, each.result);
      CHECK(asked.result == each.result);
      CHECK(asked.made == expected);
      CHECK_FALSE(asked.trouble);
    }
  }
  CHECK(files(folder.cache()).size() == std::size(cases));
}

TEST_CASE("a result that was spoilt is never used, and is made anew") {
  const TemporaryFolder folder;
  ask(folder.cache(), "m", "other", "another result");
  const fs::path other = files(folder.cache()).at(0);
  ask(folder.cache(), "m", "input", "result");
  auto both = files(folder.cache());
  REQUIRE(both.size() == 2);
  const fs::path stored = both[0] == other ? both[1] : both[0];
  const std::string good = bytes_of(stored);
  const auto changed = [&](std::size_t at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    return bytes;
  };
  std::vector<std::string> spoilt = {"", "x", good + "x", good.substr(0, 20), bytes_of(other), std::string(100, '\0')};
  for (std::size_t at = 0; at < good.size(); ++at) spoilt.push_back(changed(at));
  for (std::size_t size = 0; size < good.size(); ++size) spoilt.push_back(good.substr(0, size));
  for (const std::string& bytes : spoilt) {
    CAPTURE(bytes);
    put(stored, bytes);
    Asked asked = ask(folder.cache(), "m", "input", "result");
    CHECK(asked.result == "result");
    CHECK(asked.made == 1);
    CHECK(bytes_of(stored) == good);
    asked = ask(folder.cache(), "m", "input", "never");
    CHECK(asked.result == "result");
    CHECK(asked.made == 0);
  }
}

TEST_CASE("what stands in a result's place and is no file is not read, and no failure") {
  struct Case {
    const char* what;
    std::function<void(const fs::path&)> stand_in;
  };
  const Case cases[] = {{"a folder", [](const fs::path& path) { fs::create_directory(path); }},
                        {"a link that leads nowhere", [](const fs::path& path) { fs::create_symlink("x", path); }},
                        {"a pipe", [](const fs::path& path) { REQUIRE(mkfifo(path.c_str(), 0600) == 0); }}};
  for (const Case& each : cases) {
    CAPTURE(each.what);
    const TemporaryFolder folder;
    ask(folder.cache(), "m", "input", "result");
    const fs::path stored = files(folder.cache()).at(0);
    fs::remove(stored);
    each.stand_in(stored);
    const Asked asked = ask(folder.cache(), "m", "input", "result");
    CHECK(asked.result == "result");
    CHECK(asked.made == 1);
  }
}

TEST_CASE("without a place to write results are made each time, and the reason is told") {
  const TemporaryFolder folder;
  put(folder.path() / "file", "");
  struct Case {
    fs::path cache;
    const char* trouble;
  };
  const Case cases[] = {{folder.path() / "file" / "kronika", "Not a directory"},
                        {folder.path() / "file", "Not a directory"},
                        {"/proc/kronika", "No such file or directory"}};
  for (const Case& each : cases) {
    CAPTURE(each.cache);
    for (int round = 0; round < 2; ++round) {
      const Asked asked = ask(each.cache, "m", "input", "result");
      CHECK(asked.result == "result");
      CHECK(asked.made == 1);
      CHECK(asked.trouble == std::optional<std::string>(each.trouble));
    }
    Cache(each.cache).prune();
  }
}

TEST_CASE("a cache that others may write to is not used, since they could write into the site") {
  const TemporaryFolder folder;
  ask(folder.cache(), "m", "input", "foreign");
  fs::permissions(folder.cache(), fs::perms::others_write, fs::perm_options::add);
  const Asked asked = ask(folder.cache(), "m", "input", "result");
  CHECK(asked.result == "result");
  CHECK(asked.trouble == std::optional<std::string>("others may write to it, or it belongs to somebody else"));
}

TEST_CASE("the cache is for its owner alone") {
  const TemporaryFolder folder;
  const mode_t mask = umask(0);
  ask(folder.cache(), "m", "input", "draft");
  umask(mask);
  for (const auto& each : fs::recursive_directory_iterator(folder.cache())) {
    CAPTURE(each.path());
    CHECK((each.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  }
  CHECK((fs::status(folder.cache()).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
}

TEST_CASE("many threads and caches may use one folder at once") {
  const TemporaryFolder folder;
  std::atomic<int> wrong = 0;
  const auto use = [&](Cache& cache) {
    for (int i = 0; i < 200; ++i) {
      const std::string input = std::to_string(i % 50);
      if (cache.result("m", input, [&] { return std::string(1000, 'x') + input; }) != std::string(1000, 'x') + input)
        ++wrong;
      if (i % 60 == 0) cache.prune();
    }
  };
  {
    Cache one(folder.cache()), two(folder.cache(), {std::chrono::hours(24), 20'000});
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i) {
      threads.emplace_back([&] { use(one); });
      threads.emplace_back([&] { use(two); });
    }
    for (std::jthread& thread : threads) thread.join();
    CHECK_FALSE(one.trouble());
    CHECK_FALSE(two.trouble());
  }
  CHECK(wrong == 0);
  for (const fs::path& file : files(folder.cache())) CHECK_FALSE(file.filename().string().starts_with("."));
}

TEST_CASE("a result that is used is as young as today, and one that is not used goes") {
  const TemporaryFolder folder;
  ask(folder.cache(), "m", "used", "1");
  const fs::path used = files(folder.cache()).at(0);
  age(used, std::chrono::hours(24 * 100));
  CHECK(ask(folder.cache(), "m", "used", "never").made == 0);
  ask(folder.cache(), "m", "unused", "2");
  for (const fs::path& each : files(folder.cache()))
    if (each != used) age(each, std::chrono::hours(24 * 91));
  Cache(folder.cache()).prune();
  CHECK(files(folder.cache()) == std::vector<fs::path>{used});
  age(used, std::chrono::hours(24 * 89));
  Cache(folder.cache()).prune();
  CHECK(files(folder.cache()) == std::vector<fs::path>{used});
}

TEST_CASE("the longest unused go first when there are too many bytes") {
  const TemporaryFolder folder;
  std::vector<fs::path> by_age;
  for (int days = 0; days < 5; ++days) {
    ask(folder.cache(), "m", std::to_string(days), std::string(1000, 'x'));
    for (const fs::path& each : files(folder.cache()))
      if (std::find(by_age.begin(), by_age.end(), each) == by_age.end()) by_age.push_back(each);
    age(by_age.back(), std::chrono::hours(24 * days + 1));
  }
  Cache(folder.cache(), {std::chrono::hours(24 * 90), 3'500}).prune();
  by_age.resize(3);
  std::sort(by_age.begin(), by_age.end());
  CHECK(files(folder.cache()) == by_age);
}

TEST_CASE("nothing but old results and old half-written ones is ever removed") {
  const TemporaryFolder folder;
  const std::string name(30, 'a');
  const std::vector<std::string> foreign = {
      "letter.txt", "ab/letter.txt", "ab/" + name + "a",           "ab/" + name + ".txt", "abc/" + name,
      "AB/" + name, "x/" + name,     "ab/" + name.substr(1) + "g", "ab/.newer",           "ab/cd/" + name};
  fs::create_directory(folder.cache());
  for (const std::string& each : foreign) put(folder.cache() / each, "mine");
  put(folder.path() / "outside", "mine");
  fs::create_symlink(folder.path() / "outside", folder.cache() / "ab" / std::string(30, 'b'));
  put(folder.cache() / "ab" / name, "result");
  put(folder.cache() / "ab" / ".new-abcdef", "half");
  put(folder.cache() / "ab" / ".new-running", "half");
  for (const fs::path& each : files(folder.cache())) age(each, std::chrono::hours(24 * 400));
  age(folder.path() / "outside", std::chrono::hours(24 * 400));
  age(folder.cache() / "ab" / ".new-running", std::chrono::hours(1));
  Cache(folder.cache(), {std::chrono::hours(1), 0}).prune();
  for (const std::string& each : foreign) {
    CAPTURE(each);
    CHECK(bytes_of(folder.cache() / each) == "mine");
  }
  CHECK(bytes_of(folder.path() / "outside") == "mine");
  CHECK(fs::exists(folder.cache() / "ab" / ".new-running"));
  CHECK_FALSE(fs::exists(folder.cache() / "ab" / name));
  CHECK_FALSE(fs::exists(folder.cache() / "ab" / ".new-abcdef"));
}

TEST_CASE("the usual folder is the user's own") {
  struct Case {
    const char *cache, *home;
    std::optional<fs::path> folder;
  };
  const Case cases[] = {{"/c", "/h", "/c/kronika"},
                        {nullptr, "/h", "/h/.cache/kronika"},
                        {"", "/h", "/h/.cache/kronika"},
                        {"c", "/h", "/h/.cache/kronika"},
                        {nullptr, nullptr, std::nullopt},
                        {nullptr, "", std::nullopt},
                        {"relative", "relative", std::nullopt}};
  const auto kept = [](const char* name) {
    const char* value = std::getenv(name);
    return value ? std::optional<std::string>(value) : std::nullopt;
  };
  const auto set = [](const char* name, const char* value) { value ? setenv(name, value, 1) : unsetenv(name); };
  const auto cache = kept("XDG_CACHE_HOME"), home = kept("HOME");
  for (const Case& each : cases) {
    set("XDG_CACHE_HOME", each.cache);
    set("HOME", each.home);
    CHECK(usual_cache_folder() == each.folder);
  }
  set("XDG_CACHE_HOME", cache ? cache->c_str() : nullptr);
  set("HOME", home ? home->c_str() : nullptr);
}

}  // namespace kronika
