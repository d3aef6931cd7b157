// How little the finished portal asks of a slow connection.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";

import { openBrowser } from "./harness.mjs";
import { kindsOfPages, kindsOfResults } from "./portal/kinds.mjs";
import { buildRelease, builtPages, interfaceTexts } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";
import { openTab } from "./portal/visits.mjs";
import { assets, compressed, compressedFile, firstView, kilobytes } from "./portal/weights.mjs";

const KB = 1024;
/// Pages that are read as a whole or not at all, and why they are larger.
const large = [
  [/\/druk\/$/, "all entries of a collection, to be printed"],
];
let built, browser, server, pages, kinds;

before(async () => {
  built = await buildRelease({ options: ["--compress"] });
  pages = builtPages(built.folder);
  kinds = kindsOfPages(pages, interfaceTexts("pl"));
  browser = await openBrowser();
  server = await ReleaseServer.start(built.folder);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await built?.remove();
});

test("HTML: at most 14 KB a page, compressed", () => {
  const sizes = pages.filter((page) => !large.some(([route]) => route.test(page.route)))
    .map((page) => ({ route: page.route, size: compressedFile(page.file) }));
  assert.ok(sizes.length > 100);
  const over = sizes.filter(({ size }) => size > 14 * KB).toSorted((a, b) => b.size - a.size);
  assert.deepEqual(over.map(({ route, size }) => `${route}: ${kilobytes(size)}`), []);
});

test("CSS: at most 12 KB, compressed; scripts: at most 10 KB together", () => {
  const styles = assets(built.folder, ".css");
  const scripts = assets(built.folder, ".js");
  assert.ok(styles.length > 0);
  const weight = styles.reduce((sum, { bytes }) => sum + compressed(bytes), 0);
  assert.ok(weight <= 12 * KB, `CSS: ${kilobytes(weight)}`);
  const script = scripts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  assert.ok(script <= 10 * KB, `scripts: ${kilobytes(script)}`);
});

test("the first view of a fresh browser: at most 60 KB, whatever the page", async () => {
  const over = [];
  for (const { name, route, status } of [...kinds, ...await kindsOfResults(server, pages)]) {
    if (status !== 200 || !/^(home|list-|in-|results-)/.test(name)) continue;
    const tab = await openTab(browser);
    const size = await firstView(tab, server.address(route));
    assert.ok(size > KB, `${name}: ${size} bytes were counted`);
    if (size > 60 * KB) over.push(`${name} ${route}: ${kilobytes(size)}`);
    await tab.close();
  }
  assert.deepEqual(over, []);
});
