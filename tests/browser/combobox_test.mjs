// Lets `node --test`, and through it ctest, run the suites of the search form and of the search pages.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { programPath } from "./harness.mjs";

function passes(name) {
  const suite = fileURLToPath(new URL(name, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [suite, programPath()], { encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
}

test("suggestions come while someone types, and get in nobody's way", () => passes("combobox.mjs"));
test("the search pages are usable by keyboard alone and accessible", () => passes("search_pages.mjs"));
