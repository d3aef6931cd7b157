// From views to bytes: entries become chapters, chapters packs.
#include "generator/packs/packs.h"

#include <algorithm>

#include "generator/core/parallel.h"
#include "generator/packs/book.h"
#include "generator/packs/cartridge.h"
#include "generator/packs/epub.h"
#include "generator/packs/folder.h"
#include "generator/packs/xhtml.h"
#include "generator/views/packs.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

/// Of each collection that has packs, its entries in their order; nothing for others.
using Chapters = std::vector<std::vector<Chapter>>;

Chapters chapters_of(const Views& views, unsigned jobs) {
  Chapters out(views.model.collections.size());
  std::vector<Chapter*> all;
  for (const PackRoute& pack : views.routes.packs) {
    std::vector<Chapter>& chapters = out[pack.collection];
    if (!chapters.empty()) continue;
    const Collection& collection = views.model.collections[pack.collection];
    const std::vector<PackPart> parts = pack_parts(collection, views.model);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      chapters.push_back({&views.model.page(collection.entries[i]), parts[i].name, ""});
    }
    for (Chapter& chapter : chapters) all.push_back(&chapter);
  }
  const TemplateData nothing_shared;
  parallel_for(all.size(), jobs, [&](std::size_t i) {
    const Page& page = *all[i]->page;
    const Template& drawn = views.theme.find("pack", page.collection, page.language);
    all[i]->html = drawn.render(nothing_shared, pack_view(page, views));
  });
  return out;
}

/// Ids are made different by the entry's name before them; links between entries become links on the page.
std::string print_text(const Book& book) {
  std::string out;
  for (const Chapter& chapter : book.chapters) {
    XhtmlOptions options;
    options.id_prefix = chapter.name + "--";
    options.heading_shift = 1;
    options.void_elements = VoidElements::html;
    options.open_details = true;
    options.link = [&](std::string_view url) -> std::string {
      const Chapter* other = book.chapter_at(url);
      if (!other) return std::string(url);
      const std::string fragment = book.addresses.target(url).fragment;
      return "#" + other->name + (fragment.size() < 2 ? "" : "--" + fragment.substr(1));
    };
    const std::string language = escape_html(chapter.page->language);
    out += "<article class=\"part-entry\" id=\"" + escape_html(chapter.name) + "\" lang=\"" + language + "\">\n" +
           to_xhtml(chapter.html, options).markup + "</article>\n";
  }
  return out;
}

std::string make(const Book& book, PackKind kind) {
  switch (kind) {
    case PackKind::zip:
      return zip_pack(book);
    case PackKind::epub:
      return epub_pack(book);
    case PackKind::print:
      return print_text(book);
    case PackKind::imscc:
      return cartridge_pack(book);
  }
  return "";
}

}  // namespace

std::vector<std::string> make_packs(const Views& views, unsigned jobs) {
  const std::vector<PackRoute>& packs = views.routes.packs;
  std::vector<std::string> out(packs.size());
  if (packs.empty()) return out;
  const SiteAddresses addresses(views);
  const Chapters chapters = chapters_of(views, jobs);
  parallel_for(packs.size(), jobs, [&](std::size_t i) {
    const PackRoute& pack = packs[i];
    const std::vector<Chapter>& all = chapters[pack.collection];
    if (!pack.entry) {
      const About about = about_collection(views.model.collections[pack.collection], pack, views);
      out[i] = make({about, all, true, views, addresses}, pack.kind);
      return;
    }
    const auto own = std::find_if(all.begin(), all.end(), [&](const Chapter& c) { return c.page->id == *pack.entry; });
    const About about = about_entry(*own->page, pack, views);
    out[i] = make({about, {&*own, 1}, false, views, addresses}, pack.kind);
  });
  return out;
}

}  // namespace kronika
