"""A release is switched under load: no answer fails, none is of two releases, and the next reader gets the new one."""

import json
import re
import shutil
import signal
import subprocess
import threading
import unittest
from pathlib import Path

from servers import HOST, SERVERS, Apache, Lighttpd, Nginx, Workers, build, open_folder, switch

NAMES = ("pierwsze", "drugie")
SWITCHES = 8
ANSWERS_BETWEEN = 60  # of each reader
READERS = 3
PATIENCE = 60  # seconds for so many answers
SCRIPT = Path(__file__).with_name("switch_load.lua")
WRK_SECONDS = 2

WORKDIR = open_folder()
RELEASES = {}


def setUpModule():
    for name in NAMES:
        RELEASES[name] = build(WORKDIR / name, name)


def tearDownModule():
    shutil.rmtree(WORKDIR)


def releases_in(answer) -> set[str]:
    return set(re.findall("|".join(NAMES), answer.text))


class Reader(threading.Thread):
    """Asks for pages and searches until it is told to stop; keeps what was wrong, and how much it has read."""

    PATHS = ("/", "/szukaj?q=psy&format=json", "/wiadomosci/psy/", "/szukaj?q=psy", "/szukaj?q=psy&page=0")

    def __init__(self, server, counted: threading.Condition):
        super().__init__(daemon=True)
        self.server, self.counted = server, counted
        self.wrong, self.answers, self.ended = [], 0, False

    def run(self):
        while not self.ended:
            path = self.PATHS[self.answers % len(self.PATHS)]
            try:
                fault = self.fault_of(path, self.server.ask(path))
            except Exception as failure:  # a broken connection is the very thing that must not happen
                fault = f"{path}: {failure!r}"
            with self.counted:
                self.wrong += [fault] if fault else []
                self.answers += 1
                self.counted.notify_all()

    @staticmethod
    def fault_of(path, answer) -> str:
        if answer.status != (400 if "page=0" in path else 200):
            return f"{path}: status {answer.status}"
        if len(releases_in(answer)) != 1:
            return f"{path}: of releases {releases_in(answer)}"
        if "format=json" in path and json.loads(answer.text)["total"] != 1:
            return f"{path}: {answer.text}"
        return ""


class Switched:
    server_class = None
    fastcgi = False

    def setUp(self):
        folder = open_folder()
        self.addCleanup(shutil.rmtree, folder)
        self.current = folder / "current"
        switch(self.current, RELEASES["pierwsze"])
        socket = ""
        if self.fastcgi:
            self.workers = Workers(folder, self.current / "cgi-bin" / "search")
            self.addCleanup(self.workers.stop)
            socket = self.workers.path
        self.server = self.server_class(folder, self.current, socket)
        self.addCleanup(self.server.stop)

    def check_next(self, name):
        """Nobody else is asking, so the very next answers are of the new release."""
        for path in ("/", "/szukaj?q=psy", "/szukaj?q=psy", "/szukaj?q=psy&format=json"):
            self.assertEqual(releases_in(self.server.ask(path)), {name}, path)

    def test_under_load(self):
        counted = threading.Condition()
        readers = [Reader(self.server, counted) for _ in range(READERS)]
        for each in readers:
            each.start()
        names = [NAMES[(i + 1) % 2] for i in range(SWITCHES)]
        for name in names:
            switch(self.current, RELEASES[name])
            with counted:
                goal = [each.answers + ANSWERS_BETWEEN for each in readers]
                reached = counted.wait_for(lambda goal=goal: all(e.answers >= g for e, g in zip(readers, goal)), PATIENCE)
                self.assertTrue(reached, "the server has stopped answering")
        for each in readers:
            each.ended = True
        for each in readers:
            each.join()
        self.assertEqual([fault for each in readers for fault in each.wrong], [])
        self.check_next(names[-1])
        if self.fastcgi:
            self.assertEqual([each.poll() for each in self.workers.processes], [None] * len(self.workers.processes))

    def test_under_wrk(self):
        """As many requests as the server can answer, and a release that changes all the while. Each on a connection of its
        own: one that is kept may be closed by the server at any time, and the reader's browser then asks again."""
        options = ["-t2", "-c8", f"-d{WRK_SECONDS}s", "-H", f"Host: {HOST}", "-H", "Connection: close", "-s", SCRIPT]
        command = ["wrk", *options, f"http://127.0.0.1:{self.server.port}/"]
        switches = 0
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as load:
            while True:
                try:
                    output, _ = load.communicate(timeout=0.15)
                    break
                except subprocess.TimeoutExpired:
                    switches += 1
                    switch(self.current, RELEASES[NAMES[switches % 2]])
        self.assertEqual(load.returncode, 0)
        answers, wrong, broken = map(int, re.search(r"answers (\d+) wrong (\d+) broken (\d+)", output).groups())
        self.assertGreater(switches, 5)
        self.assertGreater(answers, 100)
        self.assertEqual((wrong, broken), (0, 0), output)

    def test_without_load(self):
        self.check_next("pierwsze")
        for name in ("drugie", "pierwsze", "drugie"):
            switch(self.current, RELEASES[name])
            self.check_next(name)
        if self.fastcgi:
            self.assertEqual(self.workers.stop(), [0] * len(self.workers.processes))

    def test_redirects_of_the_new_release(self):
        self.assertEqual(self.server.ask("/wydanie-pierwsze/").status, 301)
        switch(self.current, RELEASES["drugie"])
        answer = self.server.ask("/wydanie-drugie/")
        if self.server_class is Apache:
            self.assertEqual(answer.status, 301)
            return
        self.assertEqual(answer.status, 200)
        self.assertIn('http-equiv="refresh"', answer.text)
        self.server.process.process.send_signal({Nginx: signal.SIGHUP, Lighttpd: signal.SIGUSR1}[self.server_class])
        self.server.process.wait_until(lambda: self.status_while_reloading("/wydanie-drugie/") == 301)

    def status_while_reloading(self, path) -> int:
        """nginx answers throughout; lighttpd closes its socket for a moment."""
        try:
            return self.server.ask(path).status
        except OSError:
            return 0


def add_cases():
    for server in SERVERS:
        for fastcgi in (False, True):
            if server is not Nginx or fastcgi:
                name = f"{server.__name__}{'Fastcgi' if fastcgi else 'Cgi'}"
                facts = {"server_class": server, "fastcgi": fastcgi}
                globals()[name] = type(name, (Switched, unittest.TestCase), facts)


add_cases()

if __name__ == "__main__":
    unittest.main()
