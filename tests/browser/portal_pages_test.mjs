// Every page of the finished portal: axe, and how its document is made. See README, “Contributing”.
import test, { after, before } from "node:test";

import { openBrowser } from "./harness.mjs";
import { axeFaults } from "./portal/axe.mjs";
import { kindsOfPages, kindsOfResults } from "./portal/kinds.mjs";
import { builtPages, interfaceTexts, release } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { skipLinkFaults, structureFaults } from "./portal/structure.mjs";
import { assertNone, faultsOfLoading, forAll, openTab } from "./portal/visits.mjs";

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const pages = builtPages();
const languages = [...new Set(pages.map((page) => /<html lang="([^"]+)"/.exec(page.html)?.[1]))];
const kinds = kindsOfPages(pages, interfaceTexts("pl"));
let browser, server, results;

before(async () => {
  browser = await openBrowser();
  server = await ReleaseServer.start(release);
  results = await kindsOfResults(server, pages);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const openAll = (page) => page.locator("details").evaluateAll((nodes) => nodes.forEach((node) => { node.open = true; }));

test("every page in light: axe, structure, skip link, policy", async () => {
  const titles = new Map();
  const everything = [...pages, ...results];
  const faults = await forAll(everything, () => openTab(browser, { viewport: wide, reducedMotion: "reduce" }), async (tab, { route, status }) => {
    await tab.watch.goto(server.address(route), status);
    const found = await structureFaults(tab.page, languages);
    found.push(...await faultsOfLoading(tab), ...await skipLinkFaults(tab.page));
    const title = await tab.page.title();
    if (!route.startsWith(server.search) && titles.has(title)) found.push(`the title of ${titles.get(title)}: ${title}`);
    titles.set(title, route);
    await openAll(tab.page);
    found.push(...await axeFaults(tab.page));
    return found;
  });
  await assertNone("every-page", faults);
});

for (const [name, viewport] of [["360", narrow], ["1280", wide]]) {
  for (const [look, options, axe] of [
    ["light", {}, {}],
    ["dark", { colorScheme: "dark" }, {}],
    ["high contrast", { forcedColors: "active" }, { without: ["color-contrast"] }],
  ]) {
    if (look === "light" && viewport === wide) continue; // as every page above
    test(`every kind, ${look}, ${name} wide: axe`, async () => {
      const faults = await forAll([...kinds, ...results], () => openTab(browser, { viewport, ...options }), async (tab, { route, status }) => {
        await tab.watch.goto(server.address(route), status);
        await openAll(tab.page);
        return axeFaults(tab.page, axe);
      });
      await assertNone(`axe-${look.replace(" ", "-")}-${name}`, faults);
    });
  }
}
