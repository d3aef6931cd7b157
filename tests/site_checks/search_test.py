"""The search of the finished site, asked as CGI: what it finds, and its counts against a recount over the content."""

import csv
import json
import random
import re
import subprocess
import sys
import unittest
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from urllib.parse import quote_plus, urlencode

from release import NOW, RELEASE, SITE, configuration, public_file, search

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "content_checks"))
from portal_text import PortalPage, read_pages  # noqa: E402

ZONE = timezone(timedelta(hours=1))  # Warsaw's, in winter, which is when the demo site is built
LOCAL_NOW = datetime.fromisoformat(NOW).astimezone(ZONE).replace(tzinfo=None)
Filters = dict[str, set[str]]


@dataclass
class Entry:
    title: str
    facets: dict[str, set[str]] = field(default_factory=dict)


def key(name: str) -> str:
    """A built-in key of front matter as this site's editors write it."""
    return configuration().get("front_matter", {}).get(name, name)


def moment(value) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo is None else value.astimezone(ZONE).replace(tzinfo=None)
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else datetime.fromisoformat(value)


def is_found(page: PortalPage) -> bool:
    matter = page.front_matter
    published = key("date") not in matter or moment(matter[key("date")]) <= LOCAL_NOW
    expired = key("expires") in matter and moment(matter[key("expires")]) <= LOCAL_NOW
    return published and not expired and not matter.get(key("draft"), False) and matter.get(key("search"), True)


@cache
def parents(vocabulary: str) -> dict[str, str]:
    """Term → the term above, of a vocabulary that stands under another."""
    with (SITE / f"content/_data/{vocabulary}.csv").open(encoding="utf-8", newline="") as file:
        return {row["value"]: row["parent"] for row in csv.DictReader(file, delimiter=";")}


def levels(schema: dict, fields: dict) -> tuple[str, int]:
    """The facet that shows a field's values, and how many levels it has above them."""
    name, count = "", 0
    while "under" in schema:
        name, count = schema["under"], count + 1
        schema = fields[name]
    return name, count


def paths(value: str, vocabulary: str, above: int) -> set[str]:
    """A value on each of its levels: {"kielecki", "kielecki/checiny"}."""
    keys = [value]
    for _ in range(above):
        keys.insert(0, parents(vocabulary)[keys[0]])
        vocabulary = configuration()["vocabularies"][vocabulary]["parent"]
    return {"/".join(keys[: i + 1]) for i in range(len(keys))}


def facet_values(value, schema: dict, above: int) -> set[str]:
    out = set()
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, date):
            out.add(str(each.year))
        elif above:
            out |= paths(each, schema["vocabulary"], above)
        else:
            out.add(str(each))
    return out


def state_of(page: PortalPage, name: str) -> str | None:
    """What the API of the finished site says."""
    collection = page.path.relative_to(SITE / "content").parts[0]
    slug = page.path.parent.name if page.path.name == "index.md" else page.path.stem
    value = json.loads(public_file(f"/api/v1/collections/{collection}/{slug}.json").read_text("utf-8"))["fields"][name]
    return value and value["value"]


def entries() -> list[Entry]:
    out = []
    for page in read_pages(SITE):
        if page.path.name == "_index.md" or not is_found(page):
            continue
        collection = page.path.relative_to(SITE / "content").parts[0]
        facets = {"collection": {collection}}
        fields = configuration()["collections"][collection].get("fields", {})
        for name, schema in fields.items():
            follows = "states" in schema or "history" in schema  # from dates: recounted by as_of_test and states_test
            value = state_of(page, name) if follows else page.front_matter.get(name, schema.get("default"))
            if schema.get("facet") and value not in (None, []):
                root, above = levels(schema, fields)
                facets.setdefault(root or name, set()).update(facet_values(value, schema, above))
        if configuration()["search"].get("date_facet") and key("date") in page.front_matter:
            facets[key("date")] = {str(moment(page.front_matter[key("date")]).year)}
        out.append(Entry(page.front_matter[key("title")], facets))
    return out


def is_chosen(value: str, wanted: set[str]) -> bool:
    """By itself, or by a range like 2019-2022."""
    if value in wanted:
        return True
    ranges = [each.split("-") for each in wanted if re.fullmatch(r"\d*-\d*", each) and value.isdigit()]
    return any(int(low or 0) <= int(value) <= int(high or 10**9) for low, high in ranges)


def matches(entry: Entry, filters: Filters) -> bool:
    """Or within a facet, and between facets."""
    return all(any(is_chosen(value, wanted) for value in entry.facets.get(name, ())) for name, wanted in filters.items())


