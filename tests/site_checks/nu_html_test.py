"""Every page, the pages of search results too, passes the Nu HTML checker: no error, and no warning without a reason."""

import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from release import JAVA, NPM, PUBLIC, pages, search

JAR = NPM / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SEARCHES = ("", "q=sp%C3%B3%C5%82dzielnia", "q=praca&powiat=kielecki&sort=date",
            "powiat=kielecki%2Fmorawica&powiat=kielce&data=2024-&rok-from=2020", "q=zzzzqqqq",
            "q=zzzzqqqq&powiat=buski&powiat=x", "page=3", "q=praca&page=400", "q=%3Cb%3E%22%26", "page=x")

# Warnings that name no fault, each with why.
ACCEPTED: dict[str, str] = {}


def check(paths: list[Path], folder: Path, *options: str) -> list[str]:
    """What the checker says of files below a folder, a line each."""
    run = subprocess.run(
        [*JAVA, "-Xss4m", "-jar", JAR, "--format", "json", "--exit-zero-always", "--stdout", *options, *paths],
        capture_output=True, text=True, check=True, cwd=folder,
    )  # fmt: skip
    told = []
    for message in json.loads(run.stdout)["messages"]:
        kind = message.get("subType", message["type"])
        if kind in ("info", "warning") and any(re.search(pattern, message["message"]) for pattern in ACCEPTED):
            continue
        where = message.get("url", "").removeprefix(f"file:{folder}/")
        told.append(f"{where}:{message.get('lastLine', 0)}: {kind}: {message['message']}")
    return told


class NuHtml(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.assertTrue(JAR.is_file(), f"{JAR} is missing: run ./quickstart test")

    def errors(self, paths: list[Path], folder: str, *options: str) -> int:
        return sum(" error: " in each for each in check(paths, Path(folder), *options))

    def assert_clean(self, told: list[str]):
        self.assertEqual(told, [], f"{len(told)} messages\n" + "\n".join(told[:60]))

    def test_the_checker_finds_faults(self):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "bad.html"
            page.write_text('<!doctype html><html lang="pl"><title>a</title><p id="x"><p id="x"><img src="a.png">', "utf-8")
            drawing, sheet = Path(folder) / "bad.svg", Path(folder) / "bad.css"
            drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"><circle radius="2"/></svg>', "utf-8")
            sheet.write_text("p { colour: red }", "utf-8")
            self.assertEqual(self.errors([page], folder), 2)
            self.assertEqual(self.errors([drawing], folder, "--svg"), 1)
            self.assertEqual(self.errors([sheet], folder, "--css"), 1)

    def test_every_page_is_valid(self):
        self.assert_clean(check(list(pages()), PUBLIC))

    def test_every_page_of_results_is_valid(self):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for number, query in enumerate(SEARCHES):
                files.append(Path(folder) / f"search-{number}.html")
                files[-1].write_text(search(query)[2], "utf-8")
            self.assert_clean(check(files, Path(folder)))

    def test_drawings_are_valid(self):
        files = sorted(PUBLIC.rglob("*.svg"))
        self.assertGreater(len(files), 5)
        self.assert_clean(check(files, PUBLIC, "--svg"))

    def test_style_sheets_are_valid(self):
        files = sorted(PUBLIC.rglob("*.css"))
        self.assertTrue(files)
        self.assert_clean(check(files, PUBLIC, "--css"))


if __name__ == "__main__":
    unittest.main()
