#include <doctest/doctest.h>

#include <thread>

#include "search/index/config.h"
#include "search/index/document.h"
#include "search/index/terms.h"
#include "search/text/search_failure.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

std::vector<SearchDocument> many_documents(std::size_t count) {
  const char* words[] = {"spółdzielnia", "catering", "opieka", "dzieci", "kielecki", "sklep", "las", "warsztat"};
  std::vector<SearchDocument> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t w = 0; w < 40; ++w) text += std::string(words[(i * 7 + w * (i % 5 + 1)) % 8]) + " ";
    out.push_back(document("/praktyki/" + std::to_string(i) + "/", "Wpis " + std::to_string(i), text));
  }
  return out;
}

}  // namespace

TEST_CASE("a stored document comes back as it was") {
  StoredDocument stored{"/a/",
                        "Tytuł",
                        "Streszczenie",
                        "praktyki",
                        "pl",
                        "2025-02-05",
                        "5 lutego 2025 r.",
                        "2025-02-04T23:00:00Z",
                        "2025-03-01T10:00:00Z",
                        true,
                        {{"nip", {"0039469401"}, false},
                         {"uslugi", {"catering", "druk"}, true},
                         {"puste", {}, true},
                         {"miejsce", {"1,2"}, false, true}},
                        {{0, "wstep"}, {70'001, "koniec"}},
                        {{"Telefon", "41 200 10 01", "tel:+48412001001"}, {"Adres", "ul. Długa 1", ""}}};
  const std::string bytes = encode(stored);
  CHECK(decode_document(bytes) == stored);
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{40}, bytes.size() - 1})
    CHECK_THROWS_AS(decode_document(std::string_view(bytes).substr(0, size)), SearchFailure);
  CHECK_THROWS_AS(decode_document(std::string(30, '\xFF')), SearchFailure);
}

TEST_CASE("search.toml comes back as it was written") {
  SearchConfig config = two_language_config();
  config.lists = {{"rejestr", "/rejestr/", 30}, {"praktyki", "/praktyki/", 1}};
  config.site_title = "Tytuł \"w cudzysłowie\" \\ i <znaki>\nnowy wiersz";
  const SearchConfig read = read_search_config(write_search_config(config), "search.toml");
  CHECK(read.site_title == config.site_title);
  CHECK(read.origin == "https://es.example.org");
  CHECK(read.action == "/szukaj");
  REQUIRE(read.lists.size() == 2);
  CHECK(read.lists[0].collection == "rejestr");
  CHECK(read.lists[0].url == "/rejestr/");
  CHECK(read.lists[0].pages == 30);
  CHECK(read.page_size == 10);
  REQUIRE(read.languages.size() == 2);
  CHECK(read.languages[1].results == "results.en.mustache");
  REQUIRE(read.facets.size() == 3);
  CHECK(read.facets[1].labels == std::vector<std::string>{"Powiat", "County"});
  CHECK(read.facets[1].values[2].labels[1] == "Końskie county");
  CHECK(read.number("collection", "rejestr") == 1u);
  CHECK(read.number("uslugi", "catering") == 5u);
  CHECK_FALSE(read.number("uslugi", "buski").has_value());
  CHECK_FALSE(read.number("gmina", "buski").has_value());
  CHECK(write_search_config(read) == write_search_config(config));
  CHECK(read.query_log == "");
  CHECK(read.as_of == "");
  config.built = "2026-11-25";
  config.as_of = "stan_na";
  CHECK(read_search_config(write_search_config(config), "search.toml").built == config.built);
  CHECK(read_search_config(write_search_config(config), "search.toml").as_of == config.as_of);
  config.query_log = "/var/log/\"a\".tsv";
  CHECK(read_search_config(write_search_config(config), "search.toml").query_log == config.query_log);
}

TEST_CASE("a search.toml that is damaged or of another version is refused") {
  const std::string good = write_search_config(two_language_config());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = good;
    changed.replace(changed.find(from), from.size(), to);
    return changed;
  };
  const std::string bad[] = {"",
                             "version = 4\n",
                             "= =",
                             good.substr(0, good.size() / 2),
                             with("version = 4", "version = 1"),
                             with("page_size = 10", "page_size = 0"),
                             with("page_size = 10", "page_size = -1"),
                             with("page_size = 10", "page_size = 101"),
                             with("\"/szukaj\"", "7"),
                             with("[\"Powiat\", \"County\"]", "[\"Powiat\"]"),
                             good + "[[lists]]\ncollection = \"rejestr\"\nurl = \"/rejestr/\"\n",
                             with("values = [", "velues = ["),
                             with("[\"buski\",", "[7,")};
  for (const std::string& bytes : bad) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(read_search_config(bytes, "search.toml"), SearchFailure);
  }
}

