// The passes from files to the site's model.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content/page.h"
#include "generator/source/source.h"

namespace kronika {

/// The Markdown files of content/, sorted; those below content/_data/ are data, not pages. Symbolic links and
/// submodules below content/ are reported (E0108, E0109).
std::vector<std::string> page_paths(const Source&, Diagnostics&);

/// Cuts one Markdown file and parses its front matter. Nothing when a mistake was reported. Thread-safe.
std::optional<RawPage> split_page(const std::string& path, std::string_view bytes, Diagnostics&);

/// What content/_data/ holds: parallel to config.vocabularies and config.tables, empty where a mistake was reported.
/// Borrows the configuration.
struct SiteData {
  std::vector<Vocabulary> vocabularies;
  std::vector<DataTable> tables;
  std::vector<FundedProject> projects;
};

/// Reads content/_data/NAME.toml or NAME.csv for every vocabulary and table of the configuration. A vocabulary in TOML:
/// `key = "label"` or `[key]` with label, description and further texts; in CSV: columns value, label, description,
/// label_en, …. A table in TOML: `[[NAME]]` records; in CSV: its fields as columns, numbers and dates as texts, an
/// empty cell for what is not given. Then checks the schemas' default values, which need both, and what other sections
/// of site.toml say of terms and in types of fields.
SiteData read_site_data(const Source&, const Config&, Diagnostics&);

/// Checks front matter against the schema. References hold only their slug after this. All mistakes of the page are
/// reported at once; nothing is returned when it cannot be used further (it lies in no collection, has no address).
/// Of an entry in another language than the site's own, what it may take from the page that it translates (required
/// fields, the date, and with it the route) is settled by assemble().
/// Thread-safe.
std::optional<Page> check_page(RawPage raw, const Config&, const SiteData&, const Source&, Diagnostics&);

struct AssembleOptions {
  Instant now{};
  bool drafts = false;
  bool future = false;
};

/// Orders, connects and hides: translations, collections, references and their back-references, unique fields, term
/// pages, related entries, the next change. Pages with one route are reported (E0601).
SiteModel assemble(std::vector<Page> pages, SiteData, const Config&, const AssembleOptions&, Diagnostics&);

/// How a value is shown to people, in a language: dates written out, numbers with no-break spaces, labels of choices.
/// Lists are joined with ", "; tables and references give "" (the views list them), a table of data its title. Markdown
/// comes as it was written.
std::string display(const FieldValue&, const Field&, const SiteModel&, std::string_view language);

/// How a value stands in search filters and data: the bare key, ISO dates, digits, a period as "from/to", a position as
/// "latitude,longitude", money as "40000.00 PLN", a list joined with ";". Tables give "".
std::string plain_value(const FieldValue&, const Field&);

/// Sort keys by the collation of `language` (ICU); compare as bytes.
class Collation {
 public:
  explicit Collation(const std::string& language);
  ~Collation();
  Collation(const Collation&) = delete;
  Collation& operator=(const Collation&) = delete;
  std::string key(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kronika
