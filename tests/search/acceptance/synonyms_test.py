#!/usr/bin/env python3
"""Synonyms: every entry of the portal's file, in each direction that it works, finds the pages with the other name."""
import sys
import tomllib
import unittest

import portal_words as portal

EXPECTED = {  # what the portal must know, whatever else it knows
    "PES", "PS", "OWES", "CIS", "KIS", "ZAZ", "WTZ", "ROPS", "JST", "KGW",
}
LEAST_LIVE = 0.6  # of the pairs: those whose other name stands on some page


def read_pairs():
    """(typed, meant), both ways where an entry works so."""
    name = tomllib.loads((portal.SITE / "site.toml").read_text("utf-8"))["search"]["synonyms"]
    table = tomllib.loads((portal.SITE / f"content/_data/{name}.toml").read_text("utf-8"))
    out = []
    for entries, both_ways in ((table, True), (table.get("one_way", {}), False)):
        for typed, meant in entries.items():
            if isinstance(meant, dict):
                continue
            for each in meant if isinstance(meant, list) else [meant]:
                out.append((typed, each))
                if both_ways:
                    out.append((each, typed))
    return out


def has_name(page, name):
    """Whether a page has these words, in any form, one after the other."""
    wanted = [portal.key(word) for word in portal.WORD.findall(name)]
    for keys in page.keys:
        for at in range(len(keys) - len(wanted) + 1):
            if all(own & each for own, each in zip(keys[at:at + len(wanted)], wanted)):
                return True
    return False


class Synonyms(unittest.TestCase):
    def test_each_finds_the_pages_with_the_other_name(self):
        pairs, dead = read_pairs(), []
        for typed, meant in pairs:
            other = {page.url for page in portal.pages() if has_name(page, meant)}
            if not other:
                dead.append(meant)
            missing = sorted(other - portal.urls(typed))
            self.assertEqual(missing, [], f"{typed!r} does not find pages with {meant!r}")
        print(f"{len(pairs)} pairs; on no page: {', '.join(sorted(set(dead)))}", file=sys.stderr)
        self.assertGreaterEqual(1 - len(dead) / len(pairs), LEAST_LIVE)

    def test_the_other_name_is_in_the_snippet_or_title(self):
        """A page that is found only by the other name shows it."""
        for typed, meant in (("maska ochronna", "maseczka"), ("KGW", "koło"), ("WTZ", "warsztat")):
            wanted = portal.lemmas(meant)
            for result in portal.ask(typed, size=3)["results"]:
                text = result["title"] + " " + result["snippet_html"]
                self.assertTrue(any(portal.lemmas(word) & wanted or word.lower() in typed.lower()
                                    for word in portal.WORD.findall(text)), (typed, result))

    def test_the_portal_knows_the_abbreviations_of_its_field(self):
        typed = {typed for typed, _ in read_pairs()}
        self.assertEqual(EXPECTED - typed, set())
        for short in EXPECTED:
            self.assertGreater(portal.ask(short)["total"], 0, short)

    def test_case_and_diacritics_do_not_matter(self):
        for forms in (("KGW", "kgw", "Kgw"), ("ŚDS", "śds", "sds"), ("koło gospodyń wiejskich", "kola gospodyn wiejskich")):
            self.assertEqual(len({frozenset(portal.urls(form)) for form in forms}), 1, forms)


if __name__ == "__main__":
    unittest.main()
