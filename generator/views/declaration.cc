// The declaration is drawn from data alone; theme and language give the words, the act gives ids, headings and order.
#include "generator/views/declaration.h"

#include "generator/views/fields.h"
#include "generator/views/short_words.h"
#include "generator/views/values.h"

namespace kronika {
namespace {

std::string link_of(const std::string& address, const Views& views) {
  const auto end = std::min(address.find_first_of("?#"), address.size());
  const auto route = Route::parse(address.substr(0, end));
  return route ? views.url(*route) + address.substr(end) : address;
}

class Declaration {
 public:
  Declaration(const Views& views, std::string_view language)
      : views_(views), declared_(*views.config.declaration), language_(language) {}

  TemplateData view() {
    Head head{views_.theme.text(language_, "declaration_title"), "", *declaration_route(views_, language_),
              std::string(language_)};
    head.breadcrumbs = {{head.title, ""}};
    for (const std::string& each : views_.config.languages)
      head.versions.push_back({each, *declaration_route(views_, each)});
    fill_head(data_, head, views_);
    about_the_site();
    status();
    preparation();
    contact();
    rest();
    return std::move(data_);
  }

 private:
  std::string line(const LocalText& text) const { return bind_short_words(text.in(language_), language_); }

  void set_paragraphs(const std::string& name, const LocalText& text) {
    set_optional(data_, name, paragraphs(line(text)));
  }

  void set_day(const std::string& name, const std::optional<Date>& day) {
    set_optional(data_, name, day ? long_date(*day, language_) : "");
    set_text(data_, name + "_iso", day ? iso(*day) : "");
  }

  void about_the_site() {
    set_text(data_, "entity", line(declared_.entity));
    set_text(data_, "site_name", line(declared_.site_name));
    set_text(data_, "site_url", declared_.site_url);
    set_day("published", declared_.published);
    set_day("updated", declared_.updated);
  }

  void status() {
    set_flag(data_, "is_full", declared_.status == Conformance::full);
    set_flag(data_, "is_partial", declared_.status == Conformance::partial);
    set_flag(data_, "is_none", declared_.status == Conformance::none);
    std::vector<TemplateData> items;
    for (const Barrier& each : declared_.non_accessible) {
      TemplateData item;
      set_text(item, "text", line(each.text));
      set_optional(item, "reason", line(each.reason));
      set_optional(item, "alternative", line(each.alternative));
      items.push_back(std::move(item));
    }
    set_list(data_, "non_accessible", items);
    items.clear();
    for (const LocalText& each : declared_.exceptions) {
      TemplateData item;
      set_text(item, "text", line(each));
      items.push_back(std::move(item));
    }
    set_list(data_, "exceptions", items);
    set_flag(data_, "has_barriers", !declared_.non_accessible.empty() || !declared_.exceptions.empty());
  }

  void preparation() {
    set_day("prepared", declared_.prepared);
    set_day("reviewed", declared_.reviewed);
    set_flag(data_, "is_self", declared_.method == Assessment::self);
    set_flag(data_, "is_third_party", declared_.method == Assessment::third_party);
    set_optional(data_, "assessor", line(declared_.assessor));
    set_optional(data_, "report_url", link_of(declared_.report_url, views_));
    set_paragraphs("facilities", declared_.facilities);
    set_paragraphs("shortcuts", declared_.shortcuts);
  }

  void contact() {
    set_text(data_, "contact", line(declared_.contact));
    set_text(data_, "email", declared_.email);
    set_text(data_, "phone", declared_.phone);
    set_text(data_, "phone_url", contact_address({declared_.phone, {}}, FieldType::phone));
  }

  void rest() {
    set_paragraphs("architecture", declared_.architecture);
    set_optional(data_, "architecture_url", link_of(declared_.architecture_url, views_));
    set_paragraphs("communication", declared_.communication);
    std::vector<TemplateData> items;
    for (const DeclaredApp& each : declared_.apps) {
      TemplateData item;
      set_text(item, "name", line(each.name));
      set_text(item, "url", link_of(each.url, views_));
      items.push_back(std::move(item));
    }
    set_list(data_, "apps", items);
  }

  const Views& views_;
  const DeclarationConfig& declared_;
  std::string_view language_;
  TemplateData data_;
};

}  // namespace

TemplateData declaration_view(const Views& views, std::string_view language) {
  return Declaration(views, language).view();
}

std::optional<Route> declaration_route(const Views& views, std::string_view language) {
  const auto& languages = views.config.languages;
  for (std::size_t i = 0; i < views.routes.declarations.size(); ++i)
    if (languages[i] == language) return views.routes.declarations[i];
  return std::nullopt;
}

}  // namespace kronika
