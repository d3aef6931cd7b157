#!/usr/bin/env python3
"""The benchmark's corpus: the same for the same seed, and without a mistake that would slow one of the programs."""
import filecmp
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import corpus

PAGES = 30
KRONIKA = Path(os.environ.get("KRONIKA_RELEASE_BUILD", corpus.REPOSITORY / "build")) / "bin/kronika"


class Corpus(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def write(self, name, seed):
        counted = corpus.write_corpus(self.folder / name, PAGES, seed, corpus.REPOSITORY / "content", None)
        return self.folder / name, counted

    def test_pages_have_about_600_words_of_a_real_vocabulary(self):
        _, (words, different) = self.write("one", 1)
        self.assertGreater(words / PAGES, 550)
        self.assertLess(words / PAGES, 750)
        self.assertGreater(different, 2000)

    def test_the_same_seed_gives_the_same_files_and_another_gives_others(self):
        one, again, other = (self.write(*given)[0] for given in (("one", 1), ("again", 1), ("other", 2)))
        names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
        self.assertGreater(len(names), 2 * PAGES)
        self.assertEqual(filecmp.cmpfiles(one, again, names, shallow=False)[0], names)
        different = [name for name in names if not (other / name).is_file() or not filecmp.cmp(one / name, other / name, False)]
        self.assertGreaterEqual(len(different), 2 * PAGES)

    def test_both_sites_have_the_same_pages_and_words(self):
        folder, _ = self.write("one", 1)
        pages = [path.relative_to(folder / "kronika") for path in (folder / "kronika/content").glob("*/*.md")]
        self.assertEqual(len([path for path in pages if path.parts[1] != "_data"]), PAGES)
        for page in pages:
            kronika, hugo = ((folder / site / page).read_text(encoding="utf-8").split() for site in ("kronika", "hugo"))
            links = [word for word in kronika if "](../" in word]
            self.assertEqual(len(kronika), len(hugo))
            self.assertEqual(sum(a != b for a, b in zip(kronika, hugo)), len(links))

    def test_kronika_finds_no_mistake_and_makes_every_page(self):
        folder, _ = self.write("one", 1)
        command = [KRONIKA, "build", "--site", folder / "kronika", "--output", folder / "out", "--now", "2026-01-01", "--language", "en"]
        built = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual((built.returncode, built.stderr), (0, ""))
        self.assertIn(f"documents in the search index {PAGES} ", built.stdout)


if __name__ == "__main__":
    unittest.main()
