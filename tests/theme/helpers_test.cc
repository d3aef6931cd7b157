// JSON is read here and nowhere else: its header takes longer to compile than all of the theme.
#include "tests/theme/helpers.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace kronika::test {
namespace {

using Json = nlohmann::ordered_json;

TemplateData convert(const Json& json) {
  if (json.is_object()) {
    TemplateData object;
    for (const auto& [name, value] : json.items()) object[name] = convert(value);
    return object;
  }
  if (json.is_array()) {
    TemplateData list(TemplateData::type::list);
    for (const Json& item : json) list.push_back(convert(item));
    return list;
  }
  if (json.is_boolean()) return TemplateData(json.get<bool>());
  if (json.is_null()) return TemplateData(false);
  return TemplateData(json.is_string() ? json.get<std::string>() : json.dump());
}

Shape shape_of(const Json& json) {
  Shape shape;
  if (json.is_object()) {
    for (const auto& [name, value] : json.items()) shape.add(name, shape_of(value));
    return shape;
  }
  if (!json.is_array()) return Shape::text();
  bool leaf = !json.empty();
  for (const Json& value : json) {
    const Shape item = shape_of(value);
    leaf = leaf && item.kind() == Shape::Kind::text;
    for (const auto& [key, child] : item.children()) shape.add(key, *child);
  }
  return leaf ? Shape::text() : shape;
}

}  // namespace

TemplateData data_from(const std::string& json) {
  return convert(Json::parse(json));
}
Shape shape_from(const std::string& json) {
  return shape_of(Json::parse(json));
}

TEST_CASE("the shape of a list has the names of all its items, and a list of texts is a text") {
  const Shape shape = shape_from(R"({"items": [{"a": 1}, {"b": {"c": true}}], "words": ["x"], "none": []})");
  REQUIRE(shape.find("items"));
  CHECK(shape.find("items")->find("a")->kind() == Shape::Kind::text);
  CHECK(shape.find("items")->find("b")->find("c")->kind() == Shape::Kind::text);
  CHECK(shape.find("words")->kind() == Shape::Kind::text);
  CHECK(shape.find("none")->kind() == Shape::Kind::node);
}

}  // namespace kronika::test
