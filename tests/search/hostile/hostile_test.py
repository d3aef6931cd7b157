"""The real program under sanitizers answers hostile requests: a status that fits, nothing reflected as more than text."""

import csv
import json
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from functools import cache, reduce
from operator import or_
from pathlib import Path

from markup import markup_of
from program import PROGRAM, SEARCH_FOLDER, Answer, run, run_all
from request_list import MARK, Request, get, requests

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "site_checks"))
import nu_html_test  # noqa: E402

# A quarter of a second, and four times that because of the sanitizers.
MOST_CPU = 1.0

HEADERS = {"Status", "Content-Type", "Content-Length", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
           "Permissions-Policy", "Cache-Control", "ETag", "Allow", "Retry-After", "Content-Disposition"}  # fmt: skip
SAFETY = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-cache"}

# Pages whose markup every page may have: results of each kind, filters, order, pages, corrections, none, refusal.
BENIGN = ("", "q=praca", "q=spoldzielnai", "q=praca&powiat=kielecki&sort=date&size=2&page=2", "q=zzzzqqqq", "page=0",
          "q=praca+zzzzqqqq", "collection=rejestr&stan_na=2025-06-30", "powiat=nigdzie", "lang=pl", "size=1&page=50", "q=%22praca+dom%22")  # fmt: skip

# What the HTML checker says of a query's own letters, each with why it stays.
ACCEPTED = {
    "Normalization Form C": "letters are composed as far as Polish and its neighbours need",
    "starts with a composing character": "so does the query",
    "Private Use Area": "so does the query",
}


@cache
def formats() -> tuple[str, ...]:
    """As the program names them when it refuses another."""
    refusal = run(get("", "format=exe")).body.decode()
    names = re.search(r"Wyniki są dostępne w formatach ([^.<]*)\.", refusal)
    return tuple(re.findall(r"\w+", names[1].replace(" i ", " ")))


@cache
def answers() -> tuple[tuple[Request, Answer], ...]:
    return tuple(run_all(requests()))


@cache
def answers_in_other_formats() -> tuple[tuple[Request, Answer], ...]:
    asked = [each for each in requests() if not each.query.startswith(b"format=")]
    return tuple(run_all(each.asked_as(form) for form in formats() if form != "html" for each in asked))


def text_of(answer: Answer) -> str:
    return answer.body.decode("utf-8")


