#include "generator/packs/packs.h"

#include <zip.h>

#include <algorithm>

#include "generator/packs/epub.h"
#include "generator/packs/folder.h"
#include "tests/views/view_site.h"

namespace kronika {
namespace {

TestSite::SourceFiles files() {
  TestSite::SourceFiles out = {
      {"site.toml",
       site_toml("[collections.lessons]\ntitle = \"Lekcje & zajęcia\"\nurl = \"/l/{slug}/\"\nsort = \"weight\"\n"
                 "packs = [\"print\", \"epub\", \"zip\"]\nentry_packs = [\"imscc\", \"zip\", \"epub\"]\n"
                 "[collections.lessons.fields]\nlicence = { type = \"licence\", label = \"Licencja\" }\n"
                 "photos = { type = \"table\", label = \"Zdjęcia\", fields = { file = { type = \"image\", label = "
                 "\"Plik\" }, what = { type = \"text\", label = \"Opis\" }, who = { type = \"text\", label = "
                 "\"Autor\" } } }\nsample = { type = \"bool\", role = \"example\" }\n"
                 "[collections.other]\ntitle = \"Inne\"\n")},
      {"content/other/o.md", "+++\ntitle = \"O\"\n+++\nInne.\n"},
      {"content/obrazy/znak.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"},
      {"content/lessons/b/index.md",
       "+++\ntitle = \"B <b>\"\nweight = 2\ndate = 2026-01-02\nupdated = 2026-03-04\nlicence = \"CC BY 4.0\"\n"
       "sample = true\nphotos = [{ file = \"foto ą.png\", what = \"Kot\", who = \"Ewa\" }]\n+++\n"
       "## Raz\n\n[A](../a.md#dwa), [karta](karta.txt), [O](../../other/o.md), [początek](#raz)\n\n"
       "![Znak](../../obrazy/znak.svg) ![Nowy](nowy.avif)\n"},
      {"content/lessons/b/karta.txt", "karta"},
      {"content/lessons/b/README.txt", "redaktora"},
      {"content/lessons/b/foto ą.png", "png"},
      {"content/lessons/b/nowy.avif", "avif"},
      {"content/lessons/a.md", "+++\ntitle = \"A\"\nweight = 1\n+++\n## Dwa\n\nTekst.\n"}};
  return out;
}

const ViewSite& site() {
  static const ViewSite built(files());
  return built;
}

std::size_t number_of(std::string_view route) {
  const auto& packs = site().views().routes.packs;
  const auto found = std::find_if(packs.begin(), packs.end(), [&](const auto& p) { return p.route.path() == route; });
  REQUIRE_MESSAGE(found != packs.end(), route);
  return static_cast<std::size_t>(found - packs.begin());
}

const std::string& pack(std::string_view route) {
  static const std::vector<std::string> made = make_packs(site().views(), 2);
  return made[number_of(route)];
}

std::map<std::string, std::string> unpacked(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_t* zip =
      zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error), ZIP_RDONLY, &error);
  REQUIRE(zip);
  std::map<std::string, std::string> out;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    const auto at = static_cast<zip_uint64_t>(i);
    zip_stat_t about;
    zip_stat_index(zip, at, 0, &about);
    std::string text(about.size, '\0');
    zip_file_t* file = zip_fopen_index(zip, at, 0);
    REQUIRE(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
    zip_fclose(file);
    out.emplace(about.name, std::move(text));
  }
  zip_discard(zip);
  return out;
}

