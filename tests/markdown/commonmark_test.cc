// The CommonMark specification's own examples (npm commonmark-spec, installed at test time) through our Markdown stage,
// checks and additions switched off. What differs on purpose is listed with its reason; an entry that does not differ
// any more is a failure too, so that the list stays true.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "generator/core/files.h"
#include "tests/markdown/fake_host.h"

namespace kronika::test {
namespace {

struct Example {
  int number = 0;
  std::string section, markdown, html;
};

struct Difference {
  int number;
  std::string_view reason;
  std::string_view html;  // ours
};

constexpr std::string_view dropped_comment = "comments are notes to other editors and are not published";
constexpr std::string_view bare_address = "GFM's autolinks: a bare address becomes a link";

const Difference meant_differences[] = {
    {146, dropped_comment, "*bar*\n<p><em>baz</em></p>\n"},
    {148, dropped_comment, "<p>okay</p>\n"},
    {152, dropped_comment, "<pre><code>&lt;!-- foo --&gt;\n</code></pre>\n"},
    {278, dropped_comment, "<ul>\n<li>foo</li>\n<li>bar</li>\n</ul>\n<ul>\n<li>baz</li>\n<li>bim</li>\n</ul>\n"},
    {279, dropped_comment,
     "<ul>\n<li>\n<p>foo</p>\n<p>notcode</p>\n</li>\n<li>\n<p>foo</p>\n</li>\n</ul>\n<pre><code>code\n</code></pre>\n"},
    {598, bare_address, "<p>&lt;<a href=\"http://foo.bar/baz\">http://foo.bar/baz</a> bim&gt;</p>\n"},
    {602, bare_address, "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>\n"},
    {604, bare_address, "<p>&lt; <a href=\"http://foo.bar\">http://foo.bar</a> &gt;</p>\n"},
    {607, bare_address, "<p><a href=\"http://example.com\">http://example.com</a></p>\n"},
    {608, bare_address, "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>\n"},
    {621, dropped_comment, "<p>foo </p>\n"},
};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::vector<Example> read_examples(const std::string& spec) {
  const std::string fence(32, '`');
  std::vector<Example> out;
  std::string section;
  std::size_t at = 0;
  while (at < spec.size() && !spec.substr(at, 30).starts_with("<!-- END TESTS -->")) {
    const auto end = spec.find('\n', at);
    const std::string line = spec.substr(at, end - at);
    at = end + 1;
    if (line == fence + " example") {
      const auto dot = spec.find("\n.\n", at - 1);
      const auto close = spec.find("\n" + fence, dot + 2);
      Example example{static_cast<int>(out.size()) + 1, section, spec.substr(at, dot + 1 - at), {}};
      if (close > dot + 3) example.html = spec.substr(dot + 3, close + 1 - (dot + 3));
      replace_all(example.markdown, "→", "\t");
      replace_all(example.html, "→", "\t");
      out.push_back(std::move(example));
      at = spec.find('\n', close + 1) + 1;
    } else if (line.starts_with("#")) {
      section = line.substr(line.find(' ') + 1);
    }
  }
  return out;
}

/// Void elements without a slash (HTML5), and one spelling of the references that mean the same character.
std::string normal(std::string html) {
  replace_all(html, " />", ">");
  replace_all(html, "&#39;", "'");
  replace_all(html, "&#x27;", "'");
  return html;
}

std::string read_specification() {
  const char* folder = std::getenv("KRONIKA_NPM");
  REQUIRE_MESSAGE(folder != nullptr,
                  "KRONIKA_NPM is not set: run ./quickstart test, or set it to the folder that has "
                  "node_modules/commonmark-spec (npm install commonmark-spec@0.29.0)");
  const auto path = std::filesystem::path(folder) / "node_modules/commonmark-spec/spec.txt";
  REQUIRE_MESSAGE(std::filesystem::exists(path), path.string() << " is missing: npm install commonmark-spec@0.29.0");
  return read_file(path);
}

}  // namespace

TEST_CASE("the examples of CommonMark 0.29 give the specification's HTML") {
  const std::vector<Example> examples = read_examples(read_specification());
  REQUIRE(examples.size() == 649);
  MarkdownOptions options;
  options.raw_html = true;
  options.typography = false;
  options.heading_ids = false;
  options.require_alt = false;
  for (const Example& example : examples) {
    CAPTURE(example.number);
    CAPTURE(example.section);
    CAPTURE(example.markdown);
    const std::string ours = normal(html_of(example.markdown, options));
    const auto* meant = std::find_if(std::begin(meant_differences), std::end(meant_differences),
                                     [&](const Difference& d) { return d.number == example.number; });
    if (meant == std::end(meant_differences)) {
      CHECK(ours == normal(example.html));
    } else {
      CAPTURE(meant->reason);
      CHECK(ours == meant->html);
      CHECK(ours != normal(example.html));
    }
  }
}

}  // namespace kronika::test
