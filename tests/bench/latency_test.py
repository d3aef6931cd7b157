#!/usr/bin/env python3
"""The latency benchmark: it runs on a small corpus, and what it asks of the programs is what it says."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import corpus
import latency_site

KRONIKA = Path(os.environ.get("KRONIKA_RELEASE_BUILD", corpus.REPOSITORY / "build")) / "bin/kronika"
SEARCH = KRONIKA.parent / "kronika-search"
PAGES = 200


class Latency(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="kronika-latency-test-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        command = [sys.executable, "-B", corpus.HERE / "latency", "--pages", str(PAGES), "--runs", "2", "--paragraphs", "no",
                   "--kronika", KRONIKA, "--folder", cls.folder, "--part", "warm", "--part", "suggest", "--part", "heavy"]
        cls.done = subprocess.run(command, capture_output=True, text=True, check=False)

    def test_it_runs_on_a_small_corpus(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        for part in (f"corpus: {PAGES} pages", "warm: up to a tenth, all words", "suggestions", "everything, page 500"):
            self.assertIn(part, self.done.stdout)

    def test_every_answer_has_ten_results_with_snippets_and_five_facets(self):
        answer = latency_site.ask_kronika(SEARCH, self.folder / "release", "jest społeczna", sort="relevance")
        self.assertEqual(len(answer["facets"]), latency_site.FACETS)
        self.assertEqual(len(answer["results"]), 10)
        self.assertTrue(all("<mark>" in result["snippet_html"] for result in answer["results"]))

    def test_a_class_has_queries_of_three_words_that_match_as_many_pages_as_it_says(self):
        drawn = json.loads((self.folder / "requests.json").read_text(encoding="utf-8"))["queries"]
        self.assertEqual(list(drawn), list(latency_site.CLASSES))
        for name, (_, which, (low, high)) in latency_site.CLASSES.items():
            for found in drawn[name][:3]:
                words = found["query"].split()
                count = latency_site.count_pages(SEARCH, self.folder / "release", words, which)
                self.assertEqual(len(words), 3, found)
                self.assertTrue(low * PAGES <= count <= high * PAGES, (name, found, count))

    def test_texts_have_no_markup(self):
        text = latency_site.plain_text("+++\nx = 1\n+++\n\nO [psach](a.md#b) i **kotach**.\n\n| a | b |\n|---|---:|\n| 1 | 2 |\n")
        self.assertEqual(text, "O psach i kotach . a b 1 2")


if __name__ == "__main__":
    unittest.main()
