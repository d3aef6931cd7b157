"""The reader that content_test.py relies on: what it must see, and what it must leave out."""

import unittest

from portal_text import paragraphs, plain, sentences


def texts(markdown: str) -> list[str]:
    return [p.text for p in paragraphs("a.md", 1, markdown)]


class Reading(unittest.TestCase):
    def test_blocks_are_paragraphs_of_their_own(self):
        self.assertEqual(texts("# Tytuł\ntekst\ndalej\n\n- jeden\n- dwa\n\n1. trzy\n"), ["Tytuł", "tekst dalej", "jeden", "dwa", "trzy"])

    def test_cells_are_paragraphs_and_the_rule_of_a_table_is_not(self):
        self.assertEqual(texts("| a | b |\n|---|:-:|\n| c | d |\n"), ["a", "b", "c", "d"])

    def test_code_is_left_out_and_components_are_read(self):
        markdown = '```text\nkod\n```\n\n```{box}\ntitle = "Tytuł"\nbody = """\n- punkt\n"""\n```\n\n~~~\nkod\n~~~\n'
        self.assertEqual(texts(markdown), ["Tytuł", "punkt"])

    def test_a_component_shown_inside_code_is_code(self):
        self.assertEqual(texts('````text\n```{box}\ntitle = "Tytuł"\n```\n````\n'), [])

    def test_alerts_and_quotes_are_read_without_their_marks(self):
        self.assertEqual(texts("> [!NOTE]\n> Uwaga **ważna**.\n"), ["Uwaga ważna."])

    def test_links_leave_their_text(self):
        self.assertEqual(plain("Zob. [poradnik *nowy*](x.md#a) i ![opis](y.svg)."), "Zob. poradnik nowy i opis.")

    def test_lines_and_sections_are_counted(self):
        found = list(paragraphs("a.md", 5, "wstęp\n\n## Dalej\n\ntekst\n"))
        self.assertEqual([(p.line, p.section) for p in found], [(5, 1), (7, 2), (9, 2)])

    def test_sentences_end_at_stops_but_not_at_abbreviations(self):
        self.assertEqual(sentences("Ala ma kota. Kot ma Alę! Czy aby? Tak."), ["Ala ma kota.", "Kot ma Alę!", "Czy aby?", "Tak."])
        self.assertEqual(len(sentences("Zakład przy ul. Tartacznej 12 otwarto 1 lipca 2024 r. Pracuje od art. 5 ustawy.")), 1)


if __name__ == "__main__":
    unittest.main()
