#include "generator/checks/words.h"

#include <doctest/doctest.h>

#include <string>

namespace kronika {

TEST_CASE("words have letters or digits") {
  CHECK(count_words("") == 0);
  CHECK(count_words("## | – a1 b-c") == 3);  // the dash has bytes of its own, as letters of other scripts have
  CHECK(count_words("Ala ma 2 koty.") == 4);
}

TEST_CASE("a link that says only that it is one is known in its language, and in English everywhere") {
  struct Case {
    const char *text, *language;
    bool nothing;
  };
  const Case cases[] = {{"tutaj", "pl", true},
                        {"Kliknij  TUTAJ »", "pl", true},
                        {"więcej…", "pl", true},
                        {"wiecej", "pl-PL", true},
                        {"Czytaj dalej", "pl", true},
                        {"click here", "pl", true},
                        {"Read more", "en", true},
                        {"тут", "uk", true},
                        {"Докладніше", "uk", true},
                        {"tutaj", "en", false},
                        {"Więcej o klauzulach społecznych", "pl", false},
                        {"regulamin", "pl", false},
                        {"Tutaj pracujemy", "pl", false},
                        {"→", "pl", false}};
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(says_nothing_as_link(each.text, each.language) == each.nothing);
  }
}

TEST_CASE("a description that says only that there is an image says nothing") {
  for (const char* text : {"zdjęcie", "Zdjęcie 2", "OBRAZ", "image", "Photo.", "logo", "фото"}) {
    CAPTURE(text);
    CHECK(says_nothing_as_alternative(text));
  }
  for (const char* text : {"Zdjęcie z otwarcia pracowni", "Obraz olejny", "2", "Mapa powiatów"}) {
    CAPTURE(text);
    CHECK_FALSE(says_nothing_as_alternative(text));
  }
}

TEST_CASE("a description may be the name of a file") {
  CHECK(is_file_name("plan", "img/plan"));
  CHECK(is_file_name("DSC_001.JPG", "plan.png"));
  CHECK(is_file_name("plan.svg", "plan.svg"));
  CHECK_FALSE(is_file_name("Plan sali", "plan.svg"));
  CHECK_FALSE(is_file_name("Widok pliku plan.svg", "plan.svg"));
  CHECK_FALSE(is_file_name("", "img/"));
}

TEST_CASE("web addresses are known from other words") {
  for (const char* text : {"https://x.pl", "http://x.pl/a?b", "www.x.pl", " HTTPS://X.PL "}) {
    CAPTURE(text);
    CHECK(is_web_address(text));
  }
  for (const char* text : {"a@x.pl", "+48 41 200 10 00", "https://", "www.", "x.pl", "strona https://x.pl", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_web_address(text));
  }
}

}  // namespace kronika
