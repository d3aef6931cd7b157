"""kronika search-report on logs, with and without a built site to ask."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", Path(__file__).parents[2] / "build"))
SITE_TOML = """
[site]
title = "Portal"
base_url = "https://example.org/"
language = "pl"
[search]
path = "/szukaj"
log = "{log}"
[collections.praktyki]
title = "Praktyki"
"""
PAGE = "+++\ntitle = \"Remiza\"\n+++\nSpółdzielnia wyremontowała remizę strażacką.\n"


def run(*command, **options):
    return subprocess.run([BUILD / "bin/kronika", *command], capture_output=True, text=True, timeout=60, **options)


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.held.name)
        cls.log = cls.folder / "log.tsv"
        (cls.folder / "content/praktyki").mkdir(parents=True)
        (cls.folder / "site.toml").write_text(SITE_TOML.format(log=cls.log), "utf-8")
        (cls.folder / "content/praktyki/remiza.md").write_text(PAGE, "utf-8")
        cls.release = cls.folder / "_site"
        done = run("build", "--site", cls.folder, "--output", cls.release, "--now", "2026-03-14", "--language", "en")
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def setUp(self):
        self.log.unlink(missing_ok=True)

    def search(self, query):
        """As a web server asks."""
        done = subprocess.run([self.release / "cgi-bin/search"], capture_output=True, text=True, timeout=60,
                              env={"GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "QUERY_STRING": query})
        self.assertTrue(done.stdout.startswith("Status: 200 OK"), done.stdout + done.stderr)
        self.assertEqual(done.stderr, "")

    def report(self, *options, log=None, site=None, **more):
        return run("search-report", "--language", "en", "--output", site or self.release, *options, log or self.log, **more)

    def test_what_readers_search_for_is_reported_with_what_was_meant(self):
        for query in ("q=remiza", "q=Remiza&format=json", "q=wyremontowla", "q=basen", "q=basen", "q=jan%40example.org"):
            self.search(query)
        done = self.report()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("Searches: 5, from 20"), done.stdout)
        self.assertIn("      2       1  Remiza\n", done.stdout)
        self.assertIn("      2  basen\n      1  wyremontowla; did you mean 'wyremontowa", done.stdout)
        block = self.report("--format", "toml").stdout
        self.assertIn('# "basen" = "…"  # 2\n# "wyremontowla" = "wyremontowa', block)
        self.assertTrue(done.stdout.endswith(block))

    def test_neither_report_nor_query_adds_to_the_log(self):
        self.search("q=basen")
        before = self.log.read_bytes()
        self.report()
        run("query", "--output", self.release, "basen")
        self.assertEqual(self.log.read_bytes(), before)

    def test_a_preview_keeps_nothing(self):
        self.assertIn("query_log", (self.release / "search/search.toml").read_text("utf-8"))
        serving = subprocess.Popen([BUILD / "bin/kronika", "serve", "--site", self.folder, "--output", self.folder / "preview",
                                    "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            for line in serving.stdout:
                if "http://" in line:
                    break
        finally:
            serving.terminate()
            serving.communicate(timeout=60)
        self.assertNotIn("query_log", (self.folder / "preview/search/search.toml").read_text("utf-8"))

    def test_what_is_found_by_now_is_said_and_not_proposed(self):
        self.log.write_text("2026-11-25T14Z\t0\tpl\tremiza\n", "utf-8")
        done = self.report()
        self.assertIn("      1  remiza; today it finds 1\n", done.stdout)
        self.assertNotIn("# ", done.stdout)

    def test_without_a_site_the_report_does_without_it(self):
        self.log.write_text("2026-11-25T14Z\t0\tpl\tremiza\n", "utf-8")
        done = self.report(site=self.folder / "none")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn('      1  remiza\n', done.stdout)
        self.assertIn('# "remiza" = "…"  # 1\n', done.stdout)

    def test_a_site_that_does_not_answer_is_said_once(self):
        self.log.write_text("2026-11-25T14Z\t0\tde\tremiza\n2026-11-25T14Z\t0\tde\tbasen\n", "utf-8")
        done = self.report()
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr.count("the search answered with status 400"), 1)
        self.assertIn('# "basen" = "…"  # 1\n', done.stdout)

    def test_standard_input_and_damaged_lines(self):
        log = "2026-11-25T14Z\t3\tpl\tdobre praktyki\nsłowa\n" + "x\n" * 11
        done = self.report(log="-", input=log)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith("Searches: 1, from 2026-11-25T14Z to 2026-11-25T14Z\n"))
        self.assertTrue(done.stderr.startswith("-:2:1: warning[W0701]: this is no line of a query log"), done.stderr)
        self.assertEqual(done.stderr.count("W0701"), 10)
        self.assertTrue(done.stderr.endswith("… damaged lines in all: 12\n"))

    def test_a_full_log_is_told(self):
        with open(self.log, "wb") as log:
            log.truncate(64 << 20)
        done = self.report()
        self.assertEqual(done.returncode, 0)
        self.assertIn("W0702", done.stderr)

    def test_a_log_that_cannot_be_read_is_an_error(self):
        for log in (self.folder / "none.tsv", self.folder):
            done = self.report(log=log)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(f"cannot read the log {log}", done.stderr)

    def test_top_bounds_both_lists(self):
        self.log.write_text("".join(f"2026-11-25T14Z\t0\tpl\tzapytanie {i}\n" for i in range(30)), "utf-8")
        for options, count in (([], 20), (["--top", "3"], 3)):
            self.assertEqual(self.report("--format", "toml", *options).stdout.count('# "zapytanie'), count)
        self.assertEqual(self.report("--top", "0").returncode, 2)


if __name__ == "__main__":
    unittest.main()
