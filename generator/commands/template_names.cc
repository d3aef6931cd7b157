// kronika template-names: the contract between the program and a theme, from the same declarations that check templates.
#include <fmt/format.h>

#include <cstdio>

#include "generator/commands/commands.h"
#include "generator/commands/site_ground.h"
#include "generator/core/failure.h"
#include "generator/views/shapes.h"

namespace kronika {
namespace {

std::string_view word_of(Shape::Kind kind) {
  switch (kind) {
    case Shape::Kind::text:
      return "text";
    case Shape::Kind::number:
      return "number";
    case Shape::Kind::node:
      return "section";
    case Shape::Kind::any:
      return "anything";
  }
  return "";
}

void add_names(std::string& out, const std::string& kind, const std::string& above, const Shape& shape) {
  for (const auto& [name, child] : shape.children()) {
    const std::string path = above.empty() ? name : above + "." + name;
    out += fmt::format("{}\t{}\t{}\n", kind, path, word_of(child->kind()));
    add_names(out, kind, path, *child);
  }
}

/// "page", or "page:rejestr" where a collection has names of its own.
std::string told(const TemplateKind& kind) {
  return kind.variant.empty() ? kind.name : kind.name + ":" + kind.variant;
}

int print_template_names(CommonOptions& options, const std::string& wanted) {
  settle(options);
  const auto source = open_source(options.build);
  const SiteGround ground = read_site_ground(*source, options);
  Diagnostics diagnostics;
  const auto builtin = folder_source(find_installation().builtin_theme);
  const ThemeDeclarations declared = read_declarations(*source, ground.config.theme, *builtin, diagnostics);
  if (diagnostics.errors() > 0) throw Failure{"theme.toml has mistakes; 'kronika check' shows them"};
  std::string out;
  for (const TemplateKind& kind : template_kinds(ground.config, declared)) {
    if (!wanted.empty() && wanted != kind.name && wanted != told(kind)) continue;
    add_names(out, told(kind), "", kind.shape);
  }
  if (out.empty()) {
    throw Failure{fmt::format("there is no kind of template '{}'; without one, all are printed", wanted)};
  }
  std::fwrite(out.data(), 1, out.size(), stdout);  // who reads only the beginning may close the pipe
  return 0;
}

}  // namespace

void add_template_names_command(CLI::App& app, CommonOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("template-names", "Print the names that each kind of template is given");
  auto kind = std::make_shared<std::string>();
  add_site_options(*command, options);
  command->add_option("kind", *kind, "Only of this kind: page, page:COLLECTION, list, home, component/NAME …")
      ->type_name("KIND");
  command->footer(
      "Prints a line a name: the template, the name (dots lead into a section), text, number or section.\n"
      "Example: kronika template-names page:rejestr | grep states");
  command->callback([&options, &action, kind] {
    action = [&options, kind] { return print_template_names(options, *kind); };
  });
}

}  // namespace kronika
