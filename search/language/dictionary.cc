// The reader of Morfologik's automaton (format CFSA2). The file stays mapped and untouched, because the search program
// starts anew for each request and looks up a handful of words.
#include "search/language/dictionary.h"

#include <algorithm>
#include <array>
#include <utility>

#include "search/text/search_failure.h"

namespace kronika {
namespace {

constexpr std::string_view magic{"\\fsa\xC6", 5};
constexpr std::size_t header_size = 8;  // magic and version, two bytes of flags, the length of the label map
constexpr unsigned char separator = ';';
constexpr std::size_t no_node = 0;  // a target of 0 is an end

constexpr unsigned char bit_target_next = 0x80;
constexpr unsigned char bit_last = 0x40;
constexpr unsigned char bit_final = 0x20;
constexpr unsigned char label_mask = 0x1F;

constexpr std::size_t longest_form = 128;
constexpr std::size_t longest_encoded_lemma = 128;
constexpr std::size_t longest_entry = 1024;  // with its grammar
constexpr std::size_t most_lemmas = 100;     // of one look-up; the most ambiguous real forms have a dozen
constexpr int most_steps = 20000;            // of one look-up; the widest real ones take a few hundred
constexpr int arcs_of_a_node = 256;

struct Spelling {
  char plain;
  std::array<std::string_view, 2> marked;
};
constexpr std::array<Spelling, 16> spellings{{{'a', {"ą", ""}},
                                              {'c', {"ć", ""}},
                                              {'e', {"ę", ""}},
                                              {'l', {"ł", ""}},
                                              {'n', {"ń", ""}},
                                              {'o', {"ó", ""}},
                                              {'s', {"ś", ""}},
                                              {'z', {"ż", "ź"}},
                                              {'C', {"Ć", ""}},
                                              {'L', {"Ł", ""}},
                                              {'O', {"Ó", ""}},
                                              {'S', {"Ś", ""}},
                                              {'Z', {"Ż", "Ź"}},
                                              {'A', {"Ą", ""}},
                                              {'E', {"Ę", ""}},
                                              {'N', {"Ń", ""}}}};

}  // namespace

struct PolishDictionary::Arc {
  unsigned char flags = 0;
  unsigned char label = 0;
  std::size_t end = 0;          // offset of the next arc
  std::size_t destination = 0;  // unless bit_target_next

