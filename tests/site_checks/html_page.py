"""What an HTML page links to, and what can be linked to in it. The Nu checker vouches for the syntax."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ADDRESSES = {  # the attributes of HTML that hold one address
    "href": None, "src": None, "action": None, "formaction": None, "poster": None, "cite": None, "data": ("object",),
    "xlink:href": None,
}  # fmt: skip
LOADED = {"img", "script", "source", "iframe", "video", "audio", "track", "embed", "object", "image", "use"}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}


@dataclass
class Link:
    line: int
    tag: str
    address: str
    loaded: bool  # the browser fetches it with the page
    integrity: str | None = None


@dataclass
class Outline:
    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    main_headings: int = 0
    language: str = ""
    refreshes_to: str | None = None


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.outline = Outline()
        self.in_title = False

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        out = self.outline
        for name in ("id", "name") if tag == "a" else ("id",):
            if values.get(name):
                out.anchors.add(values[name])
        relations = set(values.get("rel", "").lower().split())
        loaded = tag in LOADED or (tag == "link" and bool(relations & LOADED_LINKS))
        for name, tags in ADDRESSES.items():
            if name in values and (tags is None or tag in tags):
                self.add(tag, values[name], loaded, values.get("integrity"))
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.add(tag, candidate.split()[0], loaded=True)
        self.read_special(tag, values)

    def add(self, tag, address, loaded, integrity=None):
        self.outline.links.append(Link(self.getpos()[0], tag, address.strip(), loaded, integrity))

    def read_special(self, tag, values):
        out = self.outline
        if tag == "html":
            out.language = values.get("lang", "")
        elif tag == "h1":
            out.main_headings += 1
        elif tag == "title" and not out.titles:
            self.in_title = True
            out.titles.append("")
        elif tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            target = values["content"].partition("url=")[2]
            out.refreshes_to = target
            self.add(tag, target, loaded=False)
        elif tag == "meta" and values.get("property") in ("og:image", "og:url"):
            self.add(tag, values["content"], loaded=False)

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False

    def handle_data(self, data):
        if self.in_title:
            self.outline.titles[-1] += data


def outline_of(html: str) -> Outline:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.outline


def outline_of_file(path: Path) -> Outline:
    return outline_of(path.read_text("utf-8"))
