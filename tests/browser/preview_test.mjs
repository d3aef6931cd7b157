// Lets `node --test`, and through it ctest, run the browser suite.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { programPath } from "./harness.mjs";

test("a person reads, searches, edits, breaks and mends a site in the preview", () => {
  const suite = fileURLToPath(new URL("run.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [suite, programPath()], { encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
});
