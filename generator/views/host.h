// What Markdown asks of the site: links, components, alerts.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "generator/links/links.h"
#include "generator/markdown/markdown.h"
#include "generator/theme/theme.h"
#include "generator/views/file_table.h"

namespace kronika {

/// Answers for the text of one page. Borrows everything; one object a page and thread.
class SiteHost final : public MarkdownHost {
 public:
  SiteHost(const Page& page, const SiteModel& model, const LinkTable& links, const Theme& theme, const Source& source,
           Diagnostics& diagnostics);

  ResolvedLink resolve(std::string_view destination, const Place& place) override;
  std::optional<ImageSize> image_size(const ResolvedLink& link) override;
  std::string component(const ComponentCall& call, const Nested& markdown) override;
  std::optional<std::string> alert(std::string_view kind, std::string_view content_html) override;

  /// Files that components used; the page must not offer them again.
  const std::vector<std::string>& attachments() const { return attachments_; }
  /// Those of them that a component shows as a film.
  const std::vector<std::string>& films() const { return films_; }

 private:
  struct Call;
  TemplateData parameter(const FieldValue& value, const Field& field, const Call& call);
  TemplateData row(const Record& record, const RawTable& raw, const Field& table, const Call& call);
  void set_parameter(TemplateData& data, const FieldValue& value, const RawValue* raw, const Field& field,
                     const Call& call);
  TemplateData data_table(const DataTable& table, const Call& call);
  const DataTable* named_table(const ThemeComponent& component, std::span<const FieldValue> read) const;
  std::unique_ptr<FileTable> file_table(const ThemeComponent& component, const ComponentCall& written,
                                        std::span<const FieldValue> read);
  std::vector<FieldValue> values(const ThemeComponent& component, const ComponentCall& written);
  void fill(TemplateData& data, const ThemeComponent& component, const ComponentCall& written, const Nested& markdown);
  void require_alternative(const ThemeComponent& component, const Call& call);

  const Page& page_;
  const SiteModel& model_;
  const LinkTable& links_;
  const Theme& theme_;
  const Source& source_;
  Diagnostics& diagnostics_;
  std::vector<std::string> attachments_, films_;
  std::size_t drawings_ = 0;  // so far, for their ids
  std::size_t forms_ = 0;     // so far, for their ids
};

/// The renderer's options for a page's text (or a field of it, which begins on `line`).
MarkdownOptions markdown_options(const Page& page, const Config& config, const Theme& theme, int line);

}  // namespace kronika
