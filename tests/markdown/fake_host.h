// A host without a site: destinations stay as they are, but those that a test declares hidden, broken or attached.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "generator/markdown/markdown.h"

template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += "\n  | " + line;
    return out.c_str();
  }
};

namespace kronika::test {

class FakeHost final : public MarkdownHost {
 public:
  struct Asked {
    std::string destination;
    Place place;
  };

  ResolvedLink resolve(std::string_view destination, const Place& place) override {
    asked.push_back({std::string(destination), place});
    if (const auto known = answers.find(destination); known != answers.end()) return known->second;
    ResolvedLink link;
    link.kind = LinkKind::external;
    link.url = destination;
    return link;
  }

  std::optional<ImageSize> image_size(const ResolvedLink& link) override {
    const auto known = sizes.find(link.url);
    return known == sizes.end() ? std::nullopt : std::optional(known->second);
  }

  std::string component(const ComponentCall& call, const Nested& markdown) override {
    calls.push_back(call);
    std::string html = "<div class=\"" + call.name + "\">";
    if (const RawValue* body = call.parameters.find("body")) {
      html += markdown(*body->as<std::string>(), body->span.line);
    }
    if (const RawValue* title = call.parameters.find("title")) {
      html += "<p id=\"" + call.name + "-title\">" + *title->as<std::string>() + "</p>";
    }
    return html + "</div>";
  }

  std::optional<std::string> alert(std::string_view kind, std::string_view content_html) override {
    if (kind != "note" && kind != "warning") return std::nullopt;
    return "<aside class=\"" + std::string(kind) + "\">\n" + std::string(content_html) + "</aside>";
  }

  std::map<std::string, ResolvedLink, std::less<>> answers;
  std::map<std::string, ImageSize> sizes;
  std::vector<Asked> asked;
  std::vector<ComponentCall> calls;
};

/// One text rendered, with what was asked and reported on the way.
struct Rendered {
  RenderedPage page;
  std::vector<Diagnostic> diagnostics;
  FakeHost host;
};

inline MarkdownOptions plain_options() {
  MarkdownOptions options;
  options.file = "content/a/x.md";
  options.first_line = 10;
  options.language = "pl";
  return options;
}

inline Rendered render(std::string_view text, const MarkdownOptions& options = plain_options(), FakeHost host = {}) {
  initialise_markdown();
  Rendered out;
  out.host = std::move(host);
  Diagnostics diagnostics;
  out.page = render_markdown(text, options, out.host, diagnostics);
  out.diagnostics = diagnostics.sorted();
  return out;
}

inline std::string html_of(std::string_view text, const MarkdownOptions& options = plain_options()) {
  return render(text, options).page.html;
}

/// "12:7 E0306 kot.png → …": a diagnostic in one line.
inline std::string brief(const Diagnostic& diagnostic) {
  std::string out = std::to_string(diagnostic.place.span.line) + ":" + std::to_string(diagnostic.place.span.column) +
                    " " + std::string(info(diagnostic.code).name);
  for (const std::string& argument : diagnostic.arguments) out += " " + argument;
  if (!diagnostic.suggestion.empty()) out += " → " + diagnostic.suggestion;
  return out;
}

inline std::vector<std::string> briefs(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : diagnostics) out.push_back(brief(diagnostic));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace kronika::test
