// Inline markup to HTML and plain text at once, with every destination resolved by the host.
#include "generator/markdown/inline_renderer.h"

#include <algorithm>
#include <charconv>

#include "generator/checks/capitals.h"
#include "generator/checks/page_code.h"
#include "generator/checks/words.h"
#include "generator/markdown/code_faults.h"
#include "generator/markdown/href.h"
#include "generator/markdown/html_text.h"
#include "search/text/escape.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr int farthest_look = 16;  // steps to the text after a node; deep nesting must not make it dear
constexpr std::string_view no_text = "\uFFFC";

bool is_container(NodeKind kind) {
  return kind == NodeKind::emphasis || kind == NodeKind::strong || kind == NodeKind::strikethrough ||
         kind == NodeKind::link;
}

/// The text that follows a node in its block: " " for a line end, an object character for code or an image, "" at the
/// block's end.
std::string_view following_text(Node node) {
  for (int step = 0; step < farthest_look; ++step) {
    Node next = node.next();
    if (!next.exists()) {
      node = node.parent();
      if (!node.exists() || !is_container(node.kind())) return {};
      continue;
    }
    for (; is_container(next.kind()) && next.first_child().exists() && step < farthest_look; ++step) {
      next = next.first_child();
    }
    node = next;
    switch (node.kind()) {
      case NodeKind::text:
        if (!node.literal().empty()) return node.literal();
        break;
      case NodeKind::soft_break:
      case NodeKind::line_break:
        return " ";
      case NodeKind::code:
      case NodeKind::image:
        return no_text;
      default:
        break;
    }
  }
  return {};
}

