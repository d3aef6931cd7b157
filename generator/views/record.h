// A page's record: who made what it says, answers for it and entered it, and when (the "metryczka").
#pragma once

#include "generator/views/view.h"

namespace kronika {

/// Fills `record`; `has_record` is false where nobody is named, or there is no page.
void fill_record(TemplateData& data, const Page* page);

}  // namespace kronika
