// The same box on every page that someone wrote, entries and introductions of sections alike.
#include "generator/views/record.h"

#include "generator/views/short_words.h"

namespace kronika {
namespace {

void set_day(TemplateData& data, const std::string& name, const std::optional<Date>& day, std::string_view language) {
  set_optional(data, name, day ? long_date(*day, language) : "");
  set_text(data, name + "_iso", day ? iso(*day) : "");
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
  set_optional(out, "author", bind_short_words(record.author, shown.language));
  set_optional(out, "responsible", bind_short_words(record.responsible, shown.language));
  set_optional(out, "entered_by", bind_short_words(record.entered_by, shown.language));
  set_day(out, "created", record.created, shown.language);
  set_day(out, "published", day_of(shown.date), shown.language);
  set_day(out, "changed", day_of(shown.updated), shown.language);
  set_node(data, "record", std::move(out));
}

}  // namespace kronika
