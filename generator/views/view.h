// What every view draws from, and the parts that views share: head, menus, breadcrumbs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/assets/assets.h"
#include "generator/content/content.h"
#include "generator/links/links.h"
#include "generator/markdown/markdown.h"
#include "generator/theme/data.h"
#include "generator/views/routes.h"

namespace kronika {

/// A page's text and its Markdown fields, rendered.
struct PageContent {
  RenderedPage body;
  std::vector<std::string> field_html;  // parallel to the schema's fields; "" for other types
};

/// Borrowed by all views; lives as long as the build's later half.
struct Views {
  const SiteModel& model;
  const Config& config;
  const Theme& theme;
  const LinkTable& links;
  const SiteRoutes& routes;
  const Source& source;  // sizes of files
  std::span<const PublishedAsset> assets;
  std::span<const PageContent> contents;  // parallel to model.pages
  const TimeZone& zone;
  std::span<const std::string> data;               // parallel to routes.data.files: their bytes
  std::span<const std::uint64_t> pack_sizes = {};  // parallel to routes.packs, in bytes; empty: not known

  std::string url(const Route& route) const { return config.base_url.local(route); }
  std::string url(const Page& page) const { return url(page.route); }
};

/// Where the search of one language is described, for programs; nothing where the search is left out.
std::optional<Route> search_description_route(const Views& views, std::string_view language);

/// `site` and `assets`: what all pages of one language share.
TemplateData shared_data(const Views& views, std::string_view language);

struct Breadcrumb {
  std::string label;
  std::string url;  // "" for the page itself
};

/// Another form of what a page shows.
struct Alternate {
  std::string url;
  std::string type;
  std::string title;
};

/// What a page shows, in one of the site's languages.
struct PageVersion {
  std::string language;
  Route route;
};

struct Head {
  std::string title{};
  std::string description{};
  Route route{};
  std::string language{};
  std::string og_type = "website";
  std::string og_image{};  // absolute URL or ""
  bool noindex = false;
  bool has_canonical = true;
  std::vector<Breadcrumb> breadcrumbs{};  // without the home page
  std::vector<Alternate> alternates{};    // feeds aside, which all pages have
  std::vector<std::string> objects{};     // of schema.org, as JSON: what the page is about
  std::string project{};                  // that paid for it; "" : the default one
  std::string section{};                  // told after the title in the window, where titles alone would be the same
  std::vector<PageVersion> versions{};    // in all languages that it is there in, its own too; none: in this alone
};

/// Fills the names that every kind of page has.
void fill_head(TemplateData& data, const Head& head, const Views& views);

/// The summary in front matter, else the text's first paragraph, cut at a word.
std::string summary_of(const Page& page, const PageContent& content);
std::string summary_of(const Page& page, const Views& views);

/// The absolute address of the page's image (the field with that role); "" where it has none.
std::string share_image(const Page& page, const Views& views);
/// `width`, `height` in pixels and `has_size` of an image, so that a page keeps its room before it is loaded.
void fill_size(TemplateData& data, std::string_view source_path, const Source& source);

/// "120 kB", in the language's number format.
std::string size_note(std::uint64_t bytes, std::string_view language);

/// "PDF, 120 kB", in the language's number format.
std::string file_note(std::string_view source_path, const Source& source, std::string_view language);
/// The same of a file that the build makes.
std::string file_note(std::string_view path, std::uint64_t bytes, std::string_view language);

}  // namespace kronika
