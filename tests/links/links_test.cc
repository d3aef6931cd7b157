#include "generator/links/links.h"

#include <doctest/doctest.h>

#include <memory>

#include "generator/links/destination.h"

namespace kronika::test {
namespace {

Page make_page(std::string path, std::string route, std::string collection, PageKind kind = PageKind::entry) {
  Page page;
  page.kind = kind;
  page.folder = path.substr(0, path.rfind('/'));
  page.bundle = kind == PageKind::entry && path.ends_with("/index.md");
  page.path = std::move(path);
  page.route = *Route::parse(route);
  page.collection = std::move(collection);
  return page;
}

CollectionConfig make_collection(std::string name, std::string url) {
  CollectionConfig collection;
  collection.name = name;
  collection.url = std::move(url);
  collection.list_route = *Route::parse("/" + name + "/");
  return collection;
}

/// content/praktyki (with _index.md, an entry, a bundle), content/rejestr (without _index.md), a draft, some files.
struct Site {
  Config config;
  SiteModel model;
  std::unique_ptr<Source> source;
  std::unique_ptr<LinkTable> table;

  Site() {
    config.base_url = *BaseUrl::parse("https://example.org/portal/");
    config.collections = {make_collection("praktyki", "/praktyki/{slug}/"),
                          make_collection("rejestr", "/rejestr/{slug}/")};
    model.config = &config;
    model.pages = {make_page("content/_index.md", "/", "", PageKind::home),
                   make_page("content/praktyki/_index.md", "/praktyki/", "praktyki", PageKind::section),
                   make_page("content/praktyki/obiady.md", "/praktyki/obiady/", "praktyki"),
                   make_page("content/praktyki/ogród/index.md", "/praktyki/ogrod/", "praktyki"),
                   make_page("content/rejestr/szwalnia kamienna.md", "/rejestr/szwalnia/", "rejestr")};
    for (std::size_t i = 0; i < model.pages.size(); ++i) model.pages[i].id = static_cast<PageId>(i);
    model.pages[2].aliases = {*Route::parse("/stare/obiady/")};
    for (const CollectionConfig& collection : config.collections) model.collections.emplace_back().config = &collection;
    model.hidden = {{"content/praktyki/szkic.md", "praktyki", "szkic", Hidden::draft},
                    {"content/rejestr/jutro/index.md", "rejestr", "jutro", Hidden::future}};
    source = memory_source({{"content/_index.md", ""},
                            {"content/praktyki/_index.md", ""},
                            {"content/praktyki/obiady.md", ""},
                            {"content/praktyki/cennik.pdf", ""},
                            {"content/praktyki/pytanie?.pdf", ""},
                            {"content/praktyki/ogród/index.md", ""},
                            {"content/praktyki/ogród/plan ogrodu.pdf", ""},
                            {"content/praktyki/ogród/zdjecia/a.jpg", ""},
                            {"content/rejestr/szwalnia kamienna.md", ""},
                            {"site.toml", ""}});
    table = std::make_unique<LinkTable>(model, *source);
    table->add_route(*Route::parse("/szukaj"));
    table->add_route(*Route::parse("/powiaty/kielecki/"));
  }
};

struct Answer {
  ResolvedLink link;
  std::vector<Diagnostic> diagnostics;
};

Answer ask(std::string_view destination, std::size_t from = 2) {
  static const Site site;
  Diagnostics diagnostics;
  Answer out;
  out.link =
      site.table->resolve(site.model.pages[from], destination, {"content/praktyki/obiady.md", {7, 12, 3}}, diagnostics);
  out.diagnostics = diagnostics.sorted();
  return out;
}

std::string url(std::string_view destination, std::size_t from = 2) {
  const Answer answer = ask(destination, from);
  CHECK(answer.diagnostics.empty());
  return answer.link.url;
}

/// "E0401 praktyki/x.md → ../x.md"
std::string complaint(std::string_view destination, std::size_t from = 2) {
  const Answer answer = ask(destination, from);
  REQUIRE(answer.diagnostics.size() == 1);
  const Diagnostic& d = answer.diagnostics[0];
  CHECK(d.place.file == "content/praktyki/obiady.md");
  CHECK(d.place.span.line == 7);
  CHECK(d.place.span.column == 12);
  std::string out = std::string(info(d.code).name) + " " + d.arguments.at(0);
  if (!d.suggestion.empty()) out += " → " + d.suggestion;
  return out;
}

}  // namespace

TEST_CASE("a relative path to a file becomes its page's address") {
  const Answer answer = ask("ogr%C3%B3d/index.md");
  CHECK(answer.link.kind == LinkKind::page);
  CHECK(answer.link.target == PageId{3});
  CHECK(answer.link.url == "/portal/praktyki/ogrod/");
  CHECK(url("ogród/index.md") == "/portal/praktyki/ogrod/");
  CHECK(url("ogro\u0301d/") == "/portal/praktyki/ogrod/");
  CHECK(url("./ogród") == "/portal/praktyki/ogrod/");
  CHECK(url("../rejestr/szwalnia%20kamienna.md") == "/portal/rejestr/szwalnia/");
  CHECK(url("../rejestr/szwalnia kamienna.md") == "/portal/rejestr/szwalnia/");
  CHECK(url("../obiady.md", 3) == "/portal/praktyki/obiady/");
  CHECK(url("obiady.md?x=1") == "/portal/praktyki/obiady/?x=1");
}

TEST_CASE("an index, or a collection's folder without one, is its list") {
  CHECK(url("_index.md") == "/portal/praktyki/");
  CHECK(url("./") == "/portal/praktyki/");
  CHECK(url("../_index.md") == "/portal/");
  CHECK(url("../") == "/portal/");
  const Answer list = ask("../rejestr/");
  CHECK(list.link.kind == LinkKind::page);
  CHECK_FALSE(list.link.target);
  CHECK(list.link.url == "/portal/rejestr/");
}

TEST_CASE("a route is found with and without its last slash, by an old address, and among the routes of lists") {
  CHECK(url("/praktyki/obiady/") == "/portal/praktyki/obiady/");
  CHECK(url("/praktyki/obiady") == "/portal/praktyki/obiady/");
  CHECK(url("/praktyki/obiady/index.html") == "/portal/praktyki/obiady/");
  CHECK(url("/stare/obiady/") == "/portal/praktyki/obiady/");
  CHECK(url("/") == "/portal/");
  CHECK(url("/szukaj?q=obiady#wyniki") == "/portal/szukaj?q=obiady#wyniki");
  CHECK(url("/powiaty/kielecki") == "/portal/powiaty/kielecki/");
  CHECK(url("/content/praktyki/obiady.md") == "/portal/praktyki/obiady/");
}

TEST_CASE("an anchor is folded, whoever wrote it, and handed on to be checked") {
  const Answer other = ask("ogród/index.md#Rozdzia%C5%82-drugi");
  CHECK(other.link.url == "/portal/praktyki/ogrod/#rozdzial-drugi");
  REQUIRE(other.link.anchor);
  CHECK(other.link.anchor->target == PageId{3});
  CHECK(other.link.anchor->anchor == "rozdzial-drugi");
  CHECK(other.link.anchor->written == "Rozdział-drugi");
  CHECK(other.link.anchor->place.span.line == 7);
  const Answer own = ask("#jak-zacząć");
  CHECK(own.link.url == "#jak-zaczac");
  REQUIRE(own.link.anchor);
  CHECK(own.link.anchor->target == PageId{2});
  CHECK(url("#") == "#");
  CHECK_FALSE(ask("#top").link.anchor);
}

TEST_CASE("a file goes with its bundle, else where it lies below content/") {
  const Answer answer = ask("cennik.pdf#page=2");
  CHECK(answer.link.kind == LinkKind::attachment);
  CHECK(answer.link.attachment == "content/praktyki/cennik.pdf");
  CHECK(answer.link.url == "/portal/praktyki/cennik.pdf#page=2");
  CHECK(url("plan%20ogrodu.pdf", 3) == "/portal/praktyki/ogrod/plan%20ogrodu.pdf");
  CHECK(url("zdjecia/a.jpg", 3) == "/portal/praktyki/ogrod/zdjecia/a.jpg");
  CHECK(url("ogród/zdjecia/a.jpg") == "/portal/praktyki/ogrod/zdjecia/a.jpg");
  CHECK(url("/praktyki/cennik.pdf") == "/portal/praktyki/cennik.pdf");
  CHECK(ask("/praktyki/ogrod/zdjecia/a.jpg").link.attachment == "content/praktyki/ogród/zdjecia/a.jpg");
}

TEST_CASE("web, mail and telephone addresses stay as they are") {
  for (const std::string_view address : {"https://a.pl/b?c#d", "http://a.pl", "mailto:a@b.pl", "tel:+48412001001"}) {
    CAPTURE(address);
    CHECK(ask(address).link.kind == LinkKind::external);
    CHECK(url(address) == address);
  }
  CHECK(url("HTTPS://a.pl/X") == "https://a.pl/X");
}

TEST_CASE("every other scheme is refused") {
  CHECK(complaint("javascript:alert(1)") == "E0404 javascript");
  CHECK(complaint("JavaScript:alert(1)") == "E0404 JavaScript");
  CHECK(complaint(" \x01javascript:alert(1)") == "E0404 javascript");
  CHECK(complaint("data:text/html,x") == "E0404 data");
  CHECK(complaint("vbscript:x") == "E0404 vbscript");
  CHECK(complaint("file:///etc/passwd") == "E0404 file");
  CHECK(complaint("C:\\Dokumenty\\plik.pdf") == "E0404 C");
  CHECK(complaint("ftp://a.pl/") == "E0404 ftp");
  CHECK(ask("javascript:alert(1)").link.kind == LinkKind::broken);
  CHECK(ask("javascript:alert(1)").link.url.empty());
}

TEST_CASE("an address without a host leads nowhere") {
  CHECK(complaint("https://") == "E0401 https://");
  CHECK(complaint("https:/a.pl") == "E0401 https:/a.pl");
  CHECK(complaint("mailto:") == "E0401 mailto:");
  CHECK(complaint("//a.pl/x") == "E0401 //a.pl/x → https://a.pl/x");
  CHECK(complaint("") == "E0401 ");
}

TEST_CASE("what does not exist is told with the nearest that does, as a link from this page") {
  CHECK(complaint("obiadi.md") == "E0401 obiadi.md → obiady.md");
  CHECK(complaint("obiady") == "E0401 obiady → obiady.md");
  CHECK(complaint("../praktyki/ogrod/index.md#plan") == "E0401 ../praktyki/ogrod/index.md#plan → ogród/index.md#plan");
  CHECK(complaint("szwalnia%20kamienna.md") == "E0401 szwalnia%20kamienna.md → ../rejestr/szwalnia%20kamienna.md");
  CHECK(complaint("..\\rejestr\\szwalnia kamienna.md") ==
        "E0401 ..\\rejestr\\szwalnia kamienna.md → ../rejestr/szwalnia%20kamienna.md");
  CHECK(complaint("cenik.pdf") == "E0401 cenik.pdf → cennik.pdf");
  CHECK(complaint("./brak.md") == "E0401 ./brak.md");  // near "obiady.md" only by the folder that both stand in
  CHECK(complaint("zupelnie-co-innego.md") == "E0401 zupelnie-co-innego.md");
  CHECK(complaint("/praktyki/obiad/") == "E0401 /praktyki/obiad/ → /praktyki/obiady/");
  CHECK(complaint("pytanie%3F.pdf").starts_with("E0401 pytanie%3F.pdf"));
}

TEST_CASE("a path out of content/ is told as such") {
  CHECK(complaint("../../site.toml") == "E0407 ../../site.toml");
  CHECK(complaint("../../../../etc/passwd") == "E0407 ../../../../etc/passwd");
  CHECK(complaint("/../site.toml") == "E0407 /../site.toml");
  CHECK(complaint("..%2F..%2Fsite.toml") == "E0407 ..%2F..%2Fsite.toml");
}

TEST_CASE("a link to an entry that is not published now is a warning") {
  const Answer draft = ask("szkic.md#x");
  CHECK(draft.link.kind == LinkKind::hidden);
  CHECK(draft.link.url.empty());
  REQUIRE(draft.diagnostics.size() == 1);
  CHECK(info(draft.diagnostics[0].code).severity == Severity::warning);
  CHECK(complaint("szkic.md") == "W0405 szkic.md");
  CHECK(complaint("../rejestr/jutro/") == "W0405 ../rejestr/jutro/");
  CHECK(complaint("/praktyki/szkic/") == "W0405 /praktyki/szkic/");
  CHECK(draft.diagnostics[0].arguments.at(1) == both("a draft", "szkic"));
}

TEST_CASE("anchors are held against the ids of the page that they lead to") {
  const Site site;
  const std::vector<std::vector<std::string>> ids = {{}, {}, {"jak-zaczac", "wstep"}, {"plan"}, {}};
  const auto link = [](std::size_t page, std::string written, std::string anchor) {
    return AnchorLink{static_cast<PageId>(page), std::move(anchor), std::move(written), {"content/a.md", {3, 4, 5}}};
  };
  const std::vector<AnchorLink> links = {link(2, "Wstęp", "wstep"), link(3, "plan", "plan"),
                                         link(2, "jak-zaczać", "jak-zaczec"), link(4, "x", "x")};
  Diagnostics diagnostics;
  check_anchors(links, ids, site.model, diagnostics);
  const std::vector<Diagnostic> all = diagnostics.sorted();
  REQUIRE(all.size() == 2);
  CHECK(info(all[0].code).name == "E0402");
  CHECK(all[0].place.span.line == 3);
  CHECK(all[0].place.span.column == 4);
  CHECK(all[0].arguments == std::vector<std::string>{"jak-zaczać", "content/praktyki/obiady.md"});
  CHECK(all[0].suggestion == "#jak-zaczac");
  CHECK(all[1].arguments == std::vector<std::string>{"x", "content/rejestr/szwalnia kamienna.md"});
  CHECK(all[1].suggestion.empty());
}

TEST_CASE("destinations are taken apart as RFC 3986 says") {
  const Destination d = split_destination("a/b.md?x=1#y?z#");
  CHECK(d.path == "a/b.md");
  CHECK(d.query == "x=1");
  CHECK(d.fragment == "y?z#");
  CHECK(split_destination("a/b:c.md").scheme.empty());
  CHECK(split_destination("mailto:a@b").scheme == "mailto");
  CHECK_FALSE(split_destination("a.md").fragment);
}

TEST_CASE("paths are joined and told relative to a folder") {
  CHECK(join_path("content/a", "../b/./c.md") == "content/b/c.md");
  CHECK(join_path("a", "..") == "");
  CHECK_FALSE(join_path("a", "../.."));
  CHECK(relative_path("content/a", "content/b/c d.md") == "../b/c%20d.md");
  CHECK(relative_path("content/a", "content/a/c.md") == "c.md");
}

}  // namespace kronika::test
