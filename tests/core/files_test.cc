#include "generator/core/files.h"

#include <doctest/doctest.h>

#include <functional>

#include "generator/core/failure.h"
#include "generator/core/parallel.h"
#include "tests/serve/temporary_folder.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

std::string failure_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

void check_contract(Files& files, const TemporaryFolder& outside) {
  files.write("b/c/page.html", "first");
  files.write("b/c/page.html", "second, longer");
  files.write("a.txt", std::string_view("\0x", 2));
  files.copy_in(outside.write("from.bin", "copied"), "bin/from");
  CHECK(files.list() == std::vector<std::string>{"a.txt", "b/c/page.html", "bin/from"});
  CHECK(files.read("b/c/page.html") == "second, longer");
  CHECK(files.read("a.txt") == std::string("\0x", 2));
  CHECK(files.read("bin/from") == "copied");
  CHECK_FALSE(files.read("missing"));
  CHECK_FALSE(files.read("b"));
  CHECK(failure_of([&] { files.copy_in(outside.path() / "gone", "x"); }).find("gone") != std::string::npos);
}

}  // namespace

TEST_CASE("files on the disk and in memory keep one contract") {
  const TemporaryFolder folder;
  MemoryFiles memory;
  check_contract(memory, folder);
  DiskFiles disk(folder.path() / "root");
  check_contract(disk, folder);
}

TEST_CASE("a copy keeps the permissions of a program") {
  const TemporaryFolder folder;
  const auto from = folder.write("program", "#!/bin/sh\n");
  fs::permissions(from, fs::perms(0755));
  DiskFiles(folder.path() / "root").copy_in(from, "cgi-bin/search");
  CHECK((fs::status(folder.path() / "root/cgi-bin/search").permissions() & fs::perms::owner_exec) != fs::perms::none);
}

TEST_CASE("a disk that refuses is told with the path and the reason") {
  const TemporaryFolder folder;
  folder.write("root/taken", "a file");
  DiskFiles files(folder.path() / "root");
  const std::string said = failure_of([&] { files.write("taken/page.html", "x"); });
  CHECK(said.find("taken") != std::string::npos);
  CHECK(said.find("Not a directory") != std::string::npos);
  fs::create_directory(folder.path() / "root/folder");
  CHECK(failure_of([&] { files.write("folder", "x"); }).find("Is a directory") != std::string::npos);
  CHECK(failure_of([&] { read_file(folder.path() / "gone"); }).find("No such file") != std::string::npos);
}

TEST_CASE("a root that is not there has no files") {
  const TemporaryFolder folder;
  CHECK(DiskFiles(folder.path() / "nothing").list().empty());
}

TEST_CASE("many threads may write into new folders") {
  const TemporaryFolder folder;
  DiskFiles files(folder.path() / "root");
  parallel_for(200, 4, [&](std::size_t i) { files.write(std::to_string(i % 7) + "/" + std::to_string(i), "x"); });
  CHECK(files.list().size() == 200);
}

}  // namespace kronika
