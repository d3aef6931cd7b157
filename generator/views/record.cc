// The same box on every page that someone wrote, entries and introductions of sections alike.
#include "generator/views/record.h"

#include "generator/views/short_words.h"

namespace kronika {
namespace {

void set_day(TemplateData& data, const std::string& name, const std::optional<Date>& day, std::string_view language) {
  set_optional(data, name, day ? long_date(*day, language) : "");
  set_text(data, name + "_iso", day ? iso(*day) : "");
}

void set_words(TemplateData& data, const std::string& name, const RecordText& words, std::string_view language) {
  set_optional(data, name, bind_short_words(words.text, words.language));
  set_optional(data, name + "_language", words.language == language ? "" : words.language);
}

std::optional<Date> day_of(const std::optional<DateTime>& time) {
  return time ? std::optional(time->date) : std::nullopt;
}

}  // namespace

void fill_record(TemplateData& data, const Page* page) {
  const Page none;
  const Page& shown = page ? *page : none;
  const PageRecord& record = shown.record;
  set_flag(data, "has_record", !record.empty());
  TemplateData out;
  set_words(out, "author", record.author, shown.language);
  set_words(out, "responsible", record.responsible, shown.language);
  set_words(out, "entered_by", record.entered_by, shown.language);
  set_day(out, "created", record.created, shown.language);
  set_day(out, "published", day_of(shown.date), shown.language);
  set_day(out, "changed", day_of(shown.updated), shown.language);
  set_node(data, "record", std::move(out));
}

}  // namespace kronika
