// The passes of a build, from files to a release. Read it downwards: nothing points back up.
#include "generator/build.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/catalogue/dataset.h"
#include "generator/checks/page_code.h"
#include "generator/core/failure.h"
#include "generator/derived/derived.h"
#include "generator/exports/exports.h"
#include "generator/indexing/indexing.h"
#include "generator/indexing/synonyms.h"
#include "generator/output/previous_release.h"
#include "generator/output/redirects.h"
#include "generator/output/staging.h"
#include "generator/packs/packs.h"
#include "generator/passes.h"
#include "generator/rules/rules.h"
#include "generator/theme/contrast.h"
#include "generator/version.h"
#include "generator/views/funding.h"
#include "generator/views/pages.h"
#include "generator/views/shapes.h"
#include "search/index/release.h"

namespace kronika {
namespace {

/// What every build needs before it looks at content. Addresses stay fixed: views borrow them.
struct Ground {
  std::unique_ptr<Source> source;
  std::unique_ptr<Source> builtin;
  Config config;
  std::optional<Theme> theme;
  std::vector<PublishedAsset> assets;
};

Config open_config(const Source& source, const BuildOptions& options, Diagnostics& diagnostics) {
  if (!source.find("site.toml")) throw Failure{message({Code::missing_site_toml, {}, {}, {}}, options.language)};
  Config config = read_config(source.read("site.toml"), "site.toml", options.base_url, diagnostics);
  if (diagnostics.errors() > 0) throw ConfigurationErrors{};
  if (!options.page_suffix.empty()) config.query_log.clear();  // what is searched for in a preview is no reader's
  return config;
}

Theme open_theme(const Ground& ground, Diagnostics& diagnostics) {
  const std::string& folder = ground.config.theme;
  const ThemeDeclarations declared = read_declarations(*ground.source, folder, *ground.builtin, diagnostics);
  Theme theme = Theme::load(*ground.source, folder, *ground.builtin, ground.config.languages,
                            template_kinds(ground.config, declared), diagnostics);
  check_contrast(declared.contrasts, theme.assets(), diagnostics);
  return theme;
}

std::map<std::string, TemplateData> shared_by_language(const Views& views) {
  std::map<std::string, TemplateData> shared;
  for (const std::string& language : views.config.languages) shared.emplace(language, shared_data(views, language));
  return shared;
}

/// The page around the results and the results' own template, for each language.
std::vector<SearchPage> search_pages(const Views& views, const std::map<std::string, TemplateData>& shared) {
  std::vector<SearchPage> pages;
  for (const std::string& language : views.config.languages) {
    pages.push_back({language, views.theme.text(language, "search_title"),
                     views.theme.find("search", "", language).render(shared.at(language), search_view(views, language)),
                     views.theme.expanded("results", "", language)});
  }
  return pages;
}

std::optional<PreviousRelease> open_previous(const BuildOptions& options) {
  return options.previous.empty() ? std::nullopt : std::optional(read_previous_release(options.previous));
}

/// What this release promises to keep, after it is held against what an earlier one promised.
Identifiers check_identifiers(const Views& views, std::span<const PlannedFile> planned,
                              const std::optional<PreviousRelease>& previous, Diagnostics& diagnostics) {
  const std::vector<Dataset> datasets = datasets_of(views);
  check_datasets(datasets, views, diagnostics);
  Identifiers identifiers = identifiers_of(views.model, datasets);
  if (previous) check_previous(*previous, planned, identifiers, views.model, diagnostics);
  return identifiers;
}

void write_program(const Installation& installation, OutputTree& tree) {
  tree.copy_in(installation.search_program, "cgi-bin/search");
}

/// What a release is written from. Borrows everything.
struct ReleaseParts {
  const Views& views;
  const std::map<std::string, TemplateData>& shared;
  const std::vector<PlannedFile>& planned;
  std::vector<std::string>& packs;         // made here, before the pages that tell their sizes
  std::vector<std::uint64_t>& pack_sizes;  // which `views` borrow
  const Identifiers& identifiers;
  const std::vector<Synonym>& synonyms;
  const Installation& installation;
  const std::string& commit;
};

void write_release(const ReleaseParts& parts, const BuildOptions& options, Timings& timings, Diagnostics& diagnostics,
                   BuildResult& result) {
  Staging staging(options.output);
  DiskFiles files(staging.folder());
  OutputTree tree(files);
  timings.measure("packs", [&] {
    parts.packs = make_packs(parts.views, options.jobs);
    std::transform(parts.packs.begin(), parts.packs.end(), parts.pack_sizes.begin(),
                   [](const auto& bytes) { return bytes.size(); });
  });
  OutputScan scan(parts.planned, host_of_address(parts.views.config.base_url.text()));
  timings.measure("write pages", [&] { write_files(parts.planned, options, tree, scan, timings, diagnostics); });
  scan.report(diagnostics);
  diagnostics.checkpoint();              // before anything is published
  result.files = tree.entries().size();  // so far all are below public/
  if (options.index) {
    timings.measure("search index", [&] {
      result.documents = write_index(parts.views, search_pages(parts.views, parts.shared), parts.synonyms,
                                     parts.installation.dictionary, staging.folder(), options.jobs, tree);
      write_program(parts.installation, tree);
    });
  }
  timings.measure("release", [&] {
    for (const auto& [name, bytes] : redirect_files(aliases_of(parts.views.model))) tree.write(name, bytes);
    if (options.index) tree.write("search/" + std::string(release_file), release_digest(tree) + "\n");
    files.write("manifest.json", manifest(tree, parts.identifiers, parts.commit, iso(options.now), program_version));
    staging.publish();
  });
}

/// What a build without a release has to see all the same: the finished pages. Packs hold nothing else.
void look_at_pages(const ReleaseParts& parts, const BuildOptions& options, Timings& timings, Diagnostics& diagnostics) {
  parts.packs.resize(parts.pack_sizes.size());
  OutputScan scan(parts.planned, host_of_address(parts.views.config.base_url.text()));
  timings.measure("finished pages", [&] { scan_files(parts.planned, options.jobs, scan); });
  scan.report(diagnostics);
  diagnostics.checkpoint();
}

}  // namespace

std::unique_ptr<Source> open_source(const BuildOptions& options) {
  return options.revision.empty() ? working_tree(options.site) : git_revision(options.site, options.revision);
}

BuildResult build_site(const BuildOptions& options, Diagnostics& diagnostics) {
  const Installation installation = find_installation();
  const std::optional<PreviousRelease> previous = open_previous(options);
  Timings timings;
  Ground ground;

  timings.measure("configuration", [&] {
    ground.source = open_source(options);
    ground.builtin = folder_source(installation.builtin_theme);
    ground.config = open_config(*ground.source, options, diagnostics);
  });
  timings.measure("theme", [&] {
    ground.theme.emplace(open_theme(ground, diagnostics));
    ground.assets = publish_assets(ground.theme->assets(), diagnostics);
    check_marks(ground.config, *ground.source, ground.assets, diagnostics);
  });
  const Source& source = *ground.source;
  const Config& config = ground.config;
  const TimeZone zone(config.timezone);

  SiteData data;
  std::vector<Synonym> synonyms;
  std::vector<Page> pages;
  timings.measure("read and check", [&] {
    check_attachments(source, diagnostics);
    check_sources(source, config, options.jobs, diagnostics);
    data = read_site_data(source, config, diagnostics);
    synonyms = read_synonyms(source, config, diagnostics);
    pages = read_pages(source, config, data, options.jobs, diagnostics);
  });
  const SiteModel model = timings.measure("assemble", [&] {
    SiteModel assembled =
        assemble(std::move(pages), std::move(data), config, {options.now, options.drafts, options.future}, diagnostics);
    fill_derived(assembled);
    return assembled;
  });
  timings.measure("rules", [&] { check_rules(model, diagnostics); });
  diagnostics.checkpoint();

  SiteRoutes routes = plan_routes(model, *ground.theme);
  if (!options.index) routes.search_descriptions.clear();
  LinkTable links(model, source);
  for (const Route& route : routes.all()) links.add_route(route);
  const std::vector<PageContent> contents = timings.measure(
      "render Markdown", [&] { return render_pages(model, links, *ground.theme, source, options.jobs, diagnostics); });
  const std::vector<std::string> data_files = timings.measure("data", [&] {
    return make_data({model, *ground.theme, links, routes, source, contents, zone},
                     fmt::format("Kronika {}", program_version), options.jobs);
  });
  std::vector<std::uint64_t> pack_sizes(routes.packs.size());
  const Views views{model,         config,   *ground.theme, links,      routes,    source,
                    ground.assets, contents, zone,          data_files, pack_sizes};
  const auto shared = shared_by_language(views);
  std::vector<std::string> packs;
  const std::vector<PlannedFile> planned = plan_files(views, shared, packs);
  check_addresses(planned, diagnostics);
  check_declared(views, shared, planned, diagnostics);
  const Identifiers identifiers = check_identifiers(views, planned, previous, diagnostics);
  diagnostics.checkpoint();

  BuildResult result{0, planned.size(), 0, model.next_change, {}, routes.search.path(), config.base_url.path()};
  for (const PlannedFile& file : planned) result.pages += file.kind.empty() ? 0 : 1;
  const std::string commit = source.commit().value_or("");
  const ReleaseParts parts{views, shared, planned, packs, pack_sizes, identifiers, synonyms, installation, commit};
  if (options.write == Write::release) {
    write_release(parts, options, timings, diagnostics, result);
  } else {
    look_at_pages(parts, options, timings, diagnostics);
  }
  result.timings = timings.all();
  return result;
}

}  // namespace kronika
