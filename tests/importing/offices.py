"""A small register, and the tables that offices make of it: what the tests of `kronika import` share."""

import os
import random
import subprocess
from pathlib import Path

BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", Path(__file__).parents[2] / "build"))
SEED = os.environ.get("KRONIKA_TEST_SEED", "kronika")

SITE_TOML = """\
[site]
title = "Rejestr"
base_url = "https://example.org/"
language = "pl"
[front_matter]
title = "tytul"
date = "data"
summary = "streszczenie"
[vocabularies.powiaty]
[vocabularies.uslugi]
[collections.rejestr]
title = "Rejestr"
url = "/rejestr/{slug}/"
[collections.rejestr.fields]
nip = { type = "nip", required = true, unique = true, label = "NIP" }
regon = { type = "regon", unique = true, label = "REGON" }
krs = { type = "krs", unique = true, label = "KRS" }
powiat = { type = "choice", vocabulary = "powiaty", required = true, label = "Powiat" }
kod_pocztowy = { type = "postal_code", label = "Kod pocztowy" }
miejscowosc = { type = "text", label = "Miejscowość" }
uslugi = { type = "list", of = "choice", vocabulary = "uslugi", label = "Usługi" }
wpis = { type = "date", label = "Data wpisu" }
dotacja = { type = "money", label = "Dotacja" }
etaty = { type = "decimal", label = "Etaty" }
przyklad = { type = "bool", default = false, label = "Przykład" }
opis = { type = "long_text", label = "Opis" }
historia = { type = "table", label = "Historia", fields = { rok = { type = "integer" } } }
"""
DISTRICTS = {"kielecki": "powiat kielecki", "buski": "powiat buski", "skarzyski": "powiat skarżyski"}
SERVICES = {"opieka": "Opieka", "zlobek": "Żłobek", "gastronomia": "Gastronomia i catering"}
TOWNS = ["Łopuszno", "Źródła", "Chęciny", "Świślina", "Ćmielów", "Żydów", "Końskie", "Szydłów"]


def check_digit(digits, weights):
    return sum(w * int(d) for w, d in zip(weights, digits)) % 11


class Numbers:
    """Identifiers with right sums, each once."""

    def __init__(self, seed):
        self.random = random.Random(f"{SEED} {seed}")
        self.given = set()

    def make(self, digits, prefix, finish):
        while True:
            body = prefix + "".join(self.random.choice("0123456789") for _ in range(digits - len(prefix)))
            number = finish(body)
            if number and number not in self.given:
                self.given.add(number)
                return number

    def nip(self, prefix=""):
        def finish(body):
            last = check_digit(body, (6, 5, 7, 2, 3, 4, 5, 6, 7))
            return None if last == 10 else body + str(last)
        return self.make(9, prefix or self.random.choice("123456789"), finish)

    def regon(self, prefix=""):
        return self.make(8, prefix, lambda body: body + str(check_digit(body, (8, 9, 2, 3, 4, 5, 6, 7)) % 10))

    def krs(self):
        return self.make(10, "0000", lambda body: body)


def front_matter(entry, line_end="\n"):
    """As an editor may have written it: with comments, in an order of its own."""
    lines = ["+++", f'tytul = "{entry["tytul"]}"  # jak w statucie', "# dane z ankiety", f'nip = "{entry["nip"]}"',
             f"regon = '{entry['regon']}'", f'krs = "{entry["krs"]}"', "", f'kod_pocztowy = "{entry["kod_pocztowy"]}" # sprawdzone',
             f'powiat = "{entry["powiat"]}"', f'miejscowosc = "{entry["miejscowosc"]}"', "uslugi = ["]
    lines += [f'    "{service}",' for service in entry["uslugi"].split(";")]
    lines += ["]", f"wpis = {entry['wpis']}", f"etaty = {entry['etaty']}", "", "[[historia]]", "rok = 2020  # założenie", "+++",
              "", f"Treść o {entry['tytul']}.", ""]
    return line_end.join(lines)


def make_entry(numbers, number):
    pick = numbers.random.choice
    return {
        "tytul": f"Spółdzielnia „{pick(TOWNS)}” nr {number}",
        "nip": numbers.nip("0" if number % 9 == 0 else ""),
        "regon": numbers.regon("0" if number % 7 == 0 else ""),
        "krs": numbers.krs(),
        "powiat": pick(list(DISTRICTS)),
        "kod_pocztowy": f"{numbers.random.randrange(100):02}-{numbers.random.randrange(1000):03}",
        "miejscowosc": pick(TOWNS),
        "uslugi": ";".join(sorted(numbers.random.sample(list(SERVICES), 2))),
        "wpis": f"20{numbers.random.randrange(10, 26)}-{numbers.random.randrange(1, 13):02}-{numbers.random.randrange(1, 29):02}",
        "etaty": pick(["1.5", "12", "0.25", "7"]),
    }


def make_site(folder, entries):
    """Entries by slug; every third file has CRLF, every fifth a BOM."""
    (folder / "content/_data").mkdir(parents=True)
    (folder / "content/rejestr").mkdir()
    (folder / "site.toml").write_text(SITE_TOML, encoding="utf-8")
    for name, terms in (("powiaty", DISTRICTS), ("uslugi", SERVICES)):
        text = "".join(f'{key} = "{label}"\n' for key, label in terms.items())
        (folder / f"content/_data/{name}.toml").write_text(text, encoding="utf-8")
    for number, (slug, entry) in enumerate(entries.items()):
        text = front_matter(entry, "\r\n" if number % 3 == 0 else "\n")
        mark = b"\xef\xbb\xbf" if number % 5 == 0 else b""
        (folder / f"content/rejestr/{slug}.md").write_bytes(mark + text.encode())


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run(command, site, *options, language="pl"):
    return subprocess.run([BUILD / "bin/kronika", command, *options, "--site", site, "--language", language],
                          capture_output=True, text=True, timeout=120)  # fmt: skip
