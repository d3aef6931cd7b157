// What makes a page easier and is not needed to read it: the choice of colours and size, links to headings, sorted tables.

const texts = document.querySelector("script[data-copy]").dataset; // in the page's language
const root = document.documentElement;

/** Keeps what is chosen in the panel on this device, and nothing when it is the device's own. */
function keep(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  try {
    if (value) localStorage.setItem("kronika-" + name, value);
    else localStorage.removeItem("kronika-" + name);
  } catch { /* the choice holds for this page */ }
}

const view = document.querySelector(".view");
if (view) {
  for (const input of view.querySelectorAll("input")) {
    input.checked = input.value === (root.dataset[input.name] ?? "");
    input.addEventListener("change", () => keep(input.name, input.value));
  }
  const close = (event) => {
    if (!view.contains(event.target)) view.open = false;
  };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  view.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !view.open) return;
    view.open = false;
    view.querySelector("summary").focus();
  });
}

/** A button beside each heading of the text that copies the address of that place. */
for (const heading of navigator.clipboard ? document.querySelectorAll(".prose h2[id]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "#";
  button.setAttribute("aria-label", `${texts.copy}: ${heading.textContent}`);
  button.addEventListener("click", async () => {
    const url = new URL(location.href);
    url.hash = heading.id;
    await navigator.clipboard.writeText(url.href);
    button.textContent = texts.copied;
    button.addEventListener("blur", () => (button.textContent = "#"), { once: true });
  });
  const line = document.createElement("div");
  line.className = "heading-line";
  heading.replaceWith(line);
  line.append(heading, button);
}

/** The number in a cell as this language writes it; none: NaN. */
const number = (text) => Number.parseFloat(text.replace(/[^\d,.-]/g, "").replace(",", "."));

function sort(table, column, cell) {
  const rising = cell.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  cell.setAttribute("aria-sort", rising ? "ascending" : "descending");
  const numeric = cell.classList.contains("right");
  const key = (row) => row.cells[column].textContent.trim();
  const order = new Intl.Collator(root.lang, { numeric: true }).compare;
  const rows = [...table.tBodies[0].rows].sort((a, b) =>
    numeric ? (number(key(a)) || 0) - (number(key(b)) || 0) : order(key(a), key(b)));
  table.tBodies[0].append(...(rising ? rows : rows.reverse()));
}

for (const table of document.querySelectorAll("main table")) {
  const head = table.tHead?.rows[0];
  const rows = table.tBodies[0]?.rows.length ?? 0;
  if (!head || rows < 3 || getComputedStyle(table.tHead).position === "absolute") continue; // cards on a narrow screen
  if (table.querySelector("[colspan], [rowspan]")) continue;
  [...head.cells].forEach((cell, column) => {
    if (!cell.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.title = texts.sort;
    button.append(...cell.childNodes);
    button.addEventListener("click", () => sort(table, column, cell));
    cell.append(button);
  });
}
