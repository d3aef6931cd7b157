// Cuts a Markdown file into front matter and text, and keeps count of lines: every later message depends on it.
#include <algorithm>

#include "generator/config/text_file.h"
#include "generator/content/content.h"

namespace kronika {
namespace {

constexpr std::string_view content_folder = "content/";
constexpr std::string_view data_folder = "content/_data/";
constexpr Span opening{1, 1, 3};

std::string_view without_trailing_spaces(std::string_view line) {
  const auto last = line.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

/// Takes the first line, without its end, off `rest`.
std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

FrontMatterFormat format_of(std::string_view first_line) {
  const std::string_view mark = without_trailing_spaces(first_line);
  if (mark == "+++") return FrontMatterFormat::toml;
  return mark == "---" ? FrontMatterFormat::yaml : FrontMatterFormat::none;
}

bool closes(FrontMatterFormat format, std::string_view line) {
  const std::string_view mark = without_trailing_spaces(line);
  return format == FrontMatterFormat::toml ? mark == "+++" : mark == "---" || mark == "...";
}

/// Composing costs time; Latin and Cyrillic letters, digits and the usual punctuation need none of it.
bool may_need_composing(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0xCC || byte == 0xD0 || byte == 0xD1) continue;  // below U+0300, or U+0400–U+047F: none combines
    const bool punctuation = byte == 0xE2 && text.substr(at + 1, 1) == "\x80" && at + 2 < text.size() &&
                             static_cast<unsigned char>(text[at + 2]) >= 0x82;  // U+2002–U+203F
    if (!punctuation) return true;
    at += 2;
  }
  return false;
}

}  // namespace

std::vector<std::string> page_paths(const Source& source, Diagnostics& diagnostics) {
  std::vector<std::string> paths;
  for (const SourceFile& file : source.files()) {
    if (!file.path.starts_with(content_folder)) continue;
    if (file.kind != FileKind::regular) {
      diagnostics.report(file.kind == FileKind::symlink ? Code::symlink : Code::submodule, {file.path, {}});
    } else if (file.path.ends_with(".md") && !file.path.starts_with(data_folder)) {
      paths.push_back(file.path);
    }
  }
  return paths;
}

std::optional<RawPage> split_page(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) {
  const auto text = text_of_file(bytes, path, diagnostics);
  if (!text) return std::nullopt;
  RawPage page;
  page.path = path;
  page.front_matter.span = opening;
  std::string_view rest = *text;
  page.format = format_of(rest.substr(0, rest.find('\n')));
  if (page.format != FrontMatterFormat::none) {
    const std::string mark(without_trailing_spaces(take_line(rest)));
    const char* begin = rest.data();
    page.front_matter_line = 2;
    page.body_line = 2;
    for (;;) {
      if (rest.empty()) {
        diagnostics.report(Code::front_matter_open, {path, opening}, {mark});
        return std::nullopt;
      }
      const std::string_view line = take_line(rest);
      ++page.body_line;
      if (!closes(page.format, line)) continue;
      const std::string_view inside(begin, static_cast<std::size_t>(line.data() - begin));
      auto parsed = page.format == FrontMatterFormat::toml ? parse_toml(inside, path, 2, diagnostics)
                                                           : parse_yaml(inside, path, 2, diagnostics);
      if (!parsed) return std::nullopt;
      page.front_matter = std::move(*parsed);
      page.front_matter.span = opening;
      break;
    }
  }
  page.body = may_need_composing(rest) ? to_nfc(rest) : std::string(rest);
  return page;
}

}  // namespace kronika
