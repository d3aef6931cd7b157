"""The release under test, as the checks of this folder see it.

CTest says in the environment where things are; without it they are where ./quickstart test puts them.
"""

import os
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

SITE = Path(os.environ.get("KRONIKA_SITE", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", SITE / "build"))
RELEASE = Path(os.environ.get("KRONIKA_TEST_SITE", BUILD / "test-site"))
NPM = Path(os.environ.get("KRONIKA_NPM", BUILD / "npm"))
NOW = os.environ.get("KRONIKA_TEST_NOW", "2026-11-23T12:00:00Z")

KRONIKA = BUILD / "bin" / "kronika"
PUBLIC = RELEASE / "public"
JAVA = ("java", "-XX:TieredStopAtLevel=1")  # the runs are short: to optimise more would take as long again


@cache
def configuration() -> dict:
    return tomllib.loads((SITE / "site.toml").read_text("utf-8"))


def base_url() -> str:
    return configuration()["site"]["base_url"].rstrip("/") + "/"


def base_path() -> str:
    return urlsplit(base_url()).path


def search_path() -> str:
    return base_path().rstrip("/") + configuration().get("search", {}).get("path", "/search")


@cache
def pages() -> tuple[Path, ...]:
    found = tuple(sorted(PUBLIC.rglob("*.html")))
    if len(found) < 100:
        raise AssertionError(f"{PUBLIC} has only {len(found)} pages: is it built? (ctest -R site_build)")
    return found


def public_file(path: str) -> Path | None:
    """The file that a server gives for an address's path below the base path; None where there is none."""
    if not path.startswith(base_path()):
        return None
    below = path[len(base_path()) :]
    file = PUBLIC / (below + "index.html" if below == "" or below.endswith("/") else below)
    return file if file.is_file() else None


def search(query_string: str, program: Path | None = None) -> tuple[int, str, str]:
    """Asks the release's search program as a web server does. Gives status, content type and body."""
    environment = {"PATH": os.environ["PATH"], "REQUEST_METHOD": "GET", "QUERY_STRING": query_string}
    run = subprocess.run(
        [program or RELEASE / "cgi-bin" / "search"], env=environment, capture_output=True, timeout=30, check=True
    )
    head, _, body = run.stdout.partition(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
    fields = {name.lower(): value for name, value in fields.items()}
    return int(fields.get("status", "200 OK").split()[0]), fields["content-type"], body.decode("utf-8")
