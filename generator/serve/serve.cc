// Watch, build, tell: the loop of a preview, on this thread; requests are answered on others.
#include "generator/serve/serve.h"

#include <iostream>

#include "generator/serve/announcer.h"
#include "generator/serve/http_server.h"
#include "generator/serve/preview_site.h"
#include "generator/serve/rebuilder.h"
#include "generator/serve/stop_on_signal.h"
#include "generator/serve/watcher.h"

namespace kronika {
namespace {

/// A name that no earlier run of the preview had.
std::string instance_name() {
  return std::to_string(std::chrono::system_clock::now().time_since_epoch() / std::chrono::microseconds(1));
}

/// A server for all addresses has no one name that absolute links could begin with.
bool is_any_address(const std::string& host) {
  return host == "0.0.0.0" || host == "::";
}

RebuildSettings rebuild_settings(const ServeOptions& options, const std::string& origin) {
  RebuildSettings settings;
  settings.build = options.build;
  settings.build.output = std::filesystem::absolute(options.build.output);
  settings.clock = options.clock;
  settings.print = options.print;
  settings.colour = options.colour;
  settings.instance = instance_name();
  if (!is_any_address(options.host)) settings.origin = origin;
  return settings;
}

/// Streams wait on the announcer, so it is closed before the server waits for them.
class ServingScope {
 public:
  ServingScope(HttpServer& server, const PreviewSite& site, Announcer& announcer)
      : server_(server), announcer_(announcer) {
    server_.start(site, announcer_);
  }
  ~ServingScope() {
    announcer_.close();
    server_.stop();
  }
  ServingScope(const ServingScope&) = delete;
  ServingScope& operator=(const ServingScope&) = delete;

 private:
  HttpServer& server_;
  Announcer& announcer_;
};

void print_address(const ServeOptions& options, const std::string& url) {
  std::error_code error;
  const auto folder = std::filesystem::canonical(options.build.site, error);
  std::cout << serving_line((error ? options.build.site : folder).string(), url, options.build.language) << std::flush;
}

}  // namespace

int serve(const ServeOptions& options) {
  const StopOnSignal signals;
  HttpServer server(options.host, options.port);
  Watcher watcher(watched_of_site(options.build.site, find_installation().builtin_theme));
  Announcer announcer;
  const RebuildSettings settings = rebuild_settings(options, server.origin());
  const PreviewSite site({settings.build.output, options.host, server.port()}, announcer);
  Rebuilder rebuilder(settings, build_site, announcer, std::cerr);

  rebuilder.rebuild();
  const ServingScope serving(server, site, announcer);
  std::string address;
  while (!signals.token().stop_requested()) {
    const std::string current = server.origin() + rebuilder.base_path();
    if (current != address) print_address(options, address = current);
    if (watcher.wait(signals.token(), rebuilder.until_next_change()) == Wake::stopped) break;
    rebuilder.rebuild();
  }
  return 0;
}

}  // namespace kronika
