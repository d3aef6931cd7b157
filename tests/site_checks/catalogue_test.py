"""The file for the national open-data catalogue: its elements in the order that the catalogue reads, within its bounds."""

import hashlib
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree
from datetime import date, datetime
from urllib.parse import unquote, urlsplit

from release import PUBLIC, RELEASE, configuration, public_file

NAMESPACE = "urn:otwarte-dane:harvester:1.13"
FOLDER = PUBLIC / configuration()["catalogue"]["url"].strip("/")
FREQUENCIES = "notApplicable yearly everyHalfYear quarterly monthly weekly daily".split()
CATEGORIES = "AGRI EDUC ENVI ENER TRAN TECH ECON SOCI HEAL GOVE REGI JUST INTR".split()
LICENCES = ["CC0 1.0", *(f"CC {terms} 4.0" for terms in "BY BY-SA BY-NC BY-NC-SA BY-ND BY-NC-ND".split())]


def truth(element):
    return element.text in ("true", "false")


def text(most):
    return lambda element: not len(element) and 0 < len(element.text.strip()) <= most


def one_of(words):
    return lambda element: element.text in words


def identifier(element):
    return re.fullmatch(r"[A-Za-z0-9._-]{1,36}", element.text or "") is not None


def moment(element):
    return datetime.fromisoformat(element.text.replace("Z", "+00:00")).tzinfo is not None


def day(element):
    return date.fromisoformat(element.text) is not None


def several(name, check, most=None):
    def holds(element):
        return 1 <= len(element) <= (most or len(element)) and all(each.tag == name and check(each) for each in element)
    return holds


def in_order(*children):
    """(name, check) of each child in its order; a name that ends with ? may be left out."""
    def holds(element):
        left = list(element)
        for name, check in children:
            optional = name.endswith("?")
            if left and left[0].tag == name.rstrip("?"):
                one = left.pop(0)
                if not check(one):
                    raise AssertionError(f"{element.tag}/{one.tag}: {ElementTree.tostring(one, 'unicode')[:300]}")
            elif not optional:
                raise AssertionError(f"{element.tag} lacks {name}: {ElementTree.tostring(element, 'unicode')[:300]}")
        if left:
            raise AssertionError(f"{element.tag} has {left[0].tag} where it may not stand")
        return True
    return holds


def languages(most):
    return in_order(("polish", text(most)), ("english?", text(most)))


NUMBER = ("intIdent?", lambda element: element.text.isdigit())
FLAGS = [(name, truth) for name in ("hasDynamicData?", "hasHighValueData?", "hasResearchData?")]
SUPPLEMENTS = ("supplements?", several("supplement", in_order(
    ("url", text(2000)), ("name", languages(300)), ("language", one_of(("pl", "en")))), 10))
RESOURCE = in_order(
    ("extIdent", identifier), NUMBER, ("url", text(2000)), ("title", languages(300)), ("description", languages(1000)),
    ("availability?", one_of(("local", "remote"))), ("dataDate?", day), ("lastUpdateDate?", moment),
    ("specialSigns?", several("specialSign", one_of("-.X:#"))), *FLAGS, SUPPLEMENTS,
    ("regions?", several("terytIdent", lambda element: re.fullmatch(r"\d{2}(\d{2}(\d{3})?)?", element.text), 20)))
DATASET = in_order(
    ("extIdent", identifier), NUMBER, ("title", languages(300)), ("description", languages(1000)), ("url?", text(1000)),
    ("updateFrequency", one_of(FREQUENCIES)), *FLAGS, ("categories", several("category", one_of(CATEGORIES))),
    ("conditions?", in_order(
        ("source?", truth), ("modification?", truth), ("responsibilities?", text(4000)), ("dbOrCopyrighted?", text(4000)),
        ("dbOrCopyrightedLicenseChosen?", one_of(LICENCES)), ("personalData?", text(4000)))),
    ("resources", several("resource", RESOURCE)), SUPPLEMENTS,
    ("tags", several("tag", lambda element: element.get("lang") in ("pl", "en") and text(100)(element))),
    ("lastUpdateDate?", moment))


class Harvester(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bytes = (FOLDER / "harvester.xml").read_bytes()
        cls.root = ElementTree.fromstring(cls.bytes)

    def test_the_root_alone_is_in_the_namespace(self):
        self.assertEqual(self.root.tag, f"{{{NAMESPACE}}}datasets")
        self.assertEqual([each.tag for each in self.root.iter() if "{" in each.tag], [self.root.tag])

    def test_every_dataset_has_its_elements_in_order_and_within_bounds(self):
        self.assertGreaterEqual(len(self.root), 5)
        for each in self.root:
            self.assertEqual((each.tag, each.attrib), ("dataset", {"status": "published"}))
            self.assertTrue(DATASET(each))
            for resource in each.iter("resource"):
                self.assertEqual(resource.attrib, {"status": "published"})

    def test_identifiers_are_unique_and_in_the_manifest(self):
        listed = json.loads((RELEASE / "manifest.json").read_text("utf-8"))["identifiers"]
        datasets = [each.findtext("extIdent") for each in self.root]
        resources = [each.findtext("extIdent") for each in self.root.iter("resource")]
        self.assertEqual(len({*datasets, *resources}), len(datasets) + len(resources))
        self.assertEqual((listed["datasets"], listed["resources"]), (datasets, resources))
        self.assertGreater(len(listed["entries"]), 100)

    def test_every_address_leads_to_a_file(self):
        addresses = [each.text for each in self.root.iter("url")]
        self.assertGreater(len(addresses), 20)
        for address in addresses:
            self.assertIsNotNone(public_file(unquote(urlsplit(address).path)), address)

    def test_every_collection_with_a_dataset_is_in_it(self):
        wanted = [each["dataset"]["id"] for each in configuration()["collections"].values() if "dataset" in each]
        self.assertEqual([each.findtext("extIdent") for each in self.root], wanted)

    def test_the_md5_beside_it_is_of_its_bytes(self):
        self.assertEqual((FOLDER / "harvester.xml.md5").read_text("ascii"), hashlib.md5(self.bytes).hexdigest())


class Dcat(unittest.TestCase):
    def test_the_checksums_are_of_the_files(self):
        catalogue = json.loads((FOLDER / "catalog.jsonld").read_text("utf-8"))
        files = [file for dataset in catalogue["dcat:dataset"] for file in dataset["dcat:distribution"]]
        self.assertGreater(len(files), 20)
        for file in files:
            path = public_file(unquote(urlsplit(file["dcat:downloadURL"]["@id"]).path))
            told = file["spdx:checksum"]["spdx:checksumValue"]["@value"]
            self.assertEqual(told, hashlib.sha256(path.read_bytes()).hexdigest(), path)

    def test_the_page_lists_every_file(self):
        page = (FOLDER / "index.html").read_text("utf-8")
        catalogue = json.loads((FOLDER / "catalog.jsonld").read_text("utf-8"))
        for dataset in catalogue["dcat:dataset"]:
            self.assertIn(f'id="{urlsplit(dataset["@id"]).fragment}"', page)
            for file in dataset["dcat:distribution"]:
                self.assertIn(f'id="{urlsplit(file["@id"]).fragment}"', page)
                self.assertIn(f'href="{file["dcat:downloadURL"]["@id"]}"', page)


if __name__ == "__main__":
    unittest.main()
