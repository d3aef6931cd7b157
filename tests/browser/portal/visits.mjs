// Visiting many pages in a few tabs of one browser, and noting what no page may do.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { openContext } from "../harness.mjs";
import { screenshots } from "./release.mjs";

const tabs = 3; // on two cores: one tab waits while two work

/// Notes on a tab what goes wrong while a page loads and after: console, content policy, requests. `faults` holds a line
/// a fault; `start(status)` begins a page that is to come with that status.
export class Watch {
  constructor(page) {
    this.page = page;
    this.faults = [];
    this.expected = 200;
    page.on("console", (message) => {
      const expected = this.expected >= 400 && message.text().includes(`status of ${this.expected}`);
      if (["error", "warning"].includes(message.type()) && !expected) this.faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`script: ${error}`));
    page.on("requestfailed", (request) => {
      const left = request.failure()?.errorText === "net::ERR_ABORTED"; // the tab went on to another page
      if (!left) this.faults.push(`request failed: ${request.url()}`);
    });
    page.on("request", (request) => this.note_request(request));
    page.on("response", (response) => {
      if (response.status() >= 400 && response.request().resourceType() !== "document")
        this.faults.push(`${response.status()}: ${response.url()}`);
    });
  }
  note_request(request) {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== this.host) this.faults.push(`request to ${request.url()}`);
  }
  async goto(address, status = 200) {
    this.faults.length = 0;
    this.expected = status;
    this.host = new URL(address).host;
    const answer = await this.page.goto(address, { waitUntil: "load" });
    if (answer.status() !== status) this.faults.push(`status ${answer.status()}`);
    return answer;
  }
}

/// Counts what moves while a page loads, and violations of its content policy, from before its first script on.
function countInPage() {
  window.kronikaShift = 0;
  window.kronikaMoved = new Set();
  window.kronikaViolations = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries().filter((one) => !one.hadRecentInput)) {
      window.kronikaShift += entry.value;
      for (const { node } of entry.sources) window.kronikaMoved.add(`<${node?.localName ?? "text"} class="${node?.className ?? ""}">`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) =>
    window.kronikaViolations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
}

/// A tab with a watch on it, in a context of its own. `options`: of Playwright's contexts.
export async function openTab(browser, options = {}) {
  const { context } = await openContext(browser, "http://127.0.0.1/", options);
  await context.addInitScript(countInPage);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const watch = new Watch(page);
  return { page, watch, close: () => context.close() };
}

/// Does `body(tab, item)` for every item, a few at a time, each in one of the tabs that `open` gives. Gives the faults of
/// all, a line each: name of the item and fault. A body gives its faults as a list of lines, or throws.
export async function forAll(items, open, body) {
  const faults = [];
  const waiting = [...items];
  const work = async () => {
    const tab = await open();
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const found = await Promise.resolve(body(tab, item)).catch((error) => [String(error.message ?? error)]);
      faults.push(...found.map((fault) => `${item.name ?? item.route}: ${fault}`));
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return faults.sort();
}

/// A page that must be moved sideways to be read.
export async function widthFaults(page) {
  const { wide, view } = await page.evaluate(() =>
    ({ wide: document.documentElement.scrollWidth, view: document.documentElement.clientWidth }));
  return wide > view ? [`the page is ${wide} wide in a window of ${view}`] : [];
}

/// What a loaded page must not have done: moved, broken its content policy, reached beyond its window.
export async function faultsOfLoading({ page, watch }) {
  const facts = await page.evaluate(() => ({
    shift: window.kronikaShift,
    moved: [...window.kronikaMoved].join(" "),
    violations: window.kronikaViolations,
  }));
  const faults = [...watch.faults, ...facts.violations.map((text) => `content policy: ${text}`)];
  if (facts.shift >= 0.01) faults.push(`layout shift ${facts.shift.toFixed(3)}: ${facts.moved}`);
  return [...faults, ...await widthFaults(page)];
}

/// Fails the test where there are faults: tells the first ones, and leaves all of them as a text in the folder of the
/// pictures.
export async function assertNone(name, faults) {
  await mkdir(screenshots, { recursive: true });
  await writeFile(path.join(screenshots, `${name}.txt`), faults.map((fault) => `${fault}\n`).join(""));
  if (faults.length) assert.fail(`${faults.length} faults, all in ${path.join(screenshots, name)}.txt:\n${faults.slice(0, 40).join("\n")}`);
}
