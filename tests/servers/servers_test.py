"""The printed configurations, in the servers they are for: everything that a reader or a crawler may ask of a site."""

import gzip
import json
import re
import shutil
import unittest
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from servers import SERVERS, Apache, Lighttpd, Nginx, Spawned, Workers, build, open_folder, printed_config, replaced

SECURITY = ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy")
KINDS = ("script", "style", "img", "font", "media", "connect", "manifest")  # what a page may load, from its own host
# Structured data is a block of data, which no browser runs.
NO_INLINE = re.compile(r"<(script|style)\b(?![^>]*\bsrc=)(?! type=\"application/ld\+json\">)|\sstyle=|\son[a-z]+=|javascript:", re.I)
WORKDIR = open_folder()


def tearDownModule():
    shutil.rmtree(WORKDIR)


@cache
def release(base: str) -> Path:
    return build(WORKDIR / ("at_root" if base == "/" else "below"), "pierwsze", "--base-url", f"https://es.example.org{base}")


class Served:
    """What holds for each server, each way to run the search, and each base path."""

    server_class = None
    base = "/"
    fastcgi = False
    workers_class = Workers

    @classmethod
    def setUpClass(cls):
        cls.folder = open_folder()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.release = release(cls.base)
        socket = ""
        if cls.fastcgi:
            workers = cls.workers_class(cls.folder, cls.release / "cgi-bin" / "search")
            cls.addClassCleanup(workers.stop)
            socket = workers.path
        cls.server = cls.server_class(cls.folder, cls.release, socket, f"https://es.example.org{cls.base}")
        cls.addClassCleanup(cls.server.stop)

    def ask(self, path, *arguments, **headers):
        """`path` is below the base path."""
        return self.server.ask(self.base + path, *arguments, **headers)

    def asset(self):
        return re.search(r'href="[^"]*(assets/style\.[0-9a-f]{12}\.css)"', self.ask("").text)[1]

    def check_security(self, answer):
        for name in SECURITY:
            self.assertTrue(answer.header(name), name)
        policy = dict(part.strip().split(" ", 1) for part in answer.header("Content-Security-Policy").split(";"))
        self.assertEqual({policy[f"{kind}-src"] for kind in KINDS}, {"'self'"})
        self.assertEqual({policy[name] for name in ("default-src", "base-uri", "frame-ancestors")}, {"'none'"})
        self.assertEqual(policy["form-action"], "'self'")

    def test_pages(self):
        for path in ("", "wiadomosci/", "wiadomosci/psy/"):
            page = self.ask(path)
            self.assertEqual(page.status, 200, path)
            self.assertEqual(page.header("Content-Type"), "text/html; charset=utf-8")
            self.assertEqual(page.header("Cache-Control"), "no-cache")
            self.assertEqual(page.body, (self.release / "public" / path / "index.html").read_bytes())
            self.assertIsNone(NO_INLINE.search(page.text))
            self.check_security(page)
            again = self.ask(path, If_None_Match=page.header("ETag"))
            self.assertEqual((again.status, again.body), (304, b""))

    def test_a_folder_without_its_slash_leads_to_the_folder(self):
        answer = self.ask("wiadomosci/psy")
        self.assertEqual(answer.status, 301)
        self.assertEqual(urlsplit(answer.header("Location")).path, self.base + "wiadomosci/psy/")

    def test_what_has_a_fingerprint_is_kept_for_ever(self):
        style = self.ask(self.asset())
        self.assertEqual(style.status, 200)
        self.assertEqual(style.header("Content-Type"), "text/css; charset=utf-8")
        self.assertIn("max-age=31536000", style.header("Cache-Control"))
        if self.server_class is not Lighttpd:  # which can say so only of missing files as well
            self.assertEqual(style.header("Cache-Control"), "public, max-age=31536000, immutable")
        self.check_security(style)
        missing = self.ask("assets/style.0123456789ab.css")
        self.assertEqual(missing.status, 404)
        self.assertIn(missing.header("Cache-Control"), ("no-cache", ""))

    def test_text_is_compressed_for_those_who_take_it(self):
        for path in (self.asset(), "", "szukaj?q=psy"):
            plain = self.ask(path)
            self.assertEqual(plain.header("Content-Encoding"), "", path)
            small = self.ask(path, Accept_Encoding="gzip")
            self.assertEqual(small.header("Content-Encoding"), "gzip", path)
            self.assertEqual(gzip.decompress(small.body), plain.body)
            self.assertEqual(small.header("Content-Type"), plain.header("Content-Type"))
            self.assertIn("Accept-Encoding", small.header("Vary"))

    def test_media_types(self):
        types = {
            "wiadomosci/psy/tabela.csv": "text/csv; charset=utf-8",
            "wiadomosci/psy/rysunek.svg": "image/svg+xml",
            quote("pliki/zwykły plik.txt"): "text/plain; charset=utf-8",
            "sitemap.xml": "application/xml; charset=utf-8",
            "wiadomosci/atom.xml": "application/atom+xml; charset=utf-8",
            "opensearch.xml": "application/opensearchdescription+xml; charset=utf-8",
            "robots.txt": "text/plain; charset=utf-8",
        }
        for path, kind in types.items():
            answer = self.ask(path)
            self.assertEqual((answer.status, answer.header("Content-Type")), (200, kind), path)

    def test_old_addresses_lead_to_the_new_one(self):
        for alias in ("stare/", "stara.html", "żółw/", 'a "b"; {x} $1 %2(c)+/'):
            for query in ("", "?x=y"):
                answer = self.ask(quote(alias, safe="/$+();") + query)
                self.assertEqual(answer.status, 301, alias)
                self.assertEqual(urlsplit(answer.header("Location")).path, self.base + "wiadomosci/psy/", alias)

    def test_what_is_not_there_has_the_sites_own_page(self):
        for path in ("nie-ma", "nie/ma/", "wiadomosci/nie-ma.html"):
            answer = self.ask(path)
            self.assertEqual(answer.status, 404, path)
            self.assertEqual(answer.body, (self.release / "public/404.html").read_bytes())
            self.assertEqual(answer.header("Content-Type"), "text/html; charset=utf-8")
            self.assertEqual(answer.header("Cache-Control"), "no-cache")
            self.check_security(answer)

    def test_nothing_but_the_public_files_has_an_address(self):
        for path in ("manifest.json", "search/search.toml", "search/", "cgi-bin/search", "../manifest.json", "assets/",
                     "../search/search.toml", "assets/../../manifest.json", "%2e%2e/manifest.json", "public/index.html",
                     "..%2fmanifest.json", "assets../manifest.json", "aliases.map", "szukaj/../manifest.json"):  # fmt: skip
            answer = self.ask(path)
            self.assertIn(answer.status, (400, 403, 404), path)
            self.assertNotIn(b"sha256", answer.body)

    def test_search(self):
        page = self.ask("szukaj?q=pies")
        self.assertEqual((page.status, page.header("Content-Type")), (200, "text/html; charset=utf-8"))
        self.assertEqual(page.header("Cache-Control"), "no-cache")
        self.assertIn("Psy w ogrodzie", page.text)
        self.assertIsNone(NO_INLINE.search(page.text))
        found = json.loads(self.ask("szukaj?q=pies&format=json").text)
        self.assertEqual([each["url"] for each in found["results"]], [self.base + "wiadomosci/psy/"])
        self.assertEqual(self.ask("szukaj").status, 200)
        self.assertEqual(self.ask("szukaj?q=%C5%BC%C3%B3%C5%82w").status, 200)

    def test_search_has_the_headers_of_the_pages(self):
        page, found = self.ask(""), self.ask("szukaj?q=pies")
        for name in SECURITY:
            self.assertEqual(found.header(name), page.header(name), name)

    def test_search_answers_conditionally_and_refuses_what_it_must(self):
        head = self.ask("szukaj?q=pies", "HEAD")
        self.assertEqual((head.status, head.body), (200, b""))
        for encoding in ("identity", "gzip"):
            page = self.ask("szukaj?q=pies", Accept_Encoding=encoding)
            again = self.ask("szukaj?q=pies", If_None_Match=page.header("ETag"), Accept_Encoding=encoding)
            self.assertEqual((again.status, again.body), (304, b""), encoding)
        self.assertEqual(self.ask("szukaj?page=0").status, 400)
        self.assertEqual(self.ask("szukaj", "POST", b"q=pies" * 10000).status, 405)
        for path in ("szukaj/dalej", "szukajka", "szukaj/..%2f..%2fmanifest.json"):
            self.assertIn(self.ask(path).status, (400, 404), path)


