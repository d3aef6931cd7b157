// Markdown to HTML, outline and plain text. The only user of cmark-gfm.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content/page.h"
#include "generator/core/image_size.h"
#include "generator/links/links.h"

namespace kronika {

struct Heading {
  int level = 2;
  std::string text;  // plain
  std::string html;  // inline markup, without links
  std::string id;    // slugify(text), with -1, -2 … when taken
  int line = 0;      // of the file
};

/// The plain text between two headings, for the index and the summary. The first section has no heading.
struct TextSection {
  std::string anchor;
  std::string heading;
  std::string text;  // blocks separated by '\n'
};

struct RenderedPage {
  std::string html;
  std::vector<Heading> headings;
  std::vector<TextSection> sections;
  std::string first_paragraph;           // plain; "" when there is none
  std::vector<AnchorLink> anchors;       // to check when all pages are rendered
  std::vector<std::string> attachments;  // source paths of files and images that the text uses, each once
  std::vector<std::string> ids;          // every id in `html`, sorted: what anchors may lead to (check_anchors)
};

/// A fenced block ```{name} … ```, its body parsed as TOML.
struct ComponentCall {
  std::string name;
  RawTable parameters;
  Place place;  // of the info string
};

/// What the renderer asks of the world around it. Implemented by the build; faked in tests.
class MarkdownHost {
 public:
  virtual ~MarkdownHost() = default;
  /// Resolves a link or image destination; reports when it cannot.
  virtual ResolvedLink resolve(std::string_view destination, const Place& place) = 0;
  /// The size of the image that a link of the kind attachment leads to; nothing where it is not known.
  virtual std::optional<ImageSize> image_size(const ResolvedLink&) { return std::nullopt; }
  /// The HTML of a component. Unknown names and fields are reported and give "". Parameters of the type markdown are
  /// rendered by calling back `markdown` with the text and the line of the file it begins on.
  using Nested = std::function<std::string(std::string_view text, int line)>;
  virtual std::string component(const ComponentCall& call, const Nested& markdown) = 0;
  /// The HTML around an alert's content ("note", "warning" …), or nothing when the theme has no such alert.
  virtual std::optional<std::string> alert(std::string_view kind, std::string_view content_html) = 0;
};

struct MarkdownOptions {
  std::string file;      // for places
  int first_line = 1;    // line of the file that the text begins on
  std::string language;  // typography and quotes
  bool raw_html = false;
  bool typography = true;
  bool heading_ids = true;
  bool require_alt = true;
  std::string own_host;  // "es.example.org": images of others are reported; "" : they are not looked at
  std::string decoration = "ozdoba";
  std::vector<std::string> reserved_ids;  // ids that the page's template uses itself; headings keep clear of them
  // Texts that the renderer writes by itself, in the page's language (from the theme's i18n).
  std::string footnotes_title = "Footnotes";
  std::string back_to_text = "Back to text";
  std::string task_done = "done", task_open = "to do";
  std::string table_label = "Table, scroll sideways if needed";
};

/// Registers cmark's extensions; call once, in main (and in a test's fixture), before any thread starts.
void initialise_markdown();

/// Thread-safe. Parsing takes a process-wide lock (see the .cc for why); rendering does not.
RenderedPage render_markdown(std::string_view text, const MarkdownOptions&, MarkdownHost&, Diagnostics&);

}  // namespace kronika
