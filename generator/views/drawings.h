// What the program draws for components that say so in theme.toml: charts and maps of tiles.
#pragma once

#include <span>
#include <string>

#include "generator/markdown/markdown.h"
#include "generator/theme/theme.h"
#include "generator/views/tables.h"

namespace kronika {

struct ComponentDrawing {
  std::string svg;  // "" when a mistake was reported
  Columns columns;  // of the table, what is drawn; empty: all
};

/// A component as its author wrote it: `values` are parallel to its parameters.
struct DrawnComponent {
  const ThemeComponent& component;
  std::span<const FieldValue> values;
  const DataTable* table;  // that it draws; null: none is given
  Place place;             // of the component in the text
  std::string id;          // begins the ids of the drawing
};

/// The chart that a table field's setting `chart` asks for: the first column names, the others with numbers are drawn.
/// "" where there is nothing to draw.
std::string draw_records(const Field& table, const RecordList& records, const std::string& id,
                         const ValueContext& context);

/// Reads the fields kind, label, values (of a chart), key, value, vocabulary (of a map), title, description and
/// unit, those of them that the component has.
ComponentDrawing draw_component(const DrawnComponent& written, const ValueContext& context, Diagnostics& diagnostics);

}  // namespace kronika
