"""The site that the latency benchmark asks: pages of real words with five facets, as a release of Kronika and as a
database of Xapian Omega with the same documents, and the requests that are drawn from their words."""
import json
import os
import random
import re
import shutil
import subprocess
import urllib.parse
from collections import Counter
from pathlib import Path

import corpus

CLOCK = "2026-01-01"
SEARCH_PATH = "/szukaj"  # as in tests/servers/site, whose nginx configuration is used
KINDS = ["analiza", "ogloszenie", "raport", "relacja", "rozmowa"]
MORE_FIELDS = ('rok = { type = "integer", facet = true, label = "Rok" }\n'
               'rodzaj = { type = "choice", vocabulary = "kinds", facet = true, label = "Rodzaj" }\n')
FACETS = 5  # these two, topic, regions, and the collection that every site has
OMEGA = "/usr/lib/cgi-bin/omega/omega"
OMEGA_TEMPLATES = "/var/lib/xapian-omega/templates"
OMEGA_SCRIPT = "url : boolean=Q unique=Q field=url\ntitle : index=S index field=caption\ntext : index truncate=512 field=sample\n"
WORD = re.compile(r"[^\W\d_]+")
REQUESTS_A_CLASS = 20
MOST_CANDIDATES = 6000


def write_sources(folder, pages, seed, paragraphs):
    """The corpus of the build benchmark with two facets more. Gives its words and different words."""
    chance = random.Random(seed)
    counted = corpus.write_corpus(folder, pages, seed, corpus.REPOSITORY / "content", paragraphs)
    shutil.rmtree(folder / "hugo")
    site = folder / "kronika/site.toml"
    text = site.read_text(encoding="utf-8").replace("[vocabularies.regions]\n", "[vocabularies.regions]\n[vocabularies.kinds]\n")
    text = re.sub(r"(\[collections\.\w+\.fields\]\n)", lambda match: match[1] + MORE_FIELDS, text)
    site.write_text(text + f'\n[search]\npath = "{SEARCH_PATH}"\n', encoding="utf-8")
    (folder / "kronika/content/_data/kinds.toml").write_text("".join(f'{kind} = "{kind}"\n' for kind in KINDS), encoding="utf-8")
    for page in sorted((folder / "kronika/content").glob("*/*.md")):
        text = page.read_text(encoding="utf-8")
        year = re.search(r"^date = (\d{4})", text, re.M)
        if not year:
            continue  # not a page of the corpus
        more = f'\nrok = {year[1]}\nrodzaj = "{chance.choice(KINDS)}"\n+++\n'
        page.write_text(text.replace("\n+++\n", more, 1), encoding="utf-8")
    return counted


def build_release(kronika, folder, release):
    """With nothing told about the corpus, since a mistake of it would be one of the measurement."""
    command = [kronika, "build", "--site", folder / "kronika", "--output", release, "--now", CLOCK, "--language", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"kronika build ended with {done.returncode}:\n{done.stderr}")


def plain_text(markdown):
    """The words of a page, as both programs index them."""
    body = markdown.split("\n+++\n", 1)[1]
    body = re.sub(r"^\|[-:|]+\|$", "", body, flags=re.M)
    return " ".join(corpus.MARKUP.sub(" ", corpus.MARKDOWN_LINK.sub(r"\1", body)).split())


def pages_of(folder):
    """Address, title and text of each page."""
    for page in sorted((folder / "kronika/content").glob("*/*.md")):
        markdown = page.read_text(encoding="utf-8")
        title = re.search(r'^title = "(.*)"$', markdown, re.M)
        if "\n+++\n" in markdown and title and page.stem != "_index":
            yield f"/{page.parent.name}/{page.stem}/", title[1].replace('\\"', '"'), plain_text(markdown)


def build_omega(folder, omega):
    """Omega's database, with its own defaults for everything: the same addresses, titles and texts."""
    shutil.rmtree(omega, ignore_errors=True)
    (omega / "data").mkdir(parents=True)
    (omega / "script").write_text(OMEGA_SCRIPT, encoding="utf-8")
    (omega / "omega.conf").write_text(f"database_dir {omega}/data\ntemplate_dir {OMEGA_TEMPLATES}\nlog_dir {omega}/log\n"
                                      f"cdb_dir {omega}/data\n", encoding="utf-8")
    with (omega / "dump").open("w", encoding="utf-8") as dump:
        for url, title, text in pages_of(folder):
            dump.write(f"url={url}\ntitle={title}\ntext={text}\n\n")
    built = omega / "data/built"
    for command in (["scriptindex", built, omega / "script", omega / "dump"],
                    ["xapian-compact", built, omega / "data/default"]):  # a release's index is compact too
        subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(built)
    (omega / "dump").unlink()


