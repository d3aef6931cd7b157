// A stack of open elements is all that well-formedness takes; the rest is what books and archives cannot use.
#include "generator/packs/xhtml.h"

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "generator/core/html_tags.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

constexpr auto nowhere = std::string_view::npos;

constexpr std::string_view void_elements[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                              "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::string_view unread_elements[] = {"script", "style", "template", "noscript"};
constexpr std::string_view players[] = {"iframe", "video", "audio", "object", "embed"};
constexpr std::string_view dropped_elements[] = {"source", "track", "link", "meta", "base",
                                                 "param",  "html",  "head", "body", "picture"};
constexpr std::string_view block_elements[] = {
    "p",  "div", "ul", "ol",  "dl", "table",   "section", "article", "figure",     "h1",     "h2",     "h3",
    "h4", "h5",  "h6", "pre", "hr", "details", "nav",     "aside",   "blockquote", "header", "footer", "form"};
constexpr std::string_view closed_by_themselves[] = {"li", "tr", "td", "th", "dt", "dd", "option"};
constexpr std::string_view lists_of_ids[] = {"for",           "headers",     "aria-labelledby", "aria-describedby",
                                             "aria-controls", "aria-details"};
/// Of no use without the site, or not the same in a book.
constexpr std::string_view dropped_attributes[] = {"download", "target", "loading",       "decoding",       "srcset",
                                                   "sizes",    "ping",   "fetchpriority", "contenteditable"};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// What XML and the names of HTML both take.
bool is_xml_name(std::string_view name) {
  if (name.starts_with("xlink:") || name.starts_with("xml:")) name.remove_prefix(name.find(':') + 1);
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  };
  return !name.empty() && (name[0] < '0' || name[0] > '9') && name[0] != '-' && name[0] != '.' &&
         std::all_of(name.begin(), name.end(), plain);
}

class Converter {
 public:
  Converter(std::string_view html, const XhtmlOptions& options) : html_(html), options_(options) {}

  Xhtml convert() {
    for (std::size_t at = 0; at < html_.size();) {
      const auto tag = html_[at] == '<' ? html_tag_at(html_, at) : std::nullopt;
      if (tag) {
        at = tag->closes ? close(*tag) : open(*tag);
      } else {
        const auto next = std::min(html_.find('<', at + 1), html_.size());
        out_.markup += escape_xml(decode_html(html_.substr(at, next - at)));
        at = next;
      }
    }
    while (!open_.empty()) pop();
    return std::move(out_);
  }

 private:
  void pop() {
    out_.markup += "</" + open_.back() + ">";
    open_.pop_back();
  }

  bool in_svg() const { return std::find(open_.begin(), open_.end(), "svg") != open_.end(); }

  std::string output_name(const HtmlTag& tag) const {
    if (in_svg()) return tag.name;
    std::string name = lower_case(tag.name);
    if (is_heading(name)) name[1] = static_cast<char>(std::min<int>(name[1] + options_.heading_shift, '6'));
    return name;
  }

  std::size_t close(const HtmlTag& tag) {
    const std::string name = output_name(tag);
    if (std::find(open_.begin(), open_.end(), name) == open_.end()) return tag.end;
    while (open_.back() != name) pop();
    pop();
    return tag.end;
  }

  std::size_t open(const HtmlTag& tag) {
    const std::string name = output_name(tag);
    const bool hidden_drawing = name == "svg" && tag.find("aria-hidden") && tag.find("aria-hidden")->value == "true";
    if (is_one_of(unread_elements, name) || hidden_drawing) return after(name, tag);
    if (is_one_of(players, name)) return player(name, tag);
    if (!is_xml_name(name) || is_one_of(dropped_elements, name)) return tag.end;
    close_what_ends_here(name);
    if (name == "img") {
      image(tag);
      return tag.end;
    }
    out_.markup += "<" + name;
    attributes(name, tag);
    if (is_one_of(void_elements, name) || (tag.is_empty && in_svg())) {
      end_empty(name);
    } else {
      out_.markup += ">";
      open_.push_back(name);
      out_.has_svg = out_.has_svg || name == "svg";
    }
    return tag.end;
  }

  /// A paragraph ends where a block begins, an item where the next one does (HTML, 13.1.2.4).
  void close_what_ends_here(std::string_view name) {
    const auto last_is = [&](std::string_view one) { return !open_.empty() && open_.back() == one; };
    if (name == "tr" && (last_is("td") || last_is("th"))) pop();
    const bool ends = (last_is("p") && is_one_of(block_elements, name)) ||
                      (is_one_of(closed_by_themselves, name) && last_is(name)) || (name == "dd" && last_is("dt")) ||
                      (name == "dt" && last_is("dd")) || (name == "th" && last_is("td")) ||
                      (name == "td" && last_is("th"));
    if (ends) pop();
  }

