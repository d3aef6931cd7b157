"""A release has the shape that servers and scripts rely on, and its manifest is true."""

import hashlib
import json
import os
import re
import subprocess
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

from release import BUILD, KRONIKA, NOW, PUBLIC, RELEASE, SITE, base_path

ALIASES = ["aliases.lighttpd.conf", "aliases.map", "aliases.nginx.conf"]


class Layout(unittest.TestCase):
    def setUp(self):
        self.manifest = json.loads((RELEASE / "manifest.json").read_text("utf-8"))

    def files(self) -> list[str]:
        found = [p.relative_to(RELEASE).as_posix() for p in RELEASE.rglob("*") if p.is_file()]
        return sorted(name for name in found if name != "manifest.json")

    def test_it_has_the_folders_of_the_contract(self):
        top = sorted(p.name for p in RELEASE.iterdir())
        self.assertEqual(top, [*ALIASES, "cgi-bin", "manifest.json", "public", "search"])
        for name in ("public/index.html", "public/404.html", "public/sitemap.xml", "public/robots.txt", "public/atom.xml",
                     "search/index/site.glass", "search/polish.dict", "search/search.toml", "search/release"):  # fmt: skip
            self.assertTrue((RELEASE / name).is_file(), name)

    def test_the_search_program_is_the_one_that_was_built(self):
        program = RELEASE / "cgi-bin" / "search"
        self.assertTrue(os.access(program, os.X_OK))
        self.assertEqual(program.read_bytes(), (BUILD / "bin" / "kronika-search").read_bytes())

    def test_the_manifest_lists_every_file_with_its_size_and_digest(self):
        listed = {each["path"]: (each["size"], each["sha256"]) for each in self.manifest["files"]}
        self.assertEqual(sorted(listed), self.files())
        for path, (size, digest) in listed.items():
            data = (RELEASE / path).read_bytes()
            self.assertEqual((size, digest), (len(data), hashlib.sha256(data).hexdigest()), path)

    def test_the_manifest_tells_time_and_program_and_no_commit_of_a_working_tree(self):
        self.assertEqual(datetime.fromisoformat(self.manifest["built"]), datetime.fromisoformat(NOW))
        self.assertRegex(self.manifest["program"], r"^kronika \d+\.\d+\.\d+")
        self.assertNotIn("commit", self.manifest)

    def test_files_can_be_read_by_a_web_server(self):
        for path in RELEASE.rglob("*"):
            needed = 0o555 if path.is_dir() else 0o444
            self.assertEqual(path.stat().st_mode & needed, needed, path)

    def test_no_trace_of_this_machine_is_published(self):
        traces = [str(SITE), str(BUILD), os.uname().nodename if len(os.uname().nodename) > 8 else str(SITE)]
        for path in PUBLIC.rglob("*"):
            if path.suffix in (".html", ".xml", ".css", ".js", ".txt", ".json", ".csv", ".ics", ".vcf", ".geojson"):
                text = path.read_text("utf-8")
                self.assertEqual([each for each in traces if each in text], [], path)


class Options(unittest.TestCase):
    """What the demo site itself cannot show."""

    def build(self, folder: str, *options: str) -> subprocess.CompletedProcess:
        command = [KRONIKA, "build", "--site", SITE, "--output", Path(folder) / "out", "--now", NOW, "--language", "en", *options]
        return subprocess.run(command, capture_output=True, text=True)

    def test_a_base_address_with_a_path_moves_every_link(self):
        with tempfile.TemporaryDirectory() as folder:
            run = self.build(folder, "--base-url", "https://es.example.org/portal/", "--no-index")
            self.assertEqual(run.returncode, 0, run.stderr)
            astray = []
            for page in (Path(folder) / "out/public").rglob("*.html"):
                links = re.findall(r'(?:href|src|action)="(/[^"]*)"', page.read_text("utf-8"))
                astray += [f"{page.name}: {each}" for each in links if not each.startswith("/portal/")]
            self.assertEqual(base_path(), "/")
            self.assertEqual(astray, [])

    def test_without_an_index_there_is_no_search(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.build(folder, "--no-index").returncode, 0)
            self.assertEqual(sorted(p.name for p in (Path(folder) / "out").iterdir()), [*ALIASES, "manifest.json", "public"])

    def test_the_clock_of_the_build_may_come_from_the_environment(self):
        with tempfile.TemporaryDirectory() as folder:
            command = [KRONIKA, "build", "--site", SITE, "--output", Path(folder) / "out", "--no-index"]
            environment = {**os.environ, "SOURCE_DATE_EPOCH": "1796000000"}
            run = subprocess.run(command, capture_output=True, text=True, env=environment)
            self.assertEqual(run.returncode, 0, run.stderr)
            built = json.loads((Path(folder) / "out/manifest.json").read_text("utf-8"))["built"]
            self.assertEqual(datetime.fromisoformat(built).timestamp(), 1796000000)


if __name__ == "__main__":
    unittest.main()
