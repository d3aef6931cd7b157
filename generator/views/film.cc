// Captions are what the law asks of a film, so a film without them is an error, and so are captions that no browser
// reads.
#include "generator/views/film.h"

#include "generator/output/content_type.h"

namespace kronika {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view signature = "WEBVTT";

/// The first line of a file of captions, as WebVTT's section 4.1 has it.
bool is_web_vtt(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (!bytes.starts_with(signature)) return false;
  bytes.remove_prefix(signature.size());
  return bytes.empty() || std::string_view(" \t\r\n").find(bytes.front()) != std::string_view::npos;
}

std::string name_of_file(const FilePath& file) {
  return file.source_path.substr(file.source_path.rfind('/') + 1);
}

class FilmWriter {
 public:
  FilmWriter(const FilmCall& call, const Source& source, Diagnostics& diagnostics)
      : call_(call), source_(source), diagnostics_(diagnostics) {}

  void check() const {
    if (const FilePath* film = call_.file("file"); film && !content_type(film->source_path).starts_with("video/")) {
      diagnostics_.report(Code::bad_value, place("file"),
                          {name_of_file(*film), "file",
                           both("browsers show films that end in .mp4, .webm or .ogv",
                                "przeglądarki pokazują filmy z końcówką .mp4, .webm albo .ogv")});
    }
    const FilePath* captions = call_.file("captions");
    if (!call_.written.parameters.find("captions")) {
      diagnostics_.report(Code::film_without_captions, call_.written.place);
    } else if (captions && !is_web_vtt(source_.read(captions->source_path))) {
      diagnostics_.report(Code::no_captions_file, place("captions"), {name_of_file(*captions)});
    }
  }

 private:
  Place place(std::string_view field) const {
    const RawValue* value = call_.written.parameters.find(field);
    return value ? Place{call_.written.place.file, value->span} : call_.written.place;
  }

  const FilmCall& call_;
  const Source& source_;
  Diagnostics& diagnostics_;
};

}  // namespace

const FilePath* FilmCall::file(std::string_view field) const {
  const auto at = parameters.index_of(field);
  return at ? values[*at].as<FilePath>() : nullptr;
}

std::optional<std::int64_t> FilmCall::number(std::string_view field) const {
  const auto at = parameters.index_of(field);
  const auto* value = at ? values[*at].as<std::int64_t>() : nullptr;
  return value ? std::optional(*value) : std::nullopt;
}

void fill_film(TemplateData& data, const FilmCall& call, std::string_view page_language, const Source& source,
               Diagnostics& diagnostics) {
  FilmWriter(call, source, diagnostics).check();
  TemplateData film;
  const FilePath* file = call.file("file");
  const auto at = call.parameters.index_of("captions_language");
  const auto* language = at ? call.values[*at].as<std::string>() : nullptr;
  set_text(film, "type", file ? content_type(file->source_path) : std::string_view());
  set_text(film, "language", language ? std::string_view(*language) : page_language);
  const auto width = call.number("width"), height = call.number("height");
  set_flag(film, "has_size", width && height);
  set_text(film, "width", width ? std::to_string(*width) : "");
  set_text(film, "height", height ? std::to_string(*height) : "");
  set_node(data, "film", std::move(film));
}

}  // namespace kronika
