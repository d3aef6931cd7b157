"""What the finished site suggests while someone types, as people type it: in a hurry, and without diacritics."""

import json
import unittest
from urllib.parse import urlencode

from release import search

# What is typed, and what should be among the first three suggestions.
TYPED = {
    "spoldz": "spółdzielnia socjalna",
    "spółdzielnia s": "spółdzielnia socjalna",
    "ekonomia sp": "ekonomia społeczna",
    "zaklad ak": "zakład aktywności zawodowej",
    "warsztaty ter": "warsztat terapii zajęciowej",
    "centrum int": "centrum integracji społecznej",
    "kolo gosp": "koło gospodyń wiejskich",
    "klauzule spol": "Klauzule społeczne w zamówieniach publicznych",
    "zamowienia pub": "zamówienie publiczne",
    "lekc": "Materiały do lekcji",
    "kiel": "Kielce",
    "busk": "Busko-Zdrój",
    "konsk": "Końskie",
    "cis": "centrum integracji społecznej",
    "owes": "ośrodek wsparcia ekonomii społecznej",
    "pes": "podmiot ekonomii społecznej",
    "kgw": "koło gospodyń wiejskich",
    "zaz": "zakład aktywności zawodowej",
    "jak za": "Jak założyć spółdzielnię socjalną",
    "stowarzysz": "stowarzyszenie",
    "fundac": "fundacja",
    "rejestr prz": "Rejestr przedsiębiorstw społecznych",
    "cater": "catering",
    "pralni": "Pralnia Biała Chmura",
    "targ": "targi",
    "nabor": "nabór ofert",
    "dom pomocy": "dom pomocy społecznej",
    "uslugi op": "Usługi opiekuńcze",
    "gala": "Gala „Lider Ekonomii Społecznej 2025”",
    "lider ek": "Lider Ekonomii Społecznej",
}


def ask(query: str, **parameters) -> list | dict:
    status, _, body = search(urlencode({"q": query, **parameters}))
    if status != 200:
        raise AssertionError(f"{query}: {status}: {body}")
    return json.loads(body)


class Suggestions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.suggested = {typed: ask(typed, format="suggest")[1] for typed in TYPED}

    def test_what_people_mean_is_among_the_first_three(self):
        missing = {t: self.suggested[t] for t, wanted in TYPED.items() if wanted not in self.suggested[t][:3]}
        self.assertEqual(missing, {})

    def test_there_are_eight_at_most_and_none_twice(self):
        for typed, suggested in self.suggested.items():
            self.assertLessEqual(len(suggested), 8, typed)
            self.assertEqual(len({each.lower() for each in suggested}), len(suggested), typed)

    def test_each_leads_to_a_page_with_all_its_words(self):
        everything = sorted({each for suggested in self.suggested.values() for each in suggested})
        self.assertGreater(len(everything), 60)
        barren = [each for each in everything if ask(each, format="json", size=1)["total"] == 0]
        self.assertEqual(barren, [])


if __name__ == "__main__":
    unittest.main()
