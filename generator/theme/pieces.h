// A template after expansion: text and tags that name data, in a row.
#pragma once

#include <string>
#include <vector>

#include "generator/core/place.h"

namespace kronika {

enum class PieceKind { text, variable, unescaped, section, inverted, end };

/// `plural`: the section of a plural form, named as a number with the form added: "total_few".
enum class Naming { plain, plural };

struct Piece {
  PieceKind kind = PieceKind::text;
  std::string text;  // the characters, or the tag's name
  Place place;       // of a tag: of its name in the template, or of the text in i18n/LANGUAGE.toml
  Naming naming = Naming::plain;
};

/// The pieces as a Mustache template with the usual delimiters. Standalone lines are gone; a renderer that looks for
/// them again may leave out blank lines at the edges of sections, and nothing else.
std::string to_mustache(const std::vector<Piece>& pieces);

}  // namespace kronika
