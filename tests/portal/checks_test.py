"""Whatever an editor or a designer can break against readers or the law is told at its line; the portal breaks none.

Usage: checks_test.py. The programs are $KRONIKA_RELEASE_BUILD/bin, the portal is $KRONIKA_SITE, its clock
$KRONIKA_TEST_NOW. Each case breaks one thing in a copy of the portal.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("KRONIKA_SITE", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", ROOT / "build"))
NOW = os.environ.get("KRONIKA_TEST_NOW", "2026-11-23T12:00:00Z")
CHECKS = {"E0215", "E0216", "E0302", "E0306", "E0311", "E0316", "E0317", "E0318", "W0308", "W0309", "W0319", "W0320", "W0321",
          "E0322", "E0323", "E0324", "E0325", "E0326", "E0327", "E0512", "E0513", "E0514", "E0605", "E0606", "E0607"}  # fmt: skip

PAGE = "content/wydarzenia/gala-lider-2025/index.md"
NEWS = "content/aktualnosci/nowy-portal.md"
FOLDER = PAGE.rsplit("/", 1)[0]
SITE = "site.toml"
THEME = "themes/probny"
PESEL = "85020212343"
FILM = '```{film}\nfile = "film.mp4"\n%s```\n'
OWN_THEME = {  # laid over the theme of the portal's program
    f"{THEME}/theme.toml": 'title = "Próbny"\n[[contrast]]\ntext = "blady"\non = "kartka"\n',
    f"{THEME}/assets/probny.css": ":root { --kartka: #fff;\n  --blady: #999; }\n",
}


def added(text):
    """Puts a text at the end of the page; what is broken stands in its first line."""
    return lambda page: page.rstrip("\n") + "\n\n" + text


def replaced(old, new):
    def edit(text):
        changed = re.sub(old, new, text, count=1, flags=re.M)
        assert changed != text, f"nothing to change: {old}"
        return changed
    return edit


def own_theme(text):
    return replaced(r"^theme = .*\n", "")(text).replace("[site]\n", f'[site]\ntheme = "{THEME}"\n') if "\ntheme = " in text \
        else text.replace("[site]\n", f'[site]\ntheme = "{THEME}"\n')


def with_html(html):
    return replaced(r"^raw_html = false", "raw_html = true"), added(html)


def only_a_document(page):
    front_matter = re.sub(r'^streszczenie = ".*"', 'streszczenie = "Pismo."', page.split("\n+++\n", 1)[0], flags=re.M)
    return front_matter + '\nzalaczniki = [{ nazwa = "Pismo", plik = "pismo.pdf" }]\n+++\n\nW pliku.\n'


# What is broken, code, the file to edit, the edit, what stands in the line that is told (None: any line), other files
# that are put there, and the file that is told when it is another one.
CASES = [
    ("an image without alternative text", "E0302", PAGE, added("![](kosze.svg)\n"), "![](kosze.svg)"),
    ("an alternative text that is a file name", "E0306", PAGE, added("![kosze.svg](kosze.svg)\n"), "![kosze.svg]"),
    ("an alternative text that says nothing", "E0316", PAGE, added("![Zdjęcie](kosze.svg)\n"), "![Zdjęcie]"),
    ("a photo of the gallery that is described by its file", "E0306", PAGE, replaced(r'opis = "[^"]*"', 'opis = "kosze.svg"'), "kosze.svg"),
    ("a photo of the gallery that is a photo", "E0316", PAGE, replaced(r'opis = "[^"]*"', 'opis = "Zdjęcie 1"'), "Zdjęcie 1"),
    ("a component with an image that says nothing", "E0316", PAGE,
     added('```{figure}\nimage = "kosze.svg"\nalt = "obraz"\n```\n'), 'alt = "obraz"'),
    ("a component with an image without alternative", "E0311", PAGE, added('```{figure}\nimage = "kosze.svg"\n```\n'), "image ="),
    ("a heading that jumps", "W0308", NEWS, added("## Dwa\n\n#### Cztery\n"), "#### Cztery"),
    ("an empty heading", "W0309", NEWS, added("##\n"), "##"),
    ("a link that says nothing", "W0320", NEWS, added("Regulamin jest [tutaj](/rejestr/).\n"), "[tutaj]"),
    ("a link with an address as its text", "W0319", NEWS, added("Zob. <https://www.gov.pl/>.\n"), "https://www.gov.pl/"),
    ("a table without header", "E0317", NEWS, added("|  |  |\n|---|---|\n| a | b |\n"), "|  |  |"),
    ("a table whose first column has no name", "E0318", NEWS, added("|  | Liczba |\n|---|---|\n| a | b |\n"), "|  | Liczba |"),
    ("a paragraph in capitals", "W0321", NEWS, added("Uwaga, ZAPISY TRWAJĄ TYLKO DO PIĄTKU.\n"), "ZAPISY"),
    ("a title in capitals", "W0321", NEWS, replaced(r'^tytul = ".*"', 'tytul = "PORTAL JEST JUŻ OTWARTY"'), "tytul ="),
    ("a summary in capitals", "W0321", NEWS,
     replaced(r'^streszczenie = ".*"', 'streszczenie = "ZAPRASZAMY WSZYSTKICH MIESZKAŃCÓW REGIONU."'), "streszczenie ="),
    ("a document without a text", "E0325", NEWS, only_a_document, "pismo.pdf", {"content/aktualnosci/pismo.pdf": "x"}),
    ("a film without captions", "E0322", PAGE, added(FILM % ""), "{film}", {f"{FOLDER}/film.mp4": "x"}),
    ("captions that are none", "E0323", PAGE, added(FILM % 'captions = "napisy.vtt"\n'), "captions =",
     {f"{FOLDER}/film.mp4": "x", f"{FOLDER}/napisy.vtt": "Dzień dobry"}),
    ("a film that is linked", "E0324", PAGE, added("[Film z gali](film.mp4)\n"), "film.mp4", {f"{FOLDER}/film.mp4": "x"}),
    ("a film that is offered for download", "E0324", PAGE, added('```{download}\nfile = "film.avi"\nlabel = "Film"\n```\n'), "film.avi",
     {f"{FOLDER}/film.avi": "x"}),
    ("a film in a field", "E0324", PAGE, replaced(r"^galeria = ", 'zalaczniki = [{ nazwa = "Film", plik = "film.mov" }]\ngaleria = '),
     "film.mov", {f"{FOLDER}/film.mov": "x"}),
    ("a film that only lies there", "E0324", PAGE, added("Tekst.\n"), None, {f"{FOLDER}/film.webm": "x"}),
    ("a number of a person in a text", "E0215", NEWS, added(f"Zgłosiła się osoba o numerze {PESEL}.\n"), PESEL),
    ("a number of a person in front matter", "E0215", NEWS, replaced(r'^streszczenie = "', f'streszczenie = "{PESEL} '), PESEL),
    ("a number of a person in data", "E0215", "content/_data/nagrody.toml", lambda text: text + f"# {PESEL}\n", PESEL),
    ("a number of a person in an attachment", "E0215", PAGE, added("Tekst.\n"), PESEL, {f"{FOLDER}/lista.csv": f"osoba\n{PESEL}\n"},
     f"{FOLDER}/lista.csv"),
    ("an image of another host", "E0326", NEWS, added("![Dwie osoby przy stole](https://obce.example.net/a.png)\n"), "obce.example.net"),
    ("a drawing that loads from another host", "E0326", PAGE, added("Tekst.\n"), "obce.example.net",
     {f"{FOLDER}/rysunek.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<image href="https://obce.example.net/a.png"/></svg>\n'},
     f"{FOLDER}/rysunek.svg"),
    ("a frame of another host", "E0326", NEWS, with_html('<iframe title="Film" src="https://obce.example.net/a"></iframe>\n'), "<iframe"),
    ("a style in the page", "E0327", NEWS, with_html('<p style="color: red">Ważne</p>\n'), "<p style"),
    ("a program in the page", "E0327", NEWS, with_html("<script>a()</script>\n"), "<script>"),
    ("a handler in the page", "E0327", NEWS, with_html('Tekst <b onclick="a()">ważny</b>.\n'), "onclick"),
    ("colours that are too much alike", "E0512", SITE, own_theme, "--blady", OWN_THEME, f"{THEME}/assets/probny.css"),
    ("a colour that the theme does not have", "E0513", SITE, own_theme, "jasny",
     {**OWN_THEME, f"{THEME}/theme.toml": '[[contrast]]\ntext = "jasny"\non = "kartka"\n'}, f"{THEME}/theme.toml"),
    ("a colour that cannot be read", "E0514", SITE, own_theme, "blady",
     {**OWN_THEME, f"{THEME}/assets/probny.css": ":root { --kartka: #fff; --blady: oklch(60% 0 0); }\n"}, f"{THEME}/theme.toml"),
    ("a style sheet that imports from another host", "E0326", SITE, own_theme, "@import",
     {**OWN_THEME, f"{THEME}/assets/probny.css": ':root { --kartka: #fff; --blady: #000; }\n@import "https://obce.example.net/a.css";\n'},
     f"{THEME}/assets/probny.css"),
    ("a template that loads from another host", "E0606", SITE, own_theme, None,
     {f"{THEME}/theme.toml": "", f"{THEME}/templates/brand.html": '<img src="https://obce.example.net/a.png" alt="">'}, ""),
    ("a template with a style", "E0607", SITE, own_theme, None,
     {f"{THEME}/theme.toml": "", f"{THEME}/templates/brand.html": '<p style="color: red">Portal</p>'}, ""),
    ("a text of the theme with a number of a person", "E0605", SITE, own_theme, None,
     {f"{THEME}/theme.toml": "", f"{THEME}/templates/brand.html": f"<p>{PESEL}</p>"}, ""),
]  # fmt: skip


class Checks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.site = Path(cls.folder.name) / "site"
        cls.site.mkdir()
        for part in ("content", "themes"):
            shutil.copytree(ROOT / part, cls.site / part)
        shutil.copy(ROOT / SITE, cls.site)

    def run_kronika(self, *command):
        done = subprocess.run([BUILD / "bin" / "kronika", *command, "--site", self.site, "--now", NOW, "--format", "json"],
                              capture_output=True, text=True, timeout=120)  # fmt: skip
        return done.returncode, [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]

    def broken(self, edits, files):
        """What is told with these edits and files, and the lines of the file that each stands in."""
        before = {file: (self.site / file).read_text("utf-8") for file in edits}
        try:
            for file, edit in edits.items():
                (self.site / file).write_text(edit(before[file]), "utf-8")
            for file, text in files.items():
                (self.site / file).parent.mkdir(parents=True, exist_ok=True)
                (self.site / file).write_text(text, "utf-8")
            status, told = self.run_kronika("check")
            for each in told:
                path = self.site / each["file"]
                lines = path.read_text("utf-8").split("\n") if path.is_file() else []
                each["source"] = lines[each["line"] - 1] if 0 < each["line"] <= len(lines) else ""
            return status, told
        finally:
            for file, text in before.items():
                (self.site / file).write_text(text, "utf-8")
            for file in files:
                (self.site / file).unlink()
            shutil.rmtree(self.site / THEME, ignore_errors=True)

    def test_none_is_broken_by_the_portal(self):
        status, told = self.run_kronika("check")
        self.assertEqual((status, [each for each in told if each["code"] in CHECKS]), (0, []))

    def test_each_fires_at_the_line_that_is_broken(self):
        self.assertLessEqual(CHECKS - {"E0216"}, {code for _, code, *_ in CASES}, "E0216 is for columns that may be left out")
        for what, code, file, edit, words, *more in CASES:
            edits = {SITE: edit[0], file: edit[1]} if isinstance(edit, tuple) else {file: edit}
            status, told = self.broken(edits, more[0] if more else {})
            where = more[1] if len(more) > 1 else file
            with self.subTest(what=what):
                fired = [each for each in told if each["code"] == code]
                self.assertTrue(fired, f"{code} is not told; told: {[(e['code'], e['message']) for e in told][:5]}")
                self.assertEqual(status, 1 if code.startswith("E") else 0)
                if where:
                    self.assertEqual({each["file"] for each in fired}, {where})
                if words:
                    self.assertTrue(all(words in each["source"] for each in fired), [each["source"] for each in fired])

    def test_a_mistake_of_a_template_is_told_once_and_leaves_the_release_alone(self):
        release = self.site.parent / "release"
        status, _ = self.run_kronika("build", "--output", release, "--no-index")
        self.assertEqual(status, 0)
        before = (release / "manifest.json").read_bytes()
        theme = self.site / THEME
        (theme / "templates").mkdir(parents=True)
        (theme / "theme.toml").write_text("", "utf-8")
        (theme / "templates/brand.html").write_text('<p style="color: red">Portal</p>', "utf-8")
        text = (self.site / SITE).read_text("utf-8")
        try:
            (self.site / SITE).write_text(own_theme(text), "utf-8")
            status, told = self.run_kronika("build", "--output", release, "--no-index")
        finally:
            (self.site / SITE).write_text(text, "utf-8")
            shutil.rmtree(theme)
        fired = [each for each in told if each["code"] == "E0607"]
        self.assertEqual((status, len(fired)), (1, 1))
        self.assertRegex(fired[0]["message"], r"\b\d{3}\b")
        self.assertEqual((release / "manifest.json").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
