// States of an entry as badges: what follows from dates should be seen at once.
#pragma once

#include <vector>

#include "generator/views/view.h"

namespace kronika {

/// One for each visible field with states or a history that has a value: `name`, `label`, `text`, `url` of its term
/// page, one of `is_good`, `is_warning`, `is_bad` and `is_neutral` as the term's `tone` says, and of a history the days
/// `since` and `until` which it holds.
std::vector<TemplateData> states(const Page& page, const Views& views);

}  // namespace kronika
