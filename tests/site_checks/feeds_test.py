"""Feeds, site map and robots.txt: well formed, valid, and true to the site."""

import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from html_page import outline_of, outline_of_file
from release import NOW, PUBLIC, base_url, configuration, pages, public_file, search_path

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
GRAMMAR = Path(__file__).parent / "atom.rnc"


def feeds() -> list[Path]:
    return sorted(p for p in PUBLIC.rglob("*.xml") if ElementTree.parse(p).getroot().tag == ATOM + "feed")


def valid_for_atom(*files: Path) -> tuple[bool, str]:
    run = subprocess.run(["jing", "-c", GRAMMAR, *files], capture_output=True, text=True)
    return run.returncode == 0, run.stdout


class Feeds(unittest.TestCase):
    def test_every_xml_file_is_well_formed(self):
        files = sorted(PUBLIC.rglob("*.xml")) + sorted(PUBLIC.rglob("*.svg"))
        self.assertGreater(len(files), 5)
        run = subprocess.run(["xmllint", "--noout", "--nonet", *files], capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_there_is_a_feed_of_the_site_and_of_each_collection_that_asks_for_one(self):
        wanted = 1 + sum(1 for each in configuration()["collections"].values() if each.get("feed") or "atom" in each.get("exports", []))
        self.assertGreater(wanted, 1)
        others = [code for code in configuration()["site"].get("languages", []) if code != configuration()["site"]["language"]]
        own = [path for path in feeds() if path.relative_to(PUBLIC).parts[0] not in others]
        self.assertEqual(len(own), wanted)
        for code in others:  # of what is translated: the site's own, and lists that it has in that language
            translated = {path.relative_to(PUBLIC / code) for path in feeds() if path.is_relative_to(PUBLIC / code)}
            self.assertIn(Path("atom.xml"), translated)
            self.assertLessEqual(translated, {path.relative_to(PUBLIC) for path in own})

    def test_feeds_keep_to_the_grammar_of_atom(self):
        valid, told = valid_for_atom(*feeds())
        self.assertTrue(valid, told)

    def test_the_grammar_refuses_what_is_no_atom(self):
        good = feeds()[0].read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            for old, new in (("<id>", "<idea>"), ("<title>", '<title type="markdown">'), ("T", " "), ("</name>", "</name><age>7</age>")):
                bad = Path(folder) / "bad.xml"
                bad.write_text(good.replace(old, new).replace("</id>", "</idea>" if old == "<id>" else "</id>"), "utf-8")
                self.assertFalse(valid_for_atom(bad)[0], new)

    def test_feeds_say_what_a_grammar_cannot_ask_for(self):
        for path in feeds():
            with self.subTest(path.name):
                self.check_feed(path, ElementTree.parse(path).getroot())

    def check_feed(self, path, feed):
        links = {each.get("rel", "alternate"): each.get("href") for each in feed.findall(ATOM + "link")}
        self.assertEqual(links["self"], base_url() + path.relative_to(PUBLIC).as_posix())
        self.assertIsNotNone(public_file(unquote(urlsplit(links["alternate"]).path)))
        self.assertTrue(feed.find(f"{ATOM}author/{ATOM}name").text)
        entries = feed.findall(ATOM + "entry")
        self.assertGreater(len(entries), 0)
        ids = [each.find(ATOM + "id").text for each in entries] + [feed.find(ATOM + "id").text]
        self.assertEqual(len(set(ids)), len(ids))
        moments = [self.moment(each, "published") for each in entries]
        self.assertEqual(moments, sorted(moments, reverse=True), "newest first")
        self.assertEqual(self.moment(feed, "updated"), max(self.moment(each, "updated") for each in entries))
        for entry in entries:
            self.check_entry(entry)

    def check_entry(self, entry):
        address = entry.find(ATOM + "link").get("href")
        self.assertIsNotNone(public_file(unquote(urlsplit(address).path)), address)
        self.assertTrue(entry.find(ATOM + "title").text.strip())
        self.assertLessEqual(self.moment(entry, "published"), self.moment(entry, "updated"))
        self.assertLessEqual(self.moment(entry, "published"), datetime.fromisoformat(NOW))
        content = entry.find(ATOM + "content")
        self.assertTrue(content is not None and content.text, address)
        for link in outline_of(content.text).links:
            if link.loaded:  # readers load pictures from where the entry says its base is
                self.assertTrue(link.address.startswith("http") or content.get("{http://www.w3.org/XML/1998/namespace}base"))

    @staticmethod
    def moment(element, name) -> datetime:
        return datetime.fromisoformat(element.find(ATOM + name).text)


class Crawlers(unittest.TestCase):
    def addresses(self) -> list[str]:
        root = ElementTree.parse(PUBLIC / "sitemap.xml").getroot()
        self.assertEqual(root.tag, SITEMAP + "urlset")
        return [each.text for each in root.iter(SITEMAP + "loc")]

    def test_the_site_map_lists_every_page_once_and_nothing_else(self):
        listed = [public_file(unquote(urlsplit(each).path)) for each in self.addresses()]
        self.assertNotIn(None, listed)
        self.assertEqual(len(set(listed)), len(listed))
        wanted = [p for p in pages() if p.name != "404.html" and not outline_of_file(p).refreshes_to]
        shown = {p for p in wanted if '<meta name="robots" content="noindex">' not in p.read_text("utf-8")}
        self.assertEqual(set(listed), shown)

    def test_the_site_map_gives_whole_addresses(self):
        self.assertEqual([each for each in self.addresses() if not each.startswith(base_url())], [])

    def test_robots_are_told_of_the_site_map_and_kept_from_searching(self):
        lines = (PUBLIC / "robots.txt").read_text("utf-8").splitlines()
        self.assertIn(f"Sitemap: {base_url()}sitemap.xml", lines)
        self.assertIn(f"Disallow: {search_path()}", lines)
        for line in filter(None, lines):
            self.assertRegex(line, r"^(?:User-agent: \*|(?:Dis)?[Aa]llow: /\S*|Sitemap: https?://\S+)$")


if __name__ == "__main__":
    unittest.main()
