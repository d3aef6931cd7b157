#!/usr/bin/env python3
"""Writes the benchmark's corpus: one set of pages, once as a site of Kronika and once as a site of Hugo.

The vocabulary must be real, since what indexing costs depends on it: sentences come from the portal's own content and,
where there is one, from a file of paragraphs. Both sites get the same words, front matter and structure.
"""
import argparse
import random
import re
import shutil
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
SECTIONS = {"wiadomosci": "Wiadomości", "poradniki": "Poradniki", "praktyki": "Praktyki", "badania": "Badania", "ludzie": "Ludzie"}
TOPICS = ["dotacje", "dostepnosc", "edukacja", "kultura", "opieka", "praca", "prawo", "przyroda", "rynek", "zdrowie"]
REGIONS = ["buski", "jedrzejowski", "kielecki", "konecki", "opatowski", "ostrowiecki", "pinczowski", "sandomierski"]
WORDS_A_PAGE = 600
CLOSING_HEADING = "Podsumowanie"  # every page has it, so links with an anchor can lead to it

SENTENCE_END = re.compile(r"(?<=[a-ząćęłńóśźż)”][.!?])\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])")
MARKDOWN_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKUP = re.compile(r"[\[\]<>*_`~|{}\\#^]")
NOT_PROSE = ("#", "|", ">", "-", "+", "`", "!", "[", "*", "=")


def prose_lines(page):
    """The lines of running text of a Markdown file, without front matter, code, tables and lists."""
    text = re.sub(r"\A(\+\+\+|---)\n.*?\n\1\n", "", page.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"^(`{3,}).*?^\1", "", text, flags=re.S | re.M)
    return [line for line in text.split("\n") if line and not line.startswith(NOT_PROSE)]


