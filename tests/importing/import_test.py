#!/usr/bin/env python3
"""kronika import on whole small sites: the difference, the mistakes, and the bytes of the files."""

import csv
import datetime
import io
import json
import re
import tempfile
import tomllib
import unittest
from pathlib import Path

import offices


def csv_bytes(rows, separator=";", encoding="utf-8", line_end="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=line_end).writerows(rows)
    return out.getvalue().encode(encoding)


class ImportCase(unittest.TestCase):
    count = 12

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.site = self.folder / "site"
        self.numbers = offices.Numbers(self.id())
        entries = [offices.make_entry(self.numbers, i) for i in range(self.count)]
        self.entries = {f"wpis-{i:03}": entry for i, entry in enumerate(entries)}
        offices.make_site(self.site, self.entries)
        self.before = offices.tree(self.site)

    def path(self, slug):
        return f"content/rejestr/{slug}.md"

    def run_import(self, data, *options, name="wykaz.csv", status=0, language="pl"):
        file = self.folder / name
        file.write_bytes(data)
        done = offices.run("import", self.site, "rejestr", file, *options, language=language)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.told = [line.removeprefix(f"{file}:") for line in done.stderr.splitlines() if line.startswith(f"{file}:")]
        self.stderr = done.stderr
        return done.stdout

    def counts(self, stdout):
        last = re.search(r"Nowe: (\d+), zmienione: (\d+), bez zmian: (\d+), brakujące: (\d+), błędne wiersze: (\d+)", stdout)
        return tuple(map(int, last.groups()))

    def changed_files(self):
        after = offices.tree(self.site)
        return {p: after.get(p) for p in self.before.keys() | after.keys() if after.get(p) != self.before.get(p)}

    def table(self, *columns):
        """The whole register with these columns."""
        return [list(columns)] + [[entry[c] for c in columns] for entry in self.entries.values()]


class FiveHundredRows(ImportCase):
    """A file of Windows-1250 with semicolons, as Excel in Polish leaves it."""

    count = 300
    columns = ["REGON", "NIP", "KRS", "tytul", "Powiat", "Kod pocztowy", "Miejscowość", "Data wpisu", "Uwagi"]

    def row_of(self, entry, line_break=False):
        short = str(int(entry["krs"]))
        day = "{2}.{1}.{0}".format(*entry["wpis"].split("-"))
        nip = entry["nip"][:3] + "-" + entry["nip"][3:6] + "-" + entry["nip"][6:8] + "-" + entry["nip"][8:]
        return [str(int(entry["regon"])), nip if entry["nip"][0] != "0" else str(int(entry["nip"])), short, entry["tytul"],
                offices.DISTRICTS[entry["powiat"]].upper(), entry["kod_pocztowy"].lstrip("0").replace("-", ""),
                entry["miejscowosc"] + "  ", day, "dwa\nwiersze; i \"cudzysłów\"" if line_break else ""]  # fmt: skip

    def setUp(self):
        super().setUp()
        pick = self.numbers.random
        known = [slug for slug in self.entries if slug not in {"wpis-007", "wpis-123"}]
        self.rows, self.expected = [], {}
        for slug in known:
            entry = dict(self.entries[slug])
            if pick.random() < 0.2:
                entry["miejscowosc"] = "Nowe Żabieńce"
                self.expected[slug] = ("miejscowosc", self.entries[slug]["miejscowosc"], "Nowe Żabieńce")
            self.rows.append((slug, entry))
        self.fresh = [offices.make_entry(self.numbers, 1000 + i) for i in range(500 - len(known))]
        self.rows += [(None, entry) for entry in self.fresh]
        pick.shuffle(self.rows)
        self.bad = dict(zip(pick.sample(range(500), 4), ("nip", "swap", "many", "few")))
        self.breaks = set(pick.sample(range(500), 5))
        table = [self.columns]
        for number, (slug, entry) in enumerate(self.rows):
            row = self.row_of(entry, number in self.breaks)
            kind = self.bad.get(number)
            if kind == "nip":
                row[1] = entry["nip"][:-1] + str((int(entry["nip"][-1]) + 1) % 10)
            elif kind == "swap":
                row[0], row[1] = entry["nip"].replace("0", "1", 1) if entry["nip"][0] == "0" else entry["nip"], entry["regon"].zfill(9)
            elif kind == "many":
                row[3:4] = ["Spółdzielnia", "Rozdzielona"]
            elif kind == "few":
                row = row[:-2]
            table.append(row)
        self.data = csv_bytes(table, encoding="cp1250")
        self.good = [(slug, entry) for number, (slug, entry) in enumerate(self.rows) if number not in self.bad]
        self.expected = {slug: change for slug, change in self.expected.items() if slug in dict(self.good)}

    def bad_rows(self):
        return sorted({int(m[1]) - 2 for line in self.told if (m := re.search(r" wiersz (\d+)[:,] ", line)) or
                       (m := re.search(r" wiersz (\d+) ma komórek", line))})

    def test_the_difference_is_right_and_nothing_is_written(self):
        stdout = self.run_import(self.data, status=1)
        self.assertEqual(offices.tree(self.site), self.before)
        self.assertIn("Windows-1250, separator ;", stdout)
        fresh = sum(slug is None for slug, _ in self.good)
        new, changed, same, missing, bad = self.counts(stdout)
        self.assertEqual((new, changed, bad), (fresh, len(self.expected), 4))
        self.assertEqual(new + changed + same + bad, 500)
        told = dict(re.findall(r"^  ~ content/rejestr/(wpis-\d+)\.md .*\n((?:      .*\n)+)", stdout, re.M))
        self.assertEqual({slug: lines.strip() for slug, lines in told.items()},
                         {slug: f"{key}: {old} → {new}" for slug, (key, old, new) in self.expected.items()})  # fmt: skip
        self.assertIn("  - content/rejestr/wpis-007.md", stdout)
        self.assertIn("  - content/rejestr/wpis-123.md", stdout)

    def test_bad_rows_are_told_with_row_and_column(self):
        self.run_import(self.data, status=1)
        self.assertEqual(self.bad_rows(), sorted(self.bad))
        text = self.data.decode("cp1250").replace("\r\n", "\n")
        for number, kind in self.bad.items():
            row = number + 2
            told = [line for line in self.told if re.search(rf" wiersz {row}[:, ]", line)]
            if kind in ("nip", "swap"):
                self.assertTrue(any(f"wiersz {row}, kolumna B „NIP”" in line for line in told), told)
            else:
                self.assertEqual(len(told), 1, told)
                self.assertIn(f"wiersz {row} ma komórek: {10 if kind == 'many' else 7}, a nagłówek: 9", told[0])
            line, column = map(int, told[-1].split(":")[:2])
            self.assertEqual(line, row + sum(other < number for other in self.breaks) , "the line of the file, for editors")
            self.assertLessEqual(column, len(text.split("\n")[line - 1]) + 1)

    def test_write_changes_exactly_that_and_a_second_import_finds_nothing(self):
        self.run_import(self.data, "--write", status=1)
        changed = self.changed_files()
        for slug, (key, old, new) in self.expected.items():
            before = self.before[self.path(slug)]
            self.assertEqual(changed.pop(self.path(slug)), before.replace(f'{key} = "{old}"'.encode(), f'{key} = "{new}"'.encode()))
        fresh = [entry for slug, entry in self.good if slug is None]
        written = [tomllib.loads(text.decode().split("+++\n")[1]) for text in changed.values()]
        self.assertEqual({page["nip"]: page for page in written},
                         {e["nip"]: {**{k: e[k] for k in ("tytul", "nip", "regon", "krs", "powiat", "kod_pocztowy", "miejscowosc")},
                                     "wpis": datetime.date.fromisoformat(e["wpis"])} for e in fresh})  # fmt: skip
        self.assertEqual(offices.run("check", self.site).returncode, 0)
        again = self.counts(self.run_import(self.data, status=1))
        self.assertEqual((again[0], again[1], again[4]), (0, 0, 4))

    def test_line_ends_and_encodings_do_not_matter(self):
        stdout = self.run_import(self.data, status=1)
        difference = stdout.split("\n", 1)[1]
        text = self.data.decode("cp1250")
        for data in (text.replace("\r\n", "\n").encode("cp1250"), text.replace("\r\n", "\r").encode("cp1250"),
                     text.encode("utf-8"), text.encode("utf-8-sig"), text.encode("utf-16")):  # fmt: skip
            self.assertEqual(self.run_import(data, status=1).split("\n", 1)[1], difference)


class RoundTrip(ImportCase):
    columns = ("nip", "regon", "krs", "tytul", "powiat", "kod_pocztowy", "miejscowosc", "uslugi", "wpis", "etaty")

    def exported(self):
        head = ["slug", "tytul", "data", "streszczenie", "nip", "regon", "krs", "powiat", "kod_pocztowy", "miejscowosc", "uslugi",
                "wpis", "dotacja", "etaty", "przyklad", "opis", "url"]  # fmt: skip
        fill = {"przyklad": "false"}
        return [head] + [[{**entry, "slug": slug, "url": "https://example.org/" + slug}.get(c, fill.get(c, "")) for c in head]
                         for slug, entry in self.entries.items()]

    def edit(self, rows, number, column, value):
        rows[number + 1][rows[0].index(column)] = value

    def test_the_export_alone_changes_nothing(self):
        self.assertEqual(self.counts(self.run_import(csv_bytes(self.exported(), ","), "--write")), (0, 0, 12, 0, 0))
        self.assertEqual(self.changed_files(), {})

    def test_exactly_the_edited_fields_change(self):
        rows = self.exported()
        self.edit(rows, 0, "miejscowosc", 'Wola "Duża" \\ 3')
        self.edit(rows, 1, "uslugi", "zlobek;opieka;gastronomia")
        self.edit(rows, 2, "dotacja", "1 250,50")
        self.edit(rows, 2, "opis", "Pierwszy wiersz\nDrugi „wiersz”")
        self.edit(rows, 3, "przyklad", "tak")
        self.edit(rows, 4, "wpis", "3.04.2026")
        self.edit(rows, 4, "etaty", "2,5")
        stdout = self.run_import(csv_bytes(rows), "--write")
        self.assertEqual(self.counts(stdout), (0, 5, 7, 0, 0))
        entry = {i: self.entries[f"wpis-{i:03}"] for i in range(5)}
        places = "\n".join
        swaps = {
            0: [(f'miejscowosc = "{entry[0]["miejscowosc"]}"', 'miejscowosc = "Wola \\"Duża\\" \\\\ 3"')],
            1: [(places(f'    "{s}",' for s in entry[1]["uslugi"].split(";")), '    "zlobek",\n    "opieka",\n    "gastronomia",')],
            2: [(f"wpis = {entry[2]['wpis']}\n", f'wpis = {entry[2]["wpis"]}\ndotacja = "1250.50 PLN"\n'),
                (f"etaty = {entry[2]['etaty']}\n", f'etaty = {entry[2]["etaty"]}\nopis = """\nPierwszy wiersz\nDrugi „wiersz”"""\n')],
            3: [(f"etaty = {entry[3]['etaty']}\n", f"etaty = {entry[3]['etaty']}\nprzyklad = true\n")],
            4: [(f"wpis = {entry[4]['wpis']}", "wpis = 2026-04-03"), (f"etaty = {entry[4]['etaty']}", "etaty = 2.5")],
        }  # fmt: skip
        expected = {}
        for number, pairs in swaps.items():
            path = self.path(f"wpis-{number:03}")
            text = self.before[path].decode()
            for old, new in pairs:
                crlf = number % 3 == 0
                old, new = (part.replace("\n", "\r\n") if crlf else part for part in (old, new))
                self.assertIn(old, text)
                text = text.replace(old, new, 1)
            expected[path] = text.encode()
        self.assertEqual(self.changed_files(), expected)
        self.assertEqual(offices.run("check", self.site).returncode, 0)

    def test_an_emptied_cell_is_told_and_kept_unless_the_map_clears(self):
        rows = self.exported()
        self.edit(rows, 1, "kod_pocztowy", "")
        self.edit(rows, 2, "miejscowosc", "")
        data = csv_bytes(rows)
        stdout = self.run_import(data, "--write")
        self.assertIn(f"kod_pocztowy: {self.entries['wpis-001']['kod_pocztowy']} → (nic)  [w pliku puste; zostaje", stdout)
        self.assertEqual(self.changed_files(), {})
        (self.folder / "mapa.toml").write_text("clear_empty = true\n")
        self.run_import(data, "--write", "--map", self.folder / "mapa.toml")
        first, second = self.path("wpis-001"), self.path("wpis-002")
        code, town = self.entries["wpis-001"]["kod_pocztowy"], self.entries["wpis-002"]["miejscowosc"]
        self.assertEqual(self.changed_files(), {
            first: self.before[first].replace(f'kod_pocztowy = "{code}" # sprawdzone'.encode(), b"# sprawdzone"),
            second: self.before[second].replace(f'miejscowosc = "{town}"\n'.encode(), b"")})  # fmt: skip

    def test_a_required_field_cannot_be_cleared(self):
        rows = self.exported()
        self.edit(rows, 1, "powiat", "")
        (self.folder / "mapa.toml").write_text("clear_empty = true\n")
        stdout = self.run_import(csv_bytes(rows), "--write", "--map", self.folder / "mapa.toml", status=1)
        self.assertEqual(self.counts(stdout), (0, 0, 11, 0, 1))
        self.assertIn("E0204", self.told[0])
        self.assertEqual(self.changed_files(), {})


class Mistakes(ImportCase):
    def one(self, column, value, slug="wpis-001", status=1):
        entry = dict(self.entries[slug])
        head = ["nip", "regon", column] if column not in ("nip", "regon") else ["nip", "regon"]
        entry[column] = value
        stdout = self.run_import(csv_bytes([head, [entry[c] for c in head]]), status=status)
        return " | ".join(re.sub(r"^\d+:\d+: ", "", line) for line in self.told) or stdout

    def test_a_number_that_lost_its_digits_cannot_be_repaired(self):
        for text in ("1,23E+09", "5.26E+9", "1E+10"):
            self.assertRegex(self.one("krs", text), "E0911.*wiersz 2, kolumna C „krs”.*" + re.escape(text))

    def test_identifiers_of_two_entries_are_a_conflict(self):
        self.assertRegex(self.one("regon", self.entries["wpis-002"]["regon"]), "E0909.*wpis-001.*wpis-002")

    def test_a_number_that_another_entry_has_is_refused(self):
        self.assertRegex(self.one("krs", self.entries["wpis-002"]["krs"]), "E0909.*wpis-001.*krs.*wpis-002")
        data = csv_bytes([["nip", "krs", "tytul", "powiat"]] + [[self.numbers.nip(), "0000123456", f"Nowa {i}", "buski"] for i in "ab"])
        self.assertEqual(self.counts(self.run_import(data, status=1))[0::4], (1, 1))
        self.assertRegex(self.told[0], r"E0910.*wiersz 3.*wiersz 2")

    def test_two_entries_may_exchange_their_numbers(self):
        first, second = self.entries["wpis-001"], self.entries["wpis-002"]
        (self.folder / "site/site.toml").write_text(offices.SITE_TOML.replace('krs = { type = "krs"', 'krs = { type = "text"'))
        data = csv_bytes([["nip", "krs"], [first["nip"], second["krs"]], [second["nip"], first["krs"]]])
        self.assertEqual(self.counts(self.run_import(data)), (0, 2, 0, 10, 0))
        self.assertEqual(self.counts(self.run_import(data.split(b"\r\n" + second["nip"].encode())[0] + b"\r\n", status=1))[4], 1)
        self.assertRegex(self.told[0], "E0207")

    def test_two_rows_of_one_entry(self):
        nip = self.entries["wpis-001"]["nip"]
        stdout = self.run_import(csv_bytes([["nip", "miejscowosc"], [nip, "A"], [nip, "B"]]), status=1)
        self.assertEqual(self.counts(stdout), (0, 1, 0, 11, 1))
        self.assertRegex(self.told[0], r"^3:1: .*E0910.*wiersz 2")

    def test_headers(self):
        nip = self.entries["wpis-001"]["nip"]
        stdout = self.run_import(csv_bytes([["NIP", "MIEJSCOWOŚĆ\n", "Kod poczt.", "historia", "", "url"], [nip, "A", "", "x", "y", ""]]))
        self.assertEqual(self.counts(stdout), (0, 1, 0, 11, 0))
        self.assertEqual([re.search(r"\[(.\d+)\]", line)[1] for line in self.told], ["W0905", "W0906", "W0915"])
        self.assertIn("kod_pocztowy", self.told[0])
        self.run_import(csv_bytes([["NIP", "nip"], [nip, nip]]), status=1)
        self.assertRegex(self.told[0], "^1:5: .*E0904")
        self.run_import(csv_bytes([["tytul", "powiat"], ["A", "buski"]]), status=1)
        self.assertRegex(self.told[0], "E0907.*slug, nip, regon, krs")

    def test_blank_rows_quotes_and_widths_do_not_stop_the_others(self):
        nips = [self.entries[f"wpis-{i:03}"]["nip"] for i in range(4)]
        text = f'\n\nnip,miejscowosc\n{nips[0]},"A\n\n,\n{nips[1]},"B" C\n{nips[2]},D,E\n{nips[3]},F\n'
        stdout = self.run_import(text.encode(), status=1)
        self.assertEqual(self.counts(stdout)[1::3], (1, 3))
        self.assertEqual([re.match(r"(\d+:\d+): .*\[(.*?)\]", line).groups() for line in self.told],
                         [("4:12", "E0903"), ("7:12", "E0903"), ("8:14", "E0902")])  # fmt: skip

    def test_a_new_row_needs_what_an_entry_needs(self):
        data = csv_bytes([["nip", "tytul", "powiat"], [self.numbers.nip(), "Bez powiatu", ""], [self.numbers.nip(), "", "buski"],
                          [self.numbers.nip(), "Cała", "Powiat Buski"]])  # fmt: skip
        stdout = self.run_import(data, "--write", status=1)
        self.assertEqual(self.counts(stdout), (1, 0, 0, 12, 2))
        self.assertRegex(" ".join(self.told), r"wiersz 2, kolumna C „powiat”: .*„powiat”.*wiersz 3, kolumna B „tytul”: .*„tytul”")
        self.assertEqual(list(self.changed_files()), ["content/rejestr/cala.md"])

    def test_yaml_is_left_to_people(self):
        path = self.site / self.path("yaml")
        nip = self.numbers.nip()
        path.write_text(f'---\ntytul: YAML\nnip: "{nip}"\npowiat: buski\n---\nTekst\n', encoding="utf-8")
        self.before = offices.tree(self.site)
        self.run_import(csv_bytes([["nip", "powiat"], [nip, "kielecki"]]), "--write", status=1)
        self.assertRegex(self.told[0], "E0913.*yaml.md")
        self.assertEqual(self.changed_files(), {})

    def test_diagnostics_as_json_and_messages_in_english(self):
        done = self.run_import(csv_bytes([["nip"], ["1234567890"]]), "--format", "json", status=1, language="en")
        told = json.loads(self.stderr)
        self.assertEqual((told["line"], told["column"], told["code"]), (2, 1, "E0206"))
        self.assertTrue(told["message"].startswith("row 2, column A 'nip': "))
        self.assertIn("bad rows: 1", done)

    def test_nothing_is_compared_with_pages_that_have_mistakes(self):
        path = self.site / self.path("wpis-001")
        path.write_bytes(path.read_bytes().replace(b"nip = ", b"nipp = "))
        self.before = offices.tree(self.site)
        stdout = self.run_import(csv_bytes([["nip"], [self.entries["wpis-001"]["nip"]]]), "--write", status=1)
        self.assertEqual(stdout, "")
        self.assertRegex(self.stderr, r"content/rejestr/wpis-001\.md:4:1: błąd\[E0202\]")
        self.assertEqual(self.changed_files(), {})

    def test_a_page_keeps_its_permissions_and_nothing_is_left_beside_it(self):
        path = self.site / self.path("wpis-001")
        path.chmod(0o640)
        self.run_import(csv_bytes([["nip", "miejscowosc"], [self.entries["wpis-001"]["nip"], "Wola"]]), "--write")
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(list(self.changed_files()), [self.path("wpis-001")])

    def test_usage(self):
        self.run_import(b"", status=2)
        self.run_import(b"\xd0\xcf\x11\xe0" + bytes(512), name="stary.xls", status=2)
        self.run_import(bytes(100), status=2)
        self.assertEqual(offices.run("import", self.site, "rejestr", self.folder / "brak.csv").returncode, 2)
        self.assertIn("rejestr", offices.run("import", self.site, "rejest", self.folder / "wykaz.csv").stderr)


class Map(ImportCase):
    def map(self, text):
        (self.folder / "mapa.toml").write_text(text, encoding="utf-8")
        return "--map", self.folder / "mapa.toml"

    def test_two_columns_of_the_map_for_one_field(self):
        data = csv_bytes([["Numer", "Drugi"], ["", ""]])
        self.run_import(data, *self.map('[columns]\n"Numer" = "nip"\n"Drugi" = "NIP"\n'), status=1)
        self.assertRegex(self.told[0], "^1:7: .*E0904.*„Numer”.*„Drugi”")

    def test_columns_translations_lists_and_constants(self):
        nip = self.numbers.nip()
        data = csv_bytes([["Lp.", "Numer", "Nazwa podmiotu", "Pow.", "Branże"], ["1", nip, "Nowa Opieka", "KIELCE ziemski", "Żłobek, opieka, inne"]])
        options = self.map('ignore = ["lp."]\n[columns]\n"Numer" = "NIP"\n"Nazwa podmiotu" = "tytul"\n'
                           '"Pow." = { field = "powiat", values = { "Kielce Ziemski" = "kielecki" } }\n'
                           '"Branże" = { field = "uslugi", separator = ",", values = { "inne" = "" } }\n'
                           '[new]\nprzyklad = true\ndata = 2026-03-01\n')  # fmt: skip
        stdout = self.run_import(data, "--write", *options)
        self.assertEqual(self.told, [])
        self.assertEqual(self.counts(stdout), (1, 0, 0, 12, 0))
        self.assertEqual(self.changed_files(), {self.path("nowa-opieka"): (
            f'+++\ntytul = "Nowa Opieka"\ndata = 2026-03-01\nnip = "{nip}"\npowiat = "kielecki"\n'
            'uslugi = ["zlobek", "opieka"]\nprzyklad = true\n+++\n').encode()})  # fmt: skip

    def test_mistakes_of_the_map_have_their_places(self):
        text = ('clear_emty = true\n[columns]\n"Numr" = "nip"\n"Pow." = { field = "powat", values = { a = "b" } }\n'
                '"Kod" = { field = "powiat", values = { a = "kieleki" } }\n[new]\nprzyklad = 7\nnic = 1\n')  # fmt: skip
        self.run_import(csv_bytes([["Numer", "Pow.", "Kod"], ["", "", ""]]), *self.map(text), status=2)
        places = re.findall(r"mapa\.toml:(\d+):\d+: błąd\[(E\d+)\]", self.stderr)
        self.assertEqual(sorted(places), [("1", "E0103"), ("3", "E0914"), ("4", "E0916"), ("5", "E0203"), ("7", "E0205"), ("8", "E0916")])


if __name__ == "__main__":
    unittest.main()
