// Whether the place of the keyboard is seen, wherever it is on a page. Goes over everything that takes the focus, in the
// page itself; Tab has been pressed before, so that the browser shows the focus as it does to those who use keys.

function readFocus() {
  const faults = new Set();
  const parts = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "borderTopColor",
    "borderBottomColor", "borderTopWidth", "borderBottomWidth", "textDecorationLine", "textDecorationThickness", "stroke", "strokeWidth"];
  const looks = (node) => {
    const style = getComputedStyle(node);
    const values = Object.fromEntries(parts.map((part) => [part, style[part]]));
    if (values.outlineStyle === "none" || parseFloat(values.outlineWidth) === 0) for (const part of ["outlineStyle", "outlineWidth", "outlineColor"]) values[part] = "";
    return values;
  };
  const differs = (a, b) => parts.some((part) => a[part] !== b[part]);
  const told = (node) => `<${node.localName} class="${node.getAttribute("class") ?? ""}"> „${(node.textContent || node.name || "").replaceAll(/\s+/g, " ").trim().slice(0, 40)}”`;
  const seenAt = (node, x, y) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (top === node || node.contains(top) || top.contains(node) || node.labels?.[0]?.contains(top));
  };
  const covered = (node) => {
    // Of what is higher than the window, the part in it.
    const rects = [...node.getClientRects()].map(({ left, right, top, bottom }) => {
      const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
      return { left: x, top: y, width: Math.min(right, innerWidth) - x, height: Math.min(bottom, innerHeight) - y };
    }).filter((rect) => rect.width > 0 && rect.height > 0);
    return !rects.some((rect) => [0.1, 0.5, 0.9].some((across) => [0.2, 0.5, 0.8].some((down) =>
      seenAt(node, rect.left + rect.width * across, rect.top + rect.height * down))));
  };
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }));
  let count = 0;
  for (const node of all) {
    document.activeElement?.blur?.();
    // What a part, neighbour or parent shows for it (a tile, a label, a card) counts as well.
    const around = [node, node.parentElement, node.nextElementSibling, node.closest("li, article, label, form"), ...node.querySelectorAll("*")].filter(Boolean);
    const before = around.map(looks);
    node.focus();
    if (document.activeElement !== node) continue;
    count += 1;
    if (!around.some((near, at) => differs(looks(near), before[at]))) faults.add(`the focus is not seen on ${told(node)}`);
    if (covered(node)) faults.add(`the focus is covered on ${told(node)}`);
  }
  if (!count) faults.add("nothing takes the focus");
  return [...faults];
}

export async function focusFaults(page) {
  await page.keyboard.press("Tab");
  return page.evaluate(readFocus);
}
