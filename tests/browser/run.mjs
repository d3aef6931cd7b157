// A person with a browser: reads, searches, edits, breaks and mends a small site under `kronika serve`.
// Usage: KRONIKA_NPM=folder node run.mjs [path of kronika]; the folder holds node_modules/playwright-core.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";

import { openContext, Preview, Site, tell, timeUntilVisible, visit } from "./harness.mjs";

const clock = "2026-03-14T10:00:00Z";
const story = "content/praktyki/czeresnie.md";

async function reading({ step }, { preview, page }) {
  await step("the root of the host leads to the site's base path", async () => {
    await visit(page, new URL("/", preview.url).href);
    assert.equal(page.url(), preview.url);
    assert.match(await page.title(), /Ogród społeczny/);
  });
  await step("a page is reached from the menu and read", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Praktyki" }).first().click();
    await page.getByRole("link", { name: "Czereśnie dla szkoły" }).click();
    await page.getByText("Owoce zbiera spółdzielnia socjalna").waitFor();
    assert.equal(page.url(), preview.address("/praktyki/czeresnie/"));
  });
  await step("the first Tab reaches the skip link, which leads to the content", async () => {
    await visit(page, preview.address("/praktyki/czeresnie/"));
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => ({ text: document.activeElement.textContent, id: document.activeElement.id }));
    assert.match((await focused()).text, /Przejdź do treści/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/#/);
    const target = new URL(page.url()).hash.slice(1);
    assert.equal(await page.locator(`#${target}`).evaluate((node) => node.tagName), "MAIN");
  });
  await step("page 2 of a list is reached by clicking, and holds what page 1 does not", async () => {
    await visit(page, preview.address("/praktyki/"));
    assert.equal(await page.getByRole("link", { name: "Kompost za domem" }).count(), 0);
    await page.getByRole("link", { name: "Następna strona" }).click();
    await page.getByRole("link", { name: "Kompost za domem" }).click();
    await page.getByText("Obierki i liście").waitFor();
  });
  await step("an attachment of a bundle downloads, byte for byte", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "plan skrzyni" }).click();
    const saved = await readFile(await (await download).path());
    assert.deepEqual(saved, await readFile(new URL("site/content/praktyki/kompost/plan.csv", import.meta.url)));
  });
  await step("an alias leads to its page", async () => {
    await visit(page, preview.address("/stary-kompost/"));
    await page.waitForURL(preview.address("/praktyki/kompost/"));
    await page.getByRole("heading", { name: "Kompost za domem" }).waitFor();
  });
  await step("the feed is found from the page, well formed, and holds the news", async () => {
    await visit(page, preview.address("/wiadomosci/"));
    const feeds = await page.locator("link[type='application/atom+xml']").evaluateAll((links) => links.map((l) => l.href));
    assert.ok(feeds.some((url) => url.includes("/wiadomosci/")), `feeds: ${feeds}`);
    for (const url of feeds) {
      const facts = await page.evaluate(async (address) => {
        const answer = await fetch(address);
        const feed = new DOMParser().parseFromString(await answer.text(), "application/xml");
        return {
          type: answer.headers.get("content-type"),
          broken: feed.querySelector("parsererror")?.textContent ?? "",
          titles: [...feed.querySelectorAll("entry > title")].map((title) => title.textContent),
        };
      }, url);
      assert.equal(facts.broken, "");
      assert.match(facts.type, /^application\/atom\+xml/);
      for (const title of ["Otwarcie ogrodu", "Sadzenie drzew"]) assert.ok(facts.titles.includes(title), `${url}: ${facts.titles}`);
    }
  });
  await step("a page that is not there has the status 404 and a page of the site", async () => {
    const answer = await page.request.get(preview.address("/nie-ma/"));
    assert.equal(answer.status(), 404);
    assert.match(await answer.text(), /Nie ma takiej strony/);
  });
}

