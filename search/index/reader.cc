// Where the files of a search are opened, and by what name each is found.
#include "search/index/reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "search/text/search_failure.h"

namespace kronika {
namespace {

std::string path_in(const std::string& folder, std::string_view name) {
  std::string path = folder;
  path += '/';
  path += name;
  return path;
}

std::string read_whole(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw SearchFailure("cannot open " + path + ": " + std::strerror(errno));
  std::string out;
  char buffer[16384];
  ssize_t got = 0;
  while ((got = ::read(file, buffer, sizeof buffer)) > 0) out.append(buffer, static_cast<std::size_t>(got));
  const int reason = errno;
  ::close(file);
  if (got < 0) throw SearchFailure("cannot read " + path + ": " + std::strerror(reason));
  return out;
}

Xapian::Database open_database(const std::string& path) {
  try {
    return Xapian::Database(path, Xapian::DB_OPEN);
  } catch (const Xapian::Error& error) {
    throw SearchFailure("cannot open " + path + ": " + error.get_msg());
  }
}

}  // namespace

IndexReader::IndexReader(std::string folder)
    : folder_(std::move(folder)),
      config_(read_search_config(read(std::string(config_file)), path_in(folder_, config_file))),
      dictionary_(path_in(folder_, dictionary_file)),
      synonyms_(path_in(folder_, synonyms_file)),
      suggestions_(config_.languages.size()) {}

const Xapian::Database& IndexReader::database() const {
  if (!database_) database_.emplace(open_database(path_in(folder_, index_file)));
  return *database_;
}

const PageStore& IndexReader::pages() const {
  if (!pages_) pages_.emplace(path_in(folder_, pages_file));
  return *pages_;
}

const WordList& IndexReader::words() const {
  if (!words_) words_.emplace(path_in(folder_, words_file));
  return *words_;
}

const WordList& IndexReader::forms() const {
  if (!forms_) forms_.emplace(path_in(folder_, forms_file));
  return *forms_;
}

const WordList& IndexReader::suggestions(std::size_t language) const {
  std::optional<WordList>& list = suggestions_[language];
  if (!list) list.emplace(path_in(folder_, suggestions_file(config_.languages[language].code)));
  return *list;
}

void IndexReader::open_all() const {
  database();
  pages();
  words();
  forms();
  for (std::size_t i = 0; i < suggestions_.size(); ++i) suggestions(i);
}

std::string IndexReader::read(const std::string& name) const {
  return read_whole(path_in(folder_, name));
}

}  // namespace kronika
