// Browsers offer the site among their search engines by this, and feed readers subscribe to a search by it.
#include "generator/output/search_description.h"

#include <fmt/format.h>

#include <string_view>

#include "search/text/escape.h"
#include "search/text/utf8.h"

namespace kronika {
namespace {

constexpr std::size_t longest_name = 48, longest_description = 1024;  // characters

/// The words that fit.
std::string shortened(std::string_view text, std::size_t most) {
  if (count_code_points(text) <= most) return std::string(text);
  std::size_t end = 0, last_space = 0;
  for (std::size_t count = 0; count < most - 1; ++count) {
    if (text[end] == ' ') last_space = end;
    end += decode_utf8(text, end).length;
  }
  if (text[end] == ' ') last_space = end;
  return std::string(text.substr(0, last_space > 0 ? last_space : end)) + "…";
}

std::string url_element(const SearchDescription& of, std::string_view type, std::string_view rel,
                        std::string_view more) {
  const std::string own = of.parameters.empty() ? "" : "&" + of.parameters;
  const std::string address = fmt::format("{}?q={{searchTerms}}{}{}", of.search_url, more, own);
  return fmt::format("  <Url type=\"{}\" rel=\"{}\" template=\"{}\"/>\n", type, rel, escape_xml(address));
}

}  // namespace

std::string search_description(const SearchDescription& of) {
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
      "  <ShortName>{}</ShortName>\n  <LongName>{}</LongName>\n  <Description>{}</Description>\n",
      escape_xml(of.short_name), escape_xml(shortened(of.title, longest_name)),
      escape_xml(shortened(of.description.empty() ? of.title : of.description, longest_description)));
  out += url_element(of, "text/html", "results", "&page={startPage?}");
  out += url_element(of, "application/atom+xml", "results", "&page={startPage?}&format=atom");
  out += url_element(of, "application/x-suggestions+json", "suggestions", "&format=suggest");
  out += fmt::format("  <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{}\"/>\n",
                     escape_xml(of.url));
  // Firefox passes over an image without a size; one of vectors has any.
  if (!of.image_url.empty())
    out += fmt::format("  <Image width=\"16\" height=\"16\" type=\"{}\">{}</Image>\n", escape_xml(of.image_type),
                       escape_xml(of.image_url));
  return out + fmt::format(
                   "  <Language>{}</Language>\n  <InputEncoding>UTF-8</InputEncoding>\n"
                   "  <OutputEncoding>UTF-8</OutputEncoding>\n</OpenSearchDescription>\n",
                   escape_xml(of.language));
}

}  // namespace kronika
