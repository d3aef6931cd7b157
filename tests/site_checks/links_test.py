"""Every link, anchor and asset of the finished site leads somewhere, and nothing comes from another host."""

import base64
import hashlib
import re
import unittest
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from html_page import Link, Outline, outline_of, outline_of_file
from release import PUBLIC, RELEASE, base_path, base_url, pages, public_file, search, search_path

SEARCHES = ("", "q=sp%C3%B3%C5%82dzielnia", "q=praca&powiat=kielecki", "collection=rejestr&page=2", "q=zzzzqqqq", "page=x")


@cache
def anchors_of(path: Path) -> set[str]:
    return outline_of_file(path).anchors


def address_of(page: Path) -> str:
    path = page.relative_to(PUBLIC).as_posix()
    return base_url() + (path[: -len("index.html")] if path == "index.html" or path.endswith("/index.html") else path)


def is_own(url) -> bool:
    return url.netloc == urlsplit(base_url()).netloc


class Links(unittest.TestCase):
    def setUp(self):
        self.wrong: list[str] = []
        self.checked = 0

    def tearDown(self):
        self.assertEqual(self.wrong, [], "\n" + "\n".join(self.wrong))

    def check(self, where: str, page_address: str, own_anchors: set[str], link: Link):
        """Notes what is wrong with one link of a page."""
        url = urlsplit(urljoin(page_address, link.address))
        if url.scheme in ("mailto", "tel") and not link.loaded:
            if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+|\+?[\d-]+", url.path):
                self.wrong.append(f"{where}: '{link.address}' is no address or number")
        elif url.scheme not in ("http", "https") or (link.loaded and not is_own(url)):
            self.wrong.append(f"{where}: <{link.tag}> takes '{link.address}' from elsewhere")
        elif is_own(url):
            self.checked += 1
            self.check_own(where, page_address, own_anchors, link, url)

    def check_own(self, where, page_address, own_anchors, link, url):
        path, anchor = unquote(url.path), unquote(url.fragment)
        if path == search_path():
            return
        file = public_file(path)
        if file is None:
            self.wrong.append(f"{where}: '{link.address}' leads nowhere")
            return
        same_page = url._replace(fragment="") == urlsplit(page_address)._replace(fragment="")
        anchors = own_anchors if same_page else anchors_of(file) if file.suffix == ".html" else set()
        if anchor and anchor not in anchors:
            self.wrong.append(f"{where}: '{link.address}': no such place in the page")
        if link.integrity is not None:
            digest = base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()
            if link.integrity != f"sha384-{digest}":
                self.wrong.append(f"{where}: the integrity of '{link.address}' is not that of the file")

    def check_page(self, name: str, address: str, outline: Outline):
        for link in outline.links:
            self.check(f"{name}:{link.line}", address, outline.anchors, link)

    def test_every_link_of_every_page_leads_somewhere(self):
        for page in pages():
            self.check_page(page.relative_to(PUBLIC).as_posix(), address_of(page), outline_of_file(page))
        self.assertGreater(self.checked, 3000)

    def test_every_page_has_one_title_one_main_heading_and_its_language(self):
        for page in pages():
            outline, name = outline_of_file(page), page.relative_to(PUBLIC).as_posix()
            if len(outline.titles) != 1 or not outline.titles[0].strip():
                self.wrong.append(f"{name}: no title")
            if outline.main_headings != 1:
                self.wrong.append(f"{name}: {outline.main_headings} main headings")
            if not outline.language:
                self.wrong.append(f"{name}: no language")

    def test_titles_tell_the_pages_of_a_section_apart(self):
        seen: dict[tuple[Path, str], str] = {}
        for page in pages():
            outline, name = outline_of_file(page), page.relative_to(PUBLIC).as_posix()
            key = (page.parent.parent, " ".join(outline.titles))
            if outline.refreshes_to is None and seen.setdefault(key, name) != name:
                self.wrong.append(f"{name} and {seen[key]} have one title: {key[1]}")

    def test_every_page_can_be_reached_from_the_home_page(self):
        reached, waiting = set(), [PUBLIC / "index.html"]
        while waiting:
            page = waiting.pop()
            if page in reached:
                continue
            reached.add(page)
            for link in outline_of_file(page).links:
                url = urlsplit(urljoin(address_of(page), link.address))
                file = public_file(unquote(url.path)) if is_own(url) else None
                if link.tag in ("a", "area") and file and file.suffix == ".html":
                    waiting.append(file)
        lost = [p for p in pages() if p not in reached and p.name != "404.html" and not outline_of_file(p).refreshes_to]
        self.wrong = [f"{p.relative_to(PUBLIC).as_posix()}: no way leads here" for p in lost]

    def test_style_sheets_name_files_that_exist(self):
        sheets = sorted(PUBLIC.rglob("*.css"))
        self.assertTrue(sheets)
        for sheet in sheets:
            text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
            for target in re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text):
                address = target[0] or target[1]
                if not address.startswith(("data:", "#")):
                    link = Link(0, "style", address, loaded=True)
                    self.check(sheet.relative_to(PUBLIC).as_posix(), address_of(sheet), set(), link)

    def test_old_addresses_lead_to_pages(self):
        lines = (RELEASE / "aliases.map").read_text("utf-8").splitlines()
        self.assertGreaterEqual(len(lines), 3)
        for line in lines:
            old, new = line.split(" ")
            redirect, target = public_file(self.as_page(old)), public_file(unquote(new))
            if not target or not redirect:
                self.wrong.append(f"aliases.map: {line}: no such page")
                continue
            outline = outline_of_file(redirect)
            if outline.refreshes_to is None or public_file(unquote(urlsplit(outline.refreshes_to).path)) != target:
                self.wrong.append(f"{old} does not lead to {new}")

    @staticmethod
    def as_page(address: str) -> str:
        return unquote(address if address.endswith(("/", ".html")) else address + "/")

    def test_the_pages_of_results_link_to_what_exists(self):
        for query in SEARCHES:
            status, kind, html = search(query)
            self.assertEqual((status, kind.split(";")[0]), (400 if query == "page=x" else 200, "text/html"), query)
            address = base_url() + search_path()[len(base_path()) :] + "?" + query
            self.check_page(f"search?{query}", address, outline_of(html))
        self.assertGreater(self.checked, 100)


if __name__ == "__main__":
    unittest.main()
