"""What the portal offers as data, read by those for whom it is made: spreadsheets, calendars, address books, maps.

Runs under Debian's own Python, which sees Debian's packages.
"""

import csv
import io
import json
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import icalendar
import jsonschema
import vobject

from release import NPM, PUBLIC, base_url, configuration, public_file, search

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CSV_IN_POLISH = "Text - txt - csv (StarCalc):59,34,76,1,,1045,true,true"  # ';', '"', UTF-8, Polish, quoted cells are texts
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def collections(wanted: str) -> list[str]:
    return [name for name, each in configuration()["collections"].items() if wanted in each.get("exports", [])]


def list_folder(name: str) -> Path:
    """Where the list of a collection stands; the pages of its entries are below it."""
    url = configuration()["collections"][name].get("url", f"/{name}/")
    return PUBLIC / url.split("{")[0].strip("/")


def beside_list(name: str, ending: str) -> Path:
    return list_folder(name) / f"{name}{ending}"


def fields(name: str) -> dict:
    """Those of the collection, then the common ones that it does not declare itself."""
    collection = configuration()["collections"][name]
    common = configuration().get("common_fields", {}) if collection.get("common", True) else {}
    return {**collection["fields"], **{field: each for field, each in common.items() if field not in collection["fields"]}}


@cache
def exported(name: str) -> dict:
    return json.loads(beside_list(name, ".json").read_text("utf-8"))


def rows(path: Path) -> list[dict]:
    """As RFC 4180 has it: commas, CRLF, and as many cells in each row as in the header."""
    text = path.read_bytes().decode("utf-8")
    table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if any(len(row) != len(table[0]) for row in table):
        raise AssertionError(f"{path.name}: rows of different length")
    return [dict(zip(table[0], row)) for row in table[1:]]


def file_of(address: str) -> Path:
    """The file of a whole address of the site; it must be there."""
    found = public_file(unquote(urlsplit(address).path))
    if not address.startswith(base_url()) or found is None:
        raise AssertionError(f"{address} is no address of the site")
    return found


def validator(schema: dict) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def mistakes(schema: dict, document) -> list[str]:
    return [f"{list(each.absolute_path)}: {each.message[:200]}" for each in validator(schema).iter_errors(document)]


class Tables(unittest.TestCase):
    def tables(self) -> list[Path]:
        found = sorted(p for name in collections("csv") for p in list_folder(name).glob("*.csv"))
        self.assertGreater(len(found), 8)
        return found

    def test_csvkit_finds_nothing_to_clean(self):
        for path in self.tables():
            separator = ";" if path.name.endswith("-excel.csv") else ","
            run = subprocess.run(["csvclean", "-n", "-d", separator, "-e", "utf-8-sig", path], capture_output=True, text=True)
            self.assertEqual((run.returncode, run.stdout.strip(), run.stderr), (0, "No errors.", ""), path.name)

    def test_csvkit_counts_rows_and_columns_as_the_site_has_them(self):
        for name in collections("csv"):
            path = beside_list(name, ".csv")
            columns = subprocess.run(["csvcut", "-n", path], capture_output=True, text=True, check=True).stdout
            named = [line.split(":", 1)[1].strip() for line in columns.splitlines()]
            plain = [field for field, each in fields(name).items() if each["type"] not in ("table", "data")]
            self.assertEqual(named, ["slug", "tytul", "data", "zmieniono", "streszczenie", *plain, "url"])
            count = subprocess.run(["csvstat", "--count", path], capture_output=True, text=True, check=True).stdout
            self.assertEqual(int(re.search(r"\d+", count)[0]), len(exported(name)["entries"]))

    def test_a_table_says_what_the_json_says(self):
        for name in collections("csv"):
            table, entries = rows(beside_list(name, ".csv")), exported(name)["entries"]
            self.assertEqual([row["slug"] for row in table], [each["slug"] for each in entries])
            for row, entry in zip(table, entries):
                self.assertEqual((row["tytul"], row["url"]), (entry["title"], entry["url"]))
                self.assertEqual(row["przyklad"], str(entry["example"]).lower())
                for field, value in entry["fields"].items():
                    if isinstance(value, str) and field in row and fields(name)[field]["type"] != "datetime":
                        self.assertEqual(row[field].lstrip("'"), value)
                    if value is None and field in row:
                        self.assertEqual(row[field], "")

    def test_rows_of_table_fields_belong_to_entries(self):
        counts = []
        for name in collections("csv"):
            for field in (field for field, each in fields(name).items() if each["type"] == "table"):
                path = beside_list(name, f"-{field}.csv")
                if not any(each["fields"][field] for each in exported(name)["entries"]):
                    self.assertFalse(path.exists(), "no entry fills it")
                    continue
                table = rows(path)
                header = next(csv.reader(io.StringIO(path.read_text("utf-8"))))
                self.assertEqual(header, ["slug", *fields(name)[field]["fields"]])
                counts.append(len(table))
                counted = [(each["slug"], len(each["fields"][field] or [])) for each in exported(name)["entries"]]
                self.assertEqual([row["slug"] for row in table], [slug for slug, count in counted for _ in range(count)])
        self.assertGreater(sum(counts), 200)


