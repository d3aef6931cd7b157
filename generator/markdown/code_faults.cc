// What the code of a page must not hold is known to generator/checks; here it gets its code and its place in the text.
#include "generator/markdown/code_faults.h"

#include "generator/checks/page_code.h"

namespace kronika {
namespace {

Code code_of(CodeFaultKind kind) {
  switch (kind) {
    case CodeFaultKind::foreign:
      return Code::foreign_load;
    case CodeFaultKind::inlined:
      return Code::inlined_code;
    case CodeFaultKind::no_alternative:
      return Code::missing_alt;
    case CodeFaultKind::no_header:
      return Code::table_without_header;
    case CodeFaultKind::film:
      break;
  }
  return Code::film_outside;
}

}  // namespace

void report_code_faults(std::string_view html, const PageState& state,
                        const std::function<Place(std::size_t)>& place_at) {
  if (state.options.own_host.empty()) return;
  for (const CodeFault& fault : faults_of_html(html, state.options.own_host)) {
    std::vector<std::string> arguments{fault.what};
    if (fault.kind == CodeFaultKind::no_alternative) arguments.push_back(state.options.decoration);
    if (fault.kind == CodeFaultKind::no_header) arguments.clear();
    state.diagnostics.report(code_of(fault.kind), place_at(fault.at), std::move(arguments));
  }
}

}  // namespace kronika
