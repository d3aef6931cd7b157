// A search form as the suites meet it, with a clock that goes when they say.
import assert from "node:assert/strict";

import { visit } from "./harness.mjs";

export const pause = 120; // ms without a key before the site is asked, as the script has it

/// A search form as someone with a keyboard, a screen reader or a pointer meets it.
export class Form {
  constructor(page) {
    this.page = page;
    this.field = page.getByRole("search").getByRole("combobox");
    this.list = page.getByRole("listbox", { includeHidden: true });
    this.options = this.list.getByRole("option");
    this.status = page.getByRole("search").getByRole("status");
  }
  async type(text) {
    await this.field.pressSequentially(text);
    await this.page.clock.runFor(pause);
  }
  async typeAndWait(text) {
    await this.type(text);
    await this.list.waitFor({ state: "visible" });
  }
  attribute(name) { return this.field.getAttribute(name); }
  /// The text of the option that a screen reader is on; nothing when it is on the field.
  async active() {
    const id = await this.attribute("aria-activedescendant");
    const selected = await this.list.locator("[aria-selected='true']").all();
    assert.equal(selected.length, id ? 1 : 0, "one option is marked as selected, or none");
    if (!id) return null;
    assert.equal(await selected[0].getAttribute("id"), id);
    return selected[0].textContent();
  }
  async closed() {
    assert.equal(await this.list.isVisible(), false);
    assert.equal(await this.attribute("aria-expanded"), "false");
    assert.equal(await this.attribute("aria-activedescendant"), null);
  }
}

/// A new page, and its search form.
export async function openPage({ context, preview }, route = "/") {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.install();
  await visit(page, preview.address(route));
  return { page, form: new Form(page) };
}

/// The parameters of a request.
export const asked = (request) => new URL(request.url()).searchParams;

/// Answers requests for suggestions with what `answers` gives for the words; notes the words.
export async function mockSuggestions(page, answers) {
  const words = [];
  await page.route(/format=suggest/, async (route) => {
    const typed = asked(route.request()).get("q");
    words.push(typed);
    const found = await answers(typed);
    if (found instanceof Object) await route.fulfill({ json: [typed, found] }).catch(() => {}); // aborted meanwhile
    else await route.fulfill({ status: 200, body: found });
  });
  return words;
}
