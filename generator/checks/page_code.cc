// Tags are read one after another; an attribute loads by its name, but for href, which loads in some elements alone.
#include "generator/checks/page_code.h"

#include <algorithm>
#include <iterator>

#include "generator/checks/css_addresses.h"
#include "generator/core/html_tags.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::size_t longest_shown = 60;  // bytes of code in a message
constexpr std::string_view blank = " \t\r\n\f";

constexpr std::string_view loading[] = {"src",        "poster",  "data",     "background", "action",
                                        "formaction", "archive", "codebase", "manifest"};
constexpr std::string_view not_loading_href[] = {"a", "area", "link"};
constexpr std::string_view loading_relations[] = {"stylesheet", "preload",          "prefetch",  "modulepreload",
                                                  "icon",       "apple-touch-icon", "mask-icon", "manifest",
                                                  "preconnect", "dns-prefetch",     "prerender", "expect"};
constexpr std::string_view styled[] = {"fill",   "stroke",       "filter",     "mask",       "clip-path",
                                       "marker", "marker-start", "marker-mid", "marker-end", "cursor"};
constexpr std::string_view program_types[] = {"",
                                              "module",
                                              "importmap",
                                              "speculationrules",
                                              "text/javascript",
                                              "text/ecmascript",
                                              "application/javascript",
                                              "application/ecmascript",
                                              "application/x-javascript"};
/// Elements whose content is no markup.
constexpr std::string_view raw_elements[] = {"script", "style", "textarea", "title"};