def paragraphs_of(path):
    """The last column of a file with tabs, or of every such file in a folder."""
    files = sorted(path.glob("paragraphs*.tsv")) if path.is_dir() else [path]
    return [line.rsplit("\t", 1)[-1] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def sentences_of(text):
    plain = MARKUP.sub("", MARKDOWN_LINK.sub(r"\1", text))
    for sentence in SENTENCE_END.split(plain):
        sentence = " ".join(sentence.split())
        if 4 <= len(sentence.split()) <= 45 and sentence[0].isalpha() and not re.search(r"http|www\.|@|&", sentence):
            yield sentence


def read_sentences(content, paragraphs):
    originals = [page for page in sorted(content.rglob("*.md")) if "." not in page.stem]  # x.en.md is a translation
    lines = [line for page in originals for line in prose_lines(page)]
    if paragraphs:
        lines += paragraphs_of(paragraphs)
    return list(dict.fromkeys(sentence for line in lines for sentence in sentences_of(line)))


def slug(text):
    folded = unicodedata.normalize("NFKD", text.lower().replace("ł", "l")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


class Page:
    def __init__(self, number, section, title, chance):
        self.section = section
        self.title = title
        self.name = f"{slug(title)[:60].strip('-')}-{number}"
        self.date = f"{chance.randint(2019, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        self.topic = chance.choice(TOPICS)
        self.regions = sorted(chance.sample(REGIONS, chance.randint(1, 3)))
        self.number = f"{chance.randint(1, 9999)}/{self.date[:4]}"


class Writer:
    """One page's text. Sentences follow one another as in their source, so a page keeps to its subjects."""

    def __init__(self, sentences, pages, chance):
        self.sentences, self.pages, self.chance = sentences, pages, chance
        self.at = chance.randrange(len(sentences))
        self.words = 0

    def sentence(self):
        if self.chance.random() < 0.15:
            self.at = self.chance.randrange(len(self.sentences))
        self.at = (self.at + 1) % len(self.sentences)
        text = self.sentences[self.at]
        self.words += len(text.split())
        return text

    def phrase(self, most):
        words = self.sentence().rstrip(".!?").split()[:most]
        while len(words) > 2 and len(words[-1]) < 4:
            words.pop()
        return " ".join(words).rstrip(",;:–-(„ ")

    def paragraph(self):
        sentences = [self.sentence() for _ in range(self.chance.randint(2, 4))]
        if self.chance.random() < 0.5:
            words = sentences[-1].split()
            at = self.chance.randrange(len(words))
            mark = self.chance.choice(["*", "**"])
            bare = words[at].strip(".,;:!?()„”\"'–-")
            if bare:
                words[at] = words[at].replace(bare, mark + bare + mark, 1)
            sentences[-1] = " ".join(words)
        return " ".join(sentences)

    def link(self, anchor=""):
        target = self.chance.choice(self.pages)
        return f"[{target.title}](\0{target.section}/{target.name}\0{anchor})"

    def list(self, mark):
        return "\n".join(f"{mark} {self.sentence()}" for _ in range(self.chance.randint(3, 5)))

    def table(self):
        rows = [f"| {self.phrase(4)} | {self.chance.randint(10, 9999)} | {self.chance.randint(2015, 2025)} |" for _ in range(4)]
        return "\n".join(["| Nazwa | Liczba | Rok |", "|---|---:|:---:|", *rows])

    def section(self, number):
        parts = [f"## {self.phrase(6)}", self.paragraph(), f"{self.sentence()} Zobacz też: {self.link()}."]
        if number == 1:
            parts += [self.list("-"), f"### {self.phrase(5)}", self.paragraph()]
        elif number == 2:
            parts += [self.table(), self.paragraph()]
        elif number == 3:
            parts += [self.list("1."), f"> {self.sentence()}"]
        else:
            parts += [self.paragraph()]
        return "\n\n".join(parts)

    def body(self):
        parts = [self.paragraph()]
        while self.words < WORDS_A_PAGE - 40:
            parts.append(self.section(len(parts)))
        closing = self.link("#" + slug(CLOSING_HEADING))
        return "\n\n".join([*parts, f"## {CLOSING_HEADING}", f"{self.sentence()} Więcej: {closing}."]) + "\n"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def front_matter(page, summary):
    regions = ", ".join(quoted(region) for region in page.regions)
    return (f"+++\ntitle = {quoted(page.title)}\ndate = {page.date}\nsummary = {quoted(summary)}\n"
            f"topic = {quoted(page.topic)}\nregions = [{regions}]\nnumber = {quoted(page.number)}\n+++\n\n")


def with_links(body, before, after):
    return re.sub("\0([^\0]*)\0", rf"{before}\1{after}", body)


def write_kronika_site(folder):
    fields = ('topic = { type = "choice", vocabulary = "topics", required = true, facet = true, label = "Temat" }\n'
              'regions = { type = "list", of = "choice", vocabulary = "regions", facet = true, label = "Powiaty" }\n'
              'number = { type = "text", label = "Numer" }\n')
    parts = ['[site]\ntitle = "Korpus"\nbase_url = "https://corpus.example.org/"\nlanguage = "pl"\n'
             'description = "Strony do pomiarów."\n\n[vocabularies.topics]\n[vocabularies.regions]\n']
    for name, title in SECTIONS.items():
        parts.append(f'[[menu.main]]\nlabel = "{title}"\nurl = "/{name}/"\n')
    for name, title in SECTIONS.items():
        parts.append(f'[collections.{name}]\ntitle = "{title}"\nsort = "-date"\nfeed = true\n[collections.{name}.fields]\n{fields}')
    (folder / "content/_data").mkdir(parents=True)
    (folder / "site.toml").write_text("\n".join(parts), encoding="utf-8")
    for name, terms in (("topics", TOPICS), ("regions", REGIONS)):
        (folder / f"content/_data/{name}.toml").write_text("".join(f'{term} = "{term}"\n' for term in terms), encoding="utf-8")


def write_hugo_site(folder):
    shutil.copytree(HERE / "hugo", folder)
    (folder / "assets").mkdir()
    shutil.copy(REPOSITORY / "themes/default/assets/style.css", folder / "assets/style.css")
    for name, title in SECTIONS.items():
        (folder / "content" / name).mkdir(parents=True)
        (folder / "content" / name / "_index.md").write_text(f'+++\ntitle = "{title}"\n+++\n', encoding="utf-8")


def write_corpus(folder, count, seed, content, paragraphs):
    """Gives the number of words and of different words of the pages' texts."""
    chance = random.Random(seed)
    sentences = read_sentences(content, paragraphs)
    if len(sentences) < 100:
        sys.exit(f"corpus: only {len(sentences)} sentences in {content}; give a portal with more text, or --paragraphs")
    kronika, hugo = folder / "kronika", folder / "hugo"
    write_kronika_site(kronika)
    write_hugo_site(hugo)
    titles = Writer(sentences, [], chance)
    pages = [Page(n, chance.choice(list(SECTIONS)), titles.phrase(7), chance) for n in range(1, count + 1)]
    for name in SECTIONS:
        (kronika / "content" / name).mkdir(exist_ok=True)
    words, different = 0, set()
    for page in pages:
        writer = Writer(sentences, pages, chance)
        head, body = front_matter(page, writer.sentence()), writer.body()
        name = f"content/{page.section}/{page.name}.md"
        (kronika / name).write_text(head + with_links(body, "../", ".md"), encoding="utf-8")
        (hugo / name).write_text(head + with_links(body, "/", "/"), encoding="utf-8")
        found = re.findall(r"\w+", body.lower())
        words += len(found)
        different.update(found)
    return words, len(different)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a new folder: kronika/ and hugo/ are made in it")
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--content", type=Path, default=REPOSITORY / "content")
    parser.add_argument("--paragraphs", type=Path)
    given = parser.parse_args()
    words, different = write_corpus(given.folder, given.pages, given.seed, given.content, given.paragraphs)
    print(f"{given.pages} pages, {words} words ({words // given.pages} a page), {different} different")


if __name__ == "__main__":
    main()
