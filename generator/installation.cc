// The programs find their data beside themselves, so a build tree and an installed copy both work where they stand.
#include <unistd.h>

#include "generator/build.h"
#include "generator/core/failure.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

fs::path must_exist(const fs::path& path, const char* what) {
  std::error_code error;
  if (fs::exists(path, error)) return path;
  throw Failure{std::string(what) + " is missing: " + path.string() + "; build or install Kronika again"};
}

}  // namespace

Installation find_installation() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) throw Failure{"cannot tell where the program is: " + error.message()};
  const fs::path folder = program.parent_path();
  const fs::path share = folder.parent_path() / "share" / "kronika";
  return {must_exist(share / "themes" / "default", "the built-in theme"),
          must_exist(share / "polish.dict", "the Polish dictionary"),
          must_exist(folder / "kronika-search", "the search program"),
          must_exist(share / "server-config", "the folder of server configurations")};
}

}  // namespace kronika
