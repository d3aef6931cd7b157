"""The plain theme stays plain, and shows all that the portal's own theme shows.

Usage: plain_theme_test.py. The programs are $KRONIKA_RELEASE_BUILD/bin, the finished portal is $KRONIKA_TEST_SITE, its
sources $KRONIKA_SITE, its clock $KRONIKA_TEST_NOW. The other site is a copy of the sources with another `theme`.
"""

import os
import re
import shutil
import subprocess
import tempfile
import tomllib
import unittest
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

ROOT = Path(os.environ.get("KRONIKA_SITE", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", ROOT / "build"))
PORTAL = Path(os.environ.get("KRONIKA_TEST_SITE", BUILD / "test-site"))
NOW = os.environ.get("KRONIKA_TEST_NOW", "2026-11-23T12:00:00Z")
THEME = "themes/plain"
FEWER_LINES_THAN = 300
LONGEST_LINE = 120
LOADED = ("src", "href", "action")


@dataclass
class Page:
    mains: int = 0
    h1: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    facts: set[str] = field(default_factory=set)  # labels and values of description lists and of tables
    links: set[str] = field(default_factory=set)
    ways: set[str] = field(default_factory=set)  # those of them that a reader can follow
    main_text: str = ""


class Reader(HTMLParser):
    """Fills a Page. What is kept of an element is its text, spaces made equal."""

    KEPT = {"h1": "h1", "title": "titles", "dt": "facts", "dd": "facts", "th": "facts", "td": "facts"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page, self.open, self.main, self.depth, self.drawing = Page(), [], [], 0, 0

    def handle_starttag(self, tag, attrs):
        self.page.links.update(value for name, value in attrs if name in LOADED and value)
        if tag == "a":
            self.page.ways.update(value for name, value in attrs if name == "href")
        self.drawing += tag == "svg"  # its <title> is another
        if tag == "main":
            self.page.mains += 1
            self.depth += 1
        if tag in self.KEPT and not self.drawing:
            self.open.append((tag, []))

    def handle_endtag(self, tag):
        self.drawing -= tag == "svg"
        self.depth -= tag == "main"
        if self.open and self.open[-1][0] == tag and not self.drawing:
            text = spaced("".join(self.open.pop()[1]))
            if tag in ("h1", "title"):
                getattr(self.page, self.KEPT[tag]).append(text)
            elif self.depth and text:
                self.page.facts.add(text)

    def handle_data(self, data):
        for _, texts in self.open:
            texts.append(data)
        if self.depth:
            self.main.append(data)


def spaced(text):
    return re.sub(r"\s+", " ", text).strip()


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.page.main_text = spaced("".join(reader.main))
    return reader.page


def files(release):
    public = release / "public"
    return {str(path.relative_to(public)) for path in public.rglob("*") if path.is_file()}


def search(release, query):
    run = subprocess.run([release / "cgi-bin/search"], capture_output=True, text=True, check=True, timeout=20,
                         env={"REQUEST_METHOD": "GET", "QUERY_STRING": query})
    return run.stdout.replace("\r\n", "\n").split("\n\n", 1)[1]


class Plainness(unittest.TestCase):
    def test_the_theme_is_short_and_its_lines_too(self):
        lines = [(path, line) for path in sorted((ROOT / THEME).rglob("*")) if path.is_file()
                 for line in path.read_text("utf-8").splitlines()]
        self.assertIn(f"{THEME}/templates/base.html", {str(path.relative_to(ROOT)) for path, _ in lines})
        self.assertLess(len(lines), FEWER_LINES_THAN)
        self.assertEqual([(str(path), line) for path, line in lines if len(line) > LONGEST_LINE], [])


class Portal(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="kronika-plain-")
        cls.addClassCleanup(folder.cleanup)
        site, cls.release = Path(folder.name) / "site", Path(folder.name) / "release"
        for name in ("content", "themes"):
            shutil.copytree(ROOT / name, site / name)
        settings, replaced = re.subn(r'(?m)^theme = ".*"$', f'theme = "{THEME}"', (ROOT / "site.toml").read_text("utf-8"))
        assert replaced == 1, "site.toml names its theme once"
        (site / "site.toml").write_text(settings, "utf-8")
        cls.built = subprocess.run([BUILD / "bin/kronika", "build", "--site", site, "--output", cls.release, "--now", NOW,
                                    "--language", "en"], capture_output=True, text=True)
        cls.search_path = tomllib.loads(settings)["search"]["path"]
        cls.pages = {}  # address → the portal's page, the plain one
        if cls.built.returncode == 0:
            for name in sorted(files(cls.release)):
                if name.endswith(".html") and (PORTAL / "public" / name).exists():
                    cls.pages["/" + name] = [read((release / "public" / name).read_text("utf-8"))
                                             for release in (PORTAL, cls.release)]

    def setUp(self):
        self.assertEqual(self.built.returncode, 0, self.built.stderr)

    def test_the_build_finds_nothing_wrong_with_the_theme(self):
        told = self.built.stdout + self.built.stderr
        self.assertIn("documents in the search index", told)
        self.assertEqual(re.findall(r"^.*\[[EW]05\d\d\].*$", told, flags=re.M), [])

    def test_the_same_files_come_out_but_for_assets(self):
        portal, plain_ones = ({name for name in files(release) if not name.startswith("assets/")}
                              for release in (PORTAL, self.release))
        self.assertGreater(len(portal), 500)
        self.assertEqual(plain_ones ^ portal, set())

    def test_each_page_has_one_main_one_title_and_the_same_heading(self):
        self.assertGreater(len(self.pages), 400)
        for address, (portal, page) in self.pages.items():
            with self.subTest(address):
                self.assertEqual((page.mains, len(page.h1)), (1, 1))
                self.assertEqual((page.h1, page.titles), (portal.h1, portal.titles))

    def test_links_lead_to_files(self):
        followed, lost = 0, []
        for address, (_, page) in self.pages.items():
            for link in page.links:
                target = urlsplit(urljoin(address.removesuffix("index.html"), link))
                if target.scheme or target.netloc or target.path == self.search_path:
                    continue
                followed += 1
                path = unquote(target.path).lstrip("/")
                if not (self.release / "public" / path / ("index.html" if target.path.endswith("/") else "")).is_file():
                    lost.append((address, link))
        self.assertGreater(followed, 10_000)
        self.assertEqual(lost, [])

    def test_each_page_leads_where_the_portal_leads(self):
        for address, (portal, page) in self.pages.items():
            with self.subTest(address):
                self.assertEqual(portal.ways - page.ways, set())

    def test_each_page_shows_every_field_that_the_portal_shows(self):
        shown = 0
        for address, (portal, page) in self.pages.items():
            shown += len(portal.facts)
            missing = sorted(text for text in portal.facts if text not in page.main_text)
            with self.subTest(address):
                self.assertEqual(missing, [])
        self.assertGreater(shown, 10_000)

    def test_the_search_finds_the_same(self):
        for words in ("spółdzielnia", "przedszkole", "zzzzqqqq"):
            with self.subTest(words):
                portal, page = (search(release, f"q={quote(words)}") for release in (PORTAL, self.release))
                headings = [re.findall(r'<h3><a href="([^"]+)"', text) for text in (portal, page)]
                self.assertEqual(headings[0], headings[1])
                self.assertEqual((read(page).mains, read(page).h1), (1, read(portal).h1))
        self.assertGreater(len(re.findall("<h3>", search(self.release, "q=praca"))), 5)


if __name__ == "__main__":
    unittest.main()
