// Markdown → HTML for all pages at once. A text is parsed a single time: its links need only routes, which front matter
// gives; anchors into other pages are collected and checked when every outline is known.
#include "generator/content_checks/entry.h"
#include "generator/core/parallel.h"
#include "generator/passes.h"
#include "generator/views/host.h"

namespace kronika {
namespace {

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void render_fields(PageContent& content, const Page& page, const Schema& schema, SiteHost& host, const Config& config,
                   const Theme& theme, Diagnostics& diagnostics) {
  content.field_html.resize(page.fields.size());
  for (std::size_t i = 0; i < page.fields.size(); ++i) {
    const auto* text = page.fields[i].as<std::string>();
    if (schema.fields[i].type != FieldType::markdown || !text) continue;
    MarkdownOptions options = markdown_options(page, config, theme, page.fields[i].span.line);
    options.heading_ids = false;
    RenderedPage rendered = render_markdown(*text, options, host, diagnostics);
    content.field_html[i] = std::move(rendered.html);
    append(content.body.attachments, rendered.attachments);
    content.body.anchors.insert(content.body.anchors.end(), rendered.anchors.begin(), rendered.anchors.end());
  }
}

PageContent render_page(const Page& page, const SiteModel& model, const LinkTable& links, const Theme& theme,
                        const Source& source, Diagnostics& diagnostics) {
  SiteHost host(page, model, links, theme, source, diagnostics);
  PageContent content;
  content.body =
      render_markdown(page.body, markdown_options(page, *model.config, theme, page.body_line), host, diagnostics);
  if (const CollectionConfig* collection = model.config->collection(page.collection)) {
    render_fields(content, page, collection->schema, host, *model.config, theme, diagnostics);
  }
  append(content.body.attachments, host.attachments());
  check_entry(page, content.body, host.films(), model, diagnostics);
  return content;
}

void check_all_anchors(std::span<const PageContent> contents, const SiteModel& model, Diagnostics& diagnostics) {
  std::vector<AnchorLink> anchors;
  std::vector<std::vector<std::string>> ids(contents.size());
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const RenderedPage& body = contents[i].body;
    anchors.insert(anchors.end(), body.anchors.begin(), body.anchors.end());
    ids[i] = body.ids;
  }
  check_anchors(anchors, ids, model, diagnostics);
}

}  // namespace

std::vector<PageContent> render_pages(const SiteModel& model, const LinkTable& links, const Theme& theme,
                                      const Source& source, unsigned jobs, Diagnostics& diagnostics) {
  std::vector<PageContent> contents(model.pages.size());
  parallel_for(contents.size(), jobs, [&](std::size_t i) {
    contents[i] = render_page(model.pages[i], model, links, theme, source, diagnostics);
  });
  check_all_anchors(contents, model, diagnostics);
  return contents;
}

}  // namespace kronika