def kronika_environment(release, query, **more):
    parameters = {"q": query, "size": "10", **more}
    return {"REQUEST_METHOD": "GET", "QUERY_STRING": urllib.parse.urlencode(parameters, doseq=True),
            "KRONIKA_SEARCH_DIR": str(release / "search"), "PATH_INFO": ""}


def omega_environment(omega, query, **more):
    parameters = {"P": query, "HITSPERPAGE": "10", **more}
    return {"REQUEST_METHOD": "GET", "QUERY_STRING": urllib.parse.urlencode(parameters), "SCRIPT_NAME": "/omega",
            "OMEGA_CONFIG_FILE": str(omega / "omega.conf")}


def ask_kronika(program, release, query, **more):
    """The answer in JSON, as a dictionary."""
    environment = kronika_environment(release, query, format="json", **more)
    answer = subprocess.run([program], env=environment, capture_output=True, check=False).stdout
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"Status: 200"):
        raise SystemExit(f"kronika-search answers {head.decode()!r} to {query!r}")
    return json.loads(body)


def omega_matches(omega, query, **more):
    """How many pages Omega finds, as its page says."""
    answer = subprocess.run([OMEGA], env=omega_environment(omega, query, **more), capture_output=True, check=False)
    page = answer.stdout.decode(errors="replace")
    if not page.lstrip().lower().startswith("content-type") or "Exception" in page:
        raise SystemExit(f"omega answers {page[:300]!r} to {query!r}")
    found = re.search(r"(?:All|of exactly|of about)\s+([\d,]+)\s+matches", page)
    return int(found[1].replace(",", "")) if found else 0


class Words:
    """The words of the pages, by how many pages have them."""

    def __init__(self, folder):
        self.pages = 0
        self.count = Counter()
        for _, _, text in pages_of(folder):
            self.pages += 1
            self.count.update({word.lower() for word in WORD.findall(text) if len(word) >= 4})
        self.known = sorted(self.count)

    def between(self, least, most):
        """The words that this part of the pages has, the least and the most included."""
        return [word for word in self.known if least <= self.count[word] / self.pages <= most]


CLASSES = {
    # name: (frequency of the words drawn; which count is meant; least and most of it; both as parts of the pages)
    "up to a tenth, all words": ((0.15, 0.9), "all", (0.02, 0.1)),
    "half, all words": ((0.5, 1.0), "all", (0.4, 0.6)),
    "up to a tenth, any word": ((0.003, 0.04), "any", (0.02, 0.1)),
    "half, any word": ((0.1, 0.35), "any", (0.4, 0.6)),
}


def count_pages(program, release, words, which):
    query = " ".join(words) if which == "all" else " OR ".join(words)
    answer = ask_kronika(program, release, query, size="1")
    return answer["total"] if answer["suggestion"] is None else -1


def draw_queries(program, folder, release, seed):
    """Name of a class → queries of three words each, for which Kronika finds so many pages as the class says."""
    words = Words(folder)
    out = {}
    for name, ((least, most), which, (low, high)) in CLASSES.items():
        chance = random.Random(f"{seed} {name}")
        known, found = words.between(least, most), []
        for _ in range(MOST_CANDIDATES if len(known) >= 3 else 0):
            drawn = chance.sample(known, 3)
            count = count_pages(program, release, drawn, which)
            if low * words.pages <= count <= high * words.pages:
                found.append({"query": " ".join(drawn), "pages": count})
            if len(found) == REQUESTS_A_CLASS:
                break
        out[name] = found
    return out


def draw_prefixes(folder, seed):
    """Beginnings of words, as someone types them."""
    chance = random.Random(f"{seed} prefixes")
    known = Words(folder).between(0.001, 0.5)
    return [word[:chance.randint(2, 5)] for word in chance.sample(known, min(len(known), REQUESTS_A_CLASS))]


def is_newer(program, made):
    return not made.exists() or os.stat(program).st_mtime > os.stat(made).st_mtime
