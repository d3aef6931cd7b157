// Which pages stand for all others. They are found by what the built files hold, so that a new collection, language or
// component is looked at without a word here.
const asPattern = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/// What a page may hold that needs looking at: name, and how it is recognised in HTML. Those that are not `needed` are
/// looked at where there are any.
function features(texts) {
  return [
    ["chart", (html) => html.includes(`${texts.chart_bars}`) || html.includes(texts.chart_lines) || html.includes(texts.chart_parts), true],
    ["map", (html) => html.includes(texts.map_tiles), true],
    ["table", (html) => /<table/.test(html), true],
    ["toc", (html) => html.includes(`>${texts.toc}<`), false],
    ["form", (html) => /<select/.test(html), true],
    ["code", (html) => /<pre/.test(html), false],
    ["footnotes", (html) => html.includes(texts.footnotes_title), false],
    ["alert", (html) => html.includes(`>${texts.alert_warning}<`), false],
    ["picture", (html) => /<main[^]*<img/.test(html), true],
    ["downloads", (html) => html.includes(`>${texts.attachments}<`), false],
    ["task-list", (html) => html.includes(texts.task_done), false],
    ["archived", (html) => html.includes(texts.archived_note), false],
    ["declaration", (html) => html.includes('id="a11y-wstep"'), false],
    ["print-page", (html) => html.includes(texts.print_hint), true],
    ["data-catalogue", (html) => /"@type":"DataCatalog"/.test(html), true],
    ["film", (html) => /<(video|audio)/.test(html), false],
    ["definition-list", (html) => /<main[^]*<dl/.test(html), true],
    ["details", (html) => /<main[^]*<details/.test(html), false],
  ];
}

/// The richest page stands for its like.
const longest = (pages) => pages.toSorted((a, b) => b.html.length - a.html.length || (a.route < b.route ? -1 : 1))[0];
const longestTitle = (pages) => pages.toSorted((a, b) =>
  /<h1[^>]*>([^]*?)<\/h1>/.exec(b.html)[1].length - /<h1[^>]*>([^]*?)<\/h1>/.exec(a.html)[1].length)[0];

const noIndex = (page) => /name="robots" content="noindex"/.test(page.html);

/// Pages that lie in one folder, by the folder; lists with their entries.
function folders(pages, pageWord) {
  const second = new RegExp(`/${asPattern(pageWord)}-\\d+/$`);
  const groups = new Map();
  for (const page of pages) {
    const parent = second.test(page.route) ? `${page.route.replace(second, "/")}#` : page.route.replace(/[^/]+\/?$/, "");
    if (page.route.endsWith("/") && page.route !== "/" && !noIndex(page)) groups.set(parent, [...(groups.get(parent) ?? []), page]);
  }
  return groups;
}

const nameOf = (route) => route.replaceAll(/^\/|\/$|#/g, "").replaceAll(/[^\w-]+/g, "_") || "home";

/// The kinds: [{ name, route }]. `pages` as builtPages gives them.
export function kindsOfPages(pages, texts) {
  const kinds = new Map();
  const add = (name, page) => {
    if (page && ![...kinds.values()].includes(page.route)) kinds.set(name, page.route);
  };
  add("home", pages.find((page) => page.route === "/"));
  add("not-found", pages.find((page) => page.route === "/404.html"));
  for (const language of new Set(pages.map((page) => /<html lang="([^"]+)"/.exec(page.html)?.[1]))) {
    add(`language-${language}`, pages.filter((page) => page.html.includes(`<html lang="${language}"`))
      .toSorted((a, b) => a.route.length - b.route.length)[0]);
  }
  for (const [folder, group] of folders(pages, texts.page_path)) {
    if (folder === "/") for (const page of group) add(`list-${nameOf(page.route)}`, page);
    else if (folder.endsWith("#")) add(`second-${nameOf(folder)}`, group[0]);
    else add(`in-${nameOf(folder)}`, longest(group));
  }
  for (const [name, has, needed] of features(texts)) {
    const those = pages.filter((page) => has(page.html));
    if (needed && !those.length) throw new Error(`no page of the portal is recognised as one with: ${name}`);
    add(`with-${name}`, longest(those.length ? those : []));
    if (name === "form") for (const page of those) add(`form-${nameOf(page.route)}`, page);
  }
  add("longest-title", longestTitle(pages.filter((page) => page.html.includes("<h1"))));
  add("no-index", longest(pages.filter((page) => noIndex(page) && page.route !== "/404.html")));
  return [...kinds].map(([name, route]) => ({ name, route, status: 200 }));
}

const total = async (server, query) => {
  const answer = await fetch(server.address(`${server.search}?${query}&format=json`));
  return (await answer.json()).total;
};

function mostFrequent(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

/// Results of each number, and the answers to what cannot be asked.
export async function kindsOfResults(server, pages) {
  const titles = pages.map((page) => /<h1[^>]*>([^<]+)<\/h1>/.exec(page.html)?.[1]).filter(Boolean);
  let one;
  for (const title of titles) {
    const query = `q=${encodeURIComponent(`"${title}"`)}`;
    if (await total(server, query) === 1) { one = query; break; }
  }
  const often = mostFrequent(titles.flatMap((title) => title.toLowerCase().match(/\p{L}{6,}/gu) ?? []));
  const many = `q=${encodeURIComponent(often)}`;
  if (!one || await total(server, many) < 20) throw new Error(`no query finds one page, or none many: ${one} ${many}`);
  const at = (name, query, status = 200) => ({ name: `results-${name}`, route: `${server.search}${query && `?${query}`}`, status });
  const refused = at("refused", "q=a&page=0", 400);
  const languageOf = (page) => /<html lang="([^"]+)"/.exec(page.html)?.[1];
  const own = languageOf(pages.find(({ route }) => route === "/"));
  const others = [...new Set(pages.map(languageOf))].filter((language) => language !== own).flatMap((language) => [
    at(`all-${language}`, `q=&lang=${language}`), at(`none-${language}`, `q=xyzzyx&lang=${language}`),
    at(`refused-${language}`, `q=a&page=0&lang=${language}`, 400)]);
  return [at("many", many), at("second", `${many}&page=2`), at("one", one), at("none", "q=xyzzyx"), at("empty", ""),
    at("all", "q="), refused, ...others];
}
