// Names are added as words in one string: a kind of page declares dozens of them, and they must stay readable.
#include "generator/theme/shape.h"

#include <initializer_list>

namespace kronika {
namespace {

template <class Add>
void for_each_word(std::string_view words, Add add) {
  while (!words.empty()) {
    const auto start = words.find_first_not_of(' ');
    if (start == std::string_view::npos) return;
    words.remove_prefix(start);
    const auto end = std::min(words.find(' '), words.size());
    add(words.substr(0, end));
    words.remove_prefix(end);
  }
}

}  // namespace

Shape& Shape::texts(std::string_view names) {
  for_each_word(names, [this](std::string_view name) { add(name, text()); });
  return *this;
}

Shape& Shape::numbers(std::string_view names) {
  for_each_word(names, [this](std::string_view name) {
    add(name, number());
    for (const char* form : {"_one", "_few", "_many", "_other"}) add(std::string(name) + form, text());
  });
  return *this;
}

Shape& Shape::add(std::string_view name, Shape child) {
  children_[std::string(name)] = std::make_shared<const Shape>(std::move(child));
  return *this;
}

const Shape* Shape::find(std::string_view name) const {
  const auto found = children_.find(name);
  return found == children_.end() ? nullptr : found->second.get();
}

}  // namespace kronika
