"""Runs one whole-site case through the kronika program and holds the result against what the case expects.

run_case.py FOLDER; the format of a case is in README.md. The program is $KRONIKA_RELEASE_BUILD/bin/kronika.
"""

import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

NOW = "2026-03-14T12:00:00Z"
BUILD = pathlib.Path(os.environ.get("KRONIKA_RELEASE_BUILD", pathlib.Path(__file__).parents[2] / "build"))


def run_kronika(command, case, *options):
    given = case / "options"
    more = shlex.split(given.read_text(encoding="utf-8")) if given.exists() else []
    clock = [] if "--now" in more else ["--now", NOW]
    return subprocess.run(
        [BUILD / "bin" / "kronika", command, "--site", case, "--language", "en", *clock, *more, *options],
        capture_output=True, text=True, encoding="utf-8", timeout=60)


def make_links(case, folder):
    """A copy of the case in which the symbolic links of its file `symlinks` stand; the case itself when it has none."""
    listed = case / "symlinks"
    if not listed.exists():
        return case
    copy = pathlib.Path(folder) / case.name
    shutil.copytree(case, copy)
    for line in listed.read_text(encoding="utf-8").splitlines():
        path, target = line.split(" -> ")
        (copy / path).symlink_to(target)
    return copy


def told(line):
    """One diagnostic as `expected-errors` writes it; a line that is no JSON as it is."""
    try:
        it = json.loads(line)
    except ValueError:
        return line
    return f"{it['file']}:{it['line']}:{it['column']} {it['code']} {it['message']}"


def check_errors(case):
    """The differences between the diagnostics of `kronika check` and the file expected-errors."""
    status, *expected = (case / "expected-errors").read_text(encoding="utf-8").splitlines()
    done = run_kronika("check", case, "--format", "json")
    got = [told(line) for line in done.stderr.splitlines()]
    out = []
    if done.returncode != int(status):
        out.append(f"exit status {done.returncode}, expected {status}")
    out += [f"not reported: {line}" for line in expected if line not in got]
    out += [f"not expected: {line}" for line in got if line not in expected]
    if not out and got != expected:
        out.append("the diagnostics come in another order")
    return out


def check_line(line, public, output):
    """What is wrong with one line of expected.txt, or nothing."""
    path, colon, text = line.partition(": ")
    if not colon:
        wanted = not path.startswith("!")
        return None if (public / path.lstrip("!")).is_file() == wanted else f"file there or not: {line}"
    if path == "stdout":
        bytes_ = output
    elif not (public / path).is_file():
        return f"no such file: {path}"
    else:
        bytes_ = (public / path).read_text(encoding="utf-8")
    if text.startswith("!"):
        return f"must not appear: {line}" if text[1:] in bytes_ else None
    return None if text in bytes_ else f"does not appear: {line}"


def check_build(case):
    """The differences between the built site and expected.txt and expected/."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / "site"
        done = run_kronika("build", case, "--output", output, "--no-index")
        if done.returncode != 0:
            return [f"the build ends with {done.returncode}:\n{done.stderr}"]
        public = output / "public"
        out = []
        lines = case / "expected.txt"
        if lines.exists():
            for line in lines.read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#"):
                    out.append(check_line(line, public, done.stdout))
        for file in sorted((case / "expected").rglob("*")):
            made = public / file.relative_to(case / "expected")
            if file.is_file() and (not made.is_file() or made.read_bytes() != file.read_bytes()):
                shown = made.read_text(encoding="utf-8", errors="replace") if made.is_file() else "(no such file)"
                out.append(f"{file.relative_to(case)} differs; the build made:\n{shown}")
        return [each for each in out if each]


def run_checks(case):
    checks = [check for name, check in (("expected-errors", check_errors), ("expected.txt", check_build),
                                        ("expected", check_build)) if (case / name).exists()]
    if not checks:
        sys.exit(f"{case} has neither expected-errors nor expected.txt nor expected/")
    wrong = [each for check in dict.fromkeys(checks) for each in check(case)]
    for each in wrong:
        print(f"{case.name}: {each}")
    sys.exit(1 if wrong else 0)


def main():
    with tempfile.TemporaryDirectory() as folder:
        run_checks(make_links(pathlib.Path(sys.argv[1]).resolve(), folder))


if __name__ == "__main__":
    main()
