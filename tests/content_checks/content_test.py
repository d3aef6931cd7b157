"""What can be checked soundly of the portal's texts: nothing said twice, nobody's data, sources named.

Usage: content_test.py [SITE_FOLDER]
"""

import csv
import re
import sys
import tomllib
import unittest
from collections import Counter, defaultdict
from pathlib import Path

from portal_text import read_data, read_pages, read_translations, sentences

ROOT = Path(__file__).resolve().parents[2]

LONGEST_REPEATABLE = 8  # words
FEWEST = {  # the pages that the portal was asked to have, sections' own pages apart
    "praktyki": 24, "rejestr": 120, "lekcje": 12, "aktualnosci": 40, "poradniki": 6, "wydarzenia": 14, "program": 4,
    "przewodnik": 5,
}  # fmt: skip
FEWEST_PAGES = 230

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
RESERVED_DOMAIN = re.compile(r"(?:^|\.)example\.(?:org|com|net)$")
ELEVEN_DIGITS = re.compile(r"(?<![\d+])(?<!\+\d)\d{11}(?!\d)")
ARTICLE = re.compile(r"\bart\. ?\d+|\bartyku\w+ \d+|§ ?\d+", re.IGNORECASE)
ACT = re.compile(r"\bustaw\w+ (?:z(?: dnia)? \d|o )|\bPraw\w+ [a-z]|\bKodeks|\brozporządzeni|\bdyrektyw", re.IGNORECASE)
_SAYS = "wymaga|nakazuje|zabrania|zakazuje|pozwala|zobowiązuje|stanowi|przewiduje|określa|reguluje|oczekuje|mówi"
CLAIM_ABOUT_LAW = re.compile(
    rf"\bustaw[aąęy]\b[^.;]{{0,60}}?\b(?:{_SAYS})\b|\b(?:{_SAYS}) ustawa\b"
    r"|\b(?:zgodnie z|na podstawie|na mocy|w myśl|w rozumieniu)\s+(?:\w+\s+)?ustaw",
    re.IGNORECASE,
)


class Content(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = read_pages(ROOT)
        cls.paragraphs = [p for page in cls.pages + read_translations(ROOT) for p in page.paragraphs] + read_data(ROOT)
        cls.files = sorted(p for p in (ROOT / "content").rglob("*") if p.suffix in (".md", ".toml", ".csv", ".txt", ".svg"))

    def by_collection(self):
        grouped = defaultdict(list)
        for page in self.pages:
            if page.path.name != "_index.md":
                grouped[page.path.relative_to(ROOT / "content").parts[0]].append(page)
        return grouped

    def test_the_portal_has_the_pages_that_it_was_asked_to_have(self):
        counts = {name: len(pages) for name, pages in self.by_collection().items()}
        self.assertGreaterEqual(sum(counts.values()), FEWEST_PAGES)
        few = {name: counts.get(name, 0) for name, fewest in FEWEST.items() if counts.get(name, 0) < fewest}
        self.assertEqual(few, {}, f"fewer than {FEWEST}")

    def test_the_register_reaches_every_county_and_says_that_it_is_an_example(self):
        counties = set(tomllib.loads((ROOT / "content/_data/powiaty.toml").read_text("utf-8")))
        self.assertEqual(len(counties), 14)
        register = self.by_collection()["rejestr"]
        self.assertEqual({page.front_matter["powiat"] for page in register}, counties)
        self.assertEqual([page.file for page in register if page.front_matter.get("przyklad") is not True], [])

    def test_the_register_names_municipalities_by_their_official_codes(self):
        with (ROOT / "content/_data/gminy.csv").open(encoding="utf-8", newline="") as file:
            places = {row["value"]: row for row in csv.DictReader(file, delimiter=";")}
        counties = tomllib.loads((ROOT / "content/_data/powiaty.toml").read_text("utf-8"))
        self.assertEqual(len(places), 102)
        for place in places.values():
            self.assertTrue(place["teryt"].startswith(counties[place["parent"]]["code"]), place)
        wrong = [page.file for page in self.by_collection()["rejestr"]
                 if places[page.front_matter["gmina"]]["teryt"] != page.front_matter["teryt"]]
        self.assertEqual(wrong, [])

    def test_no_sentence_longer_than_eight_words_stands_twice(self):
        places = defaultdict(list)
        for paragraph in self.paragraphs:
            for sentence in sentences(paragraph.text):
                words = re.findall(r"[^\W_]+", sentence.lower())
                if len(words) > LONGEST_REPEATABLE:
                    places[" ".join(words)].append(f"{paragraph.file}:{paragraph.line}")
        self.assertGreater(len(places), 1500)
        twice = [f"{sentence}\n    {', '.join(at)}" for sentence, at in places.items() if len(at) > 1]
        self.assertEqual(twice, [], "\n" + "\n".join(twice))

    def test_nobody_is_named_by_a_personal_number(self):
        found = [
            f"{path.relative_to(ROOT)}: {match[0]}"
            for path in self.files
            for match in ELEVEN_DIGITS.finditer(path.read_text("utf-8"))
        ]
        self.assertEqual(found, [])

    def test_no_address_can_be_anyones(self):
        addresses = [
            (path.relative_to(ROOT).as_posix(), match[0])
            for path in self.files
            for match in EMAIL.finditer(path.read_text("utf-8"))
        ]
        self.assertGreater(len(addresses), 10)
        real = [each for each in addresses if not RESERVED_DOMAIN.search(each[1].split("@")[1].lower())]
        self.assertEqual(real, [])

    def test_the_sites_of_examples_are_nobodys(self):
        shown = [page for page in self.pages if page.front_matter.get("przyklad")]
        self.assertGreater(len(shown), 30)
        for page in shown:
            if address := page.front_matter.get("www"):
                host = re.sub(r"^https?://([^/:]+).*$", r"\1", address)
                self.assertRegex(host, RESERVED_DOMAIN, page.file)

    def test_what_a_law_demands_names_its_article(self):
        """Where an act is said to demand, allow or define something, its section names an article."""
        sections = defaultdict(list)
        for paragraph in self.paragraphs:
            sections[paragraph.file, paragraph.section].append(paragraph)
        claims, bare = 0, []
        for section in sections.values():
            found = [p for p in section if CLAIM_ABOUT_LAW.search(p.text)]
            claims += len(found)
            if not any(ARTICLE.search(p.text) for p in section):
                bare += [f"{p.file}:{p.line}: {p.text}" for p in found]
        self.assertGreater(claims, 0)
        self.assertEqual(bare, [], "\n" + "\n".join(bare))

    def test_guides_name_their_acts_with_articles(self):
        for page in self.by_collection()["poradniki"]:
            sources = page.front_matter.get("podstawa", [])
            self.assertTrue(sources, f"{page.file}: no podstawa")
            for source in sources:
                with self.subTest(page.file, source=source):
                    self.assertRegex(source, ARTICLE)
                    self.assertRegex(source, ACT)

    def test_titles_tell_pages_apart(self):
        for name, pages in self.by_collection().items():
            repeated = [title for title, n in Counter(p.front_matter.get("tytul") for p in pages).items() if n > 1]
            self.assertEqual(repeated, [], name)

    def test_every_text_is_clean_utf8(self):
        for path in self.files:
            text = path.read_bytes().decode("utf-8")
            self.assertNotIn("\ufffd", text, path)
            if path.suffix != ".csv":  # a table may be meant for Polish Excel, which wants CRLF
                self.assertNotIn("\r", text, path)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
        ROOT = Path(sys.argv.pop()).resolve()
    unittest.main()
