// Every kind of page of the finished portal in every width and scheme: what loads, how wide it is, whether its texts can
// be read when they grow. Leaves pictures of all in build/screenshots, with an index.html.
import test, { after, before } from "node:test";

import { openBrowser } from "./harness.mjs";
import { Gallery } from "./portal/gallery.mjs";
import { kindsOfPages, kindsOfResults } from "./portal/kinds.mjs";
import { doubleTexts, largestTexts, motionFaults, spaceTexts, textFaults } from "./portal/looks.mjs";
import { builtPages, interfaceTexts, release, screenshots } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { assertNone, faultsOfLoading, forAll, openTab, widthFaults } from "./portal/visits.mjs";

const heights = { 320: 640, 360: 740, 768: 1024, 1280: 800 };
let browser, server, kinds, gallery;

before(async () => {
  const pages = builtPages();
  browser = await openBrowser();
  server = await ReleaseServer.start(release);
  kinds = [...kindsOfPages(pages, interfaceTexts("pl")), ...await kindsOfResults(server, pages)];
  gallery = await Gallery.open(screenshots);
});
after(async () => {
  await gallery?.close();
  await browser?.close();
  await server?.stop();
});

for (const [text, height] of Object.entries(heights)) {
  const width = Number(text);
  test(`${width} wide: nothing fails, moves or is wider than the window; pictures`, async () => {
    const open = () => openTab(browser, { viewport: { width, height } });
    const faults = await forAll(kinds, open, async (tab, kind) => {
      const found = [];
      for (const colorScheme of ["light", "dark"]) {
        await tab.page.emulateMedia({ colorScheme });
        if (colorScheme === "light") await tab.watch.goto(server.address(kind.route), kind.status);
        if (width > 320) await gallery.take(tab.page, kind, width, colorScheme);
        found.push(...(await faultsOfLoading(tab)).map((fault) => `${colorScheme}: ${fault}`));
      }
      return found;
    });
    await assertNone(`loading-${width}`, faults);
  });
}

/// What a reader does to a page, and the window in which that happens.
const readings = [
  ["texts twice as large", { viewport: { width: 1280, height: 800 } }, doubleTexts],
  ["texts as large as the page offers, 320", { viewport: { width: 320, height: 640 } }, largestTexts],
  ["400 % zoom", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async () => {}],
  ["wide spacing of texts, 1280", { viewport: { width: 1280, height: 800 } }, spaceTexts],
  ["wide spacing of texts, 320", { viewport: { width: 320, height: 640 } }, spaceTexts],
];
for (const [name, options, change] of readings) {
  test(`${name}: every text can be read, and nothing moves`, async () => {
    const open = () => openTab(browser, { reducedMotion: "reduce", ...options });
    const faults = await forAll(kinds, open, async (tab, kind) => {
      await tab.watch.goto(server.address(kind.route), kind.status);
      const loading = await faultsOfLoading(tab);
      await change(tab.page);
      return [...loading, ...await textFaults(tab.page), ...await widthFaults(tab.page), ...await motionFaults(tab.page)];
    });
    await assertNone(name.replaceAll(/\W+/g, "-"), faults);
  });
}
