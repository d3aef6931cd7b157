"""kronika build --compress with its cache: cold and warm, damaged, shared, unusable."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", Path(__file__).parents[2] / "build"))
SITE = Path(__file__).parent / "compressed"


class CompressCache(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.cache = self.folder / "cache"

    def start(self, name, *options, environment=None):
        return subprocess.Popen(
            [BUILD / "bin/kronika", "build", "--site", SITE, "--output", self.folder / name, "--no-index", "--now", "2026-03-14",
             "--language", "en", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})})  # fmt: skip

    def build(self, name, *options, environment=None):
        """Path → bytes of the release, and what was said on standard error."""
        process = self.start(name, *options, environment=environment)
        _, told = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, told)
        return self.release(name), told

    def release(self, name):
        root = self.folder / name
        return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}

    def kept(self):
        return sorted(p for p in self.cache.rglob("*") if p.is_file())

    def test_a_warm_build_gives_the_bytes_of_a_cold_one_and_makes_nothing_new(self):
        plain, told = self.build("plain", "--compress", "--no-cache")
        self.assertEqual((told, self.kept()), ("", []))
        self.assertIn("public/news/first/index.html.br", plain)
        self.assertEqual(self.build("cold", "--compress", "--cache", self.cache), (plain, ""))
        made = {p: p.stat().st_ino for p in self.kept()}
        self.assertGreater(len(made), 10)
        self.assertEqual(self.build("warm", "--compress", "--cache", self.cache), (plain, ""))
        self.assertEqual({p: p.stat().st_ino for p in self.kept()}, made)

    def test_what_is_kept_is_what_a_build_takes(self):
        """Else the test above would pass without any cache."""
        plain, _ = self.build("cold", "--compress", "--cache", self.cache)
        for kept in self.kept():
            os.utime(kept, (0, 0))
        self.build("warm", "--compress", "--cache", self.cache)
        self.assertEqual([p for p in self.kept() if p.stat().st_mtime == 0], [])

    def test_damaged_results_are_made_anew(self):
        plain, _ = self.build("cold", "--compress", "--cache", self.cache)
        good = {p: p.read_bytes() for p in self.kept()}
        for number, kept in enumerate(self.kept()):
            kept.write_bytes([b"", good[kept][:-1], good[kept] + b"x", good[kept].replace(b"\n", b" ")][number % 4])
        self.assertEqual(self.build("mended", "--compress", "--cache", self.cache), (plain, ""))
        self.assertEqual({p: p.read_bytes() for p in self.kept()}, good)

    def test_builds_at_one_time_share_it(self):
        plain, _ = self.build("plain", "--compress", "--no-cache")
        running = [self.start(f"at-once-{i}", "--compress", "--cache", self.cache, "--jobs", "4") for i in range(4)]
        for process in running:
            self.assertEqual((process.communicate(timeout=60)[1], process.returncode), ("", 0))
        for i in range(4):
            self.assertEqual(self.release(f"at-once-{i}"), plain)
        self.assertEqual([p.name for p in self.kept() if p.name.startswith(".")], [])

    def test_a_folder_that_cannot_be_used_is_told_once_and_the_site_is_complete(self):
        plain, _ = self.build("plain", "--compress", "--no-cache")
        (self.folder / "file").touch()
        for cache, reason in ((self.folder / "file", "Not a directory"), (self.folder / "file/below", "Not a directory")):
            release, told = self.build("told", "--compress", "--cache", cache)
            self.assertEqual(release, plain)
            self.assertEqual(told.count("warning[W0703]"), 1, told)
            self.assertIn(f"{cache}: warning[W0703]: this folder cannot keep compressed files for the next build: {reason}", told)

    def test_the_usual_folder_is_the_users(self):
        self.build("usual", "--compress", environment={"XDG_CACHE_HOME": str(self.cache)})
        self.assertGreater(len(self.kept()), 10)
        self.assertEqual([p.name for p in self.cache.iterdir()], ["kronika"])

    def test_a_build_that_compresses_nothing_keeps_nothing(self):
        self.build("plain", "--cache", self.cache)
        self.assertFalse(self.cache.exists())

    def test_a_folder_and_none_exclude_each_other(self):
        process = self.start("both", "--compress", "--no-cache", "--cache", self.cache)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2)


if __name__ == "__main__":
    unittest.main()
