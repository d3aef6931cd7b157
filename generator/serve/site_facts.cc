// A broken site.toml is shown in the site's language and under its address all the same.
#include "generator/serve/site_facts.h"

#include <optional>

#include "generator/core/failure.h"
#include "generator/core/raw.h"
#include "generator/core/route.h"
#include "generator/source/folders.h"

namespace kronika {

SiteFacts read_site_facts(const Source& source, const SiteFacts& known) {
  SiteFacts facts = known;
  if (!source.find(site_file)) return facts;
  Diagnostics unheard;
  std::optional<RawTable> file;
  try {
    file = parse_toml(source.read(site_file), std::string(site_file), 1, unheard);
  } catch (const Failure&) {  // removed while we looked
  }
  const RawValue* site = file ? file->find("site") : nullptr;
  const RawTable* table = site ? site->as<RawTable>() : nullptr;
  if (!table) return facts;
  if (const RawValue* url = table->find("base_url"); url && url->as<std::string>()) {
    if (const auto base = BaseUrl::parse(*url->as<std::string>())) facts.base_path = base->path();
  }
  if (const RawValue* language = table->find("language"); language && language->as<std::string>()) {
    facts.language = *language->as<std::string>() == "pl" ? MessageLanguage::polish : MessageLanguage::english;
  }
  return facts;
}

}  // namespace kronika
