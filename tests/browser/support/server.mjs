// Serves a finished site on this computer, as a web server would: folders by their index.html, wrong
// addresses by the nearest 404.html with status 404. A site whose address has a path is below that path.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".pdf": "application/pdf",
};

/** Where every site has the rules of `axe.mjs`, beside its own files: the policy of its pages lets them load no other script. */
export const AXE = "/axe-core-of-the-checks.js";
const AXE_FILE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Starts a server for `folder` below `base` (`""` or `"/plans"`); its origin. */
export function serve(folder, base) {
  const server = createServer((request, response) => answer(folder, base, request, response));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

function answer(folder, base, request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === AXE) {
    return send(response, 200, AXE_FILE, "max-age=3600");
  }
  if (!path.startsWith(`${base}/`)) {
    return plain(response, 404, "This address is outside the site.");
  }
  const inside = path.slice(base.length);
  let file;
  try {
    file = normalize(join(folder, decodeURIComponent(inside)));
  } catch {
    return plain(response, 400, "This is no address.");
  }
  if (!`${file}${sep}`.startsWith(`${normalize(folder)}${sep}`)) {
    return plain(response, 400, "This address leads out of the site.");
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (!path.endsWith("/")) {
      response.writeHead(301, { location: `${path}/` });
      return response.end();
    }
    file = join(file, "index.html");
  }
  if (existsSync(file)) {
    return send(response, 200, file);
  }
  const language = inside.split("/")[1] ?? "";
  const page = [join(folder, language, "404.html"), join(folder, "404.html")].find(existsSync);
  return page ? send(response, 404, page) : plain(response, 404, "There is no page for wrong addresses.");
}

function send(response, status, file, cache = "no-store") {
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(status, { "content-type": type, "cache-control": cache });
  createReadStream(file).pipe(response);
}

function plain(response, status, text) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}
