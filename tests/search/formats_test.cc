#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "search/gateway/answer.h"
#include "search/render/atom.h"
#include "search/render/csv.h"
#include "search/render/geojson.h"
#include "tests/search/search_site.h"

using namespace kronika;
using namespace kronika::test;

namespace {

SearchResult result(std::string url, std::string title) {
  SearchResult out;
  out.url = std::move(url);
  out.title = std::move(title);
  out.collection = "praktyki";
  out.collection_title = "Praktyki";
  out.language = "pl";
  return out;
}

std::string csv(const std::vector<SearchResult>& results) {
  SearchResults all;
  all.total = results.size();
  all.results = results;
  return render_csv({}, all, two_language_config());
}

nlohmann::json geojson(const std::vector<SearchResult>& results) {
  SearchResults all;
  all.total = results.size();
  all.results = results;
  return nlohmann::json::parse(render_geojson({}, all, two_language_config()));
}

std::string atom(const std::string& query_string, const SearchResults& results) {
  const SearchConfig config = two_language_config();
  return render_atom(parse_request(query_string + "&format=atom", rules_of(config)).request, results, config);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t out = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
  return out;
}

HttpResponse ask(const std::string& folder, const std::string& query_string, const std::string& method = "GET") {
  std::string log;
  return answer({method, "", query_string}, folder, now_ms(), log);
}

std::string header(const HttpResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}

/// Three pages about targi: the second newest, the third without a date; two have a place.
std::vector<SearchDocument> documents() {
  std::vector<SearchDocument> out = {
      document("/a/", "Targi", "Targi w Busku. Przyszli ludzie."), document("/b/", "Targi wiosenne", "Targi na rynku."),
      document("/c/", "O targach", "Targi bez daty."), document("/d/", "Gala", "Wiosenne rozdanie nagród.")};
  out[0].date = "2025-02-05";
  out[0].published = out[0].updated = "2025-02-04T23:00:00Z";
  out[0].summary = "Kto & po co.";
  out[0].fields = {{"polozenie", {"50.87,20.63"}, false, true}, {"nip", {"003"}}};
  out[1].date = "2026-01-01";
  out[1].published = "2025-12-31T23:00:00Z";
  out[1].updated = "2026-02-02T23:00:00Z";
  out[1].example = true;
  out[2].fields = {{"polozenie", {"-1.5,2"}, false, true}};
  return out;
}

}  // namespace

TEST_CASE("CSV has a line of names, a line a result and CRLF, with addresses of the whole site") {
  SearchResult first = result("/a/", "Pies, kot i \"mysz\"");
  first.date = "2025-02-05";
  first.fields = {{"nip", {"003"}}, {"uslugi", {"druk", "opieka"}, true}};
  SearchResult second = result("/b/?x=1", "Dwa\nwiersze");
  second.fields = {{"miasto", {"Busko"}}, {"nip", {"004"}}};
  CHECK(csv({first, second}) ==
        "url,title,collection,date,nip,uslugi,miasto\r\n"
        "https://es.example.org/a/,\"Pies, kot i \"\"mysz\"\"\",praktyki,2025-02-05,003,\"druk; opieka\",\r\n"
        "https://es.example.org/b/?x=1,\"Dwa\nwiersze\",praktyki,,004,,Busko\r\n");
  CHECK(csv({}) == "url,title,collection,date\r\n");
}

