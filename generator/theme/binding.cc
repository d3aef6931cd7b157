// Mustache looks a name up in the innermost scope that has it, at run time. Here the scope is settled when the theme is
// loaded: a card without a date can then never show the date of the page around it.
#include "generator/theme/binding.h"

#include <fmt/format.h>

#include "generator/core/nearest.h"

namespace kronika {
namespace {

std::vector<std::string> split(std::string_view name) {
  std::vector<std::string> out;
  for (;;) {
    const auto dot = name.find('.');
    out.emplace_back(name.substr(0, dot));
    if (dot == std::string_view::npos) return out;
    name.remove_prefix(dot + 1);
  }
}

std::vector<std::string> names_in(const Shape& shape, const std::string& prefix) {
  std::vector<std::string> out;
  for (const auto& child : shape.children()) out.push_back(prefix + child.first);
  return out;
}

bool has_children(const Shape& shape) {
  return shape.kind() == Shape::Kind::node;
}
bool is_any(const Shape& shape) {
  return shape.kind() == Shape::Kind::any;
}

struct Found {
  Binding binding;
  const Shape* shape = nullptr;  // nothing: unknown, and reported
};

class Binder {
 public:
  Binder(const Shape& root, const std::string& giver, Diagnostics& diagnostics)
      : scopes_{&root}, giver_(giver), diagnostics_(diagnostics) {}

  Binding bind(const Piece& piece) {
    switch (piece.kind) {
      case PieceKind::text:
        return {};
      case PieceKind::end:
        scopes_.pop_back();
        return {};
      case PieceKind::variable:
      case PieceKind::unescaped:
        return printed(piece);
      case PieceKind::section:
        return section(piece);
      case PieceKind::inverted:
        break;
    }
    Found found = find(piece, piece.text);
    scopes_.push_back(nullptr);  // entered when there is nothing to name
    return std::move(found.binding);
  }

 private:
  Binding printed(const Piece& piece) {
    Found found = find(piece, piece.text);
    if (found.shape && has_children(*found.shape)) {
      report(piece,
             fmt::format(
                 "'{0}' is a group of values and cannot be printed; write {{{{#{0}}}}} … {{{{/{0}}}}}, or a name in it",
                 piece.text),
             fmt::format("„{0}” to grupa wartości i nie da się jej wypisać; napisz {{{{#{0}}}}} … {{{{/{0}}}}} albo "
                         "nazwę z tej grupy",
                         piece.text));
    }
    return std::move(found.binding);
  }

  Binding section(const Piece& piece) {
    if (piece.naming == Naming::plural && !is_number(piece)) {
      scopes_.push_back(&unknown_);
      return {};
    }
    Found found = find(piece, piece.text);
    scopes_.push_back(found.shape ? found.shape : &unknown_);
    return std::move(found.binding);
  }

  bool is_number(const Piece& piece) {
    const std::string name = piece.text.substr(0, piece.text.rfind('_'));
    const Found found = find(piece, name);
    if (!found.shape) return false;
    if (found.shape->kind() == Shape::Kind::number || is_any(*found.shape)) return true;
    report(piece, fmt::format("'{}' is no number, so it has no plural forms", name),
           fmt::format("„{}” to nie liczba, więc nie ma form liczby", name));
    return false;
  }

  Found find(const Piece& piece, const std::string& name) {
    if (name == ".") return find_current(piece);
    const std::vector<std::string> path = split(name);
    for (std::size_t level = scopes_.size(); level-- > 0;) {
      const Shape* scope = scopes_[level];
      if (!scope) continue;
      if (is_any(*scope)) return {{path, level, Presence::optional}, scope};
      if (const Shape* first = scope->find(path.front()))
        return descend(piece, {{path, level, Presence::required}, first});
    }
    std::vector<std::string> visible;
    for (const Shape* scope : scopes_) {
      if (!scope) continue;
      for (std::string& known : names_in(*scope, "")) visible.push_back(std::move(known));
    }
    return unknown(Code::unknown_name, piece, name, nearest(name, visible));
  }

  Found find_current(const Piece& piece) {
    std::size_t level = scopes_.size() - 1;
    while (level > 0 && !scopes_[level]) --level;
    const Shape& scope = *scopes_[level];
    if (level > 0 && !has_children(scope)) return {{{}, level, Presence::required}, &scope};
    return unknown(Code::unknown_name, piece, ".", "");
  }

  Found descend(const Piece& piece, Found found) {
    const std::vector<std::string>& path = found.binding.path;
    std::string prefix;
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (is_any(*found.shape)) {
        found.binding.presence = Presence::optional;
        return found;
      }
      prefix += path[i - 1] + ".";
      const Shape* child = found.shape->find(path[i]);
      if (!child && prefix == "assets.") {
        return unknown(Code::unknown_asset, piece, path[i], nearest(path[i], names_in(*found.shape, "")));
      }
      if (!child) return unknown(Code::unknown_name, piece, piece.text, nearest_below(prefix, path[i], *found.shape));
      found.shape = child;
    }
    return found;
  }

  static std::string nearest_below(const std::string& prefix, const std::string& name, const Shape& shape) {
    const std::string found = nearest(name, names_in(shape, ""));
    return found.empty() ? "" : prefix + found;
  }

  Found unknown(Code code, const Piece& piece, const std::string& name, const std::string& suggestion) {
    std::vector<std::string> arguments{name};
    if (code == Code::unknown_name) arguments.push_back(giver_);
    diagnostics_.report(code, piece.place, std::move(arguments), suggestion);
    return {};
  }

  void report(const Piece& piece, std::string_view english, std::string_view polish) {
    diagnostics_.report(Code::template_syntax, piece.place, {both(english, polish)});
  }

  std::vector<const Shape*> scopes_;  // from the outside in; nothing for an inverted section
  const Shape unknown_ = Shape::any();
  const std::string& giver_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Binding> bind_names(const std::vector<Piece>& pieces, const Shape& shape, const std::string& giver,
                                Diagnostics& diagnostics) {
  Binder binder(shape, giver, diagnostics);
  std::vector<Binding> out;
  out.reserve(pieces.size());
  for (const Piece& piece : pieces) out.push_back(binder.bind(piece));
  return out;
}

}  // namespace kronika
