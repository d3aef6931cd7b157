// The configurations are Mustache templates beside this file, so that they can be read and mended as what they are.
// Here is what they need to know. None of the three servers quotes text in the same way, so whatever would need it is
// refused.
#include "generator/server_config/server_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <set>

#include "generator/core/failure.h"
#include "generator/core/files.h"
#include "generator/output/content_type.h"
#include "search/text/content_policy.h"
#include "search/text/escape.h"

namespace kronika {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

/// Letters of any language, digits and what is common in paths; nothing that a server, a pattern or a shell reads as
/// more than itself, but the dot.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const bool ascii_letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return ascii_letter_or_digit || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("/._-~:@").find(c) != std::string_view::npos;
  });
}

std::string plain(std::string text, std::string_view what) {
  if (is_plain(text)) return text;
  throw Failure{fmt::format("{} cannot stand in a server's configuration: '{}'; use letters, digits and / . _ - only",
                            what, text)};
}

std::string plain_path(std::string path, std::string_view option) {
  if (!path.starts_with('/')) throw Failure{fmt::format("{} needs an absolute path, not '{}'", option, path)};
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return plain(std::move(path), option);
}

/// As a regular expression that matches just this.
std::string pattern(std::string_view plain_text) {
  std::string out;
  for (const char c : plain_text) out += c == '.' ? "\\." : std::string(1, c);
  return out;
}

std::string host_of(const BaseUrl& url) {
  const std::string_view text = url.text();
  const std::string_view rest = text.substr(text.find("://") + 3);
  return std::string(rest.substr(0, rest.find_first_of(":/")));
}

/// For a comment.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

std::string_view without_charset(std::string_view type) {
  return type.substr(0, type.find(';'));
}

void add_media_types(data& values) {
  constexpr std::string_view html = "text/html";  // which the servers add to such lists by themselves
  data types{data::type::list}, text_types{data::type::list}, charset_types{data::type::list},
      text_endings{data::type::list};
  std::set<std::string_view> seen;
  for (const MediaType& each : media_types()) {
    const std::string_view name = without_charset(each.type);
    const bool text = is_text(each.type);
    data type;
    type["extension"] = data{std::string(each.extension)};
    type["type"] = data{std::string(each.type)};
    type["name"] = data{std::string(name)};
    type["text"] = data{text};
    type["first"] = data{text_endings.is_empty_list()};
    types.push_back(type);
    if (text) text_endings.push_back(type);
    if (!seen.insert(name).second || name == html) continue;
    if (text) text_types.push_back(type);
    if (name != each.type) charset_types.push_back(type);
  }
  values["types"] = std::move(types);
  values["text_types"] = std::move(text_types);
  values["charset_types"] = std::move(charset_types);
  values["text_endings"] = std::move(text_endings);
  values["feed_type"] = data{std::string(feed_type)};
  values["search_description_type"] = data{std::string(search_description_type)};
}

data values_of(const Config& site, const ServerSetup& setup) {
  const std::string base = plain(percent_decode(site.base_url.path()), "the path of base_url");
  const std::string search = plain(percent_decode(site.base_url.local(site.search_path)), "the path of the search");
  const std::string host = plain(host_of(site.base_url), "the host of base_url");
  data values;
  const auto text = [&](const char* name, std::string value) { values[name] = data{std::move(value)}; };
  text("title", one_line(site.title.in(site.language)));
  text("host", host);
  text("host_pattern", pattern(host));
  text("base", base);
  text("base_pattern", pattern(base));
  text("search", search);
  text("search_pattern", pattern(search));
  text("root", plain_path(setup.root, "--root"));
  text("socket", setup.socket.empty() ? "" : plain_path(setup.socket, "--fastcgi"));
  text("content_policy", std::string(content_policy));
  text("referrer_policy", std::string(referrer_policy));
  text("permissions_policy", std::string(permissions_policy));
  values["fastcgi"] = data{!setup.socket.empty()};
  values["at_root"] = data{base == "/"};
  add_media_types(values);
  return values;
}

}  // namespace

std::string_view name_of(WebServer server) {
  switch (server) {
    case WebServer::nginx:
      return "nginx";
    case WebServer::apache:
      return "apache";
    case WebServer::lighttpd:
      return "lighttpd";
  }
  return "";
}

std::string server_config(WebServer server, const Config& site, const ServerSetup& setup,
                          const std::filesystem::path& templates) {
  ServerSetup settled = setup;
  if (server == WebServer::nginx && settled.socket.empty()) settled.socket = usual_socket;
  mustache compiled(read_file(templates / (std::string(name_of(server)) + ".conf.mustache")));
  std::string out = compiled.is_valid() ? compiled.render(values_of(site, settled)) : "";
  if (!compiled.is_valid()) throw Failure{"a server's template is damaged: " + compiled.error_message()};
  return out;
}

}  // namespace kronika