template <std::size_t size>
bool among(const std::string_view (&list)[size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blank);
  return first == nowhere ? std::string_view() : text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

std::string shown(std::string_view code) {
  std::string out(clip_utf8(trimmed(code), longest_shown));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out.size() < trimmed(code).size() ? out + "…" : out;
}

enum class Alone { no, yes };  // is a drawing a file of its own?

class PageReader {
 public:
  PageReader(std::string_view html, std::string_view own_host, Alone svg)
      : html_(html), own_host_(own_host), is_svg_(svg == Alone::yes) {}

  std::vector<CodeFault> read() {
    for (auto at = html_.find('<'); at != nowhere; at = html_.find('<', at)) at = tag_at(at);
    return std::move(found_);
  }

 private:
  void add(CodeFaultKind kind, std::string_view what, std::size_t at) { found_.push_back({kind, shown(what), at}); }

  /// Reads what begins at `at`; where to go on.
  std::size_t tag_at(std::size_t at) {
    if (html_.substr(at).starts_with("</")) {
      if (open_table_ && lower_case(html_.substr(at + 2, 5)) == "table") close_table();
      return at + 2;
    }
    if (html_.substr(at).starts_with("<?xml-stylesheet")) return style_instruction(at);
    if (html_.substr(at).starts_with("<!")) return html_tag_at(html_, at)->end;
    const auto name_end = std::min(html_.find_first_of(" \t\r\n\f/>", at + 1), html_.size());
    const std::string name = lower_case(html_.substr(at + 1, std::min<std::size_t>(name_end - at - 1, 16)));
    if (name == "th") open_table_ = false;
    const bool is_raw = among(raw_elements, name);
    if (name_end < html_.size() && html_[name_end] == '>' && !is_raw && name != "img" && name != "table" &&
        name != "video")
      return name_end;
    const auto tag = html_tag_at(html_, at);
    if (!tag) return at + 1;
    if (tag->name.empty()) return tag->end;
    element(*tag, lower_case(tag->name), at);
    const bool has_content = is_raw && !(is_svg_ && tag->is_empty);
    return has_content ? raw_content(*tag, lower_case(tag->name), at) : tag->end;
  }

  void close_table() {
    add(CodeFaultKind::no_header, "<table>", table_at_);
    open_table_ = false;
  }

  std::size_t style_instruction(std::size_t at) {
    const auto end = std::min(html_.find("?>", at), html_.size());
    const std::string element = "<link" + std::string(html_.substr(at + 16, end - at - 16)) + ">";
    if (const auto tag = html_tag_at(element, 0)) {
      if (const auto* href = tag->find("href")) address(href->value, at);
    }
    return end;
  }

  void element(const HtmlTag& tag, const std::string& name, std::size_t at) {
    for (const HtmlAttribute& each : tag.attributes) attribute(name, lower_case(each.name), each.value, at);
    if (name == "link") link(tag, at);
    if (is_svg_) return;
    if (name == "img" && !tag.find("alt")) add(CodeFaultKind::no_alternative, source_of(tag), at);
    if (name == "video") add(CodeFaultKind::film, source_of(tag), at);
    if (name == "table") {
      open_table_ = true;
      table_at_ = at;
    }
  }

  static std::string source_of(const HtmlTag& tag) {
    const HtmlAttribute* source = tag.find("src");
    return source ? source->value : "<" + tag.name + ">";
  }

  void attribute(const std::string& element, const std::string& name, const std::string& value, std::size_t at) {
    const bool is_reference = name == "href" || name == "xlink:href";
    const bool is_handler = name.size() > 2 && name.starts_with("on") && name[2] >= 'a' && name[2] <= 'z';
    if (is_handler || (name == "style" && !is_svg_)) {
      add(CodeFaultKind::inlined, name + "=\"" + value + "\"", at);
    } else if (name == "srcset" || name == "imagesrcset") {
      sources(value, at);
    } else if (name == "srcdoc") {
      for (CodeFault& fault : faults_of_html(value, own_host_)) add(fault.kind, fault.what, at);
    } else if (among(loading, name) || (is_reference && !among(not_loading_href, element))) {
      address(value, at);
    } else if (is_reference && element != "link") {
      program_address(value, at);
    } else if (name == "style" || (among(styled, name) && value.find('(') != std::string::npos)) {
      for (const CssAddress& each : css_addresses(value)) address(each.url, at);
    }
  }

  void link(const HtmlTag& tag, std::size_t at) {
    const HtmlAttribute* relation = tag.find("rel");
    const HtmlAttribute* href = tag.find("href");
    if (!relation || !href) return;
    const std::string relations = lower_case(relation->value);
    for (std::size_t from = 0; from < relations.size();) {
      const auto end = std::min(relations.find_first_of(blank, from), relations.size());
      if (among(loading_relations, std::string_view(relations).substr(from, end - from)))
        return address(href->value, at);
      from = end + 1;
    }
  }

  /// "a.png 1x, https://…/b.png 2x"
  void sources(std::string_view value, std::size_t at) {
    while (!value.empty()) {
      const auto end = std::min(value.find(", "), value.size());
      const std::string_view one = trimmed(value.substr(0, end));
      address(one.substr(0, one.find_first_of(blank)), at);
      value.remove_prefix(std::min(end + 2, value.size()));
    }
  }

  bool program_address(std::string_view url, std::size_t at) {
    const bool is_program = lower_case(trimmed(url).substr(0, 11)) == "javascript:";
    if (is_program) add(CodeFaultKind::inlined, url, at);
    return is_program;
  }

  void address(std::string_view url, std::size_t at) {
    if (program_address(url, at)) return;
    if (is_foreign(url, own_host_)) {
      add(CodeFaultKind::foreign, url, at);
    } else if (!is_svg_ && lower_case(trimmed(url).substr(0, 5)) == "data:") {
      add(CodeFaultKind::inlined, url, at);
    }
  }

  /// The content of <script> and the like; where it ends.
  std::size_t raw_content(const HtmlTag& tag, const std::string& name, std::size_t at) {
    const std::string closing = "</" + name;
    auto end = tag.end;
    do {
      end = html_.find("</", end);
      if (end == nowhere) break;
    } while (lower_case(html_.substr(end, closing.size())) != closing && (end += 2) > 0);
    end = std::min(end, html_.size());
    const std::string_view content = html_.substr(tag.end, end - tag.end);
    if (name == "style") style(content, at);
    if (name != "script" || tag.find("src") || tag.find("href") || tag.find("xlink:href")) return end;
    const HtmlAttribute* type = tag.find("type");
    const bool is_program = among(program_types, type ? lower_case(trimmed(type->value)) : std::string());
    if (is_program && (!trimmed(content).empty() || end == html_.size())) add(CodeFaultKind::inlined, "<script>", at);
    return end;
  }

  void style(std::string_view content, std::size_t at) {
    if (!is_svg_) add(CodeFaultKind::inlined, "<style>", at);
    for (const CssAddress& each : css_addresses(content)) {
      if (is_foreign(each.url, own_host_)) add(CodeFaultKind::foreign, each.url, at);
    }
  }

  std::string_view html_, own_host_;
  bool is_svg_;
  bool open_table_ = false;  // no <th> in it so far
  std::size_t table_at_ = 0;
  std::vector<CodeFault> found_;
};

}  // namespace

std::string host_of_address(std::string_view url) {
  const std::string text = lower_case(trimmed(url));
  const auto colon = text.find(':');
  const auto slashes = text.find("//");
  const bool has_scheme = colon != std::string::npos && colon + 1 == slashes && colon > 0;
  if (!has_scheme && slashes != 0) return "";
  const std::string rest = text.substr(slashes + 2);
  const std::string authority = rest.substr(0, rest.find_first_of("/?#\\"));
  const auto user = authority.rfind('@');
  return user == std::string::npos ? authority : authority.substr(user + 1);
}

bool is_foreign(std::string_view url, std::string_view own_host) {
  const std::string host = host_of_address(url);
  return !host.empty() && host != own_host;
}

std::vector<CodeFault> faults_of_html(std::string_view html, std::string_view own_host) {
  return PageReader(html, own_host, Alone::no).read();
}

std::vector<CodeFault> faults_of_svg(std::string_view svg, std::string_view own_host) {
  return PageReader(svg, own_host, Alone::yes).read();
}

std::vector<CodeFault> faults_of_css(std::string_view css, std::string_view own_host) {
  std::vector<CodeFault> found;
  for (const CssAddress& each : css_addresses(css)) {
    if (is_foreign(each.url, own_host)) found.push_back({CodeFaultKind::foreign, shown(each.url), each.at});
  }
  return found;
}

}  // namespace kronika
