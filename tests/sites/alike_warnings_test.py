"""Hundreds of warnings of one kind do not bury an error; in production, where they are errors, none is left out."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", Path(__file__).parents[2] / "build"))
SITE = """
[site]
title = "Portal"
base_url = "https://example.org/"
[collections.calls]
title = "Calls"
[collections.calls.fields]
closes = { type = "date", label = "Closes" }
[[collections.calls.rules]]
rule = "not_expired"
field = "closes"
"""
COUNT = 13  # three more than are told


class AlikeWarnings(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        (self.folder / "content/calls").mkdir(parents=True)
        (self.folder / "site.toml").write_text(SITE, encoding="utf-8")
        for number in range(COUNT):
            page = f'+++\ntitle = "Call {number}"\ncloses = 2026-01-01\n+++\n\nText.\n'
            (self.folder / f"content/calls/c{number}.md").write_text(page, encoding="utf-8")

    def check(self, *options):
        done = subprocess.run(
            [BUILD / "bin/kronika", "check", "--site", self.folder, "--language", "en", "--now", "2026-03-14", *options],
            capture_output=True, text=True, encoding="utf-8", timeout=60)
        return done.returncode, done.stderr

    def test_ten_warnings_of_a_kind_are_told_and_the_others_counted(self):
        status, told = self.check()
        self.assertEqual(status, 0)
        self.assertEqual(told.count("warning[W0820]"), 10)
        self.assertIn("… and 3 more of W0820 (--format json shows all)\n", told)

    def test_json_has_all_of_them(self):
        status, told = self.check("--format", "json")
        self.assertEqual((status, told.count('"severity":"warning","code":"W0820"')), (0, COUNT))

    def test_in_production_they_are_errors_and_all_are_told(self):
        status, told = self.check("--production")
        self.assertEqual(status, 1)
        self.assertEqual(told.count("error[W0820]"), COUNT)
        self.assertNotIn("more of", told)


if __name__ == "__main__":
    unittest.main()
