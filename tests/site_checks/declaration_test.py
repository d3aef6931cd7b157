"""The declaration of accessibility as programs that visit public sites read it: ids, headings, days, links to it.

Of the finished site in each of its languages, and of the case tests/sites/declaration, which has all that is optional.
"""

import subprocess
import tempfile
import tomllib
import unittest
from html.parser import HTMLParser
from pathlib import Path

from release import KRONIKA, NOW, PUBLIC, SITE

CASE = Path(__file__).resolve().parents[1] / "sites" / "declaration"
I18N = Path(__file__).resolve().parents[2] / "themes" / "default" / "i18n"

ALWAYS = [
    "wstep", "podmiot", "zakres", "url", "data-publikacja", "data-aktualizacja", "status", "kontakt", "email", "telefon",
    "procedura", "data-sporzadzenie", "architektura", "komunikacja",
]  # fmt: skip
POLISH_HEADINGS = [
    (2, "Stan dostępności cyfrowej"), (2, "Niedostępne treści"), (2, "Przygotowanie deklaracji dostępności"),
    (2, "Udogodnienia, ograniczenia i inne informacje"), (2, "Skróty klawiszowe"),
    (2, "Informacje zwrotne i dane kontaktowe"), (2, "Obsługa wniosków i skarg związanych z dostępnością"),
    (2, "Pozostałe informacje"), (3, "Aplikacje mobilne"), (3, "Dostępność architektoniczna"),
    (3, "Dostępność komunikacyjno-informacyjna"),
]  # fmt: skip
KEYS = ["status", "barriers", "preparation", "facilities", "shortcuts", "contact", "procedure", "rest", "apps",
        "architecture", "communication"]  # fmt: skip
MONTHS = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
          "listopada", "grudnia"]  # fmt: skip


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.headings, self.times, self.footer_links = [], {}, [], {}, []
        self.texts, self.language = {}, ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "html":
            self.language = values["lang"]
        name = values.get("id", "")
        if name.startswith("a11y-"):
            self.ids.setdefault(name, []).append((tag, values))
            self.texts[name] = ""
        if tag in ("h2", "h3"):
            self.headings.append([int(tag[1]), ""])
        if tag == "a" and any(t == "footer" for t, _ in self.open):
            self.footer_links.append(values.get("href"))
        if tag not in ("br", "img", "link", "meta", "input", "path", "rect"):
            self.open.append((tag, name))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        if "main" in tags and tags[-1] in ("h2", "h3"):
            self.headings[-1][1] += data
        for _, name in self.open:
            if name in self.texts:
                self.texts[name] += data


def texts(language):
    return tomllib.loads((I18N / f"{language}.toml").read_text("utf-8"))


class Declaration(unittest.TestCase):
    def site(self, settings, public):
        """Every declaration of a site: its language, its settings, the page."""
        site, declared = settings["site"], settings["declaration"]
        url = declared.get("url", "/deklaracja-dostepnosci/")
        for language in site.get("languages", [site["language"]]):
            path = ("" if language == site["language"] else f"/{language}") + url
            file = public / path.strip("/") / "index.html"
            yield language, declared, path, Page(file.read_text("utf-8"))

    def every(self):
        for settings, public in [(SITE, PUBLIC), (CASE, self.built())]:
            yield from self.site(tomllib.loads((settings / "site.toml").read_text("utf-8")), public)

    def built(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        subprocess.run([KRONIKA, "build", "--site", CASE, "--output", Path(folder.name) / "out", "--now", NOW, "--no-index"],
                       check=True, capture_output=True)
        return Path(folder.name) / "out" / "public"

    def test_every_id_stands_once_and_only_where_it_applies(self):
        seen = 0
        for language, declared, path, page in self.every():
            with self.subTest(path):
                wanted = {f"a11y-{name}" for name in ALWAYS}
                for setting, name in [("reviewed", "data-przeglad"), ("report_url", "ocena"), ("apps", "aplikacje"),
                                      ("architecture_url", "architektura-url")]:
                    if setting in declared:
                        wanted.add(f"a11y-{name}")
                self.assertEqual(set(page.ids), wanted)
                self.assertEqual([name for name, all_of in page.ids.items() if len(all_of) != 1], [])
                self.assertEqual([name for name, text in page.texts.items() if not text.strip()], [])
                self.assertEqual(page.language, language)
                seen += 1
        self.assertGreaterEqual(seen, 4)

    def test_headings_are_those_of_the_act_in_its_order(self):
        for language, declared, path, page in self.every():
            with self.subTest(path):
                left_out = {"barriers"} if declared["status"] == "full" else set()
                left_out |= set() if "apps" in declared else {"apps"}
                words = texts(language)
                kept = [i for i, key in enumerate(KEYS) if key not in left_out]
                wanted = [[POLISH_HEADINGS[i][0], words[f"declaration_{KEYS[i]}"]] for i in kept]
                headings = [each for each in page.headings if each[1] in [text for _, text in wanted]]
                self.assertEqual(headings, wanted)

    def test_the_polish_headings_are_word_by_word(self):
        words = texts("pl")
        self.assertEqual([words[f"declaration_{key}"] for key in KEYS], [text for _, text in POLISH_HEADINGS])

    def test_days_are_times_with_their_date(self):
        names = {"published": "data-publikacja", "updated": "data-aktualizacja", "prepared": "data-sporzadzenie",
                 "reviewed": "data-przeglad"}
        for language, declared, path, page in self.every():
            for setting, name in names.items():
                if setting not in declared:
                    continue
                with self.subTest(path, day=setting):
                    tag, values = page.ids[f"a11y-{name}"][0]
                    day = declared[setting]
                    self.assertEqual((tag, values["datetime"]), ("time", day.isoformat()))
                    if language == "pl":
                        shown = page.texts[f"a11y-{name}"].replace("\u00a0", " ")
                        self.assertEqual(shown, f"{day.day} {MONTHS[day.month - 1]} {day.year} r.")

    def test_contact_and_address_can_be_used(self):
        for _, declared, path, page in self.every():
            with self.subTest(path):
                self.assertEqual(page.ids["a11y-email"][0][1]["href"], "mailto:" + declared["email"])
                self.assertRegex(page.ids["a11y-telefon"][0][1]["href"], r"^tel:\+\d{9,}$")
                self.assertRegex(page.ids["a11y-url"][0][1]["href"], r"^https://")
                for number in ("7", "2"):
                    self.assertRegex(page.texts["a11y-procedura"], rf"\b{number}\b")

    def test_every_page_leads_to_it_from_its_footer(self):
        settings = tomllib.loads((SITE / "site.toml").read_text("utf-8"))
        urls = {language: path for language, _, path, _ in self.site(settings, PUBLIC)}
        checked = 0
        for file in sorted(PUBLIC.rglob("*.html")):
            text = file.read_text("utf-8")
            if 'http-equiv="refresh"' in text:
                continue
            page = Page(text)
            checked += 1
            self.assertIn(urls[page.language], page.footer_links, file.relative_to(PUBLIC))
        self.assertGreater(checked, 100)


if __name__ == "__main__":
    unittest.main()
