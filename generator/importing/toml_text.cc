// What is written here is read by `kronika check` in the strict way: a date without quotes, a NIP in them.
#include "generator/importing/toml_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace kronika {
namespace {

bool is_bare(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::date ||
         type == FieldType::datetime || type == FieldType::boolean;
}

void append_escaped(std::string& out, std::string_view text, bool lines) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n' && lines) {
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
}

/// A file's name as the page writes it: from its own folder on.
std::string file_name(const FieldValue& value) {
  const std::string& path = value.as<FilePath>()->source_path;
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::string toml_string(std::string_view text) {
  const bool lines = text.find('\n') != std::string_view::npos;
  std::string out = lines ? "\"\"\"\n" : "\"";
  append_escaped(out, text, lines);
  return out + (lines ? "\"\"\"" : "\"");
}

std::string toml_scalar(const FieldValue& value, const Field& field) {
  if (const auto* position = value.as<GeoPosition>())
    return fmt::format("{{ lat = {}, lon = {} }}", position->latitude, position->longitude);
  if (value.as<FilePath>()) return toml_string(file_name(value));
  const std::string plain = info(field.value_type()).plain(value, field);
  return is_bare(field.value_type()) ? plain : toml_string(plain);
}

std::vector<std::string> toml_items(const FieldValue& value, const Field& field) {
  std::vector<std::string> out;
  if (const auto* items = value.as<ValueList>()) {
    for (const FieldValue& item : *items) out.push_back(toml_scalar(item, field));
  }
  return out;
}

}  // namespace kronika
