// Fields that are texts with a meaning: plain ones, choices, tables, references, addresses, files, languages, licences.
#include <algorithm>
#include <array>

#include "generator/config/language_tag.h"
#include "generator/config/licences.h"
#include "generator/config/text_file.h"
#include "generator/content/field_types.h"
#include "generator/core/nearest.h"
#include "search/text/fold.h"

namespace kronika {
namespace {

constexpr std::string_view content_folder = "content/";
constexpr std::array<std::string_view, 7> image_endings = {".jpg", ".jpeg", ".png", ".svg", ".webp", ".avif", ".gif"};

std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\n");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t\n") - from + 1));
}

/// What of a vocabulary the author may have meant: a key like it, or the key of a label like it.
std::string meant_term(const Vocabulary& vocabulary, const std::string& written) {
  std::vector<std::string> keys, labels;
  for (const Term& term : vocabulary.terms) {
    keys.push_back(term.value);
    labels.push_back(term.label.in(""));
  }
  if (std::string key = nearest(written, keys); !key.empty()) return key;
  const std::string label = nearest(written, labels);
  const auto found = std::find(labels.begin(), labels.end(), label);
  return label.empty() ? "" : keys[static_cast<std::size_t>(found - labels.begin())];
}

/// `path` from `folder` on, "." and ".." taken away; nothing when it leaves the site's folder.
std::optional<std::string> joined(std::string_view folder, std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::string_view rest : {folder, path}) {
    while (!rest.empty()) {
      const auto slash = std::min(rest.find('/'), rest.size());
      const std::string_view part = rest.substr(0, slash);
      rest.remove_prefix(std::min(slash + 1, rest.size()));
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        parts.push_back(part);
      } else if (parts.empty()) {
        return std::nullopt;
      } else {
        parts.pop_back();
      }
    }
  }
  std::string out;
  for (const std::string_view part : parts) out.append(out.empty() ? "" : "/").append(part);
  return out;
}

/// A file of the same folder with a name like this.
std::string meant_file(const FieldContext& context, const std::string& path) {
  const auto slash = path.rfind('/');
  const std::string folder = path.substr(0, slash + 1);
  std::vector<std::string> names;
  for (const SourceFile& file : context.source.files()) {
    if (!file.path.starts_with(folder) || file.path.ends_with(".md")) continue;
    const std::string name = file.path.substr(folder.size());
    if (name.find('/') == std::string::npos) names.push_back(name);
  }
  return nearest(path.substr(slash + 1), names);
}

}  // namespace

FieldValue read_text(const FieldInput& input) {
  auto text = input.text();
  if (!text) return input.wrong_type();
  std::string line = trimmed(*text);
  if (line.find('\n') != std::string::npos) {
    if (input.context.typing == Typing::strict) {
      return input.bad(both("write it in one line", "napisz to w jednym wierszu"));
    }
    std::replace(line.begin(), line.end(), '\n', ' ');
  }
  return input.give(std::move(line));
}

FieldValue read_long_text(const FieldInput& input) {
  const auto text = input.text();
  return text ? input.give(trimmed(*text)) : input.wrong_type();
}

FieldValue read_choice(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  const auto& all = input.context.vocabularies;
  const auto vocabulary =
      std::find_if(all.begin(), all.end(), [&](const Vocabulary& v) { return v.name == input.field.vocabulary; });
  const bool unread = vocabulary == all.end() || vocabulary->terms.empty();  // told where it could not be read
  if (!unread && !vocabulary->find(*text)) {
    input.report(Code::not_in_vocabulary, {*text, input.field.vocabulary}, meant_term(*vocabulary, *text));
    return {{}, input.raw.span};
  }
  return input.give(*text);
}

FieldValue read_data(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  std::vector<std::string> names;
  for (const DataTable& table : input.context.tables) names.push_back(table.config->name);
  if (std::find(names.begin(), names.end(), *text) != names.end()) return input.give(*text);
  input.report(Code::unknown_reference_target, {both("table in site.toml", "tabela w site.toml"), *text},
               nearest(*text, names));
  return {{}, input.raw.span};
}

FieldValue read_reference(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  if (text->empty()) return input.bad(both("it is empty", "jest puste"));
  return input.give(Reference{*text, {}});
}

FieldValue read_file_path(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  const auto path = joined(input.context.folder, *text);
  if (!path || !path->starts_with(content_folder)) {
    input.report(Code::escaping_link, {*text});
    return {{}, input.raw.span};
  }
  const SourceFile* file = text->starts_with('/') ? nullptr : input.context.source.find(*path);
  if (!file) {
    input.report(Code::missing_file, {*text}, meant_file(input.context, *path));
    return {{}, input.raw.span};
  }
  if (file->kind != FileKind::regular) return {{}, input.raw.span};  // told by page_paths
  if (file->size <= longest_lfs_pointer && is_lfs_pointer(input.context.source.read(*path))) {
    input.context.diagnostics.report(Code::lfs_pointer, {*path, {1, 1, 1}});
    return {{}, input.raw.span};
  }
  return input.give(FilePath{*path});
}

FieldValue read_image(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  const std::string name = lower(*text);
  if (std::none_of(image_endings.begin(), image_endings.end(),
                   [&](std::string_view ending) { return name.ends_with(ending); })) {
    return input.bad(both("an image ends in .jpg, .png, .svg, .webp, .avif or .gif",
                          "obraz ma końcówkę .jpg, .png, .svg, .webp, .avif albo .gif"));
  }
  return read_file_path(input);
}

FieldValue read_url(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  const std::string url = trimmed(*text);
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  const std::string host = url.substr(scheme, url.find_first_of("/?#", scheme) - scheme);
  const bool has_bad_character = url.find_first_of(" \t\n\"<>\\^`{|}") != std::string::npos;
  if (scheme == 0 || host.empty() || has_bad_character) {
    const bool only_scheme_missing =
        url.find(':') == std::string::npos && url.find('.') != std::string::npos && !has_bad_character;
    return input.bad(both("a web address begins with https:// and has no spaces",
                          "adres strony zaczyna się od https:// i nie ma odstępów"),
                     only_scheme_missing ? "https://" + url : "");
  }
  return input.give(url);
}

FieldValue read_email(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  const auto at = text->find('@');
  const std::string domain = at == std::string::npos ? "" : text->substr(at + 1);
  const auto dot = domain.rfind('.');
  const bool good = at != std::string::npos && at > 0 && domain.find('@') == std::string::npos &&
                    dot != std::string::npos && dot > 0 && dot + 2 < domain.size() &&
                    text->find_first_of(" \t\n\"<>(),:;\\[]") == std::string::npos &&
                    text->find("..") == std::string::npos;
  if (!good) {
    return input.bad(
        both("an e-mail address looks like biuro@example.org", "adres e-mail wygląda tak: biuro@example.org"),
        text->starts_with("mailto:") ? text->substr(7) : "");
  }
  return input.give(*text);
}

FieldValue read_language(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  if (is_language_tag(*text)) return input.give(*text);
  const std::string lowered = lower(*text);
  return input.bad(both("it is no language code like pl, en or uk", "to nie jest kod języka, jak pl, en albo uk"),
                   is_language_tag(lowered) ? lowered : "");
}

FieldValue read_licence(const FieldInput& input) {
  const auto text = input.text();
  if (!text) return input.wrong_type();
  if (const Licence* licence = find_licence(*text)) return input.give(std::string(licence->spdx));
  return input.bad(both("this licence is not known", "ta licencja nie jest znana"),
                   nearest(*text, all_licence_names()));
}

}  // namespace kronika