class Hostile(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.assertTrue(PROGRAM.is_file(), f"{PROGRAM} is missing: cmake --build --preset debug --target kronika-search")
        self.assertTrue(SEARCH_FOLDER.is_dir(), f"{SEARCH_FOLDER} is missing: ctest -R site_build")
        self.wrong = []

    def tearDown(self):
        told = "\n".join(self.wrong[:40])
        self.assertEqual(len(self.wrong), 0, f"{len(self.wrong)} requests\n{told}")

    def html_answers(self):
        found = [(request, answer) for request, answer in answers() if answer.type == "text/html" and answer.body]
        self.assertGreater(len(found), 300)
        return found

    def check_each(self, answered, check):
        for request, answer in answered:
            problem = check(request, answer)
            if problem:
                self.wrong.append(f"{request.name}: {problem}")


class InEveryFormat(Hostile):
    """Without looking at what is answered."""

    def everything(self):
        self.assertGreater(len(requests()), 400)
        self.assertGreaterEqual(len(formats()), 3)
        return [*answers(), *answers_in_other_formats()]

    def test_nothing_crashes(self):
        self.check_each(self.everything(), lambda _, answer: answer.crash())

    def test_nothing_is_told_to_the_log(self):
        self.check_each(self.everything(), lambda _, answer: answer.errors)

    def test_the_status_fits(self):
        self.check_each(
            self.everything(),
            lambda request, answer: None if answer.status in request.statuses else f"{answer.status}, not {request.statuses}",
        )

    def test_no_request_takes_long(self):
        self.check_each(self.everything(), lambda _, answer: f"{answer.cpu:.2f} s" if answer.cpu > MOST_CPU else None)

    def test_headers_are_ours_and_safe(self):
        def check(_, answer):
            if not set(answer.headers) <= HEADERS:
                return f"headers {sorted(set(answer.headers) - HEADERS)}"
            if answer.status == 304:
                return None
            policy = answer.headers.get("Content-Security-Policy", "")
            if "default-src" not in policy or "unsafe" in policy or "*" in policy:
                return f"the policy '{policy}'"
            missing = [name for name, value in SAFETY.items() if answer.headers.get(name) != value]
            return f"without {missing}" if missing else None

        self.check_each(self.everything(), check)

    def test_what_is_answered_is_of_its_type(self):
        def check(_, answer):
            if not answer.body:
                return None
            try:
                text = text_of(answer)
                if answer.type.endswith("json"):
                    json.loads(text)
                elif answer.type.endswith("xml"):
                    xml.etree.ElementTree.fromstring(text)
                elif answer.type == "text/csv":
                    list(csv.reader(text.splitlines(keepends=True), strict=True))
                elif answer.type != "text/html" and (answer.type != "text/plain" or answer.status == 200):
                    return f"the type '{answer.type}'"
            except (ValueError, csv.Error, xml.etree.ElementTree.ParseError) as why:
                return f"{answer.type}: {why}"
            return None

        self.check_each(self.everything(), check)

    def test_json_is_safe_inside_html(self):
        self.check_each(
            answers_in_other_formats(),
            lambda _, answer: "a bracket" if answer.type.endswith("json") and b"<" in answer.body else None,
        )


class AsPages(Hostile):
    def test_pages_are_valid(self):
        with tempfile.TemporaryDirectory() as folder:
            names, pages = {}, []
            for number, (request, answer) in enumerate(self.html_answers()):
                pages.append(Path(folder) / f"{number}.html")
                pages[-1].write_bytes(answer.body)
                names[pages[-1].name] = request.name
            for told in nu_html_test.check(pages, Path(folder), "--no-langdetect"):
                if not any(each in told for each in ACCEPTED):
                    self.wrong.append(f"{names[told.partition(':')[0]]}: {told}")

    def test_requests_do_not_become_markup(self):
        benign = [markup_of(text_of(run(get("", query)))) for query in BENIGN]
        known = reduce(or_, benign)
        self.assertIn(("mark", ""), known.attributes)
        self.assertIn(("input", "value"), known.attributes)

        def check(_, answer):
            found = markup_of(text_of(answer))
            if found.attributes - known.attributes:
                return f"elements and attributes {sorted(found.attributes - known.attributes)}"
            if found.code - known.code:
                return f"code {sorted(found.code - known.code)}"
            foreign = [each for each in found.addresses if re.match(r"\s*(//|[a-z][\w+.-]*:)", each, re.I) and MARK in each]
            return f"addresses {foreign}" if foreign else None

        self.check_each([each for each in self.html_answers() if each[1].status in (200, 400)], check)

    def test_injected_texts_are_shown_as_they_were_typed(self):
        shown = [markup_of(text_of(a)).text for r, a in self.html_answers() if r.name.endswith(" in q")]
        self.assertGreater(len(shown), 15)
        self.assertEqual([text[:200] for text in shown if MARK not in text], [])

    def test_the_check_of_markup_finds_what_it_looks_for(self):
        found = markup_of(f'<p><b onclick=x title="{MARK}">y</b><a href="javascript:{MARK}">z</a><!--{MARK}--><script>q</script>')
        self.assertIn(("b", "onclick"), found.attributes)
        self.assertEqual(found.code, {MARK, "q"})
        self.assertEqual(found.addresses, {f"javascript:{MARK}"})
        self.assertEqual(found.text, "yz")


class Limits(Hostile):
    def test_a_refusal_says_what_is_too_much(self):
        for query, message in {
            "q=" + "a" * 9000: "Adres jest za długi",
            "&".join(f"powiat={i}" + "%C5%82" * 99 for i in range(12)): "Adres jest za długi",
            "x=1&" * 201: "Adres ma za dużo części",
            "q=" + "a" * 1001: "Zapytanie jest za długie",
            "q=" + "a+" * 51: "Zapytanie ma za dużo słów",
            "q=" + "ab*+" * 9: "Za dużo słów kończy się gwiazdką",
            "&".join(f"powiat={i}" for i in range(61)): "Wybrano za dużo filtrów",
            "powiat=" + "a" * 301: "Filtr w adresie jest za długi",
            "page=501": "Nie ma takiej strony wyników",
            "size=101": "Liczba wyników na stronie",
            "sort=x": "Wyniki można porządkować według",
            "lang=xx": "Portal nie ma stron w tym języku",
            "format=x": "Wyniki są dostępne w formatach",
        }.items():
            with self.subTest(query=query[:40]):
                answer = run(get("", query))
                self.assertEqual(answer.status, 400)
                self.assertIn(message, markup_of(text_of(answer)).text)


if __name__ == "__main__":
    unittest.main()
