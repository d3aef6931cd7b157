#include "generator/output/search_description.h"

#include <doctest/doctest.h>

using namespace kronika;

namespace {

SearchDescription portal() {
  SearchDescription out;
  out.short_name = "ES & <co>";
  out.title = "Ekonomia społeczna";
  out.language = "pl";
  out.url = "https://es.example.org/opensearch.xml";
  out.search_url = "https://es.example.org/szukaj";
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string element(const std::string& text, const std::string& name) {
  const auto begin = text.find("<" + name + ">") + name.size() + 2;
  return text.substr(begin, text.find("</" + name + ">") - begin);
}

}  // namespace

TEST_CASE("a description of the search is what OpenSearch asks for") {
  SearchDescription description = portal();
  description.image_url = "https://es.example.org/assets/favicon.0.svg";
  description.image_type = "image/svg+xml";
  CHECK(
      search_description(description) ==
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
      "  <ShortName>ES &amp; &lt;co&gt;</ShortName>\n"
      "  <LongName>Ekonomia społeczna</LongName>\n"
      "  <Description>Ekonomia społeczna</Description>\n"
      "  <Url type=\"text/html\" rel=\"results\" "
      "template=\"https://es.example.org/szukaj?q={searchTerms}&amp;page={startPage?}\"/>\n"
      "  <Url type=\"application/atom+xml\" rel=\"results\" "
      "template=\"https://es.example.org/szukaj?q={searchTerms}&amp;page={startPage?}&amp;format=atom\"/>\n"
      "  <Url type=\"application/x-suggestions+json\" rel=\"suggestions\" "
      "template=\"https://es.example.org/szukaj?q={searchTerms}&amp;format=suggest\"/>\n"
      "  <Url type=\"application/opensearchdescription+xml\" rel=\"self\" "
      "template=\"https://es.example.org/opensearch.xml\"/>\n"
      "  <Image width=\"16\" height=\"16\" type=\"image/svg+xml\">https://es.example.org/assets/favicon.0.svg</Image>\n"
      "  <Language>pl</Language>\n"
      "  <InputEncoding>UTF-8</InputEncoding>\n"
      "  <OutputEncoding>UTF-8</OutputEncoding>\n"
      "</OpenSearchDescription>\n");
}

TEST_CASE("another language is asked for in each address, and no image is named that there is not") {
  SearchDescription description = portal();
  description.parameters = "lang=en";
  const std::string xml = search_description(description);
  CHECK(has(xml, "{startPage?}&amp;lang=en\""));
  CHECK(has(xml, "format=atom&amp;lang=en\""));
  CHECK(has(xml, "format=suggest&amp;lang=en\""));
  CHECK_FALSE(has(xml, "<Image"));
}

TEST_CASE("texts longer than OpenSearch allows are cut at a word") {
  SearchDescription description = portal();
  description.title = "Portal programu ekonomii społecznej województwa świętokrzyskiego";
  for (int i = 0; i < 300; ++i) description.description += "słowo ";
  const std::string xml = search_description(description);
  CHECK(element(xml, "LongName") == "Portal programu ekonomii społecznej województwa…");
  CHECK(element(xml, "Description").ends_with("słowo słowo…"));
  CHECK(element(xml, "Description").size() < 1300);
  description.title = std::string(60, 'x');
  CHECK(element(search_description(description), "LongName") == std::string(47, 'x') + "…");
}