def recount(all_entries: list[Entry], filters: Filters) -> dict[str, Counter]:
    """For each facet, how many entries each value has; the facet's own selection is ignored."""
    counts = {name: Counter() for entry in all_entries for name in entry.facets}
    for entry in all_entries:
        missed = [name for name, wanted in filters.items() if not matches(entry, {name: wanted})]
        for name, values in entry.facets.items():
            if missed in ([], [name]):
                counts[name].update(values)
    return counts


def ask(**parameters) -> dict:
    status, kind, body = search(urlencode({"format": "json", **parameters}, doseq=True))
    if status != 200 or not kind.startswith("application/json"):
        raise AssertionError(f"{parameters}: {status} {kind}: {body}")
    return json.loads(body)


class Counts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.entries = entries()
        cls.facets = sorted({name for entry in cls.entries for name in entry.facets})
        cls.values = {name: sorted({v for e in cls.entries for v in e.facets.get(name, ())}) for name in cls.facets}

    def assert_counts(self, filters: Filters):
        answer = ask(**{name: sorted(wanted) for name, wanted in filters.items()}, size=1)
        self.assertTrue(answer["total_is_exact"])
        self.assertEqual(answer["total"], sum(matches(entry, filters) for entry in self.entries), filters)
        told = {facet["name"]: {v["value"]: v["count"] for v in facet["values"] if v["count"]} for facet in answer["facets"]}
        wanted = {name: dict(counts) for name, counts in recount(self.entries, filters).items() if counts}
        self.assertEqual({name: values for name, values in told.items() if values}, wanted, filters)
        for facet in answer["facets"]:
            chosen = {value["value"] for value in facet["values"] if value["selected"]} | set(facet.get("ranges", ()))
            self.assertEqual(chosen, filters.get(facet["name"], set()), filters)
            for value in facet["values"]:
                self.assertEqual(value.get("parent", ""), value["value"].rpartition("/")[0], filters)

    def test_there_is_something_to_count(self):
        self.assertGreater(len(self.entries), 80)
        self.assertGreater(len(self.facets), 5)

    def test_without_a_filter(self):
        self.assert_counts({})

    def test_with_each_value_of_each_facet(self):
        for name in self.facets:
            for value in self.values[name]:
                self.assert_counts({name: {value}})

    def test_with_two_values_of_one_facet(self):
        for name in self.facets:
            self.assert_counts({name: set(self.values[name][:2])})
            self.assert_counts({name: set(self.values[name][-3:])})

    def test_with_values_of_two_facets(self):
        for county in self.values["powiat"]:
            for collection in self.values["collection"]:
                self.assert_counts({"powiat": {county}, "collection": {collection}})

    def test_with_values_of_three_facets(self):
        for service in self.values["uslugi"][:6]:
            self.assert_counts({"powiat": set(self.values["powiat"][:7]), "uslugi": {service}, "collection": {"rejestr"}})

    def test_with_filters_drawn_at_random(self):
        """200 sets of one to four facets, each with one to three values: places of both levels, and years as ranges."""
        draw = random.Random(20261123)
        nested = ranges = 0
        for _ in range(200):
            filters = {}
            for name in draw.sample(self.facets, draw.randint(1, 4)):
                filters[name] = set(draw.sample(self.values[name], min(len(self.values[name]), draw.randint(1, 3))))
                if name in ("rok", key("date")) and draw.random() < 0.7:
                    low, high = sorted(draw.sample(range(2015, 2030), 2))
                    filters[name] = {draw.choice((f"{low}-{high}", f"{low}-", f"-{high}"))}
                    ranges += 1
                nested += any("/" in value for value in filters[name])
            self.assert_counts(filters)
        self.assertGreater(nested, 20)
        self.assertGreater(ranges, 20)

    def test_a_form_of_two_years_asks_for_the_range(self):
        name = key("date")
        years = [int(year) for year in self.values[name]]
        self.assertGreater(len(years), 1)
        answer = ask(**{f"{name}-from": min(years), f"{name}-to": max(years) - 1}, size=1)
        told = ask(**{name: f"{min(years)}-{max(years) - 1}"}, size=1)
        self.assertEqual(answer["total"], told["total"])
        self.assertEqual(answer["total"], sum(matches(e, {name: {f"-{max(years) - 1}"}}) for e in self.entries))
        self.assertGreater(answer["total"], 0)

    def test_every_municipality_is_under_its_county(self):
        places = next(facet for facet in ask(size=1)["facets"] if facet["name"] == "powiat")["values"]
        lower = [value for value in places if "parent" in value]
        self.assertGreater(len(lower), 20)
        above = parents("gminy")
        for value in lower:
            county, _, town = value["value"].partition("/")
            self.assertEqual((above[town], value["parent"]), (county, county))

    def test_with_words_as_well(self):
        """What words find is the search's own matter; its counts must be those of what it finds."""
        for words in ("spółdzielnia", "praca", "zamówienia społeczne"):
            found = self.titles_found(q=words)
            self.assertGreater(len(found), 5, words)
            by_title = {entry.title: entry for entry in self.entries}
            answer = ask(q=words, size=1)
            counted = recount([by_title[title] for title in found], {})
            for facet in answer["facets"]:
                self.assertEqual({v["value"]: v["count"] for v in facet["values"] if v["count"]}, dict(counted[facet["name"]]), words)

    def titles_found(self, **parameters) -> list[str]:
        """Those that have all the words."""
        found, page = [], 1
        while True:
            answer = ask(**parameters, size=100, page=page)
            found += [each["title"] for each in answer["results"] if not each["partial"]]
            if len(found) >= answer["total"] or not answer["results"]:
                self.assertEqual(len(found), answer["total"])
                return found
            page += 1

    def test_every_entry_is_found_once(self):
        self.assertEqual(sorted(self.titles_found()), sorted(entry.title for entry in self.entries))


