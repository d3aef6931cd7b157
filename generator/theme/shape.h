// Which names a kind of page gives to its template, so that a misspelt one is found before any page is made.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace kronika {

/// A tree of names. A leaf is a text (or number, or flag); a node with children is an object or a list of objects: as a
/// section it opens a scope in which its children are names too (and the names around it stay visible).
/// `any`: whatever is asked below it exists (front matter of open collections).
/// `number`: a count; may be the body of a plural section.
class Shape {
 public:
  enum class Kind { text, number, node, any };
  Shape() : kind_(Kind::node) {}
  static Shape text() { return Shape(Kind::text); }
  static Shape number() { return Shape(Kind::number); }
  static Shape any() { return Shape(Kind::any); }

  /// Adds texts by name: shape.texts("title url summary").
  Shape& texts(std::string_view names);
  Shape& numbers(std::string_view names);
  Shape& add(std::string_view name, Shape child);

  Kind kind() const { return kind_; }
  const Shape* find(std::string_view name) const;
  const std::map<std::string, std::shared_ptr<const Shape>, std::less<>>& children() const { return children_; }

 private:
  explicit Shape(Kind kind) : kind_(kind) {}
  Kind kind_;
  std::map<std::string, std::shared_ptr<const Shape>, std::less<>> children_;
};

}  // namespace kronika
