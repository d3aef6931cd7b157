"""What a page is made of: enough to tell whether a request has become more than text in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

ADDRESSES = ("href", "src", "action", "formaction", "content")


@dataclass
class Markup:
    attributes: set[tuple[str, str]] = field(default_factory=set)  # (element, attribute), and (element, "")
    code: set[str] = field(default_factory=set)  # scripts, styles, comments, declarations
    addresses: set[str] = field(default_factory=set)
    text: str = ""

    def __or__(self, other: "Markup") -> "Markup":
        return Markup(self.attributes | other.attributes, self.code | other.code)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.markup = Markup()
        self.in_code = False

    def handle_starttag(self, tag, attrs):
        self.markup.attributes.add((tag, ""))
        self.markup.attributes |= {(tag, name) for name, _ in attrs}
        self.markup.addresses |= {value or "" for name, value in attrs if name in ADDRESSES}
        self.in_code = tag in ("script", "style")

    def handle_endtag(self, tag):
        self.in_code = False

    def handle_data(self, data):
        if self.in_code:
            self.markup.code.add(data)
        else:
            self.markup.text += data

    def handle_comment(self, data):
        self.markup.code.add(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def markup_of(html: str) -> Markup:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.markup
