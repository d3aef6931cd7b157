// Pictures of pages, side by side, for a person to look at.
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const highest = 4000; // px; lists go on beyond it as they began

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export class Gallery {
  static async open(folder) {
    await mkdir(folder, { recursive: true });
    return new Gallery(folder);
  }
  constructor(folder) {
    this.folder = folder;
    this.pictures = new Map();
  }
  /// Takes the picture NAME-WIDTH-SCHEME.jpg of the page as it stands.
  async take(page, { name, route }, width, scheme) {
    const file = `${name}-${width}-${scheme}.jpg`;
    const height = Math.min(highest, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({
      path: path.join(this.folder, file), fullPage: true, type: "jpeg", quality: 70, clip: { x: 0, y: 0, width, height }, caret: "initial",
    });
    const row = this.pictures.get(name) ?? { route, files: [] };
    row.files.push({ file, width, scheme });
    this.pictures.set(name, row);
  }
  /// Writes index.html: a row a kind of page.
  async close() {
    const rows = [...this.pictures].sort().map(([name, { route, files }]) => {
      const sorted = files.toSorted((a, b) => a.width - b.width || (a.scheme < b.scheme ? 1 : -1));
      const figures = sorted.map(({ file, width, scheme }) =>
        `<a href="${escape(file)}"><figure><img src="${escape(file)}" loading="lazy" alt=""><figcaption>${width}, ${scheme}</figcaption></figure></a>`);
      return `<h2>${escape(name)} <small>${escape(route)}</small></h2>\n<div>${figures.join("\n")}</div>`;
    });
    const style = "body{font:16px sans-serif;margin:1rem}div{display:flex;gap:1rem;overflow-x:auto;align-items:start}" +
      "figure{margin:0}img{height:24rem;object-fit:cover;object-position:top;border:1px solid #888}";
    await writeFile(path.join(this.folder, "index.html"),
      `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>The portal</title><style>${style}</style>\n<h1>The portal</h1>\n${rows.join("\n")}\n`);
  }
}
