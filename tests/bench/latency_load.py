"""Many requests at once: the release's program as FastCGI workers behind nginx with the printed configuration, and wrk
beside them."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "servers"))
WORKERS = 2
SCRIPT = """local paths = {%s}
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {Host = "%s"})
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration, latency:percentile(50),
                         latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
"""


class Load:
    """Requests a second, the median and 99th percentile in milliseconds, and failed requests."""

    def __init__(self, requests, microseconds, median, percentile, failed):
        self.rate = requests / (microseconds / 1e6)
        self.median, self.percentile, self.failed = median / 1000, percentile / 1000, failed


def why_not():
    """What is missing for this measurement, "" when nothing is."""
    needed = ["/usr/sbin/nginx", "wrk"]
    missing = [Path(each).name for each in needed if not shutil.which(each)]
    return f"apt-get install {' '.join(missing)}" if missing else ""


def paths_of(queries, search_path):
    return [f"{search_path}?" + urllib.parse.urlencode({"q": query, "size": 10}) for query in queries]


def measure(kronika, program, release, classes, search_path, seconds, connections):
    """Name of a class → Load. `classes`: name → queries. `program` answers, whatever the release holds."""
    os.environ.setdefault("KRONIKA_RELEASE_BUILD", str(Path(kronika).resolve().parent.parent))
    import servers  # pylint: disable=import-outside-toplevel  # it reads the variable when it is imported
    folder = servers.open_folder()
    try:
        copy = folder / "release"
        shutil.copytree(release, copy, ignore=shutil.ignore_patterns("content"), copy_function=os.link
                        if os.stat(release).st_dev == os.stat(folder).st_dev else shutil.copy2)
        (copy / "cgi-bin/search").unlink()
        shutil.copy2(program, copy / "cgi-bin/search")
        workers = servers.Workers(folder, copy / "cgi-bin/search", WORKERS)
        try:
            server = servers.Nginx(folder, copy, f"{workers.path}")
            try:
                return {name: run(server, paths_of(queries, search_path), seconds, connections)
                        for name, queries in classes.items() if queries}
            finally:
                server.stop()
        finally:
            workers.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(server, paths, seconds, connections):
    for path in paths:
        if (status := server.ask(path).status) != 200:
            raise SystemExit(f"{path} is answered with status {status}")
    import servers  # pylint: disable=import-outside-toplevel
    quoted = ", ".join('"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"' for path in paths)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % (quoted, servers.HOST))
        script.flush()
        command = ["wrk", "-t", "2", "-c", str(connections), "-d", f"{seconds}s", "--latency", "-s", script.name,
                   f"http://127.0.0.1:{server.port}/"]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"^RESULT (\d+) (\d+) (\d+) (\d+) (\d+)$", out, re.M)
    if not found:
        raise SystemExit(f"wrk printed no result:\n{out}")
    return Load(*(int(each) for each in found.groups()))
