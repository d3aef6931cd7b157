// The stage's entry: one text in, everything that later stages want of it out.
#include "generator/markdown/markdown.h"

#include <algorithm>

#include "generator/markdown/block_renderer.h"

namespace kronika {

RenderedPage render_markdown(std::string_view text, const MarkdownOptions& options, MarkdownHost& host,
                             Diagnostics& diagnostics) {
  PageState state(options, host, diagnostics);
  state.page.sections.emplace_back();
  const SourceText source{text, options.file, options.first_line, 0};
  state.page.html = BlockRenderer(state, source, TextRole::page).run();
  state.page.ids = state.ids.sorted();
  auto& attachments = state.page.attachments;
  std::sort(attachments.begin(), attachments.end());
  attachments.erase(std::unique(attachments.begin(), attachments.end()), attachments.end());
  return std::move(state.page);
}

}  // namespace kronika
