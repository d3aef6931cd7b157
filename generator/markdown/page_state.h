// What the text of a page and the texts inside its components share while they are rendered. One thread.
#pragma once

#include <string>
#include <vector>

#include "generator/markdown/ids.h"
#include "generator/markdown/markdown.h"

namespace kronika {

struct PageState {
  PageState(const MarkdownOptions& the_options, MarkdownHost& the_host, Diagnostics& the_diagnostics)
      : options(the_options), host(the_host), diagnostics(the_diagnostics), ids(the_options.reserved_ids) {}

  const MarkdownOptions& options;
  MarkdownHost& host;
  Diagnostics& diagnostics;
  RenderedPage page;
  IdRegistry ids;
  int nested_texts = 0;  // so far; tells their footnotes apart
};

/// The footnotes of one text: how often each was referred to.
struct Footnotes {
  std::string scope;
  std::vector<int> references;  // by number, from 1

  /// Counts one more reference and returns which it is, from 1.
  int refer(int number) {
    const auto index = static_cast<std::size_t>(number);
    if (references.size() <= index) references.resize(index + 1);
    return ++references[index];
  }
  int count(int number) const {
    const auto index = static_cast<std::size_t>(number);
    return index < references.size() ? references[index] : 0;
  }
};

}  // namespace kronika
