// A site in memory, taken as far as views need it: model, built-in theme, routes, rendered texts.
#pragma once

#include <doctest/doctest.h>

#include "generator/views/host.h"
#include "generator/views/pages.h"
#include "generator/views/shapes.h"
#include "tests/content/site.h"

namespace kronika {

class ViewSite {
 public:
  explicit ViewSite(TestSite::SourceFiles files)
      : site_(std::move(files)),
        zone_(site_.config.timezone),
        theme_(load_theme()),
        routes_(plan_routes(site_.model, theme_)),
        links_(site_.model, *site_.source),
        assets_(publish_assets(theme_.assets(), site_.diagnostics)) {
    initialise_markdown();
    for (const Route& route : routes_.all()) links_.add_route(route);
    for (const Page& page : site_.model.pages) contents_.push_back(render(page));
    data_.resize(routes_.data.files.size(), std::string(1500, 'x'));
    REQUIRE(site_.told() == "");
  }

  Views views() const {
    return {site_.model, site_.config, theme_, links_, routes_, *site_.source, assets_, contents_, zone_, data_};
  }
  const Page& page(const std::string& path) const { return site_.page(path); }
  const SiteModel& model() const { return site_.model; }
  const std::vector<TemplateKind>& kinds() const { return kinds_; }
  const Shape& shape(std::string_view kind, std::string_view variant = "") const {
    for (const TemplateKind& each : kinds_) {
      if (each.name == kind && each.variant == variant) return each.shape;
    }
    throw std::runtime_error("no such kind");
  }

 private:
  Theme load_theme() {
    const auto builtin = folder_source(KRONIKA_SOURCE_DIR "/themes/default");
    kinds_ = template_kinds(site_.config, read_declarations(*site_.source, "", *builtin, site_.diagnostics));
    return Theme::load(*site_.source, "", *builtin, site_.config.languages, kinds_, site_.diagnostics);
  }

  PageContent render(const Page& page) {
    SiteHost host(page, site_.model, links_, theme_, *site_.source, site_.diagnostics);
    PageContent out;
    out.body = render_markdown(page.body, markdown_options(page, site_.config, theme_, page.body_line), host,
                               site_.diagnostics);
    out.field_html.resize(page.fields.size());
    return out;
  }

  TestSite site_;
  TimeZone zone_;
  std::vector<TemplateKind> kinds_;
  Theme theme_;
  SiteRoutes routes_;
  LinkTable links_;
  std::vector<PublishedAsset> assets_;
  std::vector<PageContent> contents_;
  std::vector<std::string> data_;
};

/// "a.b.0.c": a name of an object, or a place in a list.
inline const TemplateData& at(const TemplateData& data, std::string_view path) {
  const auto dot = path.find('.');
  const std::string name(path.substr(0, dot));
  const TemplateData* child = nullptr;
  if (data.is_list()) {
    const auto number = static_cast<std::size_t>(std::stoul(name));
    REQUIRE_MESSAGE(number < data.list_value().size(), path);
    child = &data.list_value()[number];
  } else {
    child = data.get(name);
  }
  REQUIRE_MESSAGE(child, path);
  return dot == std::string_view::npos ? *child : at(*child, path.substr(dot + 1));
}

inline std::string text(const TemplateData& data, std::string_view path) {
  return at(data, path).string_value();
}
inline bool is(const TemplateData& data, std::string_view path) {
  return at(data, path).is_true();
}

/// One name of every item of a list, joined with spaces.
inline std::string each(const TemplateData& data, std::string_view list, std::string_view name) {
  std::string out;
  for (const TemplateData& item : at(data, list).list_value()) out += (out.empty() ? "" : " ") + text(item, name);
  return out;
}

}  // namespace kronika
