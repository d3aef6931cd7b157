"""The structure of the house, held: layers, file and function sizes, and how files open. The rules are in layers.toml.

Usage: structure_test.py [SOURCE_FOLDER]
"""

import ast
import re
import sys
import tomllib
import unittest
from pathlib import Path

from cpp_functions import Unmeasurable, functions

ROOT = Path(__file__).resolve().parents[2]
RULES = tomllib.loads((Path(__file__).parent / "layers.toml").read_text("utf-8"))
PROGRAM_FOLDERS = ("generator", "search")
SUFFIXES = {".cc", ".h", ".inc", ".def", ".py", ".mjs", ".js", ".sh", ".cmake"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"(?P<own>[^"]+)"|<(?P<other>[^>]+)>)', re.MULTILINE)
LIBRARY_OF_CMAKE = re.compile(r"^kronika_library\((\w+)\s+([\w/]+)\s*([^)]*)\)", re.MULTILINE)


def sources(*folders: str) -> list[Path]:
    found = [p for folder in folders for p in sorted((ROOT / folder).rglob("*")) if p.suffix in SUFFIXES and p.is_file()]
    return [p for p in found if "node_modules" not in p.parts and "__pycache__" not in p.parts]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text("utf-8")


def is_in(folder: str, allowed: str) -> bool:
    """A folder's rule for libraries holds for the folders below it as well."""
    return folder == allowed or folder.startswith(allowed + "/")


class Layers(unittest.TestCase):
    def setUp(self):
        self.files = [p for p in sources(*PROGRAM_FOLDERS) if p.suffix in (".cc", ".h")]
        self.wrong = []

    def tearDown(self):
        self.assertEqual(self.wrong, [], "\n" + "\n".join(self.wrong))

    def includes(self):
        for path in self.files:
            for match in INCLUDE.finditer(read(path)):
                yield path, match

    def test_there_is_something_to_check(self):
        for folder in PROGRAM_FOLDERS:
            self.assertGreater(len([p for p in self.files if name_of(p).startswith(folder + "/")]), 20)
        self.assertGreater(sum(1 for _ in self.includes()), 500)

    def test_every_folder_has_its_layer(self):
        for folder in sorted({name_of(p.parent) for p in self.files}):
            if folder not in RULES["includes"]:
                self.wrong.append(f"{folder}/ is not in tests/structure/layers.toml")

    def test_includes_go_down_only(self):
        for path, match in self.includes():
            if not match["own"]:
                continue
            own, target = name_of(path.parent), str(Path(match["own"]).parent)
            if not (ROOT / match["own"]).is_file():
                self.wrong.append(f'{name_of(path)}: "{match["own"]}" is no path from the top of the repository')
            elif target != own and target not in RULES["includes"].get(own, []):
                self.wrong.append(f'{name_of(path)}: {own}/ may not include "{match["own"]}"')
            elif target != own and name_of(path) not in RULES["only_in"].get(target, [name_of(path)]):
                self.wrong.append(f'{name_of(path)}: only {RULES["only_in"][target]} may include {target}/')

    def test_libraries_stay_where_they_belong(self):
        for path, match in self.includes():
            header = match["other"]
            if not header or "." not in header and "/" not in header or header in RULES["system"]["headers"]:
                continue
            allowed = [folders for start, folders in RULES["libraries"].items() if header.startswith(start)]
            if not allowed:
                self.wrong.append(f"{name_of(path)}: <{header}> is not in tests/structure/layers.toml")
            elif not any(is_in(name_of(path.parent), folder) or name_of(path) == folder for folder in allowed[0]):
                self.wrong.append(f"{name_of(path)}: <{header}> belongs to {', '.join(allowed[0])}")

    def test_cmake_links_along_the_same_layers(self):
        libraries = {name: (folder, rest.split()) for name, folder, rest in LIBRARY_OF_CMAKE.findall(read(ROOT / "CMakeLists.txt"))}
        self.assertGreater(len(libraries), 15)
        for folder, wanted in libraries.values():
            for dependency in (libraries[name][0] for name in wanted if name in libraries):
                if dependency not in RULES["includes"].get(folder, []):
                    self.wrong.append(f"CMakeLists.txt: {folder}/ may not be linked to {dependency}/")

    def test_the_layers_have_no_circle(self):
        below = RULES["includes"]

        def reach(folder, way):
            for target in below.get(folder, []):
                if target in RULES["only_in"]:
                    continue
                if target in way:
                    self.wrong.append(" → ".join([*way, target]))
                else:
                    reach(target, [*way, target])

        for folder in ("search", "generator/commands"):
            reach(folder, [folder])

    def test_the_search_program_knows_nothing_of_the_generator(self):
        for folder, targets in RULES["includes"].items():
            if folder.startswith("search") and any(t.startswith("generator") for t in targets):
                self.wrong.append(f"layers.toml lets {folder}/ include generator/")
        for path in self.files:
            if name_of(path).startswith("search/") and '"generator/' in read(path):
                self.wrong.append(f"{name_of(path)} names generator/")


class Sizes(unittest.TestCase):
    def test_files_are_short(self):
        files = sources(*PROGRAM_FOLDERS, "tests", "themes") + [ROOT / "quickstart", ROOT / "CMakeLists.txt"]
        self.assertGreater(len(files), 150)
        most = RULES["limits"]["file_lines"]
        long = [f"{name_of(p)}: {n} lines" for p in files if (n := len(read(p).splitlines())) > most]
        self.assertEqual(long, [], f"over {most} lines")

    def test_functions_are_short(self):
        most = RULES["limits"]["function_lines"]
        measured, long = 0, []
        for path in sources(*PROGRAM_FOLDERS, "tests"):
            try:
                for line, lines, head in self.functions_of(path):
                    measured += 1
                    if lines > most:
                        long.append(f"{name_of(path)}:{line}: {lines} lines: {head[:100]}")
            except Unmeasurable as why:
                long.append(f"{name_of(path)}: {why}")
        self.assertGreater(measured, 500)
        self.assertEqual(long, [], f"over {most} lines")

    @staticmethod
    def functions_of(path):
        if path.suffix in (".cc", ".h"):
            yield from functions(read(path))
        elif path.suffix == ".py":
            for node in ast.walk(ast.parse(read(path))):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield node.lineno, node.end_lineno - node.lineno + 1, node.name


class Openings(unittest.TestCase):
    def test_every_source_says_first_why_it_exists(self):
        """Of the programs: a test's name says it."""
        files = [p for p in sources(*PROGRAM_FOLDERS) if p.suffix in (".cc", ".h")]
        self.assertGreater(len(files), 150)
        silent = [name_of(p) for p in files if not read(p).startswith("//")]
        self.assertEqual(silent, [])

    def test_every_header_is_read_once(self):
        headers = [p for p in sources(*PROGRAM_FOLDERS, "tests") if p.suffix == ".h"]
        self.assertGreater(len(headers), 50)
        bare = [name_of(p) for p in headers if not re.search(r"^#pragma once$", read(p), re.MULTILINE)]
        self.assertEqual(bare, [])

    def test_names_of_files_are_snake_case(self):
        files = [p for p in sources(*PROGRAM_FOLDERS, "tests") if p.suffix in (".cc", ".h", ".py")]
        odd = [name_of(p) for p in files if not re.fullmatch(r"[a-z0-9_]+\.[a-z]+", p.name)]
        self.assertEqual(odd, [])


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
        ROOT = Path(sys.argv.pop()).resolve()
    unittest.main()
