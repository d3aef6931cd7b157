"""One command as a process of its own: its time, and the most memory that it or a program it ran has had."""
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    seconds: float  # of the wall clock
    processor: float  # seconds, user and system, of all threads
    memory: int  # bytes: the largest resident set
    status: int
    output: str


def run(command):
    """The memory of a process begins with that of the one that made it, so this program keeps itself small."""
    with tempfile.TemporaryFile() as out:
        redirect = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        start = time.monotonic()
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        _, status, used = os.wait4(child, 0)
        seconds = time.monotonic() - start
        out.seek(0)
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, os.waitstatus_to_exitcode(status),
                   out.read().decode(errors="replace"))


def size_of(folder):
    """Bytes and number of the files below a folder."""
    sizes = [path.lstat().st_size for path in Path(folder).rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)
