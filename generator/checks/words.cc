// The lists hold slugs, so that case, diacritics and the arrows around a link's words do not matter.
#include "generator/checks/words.h"

#include <algorithm>
#include <span>
#include <string>

#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view polish_links[] = {"dalej",
                                             "czytaj",
                                             "czytaj-dalej",
                                             "czytaj-wiecej",
                                             "dowiedz-sie-wiecej",
                                             "kliknij",
                                             "kliknij-ten-link",
                                             "kliknij-tu",
                                             "kliknij-tutaj",
                                             "link",
                                             "odnosnik",
                                             "pobierz",
                                             "pobierz-tutaj",
                                             "pod-linkiem",
                                             "pod-tym-adresem",
                                             "pod-tym-linkiem",
                                             "przejdz",
                                             "sprawdz",
                                             "szczegoly",
                                             "ten-link",
                                             "tu",
                                             "tutaj",
                                             "w-tym-miejscu",
                                             "wiecej",
                                             "wiecej-informacji",
                                             "zobacz",
                                             "zobacz-tutaj",
                                             "zobacz-wiecej"};
constexpr std::string_view english_links[] = {
    "click",     "click-here", "details",    "download", "download-here", "find-out-more",
    "go",        "here",       "learn-more", "link",     "more",          "more-information",
    "read-more", "see-here",   "see-more",   "this",     "this-link",     "this-page"};
constexpr std::string_view ukrainian_links[] = {"більше",      "докладніше",   "детальніше",    "далі",
                                                "завантажити", "клацніть-тут", "натисніть-тут", "посилання",
                                                "сюди",        "тут",          "читати-далі"};
constexpr std::string_view bare_alternatives[] = {
    "fot",     "foto",  "fotografia", "grafika", "ilustracja",   "infografika", "logo",    "mapa",     "obraz",
    "obrazek", "photo", "picture",    "image",   "img",          "plakat",      "rysunek", "schemat",  "wykres",
    "zdjecie", "chart", "graphic",    "diagram", "illustration", "зображення",  "малюнок", "світлина", "фото"};
constexpr std::string_view image_endings[] = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"};

/// Words in Cyrillic are listed as they are written.
bool holds(std::span<const std::string_view> list, std::string_view slug) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view each) {
    const bool is_ascii = static_cast<unsigned char>(each.front()) < 0x80;
    return is_ascii ? each == slug : slugify(each) == slug;
  });
}

/// "zdjecie" of "zdjecie-2".
std::string_view without_number(std::string_view slug) {
  const auto end = slug.find_last_not_of("0123456789");
  if (end == std::string_view::npos || end + 1 == slug.size()) return slug;
  slug = slug.substr(0, end + 1);
  return slug.ends_with('-') ? slug.substr(0, slug.size() - 1) : slug;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    words += letter && !in_word ? 1 : 0;
    in_word = !space && (in_word || letter);
  }
  return words;
}

bool says_nothing_as_link(std::string_view text, std::string_view language) {
  const std::string slug = slugify(text);
  if (slug.empty()) return false;  // without any word: told as empty, or a sign that an image explains
  const std::string_view tongue = language.substr(0, language.find('-'));
  if (tongue == "pl" && holds(polish_links, slug)) return true;
  if (tongue == "uk" && holds(ukrainian_links, slug)) return true;
  return holds(english_links, slug);
}

bool says_nothing_as_alternative(std::string_view text) {
  const std::string slug = slugify(text);
  return holds(bare_alternatives, without_number(slug));
}

bool is_file_name(std::string_view alternative, std::string_view url) {
  const std::string_view file = url.substr(url.find_last_of('/') + 1);
  if (!file.empty() && alternative == file) return true;
  const std::string folded = lower(alternative);
  return alternative.find(' ') == std::string_view::npos &&
         std::any_of(std::begin(image_endings), std::end(image_endings),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

bool is_web_address(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  const auto last = text.find_last_not_of(" \t\n");
  if (first == std::string_view::npos) return false;
  const std::string bare = lower(text.substr(first, last + 1 - first));
  if (bare.find(' ') != std::string::npos) return false;
  const std::size_t begin = bare.starts_with("https://") ? 8 : bare.starts_with("http://") ? 7 : 0;
  return bare.size() > begin && (begin > 0 || (bare.starts_with("www.") && bare.size() > 4));
}

}  // namespace kronika
