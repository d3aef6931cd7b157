// What every page's document must be, read in the page itself: functions that are sent into the browser together, each
// giving a line a fault.

const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const words = (text) => text.replaceAll(/\s+/g, " ").trim();
const short = (node) => `<${node.localName}${node.id ? ` id="${node.id}"` : ""}> „${words(node.textContent).slice(0, 50)}”`;
const byIds = (ids) => words(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
const twice = (list) => [...new Set(list.filter((item, at) => item && list.indexOf(item) !== at))];

/// The label that a landmark, a table or a control is given by an attribute.
const labelOf = (node) => node.hasAttribute("aria-labelledby") ? byIds(node.getAttribute("aria-labelledby")) : words(node.getAttribute("aria-label") ?? "");

function nameOf(node) {
  if (labelOf(node)) return labelOf(node);
  const copy = node.cloneNode(true);
  for (const hidden of all("[aria-hidden='true']", copy)) hidden.remove();
  for (const image of all("img", copy)) image.replaceWith(` ${image.alt} `);
  return words(copy.textContent);
}

function readHeadings() {
  const headings = all("h1, h2, h3, h4, h5, h6").filter((node) => node.checkVisibility({ visibilityProperty: true }));
  const levels = headings.map((node) => Number(node.localName[1]));
  const firsts = levels.filter((level) => level === 1).length;
  const faults = firsts === 1 ? [] : [`${firsts} headings h1`];
  headings.forEach((node, at) => {
    const before = levels[at - 1] ?? 0;
    if (levels[at] > before + 1) faults.push(`heading out of order, h${levels[at]} after ${before ? `h${before}` : "nothing"}: ${short(node)}`);
    if (!nameOf(node)) faults.push(`heading without text: ${short(node)}`);
  });
  return faults;
}

function readLandmarks() {
  const faults = [];
  const outside = (node) => !node.parentElement.closest("main, article, section, aside, nav");
  const landmarks = {
    banner: all("header, [role=banner]").filter((node) => node.role === "banner" || outside(node)),
    main: all("main, [role=main]"),
    contentinfo: all("footer, [role=contentinfo]").filter((node) => node.role === "contentinfo" || outside(node)),
  };
  for (const [name, { length }] of Object.entries(landmarks)) if (length !== 1) faults.push(`${length} landmarks ${name}`);
  const navigations = all("nav, [role=navigation]").map(labelOf);
  if (navigations.length > 1 && navigations.includes("")) faults.push("a navigation has no name, and is not alone");
  return [...faults, ...twice(navigations).map((name) => `two navigations are called „${name}”`)];
}

function readBeginning({ languages }) {
  const faults = [];
  const first = all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']").find((node) => !node.disabled);
  const target = first?.hash ? document.getElementById(decodeURIComponent(first.hash.slice(1))) : null;
  if (!target?.closest("main, [role=main]")) faults.push("the first that Tab reaches does not lead to main");
  if (all("[tabindex]").some((node) => node.tabIndex > 0)) faults.push("a tabindex above 0");
  if (!languages.includes(document.documentElement.lang)) faults.push(`html lang="${document.documentElement.lang}"`);
  if (!words(document.title)) faults.push("no title");
  return faults;
}

function readControls() {
  const named = (node) => labelOf(node) || [...node.labels ?? []].some((label) => words(label.textContent)) ||
    (node.localName === "button" && nameOf(node));
  return all("input:not([type=hidden]), select, textarea, button").filter((node) => !named(node))
    .map((node) => `control without a name: ${node.outerHTML.slice(0, 80)}`);
}

/// Links of one name are told apart by the text around them, as WCAG 2.4.4 has it, and by the part of the page that
/// they stand in: a filter, a section with its heading.
function readLinks({ files }) {
  const faults = [];
  const known = new Map();
  for (const link of all("a[href]")) {
    const name = nameOf(link);
    const url = new URL(link.getAttribute("href"), document.baseURI);
    if (!name) faults.push(`link without text: ${url}`);
    if (!link.closest("main")) continue;
    const block = link.closest("li, tr, p, dd, figcaption, h2, h3, h4, caption");
    const term = link.closest("dd")?.parentElement.querySelector("dt")?.textContent ?? ""; // what the value is of
    const around = words(`${term} ${block?.textContent ?? ""}`);
    const part = link.closest("details, section, article, [role=group]");
    const group = part ? labelOf(part) || part.querySelector("summary, h2, h3, h4")?.textContent : "";
    const key = JSON.stringify([name, byIds(link.getAttribute("aria-describedby") ?? ""), around, group]);
    if (known.has(key) && known.get(key) !== url.href) faults.push(`two links „${name}” lead to ${known.get(key)} and ${url}`);
    known.set(key, url.href);
    const type = /\.([a-z0-9]+)$/i.exec(url.pathname)?.[1].toLowerCase();
    if (url.host !== location.host || !files.includes(type) || url.pathname.includes("/api/")) continue;
    const beside = block && all("a[href]", block).length === 1 ? around : words(link.textContent);
    if (!/\d[\d\s,.]*\s*(B|kB|KB|MB)\b/.test(beside)) faults.push(`download without its size: „${name}” ${url.pathname}`);
    if (!/[A-Z]{2,}/.test(beside) && !beside.includes(`.${type}`)) faults.push(`download without its format: „${name}” ${url.pathname}`);
  }
  return faults;
}

function readPictures() {
  const images = all("img:not([alt])").map((image) => `image without alt: ${image.getAttribute("src")}`);
  const told = (node) => node.closest("[aria-hidden=true]") || node.querySelector("a") || (node.getAttribute("role") === "img" && nameOf(node));
  const drawings = all("svg").filter((node) => !told(node)).map((node) => `drawing neither named nor hidden: ${node.outerHTML.slice(0, 80)}`);
  return [...images, ...drawings];
}

function readTables() {
  const faults = [];
  for (const table of all("table")) {
    if (!all("th", table).length) faults.push(`table without th: ${short(table)}`);
    const region = table.parentElement.closest("[role=region], [role=group], figure, section");
    const named = table.caption || labelOf(table) || (region && (labelOf(region) || region.querySelector("figcaption")));
    if (!named) faults.push(`table without a name: ${short(table)}`);
  }
  return faults;
}

function readIds() {
  const faults = twice(all("[id]").map((node) => node.id)).map((id) => `the id ${id} stands twice`);
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
    const ids = all(`[${name}]`).flatMap((node) => node.getAttribute(name).split(/\s+/)).filter(Boolean);
    faults.push(...ids.filter((id) => !document.getElementById(id)).map((id) => `${name} leads to no id: ${id}`));
  }
  return faults;
}

