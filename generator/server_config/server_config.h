// What a web server must be told to serve a site's releases.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "generator/config/config.h"

namespace kronika {

enum class WebServer { nginx, apache, lighttpd };

/// "nginx", "apache", "lighttpd": as it is chosen, and the name of its template.
std::string_view name_of(WebServer server);

struct ServerSetup {
  std::string root = "/srv/portal/current";  // the release, or the link that leads to it; absolute
  std::string socket;                        // of the FastCGI workers, absolute; "" : the search runs as CGI
};

/// nginx runs no CGI: without a socket it gets this one.
inline constexpr std::string_view usual_socket = "/run/kronika.sock";

/// A commented configuration for the site's host: documents, search, caching, compression, headers, redirects, error
/// page. `templates` is the installation's folder of them. Throws Failure for a path or address that no server could
/// read unambiguously, and when the template is missing.
std::string server_config(WebServer server, const Config& site, const ServerSetup& setup,
                          const std::filesystem::path& templates);

}  // namespace kronika
