"""Measures the functions of C++ sources without parsing C++: by their braces, comments and literals taken out.

A block that opens at namespace or class level and is no namespace, type or initialiser is a function; what is
nested in it (lambdas, local types) counts as its lines. A signature and its body are measured together.
"""

import re
from typing import Iterator, NamedTuple


class Function(NamedTuple):
    line: int
    lines: int
    head: str


class Unmeasurable(Exception):
    """The braces do not balance."""


_LITERALS = re.compile(
    r"""//(?:\\\n|[^\n])*                               # comment to the end of the line
      | /\*.*?\*/
      | (?:u8|[uUL])?R"(?P<mark>[^()\s\\"]{0,16})\(.*?\)(?P=mark)"
      | (?:u8|[uUL])?"(?:\\.|[^"\\\n])*"
      | (?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])+'
      | ^[ \t]*\#(?:\\\n|[^\n])*                        # preprocessor line
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def without_literals(source: str) -> str:
    """The source with comments, literals and preprocessor lines blanked out, line breaks kept."""

    def blank(match: re.Match) -> str:
        text = match.group(0)
        kept = "\n" * text.count("\n")
        return kept if text[0] in "/# \t" else '""' + kept

    return _LITERALS.sub(blank, source)


_OPENS_SCOPE = re.compile(r"\b(?:namespace|extern)\b[^()=;]*$")
_OPENS_TYPE = re.compile(r"^(?:(?:template\s*<.*>|typedef|static|inline|const|constexpr|friend)\s*)*(?:class|struct|union|enum)\b")
_ENDS_PARAMETERS = re.compile(
    r"[)\]](?:\s*(?:const|noexcept|override|final|mutable|try|&&?|requires\b.*|->.*))*\s*$", re.DOTALL
)


def _kind(head: str, in_parentheses: bool) -> str:
    """What a brace opens, after the statement `head` so far: scope, type, function or initialiser."""
    if in_parentheses:
        return "initialiser"
    if _OPENS_SCOPE.search(head):
        return "scope"
    # A block after a brace in one statement is the body that follows member initialisers.
    has_parameters = bool(_ENDS_PARAMETERS.search(head)) or head.endswith("}")
    if _OPENS_TYPE.search(head) and not has_parameters:
        return "type"
    return "function" if has_parameters else "initialiser"


def functions(source: str) -> Iterator[Function]:
    """Every function of a source file, in order. Raises Unmeasurable."""
    text = without_literals(source)
    open_blocks: list[str] = []
    function_depth = 0
    parentheses = 0
    start = 0  # of the statement being read
    start_line = 0
    line = 1
    for at, c in enumerate(text):
        if c == "\n":
            line += 1
            continue
        inside = function_depth > 0
        if not inside and not c.isspace() and not text[start:at].strip():
            start_line = line
        if c == "{":
            kind = "block" if inside else _kind(text[start:at].strip(), parentheses > 0)
            open_blocks.append(kind)
            if kind == "function":
                function_depth = len(open_blocks)
            elif kind in ("scope", "type"):
                start = at + 1
        elif c == "}":
            if not open_blocks:
                raise Unmeasurable(f"line {line}: a closing brace without its opening one")
            if len(open_blocks) == function_depth:
                yield Function(start_line, line - start_line + 1, " ".join(text[start:at].split("{")[0].split()))
                function_depth = 0
            # The end of an initialiser does not end its statement: a member initialiser's body is still to come.
            if open_blocks.pop() != "initialiser" and function_depth == 0:
                start = at + 1
        elif not inside and c in "()":
            parentheses += 1 if c == "(" else -1
        elif not inside and c == ";" and parentheses == 0:
            start = at + 1
    if open_blocks:
        raise Unmeasurable("the end of the file comes before that of a block")
