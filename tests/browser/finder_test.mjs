// Lets `node --test`, and through it ctest, run the suite of the form that leads into the search.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { programPath } from "./harness.mjs";

test("a supplier is found by keyboard, without JavaScript, and on paper", () => {
  const suite = fileURLToPath(new URL("finder.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [suite, programPath()], { encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
});
