import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

/** The address of the page's service worker, from the page. */
export const serviceWorker = "service-worker.js";

/**
 * Every file below a folder by its path with slashes, in an order that is the same everywhere.
 * @param {string} folder
 */
export const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));

/** @param {Uint8Array | string} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * Writes the service worker of a built page: with it, whoever was there once opens the page without a network.
 * @param {string} folder
 */
export function writeServiceWorker(folder) {
  rmSync(join(folder, serviceWorker), { force: true });
  const list = filesBelow(folder).map((path) => [
    // A folder is asked for by its slash: a host may send its index.html elsewhere.
    path === "index.html" ? "./" : path,
    sha256(readFileSync(join(folder, path))),
  ]);
  const source = readFileSync(new URL("serviceWorker.mjs", import.meta.url), "utf8");
  const filled = source
    .replace("const files = [];", () => `const files = ${JSON.stringify(list, null, 1)};`)
    .replace('const version = "";', () => `const version = "${sha256(JSON.stringify(list)).slice(0, 16)}";`);
  writeFileSync(join(folder, serviceWorker), filled);
}
