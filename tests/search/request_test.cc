#include "search/request/request.h"

#include <doctest/doctest.h>

#include "search/render/address.h"

using namespace kronika;

namespace {

const RequestRules rules{{"collection", "powiat", "uslugi"}, {"pl", "en"}, 20};

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("an empty address asks for the first page of everything") {
  const ParsedRequest parsed = parse_request("", rules);
  CHECK_FALSE(parsed.error.has_value());
  CHECK(parsed.request.query.empty());
  CHECK(parsed.request.page == 1);
  CHECK(parsed.request.size == 20);
  CHECK(parsed.request.sort == SortBy::relevance);
  CHECK(parsed.request.format == Format::html);
  CHECK(parsed.request.facets.empty());
}

TEST_CASE("every parameter of the contract is read") {
  const ParsedRequest parsed = parse_request(
      "q=sp%C3%B3%C5%82dzielnia+socjalna&page=3&size=50&sort=date&lang=en&format=json&powiat=kielecki&powiat=buski"
      "&uslugi=catering&powiat=kielecki&utm_source=x",
      rules);
  REQUIRE_FALSE(parsed.error.has_value());
  const SearchRequest& request = parsed.request;
  CHECK(request.query == "spółdzielnia socjalna");
  CHECK(request.page == 3);
  CHECK(request.size == 50);
  CHECK(request.sort == SortBy::date);
  CHECK(request.language == "en");
  CHECK(request.format == Format::json);
  REQUIRE(request.facets.size() == 2);
  CHECK(request.facets[0].name == "powiat");
  CHECK(request.facets[0].values == std::vector<std::string>{"kielecki", "buski"});
  CHECK(request.facets[1].values == std::vector<std::string>{"catering"});
}

TEST_CASE("the text of a query is cleaned") {
  struct Case {
    std::string address, query;
  };
  const Case cases[] = {{"q=", ""},
                        {"q=+++", ""},
                        {"q=%20a%0Ab%00c%20", "a b c"},
                        {"q=%FFa%C5", "\uFFFDa\uFFFD"},
                        {"q=a%C2%85%C2%9Fb%7F%E2%80%A8c", "a  b  c"},
                        {"q=%E2%80%AEa%E2%81%A6b", "ab"},
                        {"q=a%E2%80%AE%CC%81", "á"},
                        {"q=%EF%BF%BE%EF%B7%90%F4%8F%BF%BF", "\uFFFD\uFFFD\uFFFD"},
                        {"q=o%CC%81", "ó"},
                        {"q=ksi%C2%AD%C4%85%C5%BCka", "książka"},
                        {"q=100%", "100%"},
                        {"q=a%3Db&q=second", "a=b"},
                        {"&&&q=x&&", "x"},
                        {"q", ""}};
  for (const Case& each : cases) {
    CAPTURE(each.address);
    const ParsedRequest parsed = parse_request(each.address, rules);
    CHECK_FALSE(parsed.error.has_value());
    CHECK(parsed.request.query == each.query);
  }
}

TEST_CASE("a request out of bounds is refused") {
  struct Case {
    std::string address;
    RequestError error;
  };
  const Case cases[] = {{"q=" + std::string(9000, 'a'), RequestError::too_long},
                        {repeated("a=1&", 201), RequestError::too_many_parameters},
                        {"q=" + std::string(1001, 'a'), RequestError::query_too_long},
                        {"q=" + repeated("a+", 51), RequestError::too_many_words},
                        {"q=" + repeated("AND+NOT+(", 40), RequestError::too_many_words},
                        {"q=" + repeated("%FF", 334), RequestError::query_too_long},
                        {"q=" + repeated("ab*+", 9), RequestError::too_many_beginnings},
                        {"q=-aa*+powiat:bb*+%22cc*+dd*%22+e*+f*+g*+h*+i*", RequestError::too_many_beginnings},
                        {repeated("powiat=b&uslugi=c&", 1) +
                             [] {
                               std::string many;
                               for (int i = 0; i < 61; ++i) many += "powiat=v" + std::to_string(i) + "&";
                               return many;
                             }(),
                         RequestError::too_many_values},
                        {"powiat=" + std::string(301, 'x'), RequestError::value_too_long},
                        {"powiat=" + repeated("%FF", 101), RequestError::value_too_long},
                        {[] {
                           std::string long_together;
                           for (int i = 0; i < 12; ++i)
                             long_together += "powiat=" + std::to_string(i) + repeated("%C5%82", 80) + "&";
                           return long_together;
                         }(),
                         RequestError::too_long},
                        {"page=0", RequestError::bad_page},
                        {"page=-1", RequestError::bad_page},
                        {"page=1.5", RequestError::bad_page},
                        {"page=501", RequestError::bad_page},
                        {"page=99999999999999999999", RequestError::bad_page},
                        {"page=101&size=100", RequestError::bad_page},
                        {"format=csv&page=11", RequestError::bad_page},
                        {"size=0", RequestError::bad_size},
                        {"size=101", RequestError::bad_size},
                        {"size=abc", RequestError::bad_size},
                        {"size=101&format=atom", RequestError::bad_size},
                        {"size=1001&format=csv", RequestError::bad_size},
                        {"size=1001&format=geojson", RequestError::bad_size},
                        {"sort=shuffle", RequestError::bad_sort},
                        {"lang=de", RequestError::bad_language},
                        {"format=xml", RequestError::bad_format}};
  for (const Case& each : cases) {
    CAPTURE(each.address);
    const ParsedRequest parsed = parse_request(each.address, rules);
    REQUIRE(parsed.error.has_value());
    CHECK(*parsed.error == each.error);
    CHECK_FALSE(message(*parsed.error, "pl").empty());
    CHECK(message(*parsed.error, "pl") != message(*parsed.error, "en"));
  }
}

TEST_CASE("what is just within bounds passes") {
  for (const std::string& address :
       {"q=" + std::string(1000, 'a'), "q=" + repeated("a+", 50), std::string("page=500"), std::string("size=100"),
        std::string("size=1000&format=csv&page=10"), repeated("a=1&", 200),
        std::string("page=&size=&sort=&lang=&format=&powiat=&uslugi=+%00"), "q=" + repeated("%FF", 333),
        "q=" + repeated("ab*+", 8), std::string("q=1*2*3*4*5*6*7*8*9*10")}) {
    CAPTURE(address);
    const ParsedRequest parsed = parse_request(address, rules);
    CHECK_FALSE(parsed.error.has_value());
    CHECK(parsed.request.facets.empty());
  }
}

TEST_CASE("an error is told in the format and language that were asked for") {
  const ParsedRequest parsed = parse_request("format=json&lang=en&page=0", rules);
  CHECK(parsed.error == RequestError::bad_page);
  CHECK(parsed.request.format == Format::json);
  CHECK(parsed.request.language == "en");
}

TEST_CASE("a request has one address") {
  const auto address = [](const std::string& query_string) {
    return address_of(parse_request(query_string, rules).request, "/szukaj", 20);
  };
  CHECK(address("") == "/szukaj");
  CHECK(address("page=1&size=20&sort=relevance&format=json") == "/szukaj");
  CHECK(address("lang=pl&powiat=buski&q=a+%26+b&page=2&uslugi=druk&powiat=kielecki&size=5&sort=title") ==
        "/szukaj?q=a%20%26%20b&powiat=buski&powiat=kielecki&uslugi=druk&sort=title&size=5&lang=pl&page=2");
}

TEST_CASE("each format has its own length and order where none is asked for") {
  struct Case {
    std::string format;
    int size;
    SortBy sort;
  };
  const Case cases[] = {{"", 20, SortBy::relevance},      {"html", 20, SortBy::relevance},
                        {"json", 20, SortBy::relevance},  {"atom", 20, SortBy::date},
                        {"csv", 1000, SortBy::relevance}, {"geojson", 1000, SortBy::relevance}};
  for (const Case& each : cases) {
    CAPTURE(each.format);
    const SearchRequest request = parse_request("format=" + each.format, rules).request;
    CHECK(request.size == each.size);
    CHECK(request.sort == each.sort);
    CHECK(parse_request("sort=title&size=5&format=" + each.format, rules).request.size == 5);
    CHECK(parse_request("sort=title&size=5&format=" + each.format, rules).request.sort == SortBy::title);
  }
}

TEST_CASE("a search has one address in each format, which asks for the same again") {
  for (const char* format : {"json", "atom", "csv", "geojson"}) {
    for (const char* query : {"q=a+b&powiat=buski", "sort=relevance", "sort=date&page=2", "sort=title&size=7&lang=en",
                              "size=20", "q=x&size=1000"}) {
      CAPTURE(format);
      CAPTURE(query);
      const ParsedRequest parsed = parse_request(query + std::string("&format=") + format, rules);
      if (parsed.error) continue;
      const std::string address = format_address(parsed.request, "/s", 20);
      CHECK(address.ends_with(std::string("format=") + format));
      const SearchRequest again = parse_request(address.substr(3), rules).request;
      CHECK(again.query == parsed.request.query);
      CHECK(again.sort == parsed.request.sort);
      CHECK(again.size == parsed.request.size);
      CHECK(again.page == parsed.request.page);
      CHECK(format_address(again, "/s", 20) == address);
    }
  }
}

TEST_CASE("an address that a page links to is within bounds itself") {
  for (const std::string& query_string :
       {"q=" + repeated("\xFF", 333), "q=" + repeated("<", 1000) + "&page=500",
        "q=a&collection=" + repeated("\"", 300) + "&powiat=" + repeated("%C5%82", 150) + "&size=1&page=10000"}) {
    CAPTURE(query_string);
    const ParsedRequest parsed = parse_request(query_string, rules);
    REQUIRE_FALSE(parsed.error.has_value());
    const std::string address = address_of(parsed.request, "/s", 20);
    CHECK(address.size() <= most_address_bytes);
    const ParsedRequest again = parse_request(address.substr(address.find('?') + 1), rules);
    CHECK_FALSE(again.error.has_value());
    CHECK(address_of(again.request, "/s", 20) == address);
  }
}

TEST_CASE("choosing a value adds it, choosing it again takes it away, both from the first page on") {
  const Facet counties{"powiat", {"Powiat"}, {{"buski", {"b"}}, {"kielecki", {"k"}}}};
  const Facet services{"uslugi", {"Usługi"}, {{"druk", {"d"}}}};
  const auto toggled = [](const SearchRequest& from, const Facet& facet, std::size_t value) {
    return FacetChoice(from, facet).toggled(value);
  };
  SearchRequest request = parse_request("q=x&powiat=buski&page=4", rules).request;
  request = toggled(request, counties, 1);
  CHECK(address_of(request, "/s", 20) == "/s?q=x&powiat=buski&powiat=kielecki");
  request = toggled(request, counties, 0);
  request = toggled(request, counties, 1);
  CHECK(request.facets.empty());
  CHECK(address_of(toggled(request, services, 0), "/s", 20) == "/s?q=x&uslugi=druk");
}

TEST_CASE("a filter is taken away alone, from the first page on") {
  const SearchRequest request = parse_request("q=x&powiat=buski&powiat=kielecki&page=4", rules).request;
  CHECK(address_of(without(request, "powiat", "buski"), "/s", 20) == "/s?q=x&powiat=kielecki");
  CHECK(address_of(without(request, "powiat", "konecki"), "/s", 20) == "/s?q=x&powiat=buski&powiat=kielecki");
  CHECK(address_of(without(without(request, "powiat", "buski"), "powiat", "kielecki"), "/s", 20) == "/s?q=x");
}