/// The link's text where it is the address itself: <https://x.pl>, www.x.pl, a@x.pl.
std::string_view own_address(Node link) {
  const Node only = link.first_child();
  if (!only.exists() || only.next().exists() || only.kind() != NodeKind::text) return {};
  const std::string_view text = only.literal(), url = link.url();
  if (!url.ends_with(text)) return {};
  const std::string_view added = url.substr(0, url.size() - text.size());
  return added.empty() || added == "http://" || added == "mailto:" ? text : std::string_view();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

InlineRenderer::InlineRenderer(PageState& state, SourceCursor& cursor, Footnotes& footnotes, std::string& html)
    : state_(state),
      cursor_(cursor),
      footnotes_(footnotes),
      html_(html),
      typographer_(state.options.typography ? std::string_view(state.options.language) : std::string_view(), html) {}

void InlineRenderer::begin_block() {
  typographer_.begin_block();
  links_.clear();
  written_.clear();
  has_words_ = false;
  reported_html_ = false;
}

void InlineRenderer::end_block() {
  typographer_.end_block();
}

void InlineRenderer::visit(Walk& walk) {
  const Node node = walk.node();
  switch (node.kind()) {
    case NodeKind::text:
      return text(node);
    case NodeKind::soft_break:
      written_ += ' ';
      return typographer_.soft_break(node.next().exists() ? node.next().literal() : "");
    case NodeKind::line_break:
      html_ += "<br>\n";
      written_ += ' ';
      return typographer_.only_plain(" ");
    case NodeKind::code:
      html_ += "<code>";
      append_escaped_html(html_, node.literal());
      html_ += "</code>";
      has_words_ = true;
      written_ += text_break;
      cursor_.skip(node.literal());
      return typographer_.only_plain(node.literal());
    case NodeKind::html_inline:
      return raw_html(node);
    case NodeKind::emphasis:
      return tag("em", walk.entering());
    case NodeKind::strong:
      return tag("strong", walk.entering());
    case NodeKind::strikethrough:
      return tag("del", walk.entering());
    case NodeKind::link:
      return walk.entering() ? open_link(node) : close_link();
    case NodeKind::image:
      image(node);
      return walk.skip_children();
    case NodeKind::footnote_reference:
      if (walk.entering()) footnote_reference(node);
      return;
    default:
      return;
  }
}

void InlineRenderer::tag(std::string_view name, bool opens) {
  html_ += opens ? "<" : "</";
  html_ += name;
  html_ += '>';
}

void InlineRenderer::text(Node node) {
  const std::string_view literal = node.literal();
  has_words_ = has_words_ || !is_blank(literal);
  written_ += literal;
  if (!links_.empty() && !links_.back().exact_text.empty()) return typographer_.exact(literal);
  if (literal.find("[^") != std::string_view::npos) check_footnotes(literal);
  typographer_.text(literal, Typographer::looks_ahead(literal) ? following_text(node) : std::string_view());
}

/// What still looks like a reference to a footnote has none.
void InlineRenderer::check_footnotes(std::string_view text) {
  for (auto at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
    const auto end = text.find_first_of("[] ", at + 2);
    if (end == std::string_view::npos || text[end] != ']' || end == at + 2) continue;
    state_.diagnostics.report(Code::missing_footnote, cursor_.literal(text.substr(at, end + 1 - at)),
                              {std::string(text.substr(at + 2, end - at - 2))});
  }
}

ResolvedLink InlineRenderer::resolve(std::string_view url, const Place& place) {
  ResolvedLink link = state_.host.resolve(url, place);
  if (link.anchor) state_.page.anchors.push_back(*link.anchor);
  if (link.kind == LinkKind::attachment) state_.page.attachments.push_back(link.attachment);
  return link;
}

void InlineRenderer::open_link(Node node) {
  const std::string_view address = own_address(node);
  OpenLink link{address.empty() ? cursor_.destination(node.url(), text_of(node)) : cursor_.literal(address),
                typographer_.plain().size(), node.url(), address, false};
  const ResolvedLink resolved = resolve(node.url(), link.place);
  const bool is_inside_another = std::any_of(links_.begin(), links_.end(), [](const auto& l) { return l.is_written; });
  link.is_written = resolved.kind != LinkKind::hidden && resolved.kind != LinkKind::broken && !is_inside_another;
  if (link.is_written) {
    html_ += "<a href=\"";
    append_href(html_, resolved.url);
    if (!node.title().empty()) {
      html_ += "\" title=\"";
      append_escaped_html(html_, node.title());
    }
    html_ += "\">";
  }
  links_.push_back(std::move(link));
}

void InlineRenderer::close_link() {
  const OpenLink& link = links_.back();
  if (link.is_written) html_ += "</a>";
  check_link_text(link, std::string_view(typographer_.plain()).substr(link.plain_size));
  links_.pop_back();
}

/// An address in the text of a link is a link in it, and told once.
void InlineRenderer::check_link_text(const OpenLink& link, std::string_view text) const {
  if (links_.size() > 1) return;
  if (is_blank(text)) {
    state_.diagnostics.report(Code::empty_link, link.place);
  } else if (is_web_address(text)) {
    state_.diagnostics.report(Code::address_as_text, link.place, {std::string(link.url)});
  } else if (says_nothing_as_link(text, state_.options.language)) {
    state_.diagnostics.report(Code::link_says_nothing, link.place, {std::string(text)});
  }
}

void InlineRenderer::check_capitals() const {
  const auto run = capitals_in(written_);
  if (!run) return;
  const std::string_view first = run->substr(0, run->find(' '));
  state_.diagnostics.report(Code::capitals, cursor_.in_block(*run, first), {std::string(*run)});
}

void InlineRenderer::check_alternative_text(std::string_view alt, std::string_view url, const Place& place) {
  if (!state_.options.require_alt) return;
  if (is_blank(alt)) {
    state_.diagnostics.report(Code::missing_alt, place, {std::string(url), state_.options.decoration});
  } else if (is_file_name(alt, url)) {
    state_.diagnostics.report(Code::alt_is_file_name, place, {std::string(alt)});
  } else if (says_nothing_as_alternative(alt)) {
    state_.diagnostics.report(Code::alt_says_nothing, place, {std::string(alt)});
  }
}

void InlineRenderer::image(Node node) {
  const bool is_decoration = !node.title().empty() && node.title() == state_.options.decoration;
  std::string alt = text_of(node);
  const Place place = cursor_.destination(node.url(), alt);
  if (is_decoration) {
    alt.clear();
  } else {
    check_alternative_text(alt, node.url(), place);
  }
  const ResolvedLink resolved = resolve(node.url(), place);
  const bool is_elsewhere = resolved.kind == LinkKind::external && !state_.options.own_host.empty();
  if (is_elsewhere && is_foreign(resolved.url, state_.options.own_host)) {
    state_.diagnostics.report(Code::foreign_load, place, {std::string(node.url())});
  }
  written_ += text_break;
  typographer_.only_plain(alt);
  if (resolved.kind == LinkKind::hidden || resolved.kind == LinkKind::broken) {
    return append_escaped_html(html_, alt);
  }
  html_ += "<img src=\"";
  append_href(html_, resolved.url);
  html_ += "\" alt=\"";
  append_escaped_html(html_, alt);
  if (!is_decoration && !node.title().empty()) {
    html_ += "\" title=\"";
    append_escaped_html(html_, node.title());
  }
  html_ += '"';
  if (const auto size = state_.host.image_size(resolved)) {
    html_ += " width=\"" + std::to_string(size->width) + "\" height=\"" + std::to_string(size->height) + '"';
  }
  html_ += '>';
}

void InlineRenderer::raw_html(Node node) {
  const std::string_view literal = node.literal();
  const Place place = cursor_.literal(literal);
  if (literal.starts_with("<!--")) return;
  if (!state_.options.raw_html) {
    const bool closes = literal.starts_with("</");
    if (!closes || !reported_html_) state_.diagnostics.report(Code::raw_html, place);
    reported_html_ = true;
    return;
  }
  html_ += literal;
  report_code_faults(literal, state_, [&](std::size_t) { return place; });
  for (const std::string& id : ids_of_html(literal)) state_.ids.claim(id);
}

void InlineRenderer::footnote_reference(Node node) {
  const std::string_view literal = node.literal();
  int number = 0;
  std::from_chars(literal.data(), literal.data() + literal.size(), number);
  const bool is_inside_link = std::any_of(links_.begin(), links_.end(), [](const auto& l) { return l.is_written; });
  html_ += "<sup class=\"footnote-ref\">";
  if (is_inside_link) {
    html_ += literal;
  } else {
    const std::string id = footnote_reference_id(footnotes_.scope, number, footnotes_.refer(number));
    state_.ids.claim(id);
    html_ += "<a href=\"#" + footnote_id(footnotes_.scope, number) + "\" id=\"" + id + "\">";
    html_ += literal;
    html_ += "</a>";
  }
  html_ += "</sup>";
}

}  // namespace kronika
