// A page on paper: printed by the browser, and read by pdftotext as someone else's program reads it.
import { spawnSync } from "node:child_process";
import path from "node:path";

import { screenshots } from "./release.mjs";

function run(program, ...options) {
  const { status, stdout, error } = spawnSync(program, options, { encoding: "utf8" });
  if (error?.code === "ENOENT") throw new Error(`${program} is missing: install poppler-utils`);
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return stdout;
}

/// Words as they are compared: one kind of space, no hyphens that only break a line.
export const plainWords = (text) => text.replaceAll("\u00ad", "").replaceAll(/[\u2010\u2011]/g, "-").replaceAll(/\s+/g, " ").trim();

/// Prints the page as it stands into NAME.pdf beside the pictures. Gives its text and its number of sheets.
export async function printed(page, name) {
  const file = path.join(screenshots, `${name}.pdf`);
  await page.pdf({ path: file, format: "A4", preferCSSPageSize: true, tagged: true });
  const sheets = Number(/^Pages:\s+(\d+)/m.exec(run("pdfinfo", file))[1]);
  return { text: plainWords(run("pdftotext", "-layout", file, "-")), compact: run("pdftotext", "-raw", file, "-").replaceAll(/\s+|\u00ad/g, ""), sheets };
}

/// Faults of what was printed: `wanted` texts that are missing, `unwanted` ones that are there. Columns and line breaks
/// come between words, so that words are looked for without their spaces.
export function paperFaults({ text, compact }, wanted, unwanted) {
  const whole = compact + text.replaceAll(" ", "");
  const has = (words) => whole.includes(plainWords(words).replaceAll(" ", ""));
  return [...wanted.filter((words) => !has(words)).map((words) => `missing on paper: ${words}`),
    ...unwanted.filter(has).map((words) => `printed: ${words}`)];
}

/// What must not be on paper, by the page as it is drawn for print: menus, forms, links to places of the page.
export async function screenOnlyFaults(page, texts) {
  await page.emulateMedia({ media: "print" });
  const faults = [];
  for (const [what, locator] of [
    [texts.main_menu, page.getByRole("navigation", { name: texts.main_menu, includeHidden: true })],
    [texts.breadcrumbs, page.getByRole("navigation", { name: texts.filters, includeHidden: true })],
    [texts.pagination, page.getByRole("navigation", { name: texts.pagination, includeHidden: true })],
    [texts.search_label, page.locator("[role=search], search")],
    ["a button", page.locator("button:not(th button)")], // those of columns hold their names
    [texts.skip_to_content, page.getByText(texts.skip_to_content)],
  ]) {
    const shown = await locator.evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility({ visibilityProperty: true }) &&
      node.getBoundingClientRect().right > 0 && node.getBoundingClientRect().height > 1).length);
    if (shown) faults.push(`drawn for paper: ${what}`);
  }
  await page.emulateMedia({ media: "screen" });
  return faults;
}
