// What every page's document must be, read in the page itself. These functions run in the browser: they use nothing
// from outside themselves, and give a line a fault.

/// Headings, landmarks, names, links, images, tables, ids.
function readStructure({ languages, files }) {
  const faults = [];
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const seen = (node) => node.checkVisibility({ visibilityProperty: true });
  const words = (text) => text.replaceAll(/\s+/g, " ").trim();
  const short = (node) => `<${node.localName}${node.id ? ` id="${node.id}"` : ""}> „${words(node.textContent).slice(0, 50)}”`;
  const byIds = (ids) => words(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
  const nameOf = (node) => {
    if (node.hasAttribute("aria-labelledby")) return byIds(node.getAttribute("aria-labelledby"));
    if (node.hasAttribute("aria-label")) return words(node.getAttribute("aria-label"));
    const copy = node.cloneNode(true);
    for (const hidden of all("[aria-hidden='true'], svg[aria-hidden]", copy)) hidden.remove();
    for (const image of all("img", copy)) image.replaceWith(` ${image.alt} `);
    return words(copy.textContent);
  };

  const headings = all("h1, h2, h3, h4, h5, h6").filter(seen);
  const firsts = headings.filter((node) => node.localName === "h1");
  if (firsts.length !== 1) faults.push(`${firsts.length} headings h1`);
  headings.forEach((node, at) => {
    const level = Number(node.localName[1]);
    const before = at ? Number(headings[at - 1].localName[1]) : 0;
    if (level > before + 1) faults.push(`heading out of order, h${level} after ${before ? `h${before}` : "nothing"}: ${short(node)}`);
    if (!nameOf(node)) faults.push(`heading without text: ${short(node)}`);
  });

  const inside = (node) => node.parentElement.closest("main, article, section, aside, nav");
  const banners = all("header, [role=banner]").filter((node) => node.role === "banner" || !inside(node));
  const contents = all("footer, [role=contentinfo]").filter((node) => node.role === "contentinfo" || !inside(node));
  for (const [name, nodes] of [["banner", banners], ["main", all("main, [role=main]")], ["contentinfo", contents]]) {
    if (nodes.length !== 1) faults.push(`${nodes.length} landmarks ${name}`);
  }
  const navigations = all("nav, [role=navigation]").map(nameOfLandmark);
  function nameOfLandmark(node) {
    return node.getAttribute("aria-label") ?? (node.hasAttribute("aria-labelledby") ? byIds(node.getAttribute("aria-labelledby")) : "");
  }
  if (navigations.length > 1 && navigations.includes("")) faults.push("a navigation has no name, and is not alone");
  for (const name of new Set(navigations.filter((name, at) => name && navigations.indexOf(name) !== at)))
    faults.push(`two navigations are called „${name}”`);

  const focusable = all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']").filter((node) => !node.disabled);
  const target = focusable[0]?.hash && document.getElementById(decodeURIComponent(focusable[0].hash.slice(1)));
  if (!target || !target.matches("main, [role=main]") && !target.closest("main")) faults.push("the first that Tab reaches does not lead to main");
  if (all("[tabindex]").some((node) => node.tabIndex > 0)) faults.push("a tabindex above 0");

  if (!languages.includes(document.documentElement.lang)) faults.push(`html lang="${document.documentElement.lang}"`);
  if (!words(document.title)) faults.push("no title");

  for (const control of all("input:not([type=hidden]), select, textarea, button")) {
    const labels = [...control.labels ?? []].map((label) => words(label.textContent)).join(" ");
    if (!labels && !(control.localName === "button" && nameOf(control)) && !control.getAttribute("aria-label") &&
        !(control.hasAttribute("aria-labelledby") && nameOf(control))) faults.push(`control without a name: ${control.outerHTML.slice(0, 80)}`);
  }

  const main = document.querySelector("main") ?? document.body;
  const known = new Map();
  for (const link of all("a[href]")) {
    const name = nameOf(link);
    const url = new URL(link.getAttribute("href"), document.baseURI);
    if (!name) faults.push(`link without text: ${url}`);
    if (!main.contains(link)) continue;
    const described = link.getAttribute("aria-describedby");
    const block = link.closest("li, tr, p, dd, figcaption, h2, h3, h4, caption");
    const around = block ? words(block.textContent) : "";
    const group = link.closest("details")?.querySelector("summary")?.textContent ?? ""; // the filter of a value
    const key = JSON.stringify([name, described ? byIds(described) : "", around, group]);
    const other = known.get(key);
    if (other && other !== url.href) faults.push(`two links „${name}” lead to ${other} and ${url}`);
    known.set(key, url.href);
    const type = /\.([a-z0-9]+)$/i.exec(url.pathname)?.[1].toLowerCase();
    if (url.host !== location.host || !files.includes(type)) continue;
    const beside = block && all("a[href]", block).length === 1 ? around : words(link.textContent);
    if (!/\d[\d\s,.]*\s*(B|kB|KB|MB)\b/.test(beside)) faults.push(`download without its size: „${name}” ${url.pathname}`);
    if (!/[A-Z]{2,}/.test(beside) && !beside.includes(`.${type}`)) faults.push(`download without its format: „${name}” ${url.pathname}`);
  }

  for (const image of all("img")) if (!image.hasAttribute("alt")) faults.push(`image without alt: ${image.getAttribute("src")}`);
  for (const picture of all("svg:not([aria-hidden=true])")) {
    if (!picture.closest("[aria-hidden=true]") && !(picture.getAttribute("role") === "img" && nameOf(picture)) && !picture.querySelector("a"))
      faults.push(`drawing neither named nor hidden: ${picture.outerHTML.slice(0, 80)}`);
  }
  for (const table of all("table")) {
    if (!all("th", table).length) faults.push(`table without th: ${short(table)}`);
    const region = table.parentElement.closest("[role=region], [role=group], figure, section");
    const named = (node) => node && (node.getAttribute("aria-label") || (node.hasAttribute("aria-labelledby") && nameOf(node)));
    if (!table.caption && !named(table) && !named(region) && !region?.querySelector("figcaption")) faults.push(`table without a name: ${short(table)}`);
  }
  const ids = all("[id]").map((node) => node.id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`the id ${id} stands twice`);
  for (const node of all("[aria-labelledby], [aria-describedby], [aria-controls], label[for]")) {
    for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
      for (const id of (node.getAttribute(name) ?? "").split(/\s+/).filter(Boolean))
        if (!document.getElementById(id)) faults.push(`${name} leads to no id: ${id}`);
    }
  }
  return faults;
}

/// Files that people save: their links tell format and size. Feeds and calendars are subscribed to.
const files = ["pdf", "csv", "json", "geojson", "zip", "epub", "imscc", "vcf", "odt", "docx", "ods", "xlsx", "pptx", "odp", "md"];

export const structureFaults = (page, languages) => page.evaluate(readStructure, { languages, files });

/// Tab and Enter at the top of a page: the focus is in main, where the next Tab goes on.
export async function skipLinkFaults(page) {
  await page.keyboard.press("Tab");
  const link = await page.evaluate(() => ({ hash: document.activeElement.hash ?? "", visible: document.activeElement.checkVisibility() }));
  await page.keyboard.press("Enter");
  const main = await page.evaluate(() => document.activeElement.matches("main") || document.activeElement.closest("main") !== null);
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement.closest("main, footer") !== null);
  return link.hash && main && inside ? [] : [`the skip link does not work: ${JSON.stringify({ link, main, inside })}`];
}
