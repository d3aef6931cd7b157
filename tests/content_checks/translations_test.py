"""What can be checked soundly of translations: each follows its original, and no text in languages lacks one of them.

Usage: translations_test.py [SITE_FOLDER]
"""

import re
import sys
import tomllib
import unittest
from pathlib import Path

from portal_text import TRANSLATION, PortalPage, read_page, read_translations

ROOT = Path(__file__).resolve().parents[2]

GIVEN_AGAIN = {"tytul", "streszczenie", "slug"}  # keys that are every translation's own
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{2,6}(?= )", re.MULTILINE)
COMPONENT = re.compile(r"^```\{(\w+)\}", re.MULTILINE)
TABLE_ROW = re.compile(r"^\|", re.MULTILINE)
HAS_WORDS = re.compile(r"[a-ząćęłńóśźż]{3}")
LETTERS = {"uk": re.compile(r"[а-щьюяєіїґ]{3}", re.IGNORECASE)}
RUSSIAN = re.compile(r"[ыъэё]", re.IGNORECASE)


def language(page: PortalPage) -> str:
    return TRANSLATION.fullmatch(page.path.name)["language"]


def original(page: PortalPage) -> Path:
    return page.path.with_name(TRANSLATION.fullmatch(page.path.name)["stem"] + ".md")


def body(path: Path) -> str:
    return path.read_text("utf-8").split("\n+++\n", 1)[1]


def shape(text: str) -> dict[str, object]:
    """What a text has in every language."""
    return {"headings": HEADING.findall(text), "components": COMPONENT.findall(text), "rows": len(TABLE_ROW.findall(text)),
            "alerts": re.findall(r"\[!\w+\]", text)}  # fmt: skip


def leaves(value, at: str = ""):
    """(path, value) of all that holds no further values, so that tables can be held against each other."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{at}.{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from leaves(each, f"{at}[{index}]")
    else:
        yield at, value


def texts_in_languages(value, languages: set[str], at: str = ""):
    """(path, table) of each `{ pl = "…", en = "…" }`."""
    if isinstance(value, dict):
        if value and all(key in languages and isinstance(text, str) for key, text in value.items()):
            yield at, value
        for key, each in value.items():
            yield from texts_in_languages(each, languages, f"{at}.{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from texts_in_languages(each, languages, f"{at}[{index}]")


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        site = tomllib.loads((ROOT / "site.toml").read_text("utf-8"))["site"]
        cls.languages = set(site["languages"])
        cls.others = cls.languages - {site["language"]}
        cls.pages = read_translations(ROOT)

    def test_each_has_an_original_and_a_language_of_the_site(self):
        self.assertEqual({language(page) for page in self.pages}, self.others)
        self.assertEqual([page.file for page in self.pages if not original(page).is_file()], [])

    def test_what_is_translated_is_translated_into_each_language(self):
        done = {each: {original(page) for page in self.pages if language(page) == each} for each in self.others}
        for each in self.others:
            self.assertEqual(done[each], set.union(*done.values()), each)
            self.assertGreater(len(done[each]), 10)

    def test_their_texts_have_the_shape_of_the_original(self):
        for page in self.pages:
            with self.subTest(page.file):
                self.assertEqual(shape(body(page.path)), shape(body(original(page))))

    def test_they_link_to_all_that_the_original_links_to(self):
        for page in self.pages:
            self.assertEqual(set(LINK.findall(body(original(page)))) - set(LINK.findall(body(page.path))), set(), page.file)

    def test_fields_with_words_are_given_again_and_keep_their_numbers(self):
        for page in self.pages:
            own, source = page.front_matter, read_page(ROOT, original(page)).front_matter
            self.assertLessEqual(set(own) - GIVEN_AGAIN, set(source), page.file)
            for key in set(own) - GIVEN_AGAIN:
                ours, theirs = dict(leaves(own[key])), dict(leaves(source[key]))
                self.assertEqual(set(ours), set(theirs), f"{page.file}: {key}")
                for at, value in theirs.items():
                    with self.subTest(page.file, field=key + at):
                        if isinstance(value, str) and HAS_WORDS.search(value):
                            self.assertNotEqual(ours[at], value)
                        else:
                            self.assertEqual(ours[at], value)

    def test_letters_are_those_of_the_language(self):
        for page in self.pages:
            text = page.path.read_text("utf-8")
            for script, pattern in LETTERS.items():
                self.assertEqual(bool(pattern.search(text)), language(page) == script, page.file)
            self.assertIsNone(RUSSIAN.search(text), page.file)

    def test_a_text_in_languages_is_given_in_all_of_them(self):
        seen = 0
        for file in [ROOT / "site.toml", *sorted((ROOT / "content/_data").glob("*.toml"))]:
            for at, text in texts_in_languages(tomllib.loads(file.read_text("utf-8")), self.languages):
                seen += 1
                self.assertEqual(set(text), self.languages, f"{file.name}: {at}")
                self.assertNotIn("", text.values(), f"{file.name}: {at}")
        self.assertGreater(seen, 400)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
        ROOT = Path(sys.argv.pop()).resolve()
    unittest.main()
