"""Every activity of the programme is on the portal: its entries have pages, near to the home page, with all that the
editors wrote, and the search finds them.

Usage: pages_test.py. The finished portal is $KRONIKA_TEST_SITE, its sources $KRONIKA_SITE.
"""

import html
import json
import os
import re
import subprocess
import tomllib
import unittest
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

ROOT = Path(os.environ.get("KRONIKA_SITE", Path(__file__).resolve().parents[2]))
RELEASE = Path(os.environ.get("KRONIKA_TEST_SITE", ROOT / "build" / "test-site"))
PUBLIC = RELEASE / "public"
ACTIVITIES = [*(f"1.{n}" for n in range(1, 9)), *(f"2.{n}" for n in range(1, 9)), *(f"3.{n}" for n in range(1, 5)), "4.1", "4.2"]
FEWEST_ENTRIES = 3
MOST_CLICKS = 3


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        target = dict(attributes).get("href")
        if tag == "a" and target:
            self.found.append(target)


def file_of(address):
    path = unquote(address.split("#")[0].split("?")[0]).lstrip("/")
    return PUBLIC / path / "index.html" if path == "" or path.endswith("/") else PUBLIC / path


def links_of(address):
    parser = Links()
    parser.feed(file_of(address).read_text("utf-8"))
    out = set()
    for link in parser.found:
        target = urljoin(address, link).split("#")[0].split("?")[0]
        if target.startswith("/") and target.endswith("/") and file_of(target).exists():
            out.add(target)
    return out


def clicks_from_home():
    """Address → the fewest clicks, of every page that links lead to."""
    distance, edge = {"/": 0}, ["/"]
    while edge:
        further = []
        for address in edge:
            for target in sorted(links_of(address)):
                if target not in distance:
                    distance[target] = distance[address] + 1
                    further.append(target)
        edge = further
    return distance


def text_of(page):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", page, flags=re.S)).replace("\u00a0", " "))


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.config = tomllib.loads((ROOT / "site.toml").read_text("utf-8"))
        cls.collections = cls.config["collections"]
        api = PUBLIC / "api/v1/collections"
        cls.entries = {}
        for name in cls.collections:
            listed = json.loads((api / f"{name}.json").read_text("utf-8"))["entries"] if (api / f"{name}.json").exists() else []
            cls.entries[name] = [json.loads((api / name / f"{each['slug']}.json").read_text("utf-8")) for each in listed]

    def address(self, entry):
        base = self.config["site"]["base_url"]
        return "/" + entry["url"].removeprefix(base)

    def test_each_activity_has_entries(self):
        by_activity = defaultdict(list)
        for entries in self.entries.values():
            for entry in entries:
                activity = entry["fields"].get("dzialanie")
                if activity:
                    by_activity[activity["value"]].append(entry["id"])
        self.assertEqual(sorted(by_activity), sorted(ACTIVITIES))
        few = {activity: ids for activity, ids in by_activity.items() if len(ids) < FEWEST_ENTRIES}
        self.assertEqual(few, {})

    def test_entries_are_three_clicks_from_the_home_page(self):
        clicks = clicks_from_home()
        far = [(self.address(entry), clicks.get(self.address(entry))) for entries in self.entries.values() for entry in entries
               if clicks.get(self.address(entry), 99) > MOST_CLICKS]
        self.assertEqual(far, [])
        for name, collection in self.collections.items():
            with self.subTest(collection=name):
                self.assertLessEqual(clicks.get(re.split(r"\{", collection["url"])[0], 99), MOST_CLICKS - 1)

    def test_a_page_shows_every_field_that_its_editor_filled_in(self):
        shown = 0
        for name, entries in self.entries.items():
            fields = {**self.config["common_fields"], **self.collections[name].get("fields", {})}
            for entry in entries:
                page = text_of(file_of(self.address(entry)).read_text("utf-8"))
                for key, field in fields.items():
                    if field.get("hidden") or field.get("role") in ("example", "archived") or entry["fields"].get(key) in (None, [], False):
                        continue
                    shown += 1
                    label = field["label"] if isinstance(field["label"], str) else field["label"][self.config["site"]["language"]]
                    self.assertIn(label, page, f"{entry['id']}: {key}")
        self.assertGreater(shown, 3000)

    def test_examples_say_so_on_their_pages(self):
        for entries in self.entries.values():
            for entry in entries:
                page = file_of(self.address(entry)).read_text("utf-8")
                self.assertEqual(entry["example"], '<p class="example"><span class="badge">Przykład' in page, entry["id"])

    def search(self, query):
        done = subprocess.run([RELEASE / "cgi-bin/search"], capture_output=True, timeout=20,
                              env={"REQUEST_METHOD": "GET", "QUERY_STRING": f"q={quote(query)}&format=json&size=20"})
        return json.loads(done.stdout.split(b"\n\n" if b"\r\n\r\n" not in done.stdout else b"\r\n\r\n", 1)[1])

    def test_the_search_finds_the_entries_of_every_collection_by_their_titles(self):
        searched = 0
        for name, entries in self.entries.items():
            for entry in entries[:: max(1, len(entries) // 5)]:
                if name in ("portal", "program", "przewodnik"):
                    continue
                found = [each["url"] for each in self.search(entry["title"])["results"]]
                self.assertIn(self.address(entry), found[:10], entry["title"])
                searched += 1
        self.assertGreater(searched, 80)


if __name__ == "__main__":
    unittest.main()
