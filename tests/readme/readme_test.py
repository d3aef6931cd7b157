#!/usr/bin/env python3
"""README.md names every command, option, setting, type of field, package and component that there is."""
import os
import re
import subprocess
import tomllib
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KRONIKA = Path(os.environ.get("KRONIKA_RELEASE_BUILD", ROOT / "build")) / "bin/kronika"
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.compile(r"^```.*?^```|^    .*?$|`[^`\n]+`", re.S | re.M)
SETTING = re.compile(r'(?:site|markdown|search|reader|reader_)\.'
                     r'(?:text|texts|integer|number|yes_no|table|tables|value|required_text)\("(\w+)"')
ONLY_FOR = re.compile(r'only_for\(FieldType::\w+, "(\w+)"')


def source(path):
    return (ROOT / path).read_text(encoding="utf-8")


def help_of(*command):
    return subprocess.run([KRONIKA, *command, "--help"], capture_output=True, text=True, check=True).stdout


class Readme(unittest.TestCase):
    def named(self, names, what):
        """Each name stands in the README as code."""
        code = set(re.findall(r"[\w+-]+", " ".join(CODE.findall(README))))
        missing = sorted(name for name in set(names) if name not in code)
        self.assertEqual(missing, [], f"{what} that README.md does not name")

    def test_every_command_and_its_options(self):
        commands = re.findall(r"^  ([a-z-]+)  ", help_of().split("ubcommands:")[1], re.M)
        self.assertGreater(len(commands), 6)
        self.named(commands, "commands")
        for command in commands:
            options = re.findall(r"^  (?:-\w,)?(--[a-z-]+)", help_of(command), re.M)
            self.assertIn("--help", options)
            self.named(options, f"options of {command}")

    def test_every_setting_of_site_toml(self):
        found = [name for path in (ROOT / "generator/config").glob("*.cc") for text in [path.read_text(encoding="utf-8")]
                 for pattern in (SETTING, ONLY_FOR) for name in pattern.findall(text)]
        self.assertGreater(len(set(found)), 30)
        self.named(found, "settings")

    def test_every_built_in_key(self):
        found = re.findall(r'\{"(\w+)", &FrontMatterNames::', source("generator/config/config.cc"))
        self.assertGreater(len(found), 10)
        self.named(found, "keys of front matter")

    def test_every_type_and_role_of_fields(self):
        types = re.findall(r'^KRONIKA_FIELD_TYPE\(\w+, "(\w+)"', source("generator/config/field_types.def"), re.M)
        roles = re.findall(r'^    \{"(\w+)", Role::', source("generator/config/schema.cc"), re.M)
        self.assertGreater(len(types), 20)
        self.assertGreater(len(roles), 4)
        self.named(types + roles, "types and roles")

    def test_every_component_and_alert_of_the_built_in_theme(self):
        theme = tomllib.loads(source("themes/default/theme.toml"))
        self.named([*theme["components"], *(alert.upper() for alert in theme["alerts"])], "components and alerts")

    def test_every_kind_of_template_and_only_partials_that_there_are(self):
        names = subprocess.run([KRONIKA, "template-names", "--site", ROOT], capture_output=True, text=True, check=True).stdout
        kinds = {re.match(r"component/|\w+", line)[0].replace("/", "/NAME") for line in names.splitlines()}
        self.assertGreater(len(kinds), 10)
        self.assertEqual(kinds - self.first_column("template"), set())
        files = {path.stem for path in (ROOT / "themes/default/templates").glob("*.html")}
        partials = self.first_column("partial, to use or to replace")
        self.assertGreater(len(partials), 30)
        self.assertEqual(partials - files, set())

    @staticmethod
    def first_column(heading):
        """What stands as code in the first column of the table that begins with the heading."""
        table = README.split(f"\n| {heading} | ", 1)[1].split("\n\n", 1)[0]
        return {name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])}

    def test_every_package(self):
        lists = re.findall(r"^(?:build|test)_packages=\((.*?)^\)", source("quickstart"), re.S | re.M)
        self.assertEqual(len(lists), 2)
        self.named(re.sub(r"#.*", "", " ".join(lists)).split(), "packages")

    def test_files_that_it_links_to_are_there(self):
        links = [link for link in re.findall(r"\]\(([^)#]+)", CODE.sub("", README)) if "://" not in link]
        self.assertGreater(len(links), 5)
        self.assertEqual([link for link in links if not (ROOT / link).exists()], [])


if __name__ == "__main__":
    unittest.main()
