#!/usr/bin/env python3
"""Keeps generator/DIAGNOSTICS.md, the table of all diagnostics, in step with generator/core/codes.def.

Code, severity and messages come from codes.def; what to do is written in the table itself and is kept. Without an
option it tells what differs (exit status 1); with --write it writes the table anew, new codes with an empty last
column for you to fill in.
"""
import argparse
import re
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
CODES = REPOSITORY / "generator/core/codes.def"
TABLE = REPOSITORY / "generator/DIAGNOSTICS.md"
GROUPS = {
    "01": "site.toml and data files",
    "02": "Front matter and fields",
    "03": "Markdown",
    "04": "Links and references",
    "05": "Theme",
    "06": "Addresses and output",
    "07": "Query log and cache",
    "08": "Rules",
    "09": "Import",
}
SEVERITIES = {"error": "error", "warning": "warning", "today": "warning; an error in `check --production`"}
BEGIN, END = "<!-- codes: made by tests/codes/codes_table.py -->", "<!-- end of codes -->"
HEAD = "| Code | | Message | What to do |\n|---|---|---|---|"
STRING = r'"((?:[^"\\]|\\.)*)"'
ENTRY = re.compile(rf"^KRONIKA_CODE\((\w+),\s*{STRING},\s*(\w+),\s*{STRING},\s*{STRING}\)", re.M)
ROW = re.compile(r"^\| \[?`?([EW]\d{4})`?.*? \| (.*?) \|$", re.M)


def read_codes(text):
    """(code, severity, English, Polish) by number."""
    def plain(string):
        return re.sub(r"\\(.)", r"\1", string)

    found = [(code, SEVERITIES[severity], plain(english), plain(polish)) for _, code, severity, english, polish in ENTRY.findall(text)]
    return sorted(found, key=lambda entry: entry[0][1:])


def cell(message):
    """A message in a table of Markdown; what is filled in stands as …"""
    shown = re.sub(r"\{\d\}", "…", message)
    return re.sub(r"([|\\<>*_\[\]`])", r"\\\1", shown)


def read_advice(table):
    """Code → the last column."""
    return {code: columns.rsplit(" | ", 1)[-1].strip() for code, columns in ROW.findall(table)}


def written(codes, advice):
    parts = []
    for number, title in GROUPS.items():
        rows = [f"| `{code}` | {severity} | {cell(english)}<br>*{cell(polish)}* | {advice.get(code, '')} |"
                for code, severity, english, polish in codes if code[1:3] == number]
        if rows:
            parts.append("\n".join([f"## {title}\n", HEAD, *rows]))
    return f"{BEGIN}\n\n" + "\n\n".join(parts) + f"\n\n{END}"


def differences(codes, table):
    """What is wrong, a sentence each."""
    advice = read_advice(table)
    known = [code for code, *_ in codes]
    out = [f"{code} is given twice in codes.def" for code in sorted(set(known)) if known.count(code) > 1]
    out += [f"{code} has no group in codes_table.py" for code in known if code[1:3] not in GROUPS]
    out += [f"{code} ({severity}) does not begin with {severity[0].upper()}" for code, severity, *_ in codes
            if code[0] != severity[0].upper()]
    out += [f"{code} is not in the table; run tests/codes/codes_table.py --write" for code in known if code not in advice]
    out += [f"{code} is in the table, not in codes.def" for code in advice if code not in known]
    out += [f"{code}: the table does not say what to do" for code in known if code in advice and not advice[code]]
    if not out and written(codes, advice) not in table:
        out.append("a message or severity differs; run tests/codes/codes_table.py --write")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the table anew")
    given = parser.parse_args()
    codes = read_codes(CODES.read_text(encoding="utf-8"))
    table = TABLE.read_text(encoding="utf-8")
    if given.write:
        before, after = table.split(BEGIN)[0], table.split(END)[1]
        table = before + written(codes, read_advice(table)) + after
        TABLE.write_text(table, encoding="utf-8")
    wrong = differences(codes, table)
    for sentence in wrong:
        print(f"{TABLE.relative_to(REPOSITORY)}: {sentence}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