  std::size_t after(const std::string& name, const HtmlTag& tag) const {
    if (tag.is_empty) return tag.end;
    const auto at = html_.find("</" + name, tag.end);
    const auto end = at == nowhere ? nowhere : html_.find('>', at);
    return end == nowhere ? html_.size() : end + 1;
  }

  /// A film or a frame plays on the site; elsewhere a link leads there.
  std::size_t player(const std::string& name, const HtmlTag& tag) {
    const HtmlAttribute* source = tag.find(name == "object" ? "data" : "src");
    if (source) link_to(source->value, tag.find("title") ? tag.find("title")->value : source->value);
    return name == "embed" ? tag.end : after(name, tag);
  }

  void link_to(std::string_view url, std::string_view text) {
    const bool within = std::find(open_.begin(), open_.end(), "a") != open_.end();
    if (within) {
      out_.markup += "<span>" + escape_xml(text) + "</span>";
    } else {
      out_.markup += "<a href=\"" + escape_xml(options_.link(url)) + "\">" + escape_xml(text) + "</a>";
    }
  }

  void image(const HtmlTag& tag) {
    const HtmlAttribute* source = tag.find("src");
    const HtmlAttribute* description = tag.find("alt");
    const std::string alt = description ? description->value : "";
    const std::string url = source ? options_.image(source->value) : "";
    if (url.empty()) {
      if (source && !alt.empty()) link_to(source->value, alt);
      return;
    }
    out_.markup += "<img src=\"" + escape_xml(url) + "\" alt=\"" + escape_xml(alt) + "\"";
    for (const HtmlAttribute& each : tag.attributes) {
      const std::string name = lower_case(each.name);
      if (name == "width" || name == "height" || name == "class" || name == "title" || name == "lang") {
        out_.markup += " " + name + "=\"" + escape_xml(each.value) + "\"";
      }
    }
    end_empty("img");
  }

  void end_empty(std::string_view name) {
    const bool html = options_.void_elements == VoidElements::html && is_one_of(void_elements, name);
    out_.markup += html ? ">" : "/>";
  }

  void attributes(const std::string& element, const HtmlTag& tag) {
    std::set<std::string> seen;
    const bool drawing = element == "svg" || in_svg();
    if (element == "svg") {
      attribute("xmlns", "http://www.w3.org/2000/svg");
      attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
      seen = {"xmlns", "xmlns:xlink"};
    }
    for (const HtmlAttribute& each : tag.attributes) {
      const std::string name = drawing ? each.name : lower_case(each.name);
      if (!is_xml_name(name) || name.starts_with("on") || is_one_of(dropped_attributes, name)) continue;
      if (seen.insert(name).second) attribute(name, moved(name, each.value));
    }
    if (element == "details" && options_.open_details && !seen.contains("open")) attribute("open", "");
  }

  void attribute(std::string_view name, std::string_view value) {
    out_.markup += " ";
    out_.markup += name;
    out_.markup += "=\"" + escape_xml(value) + "\"";
  }

  std::string moved(std::string_view name, const std::string& value) const {
    if (name == "id") return options_.id_prefix + value;
    if (name == "href" || name == "xlink:href") {
      if (!value.starts_with('#')) return options_.link(value);
      return value == "#" ? value : "#" + options_.id_prefix + value.substr(1);
    }
    if (is_one_of(lists_of_ids, name)) return each_prefixed(value);
    std::string out = value;
    for (auto at = out.find("url(#"); at != std::string::npos; at = out.find("url(#", at + 5)) {
      out.insert(at + 5, options_.id_prefix);
    }
    return out;
  }

  std::string each_prefixed(std::string_view ids) const {
    std::string out;
    while (!ids.empty()) {
      const auto space = ids.find(' ');
      const std::string_view id = ids.substr(0, space);
      if (!id.empty()) out += (out.empty() ? "" : " ") + options_.id_prefix + std::string(id);
      ids = space == nowhere ? std::string_view{} : ids.substr(space + 1);
    }
    return out;
  }

  std::string_view html_;
  const XhtmlOptions& options_;
  Xhtml out_;
  std::vector<std::string> open_;
};

}  // namespace

Xhtml to_xhtml(std::string_view html, const XhtmlOptions& options) {
  return Converter(html, options).convert();
}

}  // namespace kronika
