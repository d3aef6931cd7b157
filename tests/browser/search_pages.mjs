// The portal's own search pages, by keyboard alone and by axe. Leaves pictures of them in the build folder, for people
// to look at. Usage: KRONIKA_NPM=folder KRONIKA_SITE=folder node search_pages.mjs [path of kronika]
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { openPage } from "./combobox_form.mjs";
import { accessibilityFaults, enforcePolicy, openContext, Preview, tell, visit } from "./harness.mjs";

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const tabs = 150; // more than any of the pages has

const portal = process.env.KRONIKA_SITE ?? ".";
const pictures = path.join(process.env.KRONIKA_RELEASE_BUILD ?? "build", "browser");

/// Presses Tab until the focus is on what `locator` finds; the focus is seen on every step.
async function tabTo(page, locator) {
  for (let i = 0; i < tabs; ++i) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.tagName, width: parseFloat(style.outlineWidth), style: style.outlineStyle };
    });
    assert.ok(outline.name === "BODY" || (outline.style !== "none" && outline.width >= 2), `the focus on ${JSON.stringify(outline)}`);
    if (await locator.evaluateAll((nodes) => nodes.includes(document.activeElement))) return;
  }
  throw new Error("Tab does not reach it");
}

const totalOf = async (page) => parseInt(await page.locator(".results-bar h2").textContent(), 10);

async function keyboardOnly({ step }, { preview, context }) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await step("a search begins from the keyboard", async () => {
    await visit(page, preview.url);
    await tabTo(page, page.getByRole("combobox"));
    await page.keyboard.type("społeczne");
    await page.keyboard.press("Enter");
    await page.waitForURL(/szukaj\?q=/);
    assert.ok(await totalOf(page) > 20);
  });
  await step("a filter is opened, chosen and taken away", async () => {
    const all = await totalOf(page);
    const filters = page.getByRole("navigation", { name: "Zawęź wyniki" });
    const facet = filters.locator(".facet > summary").first();
    await tabTo(page, facet);
    await page.keyboard.press("Enter");
    const value = filters.locator(".facet").first().getByRole("link").first();
    await tabTo(page, value);
    await page.keyboard.press("Enter");
    await page.waitForURL(/collection=/);
    assert.ok(await totalOf(page) < all);
    await tabTo(page, page.getByRole("link", { name: /^Usuń filtr/ }));
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.searchParams.has("collection"));
    assert.equal(await totalOf(page), all);
  });
  await step("the order is changed, and which one it is is told", async () => {
    await tabTo(page, page.getByRole("link", { name: "alfabetycznie" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/sort=title/);
    assert.equal(await page.getByRole("link", { name: "alfabetycznie" }).getAttribute("aria-current"), "true");
  });
  await step("the next page is reached, and which one it is is told", async () => {
    await tabTo(page, page.getByRole("link", { name: "Następna strona" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/page=2/);
    assert.equal(await page.getByRole("link", { name: "Strona 2", exact: true }).getAttribute("aria-current"), "page");
    assert.equal(await page.getByText(/^Strona 2 z \d+$/).count(), 1);
  });
  await step("a result is opened", async () => {
    const result = page.locator(".entries h3 a").first();
    const title = await result.textContent();
    await tabTo(page, result);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  });
  await page.close();
}

const pages = [
  ["home", "/"],
  ["results", "/szukaj?q=spo%C5%82eczne"],
  ["filtered", "/szukaj?q=spo%C5%82eczne&powiat=kielecki&sort=date"],
  ["corrected", "/szukaj?q=sp%C3%B3ldzielnai"],
  ["nothing", "/szukaj?q=xyzzyx"],
  ["refused", "/szukaj?q=a&page=0"],
  ["empty", "/szukaj"],
];

async function byAxe({ step }, { browser, preview, portalSite }) {
  for (const [size, viewport] of [["wide", wide], ["narrow", narrow]]) {
    for (const colorScheme of ["light", "dark"]) {
      const { context } = await openContext(browser, preview.url, { viewport, colorScheme });
      await enforcePolicy(context, portalSite);
      const page = await context.newPage();
      for (const [name, route] of pages) {
        await step(`axe finds no fault: ${name}, ${size}, ${colorScheme}`, async () => {
          await visit(page, preview.address(route));
          await page.locator("details").evaluateAll((nodes) => nodes.forEach((node) => { node.open = true; }));
          const { violations } = await accessibilityFaults(page);
          assert.deepEqual(violations, []);
          const { width, wanted } = await page.evaluate(() =>
            ({ width: innerWidth, wanted: document.documentElement.scrollWidth }));
          assert.ok(wanted <= width, `the page is ${wanted} wide`);
        });
      }
      await context.close();
    }
  }
}

async function looks({ step }, { browser, preview }) {
  await mkdir(pictures, { recursive: true });
  for (const [size, viewport] of [["1280", wide], ["360", narrow]]) {
    for (const colorScheme of ["light", "dark"]) {
      const { context } = await openContext(browser, preview.url, { viewport, colorScheme });
      await step(`pictures are taken, ${size} wide, ${colorScheme}`, async () => {
        for (const [name, route, typed] of [["home", "/", "spoldz"], ["header", "/praktyki/", "warsztat"], ["results", "/szukaj?q=senior", "opiek"]]) {
          const { page, form } = await openPage({ context, preview }, route);
          await form.field.fill("");
          await form.typeAndWait(typed);
          await page.keyboard.press("ArrowDown");
          await page.keyboard.press("ArrowDown");
          const inside = await form.list.evaluate((node) => {
            const { left, right } = node.getBoundingClientRect();
            return left >= 0 && right <= innerWidth;
          });
          assert.ok(inside, "the list leaves the window");
          await page.screenshot({ path: path.join(pictures, `${name}-${size}-${colorScheme}.png`) });
          await page.close();
        }
      });
      await context.close();
    }
  }
}

async function story(steps, browser) {
  const folder = await mkdtemp(path.join(tmpdir(), "kronika-search-pages-"));
  const portalSite = { folder: portal, output: path.join(folder, "release") };
  const preview = await Preview.start(portalSite, "--port", "0", "--now", process.env.KRONIKA_TEST_NOW ?? "2026-11-23T12:00:00Z");
  const { context, faults } = await openContext(browser, preview.url);
  await enforcePolicy(context, portalSite);
  const run = { step: steps.step.bind(steps) };
  for (const part of [keyboardOnly, byAxe, looks]) await part(run, { browser, preview, context, portalSite });
  await run.step("the content policy holds, and no error is on the console", () => assert.deepEqual(faults, []));
  await context.close();
  await preview.end();
  await rm(folder, { recursive: true, force: true });
}

await tell(story);
