import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { policy } from "./policy.mjs";

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
};

const headers = {
  "Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/**
 * A static server for out/ with the security headers; `base` serves it under a sub-path.
 * @param {{ folder: string, port: number, base?: string }} options
 * @returns {Promise<import("node:http").Server>}
 */
export function serve({ folder, port, base = "/" }) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = normalize(path.startsWith(base) ? path.slice(base.length) : "\0");
    const found = inside.startsWith("..") || inside.includes("\0") ? null : findFile(join(folder, inside));
    if (!found || (request.method !== "GET" && request.method !== "HEAD")) {
      response.writeHead(404, headers).end("Not found");
      return;
    }
    send(found, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve(server));
  });
}

/** @param {string} path */
function findFile(path) {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  return existsSync(file) ? file : null;
}

/**
 * @param {string} file
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function send(file, request, response) {
  const accepts = request.headers["accept-encoding"] ?? "";
  const text = /\.(html|js|css|json|csv|txt|svg)$/.test(file);
  const encoding = text && /\bbr\b/.test(accepts) ? "br" : text && /\bgzip\b/.test(accepts) ? "gzip" : null;
  response.writeHead(200, {
    ...headers,
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Cache-Control": file.includes("_next/static") ? "public, max-age=31536000, immutable" : "no-cache",
    ...(encoding ? { "Content-Encoding": encoding, Vary: "Accept-Encoding" } : {}),
  });
  if (request.method === "HEAD") return void response.end();
  const stream = createReadStream(file);
  if (encoding === "br")
    stream.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })).pipe(response);
  else if (encoding === "gzip") stream.pipe(createGzip()).pipe(response);
  else stream.pipe(response);
}
