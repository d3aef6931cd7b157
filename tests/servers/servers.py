"""A site's releases and real web servers for them, on 127.0.0.1, without rights, in folders of their own.

The configurations are those that `kronika server-config` prints; here is only what a distribution has around them.
"""

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from time import monotonic

HERE = Path(__file__).resolve().parent
BUILD = Path(os.environ.get("KRONIKA_RELEASE_BUILD", HERE.parents[1] / "build"))
KRONIKA = BUILD / "bin" / "kronika"
NOW = "2026-03-14T12:00:00Z"
HOST = "es.example.org"
START_SECONDS = 20

# Servers give up root's rights by themselves or refuse to run with them; so they are started without.
WITHOUT_RIGHTS = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def build(release: Path, text: str = "pierwsze", *options: str) -> Path:
    """Builds the tiny site with `text` in place of the word RELEASE."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(HERE / "site", site)
        for page in (site / "site.toml", *site.rglob("*.md")):
            page.write_text(page.read_text("utf-8").replace("RELEASE", text), "utf-8")
        subprocess.run(
            [KRONIKA, "build", "--site", site, "--output", release, "--now", NOW, *options],
            check=True, capture_output=True, timeout=60,
        )  # fmt: skip
    return release


def switch(link: Path, release: Path) -> None:
    """Lets the link lead to another release, in one step."""
    new = link.with_name(link.name + ".new")
    new.symlink_to(release)
    new.rename(link)


def printed_config(server: str, *options: str) -> str:
    return subprocess.run(
        [KRONIKA, "server-config", server, "--site", HERE / "site", *options],
        check=True, capture_output=True, text=True, timeout=20,
    ).stdout  # fmt: skip


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Answer:
    def __init__(self, response: http.client.HTTPResponse):
        self.status = response.status
        self.headers = response.getheaders()
        self.body = response.read()

    def all(self, name: str) -> list[str]:
        return [value for each, value in self.headers if each.lower() == name.lower()]

    def header(self, name: str) -> str:
        """The header's value, "" without it. Two of one name are never meant."""
        found = self.all(name)
        if len(found) > 1:
            raise AssertionError(f"{name} comes {len(found)} times: {found}")
        return found[0] if found else ""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def ask(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """Sends the path as it is. Of headers `_` stands for `-`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        given = {"Host": HOST, **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection.request(method, path, body=body, headers=given)
        return Answer(connection.getresponse())
    finally:
        connection.close()


class Process:
    """A program in the foreground; ended with the test."""

    def __init__(self, command: list, log: Path):
        self.log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [str(each) for each in command], stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/",
                start_new_session=True, **WITHOUT_RIGHTS,
            )  # fmt: skip

    def wait_until(self, ready) -> None:
        """Until `ready()`; fails when the program ends before, or takes too long."""
        deadline = monotonic() + START_SECONDS
        while not ready():
            try:
                self.process.wait(timeout=0.02)
            except subprocess.TimeoutExpired:
                if monotonic() < deadline:
                    continue
            raise AssertionError(f"{self.process.args} did not start:\n{self.written()}")

    def written(self) -> str:
        logs = (self.log, self.log.with_name("log"))
        return "".join(each.read_text("utf-8", "replace") for each in logs if each.exists())

    def stop(self) -> int:
        self.process.terminate()
        try:
            return self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"{self.process.args} does not end when it is told to") from None


def accepts(address) -> bool:
    kind = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(kind) as attempt:
        return attempt.connect_ex(address) == 0


class Workers:
    """FastCGI processes on one socket, each under the eyes of the test as it would be under systemd's."""

    def __init__(self, folder: Path, program: Path, count: int = 2):
        self.path = str(folder / "workers.sock")
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(self.path)
        os.chmod(self.path, 0o666)
        listening.listen(128)
        self.processes = [
            subprocess.Popen([str(program)], stdin=listening.fileno(), cwd="/", **WITHOUT_RIGHTS) for _ in range(count)
        ]
        listening.close()

    def stop(self) -> list[int]:
        for each in self.processes:
            each.terminate()
        return [each.wait(timeout=20) for each in self.processes]


class Spawned:
    """One worker as `spawn-fcgi -n` starts it for a supervisor."""

    def __init__(self, folder: Path, program: Path):
        self.path = str(folder / "spawned.sock")
        command = ["/usr/bin/spawn-fcgi", "-s", self.path, "-M", "0666", "-n", "--", program]
        self.process = Process(command, folder / "spawned.log")
        self.process.wait_until(lambda: accepts(self.path))

    def stop(self) -> list[int]:
        return [self.process.stop()]


class Server:
    """A web server with the configuration that is printed for it. `root` is what --root names."""

    name = ""

    def __init__(self, folder: Path, root: Path, fastcgi: str = "", base_url: str = "", edit=lambda config: config):
        self.folder = folder
        self.port = free_port()
        options = ["--root", str(root)]
        options += ["--fastcgi", fastcgi] if fastcgi else []
        options += ["--base-url", base_url] if base_url else []
        config = edit(self.adapted(printed_config(self.name, *options)))
        (folder / "site.conf").write_text(config, "utf-8")
        (folder / "main.conf").write_text(self.main(), "utf-8")
        self.process = Process(self.command(), folder / "output")
        self.process.wait_until(lambda: accepts(("127.0.0.1", self.port)))

    def adapted(self, config: str) -> str:
        """The printed configuration with this server's port in place of 80."""
        raise NotImplementedError

    def main(self) -> str:
        """What stands around it."""
        raise NotImplementedError

    def command(self) -> list:
        raise NotImplementedError

    def stop(self) -> None:
        self.process.stop()

    def ask(self, path: str, *arguments, **headers) -> Answer:
        return ask(self.port, path, *arguments, **headers)


def replaced(text: str, old: str, new: str) -> str:
    if old not in text:
        raise AssertionError(f"the printed configuration has no {old!r}")
    return text.replace(old, new)


class Nginx(Server):
    name = "nginx"

    def adapted(self, config):
        config = replaced(config, "listen 80;", f"listen 127.0.0.1:{self.port};")
        return replaced(config, "  listen [::]:80;\n", "")

    def main(self):
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        paths = "\n".join(f"  {kind}_temp_path {self.folder}/{kind};" for kind in kinds)
        for name in ("fastcgi_params", "mime.types"):
            (self.folder / name).symlink_to(Path("/etc/nginx") / name)
        return f"""include /etc/nginx/modules-enabled/*.conf;
daemon off;
worker_processes 2;
pid {self.folder}/pid;
error_log {self.folder}/log;
events {{ }}
http {{
  include mime.types;
  access_log off;
{paths}
  include {self.folder}/site.conf;
}}
"""

    def command(self):
        return ["/usr/sbin/nginx", "-e", self.folder / "log", "-c", self.folder / "main.conf"]


class Apache(Server):
    name = "apache"
    modules = ("mpm_event", "authz_core", "dir", "mime", "alias", "env", "filter", "setenvif", "deflate", "headers",
               "rewrite", "cgid", "proxy", "proxy_fcgi")  # fmt: skip

    def adapted(self, config):
        return replaced(config, "<VirtualHost *:80>", f"<VirtualHost 127.0.0.1:{self.port}>")

    def main(self):
        modules = "\n".join(f"LoadModule {each}_module /usr/lib/apache2/modules/mod_{each}.so" for each in self.modules)
        return f"""{modules}
Listen 127.0.0.1:{self.port}
ServerName localhost
PidFile {self.folder}/pid
ErrorLog {self.folder}/log
DefaultRuntimeDir {self.folder}
ScriptSock {self.folder}/cgid.sock
Mutex file:{self.folder} default
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
<Directory />
  Options FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
Include {self.folder}/site.conf
"""

    def command(self):
        return ["/usr/sbin/apache2", "-DFOREGROUND", "-f", self.folder / "main.conf"]


class Lighttpd(Server):
    name = "lighttpd"

    def adapted(self, config):
        return config

    def main(self):
        debian = Path("/etc/lighttpd/lighttpd.conf").read_text("utf-8")
        strictness = re.search(r"^server\.http-parseopts = \(.*?^\)", debian, re.M | re.S)[0]
        return f"""server.modules = ( "mod_indexfile", "mod_access", "mod_alias", "mod_redirect" )
server.document-root = "{self.folder}"
server.errorlog = "{self.folder}/log"
server.pid-file = "{self.folder}/pid"
server.bind = "127.0.0.1"
server.port = {self.port}
{strictness}
include_shell "/usr/share/lighttpd/create-mime.conf.pl"
include "{self.folder}/site.conf"
server.modules += ( "mod_staticfile" )
"""

    def command(self):
        return ["/usr/sbin/lighttpd", "-D", "-f", self.folder / "main.conf"]


SERVERS = (Nginx, Apache, Lighttpd)


def open_folder() -> Path:
    """A temporary folder that a server without rights can write to."""
    folder = Path(tempfile.mkdtemp(prefix="kronika-servers-"))
    folder.chmod(0o755)
    if WITHOUT_RIGHTS:
        shutil.chown(folder, "nobody", "nogroup")
    return folder
