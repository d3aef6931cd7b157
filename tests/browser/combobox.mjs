// Someone types in a search form: what is suggested, told to a screen reader, chosen, refused.
// Usage: KRONIKA_NPM=folder node combobox.mjs [path of kronika]
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { mockSuggestions, openPage, pause } from "./combobox_form.mjs";
import { asking } from "./combobox_requests.mjs";
import { accessibilityFaults, enforcePolicy, openContext, Preview, Site, tell, visit } from "./harness.mjs";

const mostBytes = 6000; // of the script, as a browser gets it uncompressed
async function markup({ step }, world) {
  await step("the script has at most 6 KB, and the pages load it with its digest", async () => {
    const { page } = await openPage(world);
    const script = page.locator("head script[data-suggestions]");
    assert.match(await script.getAttribute("integrity"), /^sha384-/);
    const body = await (await page.request.get(await script.evaluate((node) => node.src))).body();
    assert.ok(body.length <= mostBytes, `${body.length} bytes`);
    assert.deepEqual(body, await readFile(new URL("../../themes/default/assets/search.js", import.meta.url)));
    await page.close();
    return `${body.length} bytes`;
  });
  for (const [name, route] of [["the home page", "/"], ["the header", "/praktyki/dynia/"], ["the results", "/szukaj?q=fasola"]]) {
    await step(`the form of ${name} is a combobox that is closed`, async () => {
      const { page, form } = await openPage(world, route);
      assert.equal(await form.field.count(), 1);
      assert.equal(await form.attribute("aria-autocomplete"), "list");
      assert.equal(await form.attribute("aria-controls"), await form.list.getAttribute("id"));
      assert.equal(await form.attribute("aria-haspopup") ?? "listbox", "listbox");
      assert.equal(await form.list.getAttribute("aria-label"), "Podpowiedzi");
      assert.equal(await page.getByRole("combobox", { name: "Szukaj w portalu" }).count(), 1);
      await form.closed();
      await page.close();
    });
  }
}

async function keyboard({ step }, world) {
  const { page, form } = await openPage(world, "/praktyki/dynia/");
  await step("suggestions of the site appear, with their number for a screen reader, and nothing moves", async () => {
    const boxes = () => page.locator("body > *, main *, .top-row > *").evaluateAll((nodes) =>
      nodes.map((node) => JSON.stringify(node.getBoundingClientRect())));
    await form.field.focus();
    const before = await boxes();
    await form.typeAndWait("pow");
    const names = await form.options.allTextContents();
    assert.deepEqual(names.toSorted(), ["powiat", "powiat buski", "powiat kielecki", "powiat opatowski"]);
    assert.equal(await form.attribute("aria-expanded"), "true");
    assert.equal(await form.status.textContent(), "4 podpowiedzi");
    assert.equal(await form.active(), null);
    assert.deepEqual(await boxes(), before);
  });
  await step("the arrows go through the options and back to the field, either way round", async () => {
    const names = await form.options.allTextContents();
    for (const expected of [...names, null, names[0]]) {
      await page.keyboard.press("ArrowDown");
      assert.equal(await form.active(), expected);
    }
    for (const expected of [null, names.at(-1), names.at(-2)]) {
      await page.keyboard.press("ArrowUp");
      assert.equal(await form.active(), expected);
    }
    assert.equal(await form.field.inputValue(), "pow");
    assert.equal(await form.field.evaluate((node) => node === document.activeElement), true);
  });
  for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
    await step(`${key} goes back to the text and moves in it`, async () => {
      await form.field.evaluate((node) => node.setSelectionRange(2, 2));
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await form.active(), null);
      await page.keyboard.press(key);
      assert.equal(await form.active(), null);
      const place = { Home: 0, End: 3, ArrowLeft: 1, ArrowRight: 3 }[key];
      assert.equal(await form.field.evaluate((node) => node.selectionStart), place);
    });
  }
  await step("Escape closes the list and keeps the text; a second one empties the field", async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await form.closed();
    assert.equal(await form.status.textContent(), "");
    assert.equal(await form.field.inputValue(), "pow");
    await page.keyboard.press("Escape");
    assert.equal(await form.field.inputValue(), "");
  });
  await step("Down opens the list again on its first option, Alt and Down on none; Alt and Up closes it", async () => {
    await form.typeAndWait("pow");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector("[aria-activedescendant]"));
    assert.equal(await form.active(), await form.options.first().textContent());
    await page.keyboard.press("Alt+ArrowUp");
    await form.closed();
    await page.keyboard.press("Alt+ArrowDown");
    await form.list.waitFor({ state: "visible" });
    assert.equal(await form.active(), null);
  });
  await step("Tab closes the list, leaves the text as typed and moves on", async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await form.closed();
    assert.equal(await form.field.inputValue(), "pow");
    assert.equal(await page.evaluate(() => document.activeElement.type), "submit");
  });
  await step("Enter on an option searches for it", async () => {
    await form.field.fill("");
    await form.typeAndWait("czeresnie dla");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname.endsWith("/szukaj") && url.searchParams.get("q") === "Czereśnie dla szkoły");
    await page.getByRole("main").getByRole("link", { name: "Czereśnie dla szkoły" }).waitFor();
  });
  await step("Enter on the field searches for what was typed", async () => {
    await form.field.fill("");
    await form.typeAndWait("faso");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "faso");
  });
  await page.close();
}

