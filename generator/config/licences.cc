// People write "CC BY 4.0", "CC-BY 4.0" and "cc by 4.0": compared by letters and digits alone, they are one.
#include "generator/config/licences.h"

#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr Licence licences[] = {
    {"CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
    {"CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
    {"CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
    {"CC-BY-ND-4.0", "CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"},
    {"CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"},
    {"CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"},
    {"CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"},
    {"CC-BY-3.0-PL", "CC BY 3.0 PL", "https://creativecommons.org/licenses/by/3.0/pl/"},
    {"CC-BY-SA-3.0-PL", "CC BY-SA 3.0 PL", "https://creativecommons.org/licenses/by-sa/3.0/pl/"},
    {"CC-BY-3.0", "CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"},
    {"CC-BY-SA-3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"},
    {"ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"},
    {"ODC-By-1.0", "ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"},
    {"PDDL-1.0", "PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"},
    {"GFDL-1.3-or-later", "GNU FDL 1.3", "https://www.gnu.org/licenses/fdl-1.3.html"},
    {"MIT", "MIT", "https://opensource.org/license/mit"},
    {"Apache-2.0", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"},
    {"GPL-2.0-or-later", "GNU GPL 2.0 or later", "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"},
    {"GPL-3.0-or-later", "GNU GPL 3.0 or later", "https://www.gnu.org/licenses/gpl-3.0.html"},
    {"EUPL-1.2", "EUPL 1.2", "https://eupl.eu/1.2/en/"},
};

std::string letters_and_digits(std::string_view text) {
  std::string out = slugify(text);
  std::erase(out, '-');
  return out;
}

}  // namespace

const Licence* find_licence(std::string_view text) {
  std::string wanted = letters_and_digits(text);
  if (wanted == "cc0") wanted = "cc010";
  for (const Licence& licence : licences) {
    if (wanted == letters_and_digits(licence.spdx) || wanted == letters_and_digits(licence.name)) return &licence;
  }
  return nullptr;
}

std::vector<std::string> all_licence_names() {
  std::vector<std::string> names;
  for (const Licence& licence : licences) names.emplace_back(licence.name);
  return names;
}

}  // namespace kronika
