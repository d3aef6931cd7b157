// What Lighthouse, with its simulation of a slow telephone, says of the finished portal.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import path from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";

import { openBrowser } from "./harness.mjs";
import { kindsOfPages, kindsOfResults } from "./portal/kinds.mjs";
import { buildRelease, builtPages, interfaceTexts } from "./portal/release.mjs";
import { ReleaseServer } from "./portal/server.mjs";

const npm = createRequire(path.resolve(process.env.KRONIKA_NPM, "package.json"));
const notInstalled = 77; // what CTest counts as skipped

async function lighthouseOrEnd() {
  try {
    return (await import(pathToFileURL(npm.resolve("lighthouse")))).default;
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    console.log("Skipped: the npm package lighthouse is not installed; ./quickstart test installs it");
    process.exit(notInstalled);
  }
}

const freePort = () => new Promise((resolve) => {
  const taken = createServer().listen(0, "127.0.0.1", () => {
    const { port } = taken.address();
    taken.close(() => resolve(port));
  });
});

const lighthouse = await lighthouseOrEnd();
let browser, debugging, built, server, pages;

before(async () => {
  const port = await freePort();
  debugging = await freePort();
  built = await buildRelease({ options: ["--compress", "--base-url", `http://127.0.0.1:${port}/`] });
  server = await ReleaseServer.start(built.folder, port);
  browser = await openBrowser([`--remote-debugging-port=${debugging}`]);
  const found = builtPages(built.folder);
  const kinds = [...kindsOfPages(found, interfaceTexts("pl")), ...await kindsOfResults(server, found)];
  pages = Object.fromEntries(kinds.map(({ name, route }) => [name, route]));
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await built?.remove();
});

async function audit(route, onlyCategories, skipAudits) {
  const flags = { port: debugging, onlyCategories, skipAudits, logLevel: "error", output: "json" };
  const { lhr } = await lighthouse(server.address(route), flags);
  assert.equal(lhr.runtimeError, undefined);
  const bad = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].explanation ?? JSON.stringify(lhr.audits[id].details?.items?.[0] ?? {}).slice(0, 300)}`);
  const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
  return { scores, bad };
}

for (const [name, skipAudits] of [["home", []], ["list-rejestr", []], ["in-praktyki", []], ["results-many", ["is-crawlable"]]]) {
  test(`${name}: accessibility, best practices and SEO 100, performance at least 98`, async () => {
    const first = await audit(pages[name], undefined, skipAudits);
    const { performance, ...others } = first.scores;
    assert.deepEqual(others, { accessibility: 100, "best-practices": 100, seo: 100 }, first.bad.join("\n"));
    const speeds = [performance];
    while (speeds.length < 3) speeds.push((await audit(pages[name], ["performance"], [])).scores.performance);
    const median = speeds.toSorted((a, b) => a - b)[1];
    assert.ok(median >= 98, `performance ${speeds}\n${first.bad.join("\n")}`);
  });
}
