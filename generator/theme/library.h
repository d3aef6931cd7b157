// All templates of a theme, parsed, by name; what each may be asked to include.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/core/diagnostics.h"
#include "generator/theme/parser.h"
#include "generator/theme/template_file.h"

namespace kronika {

/// Immutable once made. Syntax errors, partials and parents that do not exist, and arguments for blocks that the parent
/// does not have are reported, in every template, used or not.
class TemplateLibrary {
 public:
  TemplateLibrary(const std::vector<TemplateFile>& files, Diagnostics& diagnostics);

  bool has(std::string_view name) const { return templates_.find(name) != templates_.end(); }
  /// Nothing for an unknown template and for one with a syntax error.
  const std::vector<TemplateNode>* find(std::string_view name) const;
  /// The existing name nearest to a misspelt one, or "".
  std::string nearest_to(std::string_view name) const;

 private:
  using Names = std::set<std::string, std::less<>>;
  void check(const std::vector<TemplateNode>& nodes, Diagnostics& diagnostics) const;
  void check_arguments(const TemplateNode& parent, Diagnostics& diagnostics) const;
  /// The blocks of a template and of all that it includes; nothing when one of them could not be parsed.
  std::optional<Names> blocks_of(const std::string& name) const;
  bool collect_blocks(const std::string& name, Names& visited, Names& blocks) const;
  bool collect_blocks(const std::vector<TemplateNode>& nodes, Names& visited, Names& blocks) const;

  std::map<std::string, std::optional<std::vector<TemplateNode>>, std::less<>> templates_;
};

}  // namespace kronika
