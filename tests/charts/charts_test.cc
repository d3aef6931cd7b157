#include <doctest/doctest.h>

#include <set>

#include "generator/core/diagnostics.h"
#include "tests/charts/drawn.h"

namespace kronika {
namespace {

using Values = std::vector<std::optional<double>>;

std::vector<Series> series_of(std::size_t count) {
  std::vector<Series> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back({"s" + std::to_string(i), {1.0 + static_cast<double>(i)}});
  return out;
}

const char* value_text = "class=\"chart-value\"[^>]*>([^<]*)";
const char* tick_text = "class=\"chart-quiet\"[^>]*>([^<]*)";

}  // namespace

TEST_CASE("a drawing is an image with a title and a description, and ids of its own") {
  const std::string out = draw(test_chart(ChartKind::bars, {"a", "b"}, {{"S", Values{1, 2}}, {"T", Values{2, 1}}}));
  CHECK(list(out, "<svg class=\"([^\"]*)\" role=\"img\"") == "chart-drawing chart-narrow chart-drawing chart-wide");
  CHECK(list(out, "aria-labelledby=\"([^\"]*)\"") == "c-title c-desc cw-title cw-desc");
  CHECK(list(out, "viewBox=\"0 0 (\\d+)") == "340 640");
  CHECK(list(out, "<title id=\"[^\"]*\">([^<]*)") == "Title Title");
  CHECK(count(out, "display=\"none\"") == 1);
  const auto ids = all(out, " id=\"([^\"]*)\"");
  CHECK(ids.size() == 6);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  CHECK(out.find("style") == std::string::npos);
}

TEST_CASE("a description is made of the data where the author gives none") {
  Chart chart = test_chart(ChartKind::bars, {"buski", "kielecki", "brak"}, {{"Gminy", Values{8, 19, {}}}});
  CHECK(describe(chart) == "Bars, items: 3. Gminy – highest: kielecki (19), lowest: buski (8).");
  chart.unit = "szt.";
  chart.kind = ChartKind::parts;
  CHECK(describe(chart) == "Parts, items: 3. Gminy (szt.) – highest: kielecki (19), lowest: buski (8), total: 27.");
  chart.series[0].values = {{}, {}, {}};
  CHECK(describe(chart) == "Parts, items: 3. Gminy (szt.) – no data, total: 0.");
  chart.description = "Own <words>";
  CHECK(list(draw(chart), "<desc[^>]*>([^<]*)") == "Own &lt;words&gt; Own &lt;words&gt;");
}

TEST_CASE("bars have round ticks, and their values beside them") {
  const std::string out = narrow(test_chart(ChartKind::bars, {"a", "b", "c", "d"}, {{"S", Values{8, 19, 0, {}}}}));
  CHECK(list(out, value_text) == "8 19 0");
  CHECK(list(out, tick_text) == "0 5 10 15 –");
  CHECK(count(out, "class=\"chart-1\"") == 2);
  CHECK(count(out, "<pattern") == 0);
}

TEST_CASE("bars of several series differ in colour and pattern, and a legend names them") {
  const std::string out =
      narrow(test_chart(ChartKind::bars, {"a"}, {{"First", Values{1}}, {"Second", Values{2}}, {"Third", Values{3}}}));
  CHECK(list(out, "class=\"chart-label\"[^>]*font-size=\"12\">([^<]*)") == "First Second Third");
  CHECK(list(out, "fill=\"(url[^\"]*)\"") == "url(#c-p1) url(#c-p2) url(#c-p1) url(#c-p2)");
}

TEST_CASE("a bar below zero goes to the left of the zero line") {
  const std::string out = narrow(test_chart(ChartKind::bars, {"a", "b"}, {{"S", Values{-10, 30}}}));
  const double zero = std::stod(all(out, "class=\"chart-zero\"[^>]* x1=\"([^\"]*)\"").at(0));
  const auto bars = all(out, "class=\"chart-1\" x=\"([^\"]*)\"");
  CHECK(std::stod(bars.at(0)) < zero);
  CHECK(std::stod(bars.at(1)) == doctest::Approx(zero).epsilon(0.01));
  CHECK(list(out, value_text) == "−10 30");
}

TEST_CASE("nothing is drawn beside the drawing, whatever the data") {
  const std::string lengthy = "Konstantynopolitańczykowianeczka bez spacji i jeszcze wiele, wiele innych słów na końcu";
  for (const ChartKind kind : {ChartKind::bars, ChartKind::lines, ChartKind::parts}) {
    for (const Values& values : {Values{1, 2}, Values{0, 0}, Values{1e15, 0.0001}, Values{{}, 5}}) {
      const std::string out = narrow(test_chart(kind, {lengthy, ""}, {{lengthy, values}}));
      for (const std::string& x : all(out, " x1?=\"([^\"]*)\"")) {
        CHECK(std::stod(x) >= 0);
        CHECK(std::stod(x) <= 340);
      }
      CHECK(out.find("nan") == std::string::npos);
      CHECK(out.find("inf\"") == std::string::npos);
    }
  }
}

TEST_CASE("no data is said, and one row is drawn") {
  for (const ChartKind kind : {ChartKind::bars, ChartKind::lines, ChartKind::parts}) {
    CHECK(list(narrow(test_chart(kind, {}, {{"S", {}}})), tick_text) == "no data");
    CHECK(list(narrow(test_chart(kind, {"a"}, {{"S", Values{{}}}})), tick_text) == "no data");
    CHECK(list(narrow(test_chart(kind, {"a"}, {{"S", Values{7}}})), tick_text) != "no data");
  }
  CHECK(list(narrow(test_chart(ChartKind::parts, {"a"}, {{"S", Values{0}}})), tick_text) == "no data");
}

TEST_CASE("lines differ in dash and marker, and have their names at their ends") {
  const std::string out = narrow(test_chart(ChartKind::lines, {"2021", "2022", "2023"},
                                            {{"First", Values{1, 2, 3}}, {"Second", Values{3, {}, 1}}}));
  CHECK(count(out, "chart-line-1") == 1);
  CHECK(list(out, "chart-line-2\"[^>]*stroke-dasharray=\"([^\"]*)") == "7 4");
  CHECK(list(out, "class=\"chart-label\"[^>]*>([^<]*)") == "First Second");
  CHECK(list(out, "chart-line-2\"[^>]* d=\"([^\"]*)").find('L') == std::string::npos);  // what is not known breaks it
  CHECK(count(out, "m-4-4h8v8h-8z") == 3);  // two points, and the sign before the name
}

TEST_CASE("names at the ends of lines stand apart, however close the lines end") {
  const std::string out =
      narrow(test_chart(ChartKind::lines, {"1", "2"},
                        {{"A", Values{0, 0}}, {"B", Values{0, 0}}, {"C", Values{9, 0.1}}, {"D", Values{1, 0}}}));
  const auto ys = all(out, "class=\"chart-label\" x=\"[^\"]*\" y=\"([^\"]*)\"");
  REQUIRE(ys.size() == 4);
  for (std::size_t i = 1; i < ys.size(); ++i) CHECK(std::stod(ys[i]) - std::stod(ys[i - 1]) >= 15);
}

TEST_CASE("one line has its values where they fit, and as many names beneath as fit") {
  std::vector<std::string> years;
  Values values;
  for (int year = 1990; year < 2026; ++year) {
    years.push_back(std::to_string(year));
    values.push_back(year);
  }
  const std::string many = narrow(test_chart(ChartKind::lines, years, {{"S", values}}));
  CHECK(list(many, value_text) == "2025");
  CHECK(all(many, tick_text).size() < 20);
  const std::string few = narrow(test_chart(ChartKind::lines, {"1", "2"}, {{"S", Values{4, 6}}}));
  CHECK(list(few, value_text) == "4 6");
}

TEST_CASE("parts add up to a hundred per cent") {
  const std::string thirds = narrow(test_chart(ChartKind::parts, {"a", "b", "c"}, {{"S", Values{1, 1, 1}}}));
  CHECK(list(thirds, value_text) ==
        "34\u00A0% 33\u00A0% 33\u00A0% 34\u00A0% 33\u00A0% 33\u00A0%");  // over the bar, and in the list
  const std::string small = narrow(test_chart(ChartKind::parts, {"a", "b", "c"}, {{"S", Values{9995, 4.9, 0.1}}}));
  CHECK(list(small, "class=\"chart-value\"[^>]*text-anchor=\"end\"[^>]*>([^/]*)</text") ==
        "99,9\u00A0% 0,1\u00A0% &lt;0,1\u00A0%");
}

TEST_CASE("what cannot be drawn is told with what to do instead") {
  struct Case {
    Chart chart;
    const char* told;
  };
  const std::vector<std::string> seven(7, "x");
  const Series ones{"S", Values(7, 1.0)};
  const Case cases[] = {
      {test_chart(ChartKind::bars, {"a"}, series_of(6)), ""},
      {test_chart(ChartKind::bars, {"a"}, series_of(7)), "7 columns of numbers are drawn, and at most 6"},
      {test_chart(ChartKind::bars, {"a"}, {}), "no column of numbers"},
      {test_chart(ChartKind::lines, {"a"}, {{"S", Values{2e15}}}), "too large"},
      {test_chart(ChartKind::bars, std::vector<std::string>(301, "a"), {{"S", Values(301, 1.0)}}), "301 rows"},
      {test_chart(ChartKind::parts, {"a"}, series_of(2)), "one column of numbers"},
      {test_chart(ChartKind::parts, {"a"}, {{"S", Values{-1}}}), "not less than 0"},
      {test_chart(ChartKind::parts, seven, {ones}), "use kind = \"bars\""},
      {test_chart(ChartKind::bars, seven, {ones}), ""}};
  for (const Case& c : cases) {
    const std::string told = why_not(c.chart);
    CAPTURE(told);
    CHECK(told.empty() == std::string(c.told).empty());
    CHECK(told.find(c.told) != std::string::npos);
  }
}

}  // namespace kronika
