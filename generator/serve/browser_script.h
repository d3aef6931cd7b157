// The small programs that run in the browser during a preview.
#pragma once

#include <string_view>

namespace kronika {

/// Addresses of the preview itself, outside the site's base path; they come before any page of that address.
inline constexpr std::string_view preview_prefix = "/_kronika/";
inline constexpr std::string_view events_path = "/_kronika/events";
inline constexpr std::string_view status_path = "/_kronika/status";
inline constexpr std::string_view script_path = "/_kronika/reload.js";
inline constexpr std::string_view style_path = "/_kronika/failure.css";
inline constexpr std::string_view worker_path = "/_kronika/worker.js";

/// Put at the end of every page.
inline constexpr std::string_view page_script_tag = R"(<script src="/_kronika/reload.js" defer></script>)";

/// The name under which Server-Timing tells a page which build it is of.
inline constexpr std::string_view build_header_name = "kronika";

/// Reloads the page after a build, where it was scrolled to, and shows diagnostics while the build is broken.
std::string_view page_script();

/// A shared worker: the one stream of events of all tabs, since browsers open only six connections to a server.
std::string_view worker_script();

/// The style sheet of the page that stands in for a site that cannot be built.
std::string_view failure_style();

}  // namespace kronika
