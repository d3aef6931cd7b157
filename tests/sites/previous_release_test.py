"""What a release had and the next one lacks is an error, unless a redirect keeps it."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ.get("KRONIKA_RELEASE_BUILD", pathlib.Path(__file__).parents[2] / "build"))
SITE = """
[site]
title = "Portal"
base_url = "https://example.org/"
data_licence = "CC BY 4.0"
[publisher]
name = "Office"
[catalogue]
title = "Data"
description = "All of it"
[collections.news]
exports = ["csv"]
[collections.news.dataset]
id = "news"
title = "News"
description = "What is new"
frequency = "weekly"
categories = ["SOCI"]
tags = { en = ["news"] }
"""


def page(title, more=""):
    return f'+++\ntitle = "{title}"\n{more}+++\nText.\n'


class PreviousRelease(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.site = pathlib.Path(self.folder.name) / "site"
        self.manifest = pathlib.Path(self.folder.name) / "earlier.json"
        self.write("site.toml", SITE)
        self.write("content/news/first.md", page("First"))
        self.write("content/news/second.md", page("Second"))
        self.assertEqual(self.run_kronika("build", "--compress", "--no-cache"), (0, []))
        self.manifest.write_bytes((self.site / "_site/manifest.json").read_bytes())

    def write(self, path, text):
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run_kronika(self, command, *options):
        """The exit status and each diagnostic as "file CODE message", or the text of what is none."""
        place = ["--output", self.site / "_site", "--no-index"] if command == "build" else []
        done = subprocess.run(
            [BUILD / "bin/kronika", command, "--site", self.site, "--language", "en", "--format", "json", *place, *options],
            capture_output=True, text=True, encoding="utf-8", timeout=60,
        )
        told = []
        for line in done.stderr.splitlines():
            try:
                it = json.loads(line)
                told.append(f"{pathlib.Path(it['file']).name} {it['code']} {it['message']}")
            except ValueError:
                told.append(line)
        return done.returncode, told

    def check(self):
        return self.run_kronika("check", "--previous", self.manifest)

    def expect(self, *beginnings):
        status, told = self.check()
        self.assertEqual((status, len(told)), (1 if beginnings else 0, len(beginnings)), told)
        for line in beginnings:
            self.assertTrue(any(each.startswith(line) for each in told), (line, told))

    def test_a_release_that_keeps_all_is_well(self):
        self.expect()
        self.write("content/news/third.md", page("Third"))
        self.expect()

    def test_an_entry_that_vanished_is_missed_at_its_address(self):
        (self.site / "content/news/first.md").unlink()
        self.expect("earlier.json E0603 the address /news/first/ was published before and is missing now; "
                    "write it in 'aliases' of the page")

    def test_an_entry_that_moved_is_kept_by_an_alias(self):
        (self.site / "content/news/first.md").unlink()
        self.write("content/news/new.md", page("First", 'aliases = ["/news/first/"]\n'))
        self.expect()

    def test_an_entry_that_is_hidden_is_told_at_its_file(self):
        self.write("content/news/first.md", page("First", "draft = true\n"))
        self.expect("first.md E0603 the address /news/first/ was published before and is missing now; "
                    "this page is not published now (a draft)")

    def test_a_dataset_and_its_files_keep_their_identifiers(self):
        self.write("site.toml", SITE.replace('id = "news"', 'id = "nowe"'))
        self.expect("earlier.json E0604 the dataset 'news' was published before",
                    "earlier.json E0604 the file of a dataset 'news-csv'",
                    "earlier.json E0604 the file of a dataset 'news-excel'")

    def test_a_file_of_data_keeps_its_address(self):
        self.write("site.toml", SITE.replace('["csv"]', '["json"]'))
        status, told = self.check()
        self.assertEqual(status, 1)
        self.assertEqual([line.split()[1] for line in told], ["E0603", "E0603", "E0604", "E0604"])
        self.assertIn("/news/news.csv", " ".join(told))

    def test_fingerprinted_assets_may_go_and_a_build_writes_nothing_that_loses_an_address(self):
        manifest = json.loads(self.manifest.read_text("utf-8"))
        manifest["files"].append({"path": "public/assets/style.0123456789abcdef.css", "size": 1, "sha256": ""})
        self.manifest.write_text(json.dumps(manifest), "utf-8")
        self.expect()
        (self.site / "content/news/first.md").unlink()
        before = (self.site / "_site/manifest.json").read_bytes()
        status, _ = self.run_kronika("build", "--previous", self.manifest)
        self.assertEqual((status, (self.site / "_site/manifest.json").read_bytes()), (1, before))

    def test_what_is_no_manifest_is_refused(self):
        for text in ("", "[]", "[" * 100_000, '{"files": [{"path": 1}]}'):
            self.manifest.write_text(text, "utf-8")
            status, told = self.check()
            self.assertEqual(status, 2, text[:20])
            self.assertIn("is no manifest.json of a release", " ".join(told))
        self.manifest.unlink()
        self.assertEqual(self.check()[0], 2)


if __name__ == "__main__":
    unittest.main()
