// A web server for a finished release: files with their compressed neighbours, the search program as CGI behind it, and
// the strictest content policy that a theme can be asked to bear.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const mediaTypes = {
  html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", webp: "image/webp", avif: "image/avif", gif: "image/gif",
  woff2: "font/woff2", json: "application/json", geojson: "application/geo+json", xml: "application/xml",
  csv: "text/csv; charset=utf-8", txt: "text/plain; charset=utf-8", pdf: "application/pdf", zip: "application/zip",
  epub: "application/epub+zip", ics: "text/calendar; charset=utf-8", vcf: "text/vcard; charset=utf-8",
  vtt: "text/vtt; charset=utf-8", mp4: "video/mp4", webm: "video/webm", mp3: "audio/mpeg",
};

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }; // as servers compress what they have just made

/// Runs a CGI program as a web server does.
async function askProgram(program, query) {
  const environment = { PATH: process.env.PATH, REQUEST_METHOD: "GET", QUERY_STRING: query };
  const run = spawn(program, { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const chunks = [];
  for await (const chunk of run.stdout) chunks.push(chunk);
  const answer = Buffer.concat(chunks);
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) throw new Error(`the search program gave no answer to '${query}'`);
  const headers = answer.subarray(0, end).toString().split("\r\n").map((line) => line.split(/: (.*)/s));
  const status = parseInt(headers.find(([name]) => name === "Status")?.[1] ?? "200", 10);
  return { status, headers, body: answer.subarray(end + 4) };
}

/// What a release says of itself: where it is served, and where its search is.
function addresses(folder) {
  const search = readFileSync(path.join(folder, "public/opensearch.xml"), "utf8");
  const template = new URL(/template="([^"?]+)\?/.exec(search)[1]);
  const home = readFileSync(path.join(folder, "public/index.html"), "utf8");
  return { base: new URL(/rel="canonical" href="([^"]+)"/.exec(home)[1]).pathname, search: template.pathname };
}

/// Serves the release in `folder` on 127.0.0.1. port 0 takes a free one. Files whose `.br` lies beside them are sent so.
export class ReleaseServer {
  static async start(folder, port = 0) {
    const server = new ReleaseServer(folder);
    await new Promise((resolve) => server.http.listen(port, "127.0.0.1", resolve));
    server.url = `http://127.0.0.1:${server.http.address().port}${server.base}`;
    return server;
  }
  constructor(folder) {
    this.folder = folder;
    this.public = path.join(folder, "public");
    Object.assign(this, addresses(folder));
    this.paces = new Map(); // by path and query: answers that come in pieces of `size` bytes, `shown()` after each
    // Longer than a test is busy between two requests, so that no one asks on a connection that is about to close.
    this.http = createServer({ keepAliveTimeout: 120_000 }, (request, response) => this.answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    }));
  }
  /// An address of the site's as this server has it: a path with its base, or an absolute one of the site's own.
  address(route) {
    const { pathname, search, hash } = new URL(route, "http://site.invalid/");
    return new URL(pathname + search + hash, this.url).href;
  }
  async answer(request, response) {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    const { pathname, search } = new URL(request.url, this.url);
    if (pathname === this.search) return this.ask(search.slice(1), request, response);
    const file = this.file(decodeURIComponent(pathname));
    await this.send(file ?? path.join(this.public, "404.html"), file ? 200 : 404, request, response);
  }
  /// The body of an answer, whole or at the pace that was set for its address.
  async finish(body, request, response) {
    const pace = this.paces.get(request.url);
    for (let at = 0; pace && at < body.length; at += pace.size) {
      response.write(body.subarray(at, at + pace.size));
      await pace.shown();
    }
    response.end(pace ? undefined : body);
  }
  file(pathname) {
    if (!pathname.startsWith(this.base) || pathname.includes("..")) return undefined;
    const below = pathname.slice(this.base.length) + (pathname.endsWith("/") ? "index.html" : "");
    const file = path.join(this.public, below);
    return existsSync(file) && statSync(file).isFile() ? file : undefined;
  }
  send(file, status, request, response) {
    const lasting = file.startsWith(path.join(this.public, "assets"));
    response.setHeader("Content-Type", mediaTypes[path.extname(file).slice(1)] ?? "application/octet-stream");
    response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=300");
    const compressed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && existsSync(`${file}.br`);
    if (compressed) response.setHeader("Content-Encoding", "br");
    response.setHeader("Vary", "Accept-Encoding");
    response.writeHead(status);
    return this.finish(readFileSync(compressed ? `${file}.br` : file), request, response);
  }
  async ask(query, request, response) {
    const { status, headers, body } = await askProgram(path.join(this.folder, "cgi-bin/search"), query);
    for (const [name, value] of headers) {
      if (!/^(status|content-length|content-security-policy)$/i.test(name)) response.setHeader(name, value);
    }
    const compressed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    if (compressed) response.setHeader("Content-Encoding", "br");
    response.writeHead(status);
    return this.finish(compressed ? brotliCompressSync(body, quick) : body, request, response);
  }
  stop() {
    this.http.closeAllConnections();
    return new Promise((resolve) => this.http.close(resolve));
  }
}