TEST_CASE("the bytes of an index do not depend on threads or on the order in which documents come") {
  const std::vector<SearchDocument> documents = many_documents(205);
  const SearchConfig config = two_language_config();
  const PolishDictionary dictionary(dictionary_path());
  const TemporaryFolder folder;
  const auto write = [&](const char* name, unsigned threads, bool backwards) {
    const auto file = folder.path() / name, pages = folder.path() / (std::string(name) + ".pages");
    IndexWriter writer({file, pages}, config, dictionary, documents.size() + 1, 400);
    std::vector<std::thread> running;
    for (unsigned t = 0; t < threads; ++t)
      running.emplace_back([&, t] {
        for (std::size_t i = t; i < documents.size(); i += threads) {
          const std::size_t number = backwards ? documents.size() - 1 - i : i;
          writer.add(number, documents[number]);
        }
      });
    for (std::thread& thread : running) thread.join();
    writer.skip(documents.size());
    writer.finish();
    return std::pair{read_bytes(file), read_bytes(pages)};
  };
  const auto once = write("a", 1, false);
  CHECK_FALSE(once.second.empty());
  CHECK((once == write("b", 4, false)));
  CHECK((once == write("c", 1, true)));
  CHECK(Xapian::Database((folder.path() / "a").string()).get_doccount() == documents.size());
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a.parts"));
}

TEST_CASE("another content gives another identifier, the same content the same") {
  const TemporaryFolder folder;
  const SearchConfig config = two_language_config();
  const auto identifier = [&](const char* name, std::vector<SearchDocument> documents) {
    write_search_folder(folder.path() / name, config, documents);
    return read_bytes(folder.path() / name / index_file).substr(16, 16);
  };
  const std::string first = identifier("a", many_documents(3));
  CHECK(first == identifier("b", many_documents(3)));
  CHECK(first != identifier("c", many_documents(4)));
  CHECK(first != std::string(16, '\0'));
}

TEST_CASE("an index without documents can be searched") {
  const SearchSite site(two_language_config(), {});
  CHECK(site.search("q=pies").total == 0);
  CHECK(site.search("").total == 0);
  CHECK(site.search("powiat=buski").total == 0);
}

TEST_CASE("what cannot be indexed stops the build with a reason") {
  const SearchConfig config = two_language_config();
  const PolishDictionary dictionary(dictionary_path());
  const TemporaryFolder folder;
  IndexWriter writer({folder.path() / "site.glass", folder.path() / "site.pages"}, config, dictionary, 1, 0);
  SearchDocument wrong = document("/x/", "X", "x");
  wrong.facets = {{"powiat", "atlantydzki"}};
  CHECK_THROWS_WITH_AS(writer.add(0, wrong), "/x/: the search configuration has no value 'atlantydzki' of 'powiat'",
                       SearchFailure);
  write_file(folder.path() / "file", "");
  const IndexFiles nowhere{folder.path() / "file" / "site.glass", folder.path() / "file" / "site.pages"};
  CHECK_THROWS_AS(IndexWriter(nowhere, config, dictionary, 1, 0), SearchFailure);
}

TEST_CASE("words of any length are indexed") {
  SearchDocument long_word = document("/x/", std::string(3000, 'x'), std::string(100'000, 'y') + " pies");
  const SearchSite site(two_language_config(), {long_word});
  CHECK(site.search("q=psy").total == 1);
}

TEST_CASE("a missing or damaged part of the search folder is named") {
  const TemporaryFolder folder;
  write_search_folder(folder.path(), two_language_config(), many_documents(2));
  CHECK_NOTHROW(IndexReader(folder.path().string()).open_all());
  for (const std::string_view part : {config_file, dictionary_file, index_file}) {
    CAPTURE(part);
    const auto path = folder.path() / part;
    std::filesystem::rename(path, folder.path() / "away");
    CHECK_THROWS_AS(IndexReader(folder.path().string()).open_all(), SearchFailure);
    write_file(path, "damaged");
    CHECK_THROWS_AS(IndexReader(folder.path().string()).open_all(), SearchFailure);
    std::filesystem::rename(folder.path() / "away", path);
  }
}

TEST_CASE("a page's weight becomes a bonus within bounds") {
  CHECK(length_norm(100, 100) == 1);
  CHECK(length_norm(200, 100) == doctest::Approx(1.6));
  CHECK(length_norm(0, 100) == 0.5);
  CHECK(length_norm(7, 0) == 1);
  CHECK(page_bonus(1) == 4);
  CHECK(page_bonus(2) == 5);
  CHECK(page_bonus(1000) == 8);
  CHECK(page_bonus(0) == 0);
  CHECK(page_bonus(-5) == 0);
}
