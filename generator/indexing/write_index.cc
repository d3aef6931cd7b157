// Indexing is the longest pass of a build; pages are described and indexed on all threads at once.
#include <system_error>
#include <utility>

#include "generator/core/failure.h"
#include "generator/core/parallel.h"
#include "generator/indexing/describe.h"
#include "generator/indexing/indexing.h"
#include "generator/indexing/suggestions.h"
#include "search/index/writer.h"
#include "search/text/escape.h"
#include "search/text/search_failure.h"

namespace kronika {
namespace {

/// A folder that is gone at the end, whatever happens.
class WorkFolder {
 public:
  explicit WorkFolder(std::filesystem::path path) : path_(std::move(path)) {
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    if (error) throw Failure("cannot make the folder " + path_.string() + ": " + error.message());
  }
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::vector<SearchTexts> texts_of(const Views& views, const std::vector<SearchPage>& pages) {
  std::vector<SearchTexts> out;
  for (const SearchPage& page : pages)
    out.push_back({page.language, page.title, views.theme.text(page.language, "facet_collection"),
                   views.theme.text(page.language, "facet_date")});
  return out;
}

/// A template escapes what it prints, the markers included; they come back as search/render looks for them.
std::string with_plain_markers(std::string shell) {
  for (const std::string_view marker : {results_marker, title_marker}) {
    const std::string escaped = escape_html(marker);
    const std::size_t at = shell.find(escaped);
    if (at != std::string::npos) shell.replace(at, escaped.size(), marker);
  }
  return shell;
}

CountedWords keyed(std::span<const Synonym> synonyms, const Analyser& analyser) {
  CountedWords out;
  for (const Synonym& synonym : synonyms)
    for (std::string& key : synonym_keys(synonym.typed, analyser)) out[{std::move(key), synonym.meant}] = 1;
  return out;
}

/// text_size of the documents to be, on average.
double average_size(const Views& views) {
  double size = 0, count = 0;
  for (std::size_t i = 0; i < views.model.pages.size(); ++i) {
    const Page& page = views.model.pages[i];
    if (!is_searchable(page)) continue;
    std::size_t own = page.title.size() + page.summary.size();
    for (const TextSection& section : views.contents[i].body.sections)
      own += section.heading.size() + section.text.size();
    size += static_cast<double>(own);
    ++count;
  }
  return count > 0 ? size / count : 0;
}

std::size_t add_pages(const Views& views, unsigned jobs, IndexWriter& writer) {
  const SiteModel& model = views.model;
  const Collation collation(model.config->language);
  parallel_for(model.pages.size(), jobs, [&](std::size_t i) {
    const Page& page = model.pages[i];
    if (is_searchable(page))
      writer.add(i, describe(page, views.contents[i].body, model, collation, views.zone));
    else
      writer.skip(i);
  });
  std::size_t count = 0;
  for (const Page& page : model.pages) count += is_searchable(page) ? 1 : 0;
  return count;
}

}  // namespace

std::size_t write_index(const Views& views, const std::vector<SearchPage>& pages, std::span<const Synonym> synonyms,
                        const std::filesystem::path& dictionary, const std::filesystem::path& release, unsigned jobs,
                        OutputTree& tree) {
  const std::string folder = "search/";
  const SearchConfig config = describe_site(views.model, texts_of(views, pages));
  std::size_t count = 0;
  try {
    const PolishDictionary polish(dictionary.string());
    const WorkFolder work(release / "index.work");
    const IndexFiles files{work.path() / "site.glass", work.path() / "site.pages"};
    IndexWriter writer(files, config, polish, views.model.pages.size(), average_size(views));
    count = add_pages(views, jobs, writer);
    const IndexedWords words = writer.finish();
    tree.copy_in(files.database, folder + std::string(index_file));
    tree.copy_in(files.pages, folder + std::string(pages_file));
    tree.write(folder + std::string(words_file), write_word_list(words.words));
    tree.write(folder + std::string(forms_file), write_word_list(words.forms));
    const SuggestionSources sources{views.model, views.contents, config, synonyms, words.words, polish};
    for (const SearchLanguage& language : config.languages)
      tree.write(folder + suggestions_file(language.code), write_word_list(suggestions(sources, language.code)));
    tree.write(folder + std::string(synonyms_file), write_word_list(keyed(synonyms, *polish_analyser(polish))));
  } catch (const SearchFailure& failure) {
    throw Failure(failure.what());
  }
  tree.copy_in(dictionary, folder + std::string(dictionary_file));
  tree.write(folder + std::string(config_file), write_search_config(config));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    tree.write(folder + config.languages[i].shell, with_plain_markers(pages[i].shell));
    tree.write(folder + config.languages[i].results, pages[i].results);
  }
  return count;
}

}  // namespace kronika
