// A page as a slow line brings it.

/// Runs in the page: two frames on. Without a body there are no frames; the browser may be at the page before, too.
const drawn = (address) => location.href !== address || !document.body || new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(resolve)));

/// Opens a page of a ReleaseServer's in pieces of `size` bytes, each of which is drawn before the next one is sent.
export async function openSlowly({ page, watch }, server, { route, status }, size) {
  const address = new URL(server.address(route));
  const key = address.pathname + address.search;
  const left = /context was destroyed|navigat/i; // the new page has just come in place of the one before
  const shown = () => page.evaluate(drawn, address.href).catch((error) => {
    if (!left.test(error.message)) throw error;
  });
  await page.goto("about:blank");
  server.paces.set(key, { size, shown });
  try {
    await watch.goto(address.href, status);
    await page.evaluate(drawn, address.href);
  } finally {
    server.paces.delete(key);
  }
}
