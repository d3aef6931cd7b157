"""A release that is damaged, incomplete or of another time: the reader is told 503 and no more, the log is told why."""

import os
import random
import shutil
import struct
import tempfile
import unittest
from pathlib import Path

from markup import markup_of
from program import SEARCH_FOLDER, run
from request_list import get

INDEX = "index/site.glass"
PAGES = "index/site.pages"
QUERIES = ("q=praca+gmina&powiat=kielecki", "", "q=spoldzielnai", "q=sp*&sort=title", "format=suggest&q=sp")
XAPIAN_MAGIC = b"\x0f\x0dXapian Glass"


class Damage(unittest.TestCase):
    def setUp(self):
        self.assertTrue(SEARCH_FOLDER.is_dir(), f"{SEARCH_FOLDER} is missing: ctest -R site_build")
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name) / "search"
        # Links, because only what is damaged need be a file of its own.
        shutil.copytree(SEARCH_FOLDER, self.folder, copy_function=os.symlink)

    def put(self, name: str, content: bytes):
        (self.folder / name).unlink(missing_ok=True)
        (self.folder / name).write_bytes(content)

    def original(self, name: str) -> bytes:
        return (SEARCH_FOLDER / name).read_bytes()

    def ask(self, query: str, *, allowed: tuple[int, ...] = (503,)) -> int:
        answer = run(get("", query), self.folder)
        self.assertIsNone(answer.crash())
        self.assertIn(answer.status, allowed)
        if answer.status == 503:
            self.assert_says_no_more(answer)
        return answer.status

    def assert_says_no_more(self, answer):
        self.assertIn("kronika-search: ", answer.errors)
        self.assertEqual(answer.headers["Retry-After"], "60")
        self.assertIn("default-src", answer.headers["Content-Security-Policy"])
        text = answer.body.decode("utf-8")
        for detail in (str(self.folder), "glass", "toml", ".dict", "Xapian", "exception", "search index"):
            self.assertNotIn(detail, text)
        if answer.type == "text/plain":  # of a crash
            self.assertIn("crashed by signal", answer.errors)
            self.assertIn("Wyszukiwarka jest chwilowo niedostępna. The search is not available at the moment.", text)
        elif answer.type == "text/html":
            self.assertIn("Wyszukiwarka jest chwilowo niedostępna", markup_of(text).text)
            self.assertIn("The search is not available at the moment", markup_of(text).text)
        else:
            self.assertIn('{"error": ', text)

    def names(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def test_a_file_is_missing(self):
        optional = {"release"}  # without it there are no tags
        self.assertGreater(len(self.names()), 7)
        for name in self.names():
            with self.subTest(name):
                (self.folder / name).unlink()
                if name in optional:
                    self.ask("q=praca", allowed=(200,))
                elif name == "words.txt" or name.startswith("suggestions."):  # only some requests need it
                    code = "pl" if name == "words.txt" else name.split(".")[1]
                    asked = [*QUERIES, f"q=pra&format=suggest&lang={code}"]
                    self.assertIn(503, [self.ask(query, allowed=(200, 503)) for query in asked])
                else:
                    language = next((code for code in ("en", "uk") if f".{code}." in name), "pl")
                    self.ask(f"q=praca&lang={language}")
                (self.folder / name).symlink_to(SEARCH_FOLDER / name)

    def test_a_file_is_empty(self):
        for name in ("search.toml", "polish.dict", INDEX, PAGES):
            with self.subTest(name):
                self.put(name, b"")
                self.ask("q=praca")
                self.put(name, self.original(name))

    def test_a_file_is_a_folder(self):
        for name in ("search.toml", "polish.dict", INDEX, PAGES, "synonyms.txt"):
            with self.subTest(name):
                (self.folder / name).unlink()
                (self.folder / name).mkdir()
                self.ask("q=praca")
                (self.folder / name).rmdir()
                (self.folder / name).symlink_to(SEARCH_FOLDER / name)

    def test_the_index_is_cut_short(self):
        whole = self.original(INDEX)
        for size in (1, 15, 16, 100, 4096, 8192, 10_000, len(whole) // 3, len(whole) // 2, len(whole) - 8192, len(whole) - 1):
            for query in QUERIES[:4]:
                with self.subTest(size=size, query=query):
                    self.put(INDEX, whole[:size])
                    self.ask(query, allowed=(200, 503) if size > len(whole) // 3 else (503,))

    def test_bytes_of_the_index_are_others(self):
        whole = self.original(INDEX)
        seen = set()
        for seed in range(30):
            chance = random.Random(seed)
            damaged = bytearray(whole)
            # Of one seed in three a byte, of the others many; of one in two at the front, where the roots are.
            for _ in range((1, 50, 2000)[seed % 3]):
                damaged[chance.randrange(len(whole) if seed % 2 else 65_536)] = chance.randrange(256)
            self.put(INDEX, bytes(damaged))
            for query in QUERIES[:2]:
                with self.subTest(seed=seed, query=query):
                    seen.add(self.ask(query, allowed=(200, 503)))
        self.assertEqual(seen, {200, 503}, "the damage is worth a test")

    def test_the_store_of_pages_is_cut_short(self):
        whole = self.original(PAGES)
        for size in (1, 8, 15, 16, 100, 4096, len(whole) // 2, len(whole) - 1):
            with self.subTest(size=size):
                self.put(PAGES, whole[:size])
                self.ask(QUERIES[0])

    def test_bytes_of_the_store_of_pages_are_others(self):
        whole = self.original(PAGES)
        for seed in range(12):
            chance = random.Random(seed)
            damaged = bytearray(whole)
            for _ in range((1, 50, 2000)[seed % 3]):
                damaged[chance.randrange(len(whole) if seed % 2 else 4096)] = chance.randrange(256)
            self.put(PAGES, bytes(damaged))
            for query in (*QUERIES[:2], "q=%22dobra+praktyka%22"):
                with self.subTest(seed=seed, query=query):
                    self.ask(query, allowed=(200, 503))

    def test_bytes_of_the_dictionary_are_others(self):
        whole = self.original("polish.dict")
        for seed in range(6):
            chance = random.Random(seed)
            damaged = bytearray(whole)
            for _ in range(200_000):
                damaged[chance.randrange(8, len(whole))] = chance.randrange(256)
            self.put("polish.dict", bytes(damaged))
            with self.subTest(seed=seed):
                self.ask(QUERIES[seed % 4], allowed=(200,))

    def test_bytes_of_the_lists_are_others(self):
        for name in ("words.txt", "forms.txt", "suggestions.pl.txt", "synonyms.txt"):
            damaged = bytearray(self.original(name) or b"\n")
            chance = random.Random(name)
            for _ in range(len(damaged) // 4):
                damaged[chance.randrange(len(damaged))] = chance.choice(b"\n\t\0\xff9az")
            self.put(name, bytes(damaged))
        for query in (*QUERIES, "q=pes+kgw", "format=suggest&q=a"):
            with self.subTest(query=query):
                self.ask(query, allowed=(200,))

    def test_the_configuration_makes_no_sense(self):
        text = self.original("search.toml").decode("utf-8")
        for old, new in (("page_size = 20", "page_size = 0"), ("page_size = 20", "page_size = -1"),
                         ("page_size = 20", "page_size = 1000000000"), ("labels = [", "labels = [1, "),
                         ("[[languages]]", "[[others]]"), ("values = [", "values = [["), ("\n", "\n\x00"),
                         ("shell = \"", "shell = \"../"), ("title = \"", "title = \"\\ud800")):  # fmt: skip
            with self.subTest(new):
                self.assertIn(old, text)
                self.put("search.toml", text.replace(old, new, 1).encode())
                self.ask("q=praca&page=2")

    def test_the_configuration_is_of_a_newer_program(self):
        text = self.original("search.toml").decode("utf-8")
        self.put("search.toml", text.replace("version = ", "version = 9", 1).encode())
        self.ask("q=praca")
        self.ask("q=praca&format=json")

    def test_the_index_is_of_a_newer_xapian(self):
        whole = bytearray(self.original(INDEX))
        self.assertEqual(whole[:14], XAPIAN_MAGIC)
        version = struct.unpack(">H", whole[14:16])[0]
        whole[14:16] = struct.pack(">H", version + 512)
        self.put(INDEX, bytes(whole))
        self.ask("q=praca")

    def test_a_template_is_damaged(self):
        for name in (each for each in self.names() if each.endswith((".mustache", ".html"))):
            with self.subTest(name):
                language = next((code for code in ("en", "uk") if f".{code}." in name), "pl")
                self.put(name, b"{{#open}} {{=x")
                self.ask(f"q=praca&lang={language}")
                self.put(name, self.original(name))


if __name__ == "__main__":
    unittest.main()