def add_cases():
    for server in SERVERS:
        for base in ("/", "/portal/"):
            for fastcgi in (False, True):
                if server is Nginx and not fastcgi:
                    continue
                name = f"{server.__name__}{'Fastcgi' if fastcgi else 'Cgi'}{'Root' if base == '/' else 'Below'}"
                facts = {"server_class": server, "base": base, "fastcgi": fastcgi}
                globals()[name] = type(name, (Served, unittest.TestCase), facts)


add_cases()


class Precompressed:
    """A release of `kronika build --compress`, in the servers that can send its files."""

    server_class = None

    @classmethod
    def setUpClass(cls):
        cls.folder = open_folder()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.release = build(cls.folder / "release", "pierwsze", "--compress")
        cls.server = cls.server_class(cls.folder, cls.release, edit=cls.edit)
        cls.addClassCleanup(cls.server.stop)

    @staticmethod
    def edit(config):
        return config

    def file(self, path):
        return (self.release / "public" / path).read_bytes()

    def test_the_smallest_form_that_is_taken_is_sent_as_it_lies_there(self):
        style = re.search(r"assets/style\.[0-9a-f]{12}\.css", self.server.ask("/").text)[0]
        files = {"/": "index.html", "/wiadomosci/psy/": "wiadomosci/psy/index.html", "/" + style: style,
                 "/wiadomosci/psy/tabela.csv": "wiadomosci/psy/tabela.csv",
                 "/wiadomosci/atom.xml": "wiadomosci/atom.xml", "/opensearch.xml": "opensearch.xml"}  # fmt: skip
        forms = {"gzip, deflate, br": ("br", ".br"), "br;q=1.0": ("br", ".br"), "gzip": ("gzip", ".gz"),
                 "gzip;q=0.5, br;q=0": ("gzip", ".gz"), "identity": ("", ""), "": ("", ""),
                 "broth, gzipped": ("", "")}  # fmt: skip
        for path, file in files.items():
            plain = self.server.ask(path)
            for accepted, (encoding, ending) in forms.items():
                answer = self.server.ask(path, Accept_Encoding=accepted)
                self.assertEqual((answer.status, answer.header("Content-Encoding")), (200, encoding), (path, accepted))
                self.assertEqual(answer.body, self.file(file + ending), (path, accepted))
                self.assertIn("Accept-Encoding", answer.header("Vary"), (path, accepted))
                for name in ("Content-Type", "Cache-Control", *SECURITY):
                    self.assertEqual(answer.header(name), plain.header(name), (path, accepted))
                again = self.server.ask(path, Accept_Encoding=accepted, If_None_Match=answer.header("ETag"))
                self.assertEqual((again.status, again.body), (304, b""), (path, accepted))

    def test_a_missing_page_has_its_status(self):
        answer = self.server.ask("/nie-ma", Accept_Encoding="br")
        self.assertEqual((answer.status, answer.header("Content-Encoding")), (404, "br"))
        self.assertEqual(answer.body, self.file("404.html.br"))

    def test_a_short_file_has_no_such_form(self):
        plain = self.server.ask("/robots.txt")
        self.assertEqual((plain.status, plain.header("Content-Encoding")), (200, ""))
        self.assertIn(self.server.ask("/robots.txt", Accept_Encoding="gzip, br").header("Content-Encoding"), ("", "gzip"))


class NginxPrecompressed(Precompressed, unittest.TestCase):
    server_class = Nginx

    @staticmethod
    def edit(config):
        """As the comment says, with the module."""
        return replaced(config, "# brotli_static on;", "brotli_static on;")


class ApachePrecompressed(Precompressed, unittest.TestCase):
    server_class = Apache


class NginxWithSpawnFcgi(Served, unittest.TestCase):
    server_class, fastcgi, workers_class = Nginx, True, Spawned


class Printed(unittest.TestCase):
    def test_nothing_of_this_machine_is_in_it(self):
        for server in SERVERS:
            config = printed_config(server.name, "--root", "/srv/x/current")
            self.assertIn("/srv/x/current/public", config)
            self.assertNotIn(str(Path(__file__).resolve().parents[2]), config)

    def test_a_path_that_a_server_could_misread_is_refused(self):
        for server in SERVERS:
            for wrong in ("srv/portal", '/srv/a"b', "/srv/a b", "/srv/$x", "/srv/a;b", "/srv/{a}", "/srv/a\nb"):
                with self.assertRaises(Exception, msg=wrong):
                    printed_config(server.name, "--root", wrong)


if __name__ == "__main__":
    unittest.main()
