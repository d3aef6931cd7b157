// The sections [collections.NAME], [vocabularies.NAME] and [tables.NAME] of site.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/config/config.h"
#include "generator/core/raw.h"

namespace kronika {

/// One collection for each table in `collections`, with the `common` fields that it does not declare itself. Reports
/// mistakes, names of other sections left aside.
std::vector<CollectionConfig> read_collections(const RawTable& collections, const std::string& file,
                                               const FrontMatterNames&, const Schema& common, Diagnostics&);

/// Reports fields that are called as something that is there already: a built-in key, a parameter of the search.
void check_field_names(const Schema&, const FrontMatterNames&, const std::string& file, Diagnostics&);

std::vector<VocabularyConfig> read_vocabulary_sections(const RawTable& vocabularies, const std::string& file,
                                                       Diagnostics&);

/// A table's fields are a schema whose rows stand by themselves: types that need a page, and settings that only mean
/// something on a page, are mistakes here.
std::vector<TableConfig> read_table_sections(const RawTable& tables, const std::string& file, Diagnostics&);

/// Holds against each other what names something elsewhere: vocabularies and collections of fields, vocabularies and
/// tables of one name, list addresses.
void check_names(const Config&, Diagnostics&);

/// Holds against each other what stands under something: vocabularies with a `parent`, fields with `under`.
void check_levels(const Config&, Diagnostics&);

/// A parameter that every search has; no filter may be called so.
bool is_request_parameter(std::string_view name);

}  // namespace kronika