/// Files that people save: their links tell format and size. Feeds and calendars are subscribed to,
/// and programs read the API.
const files = ["pdf", "csv", "json", "geojson", "zip", "epub", "imscc", "vcf", "odt", "docx", "ods", "xlsx", "pptx", "odp", "md"];

const helpers = { all, words, short, byIds, twice, labelOf };
const readers = [readHeadings, readLandmarks, readBeginning, readControls, readLinks, readPictures, readTables, readIds];

/// All of these on the page as it stands. `languages`: those that a page may be in.
export function structureFaults(page, languages) {
  const constants = Object.entries(helpers).map(([name, value]) => `const ${name} = ${value};`);
  const script = [...constants, nameOf, ...readers].join("\n");
  const options = JSON.stringify({ languages, files });
  return page.evaluate(`(() => { ${script}\nreturn [${readers.map((reader) => reader.name)}].flatMap((read) => read(${options})); })()`);
}

/// Tab and Enter at the top of a page: the focus is in main, where the next Tab goes on.
export async function skipLinkFaults(page) {
  await page.keyboard.press("Tab");
  const link = await page.evaluate(() => ({ hash: document.activeElement.hash ?? "", visible: document.activeElement.checkVisibility() }));
  await page.keyboard.press("Enter");
  const main = await page.evaluate(() => document.activeElement.closest("main") !== null);
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement.closest("main, footer") !== null);
  return link.hash && main && inside ? [] : [`the skip link does not work: ${JSON.stringify({ link, main, inside })}`];
}
