// What people print of the finished portal, read back from PDF by pdftotext. The PDF files stay in build/screenshots.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import test, { after, before } from "node:test";

import { openBrowser } from "./harness.mjs";
import { kindsOfPages } from "./portal/kinds.mjs";
import { paperFaults, plainWords, printed, screenOnlyFaults } from "./portal/paper.mjs";
import { builtPages, interfaceTexts, release, screenshots } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { openTab } from "./portal/visits.mjs";

const texts = interfaceTexts("pl");
const kinds = kindsOfPages(builtPages(), texts);
const routeOf = (collection) => kinds.find((kind) => kind.name === `in-${collection}`).route;
let browser, server;

before(async () => {
  await mkdir(screenshots, { recursive: true });
  browser = await openBrowser();
  server = await ReleaseServer.start(release);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/// The words of an entry's facts as the screen has them, and its title and address.
async function promised(page) {
  return page.evaluate(() => {
    const seen = (node) => node.checkVisibility() && !node.closest("nav, [aria-hidden=true]");
    const words = (selector) => [...document.querySelectorAll(selector)].filter(seen).map((node) => node.textContent.trim()).filter(Boolean);
    return {
      title: document.querySelector("h1").textContent,
      facts: [...words("main dt"), ...words("main dd:not(:has(a[download], .note))")],
      headings: words("main h2"),
      address: document.querySelector("link[rel=canonical]")?.href,
    };
  });
}

for (const [collection, sheets] of [["rejestr", 6], ["praktyki", 8], ["lekcje", 12]]) {
  test(`an entry of ${collection} on at most ${sheets} sheets`, async () => {
    const { page, watch, close } = await openTab(browser);
    await watch.goto(server.address(routeOf(collection)));
    const { title, facts, address } = await promised(page);
    assert.ok(facts.length >= 4, "an entry has facts");
    const paper = await printed(page, `entry-${collection}`);
    const faults = paperFaults(paper, [title, address, ...facts.map((text) => plainWords(text).slice(0, 60))], [texts.skip_to_content, texts.search_label]);
    assert.deepEqual([...faults, ...await screenOnlyFaults(page, texts)], []);
    assert.ok(paper.sheets <= sheets, `${paper.sheets} sheets`);
    await close();
  });
}

test("a list of suppliers has its titles, filters, days and permanent address, and no controls", async () => {
  const { page, watch, close } = await openTab(browser);
  await watch.goto(server.address(`${server.search}?collection=rejestr&stan=aktywny&stan_na=2025-06-30`));
  await page.getByRole("link", { name: texts.print_version }).click();
  await page.waitForURL(/size=100/);
  const titles = await page.getByRole("main").locator("h2 a[href], h3 a[href]").evaluateAll((links) =>
    links.filter((link) => link.closest("nav, details") === null).map((link) => link.textContent.trim()));
  assert.ok(titles.length > 20, `${titles.length} suppliers`);
  const paper = await printed(page, "suppliers");
  const wanted = [...titles.map((title) => plainWords(title).slice(0, 50)), texts.data_of, texts.as_of, texts.permanent_address, "30 czerwca 2025"];
  const unwanted = [texts.skip_to_content, texts.search_label, texts.clear_filters, texts.sort_title, texts.filters];
  assert.deepEqual([...paperFaults(paper, wanted, unwanted), ...await screenOnlyFaults(page, texts)], []);
  await close();
});
