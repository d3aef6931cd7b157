"""The formats of results, and what tells browsers of the search: valid, whole, and of the same pages as the search."""

import csv
import io
import json
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from html_page import outline_of, outline_of_file
from release import PUBLIC, RELEASE, base_url, configuration, pages, public_file, search, search_path

ATOM = "{http://www.w3.org/2005/Atom}"
COUNTS = "{http://a9.com/-/spec/opensearch/1.1/}"
GRAMMAR = Path(__file__).parent / "atom.rnc"
DESCRIPTION_TYPE = "application/opensearchdescription+xml"
SEARCHES = (
    "q=sp%C3%B3%C5%82dzielnia", "collection=rejestr&powiat=kielecki&powiat=buski", "q=praca&sort=title", "",
    "q=zzzzqqqq", "q=%3Cscript%3E%26%22%27%01&powiat=%3Cb%3E", "q=praca&size=3&page=2",
)  # fmt: skip


def answer(query: str, wanted_type: str) -> str:
    status, kind, body = search(query)
    if (status, kind) != (200, wanted_type):
        raise AssertionError(f"{query}: {status} {kind} {body[:200]}")
    return body


def listed(query: str) -> list[dict]:
    """All that JSON gives, page after page, of those that have all the words."""
    found, page = [], 1
    while True:
        given = json.loads(answer(f"{query}&format=json&size=100&page={page}", "application/json; charset=utf-8"))
        found += [each for each in given["results"] if not each["partial"]]
        if page * 100 >= given["total"]:
            return found
        page += 1


def whole(url: str) -> str:
    return base_url().rstrip("/") + url


class Feed(unittest.TestCase):
    def feed(self, query: str) -> str:
        return answer(query + "&format=atom", "application/atom+xml; charset=utf-8")

    def test_feeds_of_searches_keep_to_the_grammar_of_atom(self):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for number, query in enumerate(SEARCHES):
                files.append(Path(folder) / f"{number}.xml")
                files[-1].write_text(self.feed(query), "utf-8")
            for command in (["jing", "-c", GRAMMAR], ["xmllint", "--noout", "--nonet"]):
                run = subprocess.run([*command, *files], capture_output=True, text=True)
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_a_feed_has_what_a_grammar_cannot_ask_for(self):
        for query in SEARCHES:
            root = ElementTree.fromstring(self.feed(query))
            self.assertTrue(root.find(f"{ATOM}author/{ATOM}name").text)
            links = {each.get("rel", "alternate"): each.get("href") for each in root.findall(ATOM + "link")}
            self.assertTrue(links["self"].startswith(whole(search_path() + "?")), links)
            self.assertTrue(links["alternate"].startswith(whole(search_path())), links)
            again = ElementTree.fromstring(search(urlsplit(links["self"]).query)[2])
            self.assertEqual(ElementTree.tostring(again), ElementTree.tostring(root), "self is another feed")
            entries = root.findall(ATOM + "entry")
            ids = [each.find(ATOM + "id").text for each in entries]
            self.assertEqual(len(set(ids)), len(ids))
            newest = max((each.find(ATOM + "updated").text for each in entries), default="1970-01-01T00:00:00Z")
            self.assertEqual(root.find(ATOM + "updated").text, newest)
            for address in ids:
                self.assertTrue(address.startswith(base_url()))
                self.assertIsNotNone(public_file(unquote(urlsplit(address).path)), address)

    def test_a_feed_is_newest_first_and_has_its_filters(self):
        root = ElementTree.fromstring(self.feed("collection=aktualnosci"))
        moments = [each.find(ATOM + "published").text for each in root.findall(ATOM + "entry")]
        self.assertGreater(len(moments), 5)
        self.assertEqual(moments, sorted(moments, reverse=True))
        self.assertEqual({each.get("term") for each in root.iter(ATOM + "category")} - {"example"}, {"aktualnosci"})
        self.assertEqual(int(root.find(COUNTS + "totalResults").text), len(listed("collection=aktualnosci")))

    def test_an_entry_has_the_id_and_the_dates_that_it_has_in_the_sites_own_feed(self):
        own = ElementTree.parse(PUBLIC / "aktualnosci" / "atom.xml").getroot()
        found = ElementTree.fromstring(self.feed("collection=aktualnosci&size=100"))

        def dates(root):
            parts = ("id", "published", "updated")
            return {each.find(ATOM + "id").text: [each.find(ATOM + part).text for part in parts] for each in root.findall(ATOM + "entry")}

        self.assertGreater(len(dates(own)), 5)
        for address, moments in dates(own).items():
            self.assertEqual(dates(found).get(address), moments)


