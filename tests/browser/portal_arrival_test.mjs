// Every kind of page of the finished portal as a slow line brings it: in small pieces, each of which the browser has drawn
// before the next one comes. What stands on the page then may not move.
import test, { after, before } from "node:test";

import { openBrowser } from "./harness.mjs";
import { openSlowly } from "./portal/arrival.mjs";
import { kindsOfPages, kindsOfResults } from "./portal/kinds.mjs";
import { builtPages, interfaceTexts, release } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { assertNone, faultsOfLoading, forAll, openTab } from "./portal/visits.mjs";

let browser, server, kinds;

before(async () => {
  const pages = builtPages();
  browser = await openBrowser();
  server = await ReleaseServer.start(release);
  kinds = [...kindsOfPages(pages, interfaceTexts("pl")), ...await kindsOfResults(server, pages)];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// Other sizes at other widths, so that pages are cut in other places.
for (const [width, height, size] of [[320, 640, 1000], [768, 1024, 941], [1280, 800, 811]]) {
  test(`${width} wide: nothing moves while a page comes in`, async () => {
    const open = () => openTab(browser, { viewport: { width, height } });
    const faults = await forAll(kinds, open, async (tab, kind) => {
      await openSlowly(tab, server, kind, size);
      return faultsOfLoading(tab);
    });
    await assertNone(`arrival-${width}`, faults);
  });
}
