// The only user of libzip. What the ZIP says of sizes is not believed; bytes are counted as they are inflated.
#include "generator/importing/xlsx_package.h"

#include <algorithm>

#include "generator/importing/sheet.h"

namespace kronika {
namespace {

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

[[noreturn]] void refuse_damaged() {
  throw UnreadableSheet{both("the XLSX file is damaged; open it in a spreadsheet and save it anew",
                             "plik XLSX jest uszkodzony; otwórz go w arkuszu i zapisz ponownie")};
}

}  // namespace

XlsxPackage::XlsxPackage(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (source && !archive_) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive_) refuse_damaged();
}

std::optional<std::string> XlsxPackage::part(const std::string& name) {
  zip_int64_t at = zip_name_locate(archive_.get(), name.c_str(), 0);
  if (at < 0) at = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (at < 0) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseEntry> entry(
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(at), 0));
  if (!entry) refuse_damaged();
  const std::size_t most = std::min(left_, largest_xlsx_part);
  std::string out;
  char buffer[65536];
  for (;;) {
    const zip_int64_t got = zip_fread(entry.get(), buffer, sizeof buffer);
    if (got < 0) refuse_damaged();
    if (got == 0) break;
    if (out.size() + static_cast<std::size_t>(got) > most)
      throw UnreadableSheet{both("its unpacked content is larger than 32 MB", "po rozpakowaniu ma ponad 32 MB")};
    out.append(buffer, static_cast<std::size_t>(got));
  }
  left_ -= out.size();
  return out;
}

}  // namespace kronika
