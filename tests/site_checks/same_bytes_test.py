"""The same content gives the same bytes: with one job or many, from the working tree, a commit or a bare repository."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from filecmp import dircmp
from pathlib import Path

from release import KRONIKA, NOW, SITE

IDENTITY = {
    "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


def git(*arguments: str | Path, folder: Path) -> str:
    run = subprocess.run(["git", "-c", "core.autocrlf=false", *arguments], cwd=folder, capture_output=True, text=True, env={**os.environ, **IDENTITY})
    if run.returncode != 0:
        raise AssertionError(f"git {arguments}: {run.stderr}")
    return run.stdout.strip()


def differences(left: Path, right: Path) -> list[str]:
    """Paths that one side lacks or whose bytes differ, below two folders."""

    def walk(compared: dircmp, path: str) -> list[str]:
        names = compared.left_only + compared.right_only + compared.funny_files
        names += [n for n in compared.common_files if not same(compared.left, compared.right, n)]
        out = [path + name for name in names]
        for name, below in compared.subdirs.items():
            out += walk(below, f"{path}{name}/")
        return out

    def same(a: str, b: str, name: str) -> bool:
        return (Path(a) / name).read_bytes() == (Path(b) / name).read_bytes()

    return walk(dircmp(left, right, ignore=[], hide=[]), "") if left.is_dir() and right.is_dir() else ["no release"]


class SameBytes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.held.name)
        cls.tree = cls.folder / "site"
        cls.tree.mkdir()
        shutil.copy(SITE / "site.toml", cls.tree)
        for name in ("content", "themes"):
            shutil.copytree(SITE / name, cls.tree / name)
        git("init", "--quiet", "--initial-branch=main", folder=cls.tree)
        git("add", "--all", folder=cls.tree)
        git("commit", "--quiet", "--message=site", folder=cls.tree)
        cls.commit = git("rev-parse", "HEAD", folder=cls.tree)
        git("clone", "--quiet", "--bare", cls.tree, cls.folder / "bare.git", folder=cls.folder)
        cls.first = cls.build("first", cls.tree, "--jobs", "1")

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    @classmethod
    def build(cls, name: str, site: Path, *options: str) -> Path:
        output = cls.folder / name
        command = [KRONIKA, "build", "--site", site, "--output", output, "--now", NOW, *options]
        run = subprocess.run(command, capture_output=True, text=True, cwd=cls.folder)
        if run.returncode != 0:
            raise AssertionError(f"{command}: {run.returncode}\n{run.stderr}")
        return output

    def manifest_without_commit(self, release: Path) -> tuple[dict, str | None]:
        manifest = json.loads((release / "manifest.json").read_text("utf-8"))
        return manifest, manifest.pop("commit", None)

    def test_the_measure_sees_a_changed_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            changed = Path(folder) / "release"
            shutil.copytree(self.first, changed)
            self.assertEqual(differences(self.first, changed), [])
            page = changed / "public" / "index.html"
            page.write_bytes(page.read_bytes().replace(b"a", b"b", 1))
            (changed / "public" / "new.html").touch()
            self.assertEqual(sorted(differences(self.first, changed)), ["public/index.html", "public/new.html"])

    def test_the_number_of_jobs_changes_nothing(self):
        for jobs in ("2", "4", "13"):
            self.assertEqual(differences(self.first, self.build(f"jobs{jobs}", self.tree, "--jobs", jobs)), [], jobs)

    def test_compressed_files_are_the_same_too(self):
        one, four = (self.build(f"compressed{jobs}", self.tree, "--compress", "--no-cache", "--jobs", jobs) for jobs in ("1", "4"))
        self.assertTrue((one / "public" / "index.html.br").is_file())
        self.assertEqual(differences(one, four), [])
        cache = self.folder / "cache"
        for state in ("cold", "warm"):
            release = self.build(state, self.tree, "--compress", "--cache", str(cache), "--jobs", "4")
            self.assertEqual(differences(one, release), [], state)

    def test_a_commit_gives_what_its_working_tree_gives(self):
        for jobs in ("1", "4"):
            release = self.build(f"commit{jobs}", self.tree, "--rev", "HEAD", "--jobs", jobs)
            self.assertEqual(differences(self.first, release), ["manifest.json"])
            manifest, commit = self.manifest_without_commit(release)
            self.assertEqual((manifest, commit), (self.manifest_without_commit(self.first)[0], self.commit))

    def test_a_commit_does_not_see_what_is_in_the_working_tree(self):
        page = self.tree / "content" / "portal" / "o-portalu.md"
        kept = page.read_bytes()
        page.write_bytes(kept + "\nZdanie, którego w gicie nie ma.\n".encode())
        try:
            self.assertEqual(differences(self.first, self.build("unseen", self.tree, "--rev", "main")), ["manifest.json"])
            self.assertIn("public/portal/o-portalu/index.html", differences(self.first, self.build("seen", self.tree)))
        finally:
            page.write_bytes(kept)

    def test_a_bare_repository_gives_the_same(self):
        release = self.build("bare", self.folder / "bare.git", "--rev", self.commit)
        self.assertEqual(differences(self.first, release), ["manifest.json"])
        self.assertEqual(self.manifest_without_commit(release)[1], self.commit)

    def test_a_build_over_an_older_one_leaves_nothing_of_it(self):
        release = self.build("over", self.tree)
        (release / "public" / "left.html").write_text("left", "utf-8")
        self.assertEqual(differences(self.first, self.build("over", self.tree)), [])


if __name__ == "__main__":
    unittest.main()