async function pointers({ step }, world) {
  await step("a click on an option searches for it, and the field keeps the focus while the mouse is down", async () => {
    const { page, form } = await openPage(world);
    await form.typeAndWait("dynia");
    const option = form.options.first();
    const box = await option.boundingBox();
    assert.ok(box.height >= 24 && box.width >= 24, JSON.stringify(box));
    await page.mouse.move(box.x + 10, box.y + box.height / 2);
    await page.mouse.down();
    assert.equal(await form.list.isVisible(), true);
    assert.equal(await form.field.evaluate((node) => node === document.activeElement), true);
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.get("q") === "Dynia w donicy");
    await page.close();
  });
  await step("a click elsewhere closes the list", async () => {
    const { page, form } = await openPage(world);
    await form.typeAndWait("dynia");
    await page.getByRole("heading", { level: 1 }).click();
    await form.closed();
    await page.close();
  });
  await step("a tap on an option searches for it", async () => {
    const { context } = await openContext(world.browser, world.preview.url, { hasTouch: true, viewport: { width: 360, height: 640 } });
    const { page, form } = await openPage({ ...world, context });
    await form.typeAndWait("dynia");
    await form.options.first().tap();
    await page.waitForURL((url) => url.searchParams.get("q") === "Dynia w donicy");
    await context.close();
  });
}

async function languages({ step }, world) {
  const totals = {
    pl: { 0: "Brak podpowiedzi", 1: "1 podpowiedź", 2: "2 podpowiedzi", 5: "5 podpowiedzi", 22: "22 podpowiedzi" },
    en: { 0: "No suggestions", 1: "1 suggestion", 2: "2 suggestions", 5: "5 suggestions", 21: "21 suggestions" },
    uk: { 0: "Підказок немає", 1: "1 підказка", 2: "2 підказки", 5: "5 підказок", 11: "11 підказок", 21: "21 підказка" },
  };
  for (const [language, texts] of Object.entries(totals)) {
    await step(`the number of suggestions is told in the page's language: ${language}`, async () => {
      const { page, form } = await openPage(world, `/szukaj?lang=${language}`);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      await mockSuggestions(page, (typed) => Array.from({ length: Number(typed.slice(2)) }, (_, i) => `${typed} ${i}`));
      for (const [number, text] of Object.entries(texts)) {
        await form.field.fill(`n ${number}`);
        await page.clock.runFor(pause);
        await form.status.getByText(text, { exact: true }).waitFor();
        assert.equal(await form.list.isVisible(), number !== "0");
      }
      await page.close();
    });
  }
  await step("suggestions are of the language that the form searches in", async () => {
    const { page, form } = await openPage(world, "/szukaj?lang=en");
    await form.typeAndWait("dy");
    assert.deepEqual(await form.options.allTextContents(), ["Dyeing wool with walnuts"]);
    await page.close();
    const polish = await openPage(world, "/szukaj?lang=pl");
    await polish.form.typeAndWait("dy");
    assert.deepEqual(await polish.form.options.allTextContents(), ["Dynia w donicy"]);
    await polish.page.close();
  });
}

async function withoutScript({ step }, world) {
  await step("without JavaScript the form is a plain one, and finds", async () => {
    const { context, faults } = await openContext(world.browser, world.preview.url, { javaScriptEnabled: false });
    const page = await context.newPage();
    await visit(page, world.preview.address("/praktyki/dynia/"));
    assert.equal(await page.getByRole("combobox").count(), 0);
    assert.equal(await page.getByRole("listbox", { includeHidden: true }).count(), 0);
    await page.getByRole("searchbox", { name: "Szukaj w portalu" }).fill("fasola");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "fasola");
    await page.getByRole("link", { name: "Fasola przy płocie" }).waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });
}

async function looks({ step }, world) {
  await step("the open list has no fault that axe knows, in light and in dark", async () => {
    for (const colorScheme of ["light", "dark"]) {
      for (const route of ["/", "/praktyki/dynia/", "/szukaj?q=fasola"]) {
        const { page, form } = await openPage(world, route);
        await page.emulateMedia({ colorScheme });
        await form.field.fill("");
        await form.typeAndWait("pow");
        await page.keyboard.press("ArrowDown");
        const { violations } = await accessibilityFaults(page);
        assert.deepEqual(violations, [], `${route} ${colorScheme}`);
        await page.close();
      }
    }
  });
  await step("the option that is on stands out where the reader's own colours rule", async () => {
    const { page, form } = await openPage(world);
    await page.emulateMedia({ forcedColors: "active" });
    await form.typeAndWait("pow");
    await page.keyboard.press("ArrowDown");
    const grounds = await form.options.evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundColor));
    assert.notEqual(grounds[0], grounds[1]);
    await page.close();
  });
}

async function story(steps, browser) {
  const site = await Site.copy();
  await site.replace("site.toml", 'language = "pl"', 'language = "pl"\nlanguages = ["pl", "en", "uk"]');
  await site.write("content/praktyki/wool.md", '+++\ntitle = "Dyeing wool with walnuts"\npowiat = "buski"\nlanguage = "en"\n+++\n\nBrown.\n');
  const preview = await Preview.start(site, "--port", "0", "--now", "2026-03-14T10:00:00Z");
  const { context, faults } = await openContext(browser, preview.url);
  await enforcePolicy(context, site);
  const world = { site, preview, browser, context };
  const run = { step: steps.step.bind(steps) };
  for (const part of [markup, keyboard, pointers, asking, languages, withoutScript, looks]) await part(run, world);
  await run.step("the content policy holds, and no error is on the console", () => assert.deepEqual(faults, []));
  await context.close();
  await preview.end();
  await site.remove();
}

await tell(story);
