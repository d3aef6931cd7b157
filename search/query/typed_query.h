// What a person has typed, cut into its parts. Nothing is looked up yet.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

/// A word, a word's beginning ("szkol*"), a phrase in quotation marks, or a number written in groups.
struct TypedPart {
  std::vector<std::string> words;
  bool quoted = false;
  bool prefix = false;    // the one word is a beginning
  bool excluded = false;  // written with a minus before it
  std::string field;      // "": any
  std::string number;     // the words are groups of digits: all of them as one number
};

/// Parts with OR between them; usually one.
using TypedAlternatives = std::vector<TypedPart>;

/// Cuts a query: "…" (or „…”, «…») is a phrase, -x excludes, x OR y (or LUB) takes either, x* is a beginning, NAME:x
/// looks in the field NAME of `fields`. Whatever makes no sense of these is plain words, so there are no syntax errors.
std::vector<TypedAlternatives> parse_typed(std::string_view query, std::span<const std::string> fields);

}  // namespace kronika