TEST_CASE("no cell of CSV is a formula") {
  struct Case {
    std::string value, cell;
  };
  const Case cases[] = {{"=1+1", "'=1+1"},
                        {"+48 41 200 10 01", "'+48 41 200 10 01"},
                        {"-5", "'-5"},
                        {"@SUM(A1)", "'@SUM(A1)"},
                        {"\t=1", "\"'\t=1\""},
                        {"\r=1", "\"'\r=1\""},
                        {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
                        {"a=1", "a=1"},
                        {"'=1", "'=1"},
                        {"1-2", "1-2"},
                        {"", ""}};
  for (const Case& each : cases) {
    CAPTURE(each.value);
    SearchResult one = result("/a/", each.value);
    one.collection = each.value;
    one.date = each.value;
    one.fields = {{"pole", {each.value}}};
    CHECK(csv({one}) == "url,title,collection,date,pole\r\nhttps://es.example.org/a/," + each.cell + "," + each.cell +
                            "," + each.cell + "," + each.cell + "\r\n");
  }
}

TEST_CASE("a field that is called as a column of CSV has a column of its own") {
  SearchResult one = result("/a/", "T");
  one.fields = {{"url", {"https://example.com/"}}};
  CHECK(csv({one}).starts_with("url,title,collection,date,fields.url\r\n"));
}

TEST_CASE("GeoJSON has a point for each result with a position, longitude first") {
  SearchResult placed = result("/a/", "Pralnia \"Biała\" </script>");
  placed.fields = {{"nip", {"003"}}, {"polozenie", {"50.87,20.63"}, false, true}};
  SearchResult list = result("/b/", "Dwa miejsca");
  list.fields = {{"miejsca", {"1,2", "-3.5,1e-07"}, true, true}};
  const nlohmann::json json = geojson({placed, result("/c/", "Nigdzie"), list});
  CHECK(json["type"] == "FeatureCollection");
  REQUIRE(json["features"].size() == 2);
  CHECK(json["features"][0] == nlohmann::json::parse(R"({"type": "Feature",
      "geometry": {"type": "Point", "coordinates": [20.63, 50.87]},
      "properties": {"url": "https://es.example.org/a/", "title": "Pralnia \"Biała\" </script>",
                     "collection": "praktyki", "fields": {"nip": "003", "polozenie": "50.87,20.63"}}})"));
  CHECK(json["features"][1]["geometry"] ==
        nlohmann::json::parse(R"({"type": "MultiPoint", "coordinates": [[2, 1], [1e-07, -3.5]]})"));
}

TEST_CASE("what is no position gives no feature, and without positions the collection is empty") {
  CHECK(geojson({}) == nlohmann::json::parse(R"({"type": "FeatureCollection", "features": []})"));
  for (const char* value : {"", "50.87", "50.87;20.63", "north,east", "50.87,20.63x", "nan,1", "1,inf", ",", "1,2,3"}) {
    CAPTURE(value);
    SearchResult one = result("/a/", "T");
    one.fields = {{"polozenie", {value}, false, true}};
    CHECK(geojson({one})["features"].empty());
    CHECK_FALSE(has_position(one));
  }
  SearchResult text = result("/a/", "T");
  text.fields = {{"opis", {"1,2"}}};
  CHECK_FALSE(has_position(text));
}

TEST_CASE("a feed names its search, itself, its page and its neighbours") {
  SearchResults results;
  results.total = 45;
  const std::string feed = atom("powiat=buski&q=%3Ctargi%3E+%26&page=2&lang=en&utm_source=x", results);
  const std::string self = "/szukaj?q=%3Ctargi%3E%20%26&amp;powiat=buski&amp;lang=en";
  const auto link = [](const std::string& rel, const std::string& type, const std::string& address) {
    return "<link rel=\"" + rel + "\" type=\"" + type + "\" href=\"https://es.example.org" + address + "\"/>";
  };
  const std::string type = "application/atom+xml";
  CHECK(has(feed, "xml:lang=\"en\""));
  CHECK(has(feed, "<title>&lt;targi&gt; &amp;, Busko county – Search – Portal</title>"));
  CHECK(has(feed, "<id>https://es.example.org" + self + "&amp;format=atom</id>"));
  CHECK(has(feed, link("self", type, self + "&amp;page=2&amp;format=atom")));
  CHECK(has(feed,
            link("alternate", "text/html", "/szukaj?q=%3Ctargi%3E%20%26&amp;powiat=buski&amp;sort=date&amp;lang=en")));
  CHECK(has(feed, link("previous", type, self + "&amp;format=atom")));
  CHECK(has(feed, link("next", type, self + "&amp;page=3&amp;format=atom")));
  CHECK(has(feed, "<author><name>Portal</name></author>"));
  CHECK(has(feed, "<os:totalResults>45</os:totalResults>"));
  CHECK(has(feed, "<os:startIndex>11</os:startIndex>"));
  CHECK(has(feed, "<os:itemsPerPage>10</os:itemsPerPage>"));
  const std::string only = atom("q=targi&size=50", results);
  CHECK_FALSE(has(only, "rel=\"previous\""));
  CHECK_FALSE(has(only, "rel=\"next\""));
}

TEST_CASE("a feed changed when its newest entry did, and no clock is asked") {
  SearchResults results;
  CHECK(has(atom("q=x", results), "<updated>1970-01-01T00:00:00Z</updated>"));
  results.results = {result("/a/", "A & <b> \x01"), result("/b/", "B"), result("/c/", "C")};
  results.results[0].published = "2025-02-04T23:00:00Z";
  results.results[0].updated = "2026-03-01T10:00:00Z";
  results.results[0].summary = "Kto & co.";
  results.results[1].published = results.results[1].updated = "2026-01-01T00:00:00Z";
  const std::string feed = atom("q=x", results);
  CHECK(has(feed.substr(0, feed.find("<entry")), "<updated>2026-03-01T10:00:00Z</updated>"));
  CHECK(
      has(feed,
          "  <entry xml:lang=\"pl\">\n    <title>A &amp; &lt;b&gt; </title>\n"
          "    <link href=\"https://es.example.org/a/\"/>\n    <id>https://es.example.org/a/</id>\n"
          "    <published>2025-02-04T23:00:00Z</published>\n    <updated>2026-03-01T10:00:00Z</updated>\n"
          "    <category term=\"praktyki\" label=\"Praktyki\"/>\n    <summary>Kto &amp; co.</summary>\n  </entry>\n"));
  const std::string last = feed.substr(feed.rfind("<entry"));
  CHECK(has(last, "<updated>1970-01-01T00:00:00Z</updated>"));
  CHECK_FALSE(has(last, "<published>"));
}

TEST_CASE("a feed begins with the newest unless another order is asked for") {
  const SearchSite site(two_language_config(), documents());
  CHECK(urls(site.search("q=targi&format=atom")) == std::vector<std::string>{"/b/", "/a/", "/c/"});
  CHECK(urls(site.search("q=targi&format=atom&sort=title")) == std::vector<std::string>{"/c/", "/a/", "/b/"});
}

TEST_CASE("exports have the pages with all the words alone, with what a feed tells of them") {
  const SearchSite site(two_language_config(), documents());
  for (const char* format : {"atom", "csv", "geojson"}) {
    CAPTURE(format);
    const SearchResults results = site.search("q=targi+wiosenne&format=" + std::string(format));
    CHECK(urls(results) == std::vector<std::string>{"/b/"});
    CHECK(results.partial_total == 0);
    CHECK(results.results[0].snippet_html.empty());
    CHECK(results.results[0].updated == "2026-02-02T23:00:00Z");
    CHECK(results.results[0].summary == "Targi na rynku.");
    CHECK(results.results[0].language == "pl");
  }
  CHECK(urls(site.search("q=targi+wiosenne")).size() == 4);
}

TEST_CASE("the summary of a page that has none is how its text begins, cut at a word") {
  std::string text = "Targi";
  for (int i = 0; i < 100; ++i) text += " żółć";
  const SearchSite site(two_language_config(), {document("/a/", "T", text)});
  const std::string summary = site.search("format=atom").results.at(0).summary;
  CHECK(summary.starts_with("Targi żółć żółć"));
  CHECK(summary.ends_with(" żółć …"));
  CHECK(summary.size() < 310);
}

TEST_CASE("each format has its type, and errors are text or JSON") {
  const SearchSite site(two_language_config(), documents());
  struct Case {
    std::string format, type, file, error_type;
  };
  const std::string text = "text/plain; charset=utf-8", json = "application/json; charset=utf-8";
  const Case cases[] = {{"atom", "application/atom+xml; charset=utf-8", "", text},
                        {"csv", "text/csv; charset=utf-8; header=present", "attachment; filename=\"search.csv\"", text},
                        {"geojson", "application/geo+json", "attachment; filename=\"search.geojson\"", json}};
  const TemporaryFolder empty;
  for (const Case& each : cases) {
    CAPTURE(each.format);
    const HttpResponse good = ask(site.folder(), "q=targi&format=" + each.format);
    CHECK(good.status == 200);
    CHECK(header(good, "Content-Type") == each.type);
    CHECK(header(good, "Content-Disposition") == each.file);
    CHECK(header(good, "X-Content-Type-Options") == "nosniff");
    const HttpResponse errors[] = {ask(site.folder(), "page=0&format=" + each.format),
                                   ask(site.folder(), "format=" + each.format, "POST"),
                                   ask(empty.path().string(), "format=" + each.format)};
    const int status[] = {400, 405, 503};
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(errors[i].status == status[i]);
      CHECK(header(errors[i], "Content-Type") == each.error_type);
      CHECK(header(errors[i], "Content-Disposition") == "");
      CHECK(errors[i].body.size() > 10);
      if (each.error_type == json) CHECK(nlohmann::json::parse(errors[i].body).contains("error"));
    }
  }
  CHECK(ask(site.folder(), "page=0&format=csv").body == "Nie ma takiej strony wyników. Doprecyzuj zapytanie.\n");
}

