// axe against WCAG 2.2 AA and its own good practices, quickly enough for every page of a portal.
import { readFileSync } from "node:fs";

import { npmRequire } from "../harness.mjs";

const source = readFileSync(npmRequire.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// Rules whose answer changes with the width alone, and that are quick.
export const rulesOfWidth = ["target-size", "scrollable-region-focusable", "aria-hidden-focus", "skip-link"];

/// The violations on the page as it stands, a line a rule and place. `only`: names of rules; all of the tags else.
/// `without`: names of rules to leave out.
export async function axeFaults(page, { only, without = [] } = {}) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(source);
  return page.evaluate(async ({ only, without, tags }) => {
    const rules = { "target-size": { enabled: true } };
    for (const rule of without) rules[rule] = { enabled: false };
    const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: tags };
    const { violations } = await axe.run({ runOnly, ...(only ? {} : { rules }), preload: false, resultTypes: ["violations"] });
    return violations.flatMap((rule) => rule.nodes.map((node) =>
      `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1, 2).join(" ").trim()}`));
  }, { only, without, tags });
}
