// Mistakes that can be seen without knowing what a page is given are found here, so also in templates that no page
// uses.
#include "generator/theme/library.h"

#include "generator/core/nearest.h"

namespace kronika {

TemplateLibrary::TemplateLibrary(const std::vector<TemplateFile>& files, Diagnostics& diagnostics) {
  for (const TemplateFile& file : files) templates_[file.name] = parse_template(file, diagnostics);
  for (const auto& [name, nodes] : templates_) {
    if (nodes) check(*nodes, diagnostics);
  }
}

const std::vector<TemplateNode>* TemplateLibrary::find(std::string_view name) const {
  const auto found = templates_.find(name);
  return found == templates_.end() || !found->second ? nullptr : &*found->second;
}

std::string TemplateLibrary::nearest_to(std::string_view name) const {
  std::vector<std::string> names;
  for (const auto& entry : templates_) names.push_back(entry.first);
  return nearest(name, names);
}

void TemplateLibrary::check(const std::vector<TemplateNode>& nodes, Diagnostics& diagnostics) const {
  for (const TemplateNode& node : nodes) {
    const bool includes = node.kind == NodeKind::partial || node.kind == NodeKind::parent;
    if (includes && !has(node.text)) {
      diagnostics.report(Code::unknown_partial, node.place, {node.text}, nearest_to(node.text));
    } else if (node.kind == NodeKind::parent) {
      check_arguments(node, diagnostics);
    }
    check(node.children, diagnostics);
  }
}

void TemplateLibrary::check_arguments(const TemplateNode& parent, Diagnostics& diagnostics) const {
  const std::optional<Names> blocks = blocks_of(parent.text);
  Names given;
  for (const TemplateNode& argument : parent.children) {
    if (!given.insert(argument.text).second) {
      diagnostics.report(Code::duplicate_key, argument.place, {argument.text});
    }
    if (!blocks || blocks->contains(argument.text)) continue;
    diagnostics.report(Code::unknown_block, argument.place, {argument.text, parent.text},
                       nearest(argument.text, std::vector<std::string>(blocks->begin(), blocks->end())));
  }
}

std::optional<TemplateLibrary::Names> TemplateLibrary::blocks_of(const std::string& name) const {
  Names visited, blocks;
  return collect_blocks(name, visited, blocks) ? std::optional(blocks) : std::nullopt;
}

bool TemplateLibrary::collect_blocks(const std::string& name, Names& visited, Names& blocks) const {
  if (!visited.insert(name).second) return true;
  const std::vector<TemplateNode>* nodes = find(name);
  return nodes && collect_blocks(*nodes, visited, blocks);
}

bool TemplateLibrary::collect_blocks(const std::vector<TemplateNode>& nodes, Names& visited, Names& blocks) const {
  for (const TemplateNode& node : nodes) {
    if (node.kind == NodeKind::block) blocks.insert(node.text);
    const bool includes = node.kind == NodeKind::partial || node.kind == NodeKind::parent;
    if (includes && !collect_blocks(node.text, visited, blocks)) return false;
    if (!collect_blocks(node.children, visited, blocks)) return false;
  }
  return true;
}

}  // namespace kronika