std::string names(const std::map<std::string, std::string>& all) {
  std::string out;
  for (const auto& [name, text] : all) out += (out.empty() ? "" : " ") + name;
  return out;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("packs have addresses beside the pages that offer them") {
  std::string all;
  for (const PackRoute& each : site().views().routes.packs) all += each.route.path() + " ";
  CHECK(all == "/l/l.zip /l/l.epub /l/druk/ /l/a/a.zip /l/a/a.epub /l/a/a.imscc /l/b/b.zip /l/b/b.epub /l/b/b.imscc ");
  const auto routes = site().views().routes.all();
  CHECK(std::count(routes.begin(), routes.end(), *Route::parse("/l/l.epub")) == 1);
}

TEST_CASE("the same site gives the same bytes, on however many threads") {
  CHECK(make_packs(site().views(), 1) == make_packs(site().views(), 4));
}

TEST_CASE("an archive of a collection has a folder for each entry") {
  const auto all = unpacked(pack("/l/l.zip"));
  CHECK(names(all) ==
        "README.txt a/index.html a/index.txt b/README.txt b/files/znak.svg b/foto ą.png b/index.html b/index.txt "
        "b/karta.txt b/nowy.avif b/photos.txt");
  CHECK(all.at("b/README.txt") == "redaktora");
  CHECK(all.at("b/photos.txt") == "Plik: foto ą.png\nOpis: Kot\nAutor: Ewa\n\n");
  const std::string& page = all.at("b/index.html");
  CHECK(holds(page, "<title>B &lt;b&gt;</title>"));
  CHECK(holds(page, "<a href=\"../a/index.html#dwa\">A</a>"));
  CHECK(holds(page, "<a href=\"karta.txt\">karta</a>"));
  CHECK(holds(page, "<a href=\"https://example.org/other/o/\">O</a>"));
  CHECK(holds(page, "<img src=\"files/znak.svg\" alt=\"Znak\"/>"));
  CHECK(holds(page, "<img src=\"foto%20%C4%85.png\" alt=\"Kot\"/>"));
  CHECK(holds(page, "<a href=\"https://example.org/l/b/\">https://example.org/l/b/</a>"));
  CHECK(holds(page, "class=\"badge\""));
  CHECK_FALSE(holds(all.at("a/index.html"), "class=\"badge\""));
}

TEST_CASE("README tells what an archive is, and keeps an editor's own") {
  const std::string readme = unpacked(pack("/l/l.zip")).at("README.txt");
  for (const char* part :
       {"Lekcje & zajęcia\nPortal\n", "https://example.org/l/\n", "4\u00A0marca\u00A02026", "  b/karta.txt\n"}) {
    CAPTURE(part);
    CHECK(holds(readme, part));
  }
  CHECK_FALSE(holds(readme, "CC BY"));  // one of the entries has no licence
  CHECK(unpacked(pack("/l/b/b.zip")).at("README.txt") == "redaktora");
}

TEST_CASE("in the archive of one entry links to others lead to the site") {
  const auto all = unpacked(pack("/l/b/b.zip"));
  CHECK(holds(all.at("index.html"), "<a href=\"https://example.org/l/a/#dwa\">A</a>"));
  CHECK(holds(all.at("index.txt"), "B <b>\n\n2\u00A0stycznia\u00A02026"));
}

TEST_CASE("a book holds chapters, the images that readers know, and links between its chapters") {
  const auto all = unpacked(pack("/l/l.epub"));
  CHECK(names(all) ==
        "EPUB/chapter-001.xhtml EPUB/chapter-002.xhtml EPUB/image-001.svg EPUB/image-002.png EPUB/nav.xhtml "
        "EPUB/package.opf EPUB/style.css EPUB/title.xhtml META-INF/container.xml mimetype");
  const std::string& chapter = all.at("EPUB/chapter-002.xhtml");
  CHECK(holds(chapter, "<a href=\"chapter-001.xhtml#dwa\">A</a>"));
  CHECK(holds(chapter, "<a href=\"https://example.org/l/b/karta.txt\">karta</a>"));
  CHECK(holds(chapter, "<a href=\"https://example.org/l/b/nowy.avif\">Nowy</a>"));
  CHECK(holds(chapter, "<a href=\"https://example.org/l/b/\">https://example.org/l/b/</a>"));
  const std::string& package = all.at("EPUB/package.opf");
  CHECK(holds(package, "<dc:title>Lekcje &amp; zajęcia</dc:title>"));
  CHECK(holds(package, "<meta property=\"dcterms:modified\">2026-03-03T23:00:00Z</meta>"));
  CHECK(holds(package, stable_urn("https://example.org/l/l.epub")));
}

TEST_CASE("a single entry's book tells its licence, and its headings in the contents") {
  const auto all = unpacked(pack("/l/b/b.epub"));
  CHECK(holds(all.at("EPUB/package.opf"), "<dc:rights>CC BY 4.0, https://creativecommons.org/licenses/by/4.0/<"));
  CHECK(holds(all.at("EPUB/nav.xhtml"), "<a href=\"chapter-001.xhtml#raz\">Raz</a>"));
  CHECK_FALSE(all.contains("EPUB/title.xhtml"));
}

TEST_CASE("a cartridge lists every file that it holds") {
  const auto all = unpacked(pack("/l/b/b.imscc"));
  CHECK(names(all) ==
        "files/README.txt files/foto ą.png files/karta.txt files/nowy.avif files/znak.svg imsmanifest.xml index.html");
  const std::string& manifest = all.at("imsmanifest.xml");
  CHECK(manifest.find("http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1") < 450);  // where Moodle looks for it
  CHECK(holds(manifest, "<file href=\"files/foto%20%C4%85.png\"/>"));
  CHECK(holds(all.at("index.html"), "<a href=\"files/karta.txt\">karta</a>"));
}

TEST_CASE("on the page to print ids differ and links between entries stay on it") {
  const std::string& text = pack("/l/druk/");
  CHECK(holds(text, "<article class=\"part-entry\" id=\"b\" lang=\"pl\">"));
  CHECK(holds(text, "<h3 id=\"b--raz\">"));
  CHECK(holds(text, "<a href=\"#a--dwa\">A</a>"));
  CHECK(holds(text, "<a href=\"#b--raz\">początek</a>"));
  CHECK(holds(text, "<a href=\"/l/b/karta.txt\">karta</a>"));
}

TEST_CASE("pages offer packs with type and size, and the page to print without") {
  std::vector<std::uint64_t> sizes(site().views().routes.packs.size());
  sizes[number_of("/l/l.epub")] = 1234567;
  const Views plain = site().views();
  const Views views{plain.model,  plain.config,   plain.theme, plain.links, plain.routes, plain.source,
                    plain.assets, plain.contents, plain.zone,  {},          sizes};
  const TemplateData list = list_view(0, 0, views);
  CHECK(each(list, "packs", "url") == "/l/l.zip /l/l.epub /l/druk/");
  CHECK(text(list, "packs.1.note") == "EPUB, 1,2\u00A0MB");
  CHECK(is(list, "packs.2.is_print"));
  CHECK_FALSE(is(list, "packs.2.has_note"));
  CHECK(each(page_view(site().page("content/lessons/a.md"), plain), "packs", "note") == "ZIP EPUB IMSCC");
  CHECK_FALSE(is(page_view(site().page("content/other/o.md"), plain), "has_packs"));
}

TEST_CASE("an address has one name for ever") {
  CHECK(stable_urn("https://example.org/a.epub") == stable_urn("https://example.org/a.epub"));
  CHECK(stable_urn("https://example.org/a.epub") != stable_urn("https://example.org/b.epub"));
  const std::string urn = stable_urn("x");
  CHECK(urn.size() == 45);
  CHECK(urn[23] == '8');
  CHECK(std::string_view("89ab").find(urn[28]) != std::string_view::npos);
}

TEST_CASE("two files that want one place get two") {
  PackedFiles files;
  CHECK(files.add("content/a/x.svg", "files/x.svg") == "files/x.svg");
  CHECK(files.add("content/b/x.svg", "files/x.svg") == "files/x-2.svg");
  CHECK(files.add("content/a/x.svg", "elsewhere") == "files/x.svg");
  CHECK(relative_url("a/", "a/x y.svg") == "x%20y.svg");
  CHECK(relative_url("a/", "b/ł.svg") == "../b/%C5%82.svg");
}

}  // namespace
}  // namespace kronika
