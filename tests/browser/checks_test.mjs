// The checks of the portal, held against pages that are broken on purpose: each of them must tell.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./harness.mjs";
import { openSlowly } from "./portal/arrival.mjs";
import { axeFaults } from "./portal/axe.mjs";
import { focusFaults } from "./portal/focus.mjs";
import { kindsOfPages } from "./portal/kinds.mjs";
import { motionFaults, textFaults } from "./portal/looks.mjs";
import { paperFaults, printed, screenOnlyFaults } from "./portal/paper.mjs";
import { buildRelease, builtPages, interfaceTexts, screenshots } from "./portal/release.mjs";
import { policy, ReleaseServer } from "./portal/server.mjs";
import { skipLinkFaults, structureFaults } from "./portal/structure.mjs";
import { faultsOfLoading, openTab } from "./portal/visits.mjs";
import { compressed, firstView } from "./portal/weights.mjs";

const texts = interfaceTexts("pl");
let built, server, browser, tab;

before(async () => {
  built = await buildRelease({ folder: fileURLToPath(new URL("site", import.meta.url)), options: ["--compress", "--base-url", "https://ogrod.example.org/"] });
  server = await ReleaseServer.start(built.folder);
  browser = await openBrowser();
  tab = await openTab(browser, { viewport: { width: 360, height: 740 }, reducedMotion: "reduce" });
  await mkdir(screenshots, { recursive: true });
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await built?.remove();
});

const page = "/praktyki/czeresnie/";
const append = (html) => (tabPage) => tabPage.evaluate((text) => document.querySelector("main").insertAdjacentHTML("beforeend", text), html);
const style = (css) => (tabPage) => tabPage.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}, css);
const run = (script) => (tabPage) => tabPage.evaluate(script);
const both = (...steps) => async (tabPage) => { for (const step of steps) await step(tabPage); };

/// Breaks the page with each of `cases` ([what, how, what is told]) and asks `check(tab)`. An unbroken one has no such fault.
function tells(name, check, cases) {
  describe(name, () => {
    for (const [what, breakPage, expected] of cases) {
      test(what, async () => {
        await tab.watch.goto(server.address(page));
        const sound = (await check(tab)).filter((fault) => expected.test(fault));
        assert.deepEqual(sound, [], "the page was broken before");
        await tab.watch.goto(server.address(page));
        await breakPage(tab.page);
        const faults = await check(tab);
        assert.ok(faults.some((fault) => expected.test(fault)), `told: ${JSON.stringify(faults)}`);
      });
    }
  });
}

tells("structure", ({ page: tabPage }) => structureFaults(tabPage, ["pl"]), [
  ["two first headings", append("<h1>Drugi</h1>"), /^2 headings h1/],
  ["a level is left out", append("<h2>Dwa</h2><h4>Cztery</h4>"), /h4 after h2/],
  ["a heading says nothing", append("<h2></h2>"), /heading without text/],
  ["a second footer", run("document.body.append(document.createElement('footer'))"), /2 landmarks contentinfo/],
  ["no main", run("document.querySelector('main').outerHTML = '<div>x</div>'"), /0 landmarks main/],
  ["two navigations of one name", append("<nav aria-label='Ta sama'></nav><nav aria-label='Ta sama'></nav>"), /two navigations are called „Ta sama”/],
  ["a navigation without a name", append("<nav></nav>"), /navigation has no name/],
  ["a link before the skip link", run("document.body.insertAdjacentHTML('afterbegin', '<a href=\"/\">Start</a>')"), /first that Tab reaches/],
  ["a tabindex of 3", append("<span tabindex='3'>x</span>"), /tabindex above 0/],
  ["another language", run("document.documentElement.lang = 'xx'"), /html lang/],
  ["no title", run("document.title = ''"), /no title/],
  ["an input without a label", append("<input name='x'>"), /control without a name/],
  ["two links of one name", append("<h2><a href='/a/'>Więcej</a></h2><h2><a href='/b/'>Więcej</a></h2>"), /two links „Więcej”/],
  ["an empty link", append("<a href='/a/'></a>"), /link without text/],
  ["a download without size and format", append("<p><a href='/x.pdf'>Regulamin</a></p>"), /download without its (size|format): „Regulamin”/],
  ["a download without its format", append("<p><a href='/x.pdf'>Regulamin, 3 kB</a></p>"), /download without its format/],
  ["an image without alt", append("<img src='/assets/x.svg'>"), /image without alt/],
  ["a drawing without a name", append("<svg><path d='M0 0'/></svg>"), /drawing neither named/],
  ["a table without headers", append("<table><caption>x</caption><tr><td>1</td></tr></table>"), /table without th/],
  ["a table without a name", append("<table><tr><th>1</th></tr></table>"), /table without a name/],
  ["an id twice", append("<p id='raz'></p><p id='raz'></p>"), /the id raz stands twice/],
  ["a reference to nothing", append("<p aria-labelledby='nikt'></p>"), /leads to no id: nikt/],
]);

