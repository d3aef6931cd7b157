#!/usr/bin/env python3
"""Phrases in quotes find their pages in any inflection, and in their order alone: some written down by hand, others drawn
at random from the pages, with forms of the same lemmas that occur elsewhere on the site. KRONIKA_TEST_SEED draws
others."""
import re
import sys
import unittest

import portal_words as portal

DRAWN = 150
NEAR = 6  # words: a page that has the words in the wrong order within so many says nothing about order

# A phrase as someone may type it, and a page that has it in another form; read in the pages.
PHRASES = {
    "warsztaty terapii zajęciowej": "rejestr/warsztat-pod-debem",
    "zakłady aktywności zawodowej": "rejestr/stolarnia-nadzieja",
    "centra integracji społecznej": "rejestr/cis-nowy-start",
    "klubu integracji społecznej": "rejestr/klub-integracji-mosty",
    "kołem gospodyń wiejskich": "rejestr/kolo-gospodyn-z-nidy",
    "klauzulą społeczną": "poradniki/klauzule-spoleczne",
    "zamówieniu zastrzeżonemu": "poradniki/zamowienia-zastrzezone",
    "spółdzielniami socjalnymi": "poradniki/zakladanie-spoldzielni-socjalnej",
    "przedsiębiorstw społecznych": "poradniki/status-przedsiebiorstwa-spolecznego",
    "usługami społecznymi": "poradniki/uslugi-spoleczne",
    "opieką wytchnieniową": "praktyki/opieka-wytchnieniowa",
    "ogrodami społecznymi": "praktyki/ogrod-spoleczny",
    "łąka kwietna": "rejestr/zielony-ponidziak",
    "placem zabaw": "praktyki/stolarskie-place-zabaw",
    "domem dziennego pobytu": "rejestr/dom-dzienny-jesion",
    "klub seniora": "praktyki/cyfrowi-asystenci",
    "spółdzielniami niewidomych": "rejestr/niewidzialny-warsztat",
    "spółdzielni produkcji rolnej": "rejestr/sadownicy-razem",
    "krzemieniem pasiastym": "rejestr/pracownia-krzemien",
    "bieliźnie szpitalnej": "praktyki/pralnia-dla-szpitala",
    "placu artystów": "wydarzenia/targi-es-2026",
    "osiami czasu": "lekcje/historia-spoldzielczosci",
    "funkcją liniową": "lekcje/budzet-malej-spoldzielni",
    "wizyt studyjnych": "wydarzenia/wizyta-studyjna-ponidzie-2026",
    "konkursach ofert": "aktualnosci/oferta-na-dwie-strony",
    "twardą spacją": "przewodnik/typografia",
    "tekstami alternatywnymi": "przewodnik/dobre-pisanie",
    "odzieżą roboczą": "rejestr/szwalnia-kamienna",
    "chlebem żytnim na zakwasie": "rejestr/piekarnia-zytnia",
    "piecza zastępcza": "praktyki/mobilny-warsztat-rowerowy",
}


class Run:
    """Two or three words that follow one another on a page, with nothing but a space between."""

    def __init__(self, page, words):
        self.page, self.words = page, words


def runs_of(page, length):
    word = r"[^\W\d_]{3,}"
    for text in page.paragraphs:
        for found in re.finditer(rf"(?<![\w.-])(?=({word}(?: {word}){{{length - 1}}})(?![\w-]))", text):
            words = found[1].split(" ")
            usable = all(portal.lemmas(each) and not portal.is_small(each) for each in words)
            if usable and len({frozenset(portal.lemmas(each)) for each in words}) == length:
                yield Run(page, words)


def other_forms(word):
    """Forms of the same lemmas on the site. A form whose lemmas are only in part the word's might mean another word."""
    own = portal.lemmas(word)
    return sorted(form for lemma in own for form in portal.forms()[lemma]
                  if form != word.lower() and portal.lemmas(form) & own and not portal.is_small(form))


def draw_runs(chance, count):
    """Runs with another form of at least one of their words: (run, the words inflected)."""
    found = sorted(((page.url, number, run) for page in portal.pages() for length in (2, 3)
                    for number, run in enumerate(runs_of(page, length))), key=lambda each: (each[0], each[1], len(each[2].words)))
    chance.shuffle(found)
    out = []
    for *_, run in found:
        inflected = [chance.choice(other_forms(word) or [word]) for word in run.words]
        if inflected != [word.lower() for word in run.words] and any(other_forms(word) for word in run.words):
            out.append((run, inflected))
        if len(out) == count:
            break
    return out


def has_in_order(page, words):
    """Whether the page has the words' lemmas in this order, within a few words."""
    wanted = [portal.lemmas(word) for word in words]
    found = [portal.lemmas(token) for token in portal.WORD.findall(page.everything)]
    for at, lemmas in enumerate(found):
        place = at if lemmas & wanted[0] else None
        for each in wanted[1:]:
            near = range(place + 1, min(place + 1 + NEAR, len(found))) if place is not None else ()
            place = next((i for i in near if found[i] & each), None)
        if place is not None:
            return True
    return False


def quoted(words):
    return '"' + " ".join(words) + '"'


class Phrases(unittest.TestCase):
    def test_phrases_of_the_portal_find_their_pages(self):
        self.assertGreaterEqual(len(PHRASES), 20)
        for phrase, page in PHRASES.items():
            self.assertNotIn(phrase, " ".join(portal.page(f"/{page}/").paragraphs), "the page has the very form")
        missed = [phrase for phrase, page in PHRASES.items() if f"/{page}/" not in portal.urls(f'"{phrase}"')]
        self.assertEqual(missed, [])

    def test_phrases_drawn_from_the_pages_find_them_in_other_forms(self):
        drawn = draw_runs(portal.draw("phrases"), DRAWN)
        self.assertEqual(len(drawn), DRAWN)
        missed = [f"{quoted(inflected)} for {quoted(run.words)} of {run.page.url}" for run, inflected in drawn
                  if run.page.url not in portal.urls(quoted(inflected))]
        self.assertEqual(missed, [])

    def test_phrases_without_diacritics_find_them_too(self):
        drawn = draw_runs(portal.draw("phrases without diacritics"), DRAWN // 3)
        missed = []
        for run, inflected in drawn:
            plain = portal.polish_dictionary.folded(quoted(inflected))
            if run.page.url not in portal.urls(plain):
                missed.append(f"{plain} for {quoted(run.words)} of {run.page.url}")
        self.assertEqual(missed, [])

    def test_phrases_in_the_wrong_order_do_not(self):
        asked, wrong = 0, []
        for run, inflected in draw_runs(portal.draw("phrases in the wrong order"), DRAWN):
            turned = list(reversed(inflected))
            if has_in_order(run.page, turned):
                continue
            asked += 1
            if run.page.url in portal.urls(quoted(turned)):
                wrong.append(f"{quoted(turned)} finds {run.page.url}, which has {quoted(run.words)}")
        print(f"{asked} phrases turned round", file=sys.stderr)
        self.assertGreater(asked, DRAWN // 2)
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
