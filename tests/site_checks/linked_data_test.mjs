// What the portal tells programs in JSON-LD: expanded by the jsonld package without fetching anything and without
// losing a key, and in terms that their vocabularies have.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";

import { dcat_terms } from "./dcat_terms.mjs";
import { schema_org } from "./schema_org_terms.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const build = process.env.KRONIKA_RELEASE_BUILD ?? path.join(root, "build");
const publicFolder = path.join(process.env.KRONIKA_TEST_SITE ?? path.join(build, "test-site"), "public");
const npm = createRequire(path.join(process.env.KRONIKA_NPM ?? path.join(build, "npm"), "package.json"));
const jsonld = npm("jsonld");
const vocabulary = schema_org(readFileSync(npm.resolve("schema-dts/dist/schema.d.ts"), "utf8"));

const nothing_is_fetched = async (url) => { throw new Error(`${url} would be fetched`); };
const expand = (document) => jsonld.expand(document, { documentLoader: nothing_is_fetched, safe: true });

const files = readdirSync(publicFolder, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g;
const texts_of = (file) => [...readFileSync(path.join(publicFolder, file), "utf8").matchAll(script)].map((found) => found[1]);
const graphs = new Map();
for (const file of files) {
  const texts = texts_of(file);
  if (texts.length > 0) graphs.set(file, texts.map((text) => JSON.parse(text)));
}

/** Calls `visit` with every object below a value. */
function each_object(value, visit) {
  if (Array.isArray(value)) return value.forEach((one) => each_object(one, visit));
  if (value === null || typeof value !== "object") return;
  visit(value);
  for (const [key, inner] of Object.entries(value)) if (key !== "@context") each_object(inner, visit);
}

/** How many properties the objects below a value have, keywords aside. */
function count_properties(value) {
  let count = 0;
  each_object(value, (object) => { count += Object.keys(object).filter((key) => !key.startsWith("@")).length; });
  return count;
}

const list_of = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

test("every page but redirects has one graph at most, and nearly all have one", () => {
  assert.ok(graphs.size > 200, `only ${graphs.size} pages have JSON-LD`);
  for (const [file, found] of graphs) assert.equal(found.length, 1, file);
});

test("no graph can end its script element, or open a comment in it", () => {
  for (const file of graphs.keys()) for (const text of texts_of(file)) assert.ok(!text.includes("<"), file);
});

test("graphs expand offline, and no key is lost", async () => {
  for (const [file, [graph]] of graphs) {
    const expanded = await expand(graph);
    assert.equal(count_properties(expanded), count_properties(graph["@graph"]), file);
    assert.ok(expanded.length >= graph["@graph"].length, file);
  }
});

test("types and properties are schema.org's, and each type has its properties", () => {
  assert.ok(vocabulary.types.size > 600 && vocabulary.properties.size > 1000, "the vocabulary was not read");
  const wrong = new Set();
  for (const [, [graph]] of graphs) {
    each_object(graph["@graph"], (object) => {
      const types = list_of(object["@type"]);
      for (const type of types) if (!vocabulary.types.has(type)) wrong.add(type);
      for (const property of Object.keys(object)) {
        if (property.startsWith("@")) continue;
        const known = types.length > 0 ? types.some((type) => vocabulary.has(type, property)) : vocabulary.properties.has(property);
        if (!known) wrong.add(`${types.join("+")}.${property}`);
      }
      if (object["@id"]?.startsWith("https://schema.org/") && !vocabulary.members.has(object["@id"])) wrong.add(object["@id"]);
    });
  }
  assert.deepEqual([...wrong], []);
});

test("every address that a graph names as one of this site leads to a page", () => {
  const [home] = graphs.get("index.html");
  const base = home["@graph"].find((object) => object["@type"] === "WebSite").url;
  const missing = new Set();
  for (const [, [graph]] of graphs) {
    each_object(graph["@graph"], (object) => {
      for (const address of [object["@id"], object.item]) {
        if (typeof address !== "string" || !address.startsWith(base)) continue;
        const below = decodeURIComponent(new URL(address).pathname).slice(new URL(base).pathname.length);
        const file = below === "" || below.endsWith("/") ? below + "index.html" : below;
        if (!files.includes(file) && !below.startsWith("szukaj")) missing.add(address);
      }
    });
  }
  assert.deepEqual([...missing], []);
});

test("each kind of entry is told as what it is", () => {
  const first = (folder) => [...graphs].find(([file]) => file.startsWith(folder + "/") && file.split("/").length === 3 && !/strona-/.test(file));
  const kinds = { rejestr: "NGO", praktyki: "Article", lekcje: "LearningResource", aktualnosci: "NewsArticle", wydarzenia: "Event",
                  raporty: "Report", nabory: "GovernmentService", owes: "GovernmentService", doradcy: "GovernmentService", prasa: "NewsArticle" };
  let told = 0;
  for (const [folder, type] of Object.entries(kinds)) {
    const entry = first(folder);
    if (!entry) continue;  // nothing of the kind is published now
    told += 1;
    const [file, [graph]] = entry;
    const types = graph["@graph"].map((object) => object["@type"]);
    assert.ok(types.includes(type), `${file}: ${types}`);
    assert.ok(types.includes("BreadcrumbList"), file);
  }
  assert.ok(told >= 8, `${told} kinds of entries`);
  const [, [certificate]] = first("certyfikaty");
  assert.deepEqual(certificate["@graph"].map((object) => object["@type"]), ["BreadcrumbList"]);
});

test("an enterprise has its numbers, an event its time and place", () => {
  const all = [...graphs.values()].flatMap(([graph]) => graph["@graph"]);
  const enterprises = all.filter((object) => object["@type"] === "NGO" && object.identifier);
  assert.ok(enterprises.length > 50);
  for (const each of enterprises) {
    assert.match(each.taxID, /^\d{10}$/);
    const numbers = Object.fromEntries(list_of(each.identifier).map((one) => [one.propertyID, one.value]));
    assert.equal(numbers.NIP, each.taxID);
    assert.match(numbers.REGON, /^\d{9}(\d{5})?$/);
    assert.match(each.address.postalCode, /^\d\d-\d{3}$/);
  }
  const events = all.filter((object) => object["@type"] === "Event" && object.startDate);
  assert.ok(events.length > 10);
  for (const each of events) {
    assert.match(each.startDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    assert.match(each.eventStatus["@id"], /^https:\/\/schema.org\/Event(Scheduled|Cancelled)$/);
    assert.ok(each.location.name && each.organizer, each["@id"]);
  }
  assert.ok(events.some((each) => each.eventStatus["@id"].endsWith("EventCancelled")));
});

const catalogue = JSON.parse(readFileSync(path.join(publicFolder, "otwarte-dane/catalog.jsonld"), "utf8"));

test("the catalogue expands offline, and no key is lost", async () => {
  const expanded = await expand(catalogue);
  assert.equal(expanded.length, 1);
  assert.equal(count_properties(expanded), count_properties(catalogue));
});

test("the catalogue uses terms that its vocabularies have", async () => {
  const wrong = new Set();
  each_object(await expand(catalogue), (object) => {
    for (const term of [...Object.keys(object).filter((key) => !key.startsWith("@")), ...list_of(object["@type"])])
      if (!dcat_terms.has(term)) wrong.add(term);
  });
  assert.deepEqual([...wrong], []);
});

test("the catalogue has all that DCAT-AP demands, and says where its files are", () => {
  for (const property of ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"]) assert.ok(catalogue[property], property);
  assert.ok(catalogue["dcat:dataset"].length >= 5);
  for (const dataset of catalogue["dcat:dataset"]) {
    for (const property of ["dct:title", "dct:description", "dct:identifier", "dcat:contactPoint", "dcat:keyword", "dcat:theme", "dcat:distribution"])
      assert.ok(list_of(dataset[property]).length > 0, `${dataset["@id"]} ${property}`);
    for (const file of dataset["dcat:distribution"]) {
      const address = file["dcat:downloadURL"]["@id"];
      const bytes = readFileSync(path.join(publicFolder, decodeURIComponent(new URL(address).pathname)));
      assert.equal(file["dcat:byteSize"]["@value"], String(bytes.length), address);
      assert.match(file["dcat:mediaType"]["@id"], /^https:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/[a-z+]+$/);
    }
  }
});
