// Plain DOM and text nodes only: diagnostics quote what authors wrote, which may be HTML.
#include "generator/serve/browser_script.h"

namespace kronika {
namespace {

constexpr std::string_view page_program = R"js((() => {
  "use strict";
  const scrollKey = "kronika.scroll";
  const failureId = document.documentElement.dataset.kronikaFailure;
  let build = ownBuild();
  let reloading = false;
  let panel = null;
  let shown = "";

  function ownBuild() {
    const page = performance.getEntriesByType("navigation")[0];
    const timing = [...((page && page.serverTiming) || [])].find((entry) => entry.name === "kronika");
    return timing ? timing.description : null;
  }

  function reload() {
    if (reloading) return;
    reloading = true;
    history.scrollRestoration = "manual";  // the browser may remember an older place
    addEventListener("pagehide", keepScroll);  // people scroll on until the new page is there
    location.reload();
  }

  function keepScroll() {
    try {
      sessionStorage.setItem(scrollKey, JSON.stringify({ url: location.href, x: scrollX, y: scrollY }));
    } catch { /* storage is switched off: the page begins at its top */ }
  }

  function restoreScroll() {
    try {
      const saved = JSON.parse(sessionStorage.getItem(scrollKey));
      sessionStorage.removeItem(scrollKey);
      if (!saved || saved.url !== location.href || scrollY > 0) return;  // who has scrolled already stays there
      const restore = () => scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
      restore();
      const reached = scrollY;  // less than saved.y where pictures are still to come
      addEventListener("load", () => {
        if (scrollY === reached) restore();  // else the reader has scrolled meanwhile
      }, { once: true });
      // Not sooner: told so while a page loads, the browser at once puts back the place that it remembers.
      addEventListener("pagehide", () => {
        if (!reloading) history.scrollRestoration = "auto";
      });
    } catch { /* as above */ }
  }

  function element(name, text, ...children) {
    const node = document.createElement(name);
    if (text) node.append(document.createTextNode(text));
    node.append(...children);
    return node;
  }

  function makePanel() {
    const host = document.createElement("div");
    host.id = "kronika-diagnostics";
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
        box-sizing: border-box; padding: 1rem 1.5rem; font: 16px/1.5 system-ui, sans-serif; text-align: left;
        color: #1a1a1a; background: #fff6f5; border-top: 4px solid #b3261e; }
      section:focus-visible { outline: 3px solid #0b57d0; outline-offset: -3px; }
      h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
      p { margin: .25rem 0; }
      .place { font-family: ui-monospace, monospace; font-weight: 600; overflow-wrap: anywhere; }
      pre { margin: .25rem 0 .75rem; overflow-x: auto; font: 14px/1.4 ui-monospace, monospace; }
      ol { margin: 0; padding-left: 1.5rem; }
      button { float: right; margin-left: 1rem; padding: .4rem .9rem; font: inherit; color: inherit; cursor: pointer;
        background: #fff; border: 1px solid #5f5f5f; border-radius: 4px; }`);
    root.adoptedStyleSheets = [sheet];
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    section.tabIndex = 0;
    section.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    root.append(section);
    document.body.append(host);
    return { host, section };
  }

  function diagnosticItem(diagnostic) {
    const place = element("p", `${diagnostic.place} [${diagnostic.code}]`);
    place.className = "place";
    const item = element("li", "", place, element("p", diagnostic.message));
    if (diagnostic.excerpt) item.append(element("pre", diagnostic.excerpt));
    return item;
  }

  function show(status) {
    if (shown === status.id) return;
    shown = status.id;
    if (!panel) panel = makePanel();
    const button = element("button", status.hide);
    button.type = "button";
    button.addEventListener("click", hide);
    const parts = [button, element("h2", status.title)];
    if (status.failure) parts.push(element("p", status.failure));
    if (status.diagnostics.length) parts.push(element("ol", "", ...status.diagnostics.map(diagnosticItem)));
    panel.section.lang = status.language;
    panel.section.replaceChildren(...parts);
  }

  function hide() {
    if (panel) panel.host.remove();
    panel = null;
  }

  /// Names of builds are INSTANCE-NUMBER.
  function isOlder(name, than) {
    const [instance, number] = name.split("-");
    const [otherInstance, otherNumber] = than.split("-");
    return instance === otherInstance && Number(number) < Number(otherNumber);
  }

  function apply(status) {
    if (failureId !== undefined) {
      if (status.id !== failureId) reload();
      return;
    }
    if (build === null) build = status.build;
    if (isOlder(status.id, build)) return;
    if (status.state === "failed") return show(status);
    hide();
    if (status.build !== build) reload();
  }

  function listenAlone() {
    const events = new EventSource("/_kronika/events");
    events.onmessage = (event) => apply(JSON.parse(event.data));
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(listenAlone, 1000);
    };
    addEventListener("pagehide", () => events.close());
  }

  function listen() {
    if (typeof SharedWorker === "undefined") return listenAlone();
    const worker = new SharedWorker("/_kronika/worker.js");
    worker.onerror = listenAlone;
    worker.port.onmessage = (event) => apply(JSON.parse(event.data));
    addEventListener("pagehide", () => worker.port.postMessage("bye"));
  }

  restoreScroll();
  listen();
  fetch("/_kronika/status").then((answer) => answer.json()).then(apply, () => {});
})();
)js";

constexpr std::string_view worker_program = R"js("use strict";
const ports = new Set();
let last = null;  // for pages that connect after it was told

onconnect = (event) => {
  const port = event.ports[0];
  port.onmessage = () => ports.delete(port);
  ports.add(port);
  if (last !== null) port.postMessage(last);
};

function listen() {
  const events = new EventSource("/_kronika/events");
  events.onmessage = (event) => {
    last = event.data;
    ports.forEach((port) => port.postMessage(last));
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
}
listen();
)js";

constexpr std::string_view failure_sheet =
    "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }\n"
    "pre { overflow-x: auto; }\n";

}  // namespace

std::string_view page_script() {
  return page_program;
}
std::string_view failure_style() {
  return failure_sheet;
}
std::string_view worker_script() {
  return worker_program;
}

}  // namespace kronika
