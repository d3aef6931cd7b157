// All marks of a strip are given at the height of the Union's flag: that none exceeds it was checked for that.
#include "generator/views/funding.h"

#include <algorithm>

#include "generator/core/nearest.h"
#include "generator/views/short_words.h"

namespace kronika {
namespace {

const PublishedAsset* find_asset(std::span<const PublishedAsset> assets, std::string_view path) {
  const auto found = std::find_if(assets.begin(), assets.end(), [&](const auto& each) { return each.path == path; });
  return found == assets.end() ? nullptr : &*found;
}

std::string content_path(const FundingMark& mark) {
  return "content/" + mark.image;
}

/// A mark belongs to the site, whatever its theme; so a file of the content comes first.
std::string mark_url(const FundingMark& mark, const Views& views) {
  if (views.source.find(content_path(mark))) return views.links.attachment_url(content_path(mark));
  const PublishedAsset* image = find_asset(views.assets, mark.image);
  return image ? views.url(image->route) : "";
}

int common_height(const FundedProject& project) {
  const auto flag = std::find_if(project.marks.begin(), project.marks.end(), [](const auto* m) { return m->eu_flag; });
  return flag == project.marks.end() ? 1 : (*flag)->height;
}

TemplateData mark_data(const FundingMark& mark, int height, std::string_view language, const Views& views) {
  TemplateData out;
  set_text(out, "url", mark_url(mark, views));
  set_text(out, "label", mark.label.in(language));
  set_text(out, "width", std::to_string(std::max(1, (mark.width * height + mark.height / 2) / mark.height)));
  set_text(out, "height", std::to_string(height));
  return out;
}

std::string amount(const Money& money, std::string_view language, const Views& views) {
  Field field;
  field.type = FieldType::money;
  return display({money, {}}, field, views.model, language);
}

}  // namespace

std::string project_of(const Page& page, const Views& views) {
  const CollectionConfig* collection = views.config.collection(page.collection);
  if (!views.config.funding || !collection) return "";
  const auto field = collection->schema.index_of(views.config.funding->field);
  const auto* name = field && *field < page.fields.size() ? page.fields[*field].as<std::string>() : nullptr;
  return name ? *name : "";
}

void fill_funding(TemplateData& data, std::string_view name, std::string_view language, const Views& views) {
  const auto& config = views.config.funding;
  const FundedProject* project = config ? views.model.project(name.empty() ? config->default_project : name) : nullptr;
  set_flag(data, "has_funding", project != nullptr);
  const FundedProject none;
  const FundedProject& shown = project ? *project : none;
  TemplateData out;
  set_text(out, "title", bind_short_words(shown.title.in(language), language));
  set_optional(out, "programme", bind_short_words(shown.programme, language));
  set_text(out, "value", amount(shown.value, language, views));
  set_text(out, "eu_share", amount(shown.eu_share, language, views));
  std::vector<TemplateData> marks;
  const int height = common_height(shown);
  for (const FundingMark* mark : shown.marks) marks.push_back(mark_data(*mark, height, language, views));
  set_list(out, "marks", marks);
  set_node(data, "funding", std::move(out));
}

void check_marks(const Config& config, const Source& source, std::span<const PublishedAsset> assets,
                 Diagnostics& diagnostics) {
  if (!config.funding) return;
  std::vector<std::string> names;
  for (const PublishedAsset& each : assets) names.push_back(each.path);
  for (const FundingMark& mark : config.funding->marks) {
    if (mark.image.empty() || source.find(content_path(mark)) || find_asset(assets, mark.image)) continue;
    diagnostics.report(Code::unknown_asset, {config.file, mark.image_span}, {mark.image}, nearest(mark.image, names));
  }
}

}  // namespace kronika
