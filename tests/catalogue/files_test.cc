// What programs are given: the harvester's XML, DCAT, and the page with its own structured data.
#include <doctest/doctest.h>

#include "generator/catalogue/catalogue_view.h"
#include "generator/catalogue/dcat.h"
#include "generator/catalogue/harvester.h"
#include "generator/core/json.h"
#include "tests/catalogue/catalogue_fixture.h"
#include "tests/views/shape_agreement.h"

namespace kronika {
namespace {

bool stands(const std::string& xml, std::string lines) {
  std::string packed;  // without indentation and line ends
  for (std::size_t at = 0; at < xml.size();) {
    const auto begin = xml.find_first_not_of(' ', at);
    const auto end = std::min(xml.find('\n', begin), xml.size());
    packed += xml.substr(begin, end - begin);
    at = end + 1;
  }
  return packed.find(lines) != std::string::npos;
}

}  // namespace

TEST_CASE("the harvester's file has the elements of its schema in their order") {
  const std::string xml = harvester_xml(datasets(), catalogue_site().views());
  CHECK(stands(xml,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?><h:datasets xmlns:h=\"urn:otwarte-dane:harvester:1.13\">"
               "<dataset status=\"published\"><extIdent>sklepy</extIdent><intIdent>77</intIdent>"
               "<title><polish>Sklepy &amp; &lt;kioski&gt;</polish><english>Shops</english></title>"
               "<description><polish>Gdzie kupić</polish><english>Where to buy</english></description>"
               "<url>https://example.org/shops/</url><updateFrequency>monthly</updateFrequency>"
               "<hasHighValueData>true</hasHighValueData>"
               "<categories><category>ECON</category><category>SOCI</category></categories>"
               "<conditions><source>true</source><modification>true</modification>"
               "<dbOrCopyrightedLicenseChosen>CC BY 4.0</dbOrCopyrightedLicenseChosen></conditions>"
               "<resources><resource status=\"published\"><extIdent>sklepy-csv</extIdent>"
               "<url>https://example.org/shops/shops.csv</url>"));
  CHECK(stands(xml,
               "<availability>remote</availability><dataDate>2026-03-04</dataDate>"
               "<lastUpdateDate>2026-03-04T09:30:00Z</lastUpdateDate><hasHighValueData>true</hasHighValueData>"
               "<supplements><supplement><url>https://example.org/shops/shops.schema.json</url>"
               "<name><polish>Opis pól, JSON Schema</polish><english>Description of the fields, JSON "
               "Schema</english></name>"
               "<language>pl</language></supplement></supplements>"
               "<regions><terytIdent>26</terytIdent><terytIdent>2601</terytIdent></regions></resource>"));
  CHECK(stands(xml,
               "</resources><tags><tag lang=\"pl\">sklep</tag><tag lang=\"en\">shop</tag></tags>"
               "<lastUpdateDate>2026-03-04T09:30:00Z</lastUpdateDate></dataset>"));
}

TEST_CASE("a dataset without dates, regions and English has no elements for them") {
  const std::string xml = harvester_xml(datasets(), catalogue_site().views());
  CHECK(stands(xml,
               "<extIdent>targi</extIdent><title><polish>Targi</polish></title>"
               "<description><polish>Kiedy</polish></description><url>https://example.org/fairs/</url>"
               "<updateFrequency>notApplicable</updateFrequency><categories>"));
  CHECK(stands(xml,
               "<availability>remote</availability></resource></resources>"
               "<tags><tag lang=\"pl\">targi</tag></tags></dataset></h:datasets>"));
}

TEST_CASE("DCAT names the catalogue, its datasets and their files by address") {
  const Json tree = Json::parse(dcat_json_ld(datasets(), catalogue_site().views()));
  CHECK(tree["@id"] == "https://example.org/dane/");
  CHECK(tree["dct:title"].dump() == R"([{"@language":"en","@value":"Data"},{"@language":"pl","@value":"Dane"}])");
  CHECK(tree["dct:modified"]["@value"] == "2026-03-04T09:30:00Z");
  const Json& dataset = tree["dcat:dataset"][0];
  CHECK(dataset["@id"] == "https://example.org/dane/#dataset-sklepy");
  CHECK(dataset["dct:accrualPeriodicity"]["@id"] ==
        "http://publications.europa.eu/resource/authority/frequency/MONTHLY");
  CHECK(dataset["dct:spatial"][1]["dct:identifier"] == "2601");
  CHECK(dataset["dct:language"][0]["@id"] == "http://publications.europa.eu/resource/authority/language/POL");
  const Json& map = dataset["dcat:distribution"][6];
  CHECK(map["dcat:mediaType"]["@id"] == "https://www.iana.org/assignments/media-types/application/geo+json");
  CHECK(map["dct:format"]["@id"] == "http://publications.europa.eu/resource/authority/file-type/GEOJSON");
  CHECK(map["dcat:byteSize"]["@value"] == "1500");
  CHECK(map["dct:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/");
  CHECK(dataset["dcat:distribution"][4]["dct:conformsTo"]["@id"] == "https://example.org/shops/shops.schema.json");
  CHECK_FALSE(tree["dcat:dataset"][1].contains("dct:spatial"));
}

TEST_CASE("the page gives its template every name that is declared, and tells search engines the same") {
  const TemplateData page = catalogue_view(datasets(), catalogue_site().views());
  CHECK(text(page, "title") == "Dane");
  CHECK(text(page, "licence") == "CC BY 4.0");
  CHECK(text(page, "dcat_url") == "/dane/catalog.jsonld");
  CHECK(text(page, "datasets.0.frequency") == "raz w miesiącu");
  CHECK(text(page, "datasets.0.updated") == "4\u00A0marca\u00A02026\u00A0r.");
  CHECK_FALSE(is(page, "datasets.1.has_updated"));
  CHECK(text(page, "datasets.0.files.0.note") == "CSV, 2\u00A0kB");
  CHECK(text(page, "datasets.0.files.4.schema_url") == "https://example.org/shops/shops.schema.json");
  const Json graph = Json::parse(text(page, "json_ld"))["@graph"];
  CHECK(graph[0]["@type"] == "DataCatalog");
  CHECK(graph[0]["dataset"].size() == 2);
  CHECK(graph[0]["dataset"][0]["distribution"][0]["contentUrl"] == "https://example.org/shops/shops.csv");
  CHECK(graph[0]["dataset"][0]["dateModified"] == "2026-03-04");
  std::set<std::string> names;
  collect_names(catalogue_site().shape("catalogue"), names);
  std::vector<std::string> wrong;
  compare(page, catalogue_site().shape("catalogue"), names, "", wrong);
  CHECK(joined(wrong) == "");
}

}  // namespace kronika
