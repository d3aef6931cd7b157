// Template data without kainjow's traps: its set() and push_back() copy deeply, empty texts count as true.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/theme/theme.h"

namespace kronika {

/// NAME = text.
void set_text(TemplateData& object, const std::string& name, std::string_view text);
/// NAME = text, has_NAME = text is not empty.
void set_optional(TemplateData& object, const std::string& name, std::string_view text);
void set_flag(TemplateData& object, const std::string& name, bool value);
/// NAME = the number as the language writes it; NAME_one, NAME_few, NAME_many, NAME_other, of which one is true.
void set_number(TemplateData& object, const std::string& name, std::int64_t number, std::string_view language);
/// NAME = object or list, taken without copying.
void set_node(TemplateData& object, const std::string& name, TemplateData node);
/// NAME = the list, has_NAME = it is not empty. Items are copied once, as kainjow's lists demand.
void set_list(TemplateData& object, const std::string& name, const std::vector<TemplateData>& items);

}  // namespace kronika