  bool is_last() const { return flags & bit_last; }
  bool is_final() const { return flags & bit_final; }
};

struct PolishDictionary::Walk {
  std::vector<std::string>& out;
  std::size_t first_own;  // lemmas before it were the caller's
  std::string encoded;    // the lemma being read
  int steps = 0;
};

PolishDictionary::PolishDictionary(MappedFile file, std::string_view bytes, const std::string& name)
    : file_(std::move(file)) {
  const bool known = bytes.size() > header_size && bytes.substr(0, magic.size()) == magic;
  const std::size_t labels = known ? static_cast<unsigned char>(bytes[header_size - 1]) : 0;
  if (!known || bytes.size() <= header_size + labels)
    throw SearchFailure(name + ": this is no CFSA2 dictionary (Morfologik's polish.dict)");
  labels_ = bytes.substr(header_size, labels);
  arcs_ = bytes.substr(header_size + labels);
  Arc first;
  if (read_arc(0, first)) root_ = target(first);
}

PolishDictionary::PolishDictionary(const std::string& path)
    : PolishDictionary([&path] {
        MappedFile file(path);
        const std::string_view bytes = file.bytes();
        return PolishDictionary(std::move(file), bytes, path);
      }()) {}

PolishDictionary PolishDictionary::over(std::string_view bytes, const std::string& name) {
  return PolishDictionary(MappedFile(), bytes, name);
}

bool PolishDictionary::read_arc(std::size_t offset, Arc& arc) const {
  if (offset >= arcs_.size()) return false;
  arc.flags = static_cast<unsigned char>(arcs_[offset++]);
  const std::size_t mapped = arc.flags & label_mask;
  if (mapped > 0) {
    if (mapped >= labels_.size()) return false;
    arc.label = static_cast<unsigned char>(labels_[mapped]);
  } else {
    if (offset >= arcs_.size()) return false;
    arc.label = static_cast<unsigned char>(arcs_[offset++]);
  }
  arc.destination = no_node;
  if (!(arc.flags & bit_target_next)) {
    int shift = 0;
    for (bool more = true; more; shift += 7) {
      if (offset >= arcs_.size() || shift > 28) return false;
      const auto byte = static_cast<unsigned char>(arcs_[offset++]);
      arc.destination |= static_cast<std::size_t>(byte & 0x7F) << shift;
      more = byte & 0x80;
    }
  }
  arc.end = offset;
  return true;
}

std::size_t PolishDictionary::target(const Arc& arc) const {
  if (!(arc.flags & bit_target_next)) return arc.destination;
  Arc last = arc;
  for (int count = 0; !last.is_last(); ++count)
    if (count > arcs_of_a_node || !read_arc(last.end, last)) return no_node;
  return last.end;
}

bool PolishDictionary::find_arc(std::size_t node, unsigned char label, Arc& arc) const {
  if (node == no_node) return false;
  for (int count = 0; count <= arcs_of_a_node && read_arc(node, arc); ++count) {
    if (arc.label == label) return true;
    if (arc.is_last()) return false;
    node = arc.end;
  }
  return false;
}

/// Writes out the lemma that walk.encoded describes.
void PolishDictionary::decode(std::string_view form, const Walk& walk) const {
  const std::string& encoded = walk.encoded;
  if (encoded.size() < 2 || walk.out.size() - walk.first_own >= most_lemmas) return;
  const auto count = [&](std::size_t i) { return static_cast<unsigned char>(encoded[i] - 'A'); };
  std::string_view kept;
  if (count(0) != 255 && count(1) != 255) {
    if (std::size_t{count(0)} + count(1) > form.size()) return;
    kept = form.substr(count(0), form.size() - count(0) - count(1));
  }
  std::string lemma(kept);
  lemma.append(encoded, 2);
  if (lemma.empty()) return;
  const auto own = walk.out.begin() + static_cast<std::ptrdiff_t>(walk.first_own);
  if (std::find(own, walk.out.end(), lemma) == walk.out.end()) walk.out.push_back(std::move(lemma));
}

/// Reads on from the separator: everything up to the next one, or to a final arc, is one encoded lemma.
void PolishDictionary::collect(std::size_t node, std::string_view form, Walk& walk) const {
  if (node == no_node || walk.encoded.size() > longest_encoded_lemma) return;
  Arc arc;
  for (int count = 0; count <= arcs_of_a_node && read_arc(node, arc); ++count) {
    if (++walk.steps > most_steps) return;
    if (arc.label == separator && walk.encoded.size() >= 2) {
      decode(form, walk);
    } else {
      walk.encoded += static_cast<char>(arc.label);
      if (arc.is_final()) decode(form, walk);
      collect(target(arc), form, walk);
      walk.encoded.pop_back();
    }
    if (arc.is_last()) return;
    node = arc.end;
  }
}

/// The node after the form and the separator, from which its entries are read; no_node for an unknown form.
std::size_t PolishDictionary::node_of_entries(std::string_view form) const {
  if (form.empty() || form.size() > longest_form) return no_node;
  std::size_t node = root_;
  Arc arc;
  for (const char byte : form) {
    if (!find_arc(node, static_cast<unsigned char>(byte), arc)) return no_node;
    node = target(arc);
  }
  return find_arc(node, separator, arc) ? target(arc) : no_node;
}

void PolishDictionary::lemmas(std::string_view form, std::vector<std::string>& out) const {
  Walk walk{out, out.size(), {}, 0};
  collect(node_of_entries(form), form, walk);
}

/// Reads whole entries, "AB;subst:sg:nom:m3": what stands after the separator.
void PolishDictionary::collect_grammar(std::size_t node, Walk& walk) const {
  if (node == no_node || walk.encoded.size() > longest_entry) return;
  Arc arc;
  for (int count = 0; count <= arcs_of_a_node && read_arc(node, arc); ++count) {
    if (++walk.steps > most_steps) return;
    walk.encoded += static_cast<char>(arc.label);
    const auto after_lemma = walk.encoded.find(separator, 2);
    if (arc.is_final() && after_lemma != std::string::npos) walk.out.push_back(walk.encoded.substr(after_lemma + 1));
    collect_grammar(target(arc), walk);
    walk.encoded.pop_back();
    if (arc.is_last()) return;
    node = arc.end;
  }
}

std::vector<std::string> PolishDictionary::grammar(std::string_view form) const {
  std::vector<std::string> out;
  Walk walk{out, 0, {}, 0};
  collect_grammar(node_of_entries(form), walk);
  return out;
}

/// Follows `rest` from `node` in every spelling; `spelt` is the way so far.
void PolishDictionary::spell(std::size_t node, std::string_view rest, std::string& spelt, Walk& walk) const {
  if (++walk.steps > most_steps) return;
  Arc arc;
  if (rest.empty()) {
    if (find_arc(node, separator, arc)) collect(target(arc), spelt, walk);
    return;
  }
  const auto follow = [&](std::string_view letter) {
    std::size_t at = node;
    for (const char byte : letter) {
      if (!find_arc(at, static_cast<unsigned char>(byte), arc)) return;
      at = target(arc);
    }
    spelt += letter;
    spell(at, rest.substr(1), spelt, walk);
    spelt.resize(spelt.size() - letter.size());
  };
  follow(rest.substr(0, 1));
  for (const Spelling& spelling : spellings) {
    if (spelling.plain != rest.front()) continue;
    for (const std::string_view letter : spelling.marked)
      if (!letter.empty()) follow(letter);
  }
}

void PolishDictionary::lemmas_without_diacritics(std::string_view form, std::vector<std::string>& out) const {
  if (form.empty() || form.size() > longest_form) return;
  Walk walk{out, out.size(), {}, 0};
  std::string spelt;
  spell(root_, form, spelt, walk);
}

}  // namespace kronika