tells("the skip link", ({ page: tabPage }) => skipLinkFaults(tabPage), [
  ["main is called otherwise", run("document.querySelector('main').id = 'gdzie-indziej'; document.querySelector('main').removeAttribute('tabindex')"), /does not work/],
]);

tells("loading", async (one) => {
  await one.page.waitForLoadState("networkidle");
  await one.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return faultsOfLoading(one);
}, [
  ["a request to another host", append("<img src='http://localhost:9/x.png' alt=''>"), /^content policy: img-src/],
  ["a style in an attribute", append("<p style='color: red'>x</p>"), /^content policy: style-src/],
  ["an error on the console", run("console.error('boli')"), /^console: boli/],
  ["an error in a script", run("setTimeout(() => { throw new Error('pęka'); })"), /^script: .*pęka/],
  ["a file that is not there", append("<img src='/nie-ma.svg' alt=''>"), /^404: /],
  ["content that moves", both(run("document.querySelector('main').insertAdjacentHTML('beforebegin', '<div class=\"pchacz\"></div>')"), style(".pchacz { height: 300px }")), /^layout shift/],
  ["a page wider than its window", both(append("<div class='szeroki'>x</div>"), style(".szeroki { width: 900px }")), /wide in a window of/],
]);

test("loading tells a wrong status, and accepts the expected one", async () => {
  await tab.watch.goto(server.address("/nie-ma/"));
  assert.ok((await faultsOfLoading(tab)).includes("status 404"));
  await tab.watch.goto(server.address("/nie-ma/"), 404);
  assert.deepEqual(await faultsOfLoading(tab), []);
});

tells("axe", ({ page: tabPage }) => axeFaults(tabPage), [
  ["pale text", both(append("<p class='blady'>Blady tekst</p>"), style(".blady { color: #bbb; background: #fff }")), /axe color-contrast/],
  ["a button without a name", append("<button type='button'></button>"), /axe button-name/],
  ["targets that are too small", both(append("<p class='male'><button>a</button><button>b</button></p>"), style(".male button { all: unset; width: 9px; height: 9px; display: inline-block }")), /axe target-size/],
]);

test("a slow line shows what moves while a page comes in", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kronika-slow-"));
  await mkdir(path.join(folder, "public"));
  const write = (name, text) => writeFile(path.join(folder, "public", name), text);
  await write("opensearch.xml", '<Url template="http://localhost/szukaj?q={searchTerms}"/>');
  await write("style.css", ".srodkiem { display: grid; align-content: center; height: 100vh; font-size: 3rem } .wysoki { height: 300px }");
  const page = (place) => '<!doctype html><html lang="pl"><title>x</title><link rel="canonical" href="http://localhost/">' +
    `<link rel="stylesheet" href="/style.css"><link rel="icon" href="/style.css">` +
    `<body class="${place}"><p>najpierw to</p><!--${"-".repeat(1000)}--><p class="wysoki">a pod nim to</p>`;
  await write("index.html", page("srodkiem"));
  await write("stoi.html", page("z-gory"));
  const small = await ReleaseServer.start(folder);
  try {
    await openSlowly(tab, small, { route: "/", status: 200 }, 200);
    assert.match((await faultsOfLoading(tab)).join(), /^layout shift [\d.]+: <p class="">$/);
    await openSlowly(tab, small, { route: "/stoi.html", status: 200 }, 200);
    assert.deepEqual(await faultsOfLoading(tab), []);
  } finally {
    await small.stop();
    await rm(folder, { recursive: true });
  }
});

