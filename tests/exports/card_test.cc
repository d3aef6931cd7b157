#include "generator/exports/card.h"

#include <doctest/doctest.h>

#include "generator/exports/from_entries.h"
#include "tests/exports/export_fixture.h"

namespace kronika {

TEST_CASE("an entry's card holds what its fields say") {
  const Contact contact = contact_of(page("content/shops/full/index.md"), export_site());
  CHECK(vcards(std::vector{contact}) ==
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nUID:https://example.org/shops/full/\r\n"
        "FN:Sklep \"Pod\\; Lipą\"\\, Busko\r\nORG:Sklep \"Pod\\; Lipą\"\\, Busko\r\n"
        "TEL;TYPE=work:+48412001001 ext. 12\r\nEMAIL;TYPE=work:a@example.org\r\n"
        "ADR;TYPE=work:;;ul. Krótka 1\\, lok. 2;Busko-Zdrój;;28-100;\r\nGEO:geo:50.47,20.72\r\n"
        "URL:https://example.com/x\r\nURL:https://example.org/shops/full/\r\nNOTE:Raz\\, dwa\r\n"
        "REV:20260203T093000Z\r\nEND:VCARD\r\n");
}

TEST_CASE("what an entry does not say is left out of its card") {
  const Contact contact = contact_of(page("content/shops/bare.md"), export_site());
  CHECK(vcards(std::vector{contact}) ==
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nUID:https://example.org/shops/bare/\r\nFN:Żabka 🦔\r\n"
        "ORG:Żabka 🦔\r\nURL:https://example.org/shops/bare/\r\nNOTE:Tekst.\r\nEND:VCARD\r\n");
}

TEST_CASE("cards stand one after another, and no text can end one") {
  Contact nasty;
  nasty.url = "https://example.org/x/";
  nasty.name = "A\r\nEND:VCARD\r\nBEGIN:VCARD";
  const std::string cards = vcards(std::vector{nasty, nasty});
  std::size_t begun = 0;
  for (auto at = cards.find("BEGIN:VCARD\r\n"); at != std::string::npos; at = cards.find("BEGIN:VCARD\r\n", at + 1))
    begun += at == 0 || cards[at - 1] == '\n' ? 1 : 0;
  CHECK(begun == 2);
  CHECK(cards.find("FN:A\\nEND:VCARD\\nBEGIN:VCARD\r\n") != std::string::npos);
}

}  // namespace kronika
