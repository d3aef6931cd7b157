"""The words of the portal's pages, with their lemmas by the independent reader of the dictionary."""
import json
import os
import random
import re
import subprocess
import sys
import urllib.parse
from collections import defaultdict
from functools import cache
from pathlib import Path

import polish_dictionary
from page_text import read_page

REPOSITORY = Path(__file__).resolve().parents[3]
sys.path.append(str(REPOSITORY / "tests/search/evaluation"))  # for typing_errors

SITE = Path(os.environ.get("KRONIKA_SITE", REPOSITORY))
RELEASE = Path(os.environ.get("KRONIKA_TEST_SITE", REPOSITORY / "build/test-site"))
SEED = int(os.environ.get("KRONIKA_TEST_SEED", "1"))
WORD = re.compile(r"[^\W\d_]+")
STOP_WORDS = "search/language/words.cc"


def draw(purpose):
    """Randomness that is the same for the same KRONIKA_TEST_SEED; says which."""
    print(f"{purpose}: KRONIKA_TEST_SEED={SEED}", file=sys.stderr)
    return random.Random(f"{SEED} {purpose}")


@cache
def dictionary():
    return polish_dictionary.Dictionary(RELEASE / "search/polish.dict")


@cache
def lemmas(word):
    """Folded lemmas; none for a word that the dictionary does not have."""
    return frozenset(polish_dictionary.folded(lemma) for lemma in dictionary().lemmas_of_word(word))


@cache
def stop_words():
    """The small words of Polish that the program knows, folded."""
    source = (REPOSITORY / STOP_WORDS).read_text(encoding="utf-8")
    return frozenset(re.findall(r'"(\w+)"', source.split("polish_stop_words[]", 1)[1].split("};", 1)[0]))


def is_small(word):
    return polish_dictionary.folded(word) in stop_words()


def key(word):
    """What the forms of a word have in common, whether the dictionary knows it or not."""
    return lemmas(word) or frozenset({polish_dictionary.folded(word)})


class Page:
    """A searchable page: its address, its running text as paragraphs, and all that it says."""

    def __init__(self, url, paragraphs, everything):
        self.url, self.paragraphs, self.everything = url, paragraphs, everything
        self.keys = [[key(word) for word in WORD.findall(text)] for text in paragraphs]  # of each paragraph's words
        self.words = {word for text in paragraphs for word in WORD.findall(text)}
        self.lemmas = {lemma for word in self.words for lemma in lemmas(word)}


@cache
def pages():
    out = []
    for result in every_result(""):
        html = (RELEASE / f"public{result['url']}index.html").read_text(encoding="utf-8")
        out.append(Page(result["url"], *read_page(html)))
    if len(out) < 50 or any(len(each.paragraphs) < 3 for each in out):
        raise AssertionError(f"the pages of {RELEASE} are not read as they are written")
    return tuple(out)


@cache
def page(url):
    return next((each for each in pages() if each.url == url), None)


@cache
def forms():
    """Folded lemma → the forms in which the pages have it, lower case."""
    out = defaultdict(set)
    for each in pages():
        for word in each.words:
            for lemma in lemmas(word):
                out[lemma].add(word.lower())
    return out


@cache
def ask_program(query_string):
    environment = {"REQUEST_METHOD": "GET", "QUERY_STRING": query_string}
    done = subprocess.run([RELEASE / "cgi-bin/search"], env=environment, capture_output=True, check=True)
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    if not head.startswith(b"Status: 200"):
        raise AssertionError(f"{query_string} is answered {head.decode()!r}")
    return json.loads(body)


def ask(query, **more):
    return ask_program(urllib.parse.urlencode({"q": query, "format": "json", **more}))


def suggestions(query):
    return ask_program(urllib.parse.urlencode({"q": query, "format": "suggest"}))[1]


def every_result(query):
    """All results with all the words."""
    found, number = [], 1
    while True:
        answer = ask(query, size=100, page=number)
        found += [result for result in answer["results"] if not result["partial"]]
        if len(found) >= answer["total"] or not answer["results"]:
            return found
        number += 1


def urls(query):
    return {result["url"] for result in every_result(query)}
