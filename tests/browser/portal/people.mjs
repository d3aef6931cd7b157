// What people do on the portal, told by roles and names, so that it holds in any theme.
import assert from "node:assert/strict";

const mostTabs = 250; // more than a page has places for the focus before what is looked for

/// Presses Tab until the focus is on what `locator` finds.
export async function tabTo(page, locator, key = "Tab") {
  for (let i = 0; i < mostTabs; ++i) {
    await page.keyboard.press(key);
    if (await locator.evaluateAll((nodes) => nodes.includes(document.activeElement))) return;
  }
  throw new Error(`${key} does not reach ${locator}`);
}

export class Person {
  constructor({ page, watch }, server, texts) {
    Object.assign(this, { page, watch, server, texts });
    this.filters = page.getByRole("navigation", { name: texts.filters });
    this.menu = page.getByRole("navigation", { name: texts.main_menu });
    this.menuButton = page.getByRole("button", { name: texts.menu, exact: true }).or(page.locator("summary").filter({ hasText: texts.menu }));
    this.field = page.getByRole("search").locator("input[name=q]").first();
  }
  goto(route) { return this.watch.goto(this.server.address(route)); }
  /// How many pages the search that is shown has found.
  async total() {
    const address = new URL(this.page.url());
    assert.equal(address.pathname, this.server.search);
    address.searchParams.set("format", "json");
    return (await (await fetch(address)).json()).total;
  }
  /// The links in main that lead to found pages.
  async found() {
    const links = await this.page.getByRole("main").locator("h2 a[href], h3 a[href]").evaluateAll((nodes) => nodes.map((node) => node.pathname));
    return links.filter((pathname) => pathname !== this.server.search);
  }
  focused() { return this.page.evaluate(() => ({ name: document.activeElement.localName, text: document.activeElement.textContent.trim() })); }

  /// Opens with Enter what is folded around the filters, till a link in them can be reached. Gives it.
  async openFilter() {
    for (let depth = 0; depth < 3; ++depth) {
      const links = this.filters.getByRole("link");
      if (await links.count() && await links.first().isVisible()) return links.first();
      const folded = this.filters.locator("details:not([open]) > summary").filter({ visible: true }).first();
      await tabTo(this.page, folded);
      await this.page.keyboard.press("Enter");
    }
    return this.filters.getByRole("link").filter({ visible: true }).first();
  }
  /// Follows a link by the keyboard, and waits for the next page.
  async followByKey(link) {
    await tabTo(this.page, link);
    const before = this.page.url();
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL((url) => url.href !== before);
  }
}
