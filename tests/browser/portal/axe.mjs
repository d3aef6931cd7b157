// axe against WCAG 2.2 AA and its own good practices, quickly enough for every page of a portal.
import { readFileSync } from "node:fs";

import { npmRequire } from "../harness.mjs";

const source = readFileSync(npmRequire.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The violations on the page as it stands, a line a rule and place. `without`: names of rules to leave out.
export async function axeFaults(page, { without = [] } = {}) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(source);
  return page.evaluate(async ({ without, tags }) => {
    const rules = { "target-size": { enabled: true } };
    for (const rule of without) rules[rule] = { enabled: false };
    const runOnly = { type: "tag", values: tags };
    const { violations } = await axe.run({ runOnly, rules, preload: false, resultTypes: ["violations"] });
    return violations.flatMap((rule) => rule.nodes.map((node) =>
      `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1, 2).join(" ").trim()}`));
  }, { without, tags });
}
