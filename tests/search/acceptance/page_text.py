"""The running text of a built page, as people read it: title, lead, text and facts, a block of HTML each."""
from html.parser import HTMLParser

BLOCKS = {"address", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol",
          "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"}
NOT_TEXT = {"nav", "svg", "button", "script", "style", "pre", "form", "dt"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "circle"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []  # (tag, whether its text counts, whether it is apart from the page's text)
        self.blocks, self.held, self.everything = [], [], []

    def counts(self, tag, classes):
        inside = self.open[-1][1] if self.open else False
        if tag in NOT_TEXT or self.is_apart:
            return False
        return inside or tag in ("h1", "dd") or bool({"lead", "prose"} & classes) and "part" not in classes

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            self.held.append(" ")
            return
        if tag in BLOCKS:
            self.flush()
        classes = set((dict(attrs).get("class") or "").split())
        apart = self.is_apart or "record" in classes  # who wrote the page is not what it says
        self.open.append((tag, not apart and self.counts(tag, classes), apart))

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.flush()
        while self.open and tag not in VOID:
            if self.open.pop()[0] == tag:
                break

    @property
    def is_apart(self):
        return bool(self.open) and self.open[-1][2]

    def handle_data(self, data):
        if self.is_apart:
            return
        self.everything.append(data)
        if self.open and self.open[-1][1]:
            self.held.append(data)

    def flush(self):
        text = " ".join("".join(self.held).replace("\u00ad", "").split())
        self.held.clear()
        if text:
            self.blocks.append(text)


def read_page(html):
    """The texts of the blocks of the page's own article; and all of the article's text, labels of fields included."""
    article = html[html.index("<article"):]
    reader = _Reader()
    reader.feed(article[:article.index("</article>")])
    reader.close()
    reader.flush()
    return reader.blocks, " ".join(reader.everything).replace("\u00ad", "")