class Table(unittest.TestCase):
    def table(self, query: str) -> list[list[str]]:
        text = answer(query + "&format=csv", "text/csv; charset=utf-8; header=present")
        self.assertNotIn("\n", text.replace("\r\n", ""))  # no field of the portal has line ends
        self.assertFalse(text.startswith("\ufeff"))
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))

    def test_a_table_has_the_results_that_json_has(self):
        for query in ("q=sp%C3%B3%C5%82dzielnia", "collection=rejestr", "q=praca&sort=title", "q=zzzzqqqq", ""):
            heading, *rows = self.table(query)
            self.assertEqual(heading[:4], ["url", "title", "collection", "date"])
            self.assertEqual({len(row) for row in rows} - {len(heading)}, set())
            self.assertEqual(len(set(heading)), len(heading))
            wanted = listed(query)
            self.assertEqual([row[:4] for row in rows], [
                [whole(each["url"]), each["title"], each["collection"], each["date"] or ""] for each in wanted
            ])  # fmt: skip
            self.assertEqual(set(heading[4:]), {name for each in wanted for name in each["fields"]})
            for row, each in zip(rows, wanted):
                for name, cell in zip(heading[4:], row[4:]):
                    value = each["fields"].get(name, "")
                    text = "; ".join(value) if isinstance(value, list) else value
                    self.assertEqual(cell, "'" + text if text[:1] in tuple("=+-@\t\r") and text else text)

    def test_no_cell_is_a_formula(self):
        for query in SEARCHES:
            for row in self.table(query):
                self.assertEqual([cell for cell in row if cell[:1] in set("=+-@\t\r")], [])

    def test_invented_entries_say_so(self):
        heading, *rows = self.table("collection=rejestr")
        self.assertEqual({row[heading.index("przyklad")] for row in rows} - {"true", "false", ""}, set())
        self.assertIn("true", {row[heading.index("przyklad")] for row in rows})


class Map(unittest.TestCase):
    def features(self, query: str) -> list[dict]:
        given = json.loads(answer(query + "&format=geojson", "application/geo+json"))
        self.assertEqual(list(given), ["type", "features"])
        self.assertEqual(given["type"], "FeatureCollection")
        return given["features"]

    def test_every_result_with_a_position_is_a_point(self):
        name = next(n for n, f in configuration()["collections"]["rejestr"]["fields"].items() if f["type"] == "position")
        placed = [each for each in listed("") if each["fields"].get(name)]
        self.assertGreater(len(placed), 20)
        features = self.features("")
        self.assertEqual([each["properties"]["url"] for each in features], [whole(each["url"]) for each in placed])
        for feature, result in zip(features, placed):
            self.assertEqual(list(feature), ["type", "geometry", "properties"])
            self.assertEqual((feature["type"], feature["geometry"]["type"]), ("Feature", "Point"))
            longitude, latitude = feature["geometry"]["coordinates"]
            self.assertTrue(49 < latitude < 52 and 19 < longitude < 22, result["title"])  # the region
            self.assertEqual(f"{latitude:g},{longitude:g}", result["fields"][name])
            self.assertEqual(list(feature["properties"]), ["url", "title", "collection", "fields"])
            self.assertEqual(feature["properties"]["fields"], result["fields"])

    def test_a_collection_without_positions_is_empty(self):
        self.assertEqual(self.features("collection=aktualnosci"), [])
        self.assertEqual(self.features("q=zzzzqqqq"), [])


class Errors(unittest.TestCase):
    def test_requests_out_of_bounds_are_refused_in_every_format(self):
        for kind in ("atom", "csv", "geojson"):
            for query in ("page=0", "size=1001", "sort=up", "q=" + "a" * 2000, "lang=xx"):
                status, content_type, body = search(f"format={kind}&{query}")
                self.assertEqual(status, 400, query[:40])
                self.assertEqual(content_type, "application/json; charset=utf-8" if kind == "geojson" else "text/plain; charset=utf-8")
                self.assertGreater(len(body), 10)

    def test_a_table_has_a_name_to_be_saved_under(self):
        run = subprocess.run(
            [RELEASE / "cgi-bin/search"], env={"REQUEST_METHOD": "GET", "QUERY_STRING": "format=csv"}, capture_output=True, check=True
        )
        self.assertIn(b'\r\nContent-Disposition: attachment; filename="search.csv"\r\n', run.stdout)


