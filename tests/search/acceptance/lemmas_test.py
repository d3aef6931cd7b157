#!/usr/bin/env python3
"""`kronika analyze` gives the dictionary's lemmas for at least 98 % of the words of running text. The dictionary is read
a second time here, by polish_dictionary.py, which shares no code and no data structure with the program; hard words and
a list of gold forms were written down by hand."""
import os
import subprocess
import sys
import unittest
from pathlib import Path

import polish_dictionary
import portal_words as portal

KRONIKA = Path(os.environ.get("KRONIKA_RELEASE_BUILD", portal.REPOSITORY / "build")) / "bin/kronika"
PARAGRAPHS = portal.REPOSITORY.parent / "shared/data/poquad-dev/paragraphs.tsv"
LEAST = 0.98
WORDS_AT_ONCE = 2000

HARD = {
    "psów": "pies", "dziećmi": "dziecko", "lat": "rok", "ludźmi": "człowiek", "Kielcach": "kielce", "Busku": "busko",
    "książek": "książka", "zajęć": "zajęcie", "świec": "świeca", "rzemiosł": "rzemiosło", "kół": "koło", "Łodzi": "łódź",
    "tygodniu": "tydzień",
    # more of the kind, from the portal's field
    "braci": "brat", "rąk": "ręka", "oczu": "oko", "uszami": "ucho", "mężem": "mąż", "księdzem": "ksiądz", "dniach": "dzień",
    "szedł": "iść", "wziąwszy": "wziąć", "lepszych": "dobry", "gorsza": "zły", "więcej": "dużo", "jadł": "jeść",
    "gmin": "gmina", "spółdzielń": "spółdzielnia", "maseczek": "maseczka", "gospodyń": "gospodyni", "usługobiorcą": "usługobiorca",
    "sędziego": "sędzia", "Końskich": "końskie", "Pińczowem": "pińczów", "Włoszczowie": "włoszczowa", "Sandomierzu": "sandomierz",
}


def analysed(words):
    """The words that the program sees, each with its lemmas."""
    done = subprocess.run([KRONIKA, "analyze", " ".join(words)], capture_output=True, text=True, check=True)
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return [(word, set(lemmas.split(" "))) for word, lemmas in rows]


def words_of(lemmas):
    """An abbreviation's lemma may be several words ("to jest"), and `analyze` parts lemmas by spaces too."""
    return {word for lemma in lemmas for word in lemma.split(" ")}


def running_text():
    texts = [text for page in portal.pages() for text in page.paragraphs]
    if PARAGRAPHS.is_file():
        texts += [line.rsplit("\t", 1)[-1] for line in PARAGRAPHS.read_text(encoding="utf-8").splitlines()]
    return [word for text in texts for word in portal.WORD.findall(text)]


class Lemmas(unittest.TestCase):
    def test_words_of_running_text_have_the_dictionarys_lemmas(self):
        """Of the words that the dictionary has; the others have no lemma that could be right."""
        tokens = running_text()
        forms = sorted(set(tokens))
        wanted = {form: words_of(portal.lemmas(form)) for form in forms}
        told = {}
        for at in range(0, len(forms), WORDS_AT_ONCE):
            told.update(analysed(forms[at:at + WORDS_AT_ONCE]))
        known = [token for token in tokens if wanted[token]]
        wrong = [token for token in known if not wanted[token] <= told.get(token, set())]
        share = 1 - len(wrong) / len(known)
        print(f"{len(tokens)} words, {len(known)} of them in the dictionary ({len(known) / len(tokens):.3f}); with its lemmas "
              f"{share:.4f}; others: {sorted(set(wrong))[:20]}", file=sys.stderr)
        self.assertGreater(len(tokens), 20_000)
        self.assertGreaterEqual(share, LEAST)
        # the same, counted over every word: those that the dictionary lacks count as wrong
        self.assertGreaterEqual((len(known) - len(wrong)) / len(tokens), 0.93)

    def test_nothing_is_added_to_what_the_dictionary_says(self):
        forms = [form for form in sorted(set(running_text())) if portal.lemmas(form)][::7]
        told = dict(analysed(forms))
        self.assertEqual([form for form in forms if told[form] != words_of(portal.lemmas(form))], [])

    def test_hard_words(self):
        told = dict(analysed(HARD))
        for word, lemma in HARD.items():
            self.assertIn(polish_dictionary.folded(lemma), told[word], word)
            self.assertIn(polish_dictionary.folded(lemma), portal.lemmas(word), word)


if __name__ == "__main__":
    unittest.main()
