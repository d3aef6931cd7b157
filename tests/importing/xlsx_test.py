#!/usr/bin/env python3
"""kronika import of XLSX: what spreadsheets write, read as it is meant, and what an attacker would write, refused."""

import datetime
import io
import os
import subprocess
import unittest
import zipfile

import offices
from import_test import ImportCase

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DATE_STYLES = ('<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0000000000"/>'
               '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>')  # fmt: skip


def workbook(rows, shared=(), book="", prefix="", extra=(), doctype="", sheet_name="worksheets/sheet1.xml"):
    """An XLSX file around the XML of its rows."""
    head = '<?xml version="1.0" encoding="UTF-8"?>' + doctype
    space = f'xmlns{":" + prefix if prefix else ""}="{MAIN}"'
    p = prefix + ":" if prefix else ""
    parts = {
        "xl/workbook.xml": f'{head}<{p}workbook {space} xmlns:r="{RELATIONS}">{book}<{p}sheets>'
                           f'<{p}sheet name="A" sheetId="7" r:id="rId3"/><{p}sheet name="B" sheetId="1" r:id="rId1"/></{p}sheets></{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships>'
            f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/other.xml"/>'
            f'<Relationship Id="rId3" Type="{RELATIONS}/worksheet" Target="{sheet_name}"/>'
            f'<Relationship Id="rId4" Type="{RELATIONS}/styles" Target="/xl/styles.xml"/>'
            f'<Relationship Id="rId5" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'{head}<styleSheet xmlns="{MAIN}">{DATE_STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'{head}<sst xmlns="{MAIN}">' + "".join(f"<si>{text}</si>" for text in shared) + "</sst>",
        "xl/worksheets/sheet1.xml": f"{head}<{p}worksheet {space}><{p}sheetData>{rows}</{p}sheetData></{p}worksheet>",
        "xl/worksheets/other.xml": f'{head}<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in [*parts.items(), *extra]:
            with archive.open(name, "w") as part:
                for piece in [text.encode()] if isinstance(text, str) else text:
                    part.write(piece)
    return out.getvalue()


def inline(*texts, number=None):
    cells = "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in texts)
    return f"<row{f' r={chr(34)}{number}{chr(34)}' if number else ''}>{cells}</row>"


class Xlsx(ImportCase):
    def run_xlsx(self, data, *options, status=0):
        return self.run_import(data, *options, name="wykaz.xlsx", status=status)

    def changes(self, stdout):
        return [line.strip() for line in stdout.splitlines() if line.startswith("      ")]

    def test_a_register_of_numbers_and_days(self):
        """As spreadsheets store it when nobody formats a column as text."""
        rows = inline("NIP", "REGON", "KRS", "Kod pocztowy", "Data wpisu", "Etaty", "Przykład", "Dotacja", "Miejscowość")
        for slug, entry in self.entries.items():
            day = (datetime.date.fromisoformat(entry["wpis"]) - datetime.date(1899, 12, 30)).days
            numbers = [int(entry[c].replace("-", "")) for c in ("nip", "regon", "krs", "kod_pocztowy")]
            rows += "<row>" + "".join(f"<c><v>{number}</v></c>" for number in numbers)
            rows += f'<c s="2"><v>{day}</v></c><c><v>{entry["etaty"]}</v></c><c t="b"><v>{slug == "wpis-002":d}</v></c>'
            rows += f'<c>{"<v>1250.5</v>" * (slug == "wpis-003")}</c><c t="inlineStr"><is><t>{entry["miejscowosc"]}</t></is></c></row>'
        stdout = self.run_xlsx(workbook(rows), "--write")
        self.assertEqual(self.counts(stdout), (0, 2, 10, 0, 0))
        self.assertEqual(self.changes(stdout), ["przyklad: false → true", "dotacja: (nic) → 1250.50 PLN"])
        self.assertEqual(sorted(self.changed_files()), [self.path("wpis-002"), self.path("wpis-003")])

    def test_kinds_of_cells(self):
        entry = self.entries["wpis-001"]
        nip = entry["nip"]
        exponent = f"{nip[0]}.{nip[1:]}E9"
        rows = (f'<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>{"".join(f"<c r={chr(34)}{c}2{chr(34)} t={chr(34)}inlineStr{chr(34)}><is><t>{t}</t></is></c>" for c, t in (("D", "etaty"), ("E", "wpis"), ("F", "przyklad"), ("G", "opis")))}</row>'
                f'<row r="5"><c r="A5"><v>{exponent}</v></c><c r="C5" t="str"><f>"Wola"&amp;1</f><v>Wola1</v></c><c r="D5"><f>1/8</f><v>0.125</v></c>'
                '<c r="E5" s="1"><v>46093</v></c><c r="F5" t="b"><v>1</v></c>'
                '<c r="G5" t="inlineStr"><is><r><t>Pierwszy_x000D_\n</t></r><r><t>drugi</t></r><rPh><t>nie</t></rPh></is></c></row>')  # fmt: skip
        data = workbook(rows, shared=["<t>NIP</t>", "<r><t>Miejsco</t></r><r><t>wość</t></r>"])
        self.assertEqual(self.changes(self.run_xlsx(data)), [
            f"miejscowosc: {entry['miejscowosc']} → Wola1", f"etaty: {entry['etaty']} → 0.125", f"wpis: {entry['wpis']} → 2026-03-12",
            "przyklad: false → true", "opis: (nic) → Pierwszy⏎drugi"])  # fmt: skip
        self.assertEqual(self.told, [])

    def test_days_of_both_systems_and_without_a_format(self):
        nip = self.entries["wpis-001"]["nip"]
        for serial, style, book, day in (("46093", 2, "", "2026-03-12"), ("46093.75", 1, "", "2026-03-12"), ("46093", 0, "", "2026-03-12"),
                                         ("44631", 1, '<workbookPr date1904="1"/>', "2026-03-12"),
                                         ("44631", 3, '<workbookPr date1904="true"/>', "2026-03-12"), ("59", 1, "", "1900-02-28"),
                                         ("61", 1, "", "1900-03-01")):  # fmt: skip
            rows = inline("nip", "wpis") + f'<row><c t="inlineStr"><is><t>{nip}</t></is></c><c s="{style}"><v>{serial}</v></c></row>'
            old = self.entries["wpis-001"]["wpis"]
            told = f"  [naprawione; w pliku jest {serial}]" if style in (0, 3) else ""
            self.assertEqual(self.changes(self.run_xlsx(workbook(rows, book=book))), [f"wpis: {old} → {day}{told}"])

    def test_any_prefix_of_the_namespace(self):
        nip = self.entries["wpis-001"]["nip"]
        rows = "".join(f"<x:row><x:c><x:v>{number}</x:v></x:c></x:row>" for number in ("1", nip)).replace(
            "<x:c><x:v>1</x:v></x:c>", '<x:c t="inlineStr"><x:is><x:t>NIP</x:t></x:is></x:c>')  # fmt: skip
        self.assertEqual(self.counts(self.run_xlsx(workbook(rows, prefix="x"))), (0, 0, 1, 11, 0))

    def test_cells_that_hold_nothing(self):
        entry = self.entries["wpis-001"]
        rows = inline("nip", "miejscowosc", "krs") + (
            f'<row r="2"><c r="A2"><v>{entry["nip"]}</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>A1</f></c><c r="AAA2"><v>1</v></c></row>'
            f'<row r="3"><c r="A3"><v>{entry["nip"]}</v></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3"><f>A1</f></c></row>')  # fmt: skip
        self.run_xlsx(workbook(rows), status=1)
        self.assertEqual([line.split(": ")[0] for line in self.told], ["2:4", "3:1", "3:2", "3:3"])
        self.assertIn("wiersz 3, kolumna B „miejscowosc”", self.told[2])

    def test_a_number_with_more_digits_than_a_spreadsheet_keeps(self):
        rows = inline("nip", "krs") + f'<row><c><v>{self.entries["wpis-001"]["nip"]}</v></c><c><v>1.2345678901234E+19</v></c></row>'
        self.run_xlsx(workbook(rows), status=1)
        self.assertIn("E0911", self.told[0])


class Hostile(ImportCase):
    def refused(self, data, reason):
        file = self.folder / "wykaz.xlsx"
        file.unlink(missing_ok=True)
        before = offices.tree(self.folder)
        file.write_bytes(data)
        process = subprocess.Popen([offices.BUILD / "bin/kronika", "import", "rejestr", file, "--site", self.site, "--write",
                                    "--language", "en"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # fmt: skip
        told = process.stdout.read()
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 2, told[:2000])
        self.assertRegex(told, reason)
        self.assertLess(usage.ru_maxrss, 600_000, "kilobytes")
        self.assertLess(usage.ru_utime, 10, "seconds")
        file.unlink()
        self.assertEqual(offices.tree(self.folder), before)

    def test_bombs(self):
        self.refused(workbook("", extra=[("xl/worksheets/bomb.xml", [bytes(1 << 20)] * 1024)], sheet_name="worksheets/bomb.xml"), "larger than 32 MB")
        self.refused(workbook(inline("nip") + "<row/>" * 100, shared=["<t>" + "a" * (40 << 20) + "</t>"]), "larger than 32 MB")
        self.refused(workbook(inline(*["nip"] * 999) + "<row><c><v>1</v></c></row>" * 900_000), "3 million cells")
        long = inline("nip") + '<row><c t="s"><v>0</v></c></row>' * 500_000
        self.refused(workbook(long, shared=["<t>" + "a" * (1 << 20) + "</t>"]), "too long")
        self.refused(workbook(long, shared=["<t>" + "a" * 130_000 + "</t>"]), "too long")
        self.refused(workbook('<row><c r="XFD1" t="inlineStr"><is><t>nip</t></is></c></row>'), "1000 columns")

    def test_entities_are_not_expanded(self):
        nested = "".join(f'<!ENTITY e{i} "&e{i - 1};&e{i - 1};">' for i in range(1, 40))
        self.refused(workbook(inline("&e39;"), doctype=f'<!DOCTYPE x [<!ENTITY e0 "ha">{nested}]>'), "not as it should be")
        self.refused(workbook(inline("&x;"), doctype='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "not as it should be")

    def test_no_path_of_the_archive_is_written(self):
        outside = [("../../evil.txt", "x"), ("/tmp/evil.txt", "x"), ("xl/../../evil.md", "x")]
        self.refused(workbook("", extra=outside), "it is empty")
        self.refused(workbook("", sheet_name="../../../../etc/passwd"), "empty|no sheet")

    def test_damage(self):
        good = workbook(inline("nip", "tytul"))
        random = self.numbers.random
        for _ in range(60):
            size = random.randrange(8, len(good))
            broken = bytearray(good[:size] if random.random() < 0.3 else good)
            for _ in range(random.randrange(1, 20)):
                broken[random.randrange(4, len(broken))] = random.randrange(256)
            file = self.folder / "wykaz.xlsx"
            file.write_bytes(broken)
            done = offices.run("import", self.site, "rejestr", file)
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)
            self.assertNotIn("unexpected", done.stderr)
        self.refused(good[:60], "damaged")
        self.refused(b"PK\x03\x04", "damaged")
        out = io.BytesIO()
        zipfile.ZipFile(out, "w").writestr("a.txt", "x")
        self.refused(out.getvalue(), "no XLSX workbook|damaged")


if __name__ == "__main__":
    unittest.main()