class Spreadsheets(unittest.TestCase):
    """LibreOffice set to Polish opens the other CSV as it is meant."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        below = Path(cls.folder.name)
        files = [p for name in collections("csv") for p in sorted(list_folder(name).glob("*-excel.csv"))]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{below}/profile", "--headless", "--convert-to", "fods",
             f"--infilter={CSV_IN_POLISH}", "--outdir", below, *files],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        cls.sheets = {path.stem: cls.sheet(below / f"{path.stem}.fods") for path in files}

    @staticmethod
    def sheet(path: Path) -> list[list[tuple[str, str]]]:
        """Each row's cells: what kind of value LibreOffice sees, and the value."""
        out = []
        for row in ElementTree.parse(path).getroot().iter(TABLE + "table-row"):
            cells = []
            for cell in row.iter(TABLE + "table-cell"):
                text = "\n".join("".join(each.itertext()) for each in cell.iter(TEXT + "p"))
                kind = cell.get(OFFICE + "value-type", "none")
                value = cell.get(OFFICE + "date-value") or cell.get(OFFICE + "value") or text
                cells += [(kind, value)] * int(cell.get(TABLE + "number-columns-repeated", "1"))
            out.append(cells)
        return out

    def columns(self, sheet: str) -> dict[str, list[tuple[str, str]]]:
        header, *lines = [row for row in self.sheets[sheet] if any(value for _, value in row)]
        names = [value for _, value in header if value]
        return {name: [line[i] if i < len(line) else ("none", "") for line in lines] for i, name in enumerate(names)}

    def test_every_sheet_has_the_cells_of_the_table_for_programs(self):
        self.assertGreater(len(self.sheets), 4)
        for stem in self.sheets:
            name = stem.split("-")[0]
            path = list_folder(name) / f"{stem.removesuffix('-excel')}.csv"
            plain, header = rows(path), next(csv.reader(io.StringIO(path.read_text("utf-8"))))
            columns = self.columns(stem)
            self.assertEqual(list(columns), header)
            for column, cells in columns.items():
                wanted = [row[column] for row in plain]
                self.assertEqual([value for _, value in cells], wanted, f"{stem}: {column}")

    def test_numbers_with_zeros_are_texts_and_days_are_days(self):
        columns = self.columns("rejestr-excel")
        for name in ("nip", "regon", "krs", "teryt", "kod_pocztowy", "dzialanie"):
            self.assertEqual({kind for kind, _ in columns[name]} - {"none"}, {"string"}, name)
        self.assertTrue(any(value.startswith("0") for _, value in columns["nip"]))
        days = [(kind, value) for kind, value in columns["data"] if value]
        self.assertEqual({kind for kind, _ in days}, {"date"})
        self.assertTrue(all(DAY.fullmatch(value) for _, value in days))
        self.assertTrue(any("Ł" in value or "ż" in value for _, value in columns["tytul"]))

    def test_numbers_are_numbers(self):
        columns = self.columns("praktyki-wyniki-excel")
        self.assertEqual({kind for kind, _ in columns["wartosc"]}, {"float"})
        self.assertTrue(any("." in value for _, value in columns["wartosc"]))


