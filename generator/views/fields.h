// A page's fields as templates show them.
#pragma once

#include <string>
#include <string_view>

#include "generator/views/view.h"

namespace kronika {

/// Fills `fields` (the visible ones, in the schema's order) and `field` (all of them by name).
void fill_fields(TemplateData& data, const Page& page, const Views& views);

/// Fills `tables`: those derived for the page.
void fill_page_tables(TemplateData& data, const Page& page, const Views& views);

/// Fills `date` and `updated`, each with `_iso`.
void fill_dates(TemplateData& data, const Page& page);

/// Fills `attachments`: files of the bundle that neither the text nor a field shows.
void fill_attachments(TemplateData& data, const Page& page, const Views& views);

/// A long text as paragraphs; nothing in it is markup.
std::string paragraphs(std::string_view text);

}  // namespace kronika
