import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { buildPage, out } from "./build.mjs";
import { filesBelow, sha256 } from "./offline.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sums = "SHA256SUMS";

/**
 * The files of a built page as one zip, for a file server or to be opened by double click: in a folder of its own, with
 * the sums of all of them, and the same bytes for the same files, whenever and wherever it is made.
 * @param {string} folder
 */
export function zipOf(folder) {
  const files = filesBelow(folder).map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  const listed = files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join("");
  const all = [...files, { path: sums, bytes: new TextEncoder().encode(listed) }];
  // The first day a zip can say, in whatever zone it is made.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(all.map(({ path, bytes }) => [`meierboard/${path}`, bytes])), { level: 9, mtime });
}

/**
 * Files of which two folders hold other bytes, or only one has any.
 * @param {string} one
 * @param {string} other
 */
export function differences(one, other) {
  const [mine, theirs] = [one, other].map(
    (folder) => new Map(filesBelow(folder).map((path) => [path, sha256(readFileSync(join(folder, path)))])),
  );
  const paths = new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...paths].filter((path) => mine?.get(path) !== theirs?.get(path));
}

/** Builds from nothing: what an earlier build left could hide that two differ. */
async function buildAfresh() {
  rmSync(join(root, ".next"), { recursive: true, force: true });
  await buildPage();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAfresh();
  if (process.argv.includes("--twice")) {
    const first = mkdtempSync(join(tmpdir(), "meierboard-"));
    cpSync(out, first, { recursive: true });
    await buildAfresh();
    const found = differences(first, out);
    rmSync(first, { recursive: true });
    if (found.length > 0) throw new Error(`Built twice, other bytes: ${found.join(", ")}`);
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const name = `meierboard-${version}.zip`;
  const folder = join(root, ".package");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const zip = zipOf(out);
  writeFileSync(join(folder, name), zip);
  writeFileSync(join(folder, `${name}.sha256`), `${sha256(zip)}  ${name}\n`);
  console.log(`${sha256(zip)}  .package/${name}`);
}
