#!/usr/bin/env python3
"""The portal's judged queries, asked of a built portal."""
import json
import os
import subprocess
import sys
import tomllib
import urllib.parse
from pathlib import Path

FILE = Path(__file__).resolve().parent / "portal.toml"
RESULTS = 10


class Judged:
    """A query, the addresses one of which should come first, and how far down the best of them may stand."""

    def __init__(self, group, query, pages, within):
        self.group, self.query, self.within = group, query, within
        self.pages = [f"/{page}/" for page in pages.split()]
        self.rank = 0  # of the best of them; 0: not among the first ten
        self.found = []


def read(file=FILE):
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    places = {"first": 1, "three": 3}
    return [Judged(group, query, pages, places[place]) for place, groups in table.items()
            for group, queries in groups.items() for query, pages in queries.items()]


def ask(release, query, **more):
    """The program's answer in JSON, as a dictionary."""
    parameters = {"q": query, "format": "json", **more}
    environment = {"REQUEST_METHOD": "GET", "QUERY_STRING": urllib.parse.urlencode(parameters)}
    done = subprocess.run([Path(release) / "cgi-bin/search"], env=environment, capture_output=True, check=False)
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    if not head.startswith(b"Status: 200"):
        raise AssertionError(f"{query!r} is answered {head.decode()!r}; {done.stderr.decode()}")
    return json.loads(body)


def judge(release):
    """All queries, with what was found."""
    judged = read()
    for each in judged:
        answer = ask(release, each.query, size=RESULTS)
        each.found = [result["url"] for result in answer["results"]]
        each.rank = min((each.found.index(page) + 1 for page in each.pages if page in each.found), default=0)
    return judged


def told(each):
    rank = f"at {each.rank}" if each.rank else "not among the first ten"
    return f"{each.query!r} ({each.group}): {' or '.join(each.pages)} is {rank}, not within {each.within}; found: " \
           f"{', '.join(each.found[:3]) or 'nothing'}"


def main():
    release = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("KRONIKA_TEST_SITE", "_site")
    judged = judge(release)
    for each in judged:
        if not 0 < each.rank <= each.within:
            print(told(each))
    count = len(judged)
    first, three, ten = (sum(0 < each.rank <= most for each in judged) / count for most in (1, 3, 10))
    as_judged = sum(0 < each.rank <= each.within for each in judged) / count
    print(f"{count} queries: as judged {as_judged:.3f}; first {first:.3f}, first three {three:.3f}, first ten {ten:.3f}")


if __name__ == "__main__":
    main()
