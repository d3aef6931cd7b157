// What answers tell browsers, whoever gives them: a web server, the search program, the preview. One place, so that the
// pages work under the same policy everywhere.
#pragma once

#include <string_view>

namespace kronika {

/// Content-Security-Policy: everything comes from the site itself, in files of its own. There is no 'unsafe-inline':
/// pages hold no styles and no programs, only data blocks.
inline constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Referrer-Policy: other sites learn nothing of what was read or searched for.
inline constexpr std::string_view referrer_policy = "same-origin";

/// Permissions-Policy: the site asks for nothing of the reader's device.
inline constexpr std::string_view permissions_policy = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

}  // namespace kronika
