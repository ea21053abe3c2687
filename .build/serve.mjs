import { open, readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { serviceWorker } from "./offline.mjs";
import { livePolicy, policy, serviceWorkerPolicy } from "./policy.mjs";

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

const headers = {
  "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Accept-Ranges": "none",
};

/**
 * What counts beside the page (lib/counts/gateway.ts): then the server hears this computer alone.
 * @typedef {{
 *   token: string,
 *   isOwnHost: (request: import("node:http").IncomingMessage) => boolean,
 *   isKnown: (address: string) => boolean,
 *   answer: (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>,
 * }} Live
 */

/**
 * A static server for out/ with the security headers; `base` serves it under a sub-path. No request ends it: what fails
 * while it is answered costs that connection alone.
 * @param {{ folder: string, port: number, base?: string, live?: Live | null }} options
 * @returns {Promise<import("node:http").Server>}
 */
export function serve({ folder, port, base = "/", live = null }) {
  const server = createServer((request, response) => {
    const done = live ? answerLive(live, folder, request, response) : answer(folder, base, request, response);
    done.catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, live ? "127.0.0.1" : undefined, () => resolve(server));
  });
}

/**
 * @param {Live} live
 * @param {string} folder
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answerLive(live, folder, request, response) {
  if (!live.isOwnHost(request)) return say(response, 403, "Not the name of this computer");
  const path = pathOf(request.url ?? "/");
  if (path === "/warehouse/cells") return live.answer(request, response);
  // No page of a warehouse is kept for later.
  if (path === `/${serviceWorker}`) return say(response, 404, "Not found");
  if (request.method !== "GET" || path !== "/" || !live.isKnown(request.url ?? ""))
    return answer(folder, "/", request, response);
  const page = (await readFile(join(folder, "index.html"), "utf8"))
    .replace(policy, livePolicy)
    .replace("<head>", `<head><meta name="warehouse-token" content="${live.token}"/>`);
  response.writeHead(200, {
    ...headers,
    "Content-Security-Policy": `${livePolicy}; frame-ancestors 'none'`,
    "Content-Type": types[".html"],
    "Cache-Control": "no-store",
  });
  response.end(page);
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, base, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return say(response, 405, "Only GET and HEAD", { Allow: "GET, HEAD" });
  const path = pathOf(request.url ?? "/");
  if (path === null) return say(response, 400, "Malformed address");
  if (`${path}/` === base) return say(response, 301, "Moved", moved(path));
  const inside = path.startsWith(base) ? path.slice(base.length) : null;
  const found = inside === null ? null : await openInside(folder, inside);
  if (!found) return say(response, 404, "Not found");
  try {
    if (found.isFolder) say(response, 301, "Moved", moved(path));
    else await send(found, request, response);
  } finally {
    await found.file.close();
  }
}

/**
 * The decoded path of a request's target, which a proxy may write with its host before it; null where it cannot be
 * decoded.
 * @param {string} target
 */
function pathOf(target) {
  const [path] = target.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/);
  try {
    return decodeURIComponent(path || "/");
  } catch {
    return null;
  }
}

/**
 * Relative, because an address that begins with two slashes would name another host.
 * @param {string} path
 */
const moved = (path) => ({ Location: `./${encodeURIComponent(path.slice(path.lastIndexOf("/") + 1))}/` });

/**
 * @typedef {{ file: import("node:fs/promises").FileHandle, path: string, size: number, isFolder: boolean }} Found
 * Opens what a path names, if it lies in the folder, links followed; of a folder with a slash its index.html.
 * @param {string} folder
 * @param {string} inside
 * @returns {Promise<Found | null>}
 */
async function openInside(folder, inside) {
  if (/[\\\0]/.test(inside) || inside.split("/").includes("..")) return null;
  const isIndex = inside === "" || inside.endsWith("/");
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, inside, isIndex ? "index.html" : ""));
    if (!path.startsWith(root + sep)) return null;
    const file = await open(path);
    const info = await file.stat();
    if (info.isFile() || info.isDirectory()) return { file, path, size: info.size, isFolder: info.isDirectory() };
    await file.close();
  } catch {
    // Not there, not readable, or a name that no file can have.
  }
  return null;
}

/**
 * @param {Found} found
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function send({ file, path, size }, request, response) {
  const accepts = String(request.headers["accept-encoding"] ?? "");
  const text = size > 0 && /\.(html|js|css|json|csv|txt|svg|webmanifest)$/.test(path);
  const encoding = text && /\bbr\b/.test(accepts) ? "br" : text && /\bgzip\b/.test(accepts) ? "gzip" : null;
  response.writeHead(200, {
    ...headers,
    ...(basename(path) === serviceWorker ? { "Content-Security-Policy": serviceWorkerPolicy } : {}),
    "Content-Type": types[extname(path)] ?? "application/octet-stream",
    "Cache-Control": path.includes("_next/static") ? "public, max-age=31536000, immutable" : "no-cache",
    ...(text ? { Vary: "Accept-Encoding" } : {}),
    ...(encoding ? { "Content-Encoding": encoding } : { "Content-Length": size }),
  });
  if (request.method === "HEAD" || size === 0) return void response.end();
  const stream = file.createReadStream({ autoClose: false, end: size - 1 });
  const whole = { end: false };
  if (encoding === "br")
    await pipeline(stream, createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), response, whole);
  else if (encoding === "gzip") await pipeline(stream, createGzip(), response, whole);
  else await pipeline(stream, response, whole);
  // A file that became shorter meanwhile: the connection is cut, so that nobody takes the part for the whole.
  if (stream.bytesRead === size) response.end();
  else response.destroy();
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} words
 * @param {Record<string, string>} [more]
 */
function say(response, status, words, more = {}) {
  response.writeHead(status, { ...headers, ...more, "Content-Type": "text/plain; charset=utf-8" }).end(`${words}\n`);
}
