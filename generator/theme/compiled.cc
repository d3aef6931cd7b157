// kainjow is given a template in which every tag, and every stretch of text, is a number:
// {{&0}}{{#1}}{{&2}}{{3}}{{/1}}. The context below turns numbers into values. So
//  - the library cannot take lines for standalone that were not (that is settled when the template is parsed),
//  - it does not cut text at each space, nor names at each dot whenever a page is rendered,
//  - a partial, or anything else in a page's data, never becomes a template,
//  - a value that a view forgot is reported with the place of the tag.
#include "generator/theme/compiled.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "search/text/escape.h"

namespace kronika {
namespace {

struct Slot {
  TemplateData text;  // of a piece of text
  bool is_name = false;
  Binding binding;
  Place place;
};

class Context final : public kainjow::mustache::basic_context<std::string> {
 public:
  Context(const std::vector<Slot>& slots, const TemplateData& site, const TemplateData& page)
      : slots_(slots), site_(site), page_(page) {}

  void push(const TemplateData* data) override { sections_.push_back(data); }
  void pop() override { sections_.pop_back(); }

  /// Never nothing: kainjow must enter inverted sections of missing values like those of false ones, or levels would
  /// not count.
  const TemplateData* get(const std::string& number) const override {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    const Slot& slot = slots_[index];
    if (!slot.is_name) return &slot.text;
    if (const TemplateData* found = find(slot.binding)) return found;
    report_missing(slot);
    return &missing_;
  }

  const TemplateData* get_partial(const std::string&) const override { return nullptr; }

 private:
  const TemplateData* find(const Binding& binding) const {
    if (binding.path.empty()) return sections_[binding.level - 1];
    const TemplateData* data = first(binding.path.front(), binding.level);
    for (std::size_t level = binding.level; !data && level > 0 && binding.presence == Presence::optional;) {
      data = first(binding.path.front(), --level);
    }
    for (std::size_t i = 1; data && i < binding.path.size(); ++i) data = data->get(binding.path[i]);
    return data;
  }

  const TemplateData* first(const std::string& name, std::size_t level) const {
    if (level > 0) return sections_[level - 1]->get(name);
    const TemplateData* data = page_.get(name);
    return data ? data : site_.get(name);
  }

  static void report_missing([[maybe_unused]] const Slot& slot) {
#ifndef NDEBUG
    if (slot.binding.presence == Presence::optional) return;
    throw std::logic_error(fmt::format("{}:{}:{}: the view gives no '{}'", slot.place.file, slot.place.span.line,
                                       slot.place.span.column, fmt::join(slot.binding.path, ".")));
#endif
  }

  const std::vector<Slot>& slots_;
  const TemplateData& site_;
  const TemplateData& page_;
  const TemplateData missing_{false};
  std::vector<const TemplateData*> sections_;
};

struct Sink {
  std::string text;
  Sink& operator<<(const std::string& part) {
    text += part;
    return *this;
  }
};

class CompiledTemplate final : public Template {
 public:
  CompiledTemplate(const std::string& numbered, std::vector<Slot> slots)
      : mustache_(numbered), slots_(std::move(slots)) {
    if (!mustache_.is_valid())
      throw std::logic_error("kainjow refuses an expanded template: " + mustache_.error_message());
    mustache_.set_custom_escape([](const std::string& text) { return escape_html(text); });
  }

  std::string render(const TemplateData& site, const TemplateData& page) const override {
    Context context(slots_, site, page);
    Sink sink;
    mustache_.render(context, sink);
    return std::move(sink.text);
  }

 private:
  /// kainjow's render() is not const, but changes nothing where there are neither lambdas nor partials.
  mutable kainjow::mustache::mustache mustache_;
  std::vector<Slot> slots_;
};

std::string_view sigil(PieceKind kind) {
  switch (kind) {
    case PieceKind::section:
      return "#";
    case PieceKind::inverted:
      return "^";
    case PieceKind::end:
      return "/";
    case PieceKind::variable:
      return "";
    default:
      return "&";
  }
}

}  // namespace

std::unique_ptr<Template> compile(const std::vector<Piece>& pieces, const std::vector<Binding>& bindings) {
  std::string numbered;
  std::vector<Slot> slots;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    std::size_t number = slots.size();
    if (piece.kind == PieceKind::end) {
      number = open.back();
      open.pop_back();
    } else if (piece.kind == PieceKind::text) {
      slots.push_back({TemplateData(piece.text), false, {}, {}});
    } else {
      slots.push_back({TemplateData(false), true, bindings[i], piece.place});
    }
    if (piece.kind == PieceKind::section || piece.kind == PieceKind::inverted) open.push_back(number);
    numbered += fmt::format("{{{{{}{}}}}}", sigil(piece.kind), number);
  }
  return std::make_unique<CompiledTemplate>(numbered, std::move(slots));
}

}  // namespace kronika
