"""Every rule of the portal fires on content that breaks it, with its code, at its place; and none fires on the portal.

Usage: rules_test.py. The programs are $KRONIKA_RELEASE_BUILD/bin, the portal is $KRONIKA_SITE, its clock
$KRONIKA_TEST_NOW. Each case breaks one thing in a copy of the portal.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("KRONIKA_SITE", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", ROOT / "build"))
NOW = os.environ.get("KRONIKA_TEST_NOW", "2026-11-23T12:00:00Z")


def replace(old, new):
    """An edit that must find what it changes, once or more."""
    def edit(text):
        changed = re.sub(old, new, text, count=1, flags=re.M)
        assert changed != text, f"nothing to change: {old}"
        return changed
    return edit


def drop(key):
    """Takes a key that stands on one line out of the front matter."""
    return replace(rf"^{key} = .*\n", "")


COMMITTEE = "content/gremia/komitet.md"
MEETING = "content/posiedzenia/komitet-21-2026.md"
RESOLUTION = "content/uchwaly/plan-badan-2027.md"
CENTRE = "content/owes/polnoc.md"
EDITION = "content/konkursy/lider-2025.md"
NOMINEE = "content/nominacje/niewidzialny-warsztat-2025.md"
CALL = "content/nabory/prog-nizej-2025.md"
POLL = "content/sondy/co-przekonaloby-do-zakupu.md"
MEETING_FOR_ALL = "content/wydarzenia/bez-barier-2027.md"
GALA = "content/wydarzenia/gala-lider-2025/index.md"
FAIR = "content/wydarzenia/targi-es-2026/index.md"
CERTIFICATE = "content/certyfikaty/zp-2025-03-kuchnia.md"
ENTRY = "content/rejestr/cis-wytop.md"
LESSON = "content/lekcje/spoldzielnia-w-klasie/index.md"
HANDED_OVER = "content/przekazania/dps-ostrowiec.md"

# (activity, what is broken, file, edit, code, where it is told: another file; None: at either of two, which both have
# the same)
CASES = [
    ("1.1", "two meetings of one number", MEETING, replace(r"^numer = 21", "numer = 20"), "E0818", None),
    ("1.1", "two resolutions of one number", RESOLUTION,
     replace(r'^numer = ".*"', 'numer = "{number of regulamin-2026}"'), "E0818", None),
    ("1.1", "a resolution without a meeting", RESOLUTION, drop("posiedzenie"), "E0204"),
    ("1.1", "a resolution of a meeting that is not there", RESOLUTION,
     replace(r'^posiedzenie = ".*"', 'posiedzenie = "nie-ma"'), "E0403"),
    ("1.1", "a resolution of another day than its meeting", RESOLUTION,
     replace(r"^podjeto = .*", "podjeto = 2026-10-01"), "E0803"),
    ("1.1", "a term of less than three years", COMMITTEE, replace(r"^do = 2029-05-31", "do = 2029-04-30"), "E0813"),
    ("1.1", "terms that overlap", COMMITTEE,
     replace(r"^od = 2026-06-01\ndo = 2029-05-31", "od = 2026-05-01\ndo = 2029-04-30"), "E0814"),
    ("1.1", "two terms of one number", COMMITTEE, replace(r"^numer = 3", "numer = 2"), "E0818"),
    ("1.2", "a group under no committee", "content/gremia/grupa-reintegracja.md", drop("nadrzedne"), "E0801"),
    ("1.2", "three active groups", "content/gremia/grupa-reintegracja.md",
     replace(r"^(dziala_od = .*)", r"\1\ndziala_do = 2026-01-31"), "W0823", "site.toml"),
    ("1.3", "a municipality with two advisers", "content/doradcy/karolina-wach.md",
     replace(r"^gminy = \[", 'gminy = ["{another adviser\'s}", '), "E0815", None),
    ("1.3", "a municipality without an adviser", "content/doradcy/karolina-wach.md",
     replace(r'^(gminy = \[\s*)"[^"]+",', r"\1"), "E0816", "content/_data/gminy.csv"),
    ("1.4", "a county of two centres", CENTRE, replace(r'^powiaty = \[', 'powiaty = ["buski", '), "E0815"),
    ("1.4", "a county without a centre", CENTRE, replace(r'"skarzyski", ', ""), "E0816", "content/_data/powiaty.toml"),
    ("1.4", "an accreditation that has run out", CENTRE, replace(r"^do = 2029-06-30", "do = 2026-10-31"), "W0820"),
    ("1.5", "a report's file without a summary", "content/raporty/stan-sektora-2025/index.md",
     replace(r"\n\+\+\+\n[\s\S]*\Z", "\n+++\n\nWszystko jest w pliku.\n"), "E0819"),
    ("1.6", "a practice of nobody in the register", "content/praktyki/niewidzialna-wystawa.md",
     replace(r'^podmiot = ".*"', 'podmiot = "nie-ma-takiego"'), "E0403"),
    ("2.1", "a winner who is no nominee of the edition", EDITION,
     replace("niewidzialny-warsztat-2025", "kolo-gospodyn-z-nidy-2024"), "E0803"),
    ("2.1", "two winners of one category", EDITION,
     replace(r'(nominacja = "suchedniow-sala-prob-2025", nagroda = )"wyroznienie"', r'\1"lider"'), "E0818"),
    ("2.1", "a prize of another category than the nomination", EDITION,
     replace(r'\{ kategoria = "przedsiebiorstwo", nominacja', '{ kategoria = "biznes", nominacja'), "E0803"),
    ("2.1", "a nomination of nobody", NOMINEE, drop("podmiot"), "E0802"),
    ("2.1", "a nomination in a category that the edition does not have", NOMINEE,
     replace(r'^(kategoria = .*)', r'\1\npodkategoria = "firmy z księżyca"'), "E0804"),
    ("2.1", "a verdict before the deadline", EDITION, replace(r"^rozstrzygnieto = .*", "rozstrzygnieto = 2025-09-01"), "E0806"),
    ("2.2", "a photo without alternative text", GALA, replace(r', opis = "[^"]*"', ""), "E0204"),
    ("2.2", "a photo without a credit", GALA, replace(r', autor = "[^"]*"', ""), "E0204"),
    ("2.2", "a gala of no edition", GALA, drop("edycja"), "E0801"),
    ("2.2", "a film without captions", GALA, replace(r"\Z", '\n```{film}\nfile = "kosze.svg"\n```\n'), "E0322"),
    ("2.3", "an exhibitor who is not in the register", FAIR,
     replace(r'wystawca = "[^"]*"', 'wystawca = "nie-ma-takiego"'), "E0403"),
    ("2.3", "two exhibitors at one stall", FAIR, replace(r"numer = 2,", "numer = 1,"), "E0818"),
    ("2.4", "answers that do not add up", POLL, replace(r"^razem = \d+", "razem = 9999"), "E0809"),
    ("2.5", "a call open less than 21 days", CALL, replace(r"^nabor_do = .*", "nabor_do = 2025-09-20"), "E0812"),
    ("2.5", "grants beyond the pool", CALL, replace(r'^pula = ".*"', 'pula = "50 000 zł"'), "E0810"),
    ("2.5", "a grant beyond the greatest", CALL,
     replace(r'^najwieksza_dotacja = ".*"', 'najwieksza_dotacja = "5 500 zł"'), "E0807"),
    ("2.5", "a state against the dates", CALL, replace(r"^(podstawa = .*)", r'stan = "otwarty"\n\1'), "W0824"),
    ("2.8", "a certificate of nobody in the register", CERTIFICATE,
     replace(r'^posiadacz = ".*"', 'posiadacz = "nie-ma-takiego"'), "E0403"),
    ("2.8", "a certificate that ends before it begins", CERTIFICATE, replace(r"^do = .*", "do = 2020-01-01"), "E0806"),
    ("3.1", "an end before the start", MEETING_FOR_ALL, replace(r"^koniec = .*", "koniec = 2027-05-13T09:00:00"), "E0806"),
    ("3.1", "a deadline after the start", MEETING_FOR_ALL, replace(r"^zapisy_do = .*", "zapisy_do = 2027-05-20"), "E0806"),
    *(("3.3", f"an equality meeting without {field}", MEETING_FOR_ALL, drop(field), "E0801")
      for field in ("tlumacz_migowy", "petla", "podjazd", "latwy_tekst")),
    ("3.2", "a university day without a university", "content/wydarzenia/dni-es-uczelnia-2027.md", drop("uczelnia"), "E0801"),
    ("3.4", "a lesson without a licence", LESSON, drop("licencja"), "E0204"),
    ("3.4", "a lesson's file that is not there", LESSON, replace(r'^(pliki = \[\s*)"[^"]+"', r'\1"nie-ma.pdf"'), "E0209"),
    ("4.1", "an order from nobody in the register", "content/zamowienia/{first}",
     replace(r'^wykonawca = ".*"', 'wykonawca = "nie-ma-takiego"'), "E0403"),
    ("4.2", "more handed over than sewn", HANDED_OVER, replace(r"^sztuki = .*", "sztuki = 40000"), "E0811", None),
    ("1.7", "a NIP with a wrong sum", ENTRY, replace(r'^nip = ".*"', 'nip = "0087265954"'), "E0206"),
    ("1.7", "a REGON with a wrong sum", ENTRY, replace(r'^regon = ".*"', 'regon = "009971373"'), "E0206"),
    ("1.7", "a KRS of nine digits", ENTRY, replace(r'^krs = ".*"', 'krs = "000097695"'), "E0206"),
    ("1.7", "a county that is not the municipality's", ENTRY, replace(r'^powiat = ".*"', 'powiat = "buski"'), "E0214"),
    ("1.7", "a TERYT code of another municipality", ENTRY, replace(r'^teryt = ".*"', 'teryt = "2604142"'), "E0803"),
    ("1.7", "a position outside the region", ENTRY, replace(r"lat = [\d.]+", "lat = 54.35"), "E0206"),
    ("1.7", "statuses that overlap", "content/rejestr/niewidzialny-warsztat.md",
     replace(r"^statusy = \[\n(.*)\n", r"statusy = [\n\1\n\1\n"), "E0814"),
    ("1.7", "a reintegration body that nobody runs", ENTRY, drop("prowadzacy"), "E0801"),
]


class Rules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.site = Path(cls.folder.name) / "site"
        cls.site.mkdir()
        for part in ("content", "themes"):
            shutil.copytree(ROOT / part, cls.site / part)
        shutil.copy(ROOT / "site.toml", cls.site)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check(self, *options):
        done = subprocess.run(
            [BUILD / "bin" / "kronika", "check", "--site", self.site, "--now", NOW, "--format", "json", *options],
            capture_output=True, text=True, timeout=60)
        return done.returncode, [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]

    def value(self, path, key):
        return re.search(rf'^{key} = "(.*)"', (self.site / path).read_text("utf-8"), re.M)[1]

    def is_draft_or_expired(self, file):
        text = (self.site / file).read_text("utf-8")
        expires = re.search(r"^wygasa = (\S+)$", text, re.M)
        return re.search(r"^szkic = true$", text, re.M) or expires and expires[1] <= NOW[:10]

    def filled(self, text):
        """What a case takes from other pages, since contents change."""
        if "{number of regulamin-2026}" in text:
            text = text.replace("{number of regulamin-2026}", self.value("content/uchwaly/regulamin-2026/index.md", "numer"))
        if "{another adviser's}" in text:
            other = (self.site / "content/doradcy/marcin-zielonka.md").read_text("utf-8")
            text = text.replace("{another adviser's}", re.search(r'^gminy = \[\s*"([^"]+)"', other, re.M)[1])
        return text

    def test_none_is_broken_by_the_portal(self):
        status, told = self.check()
        self.assertEqual((status, [each for each in told if each["severity"] == "error"]), (0, []))
        days = {each["code"] for each in told}
        self.assertLessEqual(days, {"W0821", "W0822"}, "what ends soon and what was not checked for a year")

    def test_each_fires_where_it_is_broken(self):
        self.assertGreater(len(CASES), 45)
        for activity, what, file, edit, code, *elsewhere in CASES:
            if "{first}" in file:
                folder = file.split("/{")[0]
                file = min(p for p in (self.site / folder).glob("*.md") if p.name != "_index.md").relative_to(self.site).as_posix()
            page = self.site / file
            before = page.read_text("utf-8")
            try:
                page.write_text(self.filled(edit(before)), "utf-8")
                _, told = self.check()
            finally:
                page.write_text(before, "utf-8")
            with self.subTest(activity=activity, what=what):
                fired = [each for each in told if each["code"] == code]
                self.assertTrue(fired, f"{code} is not told; told: {sorted({e['code'] for e in told})}")
                where = elsewhere[0] if elsewhere else file
                if where:
                    self.assertIn(where, {each["file"] for each in fired})
                self.assertTrue(all(each["line"] > 0 for each in fired))

    def test_what_depends_on_the_day_is_an_error_for_production(self):
        status, told = self.check("--production")
        self.assertEqual(status, 1)
        examples = {each["file"] for each in told if each["code"] == "E0825"}
        marked = {path.relative_to(self.site).as_posix() for path in (self.site / "content").rglob("*.md")
                  if re.search(r"^przyklad = true$", path.read_text("utf-8").split("\n+++", 1)[0], re.M)}
        never_shown = {file for file in marked if self.is_draft_or_expired(file)}
        self.assertEqual(examples, marked - never_shown | {"content/_data/projekty.toml"})
        page = self.site / CALL
        before = page.read_text("utf-8")
        try:
            page.write_text(replace(r"^(podstawa = .*)", r'stan = "otwarty"\n\1')(before), "utf-8")
            _, told = self.check("--production")
        finally:
            page.write_text(before, "utf-8")
        self.assertEqual({each["severity"] for each in told if each["code"] == "W0824"}, {"error"})


if __name__ == "__main__":
    unittest.main()
