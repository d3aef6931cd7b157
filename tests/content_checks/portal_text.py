"""Reads what editors wrote: the front matter of a page, and its text as paragraphs with their lines."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

FENCE = re.compile(r"^(?P<indent>\s*(?:>\s?)*)(?P<mark>`{3,}|~{3,})\s*(?P<info>[^`]*)$")
BLOCK_START = re.compile(r"^(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|\[\^[^\]]+\]:\s*|\[!\w+\]\s*)")
TABLE_RULE = re.compile(r"^[\s|:-]+$")


@dataclass
class Paragraph:
    """Running text: a paragraph, a heading, a list item, a table cell, or a string of a field."""

    file: str
    line: int
    text: str
    section: int = 0  # counts the headings above it; 0: front matter, 1: what stands before the first heading


@dataclass
class PortalPage:
    path: Path
    file: str  # from the top of the repository
    front_matter: dict[str, Any]
    paragraphs: list[Paragraph]


def plain(markdown: str) -> str:
    """Text without Markdown's marks."""
    text = re.sub(r"<!--.*?-->", "", markdown)
    text = re.sub(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\^[^\]]+\]", "", text)
    text = re.sub(r"[*`~]+|(?<!\w)_+|_+(?!\w)", "", text)
    return re.sub(r"\s+", " ", text).strip()


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def paragraphs(file: str, first_line: int, markdown: str) -> Iterator[Paragraph]:
    """The paragraphs of a Markdown text that begins at `first_line`. Fenced code is left out, components are not."""
    held: list[str] = []
    held_line = first_line
    section = 1

    def flush() -> Iterator[Paragraph]:
        if text := plain(" ".join(held)):
            yield Paragraph(file, held_line, text, section)
        held.clear()

    fence = None  # (mark, info, line) while inside one
    body: list[str] = []
    for number, line in enumerate(markdown.splitlines(), first_line):
        bare = re.sub(r"^\s*(?:>\s?)*", "", line).rstrip()
        if fence:
            if bare.startswith(fence[0]) and not bare.strip(fence[0][0]):
                if fence[1].startswith("{"):
                    yield from component_paragraphs(file, fence[2], section, "\n".join(body))
                fence = None
            else:
                body.append(bare)
            continue
        if match := FENCE.match(line):
            yield from flush()
            fence, body = (match["mark"], match["info"].strip(), number), []
        elif not bare:
            yield from flush()
        elif bare.startswith("|"):
            yield from flush()
            if not TABLE_RULE.match(bare):
                for cell in bare.strip("|").split("|"):
                    if text := plain(cell):
                        yield Paragraph(file, number, text, section)
        else:
            if start := BLOCK_START.match(bare):
                yield from flush()
                section += start[0].startswith("#")
                bare = bare[start.end() :]
            if not held:
                held_line = number
            held.append(bare)
            if start and start[0].startswith("#"):
                yield from flush()
    yield from flush()


def component_paragraphs(file: str, line: int, section: int, toml: str) -> Iterator[Paragraph]:
    for text in strings(tomllib.loads(toml)):
        for paragraph in paragraphs(file, line, text):
            yield Paragraph(file, line, paragraph.text, section)


def read_page(root: Path, path: Path) -> PortalPage:
    file = path.relative_to(root).as_posix()
    text = path.read_text("utf-8")
    match = re.match(r"\+\+\+\n(.*?)^\+\+\+\n", text, re.DOTALL | re.MULTILINE)
    if not match:
        raise ValueError(f"{file}: no front matter between +++ lines")
    front_matter = tomllib.loads(match[1])
    found = [
        Paragraph(file, line_of(text, value), paragraph.text)
        for value in strings(front_matter)
        for paragraph in paragraphs(file, 1, value)
    ]
    found += paragraphs(file, text.count("\n", 0, match.end()) + 1, text[match.end() :])
    return PortalPage(path, file, front_matter, found)


def line_of(text: str, value: str) -> int:
    at = text.find(value.split("\n")[0])
    return text.count("\n", 0, max(at, 0)) + 1


TRANSLATION = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2})\.md")


def markdown_files(root: Path) -> list[Path]:
    return sorted(p for p in (root / "content").rglob("*.md") if "_data" not in p.parts)


def read_pages(root: Path) -> list[PortalPage]:
    """The pages in the portal's own language: what a translation does not say is theirs."""
    return [read_page(root, path) for path in markdown_files(root) if not TRANSLATION.fullmatch(path.name)]


def read_translations(root: Path) -> list[PortalPage]:
    """`o-portalu.en.md` is the English translation of `o-portalu.md`."""
    return [read_page(root, path) for path in markdown_files(root) if TRANSLATION.fullmatch(path.name)]


def read_data(root: Path) -> list[Paragraph]:
    """The strings of vocabularies and tables."""
    out = []
    for path in sorted((root / "content" / "_data").rglob("*.toml")):
        text = path.read_text("utf-8")
        file = path.relative_to(root).as_posix()
        out += [Paragraph(file, line_of(text, value), plain(value)) for value in strings(tomllib.loads(text))]
    return out


ABBREVIATIONS = (
    "al art bp dr dyr fax godz hab im inż itd itp jw ks ks ldz lit lok m m.in max mgr min mjr n np nr ok os par pkt pl poz prof "
    "proc r red reg rtm rys s śp św tab tel tj tys tzn tzw u ul ust w wew woj ww zł zob zw ż Dz.U Dz U Pzp"
).split()
SENTENCE_END = re.compile(r"(?<=[.!?…])[”\")]*\s+(?=[„\"(]?[A-ZĄĆĘŁŃÓŚŹŻ0-9])")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a full stop after an abbreviation or a number ends none."""
    parts = SENTENCE_END.split(text)
    out: list[str] = []
    for part in parts:
        last = re.search(r"(\S+)\.$", out[-1]) if out else None
        word = last[1].lstrip("(„\"") if last else ""
        if last and (word in ABBREVIATIONS or word.isdigit() or (len(word) == 1 and word.isupper())):
            out[-1] += " " + part
        else:
            out.append(part)
    return out
