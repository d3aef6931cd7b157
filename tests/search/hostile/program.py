"""The search program with sanitizers, run as a web server runs a CGI program, and what it answered."""

import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Iterable

from request_list import Request

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "site_checks"))
from release import BUILD, RELEASE  # noqa: E402

PROGRAM = Path(os.environ.get("KRONIKA_DEBUG_BUILD", BUILD / "debug")) / "bin" / "kronika-search"
SEARCH_FOLDER = RELEASE / "search"
SANITIZERS = {
    "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1:exitcode=99",
    "UBSAN_OPTIONS": "print_stacktrace=1",
}
REPORT = re.compile(r"Sanitizer|runtime error|terminate called|Assertion")


@dataclass
class Answer:
    output: bytes
    errors: str
    exit_status: int  # negative: the signal
    cpu: float  # seconds

    @cached_property
    def head(self) -> str:
        return self.output.partition(b"\r\n\r\n")[0].decode("latin-1")

    @cached_property
    def body(self) -> bytes:
        return self.output.partition(b"\r\n\r\n")[2]

    @cached_property
    def headers(self) -> dict[str, str]:
        return dict(line.partition(": ")[::2] for line in self.head.split("\r\n"))

    @property
    def status(self) -> int:
        return int(self.headers.get("Status", "0")[:3])

    @property
    def type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]

    def crash(self) -> str | None:
        """What a sanitizer or the system said; None when the program ended as it should."""
        if self.exit_status == 0 and not REPORT.search(self.errors):
            return None
        return f"exit status {self.exit_status}: {self.errors[:2000]}"


def run(request: Request, folder: Path = SEARCH_FOLDER) -> Answer:
    environment = {b"QUERY_STRING": request.query, b"REQUEST_METHOD": request.method.encode()}
    environment[b"KRONIKA_SEARCH_DIR"] = os.fsencode(folder)
    environment |= {name.encode(): value.encode() for name, value in SANITIZERS.items()}
    environment |= {name.encode(): value for name, value in request.headers.items()}
    if request.path:
        environment[b"PATH_INFO"] = request.path.encode("utf-8", "surrogateescape")
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, open(os.devnull, "rb") as nothing:
        streams = [(os.POSIX_SPAWN_DUP2, each.fileno(), number) for number, each in enumerate((nothing, output, errors))]
        process = os.posix_spawn(PROGRAM, [str(PROGRAM)], environment, file_actions=streams)
        _, status, usage = os.wait4(process, 0)  # the one way to learn what one child has used
        for each in (output, errors):
            each.seek(0)
        return Answer(
            output.read(), errors.read().decode("utf-8", "replace"), os.waitstatus_to_exitcode(status),
            usage.ru_utime + usage.ru_stime,
        )  # fmt: skip


def run_all(requests: Iterable[Request], folder: Path = SEARCH_FOLDER) -> list[tuple[Request, Answer]]:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        requests = list(requests)
        return list(zip(requests, pool.map(lambda each: run(each, folder), requests)))
