// The passes that build.cc runs, each a function from values to values.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "generator/build.h"
#include "generator/catalogue/dataset.h"
#include "generator/output/output_tree.h"
#include "generator/output/previous_release.h"
#include "generator/views/view.h"

namespace kronika {

/// Seconds of passes in their order, and of templates summed over threads.
class Timings {
 public:
  /// Runs `pass` and notes its time; gives what it gives.
  template <class Pass>
  auto measure(const char* name, Pass&& pass) {
    const Stop stop{*this, name, std::chrono::steady_clock::now()};
    return pass();
  }
  void add_template(const std::string& kind, double seconds);
  std::vector<std::pair<std::string, double>> all() const;

 private:
  struct Stop {
    Timings& timings;
    const char* name;
    std::chrono::steady_clock::time_point start;
    ~Stop();
  };
  std::vector<std::pair<std::string, double>> passes_;
  std::mutex mutex_;
  std::map<std::string, double> templates_;
};

/// Reports Git LFS pointers in place of attachments (E0110).
void check_attachments(const Source& source, Diagnostics& diagnostics);

/// Looks through every text of the site's folder that is published or becomes a page: numbers of persons (E0215), and
/// what drawings, style sheets and HTML may not load or hold (E0326, E0327).
void check_sources(const Source& source, const Config& config, unsigned jobs, Diagnostics& diagnostics);

/// Splits and checks every Markdown file of content/.
std::vector<Page> read_pages(const Source& source, const Config& config, const SiteData& data, unsigned jobs,
                             Diagnostics& diagnostics);

/// Renders every page's text and Markdown fields, and checks the anchors between them.
std::vector<PageContent> render_pages(const SiteModel& model, const LinkTable& links, const Theme& theme,
                                      const Source& source, unsigned jobs, Diagnostics& diagnostics);

/// A file below public/ that the build will make.
struct PlannedFile {
  std::string path;   // below public/
  std::string owner;  // what it comes from, for E0601
  Place place;        // where its author can change the address
  std::string kind;   // of template; "" for other files
  std::function<std::string()> bytes;
  const Template* drawn_by = nullptr;  // of a page
  std::string language = {};           // likewise
};

/// Everything below public/: pages, lists, terms, feeds, packs, redirects, assets, attachments, sitemap. `packs` are to
/// be filled (make_packs) before the first file is made; each file takes its own out of it.
std::vector<PlannedFile> plan_files(const Views& views, const std::map<std::string, TemplateData>& shared,
                                    std::vector<std::string>& packs);

/// Reports two files with one address (E0601), naming both.
void check_addresses(std::span<const PlannedFile> files, Diagnostics& diagnostics);

/// Where the site declares its accessibility: reports a declaration that lacks what the act fixes (E0515, E0516), and
/// templates whose footer does not lead to it (E0517). Draws a page of each template.
void check_declared(const Views& views, const std::map<std::string, TemplateData>& shared,
                    std::span<const PlannedFile> files, Diagnostics& diagnostics);

/// Everything that has an identifier, for the manifest.
Identifiers identifiers_of(const SiteModel& model, const std::vector<Dataset>& datasets);

/// Reports addresses (E0603) and identifiers (E0604) of an earlier release that are missing now. A redirect is an
/// address that is there; assets, whose names hold their fingerprint, and compressed forms may go.
void check_previous(const PreviousRelease& previous, std::span<const PlannedFile> files, const Identifiers& now,
                    const SiteModel& model, Diagnostics& diagnostics);

/// What finished files must not hold, collected while they are made: numbers of persons (E0605), what is loaded from
/// another host than `own_host` (E0606), and what the content policy makes browsers refuse (E0607).
class OutputScan {
 public:
  /// Borrows `files`.
  OutputScan(std::span<const PlannedFile> files, std::string own_host)
      : files_(files), own_host_(std::move(own_host)), found_(files.size()) {}
  /// Thread-safe, each file at most once.
  void look(std::size_t file, std::string_view bytes);
  /// Each mistake once, at the first file that has it, with how many more do: a template's is in all pages.
  void report(Diagnostics& diagnostics) const;

 private:
  struct Finding {
    Code code;
    std::string what;  // "" for a number of a person, which no message repeats
  };
  std::span<const PlannedFile> files_;
  std::string own_host_;
  std::vector<std::vector<Finding>> found_;
};

/// Makes the planned files only to look at them.
void scan_files(std::span<const PlannedFile> files, unsigned jobs, OutputScan& scan);

/// Makes and writes the planned files, and their compressed forms when the options ask for them, unless the site itself
/// has a file of that name. A cache that cannot be used is told (W0703), once.
void write_files(std::span<const PlannedFile> files, const BuildOptions& options, OutputTree& tree, OutputScan& scan,
                 Timings& timings, Diagnostics& diagnostics);

/// old address → new address (local URLs), for the servers' map.
std::vector<std::pair<std::string, std::string>> aliases_of(const SiteModel& model);

}  // namespace kronika
