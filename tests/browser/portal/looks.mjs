// Whether everything on a page can be read: nothing cut off, nothing covered, nothing that moves by itself. The
// functions that run in the page use nothing from outside themselves, and give a line a fault.

/// Lines of text that leave a box which cuts them off, or that something else covers. The window must be as high as the
/// page, so that every line is in it.
function readTexts() {
  const faults = new Set();
  const cuts = (style, axis) => /hidden|clip/.test(style[`overflow${axis}`]);
  const scrolls = (style, axis) => /auto|scroll/.test(style[`overflow${axis}`]);
  const forReaders = (node) => {
    for (let box = node; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      const small = box.offsetWidth <= 1 || box.offsetHeight <= 1;
      if (small && style.position === "absolute" && cuts(style, "X")) return true;
      if (style.opacity === "0") return true;
    }
    return false;
  };
  const offScreen = (rect) => rect.right <= 0 || rect.bottom <= 0;
  const tell = (what, node, text) => faults.add(`${what}: <${node.localName} class="${node.className}"> „${text.trim().slice(0, 50)}”`);

  const checkCuts = (node, rects, text) => {
    let [checkX, checkY] = [true, true];
    for (let box = node; box && box !== document.body && (checkX || checkY); box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.display === "inline" || style.display === "contents") continue;
      const frame = box.getBoundingClientRect();
      if (checkX && cuts(style, "X") && rects.some((r) => r.right > frame.right + 1 || r.left < frame.left - 1)) return tell("cut off", node, text);
      if (checkY && cuts(style, "Y") && rects.some((r) => r.bottom > frame.bottom + r.height / 4 || r.top < frame.top - r.height / 4)) return tell("cut off", node, text);
      if (scrolls(style, "X")) checkX = false;
      if (scrolls(style, "Y")) checkY = false;
      if (style.position === "fixed") break;
    }
    if (checkX && rects.some((r) => r.right > innerWidth + 1 || r.left < -1)) tell("out of the window", node, text);
  };
  /// The part of a line that is not scrolled away in a box around it.
  const shownPart = (node, line) => {
    let { left, right, top, bottom } = line;
    for (let box = node; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const frame = box.getBoundingClientRect();
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return { left, top, width: right - left, height: bottom - top };
  };
  /// Does what lies over a text let it be seen? A link may be stretched over a whole card.
  const isClear = (node, pseudo) => {
    const style = getComputedStyle(node, pseudo);
    return style.backgroundColor === "rgba(0, 0, 0, 0)" && style.backgroundImage === "none" &&
      (!pseudo || (style.position === "absolute" && style.content === '""'));
  };
  const checkCover = (node, rects, text) => {
    for (const rect of rects.map((line) => shownPart(node, line))) {
      if (rect.width < 1 || rect.height < 1) continue;
      const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const top = document.elementFromPoint(x, y);
      if (top && top !== node && !node.contains(top) && !top.contains(node)) {
        const label = node.closest("label");
        const control = label?.control;
        const link = top.closest("a, button, summary, label");
        const stretched = link && link.textContent.trim() && isClear(top) && (top.getBoundingClientRect().width >= rect.width || isClear(top, "::after"));
        if (control !== top && !stretched) return tell(`covered by <${top.localName} class="${top.className}">`, node, text);
      }
    }
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || node.closest("script, style, noscript, option, svg, select, template")) continue;
    if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || forReaders(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
    if (!rects.length || rects.every(offScreen)) continue;
    const style = getComputedStyle(node);
    if (style.textOverflow === "ellipsis" && node.scrollWidth > node.clientWidth + 1 && cuts(style, "X")) tell("shortened", node, text.data);
    checkCuts(node, rects, text.data);
    checkCover(node, rects, text.data);
  }
  for (const control of document.querySelectorAll("input, select, button")) {
    const style = getComputedStyle(control);
    if (!control.checkVisibility() || forReaders(control)) continue;
    if (control.localName === "button" && control.scrollWidth > control.clientWidth + 1 && cuts(style, "X")) tell("cut off", control, control.textContent);
    const rect = control.getBoundingClientRect();
    checkCuts(control, [rect], control.name || control.textContent);
    if (control.localName !== "button" && control.type !== "hidden" && !/checkbox|radio/.test(control.type) && rect.height < parseFloat(style.fontSize)) tell("lower than its text", control, control.name);
  }
  return [...faults];
}

/// Texts that cannot be read as the page stands now, in a window of its width.
export async function textFaults(page) {
  const { width, height } = page.viewportSize();
  const high = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, Math.min(high, 30_000)) });
  const faults = await page.evaluate(readTexts);
  await page.setViewportSize({ width, height });
  return faults;
}

/// The reader doubles the size of texts.
export const doubleTexts = (page) => page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });

/// The reader takes the last size of those that the page offers, where it offers any.
export const largestTexts = async (page) => {
  await page.locator("details:has(input[name=text])").evaluateAll((nodes) => nodes.forEach((node) => { node.open = true; }));
  const sizes = page.locator("input[name=text]");
  if (await sizes.count() === 0) return;
  await sizes.last().check();
  await page.locator("details:has(input[name=text])").evaluateAll((nodes) => nodes.forEach((node) => { node.open = false; }));
};

/// The spacing of WCAG 1.4.12, as a reader's own style sheet sets it.
export const spaceTexts = (page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
});

/// What would move though the reader asked for less of it.
export const motionFaults = (page) => page.evaluate(() => {
  const faults = new Set(document.getAnimations().map((running) => `it moves: ${running.animationName ?? running.transitionProperty}`));
  const seconds = (list) => Math.max(...list.split(",").map((text) => parseFloat(text) * (text.trim().endsWith("ms") ? 0.001 : 1)));
  for (const node of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(node, part);
      const name = `<${node.localName} class="${node.getAttribute("class") ?? ""}">${part ?? ""}`;
      if (seconds(style.transitionDuration) > 0.001) faults.add(`a transition of ${style.transitionDuration}: ${name}`);
      if (style.animationName !== "none" && seconds(style.animationDuration) > 0.001) faults.add(`an animation: ${name}`);
      if (!part && style.scrollBehavior === "smooth") faults.add(`smooth scrolling: ${name}`);
    }
  }
  return [...faults];
});
