// Trust in an edit comes from reading its result: the keys that were edited say what was meant, all others what they
// said before.
#include "generator/importing/page_after.h"

#include <algorithm>

#include "generator/importing/toml_text.h"

namespace kronika {
namespace {

bool same(const RawValue& a, const RawValue& b);

bool same(const RawTable& a, const RawTable& b) {
  return std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                    [](const RawEntry& x, const RawEntry& y) { return x.key == y.key && same(x.value, y.value); });
}

bool same(const RawValue& a, const RawValue& b) {
  if (a.value.index() != b.value.index()) return false;
  if (const auto* table = a.as<RawTable>()) return same(*table, *b.as<RawTable>());
  if (const auto* items = a.as<RawArray>()) {
    const auto& others = *b.as<RawArray>();
    return std::equal(items->begin(), items->end(), others.begin(), others.end(),
                      [](const RawValue& x, const RawValue& y) { return same(x, y); });
  }
  return std::visit(
      [&](const auto& value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, RawTable> || std::is_same_v<T, RawArray>)
          return false;
        else
          return value == *b.as<T>();
      },
      a.value);
}

class PageMaker {
 public:
  PageMaker(const ImportSite& site, const SiteEntry* entry, const std::string& path,
            const std::vector<MeantValue>& meant, const RowPlaces& places, Diagnostics& told)
      : site_(site), entry_(entry), path_(path), meant_(meant), places_(places), told_(told) {}

  PageAfter make(std::vector<KeyEdit> edits) {
    PageAfter out;
    const std::vector<std::string> order = site_.key_order();
    std::stable_sort(edits.begin(), edits.end(), [&](const KeyEdit& a, const KeyEdit& b) {
      return std::find(order.begin(), order.end(), a.key) < std::find(order.begin(), order.end(), b.key);
    });
    if (entry_) {
      EditedText edited = edit_front_matter(entry_->bytes, edits, order);
      if (!edited.refusal.empty()) {
        refuse(edited.key, edited.refusal);
        return out;
      }
      out.bytes = std::move(edited.bytes);
    } else {
      out.bytes = new_front_matter(edits);
    }
    out.good = check(out.bytes);
    return out;
  }

 private:
  bool check(const std::string& bytes) {
    Diagnostics of_page;
    auto raw = split_page(path_, bytes, of_page);
    if (raw) front_matter_ = raw->front_matter;
    const auto page = raw ? check_page(std::move(*raw), site_.config, site_.data, site_.source, of_page) : std::nullopt;
    for (const Diagnostic& each : of_page.sorted()) {
      if (info(each.code).severity == Severity::error)
        told_.report(each.code, {places_.row.file, cell_of(each)}, each.arguments, each.suggestion);
    }
    return page && of_page.errors() == 0 && says_what_is_meant(*page) && leaves_the_rest();
  }

  bool says_what_is_meant(const Page& page) {
    for (const MeantValue& meant : meant_) {
      const bool cleared = meant.value.empty() && !front_matter_.find(meant.key->name);
      if (cleared || says_the_same(value_of(page, *meant.key), meant.value, *meant.key)) continue;
      refuse(meant.key->name,
             both("another key of the page decides what it says", "o jego treści decyduje inny klucz strony"));
      return false;
    }
    return true;
  }

  bool leaves_the_rest() {
    if (!entry_) return true;
    const auto edited = [&](const RawEntry& each) {
      return std::any_of(meant_.begin(), meant_.end(), [&](const MeantValue& m) { return m.key->name == each.key; });
    };
    RawTable before = entry_->front_matter, after = front_matter_;
    std::erase_if(before.entries, edited);
    std::erase_if(after.entries, edited);
    if (same(before, after)) return true;
    refuse("", both("the edit would change more than it should", "zmiana naruszyłaby inne klucze"));
    return false;
  }

  /// The cell of the key that a mistake of the page is about.
  Span cell_of(const Diagnostic& mistake) const {
    if (mistake.code == Code::missing_key) return places_.of(mistake.arguments.front());
    std::string_view key;
    for (const RawEntry& each : front_matter_.entries)
      if (each.key_span.line <= mistake.place.span.line) key = each.key;
    return places_.of(key);
  }

  void refuse(const std::string& key, const std::string& reason) {
    told_.report(Code::edit_by_hand, {places_.row.file, places_.of(key)}, {path_, key, reason});
  }

  const ImportSite& site_;
  const SiteEntry* entry_;
  const std::string& path_;
  const std::vector<MeantValue>& meant_;
  const RowPlaces& places_;
  Diagnostics& told_;
  RawTable front_matter_;
};

}  // namespace

Span RowPlaces::of(std::string_view key) const {
  const auto found = cells.find(key);
  return found == cells.end() ? row.span : found->second;
}

KeyEdit edit_of(const FrontMatterKey& key, const FieldValue& value) {
  if (key.field.type == FieldType::list) return {key.name, KeyEdit::Kind::list, toml_items(value, key.field)};
  return {key.name, KeyEdit::Kind::scalar, {toml_scalar(value, key.field)}};
}

PageAfter page_after(const ImportSite& site, const SiteEntry* entry, const std::string& path,
                     std::vector<KeyEdit> edits, const std::vector<MeantValue>& meant, const RowPlaces& places,
                     Diagnostics& told) {
  return PageMaker(site, entry, path, meant, places, told).make(std::move(edits));
}

}  // namespace kronika