class Answers(unittest.TestCase):
    def test_an_inflected_word_without_its_letters_finds_the_word(self):
        """Acceptance: q=spoldzielniami finds spółdzielnia in any form."""
        answer = ask(q="spoldzielniami")
        self.assertGreater(answer["total"], 5)
        forms = re.compile(r"sp(?:ó|&oacute;)łdzieln", re.IGNORECASE)
        self.assertTrue(any(forms.search(each["title"] + each["snippet_html"]) for each in answer["results"]))
        self.assertTrue(all(public_file(each["url"]) for each in answer["results"]))

    def test_forms_of_a_word_find_the_same(self):
        totals = {words: ask(q=words)["total"] for words in ("spółdzielnia", "spółdzielniami", "spoldzielni", "SPÓŁDZIELNIĄ")}
        self.assertEqual(len(set(totals.values())), 1, totals)

    def test_answers_have_the_fields_of_the_contract(self):
        answer = ask(q="pralnia", size=3)
        self.assertEqual(
            list(answer), ["query", "total", "total_is_exact", "partial_total", "page", "size", "results", "facets", "suggestion", "took_ms"]
        )
        self.assertEqual((answer["query"], answer["page"], answer["size"], len(answer["results"])), ("pralnia", 1, 3, 3))
        for result in answer["results"]:
            self.assertEqual(list(result), ["url", "section_url", "title", "collection", "date", "partial", "snippet_html", "fields"])
        for facet in answer["facets"]:
            self.assertEqual(list(facet), ["name", "label", "values"])
            for value in facet["values"]:
                self.assertEqual(list(value), ["value", "label", "count", "selected"] + ["parent"] * ("parent" in value))

    def test_titles_sort_as_in_a_polish_dictionary(self):
        titles = [each["title"] for each in ask(collection="rejestr", sort="title", size=100)["results"]]
        order = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
        letters = [[order.index(c) for c in title.lower() if c in order] for title in titles]
        self.assertGreater(len(titles), 20)
        self.assertEqual(letters, sorted(letters))

    def test_dates_sort_newest_first(self):
        dates = [each["date"] for each in ask(collection="aktualnosci", sort="date", size=100)["results"]]
        self.assertEqual(dates, sorted(dates, reverse=True))

    def test_an_answer_escapes_what_was_typed(self):
        status, _, html = search("q=" + quote_plus("<script>alert(1)</script>"))
        self.assertEqual(status, 200)
        self.assertNotIn("<script>alert", html)

    def test_requests_out_of_bounds_are_refused_readably(self):
        for query in ("page=0", "page=x", "size=101", "sort=up", "format=exe", "q=" + "a" * 2000, "lang=xx", "x" * 9000,
                      "rok=2022-2019", "rok=x", "rok-from=x", "rok-from=2022&rok-to=2019"):
            status, _, body = search(query)
            self.assertEqual(status, 400, query[:40])
            self.assertGreater(len(body), 10)

    def test_what_is_not_published_is_not_found(self):
        hidden = [p.front_matter[key("title")] for p in read_pages(SITE) if p.path.name != "_index.md" and not is_found(p)]
        for title in hidden:
            self.assertNotIn(title, [each["title"] for each in ask(q=title, size=100)["results"]])

    def test_other_methods_are_refused(self):
        run = subprocess.run(
            [RELEASE / "cgi-bin/search"], env={"REQUEST_METHOD": "POST", "QUERY_STRING": ""}, capture_output=True, check=True
        )
        self.assertTrue(run.stdout.startswith(b"Status: 405"), run.stdout[:60])


if __name__ == "__main__":
    unittest.main()
