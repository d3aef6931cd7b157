// A term's page: what has the term, what belongs to the larger place that it lies in, and the smaller ones in it.
#include <algorithm>
#include <iterator>

#include "generator/views/cards.h"
#include "generator/views/maps.h"
#include "generator/views/pages.h"

namespace kronika {
namespace {

/// Of more entries a collection shows titles alone: a page of hundreds of cards helps nobody.
constexpr std::size_t most_cards = 12;

const Term& term_of(std::size_t vocabulary, std::size_t term, const Views& views) {
  return views.model.vocabularies[vocabulary].terms[term];
}

std::size_t size_of(const TermEntries& entries) {
  std::size_t size = entries.pages.size();
  for (const EntriesAbove& above : entries.above) size += above.pages.size();
  return size;
}

TemplateData title_link(PageId id, const Views& views) {
  const Page& page = views.model.page(id);
  TemplateData out;
  set_text(out, "title", page.title);
  set_text(out, "url", views.url(page));
  set_flag(out, "example", page.example);
  return out;
}

TemplateData group(std::size_t collection, const std::vector<PageId>& pages, const Views& views) {
  const CollectionConfig& config = *views.model.collections[collection].config;
  const std::string& language = views.config.language;
  const bool compact = pages.size() > most_cards;
  TemplateData out;
  set_text(out, "title", config.title.in(language));
  set_text(out, "url", views.url(views.routes.lists[collection].pages[0]));
  set_number(out, "total", static_cast<std::int64_t>(pages.size()), language);
  set_list(out, "cards", compact ? std::vector<TemplateData>{} : cards(pages, language, views));
  std::vector<TemplateData> links;
  for (std::size_t i = 0; compact && i < pages.size(); ++i) links.push_back(title_link(pages[i], views));
  set_list(out, "links", links);
  return out;
}

/// By collection, in the order of site.toml.
std::vector<TemplateData> groups(const std::vector<PageId>& pages, const Views& views) {
  std::vector<TemplateData> out;
  for (std::size_t c = 0; c < views.model.collections.size(); ++c) {
    const std::string& name = views.model.collections[c].config->name;
    std::vector<PageId> mine;
    std::copy_if(pages.begin(), pages.end(), std::back_inserter(mine),
                 [&](PageId id) { return views.model.page(id).collection == name; });
    if (!mine.empty()) out.push_back(group(c, mine, views));
  }
  return out;
}

std::string url_of(std::size_t vocabulary, std::size_t term, const Views& views) {
  for (std::size_t t = 0; t < views.model.terms.size(); ++t) {
    const TermEntries& each = views.model.terms[t];
    if (each.vocabulary == vocabulary && each.term == term) return views.url(views.routes.terms[t]);
  }
  return "";
}

void fill_above(TemplateData& data, const TermEntries& entries, const Views& views) {
  std::vector<TemplateData> all;
  for (const EntriesAbove& above : entries.above) {
    TemplateData out;
    set_text(out, "label", term_of(above.vocabulary, above.term, views).label.in(views.config.language));
    set_optional(out, "url", url_of(above.vocabulary, above.term, views));
    set_list(out, "groups", groups(above.pages, views));
    all.push_back(std::move(out));
  }
  set_list(data, "above", all);
}

TemplateData counted_link(std::size_t terms, const Views& views) {
  const TermEntries& entries = views.model.terms[terms];
  const std::string& language = views.config.language;
  TemplateData out;
  set_text(out, "label", term_of(entries.vocabulary, entries.term, views).label.in(language));
  set_text(out, "url", views.url(views.routes.terms[terms]));
  set_number(out, "count", static_cast<std::int64_t>(size_of(entries)), language);
  return out;
}

/// Pages of the terms that lie in this one, by vocabulary.
void fill_children(TemplateData& data, const Vocabulary& vocabulary, const Term& term, const Views& views) {
  std::vector<TemplateData> all;
  for (std::size_t v = 0; v < views.model.vocabularies.size(); ++v) {
    if (views.model.vocabularies[v].parent != vocabulary.name) continue;
    std::vector<TemplateData> items;
    for (std::size_t t = 0; t < views.model.terms.size(); ++t) {
      const TermEntries& each = views.model.terms[t];
      if (each.vocabulary == v && term_of(v, each.term, views).parent == term.value)
        items.push_back(counted_link(t, views));
    }
    if (items.empty()) continue;
    TemplateData out;
    set_text(out, "title", views.config.vocabularies[v].title.in(views.config.language));
    set_list(out, "items", items);
    all.push_back(std::move(out));
  }
  set_list(data, "children", all);
}

}  // namespace

TemplateData term_view(std::size_t which, const Views& views) {
  const TermEntries& entries = views.model.terms[which];
  const Vocabulary& vocabulary = views.model.vocabularies[entries.vocabulary];
  const Term& term = vocabulary.terms[entries.term];
  const std::string& language = views.config.language;
  const std::string& vocabulary_title = views.config.vocabularies[entries.vocabulary].title.in(language);
  const std::string vocabulary_url = views.url(*views.routes.vocabularies[entries.vocabulary]);

  TemplateData data;
  Head head{term.label.in(language), term.description.in(language), views.routes.terms[which], language};
  head.section = vocabulary_title;
  head.breadcrumbs = {{vocabulary_title, vocabulary_url}, {term.label.in(language), ""}};
  fill_head(data, head, views);
  TemplateData about;
  set_text(about, "title", vocabulary_title);
  set_text(about, "url", vocabulary_url);
  set_node(data, "vocabulary", std::move(about));
  set_optional(data, "text", term.description.in(language));
  set_number(data, "total", static_cast<std::int64_t>(entries.pages.size()), language);
  set_list(data, "groups", groups(entries.pages, views));
  fill_above(data, entries, views);
  fill_children(data, vocabulary, term, views);
  return data;
}

TemplateData terms_view(std::size_t which, const Views& views) {
  const std::string& language = views.config.language;
  const std::string& title = views.config.vocabularies[which].title.in(language);
  TemplateData data;
  Head head{title, "", *views.routes.vocabularies[which], language};
  head.breadcrumbs = {{title, ""}};
  fill_head(data, head, views);
  std::vector<TemplateData> items;
  for (std::size_t t = 0; t < views.model.terms.size(); ++t) {
    if (views.model.terms[t].vocabulary == which) items.push_back(counted_link(t, views));
  }
  set_number(data, "total", static_cast<std::int64_t>(items.size()), language);
  set_list(data, "items", items);
  set_optional(data, "map", terms_map(which, views));
  return data;
}

}  // namespace kronika