tells("the focus", ({ page: tabPage }) => focusFaults(tabPage), [
  ["no outline", both(append("<p><a class='cichy' href='/a/'>Cichy odsyłacz</a></p>"), style(".cichy, .cichy:focus { all: unset !important }")), /focus is not seen on .*Cichy/],
  ["a bar over the page", both(append("<div class='belka'></div>"), style(".belka { position: fixed; inset: 0; background: #fff; z-index: 99 }")), /focus is covered on/],
]);

tells("texts", ({ page: tabPage }) => textFaults(tabPage), [
  ["cut off at the side", both(append("<p class='uciete'>Tekst-bez-żadnej-przerwy-ucięty</p>"), style(".uciete { width: 60px; overflow: hidden; white-space: nowrap }")), /^cut off: .*Tekst-bez/],
  ["cut off at the foot", both(append("<p class='niskie'>Jeden<br>Dwa<br>Trzy</p>"), style(".niskie { height: 1em; overflow: hidden }")), /^cut off: .*(Dwa|Trzy)/],
  ["shortened by dots", both(append("<p class='kropki'>Skrócony tekst jest tutaj</p>"), style(".kropki { width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }")), /^shortened: /],
  ["covered by another", both(append("<p class='pod'>Pod spodem</p>"), style("main { position: relative } .pod::after { content: none } .pod { position: absolute; top: 40px; left: 20px; z-index: -1 }")), /^covered by .*Pod spodem/],
  ["out of the window", both(append("<p class='daleko'>Daleko</p>"), style(".daleko { margin-left: 400px }")), /^out of the window: .*Daleko/],
]);

tells("motion", ({ page: tabPage }) => motionFaults(tabPage), [
  ["an animation", style("@keyframes fala { to { opacity: .5 } } h1 { animation: fala 5s infinite !important }"), /animation|it moves/],
  ["a transition", style("h1 { transition: color 1s !important }"), /a transition of 1s: <h1/],
  ["smooth scrolling", style("html { scroll-behavior: smooth !important }"), /smooth scrolling: <html/],
]);

tells("paper, as it is drawn", ({ page: tabPage }) => screenOnlyFaults(tabPage, texts), [
  ["the search form is printed", style("@media print { [role=search], [role=search] * { display: block !important; position: static !important } :has([role=search]) { display: block !important } }"), /drawn for paper: /],
]);

test("paper, as it is read, tells what is missing and what is too much, and counts sheets", async () => {
  await tab.watch.goto(server.address(page));
  const paper = await printed(tab.page, "checks");
  assert.deepEqual(paperFaults(paper, ["Czereśnie dla szkoły"], [texts.skip_to_content]), []);
  assert.deepEqual(paperFaults(paper, ["Nie ma tego"], ["Czereśnie dla szkoły"]), ["missing on paper: Nie ma tego", "printed: Czereśnie dla szkoły"]);
  assert.equal(paper.sheets, 1);
  await append("<p>Wiersz</p>".repeat(100))(tab.page);
  assert.ok((await printed(tab.page, "checks")).sheets > 1);
});

test("bytes are counted as they are carried", async () => {
  assert.ok(compressed(Buffer.alloc(20_000, "a")) < 200);
  const noise = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * i * 31 + (i >> 3) * 7919) % 251));
  assert.ok(compressed(noise) > 200);
  const fresh = await openTab(browser);
  const before = await firstView(fresh, server.address(page));
  await fresh.close();
  const html = builtPages(built.folder).find(({ route }) => route === page).html;
  assert.ok(before > 1000 && before < html.length + 60_000, `${before}`);
});

test("a portal without charts is no portal that these tests know", () => {
  assert.throws(() => kindsOfPages(builtPages(built.folder), texts), /no page of the portal is recognised as one with: chart/);
});

test("the server sends the policy, compressed neighbours and answers of the search", async () => {
  const answer = await fetch(server.address(page), { headers: { "accept-encoding": "br" } });
  assert.equal(answer.headers.get("content-security-policy"), policy);
  assert.equal(answer.headers.get("content-encoding"), "br");
  assert.match(await answer.text(), /Czereśnie dla szkoły/);
  assert.equal((await fetch(server.address("/nie-ma/"))).status, 404);
  assert.equal((await fetch(server.address(`${server.search}?q=a&page=0`))).status, 400);
  assert.equal((await (await fetch(server.address(`${server.search}?q=spoldzielniami&format=json`))).json()).total, 2);
});
