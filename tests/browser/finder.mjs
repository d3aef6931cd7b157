// The portal's form for finding suppliers, by keyboard, without JavaScript, by axe and on paper. Leaves its printed
// list in the build folder. Usage: KRONIKA_NPM=folder KRONIKA_SITE=folder node finder.mjs [path of kronika]
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { accessibilityFaults, enforcePolicy, openContext, Preview, tell, visit } from "./harness.mjs";

const form = "/portal/znajdz-dostawce/";
const portal = process.env.KRONIKA_SITE ?? ".";
const now = process.env.KRONIKA_TEST_NOW ?? "2026-11-23T12:00:00Z";
const pictures = path.join(process.env.KRONIKA_RELEASE_BUILD ?? "build", "browser");
const totalOf = async (page) => parseInt(await page.locator(".results-bar h2").textContent(), 10);

/// The form filled in with the keys alone: each control is reached by Tab and answers to letters and Enter.
async function byKeyboard({ step }, { preview, context, javaScript }) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const told = `${javaScript ? "with" : "without"} JavaScript`;
  await step(`the form is filled in and sent from the keyboard, ${told}`, async () => {
    await visit(page, preview.address(form));
    const services = page.getByLabel("Usługi i produkty");
    await services.focus();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await services.inputValue(), "");
    await page.keyboard.press("Tab");
    assert.ok(await page.getByLabel(/^Powiat/).evaluate((node) => node === document.activeElement));
    await page.keyboard.press("Tab");
    const day = page.getByLabel(/stan na dzień/);
    assert.ok(await day.evaluate((node) => node === document.activeElement));
    assert.equal(await day.inputValue(), now.slice(0, 10));
    await page.keyboard.press("Enter");
    await page.waitForURL(/stan_na=/);
    const asked = new URL(page.url()).searchParams;
    assert.equal(asked.get("collection"), "rejestr");
    assert.equal(asked.get("stan"), "aktywny");
    assert.equal(asked.get("stan_na"), now.slice(0, 10));
    assert.ok(await totalOf(page) > 0);
  });
  await step(`the permanent address leaves out what is empty, and gives the same list, ${told}`, async () => {
    const titles = await page.locator(".entries h3").allTextContents();
    const address = new URL(await page.locator(".document a").textContent());
    assert.equal(address.origin, new URL(preview.url).origin); // an address of the whole site's, to be printed
    for (const [name, value] of address.searchParams) assert.notEqual(value, "", name);
    await visit(page, preview.address(address.pathname + address.search));
    assert.deepEqual(await page.locator(".entries h3").allTextContents(), titles);
  });
  await step(`the day is a filter that can be taken away, ${told}`, async () => {
    await page.getByRole("link", { name: /^Usuń filtr Stan na dzień/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.searchParams.has("stan_na"));
    assert.ok(new URL(page.url()).searchParams.has("stan"));
  });
  await page.close();
}

async function onPaper({ step }, { preview, context }) {
  const page = await context.newPage();
  await step("the printed list has its filters, days, address and contacts, and no controls", async () => {
    await visit(page, preview.address("/szukaj?collection=rejestr&stan=aktywny&stan_na=2025-06-30"));
    await page.getByRole("link", { name: "Wersja do druku" }).click();
    await page.waitForURL(/size=100/);
    await page.emulateMedia({ media: "print" });
    const shown = async (locator) => (await locator.evaluateAll((nodes) => nodes.map((node) => node.checkVisibility()))).filter(Boolean).length;
    assert.equal(await shown(page.locator(".filters li:not(:last-child)")), 3);
    for (const label of ["Stan na dzień", "Dane portalu z dnia", "Stały adres tej listy"])
      assert.equal(await shown(page.locator(".document dt", { hasText: label })), 1, label);
    const entries = await page.locator(".results .card").count();
    assert.ok(entries > 20);
    assert.equal(await shown(page.locator(".result-fields dt", { hasText: "Telefon" })), entries);
    for (const hidden of [".facets", ".sorts", ".formats", ".find", ".filters-clear", ".menu"])
      assert.equal(await shown(page.locator(hidden)), 0, hidden);
    await mkdir(pictures, { recursive: true });
    await page.pdf({ path: path.join(pictures, "finder.pdf"), format: "A4" });
  });
  await page.close();
}

async function byAxe({ step }, { browser, preview, portalSite }) {
  const pages = [form, "/portal/znajdz-doradce/", "/gminy/morawica/", "/powiaty/kielecki/", "/szukaj?collection=rejestr&stan=aktywny&stan_na=2025-06-30"];
  for (const colorScheme of ["light", "dark"]) {
    const { context } = await openContext(browser, preview.url, { viewport: { width: 360, height: 740 }, colorScheme });
    await enforcePolicy(context, portalSite);
    const page = await context.newPage();
    for (const route of pages) {
      await step(`axe finds no fault: ${route}, ${colorScheme}`, async () => {
        const answer = await visit(page, preview.address(route));
        assert.equal(answer.status(), 200);
        assert.deepEqual((await accessibilityFaults(page)).violations, []);
        const { width, wanted } = await page.evaluate(() => ({ width: innerWidth, wanted: document.documentElement.scrollWidth }));
        assert.ok(wanted <= width, `the page is ${wanted} wide`);
      });
    }
    await context.close();
  }
}

async function story(steps, browser) {
  const folder = await mkdtemp(path.join(tmpdir(), "kronika-finder-"));
  const portalSite = { folder: portal, output: path.join(folder, "release") };
  const preview = await Preview.start(portalSite, "--port", "0", "--now", now);
  const run = { step: steps.step.bind(steps) };
  for (const javaScript of [true, false]) {
    const { context, faults } = await openContext(browser, preview.url, { javaScriptEnabled: javaScript });
    if (javaScript) await enforcePolicy(context, portalSite);
    await byKeyboard(run, { preview, context, javaScript });
    if (javaScript) await onPaper(run, { preview, context });
    await run.step("no error is on the console", () => assert.deepEqual(faults, []));
    await context.close();
  }
  await byAxe(run, { browser, preview, portalSite });
  await preview.end();
  await rm(folder, { recursive: true, force: true });
}

await tell(story);
