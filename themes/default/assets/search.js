// Suggestions while someone types in a search form: the "editable combobox with list autocomplete" of the ARIA
// Authoring Practices. Where it does not run, or no answers come, the form is a plain one.

const texts = document.querySelector("script[data-suggestions]").dataset; // in the page's language
const forms = JSON.parse(texts.suggestions);
const plural = new Intl.PluralRules(document.documentElement.lang || "en");
const leastLetters = 2;
const pause = 120; // ms without a key before the site is asked
const mostKept = 60;
const kept = new Map(); // address → suggestions

/** "5 podpowiedzi" */
function counted(number) {
  return number ? (forms[plural.select(number)] ?? forms.other).replace("{n}", number) : texts.none;
}

function set(node, attributes) {
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  return node;
}

const make = (name, attributes) => set(document.createElement(name), attributes);

/** Lower case without diacritics, letter for letter. */
function fold(text) {
  return text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "");
}

/** Puts `text` into `node`, what was typed of it in bold. */
function show(node, text, typed) {
  const folded = fold(text);
  const wanted = fold(typed);
  const at = folded.length === text.length ? folded.indexOf(wanted) : -1;
  if (at < 0) return node.append(text);
  const bold = make("b");
  const end = at + wanted.length;
  bold.append(text.slice(at, end));
  node.append(text.slice(0, at), bold, text.slice(end));
}

/** Throws when there is no answer, or no list in it. */
async function ask(address, signal) {
  if (!kept.has(address)) {
    const answer = await (await fetch(address, { signal })).json();
    if (kept.size >= mostKept) kept.clear();
    kept.set(address, answer[1].map(String));
  }
  return kept.get(address);
}

function enhance(form, input, id) {
  const list = make("ul", { id, role: "listbox", class: "suggestions", "aria-label": texts.label });
  const status = make("p", { role: "status", class: "vh" });
  let options = [];
  let active = -1; // number of an option; -1: the field itself
  let timer = 0;
  let request = new AbortController();

  function activate(number) {
    if (options[active]) set(options[active], { "aria-selected": false });
    active = number;
    const option = options[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    set(option, { "aria-selected": true }).scrollIntoView({ block: "nearest" });
    set(input, { "aria-activedescendant": option.id });
  }

  /** Wants no answer any more. */
  function forget() {
    clearTimeout(timer);
    request.abort();
  }

  function expand(expanded) {
    activate(-1);
    list.hidden = !expanded;
    set(input, { "aria-expanded": expanded });
  }

  function close() {
    forget();
    expand(false);
    status.textContent = "";
  }

  function fill(suggestions, typed) {
    options = suggestions.map((text, number) => {
      const option = make("li", { id: `${id}-${number}`, role: "option", "aria-selected": false });
      show(option, text, typed);
      return option;
    });
    list.replaceChildren(...options);
    expand(options.length > 0);
    status.textContent = counted(options.length);
  }

  function address(typed) {
    const query = new URLSearchParams({ q: typed, format: "suggest" });
    const language = form.querySelector("[name='lang']");
    if (language) query.set("lang", language.value);
    return `${form.getAttribute("action")}?${query}`;
  }

  async function open() {
    forget();
    const typed = input.value.trim();
    if (typed.length < leastLetters) return close();
    const { signal } = (request = new AbortController());
    try {
      const suggestions = await ask(address(typed), signal);
      if (!signal.aborted) fill(suggestions, typed);
    } catch {
      if (!signal.aborted) close();
    }
  }

  function choose(option) {
    input.value = option.textContent;
    close();
    form.requestSubmit();
  }

  /** From the field through the options and back. */
  async function move(step) {
    if (list.hidden) await open();
    if (list.hidden) return;
    forget(); // the options stay
    const places = options.length + 1;
    activate(((active + 1 + step + places) % places) - 1);
  }

  const keys = {
    ArrowDown: (event) => (event.altKey ? open() : move(1)),
    ArrowUp: (event) => (event.altKey ? close() : move(-1)),
    Enter: () => choose(options[active]),
    Escape() {
      if (list.hidden) input.value = "";
      close();
    },
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) activate(-1);
    if (!(event.key in keys) || (event.key === "Enter" && active < 0)) return;
    event.preventDefault();
    keys[event.key](event);
  });
  for (const name of ["input", "compositionend"])
    input.addEventListener(name, (event) => {
      if (event.isComposing) return;
      forget();
      activate(-1);
      status.textContent = "";
      timer = setTimeout(open, pause);
    });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) choose(option);
  });

  // A field of the type search may not be a combobox.
  set(input, { type: "text", inputmode: "search", role: "combobox", autocomplete: "off" });
  set(input, { "aria-autocomplete": "list", "aria-controls": id });
  expand(false);
  input.after(list);
  form.append(status);
}

document.querySelectorAll("form[role='search']").forEach((form, number) => {
  const input = form.querySelector("input[name='q']");
  if (input) enhance(form, input, `k-suggestions-${number}`);
});
