// Old addresses for web servers, in the formats that they read.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace kronika {

/// Old and new local URL, percent-encoded, with the site's base path.
using Aliases = std::vector<std::pair<std::string, std::string>>;

/// The files of a release that say the same to several servers: name → bytes, each sorted by the old address.
///   aliases.map            a line each, a space between: Apache's `RewriteMap … txt:`, and a source for other programs
///   aliases.nginx.conf     `location = … { return 301 …; }`, to be included in a server block
///   aliases.lighttpd.conf  one `url.redirect`, to be included in a condition
std::vector<std::pair<std::string, std::string>> redirect_files(Aliases aliases);

}  // namespace kronika
