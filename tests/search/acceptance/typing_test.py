#!/usr/bin/env python3
"""Typing errors: of words drawn at random from the pages, each with one error, at least 85 % are found. A word is found
when one of the first five suggestions has it, in any form, or the correction has it, or one of the first five results is
a page that has it. KRONIKA_TEST_SEED draws other words; --seeds N prints the figure of N seeds and what was missed."""
import random
import sys
import unittest
from collections import Counter

import portal_words as portal
import typing_errors

DRAWN = 400
LEAST_FOUND = 0.85
FIRST = 5


def candidates():
    """Words of the pages that the dictionary knows, each once; small words carry no meaning."""
    words = {word.lower() for page in portal.pages() for word in page.words}
    return sorted(word for word in words
                  if typing_errors.can_be_mistyped(word) and portal.lemmas(word) and not portal.is_small(word))


def has_any(text, wanted):
    return any(portal.lemmas(word) & wanted for word in portal.WORD.findall(text))


def how_found(word, typed):
    """Where the word was found again, "" when it was not."""
    wanted = portal.lemmas(word)
    if any(has_any(text, wanted) for text in portal.suggestions(typed)[:FIRST]):
        return "suggested"
    answer = portal.ask(typed, size=FIRST)
    if answer["suggestion"] and has_any(answer["suggestion"], wanted):
        return "corrected"
    for result in answer["results"]:
        page = portal.page(result["url"])
        if page and (page.lemmas & wanted or has_any(page.everything, wanted)):  # the latter in a table
            return "result"
    return ""


def measure(chance, count):
    """[(word, kind of error, as typed, how found)]."""
    out = []
    for word in chance.sample(candidates(), count):
        kind = chance.choice(typing_errors.KINDS)
        try_at = random.Random(chance.random())
        if kind == "swap" and len(set(word)) == 1:
            kind = "drop"
        typed = typing_errors.mistype(word, try_at, kind)
        out.append((word, kind, typed, how_found(word, typed)))
    return out


class TypingErrors(unittest.TestCase):
    def test_most_words_with_one_error_are_found(self):
        measured = measure(portal.draw("typing errors"), DRAWN)
        missed = [f"{typed} ({word}, {kind})" for word, kind, typed, how in measured if not how]
        share = 1 - len(missed) / len(measured)
        print(f"found {share:.3f} of {len(measured)}; missed: {', '.join(missed)}", file=sys.stderr)
        self.assertGreaterEqual(share, LEAST_FOUND)

    def test_a_word_without_an_error_is_found(self):
        chance = portal.draw("words without errors")
        missed = [word for word in chance.sample(candidates(), 100) if not how_found(word, word)]
        self.assertEqual(missed, [])


def print_seeds(count):
    for seed in range(1, count + 1):
        measured = measure(random.Random(f"{seed} typing errors"), DRAWN)
        found = Counter(how for *_, how in measured)
        missed = Counter(kind for _, kind, _, how in measured if not how)
        print(f"seed {seed}: found {1 - found[''] / DRAWN:.3f} {dict(found)}; missed {dict(missed)}", flush=True)
        for word, kind, typed, how in measured:
            if not how:
                known = "known" if portal.lemmas(typed) else "unknown"
                print(f"    {kind:<6} {word} {typed} {known} -> {portal.ask(typed)['suggestion']}")


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "--seeds":
        print_seeds(int(sys.argv[2]))
    else:
        unittest.main()
