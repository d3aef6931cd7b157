// kronika server-config: what a web server must be told, so that nobody has to find it out.
#include "generator/server_config/server_config.h"

#include <fmt/format.h>

#include <map>

#include "generator/commands/commands.h"
#include "generator/core/failure.h"

namespace kronika {
namespace {

int print_config(CommonOptions& options, WebServer server, const ServerSetup& setup) {
  settle(options);
  Diagnostics diagnostics;
  const auto source = open_source(options.build);
  if (!source->find("site.toml")) throw Failure{message({Code::missing_site_toml, {}, {}, {}}, options.build.language)};
  const Config site = read_config(source->read("site.toml"), "site.toml", options.build.base_url, diagnostics);
  if (diagnostics.errors() > 0) throw Failure{"site.toml has mistakes; 'kronika check' shows them"};
  fmt::print("{}", server_config(server, site, setup, find_installation().server_configs));
  return 0;
}

}  // namespace

void add_server_config_command(CLI::App& app, CommonOptions& options, Action& action) {
  static const std::map<std::string, WebServer> servers = {
      {"nginx", WebServer::nginx}, {"apache", WebServer::apache}, {"lighttpd", WebServer::lighttpd}};
  CLI::App* command = app.add_subcommand("server-config", "Print a web server's configuration for the site");
  auto server = std::make_shared<std::string>();
  auto setup = std::make_shared<ServerSetup>();
  add_site_options(*command, options);
  add_base_url_option(*command, options);
  command->add_option("--root", setup->root, "The release on the server, or the link that leads to it")
      ->type_name("DIR")
      ->capture_default_str();
  command
      ->add_option(
          "--fastcgi", setup->socket,
          "Search by FastCGI workers on this socket (default: by CGI; nginx: " + std::string(usual_socket) + ")")
      ->type_name("SOCKET");
  command->add_option("server", *server, "nginx, apache or lighttpd")
      ->type_name("SERVER")
      ->required()
      ->check(CLI::IsMember({"nginx", "apache", "lighttpd"}).description(""));
  command->footer("Example: kronika server-config apache --root /srv/portal/current > portal.conf");
  command->callback([&options, &action, server, setup] {
    action = [&options, server, setup] { return print_config(options, servers.at(*server), *setup); };
  });
}

}  // namespace kronika