async function searching({ step }, { preview, page }) {
  await step("a word in another form, without Polish letters, finds the pages", async () => {
    await visit(page, preview.url);
    await page.getByRole("combobox").first().fill("spoldzielniami");
    await page.getByRole("combobox").first().press("Enter");
    await page.waitForURL(/\/portal\/szukaj\?/);
    await page.getByRole("link", { name: "Czereśnie dla szkoły" }).waitFor();
    await page.getByRole("link", { name: "Dynia w donicy" }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Fasola przy płocie" }).count(), 0);
  });
  await step("a facet narrows the results", async () => {
    const value = page.locator(".facets a", { hasText: "powiat kielecki" });
    for (const summary of await page.locator(".facets summary").all()) {
      if (await value.isVisible()) break;
      if (await summary.isVisible()) await summary.click();
    }
    await value.click();
    await page.waitForURL(/powiat=kielecki/);
    await page.getByRole("link", { name: "Czereśnie dla szkoły" }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Dynia w donicy" }).count(), 0);
  });
  await step("the result is opened by a click", async () => {
    await page.getByRole("link", { name: "Czereśnie dla szkoły" }).click();
    await page.getByText("Owoce zbiera spółdzielnia socjalna").waitFor();
  });
}

async function time({ step }, { preview, page }) {
  await step("a draft, a future and an expired entry stay out of pages, lists, feeds and search", async () => {
    for (const route of ["/praktyki/szkic/", "/wiadomosci/zbiory/", "/wiadomosci/zima/"]) {
      assert.equal((await page.request.get(preview.address(route))).status(), 404, route);
    }
    const hidden = /Niegotowa grządka|Zapowiedź zbiorów|Zimowa przerwa/;
    const routes = ["/", "/praktyki/", "/praktyki/strona-2/", "/wiadomosci/", "/wiadomosci/atom.xml", "/atom.xml",
      "/sitemap.xml", "/szukaj?q=niegotowa+zapowied%C5%BA+zimowa&format=json"];
    for (const route of routes) {
      const answer = await page.request.get(preview.address(route));
      assert.equal(answer.status(), 200, route);
      assert.doesNotMatch(await answer.text(), hidden, route);
    }
    assert.match(await (await page.request.get(preview.address("/wiadomosci/"))).text(), /Nabór ogrodników/);
  });
  await step("the next change that is printed is the first instant of the next entry, in the site's time zone", async () => {
    assert.match(preview.errors, /Next change[^\n]*: 2026-03-31T22:00:00Z\n/);
  });
}

async function editing({ step }, { site, preview, page }) {
  await step("an edited text is seen", async () => {
    await visit(page, preview.address("/praktyki/czeresnie/"));
    const text = page.getByText("Owoce zbierają harcerki");
    return timeUntilVisible(() => site.replace(story, "Owoce zbiera spółdzielnia socjalna", "Owoce zbierają harcerki"), text);
  });
  await step("the search knows the edited text", async () => {
    await visit(page, preview.address("/szukaj?q=harcerek"));
    await page.getByRole("link", { name: "Czereśnie dla szkoły" }).waitFor();
  });
  await step("a reload keeps the place to which the page was scrolled", async () => {
    await site.replace(story, "Owoce", `${"Długi akapit o pestkach.\n\n".repeat(120)}Owoce`);
    await visit(page, preview.address("/praktyki/czeresnie/"));
    await page.getByText("Długi akapit").nth(119).waitFor();
    await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
    const done = page.getByText("Owoce zrywają harcerki");
    const spent = await timeUntilVisible(() => site.replace(story, "zbierają", "zrywają"), done);
    await page.waitForFunction(() => Math.abs(scrollY - 1500) < 5);
    return spent;
  });
  await step("a new page in a new folder is seen", async () => {
    await visit(page, preview.address("/praktyki/"));
    const link = page.getByRole("link", { name: "Ananasy pod szkłem" });
    return timeUntilVisible(async () => {
      await mkdir(site.file("content/praktyki/ananasy"));
      await site.write("content/praktyki/ananasy/index.md", "+++\ntitle = \"Ananasy pod szkłem\"\npowiat = \"buski\"\n+++\n\nRosną.\n");
    }, link);
  });
  await step("a change of site.toml is seen", async () => {
    await visit(page, preview.address("/wiadomosci/"));
    const heading = page.getByRole("heading", { name: "Ogłoszenia", level: 1 });
    return timeUntilVisible(() => site.replace("site.toml", 'title = "Wiadomości"', 'title = "Ogłoszenia"'), heading);
  });
}

async function breaking({ step }, { site, preview, page, context }) {
  const alert = page.getByRole("alert");
  await step("a mistake is shown over the page, with its place and its line", async () => {
    await visit(page, preview.address("/praktyki/czeresnie/"));
    const spent = await timeUntilVisible(() => site.replace(story, '"kielecki"', '"kielcki"'), alert);
    const text = await alert.innerText();
    assert.match(text, /content\/praktyki\/czeresnie\.md:3:10 \[E0203\]/);
    assert.match(text, /nie należy do słownika/);
    assert.match(text, /czy chodziło o „kielecki”/);
    assert.match(text, /powiat = "kielcki"/);
    return spent;
  });
  await step("it is printed on the terminal too, in the terminal's language", async () => {
    assert.match(preview.errors, /content\/praktyki\/czeresnie\.md:3:10: error\[E0203\]: 'kielcki' is not one of/);
  });
  await step("the old page is still there, behind the message and for who asks anew", async () => {
    assert.ok(await page.getByText("Owoce zrywają harcerki").isVisible());
    const answer = await page.request.get(preview.address("/praktyki/czeresnie/"));
    assert.equal(answer.status(), 200);
    assert.match(await answer.text(), /zrywają harcerki/);
    assert.equal((await page.request.get(preview.address("/szukaj?q=harcerek"))).status(), 200);
  });
  await step("a page opened now is the last good one, with the message", async () => {
    const other = await context.newPage();
    await other.goto(preview.address("/wiadomosci/nabor/"));
    await other.getByText("Szukamy pięciu osób").waitFor();
    await other.getByRole("alert").getByText("czeresnie.md:3:10").waitFor();
    await other.close();
  });
  await step("the message is reached by keyboard, named, and put away by Escape", async () => {
    await alert.focus();
    assert.equal(await alert.getAttribute("lang"), "pl");
    await alert.getByRole("button", { name: "Ukryj" }).waitFor();
    await page.keyboard.press("Escape");
    await alert.waitFor({ state: "detached" });
    assert.ok(await page.getByText("Owoce zrywają harcerki").isVisible());
  });
  await step("a second mistake is shown beside the first", async () => {
    const second = alert.getByText("wiadomosci/nabor.md:2");
    const spent = await timeUntilVisible(() => site.replace("content/wiadomosci/nabor.md", "title =", "titel ="), second);
    assert.ok(await alert.getByText("czeresnie.md:3:10").isVisible());
    return spent;
  });
  await step("what authors wrote is shown as text, never run", async () => {
    await site.replace("content/wiadomosci/nabor.md", "titel =", 'title = "x"\n"<img src=x onerror=alert(1)>" =');
    await alert.getByText("<img src=x onerror=alert(1)>").first().waitFor();
    assert.equal(await alert.locator("img").count(), 0);
  });
  await step("mended, the page is back, and the message gone", async () => {
    await site.replace("content/wiadomosci/nabor.md", 'title = "x"\n"<img src=x onerror=alert(1)>" =', "title =");
    await site.replace(story, "harcerki", "zuchy");
    const spent = await timeUntilVisible(() => site.replace(story, '"kielcki"', '"kielecki"'), page.getByText("Owoce zrywają zuchy"));
    await alert.waitFor({ state: "detached" });
    return spent;
  });
  await step("a broken site.toml is shown and mended likewise", async () => {
    await timeUntilVisible(() => site.replace("site.toml", "page_size = 3", "page_sise = 3"), alert.getByText(/site\.toml:\d+:\d+ \[E0103\]/));
    await timeUntilVisible(() => site.replace("site.toml", "page_sise = 3", "page_size = 3"), page.getByText("Owoce zrywają zuchy"));
    await alert.waitFor({ state: "detached" });
  });
}

async function manyTabs({ step }, { site, preview, context }) {
  await step("twelve tabs are open, a thirteenth loads, and all follow an edit", async () => {
    const tabs = [];
    for (let i = 0; i < 13; ++i) {
      const tab = await context.newPage();
      await tab.goto(preview.address("/praktyki/fasola/"), { timeout: 10_000 });
      tabs.push(tab);
    }
    await site.replace("content/praktyki/fasola.md", "nawozu", "podlewania");
    await Promise.all(tabs.map((tab) => tab.getByText("ani podlewania").waitFor({ timeout: 20_000 })));
    await Promise.all(tabs.map((tab) => tab.close()));
  });
}

async function wholeStory(steps, browser) {
  const site = await Site.copy();
  const preview = await Preview.start(site, "--port", "0", "--now", clock);
  const { context, faults } = await openContext(browser, preview.url);
  const world = { site, preview, context, page: await context.newPage() };
  world.page.setDefaultTimeout(15_000);
  const run = { step: steps.step.bind(steps) };
  await run.step("the address has the base path of site.toml", () => {
    assert.match(preview.url, /^http:\/\/127\.0\.0\.1:\d+\/portal\/$/);
  });
  for (const part of [reading, searching, time, editing, breaking, manyTabs]) await part(run, world);
  await run.step("no error on the console and no request to another host", () => assert.deepEqual(faults, []));
  await run.step("a second preview on the same port says so and ends with the status 2", async () => {
    const { port } = new URL(preview.url);
    const second = new Preview(site, ["--port", port]);
    assert.equal(await second.ended, 2);
    assert.match(second.errors, new RegExp(`port ${port} is in use; choose another with --port`));
  });
  await run.step("Ctrl+C ends it with the status 0 while pages are open", async () => {
    const start = performance.now();
    assert.equal(await preview.end("SIGINT"), 0);
    const spent = Math.round(performance.now() - start);
    assert.ok(spent < 5000, `it took ${spent} ms`);
    return `${spent} ms`;
  });
  await context.close();
  await site.remove();
}

/// A site that is broken before the preview starts, and an entry whose time comes while it runs.
async function secondStory(steps, browser) {
  const site = await Site.copy();
  await site.replace(story, '"kielecki"', '"kielcki"');
  const preview = await Preview.start(site, "--port", "0");
  const { context } = await openContext(browser, preview.url);
  const page = await context.newPage();
  await steps.step("a site broken from the start is shown with the status 503 and its diagnostics", async () => {
    const answer = await visit(page, preview.address("/praktyki/czeresnie/"));
    assert.equal(answer.status(), 503);
    await page.getByRole("alert").getByText("content/praktyki/czeresnie.md:3:10").waitFor();
  });
  await steps.step("another mistake changes what is shown", async () => {
    await site.replace("content/praktyki/dynia.md", '"opatowski"', '"opatowsky"');
    await page.getByRole("alert").getByText("content/praktyki/dynia.md:3:10").waitFor();
  });
  await steps.step("mended, the page that was asked for comes by itself", async () => {
    await site.replace("content/praktyki/dynia.md", '"opatowsky"', '"opatowski"');
    await site.replace(story, '"kielcki"', '"kielecki"');
    await page.getByText("Owoce zbiera spółdzielnia socjalna").waitFor({ timeout: 5000 });
  });
  await steps.step("an entry appears by itself when its time comes", async () => {
    const due = new Date(Math.ceil(Date.now() / 1000) * 1000 + 4000);
    await visit(page, preview.address("/wiadomosci/"));
    await site.write("content/wiadomosci/punkt.md", `+++\ntitle = "Punktualna wiadomość"\ndate = ${due.toISOString().slice(0, 19)}Z\n+++\n\nJest.\n`);
    await page.getByText("Punktualna wiadomość").waitFor({ timeout: 15_000 });
    assert.ok(Date.now() >= due.getTime(), "it came too early");
    return `${Date.now() - due.getTime()} ms after its time`;
  });
  await steps.step("SIGTERM ends it with the status 0", async () => assert.equal(await preview.end(), 0));
  await context.close();
  await site.remove();
}

await tell(wholeStory, secondStory);
