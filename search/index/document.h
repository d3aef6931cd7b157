// What the generator hands over for each page, and what the index keeps of it for showing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/text/calendar.h"

namespace kronika {

/// Plain text under one heading; the first section of a page has none.
struct SearchSection {
  std::string heading;
  std::string text;
  std::string anchor = {};  // of the heading; "" : none
};

/// The words of a field that can be searched for.
struct SearchFieldText {
  std::string field;
  std::string text;
};

struct SearchFacetValue {
  std::string facet;  // a facet of the SearchConfig that the index is written for
  std::string value;  // one of its values
};

/// A facet value that a page has from one day to another; for requests that name a day.
struct SearchState {
  std::string facet, value;  // as of SearchFacetValue
  DayNumber first = 0, last = 0;
  bool operator==(const SearchState&) const = default;
};

/// A field as search results give it to programs.
struct SearchField {
  std::string name;
  std::vector<std::string> values;
  bool is_list = false;
  bool is_position = false;  // each value is "latitude,longitude", in degrees
  bool operator==(const SearchField&) const = default;
};

/// A field as search results show it to people.
struct ShownField {
  std::string label, text;
  std::string url;  // "mailto:…", "tel:…"; "" : none
  bool operator==(const ShownField&) const = default;
};

/// One page to be indexed. Texts are plain, composed (NFC) and valid UTF-8.
struct SearchDocument {
  std::string url;
  std::string title;
  std::string title_key;  // by the collation of the language; compared as bytes
  std::string summary;
  std::string collection;  // its name; "" : none
  std::string language;
  std::string date;                // ISO 8601, sorts as text; "" : none
  std::string date_text;           // as people read it
  std::string published, updated;  // RFC 3339, UTC: the instant of `date`, and of the last change; "" : not known
  std::vector<SearchSection> sections;
  std::vector<SearchFieldText> field_texts;
  std::vector<SearchFacetValue> facets;
  std::vector<SearchField> fields;
  double weight = 1.0;     // above 1: further up in the results
  double freshness = 0.0;  // of news: from 1 for today's down to 0
  bool example = false;
  std::vector<SearchState> states = {};  // of one facet: its days do not overlap
  std::vector<ShownField> shown = {};
  bool translation = false;  // of a page that is in the index in the site's own language
};

/// Bytes of its title, summary and sections: by which long pages are told from short ones.
std::size_t text_size(const SearchDocument& document);

/// Where a section begins in the page's text (PageRecord::text).
struct StoredSection {
  std::size_t offset = 0;  // in bytes
  std::string anchor;
  bool operator==(const StoredSection&) const = default;
};

/// What is stored with a document, to show it.
struct StoredDocument {
  std::string url, title, summary, collection, language, date, date_text, published, updated;
  bool example = false;
  std::vector<SearchField> fields;
  std::vector<StoredSection> sections;  // those with an anchor, by offset
  std::vector<ShownField> shown = {};

  bool operator==(const StoredDocument&) const = default;
};

std::string encode(const StoredDocument& document);

/// Throws SearchFailure for bytes that `encode` did not write.
StoredDocument decode_document(std::string_view bytes);

}  // namespace kronika
