// Entries and the publisher as objects of schema.org, for the structured data in a page's head.
#pragma once

#include <string>
#include <string_view>

#include "generator/views/view.h"

namespace kronika {

/// JSON of the entry as its collection's [schema_org] tells it, with its address as `@id`; "" where it tells nothing.
/// What an entry lacks leaves its property out; an inner object that asks for fields and gets no value is left out.
std::string entry_object(const Page& page, const Views& views);

/// "https://host/#publisher"
std::string publisher_id(const Views& views);

/// JSON of [publisher]; "" where there is none.
std::string publisher_object(const Views& views, std::string_view language);

/// JSON on one line that cannot end a <script>: no '<' is in it.
std::string inside_script(std::string json);

}  // namespace kronika
