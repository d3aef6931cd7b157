// The portal's theme with what editors write when nobody thinks of how it looks: the longest title, the widest table,
// the entry without anything.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./harness.mjs";
import { axeFaults } from "./portal/axe.mjs";
import { Gallery } from "./portal/gallery.mjs";
import { doubleTexts, spaceTexts, textFaults } from "./portal/looks.mjs";
import { buildRelease, builtPages, screenshots, themeFolder } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { structureFaults } from "./portal/structure.mjs";
import { assertNone, faultsOfLoading, forAll, openTab, widthFaults } from "./portal/visits.mjs";

const oddSite = fileURLToPath(new URL("odd_site", import.meta.url));
let root, built, server, browser, gallery, pages;

/// The odd site in the theme of the portal.
async function dressed() {
  root = await mkdtemp(path.join(tmpdir(), "kronika-odd-"));
  const folder = path.join(root, "site");
  await cp(oddSite, folder, { recursive: true });
  if (!themeFolder()) return folder;
  await cp(themeFolder(), path.join(folder, "themes/portal"), { recursive: true });
  const settings = path.join(folder, "site.toml");
  await writeFile(settings, (await readFile(settings, "utf8")).replace("[site]\n", '[site]\ntheme = "themes/portal"\n'));
  return folder;
}

before(async () => {
  built = await buildRelease({ folder: await dressed() });
  server = await ReleaseServer.start(built.folder);
  browser = await openBrowser();
  gallery = await Gallery.open(path.join(screenshots, "odd"));
  const found = builtPages(built.folder).map(({ route }) => ({ route, name: route.replaceAll(/\W+/g, "-").replaceAll(/^-|-$/g, "") || "home" }));
  const asked = ["", "?q=nic-takiego-nie-ma", "?q=jedyny", "?q=konstantynopolita%C5%84czykowianeczki", "?q=wpis&powiat=dlugi", `?q=${"bardzodlugiewyrazenie".repeat(8)}`];
  pages = [...found, ...asked.map((query, at) => ({ route: `${server.search}${query}`, name: `results-${at}` }))];
});
after(async () => {
  await gallery?.close();
  await browser?.close();
  await server?.stop();
  await built?.remove();
  await rm(root, { recursive: true, force: true });
});

test("the odd site has what it is for", () => assert.ok(pages.length >= 18, `${pages.length} pages`));

for (const [width, height] of [[320, 640], [360, 740], [768, 1024], [1280, 800]]) {
  test(`${width} wide: loading, structure, axe, texts as they are and widely spaced`, async () => {
    const open = () => openTab(browser, { viewport: { width, height }, reducedMotion: "reduce" });
    const faults = await forAll(pages, open, async (tab, kind) => {
      const found = [];
      await tab.page.emulateMedia({ colorScheme: "light" });
      await tab.watch.goto(server.address(kind.route));
      found.push(...await structureFaults(tab.page, ["pl", "en"]), ...await faultsOfLoading(tab), ...await textFaults(tab.page));
      for (const colorScheme of width === 360 || width === 1280 ? ["light", "dark"] : []) {
        await tab.page.emulateMedia({ colorScheme });
        await gallery.take(tab.page, kind, width, colorScheme);
        found.push(...(await axeFaults(tab.page)).map((fault) => `${colorScheme}: ${fault}`));
      }
      await spaceTexts(tab.page);
      found.push(...(await textFaults(tab.page)).map((fault) => `widely spaced: ${fault}`));
      if (width === 1280) await doubleTexts(tab.page);
      found.push(...(await textFaults(tab.page)).map((fault) => `large: ${fault}`), ...await widthFaults(tab.page));
      return [...new Set(found)];
    });
    await assertNone(`odd-${width}`, faults);
  });
}
