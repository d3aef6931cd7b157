// Others keep links to what a site once published, and catalogues its identifiers: so what vanishes is found before the
// release that loses it, while it costs a line in front matter.
#include <fmt/format.h>

#include <set>
#include <string_view>

#include "generator/exports/export_site.h"
#include "generator/passes.h"

namespace kronika {
namespace {

constexpr std::string_view root = "public/";

/// An asset's name is its fingerprint; a compressed form stands for the file beside it, which is told itself.
bool may_go(std::string_view path, const std::set<std::string_view>& then) {
  if (path.starts_with("assets/")) return true;
  const bool compressed = path.ends_with(".gz") || path.ends_with(".br");
  return compressed && then.contains(path.substr(0, path.size() - 3));
}

/// "/rejestr/pralnia/" for "rejestr/pralnia/index.html".
std::string address_of(std::string_view path) {
  constexpr std::string_view index = "index.html";
  const bool page = path == index || path.ends_with("/index.html");
  return "/" + std::string(page ? path.substr(0, path.size() - index.size()) : path);
}

struct Reason {
  const char *english, *polish;
};

Reason reason(Hidden why) {
  switch (why) {
    case Hidden::draft:
      return {"a draft", "szkic"};
    case Hidden::future:
      return {"its date is in the future", "data w przyszłości"};
    case Hidden::expired:
      return {"expired", "wygasła"};
  }
  return {"", ""};
}

class PreviousCheck {
 public:
  PreviousCheck(const PreviousRelease& previous, const SiteModel& model, Diagnostics& diagnostics)
      : previous_(previous), model_(model), diagnostics_(diagnostics) {
    then_.insert(previous.paths.begin(), previous.paths.end());
    for (const HiddenPage& page : model.hidden) hidden_[page.collection + "/" + page.slug] = &page;
    for (const Identifiers::Entry& each : previous.identifiers.entries) entry_at_[each.path] = each.id;
  }

  void addresses(std::span<const PlannedFile> files) {
    for (const PlannedFile& file : files) now_.insert(file.path);
    for (const std::string& path : previous_.paths) {
      if (now_.contains(path) || may_go(path, then_)) continue;
      const auto entry = entry_at_.find(std::string(root) + path);
      const HiddenPage* hidden = entry == entry_at_.end() ? nullptr : hidden_of(entry->second);
      diagnostics_.report(Code::address_gone, hidden ? Place{hidden->path, {1, 1, 1}} : Place{previous_.file, {}},
                          {address_of(path), hidden ? hidden_way_out(*hidden) : usual_way_out()});
    }
  }

  void names(const std::vector<std::string>& then, const std::vector<std::string>& now, const std::string& kind,
             const std::string& way_out) {
    const std::set<std::string_view> present(now.begin(), now.end());
    for (const std::string& id : then) {
      if (!present.contains(id)) report(id, kind, way_out);
    }
  }

  /// Of an entry whose address is missing too only the address is told; where the address leads on the entry has a
  /// successor.
  void entries(const std::vector<Identifiers::Entry>& now) {
    std::set<std::string_view> present;
    for (const Identifiers::Entry& each : now) present.insert(each.id);
    for (const Identifiers::Entry& each : previous_.identifiers.entries) {
      const std::string_view path = std::string_view(each.path).substr(each.path.starts_with(root) ? root.size() : 0);
      if (present.contains(each.id) || now_.contains(path) || then_.contains(path)) continue;
      report(each.id, both("entry", "wpis"), usual_way_out());
    }
  }

 private:
  const HiddenPage* hidden_of(const std::string& id) const {
    const auto found = hidden_.find(id);
    return found == hidden_.end() ? nullptr : found->second;
  }

  std::string usual_way_out() const {
    const std::string& aliases = model_.config->front_matter.aliases;
    return both("write it in '" + aliases + "' of the page that took its place, and it leads there",
                "wpisz go w „" + aliases + "” strony, która go zastąpiła, a będzie tam prowadzić");
  }

  std::string hidden_way_out(const HiddenPage& page) const {
    const std::string& aliases = model_.config->front_matter.aliases;
    const auto [english, polish] = reason(page.why);
    return both(fmt::format("this page is not published now ({}); publish it, or write the address in '{}' of another",
                            english, aliases),
                fmt::format("ta strona nie jest teraz publikowana ({}); opublikuj ją albo wpisz adres w „{}” innej",
                            polish, aliases));
  }

  void report(const std::string& id, const std::string& kind, const std::string& way_out) {
    diagnostics_.report(Code::identifier_gone, {previous_.file, {}}, {kind, id, way_out});
  }

  const PreviousRelease& previous_;
  const SiteModel& model_;
  Diagnostics& diagnostics_;
  std::set<std::string_view> now_, then_;  // paths
  std::map<std::string, const HiddenPage*> hidden_;
  std::map<std::string, std::string> entry_at_;
};

}  // namespace

Identifiers identifiers_of(const SiteModel& model, const std::vector<Dataset>& datasets) {
  Identifiers out;
  for (const Dataset& dataset : datasets) {
    out.datasets.push_back(dataset.config->id);
    for (const Resource& resource : dataset.resources) out.resources.push_back(resource.id);
  }
  for (const Page& page : model.pages) {
    if (page.kind == PageKind::entry && page.language == model.config->language)
      out.entries.push_back({id_of(page), std::string(root) + page.route.file()});
  }
  return out;
}

void check_previous(const PreviousRelease& previous, std::span<const PlannedFile> files, const Identifiers& now,
                    const SiteModel& model, Diagnostics& diagnostics) {
  PreviousCheck check(previous, model, diagnostics);
  check.addresses(files);
  const Identifiers& then = previous.identifiers;
  check.names(then.datasets, now.datasets, both("dataset", "zbiór danych"),
              both("give it back its 'id' in [collections.NAME.dataset] of site.toml",
                   "przywróć to „id” w sekcji [collections.NAZWA.dataset] pliku site.toml"));
  check.names(then.resources, now.resources, both("file of a dataset", "plik zbioru danych"),
              both("keep the dataset's 'id', the collection's 'exports' and the names of its tables",
                   "zachowaj „id” zbioru, „exports” kolekcji i nazwy jej tabel"));
  check.entries(now.entries);
}

}  // namespace kronika