TEST_CASE("formats show what the index holds, filters included") {
  const SearchSite site(two_language_config(), documents());
  CHECK(count(ask(site.folder(), "q=targi&format=csv").body, "\r\n") == 4);
  CHECK(ask(site.folder(), "q=targi&collection=rejestr&format=csv").body == "url,title,collection,date\r\n");
  const auto places = nlohmann::json::parse(ask(site.folder(), "q=targi&sort=date&format=geojson").body)["features"];
  REQUIRE(places.size() == 2);
  CHECK(places[0]["geometry"]["coordinates"] == nlohmann::json::parse("[20.63, 50.87]"));
  CHECK(places[1]["geometry"]["coordinates"] == nlohmann::json::parse("[2, -1.5]"));
  const std::string feed = ask(site.folder(), "q=targi&format=atom").body;
  CHECK(count(feed, "<entry") == 3);
  CHECK(count(feed, "<category term=\"example\"/>") == 1);
  CHECK(has(feed, "<summary>Kto &amp; po co.</summary>"));
}

TEST_CASE("a table is a thousand results long, a feed as long as a page") {
  std::vector<SearchDocument> many;
  for (int i = 0; i < 1005; ++i) many.push_back(document("/" + std::to_string(i) + "/", "Wpis", "Targi."));
  const SearchSite site(two_language_config(), many);
  const auto lines = [&](const std::string& query) { return count(ask(site.folder(), query).body, "\r\n"); };
  CHECK(lines("q=targi&format=csv") == 1001);
  CHECK(lines("q=targi&format=csv&page=2") == 6);
  CHECK(lines("q=targi&format=csv&size=7") == 8);
  CHECK(count(ask(site.folder(), "q=targi&format=atom").body, "<entry") == 10);
}
