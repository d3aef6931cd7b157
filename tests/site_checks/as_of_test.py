"""The finished site's search asked as of a day, against a recount over the register's Markdown files."""

import csv
import io
import json
import random
import sys
import unittest
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from release import NOW, SITE, base_path, base_url, configuration, public_file, search, search_path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "content_checks"))
from portal_text import read_pages  # noqa: E402
from search_test import is_found  # noqa: E402

COLLECTION = "rejestr"
BUILT = date.fromisoformat(NOW[:10])
DAYS = 200


def field() -> dict:
    return configuration()["collections"][COLLECTION]["fields"]["stan"]


PARAMETER = field()["as_of"]


@cache
def histories() -> dict[str, list[dict]]:
    """Title → the rows of its history."""
    name = configuration()["front_matter"]["title"]
    return {
        page.front_matter[name]: page.front_matter.get(field()["history"]["table"], [])
        for page in read_pages(SITE)
        if page.path.relative_to(SITE / "content").parts[0] == COLLECTION and page.path.name != "_index.md" and is_found(page)
    }


def state_on(rows: list[dict], day: date) -> str | None:
    """The rule as an official would say it: the row in force, else what became of the last one."""
    history = field()["history"]
    begun = [row for row in rows if row[history["from"]] <= day]
    if not begun:
        return None
    in_force = [row for row in begun if history["to"] not in row or day <= row[history["to"]]]
    if in_force:
        return in_force[-1][history["value"]]
    last = max(begun, key=lambda row: row[history["from"]])[history["value"]]
    return history["otherwise"] if last == history["holds"] else last


def states_on(day: date) -> dict[str, str]:
    states = {title: state_on(rows, day) for title, rows in histories().items()}
    return {title: state for title, state in states.items() if state}


def ask(day: date | None, **parameters) -> dict:
    asked = {"format": "json", "collection": COLLECTION, "size": 100, **parameters}
    if day:
        asked[PARAMETER] = day.isoformat()
    status, _, body = search(urlencode(asked))
    if status != 200:
        raise AssertionError(f"{asked}: {status}: {body}")
    return json.loads(body)


def told_counts(answer: dict) -> dict[str, int]:
    return {v["value"]: v["count"] for f in answer["facets"] if f["name"] == "stan" for v in f["values"] if v["count"]}


def some_days() -> list[date]:
    """Days at random, and around every change of some histories, where mistakes of a day would be."""
    draw = random.Random(20261125)
    first = date(2019, 1, 1)
    days = [first + timedelta(draw.randrange((date(2029, 12, 31) - first).days)) for _ in range(DAYS)]
    history = field()["history"]
    ends = sorted({row[name] for rows in histories().values() for row in rows for name in (history["from"], history["to"]) if name in row})
    for end in draw.sample(ends, min(20, len(ends))):
        days += [end - timedelta(1), end, end + timedelta(1)]
    return days


class AsOf(unittest.TestCase):
    def test_there_are_histories_to_ask_for(self):
        self.assertGreater(len(histories()), 50)
        self.assertGreater(len({state for day in some_days() for state in states_on(day).values()}), 2)

    def test_counts_and_lists_of_many_days_are_those_of_the_files(self):
        differing = 0
        for day in some_days():
            states = states_on(day)
            answer = ask(day, stan="aktywny")
            wanted = sorted(title for title, state in states.items() if state == "aktywny")
            self.assertEqual(answer["total"], len(wanted), day)
            self.assertEqual(told_counts(answer), dict(Counter(states.values())), day)
            self.assertEqual(answer["as_of"], {"name": PARAMETER, "date": day.isoformat()})
            found = [(each["title"], each["fields"]["stan"]) for each in answer["results"]]
            self.assertTrue(set(found) <= {(title, "aktywny") for title in wanted}, day)
            self.assertEqual(len(found), min(100, len(wanted)))
            differing += states != states_on(BUILT)
        self.assertGreater(differing, DAYS // 2)

    def test_the_day_of_the_build_is_what_no_day_says(self):
        now, then = ask(None), ask(BUILT)
        self.assertNotIn("as_of", now)
        self.assertEqual(told_counts(now), told_counts(then))
        self.assertEqual(told_counts(now), dict(Counter(states_on(BUILT).values())))
        self.assertEqual([each["url"] for each in now["results"]], [each["url"] for each in then["results"]])

    def test_the_page_of_results_can_be_kept(self):
        query = urlencode({"q": "", "collection": COLLECTION, "stan": "aktywny", "uslugi": "", PARAMETER: "2025-06-30"})
        status, _, page = search(query)
        self.assertEqual(status, 200)
        address = f"{search_path()}?collection={COLLECTION}&amp;stan=aktywny&amp;{PARAMETER}=2025-06-30"
        self.assertIn(f'<a href="{address}">{base_url().removesuffix(base_path())}{address}</a>', page)
        self.assertIn("Stan na dzień: 30\u00a0czerwca\u00a02025\u00a0r.", page)
        self.assertIn("Dane portalu z dnia", page)
        self.assertIn(f"{PARAMETER}=2025-06-30&amp;size=100", page)
        for label in ("Telefon", "Adres", "E-mail"):
            self.assertIn(f"<dt>{label}</dt>", page)

    def test_the_table_says_its_day(self):
        day = date(2025, 6, 30)
        _, kind, body = search(urlencode({"collection": COLLECTION, "stan": "aktywny", PARAMETER: day.isoformat(), "format": "csv"}))
        self.assertTrue(kind.startswith("text/csv"))
        rows = list(csv.DictReader(io.StringIO(body)))
        self.assertEqual({row["title"] for row in rows}, {t for t, s in states_on(day).items() if s == "aktywny"})
        self.assertEqual({(row["stan"], row[PARAMETER]) for row in rows}, {("aktywny", day.isoformat())})

    def test_no_day_of_the_calendar_is_refused_readably(self):
        for wrong in ("2025-02-30", "wczoraj", "1899-12-31", "30.06.2025"):
            status, kind, body = search(urlencode({PARAMETER: wrong}))
            self.assertEqual((status, kind), (400, "text/html; charset=utf-8"))
            self.assertIn("2025-06-30", body)
            self.assertEqual(search(urlencode({PARAMETER: wrong, "format": "json"}))[0], 400)

    def test_the_finder_is_on_the_site(self):
        page = public_file("/portal/znajdz-dostawce/").read_text("utf-8")
        self.assertIn(f'action="{search_path()}" method="get"', page)
        self.assertIn(f'type="date" name="{PARAMETER}" value="{BUILT.isoformat()}"', page)
        self.assertIn('<input type="hidden" name="stan" value="aktywny">', page)
        self.assertIn('<optgroup label="', page)


if __name__ == "__main__":
    unittest.main()
