// How many bytes a reader's connection carries.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/// The larger one of what gzip and brotli make of it.
export function compressed(bytes) {
  return Math.max(gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, best).length);
}

/// The larger one of the compressed files that the release has beside `file`.
export const compressedFile = (file) => Math.max(...[".gz", ".br"].map((ending) => statSync(file + ending).size));

export const kilobytes = (count) => `${(count / 1024).toFixed(1)} KB`;

/// The files of the theme that end so: [{ name, bytes }].
export function assets(folder, ending) {
  const root = path.join(folder, "public/assets");
  const names = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(ending));
  return names.map((name) => ({ name, bytes: readFileSync(path.join(root, name)) }));
}

/// Bytes of bodies that a fresh browser takes to show a page, as they are carried.
export async function firstView(tab, address) {
  const sizes = [];
  const count = (request) => sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  tab.page.on("requestfinished", count);
  await tab.watch.goto(address);
  await tab.page.waitForLoadState("networkidle");
  tab.page.off("requestfinished", count);
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}
