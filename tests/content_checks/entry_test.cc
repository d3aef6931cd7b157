#include "generator/content_checks/entry.h"

#include <doctest/doctest.h>

#include "generator/content_checks/offered_files.h"
#include "tests/content/site.h"
#include "tests/markdown/fake_host.h"

namespace kronika {
namespace {

const std::string fields = R"([collections.n]
[collections.n.fields]
nazwa = { type = "text", role = "title" }
lid = { type = "long_text", role = "summary" }
plik = { type = "file" }
pliki = { type = "list", of = "file" }
zdjecia = { type = "table", fields = { plik = { type = "image" }, opis = { type = "text", role = "alt" } } }
znaki = { type = "table", fields = { znak = { type = "image" }, nazwa = { type = "text" } } }
)";
const std::string path = "content/n/a/index.md";
const std::string many_words =
    "Jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć. "
    "Jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście "
    "dziewiętnaście dwadzieścia.\n";

struct Told {
  std::string front_matter = "title = \"Strona\"";
  std::string body = "Tekst.\n";
  std::vector<std::string> used = {};
  std::vector<std::string> films = {};
  std::vector<std::string> files = {};
  std::string settings = "";

  /// "3:8 E0325 …", a diagnostic a line.
  std::string operator()() const {
    initialise_markdown();
    TestSite::SourceFiles sources = {{"site.toml", site_toml(settings + fields)},
                                     {path, "+++\n" + front_matter + "\n+++\n\n" + body}};
    for (const std::string& file : files) sources["content/n/a/" + file] = "x";
    const TestSite site(std::move(sources));
    REQUIRE(site.told() == "");
    const Page& page = site.page(path);
    MarkdownOptions options;
    options.file = path;
    options.first_line = page.body_line;
    test::FakeHost host;
    Diagnostics diagnostics;
    RenderedPage rendered = render_markdown(page.body, options, host, diagnostics);
    for (const std::string& file : used) rendered.attachments.push_back("content/n/a/" + file);
    std::vector<std::string> shown;
    for (const std::string& film : films) shown.push_back("content/n/a/" + film);
    check_entry(page, rendered, shown, site.model, diagnostics);
    return joined(test::briefs(diagnostics.sorted()));
  }
};

}  // namespace

TEST_CASE("titles and summaries in capitals are told where they stand") {
  CHECK(Told{.front_matter = "title = \"ZAPROSZENIE NA WARSZTATY\""}() == "2:9 W0321 ZAPROSZENIE NA WARSZTATY");
  CHECK(Told{.front_matter = "nazwa = \"SPÓŁDZIELNIA SOCJALNA ŻUK\""}() == "2:9 W0321 SPÓŁDZIELNIA SOCJALNA");
  CHECK(Told{.front_matter = "title = \"x\"\nsummary = \"TO JEST BARDZO WAŻNE.\""}() ==
        "3:11 W0321 TO JEST BARDZO WAŻNE.");
  CHECK(Told{.front_matter = "title = \"x\"\nlid = \"TO JEST BARDZO WAŻNE.\""}() == "3:7 W0321 TO JEST BARDZO WAŻNE.");
  CHECK(Told{.front_matter = "title = \"ROPS i OWES\""}() == "");
}

TEST_CASE("photos in tables need a description that says something") {
  const auto photos = [](const std::string& rows) {
    return Told{.front_matter = "title = \"x\"\n" + rows, .files = {"a.png"}}();
  };
  CHECK(photos("zdjecia = [{ plik = \"a.png\" }]") == "3:21 E0216 a.png opis");
  CHECK(photos("zdjecia = [{ plik = \"a.png\", opis = \"\" }]") == "3:21 E0216 a.png opis");
  CHECK(photos("zdjecia = [{ plik = \"a.png\", opis = \"Zdjęcie 1\" }]") == "3:37 E0316 Zdjęcie 1");
  CHECK(photos("zdjecia = [{ plik = \"a.png\", opis = \"DSC1.jpg\" }]") == "3:37 E0306 DSC1.jpg");
  CHECK(photos("zdjecia = [{ plik = \"a.png\", opis = \"Dwie osoby przy stole\" }]") == "");
  CHECK(photos("znaki = [{ znak = \"a.png\" }]") == "3:19 E0216 a.png nazwa");
  CHECK(photos("zdjecia = [{ opis = \"zdjęcie\" }]") == "");
}

TEST_CASE("a film stands in its component, wherever else it is named") {
  CHECK(Told{.front_matter = "title = \"x\"\nplik = \"a.mp4\"", .files = {"a.mp4"}}() == "3:8 E0324 a.mp4");
  CHECK(Told{.front_matter = "title = \"x\"\npliki = [\"a.avi\"]", .files = {"a.avi"}}() == "3:10 E0324 a.avi");
  CHECK(Told{.body = "Oto\n[film](b.MOV).\n", .used = {"b.MOV"}, .files = {"b.MOV"}}() == "6:8 E0324 b.MOV");
  CHECK(Told{.files = {"c.webm"}}() == "1:1 E0324 c.webm");
  CHECK(Told{.used = {"c.webm"}, .films = {"c.webm"}, .files = {"c.webm"}}() == "");
  CHECK(Told{.files = {"c.vtt", "c.mp3"}}() == "");
}

TEST_CASE("a page that offers a document has words of its own") {
  CHECK(Told{.front_matter = "title = \"x\"\nplik = \"a.pdf\"", .files = {"a.pdf"}}() == "3:8 E0325 a.pdf 1 20");
  CHECK(Told{.body = "Oto [plik](b.docx).\n", .used = {"b.docx"}, .files = {"b.docx"}}() == "5:12 E0325 b.docx 2 20");
  CHECK(Told{.files = {"c.odt", "d.pdf"}}() == "1:1 E0325 c.odt 1 20");
  CHECK(Told{.body = many_words, .files = {"c.odt"}}() == "");
  CHECK(Told{.files = {"c.csv", "c.txt", "c.zip"}}() == "");
}

TEST_CASE("summaries count as words of the page, and the site says how many are needed") {
  const std::string words = many_words.substr(0, many_words.size() - 1);
  CHECK(Told{.front_matter = "title = \"x\"\nsummary = \"" + words + "\"", .files = {"c.odt"}}() == "");
  CHECK(Told{.front_matter = "title = \"x\"\nlid = \"" + words + "\"", .files = {"c.odt"}}() == "");
  CHECK(Told{.files = {"c.odt"}, .settings = "[checks]\ndocument_words = 1\n"}() == "");
  CHECK(Told{.body = many_words, .files = {"c.odt"}, .settings = "[checks]\ndocument_words = 21\n"}() ==
        "1:1 E0325 c.odt 20 21");
}

TEST_CASE("a file is offered once, where its author named it first") {
  const TestSite site({{"site.toml", site_toml(fields)},
                       {path, "+++\ntitle = \"x\"\nplik = \"a.pdf\"\n+++\n\nZob. [b](b.pdf) i [a](a.pdf).\n"},
                       {"content/n/a/a.pdf", "x"},
                       {"content/n/a/b.pdf", "x"},
                       {"content/n/a/c.pdf", "x"}});
  const std::vector<std::string> used = {"content/n/a/a.pdf", "content/n/a/b.pdf"};
  std::string out;
  for (const OfferedFile& file : offered_files(site.page(path), used))
    out += file.path.substr(12) + ":" + std::to_string(file.place.span.line) + " ";
  CHECK(out == "a.pdf:3 b.pdf:6 c.pdf:1 ");
}

}  // namespace kronika
