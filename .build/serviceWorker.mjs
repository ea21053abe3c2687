// The service worker of the page, written to out/service-worker.js by .build/offline.mjs: it keeps the files of one
// build in this browser, so that the page opens without a network. It asks the host for the files of its list and for
// nothing else, and keeps none whose bytes are others than those of the build.

/** Files by their path from the page, with the SHA-256 of their bytes: written here by the build. @type {[path: string, sha256: string][]} */
const files = [];
/** Of the whole list: written here by the build. */
const version = "";

/** What the types of a page do not know. */
const worker = /** @type {any} */ (self);
/** The folder of the page; another deployment of the same host keeps to its own. @type {string} */
const home = worker.registration.scope;
const mine = `${home} ${version}`;
const listed = new Set(files.map(([path]) => new URL(path, home).href));

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));
// The page that was there before its first service worker is served from here on, too.
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
  if (event.data === "here") event.waitUntil(forgetEarlier());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(home)) return;
  if (request.mode === "navigate") {
    if (address === home || address === `${home}index.html`) event.respondWith(answer(home, request));
    return;
  }
  // What bears its content in its name is right whichever build it is of: a page of an earlier one finds its parts.
  if (listed.has(address) || address.startsWith(`${home}_next/static/`)) event.respondWith(answer(address, request));
});

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  const kept = await (await caches.open(mine)).match(address);
  return kept ?? (await caches.match(address)) ?? fetch(request);
}

/** Keeps every file of the list, or rejects: then the version before stays, and it is tried again at the next visit. */
async function keepAll() {
  const cache = await caches.open(mine);
  const waiting = [...files];
  const oneAfterTheOther = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, sha256] = next;
      const address = new URL(path, home).href;
      await cache.put(address, (await keptBefore(address, sha256)) ?? (await fetched(address, sha256)));
    }
  };
  await Promise.all([1, 2, 3, 4].map(oneAfterTheOther));
}

/** A file that did not change since an earlier version. @param {string} address @param {string} sha256 */
async function keptBefore(address, sha256) {
  const kept = await caches.match(address);
  return kept ? asBuilt(kept, sha256) : null;
}

/** @param {string} address @param {string} sha256 */
async function fetched(address, sha256) {
  // What the browser has from showing the page need not be fetched again; what it has of another build must.
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const right = await asBuilt(await fetch(address, { cache }), sha256);
    if (right) return right;
  }
  throw new Error(`${address} is not the file of this version`);
}

/** The response, where its bytes are those of the build; without what only held for its way here. @param {Response} response @param {string} sha256 */
async function asBuilt(response, sha256) {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== sha256) return null;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(bytes, { headers });
}

/**
 * Forgets the files of earlier versions once a page of this one is open and no other, which could be of an earlier one.
 * Browsers name caches in the order in which they were made.
 */
async function forgetEarlier() {
  const { installing, waiting } = worker.registration;
  if (installing || waiting) return;
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.filter((/** @type {{ url: string }} */ { url }) => url.startsWith(home)).length > 1) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(`${home} `));
  for (const name of names.slice(0, Math.max(0, names.indexOf(mine)))) await caches.delete(name);
}
