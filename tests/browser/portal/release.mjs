// The release under test and what stands in it. CTest says in the environment where things are; without it they are
// where ./quickstart test puts them.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const site = path.resolve(process.env.KRONIKA_SITE ?? repository);
export const build = path.resolve(process.env.KRONIKA_RELEASE_BUILD ?? path.join(repository, "build"));
export const release = path.resolve(process.env.KRONIKA_TEST_SITE ?? path.join(build, "test-site"));
export const screenshots = path.join(build, "screenshots");
const now = process.env.KRONIKA_TEST_NOW ?? "2026-11-23T12:00:00Z";

/// Builds a site into a folder of its own. Gives the folder; `remove` takes it away.
export async function buildRelease({ folder = site, options = [] } = {}) {
  const root = await mkdtemp(path.join(tmpdir(), "kronika-release-"));
  const output = path.join(root, "release");
  const { status, stderr } = spawnSync(path.join(build, "bin/kronika"),
    ["build", "--site", folder, "--output", output, "--now", now, "--language", "en", ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the site in ${folder} was not built: ${stderr}`);
  return { folder: output, remove: () => rm(root, { recursive: true, force: true }) };
}

/// The theme's folder that site.toml names; the built-in one else.
export function themeFolder() {
  const named = /^theme\s*=\s*"([^"]+)"/m.exec(readFileSync(path.join(site, "site.toml"), "utf8"));
  return named && path.join(site, named[1]);
}

function texts(file) {
  const lines = readFileSync(file, "utf8").split("\n").map((line) => /^(\w+)\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(line));
  return Object.fromEntries(lines.filter(Boolean).map(([, name, text]) => [name, text]));
}

/// The words of the interface in a language, as the portal's theme has them.
export function interfaceTexts(language) {
  const folders = [path.join(repository, "themes/default"), themeFolder()].filter(Boolean);
  return Object.assign({}, ...folders.map((folder) => {
    try {
      return texts(path.join(folder, "i18n", `${language}.toml`));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
      return {};
    }
  }));
}

/// The HTML pages below a release's public folder: address path from the root of the site, and text. Pages that only
/// lead on to another address are left out.
export function builtPages(folder = release) {
  const root = path.join(folder, "public");
  const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
  const pages = files.map((file) => ({ route: `/${file.replace(/(^|\/)index\.html$/, "$1")}`, file: path.join(root, file) }));
  return pages.map((page) => ({ ...page, html: readFileSync(page.file, "utf8") }))
    .filter((page) => !/http-equiv="refresh"/.test(page.html));
}
