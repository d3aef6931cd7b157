// What a view gives, held against the shape that is declared for its template.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "generator/theme/data.h"
#include "generator/theme/shape.h"

namespace kronika {

/// Every name that any kind of page declares.
inline void collect_names(const Shape& shape, std::set<std::string>& names) {
  for (const auto& [name, child] : shape.children()) {
    names.insert(name);
    collect_names(*child, names);
  }
}

/// What `data` lacks of its shape and what it has beyond it, as far as kainjow's data can be asked.
inline void compare(const TemplateData& data, const Shape& shape, const std::set<std::string>& names,
                    const std::string& path, std::vector<std::string>& wrong) {
  if (shape.kind() == Shape::Kind::any) return;
  if (shape.kind() != Shape::Kind::node) {
    const bool flag = data.is_true() || data.is_false();
    if (!data.is_string() && !(flag && shape.kind() == Shape::Kind::text)) wrong.push_back(path + " is no text");
    return;
  }
  if (data.is_list()) {
    std::size_t number = 0;
    for (const TemplateData& item : data.list_value()) {
      compare(item, shape, names, path + "." + std::to_string(number++), wrong);
    }
    return;
  }
  if (!data.is_object()) return wrong.push_back(path + " is no object");
  for (const auto& [name, child] : shape.children()) {
    if (const TemplateData* value = data.get(name)) {
      compare(*value, *child, names, path + "." + name, wrong);
    } else if (path != "" || name != "site") {  // `site` is shared by all pages
      wrong.push_back(path + "." + name + " is declared, but not given");
    }
  }
  for (const std::string& name : names) {
    if (data.get(name) && !shape.find(name)) wrong.push_back(path + "." + name + " is given, but not declared");
  }
}

}  // namespace kronika
