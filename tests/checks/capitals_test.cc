#include "generator/checks/capitals.h"

#include <doctest/doctest.h>

#include <string>

namespace kronika {
namespace {

std::string run(const std::string& text) {
  return std::string(capitals_in(text).value_or("–"));
}

}  // namespace

TEST_CASE("four words or twenty letters in capitals are a run") {
  CHECK(run("To jest BARDZO WAŻNE DLA WSZYSTKICH czytelników") == "BARDZO WAŻNE DLA WSZYSTKICH");
  CHECK(run("UWAGA! ZAPISY TRWAJĄ DO PIĄTKU") == "UWAGA! ZAPISY TRWAJĄ DO");
  CHECK(run("ZAPROSZENIE NA WARSZTATY") == "ZAPROSZENIE NA WARSZTATY");
  CHECK(run("Sala KONSTANTYNOPOLITAŃCZYKOWIANECZKA") == "KONSTANTYNOPOLITAŃCZYKOWIANECZKA");
  CHECK(run("TO\xC2\xA0JEST W\xC2\xA0NASZYM DOMU") == "TO\xC2\xA0JEST W\xC2\xA0NASZYM DOMU");
  CHECK(run("ЦЕ ДУЖЕ ВАЖЛИВЕ ОГОЛОШЕННЯ") == "ЦЕ ДУЖЕ ВАЖЛИВЕ ОГОЛОШЕННЯ");
}

TEST_CASE("abbreviations, roman numbers, initials and codes are none") {
  for (const char* text :
       {"ROPS w Kielcach", "OPS, PCPR, NGO, OWES i WTZ", "(CIS) (KIS) (ZAZ) (WTZ)",
        "CIS/KIS/ZAZ/WTZ/OWES/ROPS/PCPR i inne", "XIX XX XXI XXII wiek", "PS-III.9462.19.2024 RPO WŚ 2021 EFS PL 01",
        "J. R. R. TOLKIEN", "A B C D E", "ROZPORZĄDZENIE Rady", "NIP REGON KRS", "", "Zwykłe zdanie z wielką literą.",
        "OWES-ów ROPS-u KGW-u NGO-sów"}) {
    CAPTURE(text);
    CHECK(run(text) == "–");
  }
}

TEST_CASE("no run goes over a break") {
  CHECK(run("TO JEST" + std::string(text_break) + "NIE RAZEM") == "–");
}

}  // namespace kronika
