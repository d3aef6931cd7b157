// The only user of libgit2: a revision's tree as a Source. Works in bare repositories; the site may be a subfolder.
#include <git2.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "generator/core/failure.h"
#include "generator/source/folders.h"
#include "generator/source/source.h"

namespace kronika {
namespace fs = std::filesystem;
namespace {

template <auto free_function>
struct Freer {
  template <class T>
  void operator()(T* handle) const {
    free_function(handle);
  }
};
using Repository = std::unique_ptr<git_repository, Freer<git_repository_free>>;
using Object = std::unique_ptr<git_object, Freer<git_object_free>>;
using Tree = std::unique_ptr<git_tree, Freer<git_tree_free>>;
using TreeEntry = std::unique_ptr<git_tree_entry, Freer<git_tree_entry_free>>;
using Blob = std::unique_ptr<git_blob, Freer<git_blob_free>>;

/// libgit2 counts these calls, so that each Source may make one.
struct Library {
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

[[noreturn]] void fail(const std::string& what, int status) {
  const git_error* error = git_error_last();
  std::string message = what + ": " + (error && error->message ? error->message : "unknown reason");
  if (status == GIT_EOWNER) {
    message +=
        "; the repository belongs to another user: run kronika as that user, or allow it with "
        "'git config --global --add safe.directory FOLDER'";
  }
  throw Failure{message};
}

std::string relative_site(git_repository* repository, const fs::path& site) {
  const char* work_tree = git_repository_workdir(repository);
  if (!work_tree) return "";
  const std::string path =
      fs::weakly_canonical(site).lexically_relative(fs::weakly_canonical(work_tree)).generic_string();
  return path == "." ? "" : path;
}

class GitSource final : public Source {
 public:
  GitSource(const fs::path& site, const std::string& revision) {
    git_repository* repository = nullptr;
    if (const int status = git_repository_open_ext(&repository, site.c_str(), 0, nullptr)) {
      fail("cannot open the git repository of " + site.string(), status);
    }
    repository_.reset(repository);
    const Tree root = open_tree(revision, relative_site(repository, site));
    collect(*root, "");
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.file.path < b.file.path; });
    for (const Entry& entry : entries_) files_.push_back(entry.file);
  }

  const std::vector<SourceFile>& files() const override { return files_; }
  std::optional<std::string> commit() const override { return commit_; }

  std::string read(std::string_view path) const override {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), path,
                                        [](const Entry& e, std::string_view p) { return e.file.path < p; });
    if (found == entries_.end() || found->file.path != path || found->file.kind != FileKind::regular) {
      throw Failure{"no such source file: " + std::string(path)};
    }
    const std::scoped_lock lock(mutex_);
    git_blob* raw = nullptr;
    if (const int status = git_blob_lookup(&raw, repository_.get(), &found->id))
      fail("cannot read " + std::string(path), status);
    const Blob blob(raw);
    return {static_cast<const char*>(git_blob_rawcontent(raw)), static_cast<std::size_t>(git_blob_rawsize(raw))};
  }

 private:
  struct Entry {
    SourceFile file;
    git_oid id;
  };

  Tree open_tree(const std::string& revision, const std::string& folder) {
    git_object* raw = nullptr;
    if (const int status = git_revparse_single(&raw, repository_.get(), (revision + "^{commit}").c_str())) {
      fail("there is no revision '" + revision + "'", status);
    }
    const Object commit(raw);
    char id[GIT_OID_HEXSZ + 1];
    commit_ = git_oid_tostr(id, sizeof id, git_object_id(commit.get()));
    git_object* tree = nullptr;
    if (const int status = git_object_peel(&tree, commit.get(), GIT_OBJECT_TREE))
      fail("cannot read the commit", status);
    Tree root(reinterpret_cast<git_tree*>(tree));
    if (folder.empty()) return root;
    git_tree_entry* entry = nullptr;
    if (const int status = git_tree_entry_bypath(&entry, root.get(), folder.c_str())) {
      fail("revision '" + revision + "' has no folder " + folder, status);
    }
    const TreeEntry owner(entry);
    return subtree(*entry);
  }

  Tree subtree(const git_tree_entry& entry) const {
    git_tree* tree = nullptr;
    if (const int status = git_tree_lookup(&tree, repository_.get(), git_tree_entry_id(&entry)))
      fail("cannot read a folder", status);
    return Tree(tree);
  }

  bool belongs(const std::string& path, std::string_view name, bool top) const {
    if (is_ignored_name(name)) return false;
    return !top || path == site_file || std::find(site_folders.begin(), site_folders.end(), path) != site_folders.end();
  }

  void collect(const git_tree& tree, const std::string& prefix) {
    for (std::size_t i = 0; i < git_tree_entrycount(&tree); ++i) {
      const git_tree_entry* entry = git_tree_entry_byindex(&tree, i);
      const std::string path = prefix + git_tree_entry_name(entry);
      if (belongs(path, git_tree_entry_name(entry), prefix.empty())) add(*entry, path);
    }
  }

  void add(const git_tree_entry& entry, const std::string& path) {
    const git_filemode_t mode = git_tree_entry_filemode(&entry);
    if (mode == GIT_FILEMODE_TREE) {
      collect(*subtree(entry), path + "/");
      return;
    }
    SourceFile file{path, FileKind::regular, 0};
    if (mode == GIT_FILEMODE_LINK) file.kind = FileKind::symlink;
    if (mode == GIT_FILEMODE_COMMIT) file.kind = FileKind::submodule;
    if (file.kind == FileKind::regular) file.size = size_of(*git_tree_entry_id(&entry));
    entries_.push_back({std::move(file), *git_tree_entry_id(&entry)});
  }

  std::uint64_t size_of(const git_oid& id) {
    if (!database_) {
      git_odb* odb = nullptr;
      if (const int status = git_repository_odb(&odb, repository_.get()))
        fail("cannot open the object database", status);
      database_.reset(odb);
    }
    std::size_t size = 0;
    git_object_t type{};
    if (const int status = git_odb_read_header(&size, &type, database_.get(), &id))
      fail("cannot read an object", status);
    return size;
  }

  Library library_;
  Repository repository_;
  std::unique_ptr<git_odb, Freer<git_odb_free>> database_;
  mutable std::mutex mutex_;  // a repository belongs to one thread at a time
  std::string commit_;
  std::vector<Entry> entries_;
  std::vector<SourceFile> files_;
};

}  // namespace

std::unique_ptr<Source> git_revision(const fs::path& site, const std::string& revision) {
  return std::make_unique<GitSource>(site, revision);
}

}  // namespace kronika
