// What the steps stand on: a copy of the site, `kronika serve` over it, a browser that notes what it must not do.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const npm = process.env.KRONIKA_NPM;
if (!npm) throw new Error("KRONIKA_NPM must name the folder whose node_modules/ holds playwright-core");
export const npmRequire = createRequire(path.resolve(npm, "package.json"));
const { chromium } = npmRequire("playwright-core");
const axeSource = readFileSync(npmRequire.resolve("axe-core/axe.min.js"), "utf8");

const chromiumArguments = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/// The program to test: the first argument, else KRONIKA, else the release build's.
export function programPath() {
  const built = process.env.KRONIKA_RELEASE_BUILD;
  const given = process.argv[2] ?? process.env.KRONIKA ?? (built && path.join(built, "bin/kronika"));
  if (!given) throw new Error("name the kronika program as the argument, or in KRONIKA");
  return path.resolve(given);
}

export class Site {
  static async copy() {
    const root = await mkdtemp(path.join(tmpdir(), "kronika-browser-"));
    const folder = path.join(root, "site");
    await cp(path.join(here, "site"), folder, { recursive: true });
    return new Site(root, folder);
  }
  constructor(root, folder) {
    this.root = root;
    this.folder = folder;
    this.output = path.join(root, "release");
  }
  file(name) { return path.join(this.folder, name); }
  read(name) { return readFile(this.file(name), "utf8"); }
  write(name, text) { return writeFile(this.file(name), text); }
  async replace(name, from, to) {
    const text = await this.read(name);
    if (!text.includes(from)) throw new Error(`${name} has no '${from}'`);
    await this.write(name, text.replace(from, to));
  }
  remove() { return rm(this.root, { recursive: true, force: true }); }
}

/// One run of `kronika serve`.
export class Preview {
  static async start(site, ...more) {
    const preview = new Preview(site, more);
    await Promise.race([preview.ready, preview.ended]);
    if (!preview.url) throw new Error(`kronika serve ended: ${preview.errors}`);
    return preview;
  }
  constructor(site, more) {
    this.output = "";
    this.errors = "";
    const options = ["serve", "--site", site.folder, "--output", site.output, "--language", "en", ...more];
    this.process = spawn(programPath(), options, { stdio: ["ignore", "pipe", "pipe"] });
    this.process.stderr.on("data", (bytes) => { this.errors += bytes; });
    this.ended = new Promise((resolve) => this.process.on("exit", (code, signal) => resolve(code ?? signal)));
    this.ready = new Promise((resolve) => {
      this.process.stdout.on("data", (bytes) => {
        this.output += bytes;
        this.url = /^Serving .* at (http:\S+) \(Ctrl\+C ends\)\n/m.exec(this.output)?.[1];
        if (this.url) resolve();
      });
    });
  }
  address(route) { return new URL(route.replace(/^\//, ""), this.url).href; }
  async end(signal = "SIGTERM") {
    this.process.kill(signal);
    return this.ended;
  }
}

/// `more`: arguments of Chromium.
export async function openBrowser(more = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...chromiumArguments, ...more] });
}

/// A context that notes errors on the console and requests to other hosts. `more`: options of Playwright.
export async function openContext(browser, url, more = {}) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 800 }, ...more });
  const faults = [];
  const host = new URL(url).host;
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => faults.push(`script: ${error.error()}`));
  context.on("request", (request) => {
    const target = new URL(request.url());
    if (target.protocol.startsWith("http") && target.host !== host) faults.push(`request to ${request.url()}`);
  });
  return { context, faults };
}

/// Has the pages of the preview come with the content policy that `kronika server-config` gives to web servers.
export async function enforcePolicy(context, site) {
  const { stdout } = spawnSync(programPath(), ["server-config", "lighttpd", "--site", site.folder], { encoding: "utf8" });
  const policy = /"Content-Security-Policy" => "([^"]+)"/.exec(stdout)?.[1];
  if (!policy) throw new Error("the configuration for lighttpd names no Content-Security-Policy");
  await context.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
}

/// What axe finds against WCAG 2.2 AA and its own good practices, a line a rule and place. axe is run outside the page's
/// content policy.
export async function accessibilityFaults(page) {
  await page.evaluate(axeSource);
  const { violations, incomplete } = await page.evaluate(() =>
    axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const lines = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`));
  return { violations: lines(violations), unclear: lines(incomplete) };
}

/// Runs steps one after the other, says how each went, and counts.
export class Steps {
  passed = 0;
  failed = 0;
  async step(name, body) {
    try {
      const note = await body();
      this.passed += 1;
      console.log(`ok ${name}${note ? ` (${note})` : ""}`);
    } catch (error) {
      this.failed += 1;
      console.log(`not ok ${name}\n  ${String(error?.stack ?? error).replaceAll("\n", "\n  ")}`);
    }
  }
  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

/// Goes to a page, again when a reload that was under way came between.
export async function visit(page, address) {
  for (let attempt = 1; ; ++attempt) {
    try {
      return await page.goto(address);
    } catch (error) {
      if (attempt === 5 || !/interrupted by another navigation/.test(error.message)) throw error;
    }
  }
}

/// Makes a change and waits until `locator` is visible. Gives the milliseconds between, for people to read: how many
/// there are depends on what else the machine does.
export async function timeUntilVisible(change, locator) {
  await change();
  const start = performance.now();
  await locator.waitFor({ state: "visible", timeout: 20_000 });
  return `${Math.round(performance.now() - start)} ms`;
}

/// Tells stories of a browser, one after the other, and ends the process: 0 when every step of them held.
export async function tell(...stories) {
  const steps = new Steps();
  const browser = await openBrowser();
  try {
    for (const story of stories) await story(steps, browser);
  } catch (error) {
    await steps.step("the suite runs to its end", () => { throw error; });
  } finally {
    await browser.close();
  }
  process.exit(steps.finish());
}