class Json(unittest.TestCase):
    def test_every_file_keeps_to_the_schema_beside_it(self):
        self.assertGreater(len(collections("json")), 3)
        for name in collections("json"):
            schema = json.loads(beside_list(name, ".schema.json").read_text("utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.assertEqual(file_of(schema["$id"]), beside_list(name, ".schema.json"))
            self.assertEqual(mistakes(schema, exported(name)), [])
            self.assertEqual(file_of(exported(name)["collection"]["schema"]), beside_list(name, ".schema.json"))

    def test_a_schema_refuses_what_does_not_fit_it(self):
        schema = json.loads(beside_list("rejestr", ".schema.json").read_text("utf-8"))
        entry = exported("rejestr")["entries"][0]
        for change in ({"powiat": {"value": "krakowski", "label": "krakowski"}}, {"nip": "123"}, {"uslugi": "stolarstwo"},
                       {"nip": None}, {"polozenie": {"latitude": 91, "longitude": 0}}, {"statusy": [{"podstawa": "x"}]}):  # fmt: skip
            bad = exported("rejestr") | {"entries": [entry | {"fields": entry["fields"] | change}]}
            self.assertNotEqual(mistakes(schema, bad), [], change)
        self.assertNotEqual(mistakes(schema, {"entries": []}), [])

    def test_addresses_lead_to_files_of_the_site(self):
        for name in collections("json"):
            for entry in exported(name)["entries"]:
                file_of(entry["url"])
                for field, value in entry["fields"].items():
                    for each in value if isinstance(value, list) else [value]:
                        if fields(name)[field].get("of", fields(name)[field]["type"]) in ("file", "image", "reference") and each:
                            path = file_of(each["url"])
                            if "size" in each:
                                self.assertEqual(path.stat().st_size, each["size"])


class Calendars(unittest.TestCase):
    def test_all_calendars_are_read_and_agree(self):
        self.assertGreater(len(collections("ical")), 0)
        everything = self.events(PUBLIC / "kalendarz.ics")
        listed = {}
        for name in collections("ical"):
            of_list = self.events(beside_list(name, ".ics"))
            singles = {}
            for path in list_folder(name).glob("*/*.ics"):
                one = self.events(path)
                self.assertEqual(len(one), 1)
                singles |= one
            self.assertGreater(len(singles), 5)
            self.assertEqual(singles, of_list)
            listed |= of_list
        self.assertEqual(listed, everything)

    def events(self, path: Path) -> dict[str, str]:
        """The events by their ids, as text. Lines are checked on the way."""
        data = path.read_bytes()
        self.assertTrue(data.endswith(b"END:VCALENDAR\r\n"))
        for line in data.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotRegex(line.decode("utf-8"), r"[\n\r]")
        events = icalendar.Calendar.from_ical(data).walk("VEVENT")
        found = {str(each["uid"]): each.to_ical().decode("utf-8") for each in events}
        self.assertEqual(len(found), len(events), "ids are unique")
        self.assertEqual([each.errors for each in events if each.errors], [])
        return found

    def test_events_are_at_the_time_of_their_entries(self):
        events = icalendar.Calendar.from_ical((PUBLIC / "wydarzenia/wydarzenia.ics").read_bytes()).walk("VEVENT")
        by_url = {str(each["url"]): each for each in events}
        for entry in exported("wydarzenia")["entries"]:
            event = by_url[entry["url"]]
            self.assertEqual(str(event["summary"]), entry["title"])
            self.assertEqual(str(event["location"]), entry["fields"]["miejsce"])
            self.assertEqual(event["dtstart"].dt, datetime.fromisoformat(entry["fields"]["poczatek"]))
            self.assertEqual(event["dtstart"].dt.tzinfo.utcoffset(None), timezone.utc.utcoffset(None))
            if entry["fields"]["koniec"]:
                self.assertEqual(event["dtend"].dt, datetime.fromisoformat(entry["fields"]["koniec"]))
            self.assertEqual(event["uid"], f"{entry['id']}@{urlsplit(base_url()).hostname}")


class Contacts(unittest.TestCase):
    def test_an_address_book_reads_every_card(self):
        for name in collections("vcard"):
            entries = {each["url"]: each for each in exported(name)["entries"]}
            cards = list(vobject.readComponents(beside_list(name, ".vcf").read_bytes().decode("utf-8")))
            self.assertEqual([card.uid.value for card in cards], list(entries))
            for card in cards:
                self.check_card(card, entries[card.uid.value])

    def check_card(self, card, entry):
        values = entry["fields"]
        self.assertEqual((card.version.value, card.fn.value, card.org.value), ("4.0", entry["title"], [entry["title"]]))
        if "kod_pocztowy" in values:
            self.assertEqual((card.adr.value.street, card.adr.value.code), (values["adres"], values["kod_pocztowy"]))
        if "gmina" in values:
            self.assertEqual(card.adr.value.city, values["gmina"]["label"])
        self.assertEqual([each.value for each in card.contents.get("tel", [])],
                         [values["telefon"].replace(";ext=", " ext. ")] if values["telefon"] else [])  # fmt: skip
        self.assertEqual([each.value for each in card.contents.get("email", [])], [values["email"]] if values["email"] else [])
        self.assertEqual(card.contents["url"][-1].value, entry["url"])

    def test_each_entry_has_its_own_card(self):
        for name in collections("vcard"):
            together = beside_list(name, ".vcf").read_text("utf-8")
            cards = [(list_folder(name) / each["slug"] / f"{each['slug']}.vcf").read_text("utf-8") for each in exported(name)["entries"]]
            self.assertEqual("".join(cards), together)


class Maps(unittest.TestCase):
    def test_maps_keep_to_rfc_7946(self):
        self.assertGreater(len(collections("geojson")), 0)
        for name in collections("geojson"):
            document = json.loads(beside_list(name, ".geojson").read_text("utf-8"))
            self.assertEqual(list(document), ["type", "bbox", "features"])
            self.assertEqual(document["type"], "FeatureCollection")
            west, south, east, north = document["bbox"]
            placed = {each["id"]: each for each in exported(name)["entries"] if each["fields"]["polozenie"]}
            self.assertEqual([each["id"] for each in document["features"]], list(placed))
            for feature in document["features"]:
                self.assertEqual(feature["type"], "Feature")
                self.assertEqual(feature["geometry"]["type"], "Point")
                longitude, latitude = feature["geometry"]["coordinates"]
                self.assertTrue(west <= longitude <= east and south <= latitude <= north)
                self.assertTrue(-180 <= longitude <= 180 and -90 <= latitude <= 90)
                entry = placed[feature["id"]]
                self.assertEqual(entry["fields"]["polozenie"], {"latitude": latitude, "longitude": longitude})
                self.assertEqual(feature["properties"]["url"], entry["url"])
                self.assertFalse([v for v in feature["properties"].values() if isinstance(v, (dict, list)) or v is None])


class Api(unittest.TestCase):
    @staticmethod
    @cache
    def read(path: str):
        return json.loads((PUBLIC / "api/v1" / path).read_text("utf-8"))

    def test_a_validator_accepts_the_description(self):
        tool = NPM / "node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js"
        run = subprocess.run(["node", tool, PUBLIC / "api/v1/openapi.json"], capture_output=True, text=True)
        self.assertEqual((run.returncode, json.loads(run.stdout)), (0, {"valid": True}), run.stderr)
        with tempfile.TemporaryDirectory() as folder:
            bad = Path(folder) / "bad.json"
            bad.write_text(json.dumps(self.read("openapi.json") | {"info": {}}), "utf-8")
            run = subprocess.run(["node", tool, bad], capture_output=True, text=True)
            self.assertEqual(run.returncode, 1)

    def schema_of(self, path: str) -> dict:
        """What the description says of the answer at a path, with the schemas that it refers to."""
        answer = self.read("openapi.json")["paths"][path]["get"]["responses"]["200"]
        return answer["content"]["application/json"]["schema"] | {"components": self.read("openapi.json")["components"]}

    def test_every_file_is_described_and_keeps_to_its_description(self):
        described = self.read("openapi.json")["paths"]
        files = sorted((PUBLIC / "api").rglob("*.json"))
        self.assertGreater(len(files), 100)
        for file in files:
            path = "/" + file.relative_to(PUBLIC).as_posix()
            if path not in described:
                path = re.sub(r"^(/api/v1/collections/[^/]+/).*\.json$", r"\1{slug}.json", path)
            self.assertIn(path, described)
            self.assertEqual(mistakes(self.schema_of(path), json.loads(file.read_text("utf-8"))), [], file.name)

    def test_the_search_answers_as_described(self):
        path = urlsplit(self.read("index.json")["links"]["search"]).path
        parameters = {each["name"]: each for each in self.read("openapi.json")["paths"][path]["get"]["parameters"]}
        for query in ("q=sp%C3%B3%C5%82dzielnia&powiat=kielecki&rok=2019-", "collection=rejestr&size=5", "q=zzzzqqqq", "q=szkla"):
            status, kind, body = search(query + "&format=json")
            self.assertEqual((status, kind.split(";")[0]), (200, "application/json"))
            answer = json.loads(body)
            self.assertEqual(mistakes(self.schema_of(path), answer), [], query)
            for facet in answer["facets"]:
                known = parameters[facet["name"]]["schema"]["items"].get("enum")
                values = {each["value"] for each in facet["values"]}
                self.assertTrue(known is None or values <= set(known), facet["name"])
        self.assertEqual(search("page=x&format=json")[0], 400)

    def test_everything_is_reached_from_the_index(self):
        links = self.read("index.json")["links"]
        seen = {file_of(links[name]) for name in ("collections", "vocabularies", "openapi")} | {PUBLIC / "api/v1/index.json"}
        for each in self.read("collections.json")["collections"]:
            seen.add(file_of(each["api_url"]))
            entries = json.loads(file_of(each["api_url"]).read_text("utf-8"))["entries"]
            self.assertEqual(len(entries), each["total"])
            seen |= {file_of(entry["api_url"]) for entry in entries}
            for export in each["exports"]:
                file_of(export["url"])
        seen |= {file_of(each["api_url"]) for each in self.read("vocabularies.json")["vocabularies"]}
        self.assertEqual(seen, set((PUBLIC / "api").rglob("*.json")))

    def test_an_entry_says_the_same_as_the_export(self):
        for name in collections("json"):
            for entry in exported(name)["entries"]:
                whole = self.read(f"collections/{name}/{entry['slug']}.json")
                self.assertEqual({key: whole[key] for key in entry}, entry)
                self.assertTrue(whole["text"] or not whole["html"])


class Pages(unittest.TestCase):
    def test_lists_and_entries_link_to_their_data_with_type_and_size(self):
        seen = 0
        for name in collections("csv"):
            entry = list_folder(name) / exported(name)["entries"][0]["slug"]
            for page in (list_folder(name) / "index.html", entry / "index.html"):
                html = page.read_text("utf-8")
                section = re.search(r'<section class="part downloads".*?</section>', html, re.S)[0]
                for address, note in re.findall(r'href="([^"]+)".*?<span class="note">\(([^)]+)\)', section, re.S):
                    file = public_file(address)
                    self.assertIsNotNone(file, address)
                    self.assertRegex(note, r"^(CSV|JSON|XML|ICS|VCF|GEOJSON), [0-9]+\u00A0k?B$")
                    size = int(re.search(r"(\d+)\u00A0", note)[1]) * (1000 if "kB" in note else 1)
                    self.assertAlmostEqual(size, file.stat().st_size, delta=500 if "kB" in note else 0)
                    seen += 1
        self.assertGreater(seen, 20)

    def test_heads_name_the_alternatives(self):
        alternates = {}
        for page in ("rejestr/index.html", "rejestr/wior-stolarnia/index.html", "wydarzenia/targi-es-2026/index.html"):
            head = (PUBLIC / page).read_text("utf-8").split("</head>")[0]
            alternates[page] = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', head)
            for _, address in alternates[page]:
                self.assertIsNotNone(public_file(address), address)
        self.assertIn(("text/csv", "/rejestr/rejestr.csv"), alternates["rejestr/index.html"])
        self.assertIn(("application/geo+json", "/rejestr/rejestr.geojson"), alternates["rejestr/index.html"])
        self.assertIn(("text/vcard", "/rejestr/wior-stolarnia/wior-stolarnia.vcf"), alternates["rejestr/wior-stolarnia/index.html"])
        self.assertIn(("text/calendar", "/wydarzenia/targi-es-2026/targi-es-2026.ics"), alternates["wydarzenia/targi-es-2026/index.html"])


if __name__ == "__main__":
    unittest.main()
