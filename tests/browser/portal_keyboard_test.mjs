// The finished portal by keyboard alone, and with JavaScript off.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";

import { openBrowser } from "./harness.mjs";
import { focusFaults } from "./portal/focus.mjs";
import { kindsOfPages, kindsOfResults } from "./portal/kinds.mjs";
import { Person, tabTo } from "./portal/people.mjs";
import { builtPages, interfaceTexts, release } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { assertNone, forAll, openTab } from "./portal/visits.mjs";

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const texts = interfaceTexts("pl");
const pages = builtPages();
const forms = pages.filter((page) => /<main[^]*<form[^>]*>[^]*<select/.test(page.html)).map((page) => page.route);
let browser, server, many;

before(async () => {
  browser = await openBrowser();
  server = await ReleaseServer.start(release);
  many = (await kindsOfResults(server, pages)).find((kind) => kind.name === "results-many").route;
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/// Runs `body(person)` in a tab of its own.
async function as(options, body) {
  const tab = await openTab(browser, options);
  try {
    await body(new Person(tab, server, texts));
    assert.deepEqual(tab.watch.faults.filter((fault) => !fault.startsWith("request failed")), []);
  } finally {
    await tab.close();
  }
}

for (const [name, viewport] of [["360", narrow], ["1280", wide]]) {
  test(`the focus is seen on everything that takes it, ${name} wide`, async () => {
    const kinds = [...kindsOfPages(pages, texts), ...await kindsOfResults(server, pages)];
    for (const colorScheme of ["light", "dark"]) {
      const faults = await forAll(kinds, () => openTab(browser, { viewport, colorScheme, reducedMotion: "reduce" }), async (tab, kind) => {
        await tab.watch.goto(server.address(kind.route), kind.status);
        return focusFaults(tab.page);
      });
      await assertNone(`focus-${name}-${colorScheme}`, faults);
    }
  });
  test(`a search from the home page by keys, ${name} wide`, () => as({ viewport }, async (person) => {
    const { page } = person;
    await person.goto("/");
    await page.keyboard.press("Tab");
    assert.equal((await person.focused()).text, texts.skip_to_content);
    await tabTo(page, person.field);
    await page.keyboard.type("spoldz");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    assert.ok(await person.field.getAttribute("aria-activedescendant"));
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().waitFor({ state: "hidden" });
    assert.equal(await person.field.inputValue(), "spoldz");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === server.search && url.searchParams.get("q").length > 6);
    assert.ok(await person.total() > 0);
  }));
  test(`a filter is found, used and left by keys, ${name} wide`, () => as({ viewport }, async (person) => {
    const { page } = person;
    await person.goto(many);
    const all = await person.total();
    const list = await person.found();
    await person.followByKey(await person.openFilter());
    assert.ok(await person.total() < all);
    await page.goBack();
    assert.equal(await person.total(), all);
    assert.deepEqual(await person.found(), list);
    await person.followByKey(page.getByRole("link", { name: texts.next_page }));
    assert.equal(new URL(page.url()).searchParams.get("page"), "2");
    const [first] = await person.found();
    await person.followByKey(page.getByRole("main").locator(`h2 a[href="${first}"], h3 a[href="${first}"]`));
    assert.equal(new URL(page.url()).pathname, first);
  }));
}

test("from the skip link Tab comes to the menu, before the content", () => as({ viewport: wide }, async (person) => {
  await person.goto("/");
  await tabTo(person.page, person.menu.getByRole("link").last());
  assert.equal(await person.page.evaluate(() => document.activeElement.closest("main")), null);
  await person.page.keyboard.press("Enter");
  await person.page.waitForURL((url) => url.pathname !== "/");
}));

for (const javaScriptEnabled of [true, false]) {
  test(`the small menu opens with Enter, closes with Escape, and gives the focus back; JavaScript ${javaScriptEnabled ? "on" : "off"}`, () =>
    as({ viewport: narrow, javaScriptEnabled }, async (person) => {
      const { page, menu, menuButton } = person;
      const links = menu.getByRole("link");
      await person.goto("/");
      assert.equal(await links.first().isVisible().catch(() => false), false, "the menu is closed at first");
      await tabTo(page, menuButton);
      await page.keyboard.press("Enter");
      await links.first().waitFor({ state: "visible" });
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("nav") !== null), "Tab goes into the menu");
      if (javaScriptEnabled || await page.locator("[popover]").count()) {
        await page.keyboard.press("Escape");
        await links.first().waitFor({ state: "hidden" });
        assert.ok(await menuButton.evaluate((node) => node === document.activeElement), "the focus is back");
        await page.keyboard.press("Enter");
        await links.first().waitFor({ state: "visible" });
      }
      await tabTo(page, links.last());
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname !== "/");
    }));
}

const plain = { viewport: narrow, javaScriptEnabled: false };

test("without JavaScript: search, filters, order, next page", () => as(plain, async (person) => {
  const { page } = person;
  await person.goto("/");
  await person.field.fill(new URL(server.address(many)).searchParams.get("q"));
  await person.field.press("Enter");
  await page.waitForURL((url) => url.pathname === server.search);
  const all = await person.total();
  const first = await person.found();
  assert.ok(all > 20 && first.length > 0);
  await page.getByRole("link", { name: texts.sort_title }).click();
  await page.waitForURL(/sort=title/);
  assert.equal(await person.total(), all);
  assert.notDeepEqual(await person.found(), first);
  await page.getByRole("link", { name: texts.next_page }).click();
  await page.waitForURL(/page=2/);
  await person.followByKey(await person.openFilter());
  assert.ok(await person.total() < all);
}));

test("without JavaScript: a list's pages", () => as(plain, async (person) => {
  const second = pages.find((page) => new RegExp(`/${texts.page_path}-2/$`).test(page.route)).route;
  await person.goto(second.replace(/[^/]+\/$/, ""));
  const first = await person.found();
  await person.page.getByRole("link", { name: texts.next_page }).click();
  await person.page.waitForURL((url) => url.pathname === second);
  assert.equal((await person.found()).filter((route) => first.includes(route)).length, 0);
}));

test("the portal has forms that lead into the search", () => assert.ok(forms.length >= 2, `${forms}`));
for (const form of forms) {
  test(`without JavaScript: the form of ${form}`, () => as(plain, async (person) => {
    const { page } = person;
    await person.goto(form);
    const main = page.getByRole("main");
    const select = main.locator("select").first();
    const value = await select.locator("option").evaluateAll((options) => options.map((option) => option.value).filter(Boolean)[0]);
    const name = await select.getAttribute("name");
    await select.selectOption(value);
    await main.locator("form button[type=submit], form input[type=submit]").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === server.search);
    assert.equal(new URL(page.url()).searchParams.get(name), value);
    assert.ok(await person.total() > 0);
  }));
}