class PageOfResults(unittest.TestCase):
    def links(self, query: str) -> list[str]:
        html = answer(query, "text/html; charset=utf-8")
        return [each.address for each in outline_of(html).links if each.tag == "a"]

    def formats(self, query: str) -> list[str]:
        return [dict(parse_qsl(urlsplit(each).query))["format"] for each in self.links(query) if "format=" in each]

    def test_results_link_to_their_other_formats(self):
        self.assertEqual(self.formats("q=praca&collection=rejestr"), ["atom", "csv", "geojson"])
        self.assertEqual(self.formats("collection=aktualnosci"), ["atom", "csv"])
        self.assertEqual(self.formats("q=zzzzqqqq"), ["atom"])
        for address in self.links("q=praca&collection=rejestr"):
            if "format=" in address:
                self.assertEqual(search(urlsplit(address).query)[0], 200)

    def test_a_page_without_results_leads_on(self):
        links = self.links("q=zzzzqqqq&powiat=buski&powiat=kielecki")
        path = search_path()
        for wanted in (f"{path}?q=zzzzqqqq&powiat=buski", f"{path}?q=zzzzqqqq&powiat=kielecki", f"{path}?q=zzzzqqqq", path, "/rejestr/"):
            self.assertIn(wanted, links)

    def test_the_heading_says_how_many_there_are_and_which_page_it_is(self):
        total = len(listed(""))
        html = answer("page=2", "text/html; charset=utf-8")
        self.assertRegex(html, rf"<h2>{total} wynik\w*, strona 2 z {-(-total // 20)}</h2>")
        self.assertIn('aria-current="page"', html)


class Description(unittest.TestCase):
    def descriptions(self) -> list[Path]:
        site = configuration()["site"]
        languages = site.get("languages", [site["language"]])
        return [PUBLIC / ("opensearch.xml" if each == site["language"] else f"opensearch.{each}.xml") for each in languages]

    def test_every_page_names_the_description_of_its_language(self):
        language = configuration()["site"]["language"]
        shells = [RELEASE / "search" / f"shell.{language}.html"]
        for page in [*pages(), *shells]:
            outline = outline_of_file(page)
            if outline.refreshes_to:
                continue
            name = "opensearch.xml" if outline.language == language else f"opensearch.{outline.language}.xml"
            html = page.read_text("utf-8")
            self.assertIn(f'<link rel="search" type="{DESCRIPTION_TYPE}" title="', html, page)
            self.assertIn(urlsplit(base_url() + name).path, [each.address for each in outline.links], page)

    def test_a_description_is_what_browsers_take(self):
        for path in self.descriptions():
            run = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            root = ElementTree.parse(path).getroot()
            self.assertEqual(root.tag, COUNTS + "OpenSearchDescription")
            self.assertTrue(0 < len(root.find(COUNTS + "ShortName").text) <= 16)
            self.assertLessEqual(len(root.find(COUNTS + "LongName").text), 48)
            self.assertTrue(0 < len(root.find(COUNTS + "Description").text) <= 1024)
            self.assertEqual(root.find(COUNTS + "InputEncoding").text, "UTF-8")
            image = root.find(COUNTS + "Image")
            self.assertIsNotNone(public_file(urlsplit(image.text).path))
            addresses = {(each.get("type"), each.get("rel")): each.get("template") for each in root.findall(COUNTS + "Url")}
            self.assertEqual(addresses.pop((DESCRIPTION_TYPE, "self")), base_url() + path.name)
            self.assertEqual(set(addresses), {
                ("text/html", "results"), ("application/atom+xml", "results"), ("application/x-suggestions+json", "suggestions"),
            })  # fmt: skip
            for (kind, _), template in addresses.items():
                self.assertTrue(template.startswith(whole(search_path() + "?")))
                query = urlsplit(template.replace("{searchTerms}", "prac").replace("{startPage?}", "")).query
                status, content_type, _ = search(query)
                self.assertEqual((status, content_type.split(";")[0]), (200, kind))


if __name__ == "__main__":
    unittest.main()
