// What the search form asks the site for while someone types, and what it makes of the answers.
import assert from "node:assert/strict";

import { asked, mockSuggestions, openPage, pause } from "./combobox_form.mjs";

export async function asking({ step }, world) {
  await step("nothing is asked for one letter, and once for what is typed in one go", async () => {
    const { page, form } = await openPage(world);
    const words = await mockSuggestions(page, (typed) => [`${typed}…`]);
    await form.type("a");
    await page.clock.runFor(10_000);
    assert.deepEqual(words, []);
    await form.typeAndWait("gre");
    assert.deepEqual(words, ["agre"]);
    assert.equal(await form.options.first().textContent(), "agre…");
    await page.close();
  });
  await step("what was asked once is not asked again", async () => {
    const { page, form } = await openPage(world);
    const words = await mockSuggestions(page, (typed) => [`${typed}…`]);
    for (const text of ["agr", "dyn", "agr"]) {
      await form.field.fill(text);
      await page.clock.runFor(pause);
      await form.options.filter({ hasText: `${text}…` }).waitFor();
    }
    assert.deepEqual(words, ["agr", "dyn"]);
    await page.close();
  });
  await step("an answer that comes late does not take the place of a newer one", async () => {
    const { page, form } = await openPage(world);
    let release;
    const late = new Promise((resolve) => { release = resolve; });
    await mockSuggestions(page, (typed) => (typed === "dy" ? late.then(() => ["late"]) : ["newer"]));
    const dropped = page.waitForEvent("requestfailed", (request) => asked(request).get("q") === "dy");
    const first = page.waitForRequest((request) => asked(request).get("q") === "dy");
    await form.type("dy");
    await first;
    await form.typeAndWait("nia");
    assert.deepEqual(await form.options.allTextContents(), ["newer"]);
    await dropped;
    release();
    await page.clock.runFor(1000);
    assert.deepEqual(await form.options.allTextContents(), ["newer"]);
    await page.close();
  });
  await step("Escape means that an answer under way is not wanted", async () => {
    const { page, form } = await openPage(world);
    let release;
    const late = new Promise((resolve) => { release = resolve; });
    await mockSuggestions(page, () => late.then(() => ["late"]));
    const first = page.waitForRequest(/format=suggest/);
    const dropped = page.waitForEvent("requestfailed");
    await form.type("dynia");
    await first;
    await page.keyboard.press("Escape");
    await dropped;
    release();
    await form.closed();
    await page.close();
  });
  await step("suggestions are text, whatever they hold", async () => {
    const { page, form } = await openPage(world);
    const name = "<img src=x onerror=alert(1)> & dynia";
    await mockSuggestions(page, () => [name]);
    await form.typeAndWait("dynia");
    assert.deepEqual(await form.options.allTextContents(), [name]);
    assert.equal(await form.list.locator("img").count(), 0);
    assert.equal(await form.list.locator("b").textContent(), "dynia");
    await page.close();
  });
  await step("what was typed is marked in a suggestion, diacritics or not", async () => {
    const { page, form } = await openPage(world);
    await mockSuggestions(page, () => ["Spółdzielnia łąka", "nic"]);
    await form.typeAndWait("SPOLDZ");
    assert.deepEqual(await form.list.locator("b").allTextContents(), ["Spółdz"]);
    await page.close();
  });
  for (const [name, body] of [["no JSON", "<p>"], ["no list", "{}"], ["an error", '{"error": "…"}'], ["empty", ""]]) {
    await step(`an answer that is ${name} leaves a form that works`, async () => {
      const { page, form } = await openPage(world);
      await mockSuggestions(page, () => body);
      const answered = page.waitForEvent("requestfinished", (request) => asked(request).get("format") === "suggest");
      await form.type("dynia");
      await answered;
      await page.clock.runFor(1000);
      await form.closed();
      assert.equal(await form.status.textContent(), "");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.get("q") === "dynia");
      await page.close();
    });
  }
  await step("letters that are still being composed are neither asked for nor sent by Enter", async () => {
    const { page, form } = await openPage(world);
    const words = await mockSuggestions(page, (typed) => [typed]);
    const devtools = await world.context.newCDPSession(page);
    await form.field.focus();
    await devtools.send("Input.imeSetComposition", { text: "dyni", selectionStart: 4, selectionEnd: 4 });
    await page.clock.runFor(10_000);
    assert.equal(await form.field.inputValue(), "dyni");
    assert.deepEqual(words, []);
    await devtools.send("Input.insertText", { text: "dynia" });
    await page.clock.runFor(pause);
    await form.list.waitFor({ state: "visible" });
    assert.deepEqual(words, ["dynia"]);
    await page.close();
  });
}
