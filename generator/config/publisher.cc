// Said once, since catalogues, structured data and mastheads must not tell it differently.
#include "generator/config/publisher.h"

#include "generator/core/route.h"
#include "generator/core/table_reader.h"

namespace kronika {

Publisher read_publisher(const RawTable& table, const std::string& file, Diagnostics& diagnostics) {
  TableReader reader(table, file, "publisher", diagnostics);
  Publisher out;
  if (const auto types = reader.text_or_texts("type"); types && !types->empty()) out.types = *types;
  if (const RawValue* name = reader.value("name")) {
    out.name = read_local_text(*name, "name", file, diagnostics);
  } else {
    reader.required_text("name");
  }
  const auto check_address = [&](const std::string& address, const char* key) {
    if (address.empty() || BaseUrl::parse(address)) return;
    diagnostics.report(Code::setting_value, reader.place(key),
                       {address, key,
                        both("it is a web address like https://www.example.org/",
                             "to adres witryny, na przykład https://www.example.org/")});
  };
  out.url = reader.text("url").value_or("");
  check_address(out.url, "url");
  out.bip = reader.text("bip").value_or("");
  check_address(out.bip, "bip");
  out.email = reader.text("email").value_or("");
  if (!out.email.empty() && out.email.find('@') == std::string::npos) {
    diagnostics.report(Code::setting_value, reader.place("email"),
                       {out.email, "email",
                        both("it is an address like office@example.org", "to adres, na przykład biuro@example.org")});
  }
  out.telephone = reader.text("telephone").value_or("");
  if (const RawTable* address = reader.table("address")) {
    TableReader part(*address, file, "publisher.address", diagnostics);
    out.address = {part.text("street").value_or(""), part.text("postal_code").value_or(""),
                   part.text("locality").value_or(""), part.text("region").value_or(""),
                   part.text("country").value_or("")};
    part.finish();
  }
  reader.finish();
  return out;
}

}  // namespace kronika
