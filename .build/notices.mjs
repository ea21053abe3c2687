import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");

/** What the page's bundler adds, and what JSZip has inside its one file. */
const unseen = ["next", "scheduler", "@swc/helpers", "lie", "pako", "readable-stream", "setimmediate"];

/** Next brings a file of it for browsers that know no modules. */
const coreJs = ["core-js (MIT)", "Copyright (c) Denis Pushkarev. Licensed as Next.js is, below."];

/** What may be in the page: licenses that ask for no more than their notice. */
const allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Unlicense", "Zlib"];

/** Whether an expression of SPDX asks for allowed licenses only, or leaves the choice of one. @param {string | undefined} license */
export function isAllowed(license = "") {
  const all = (/** @type {string} */ part) => part.split(" AND ").every((each) => allowed.includes(each));
  return license
    .replace(/^\(|\)$/g, "")
    .split(" OR ")
    .some(all);
}

/** The names of files that hold a license, in the order in which they are taken. */
const licenseFile = /^(licen[cs]e|copying)(\.\w+)?$/i;

/** The packages whose code is in the page and its workers. */
async function packagesInPage() {
  const workers = readdirSync(join(root, "lib/worker")).flatMap((name) =>
    name.endsWith(".worker.ts") ? [`lib/worker/${name}`] : [],
  );
  const { metafile } = await build({
    entryPoints: ["app/page.tsx", "app/layout.tsx", ...workers],
    external: ["*?text", "*?bytes"],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "unwritten",
    format: "esm",
    splitting: true,
    platform: "browser",
    loader: { ".csv": "empty", ".woff2": "empty", ".ttf": "empty", ".json": "empty", ".css": "empty" },
    absWorkingDir: root,
    logLevel: "error",
  });
  const used = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput === 0 ? [] : (path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []),
    );
  return [...new Set([...used, ...unseen])].sort();
}

/** The notices of everything in the page that others made, as one text. */
export async function thirdPartyNotices() {
  const packages = (await packagesInPage()).map(noticeOf);
  const inter = ["Inter (font, a subset)", readFileSync(join(root, "app/fonts/OFL.txt"), "utf8")];
  const parts = [coreJs, ...packages, inter].map(([title, text]) => `${title}\n\n${text.replace(/\r/g, "").trim()}\n`);
  return `Meierboard contains the following software and fonts of others.\n\n${rule}${parts.join(`\n${rule}`)}`;
}

const rule = `${"-".repeat(80)}\n\n`;

/** @param {string} name @returns {[string, string]} */
function noticeOf(name) {
  const folder = join(modules, name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!isAllowed(license)) throw new Error(`${name} is under “${license}”, which .build/notices.mjs does not allow`);
  const file = readdirSync(folder).find((each) => licenseFile.test(each));
  const holder = typeof author === "string" ? author : author?.name;
  const text = file
    ? readFileSync(join(folder, file), "utf8")
    : `${license} license. Copyright ${holder ?? `the authors of ${name}`}.`;
  // JSZip can be had under either of two licenses and is taken under the first.
  return [`${name} ${version} (${license})`, text.split(/^GPL version 3$/m)[0]];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(root, "THIRD-PARTY-NOTICES.txt"), await thirdPartyNotices());
