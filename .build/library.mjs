import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeReference } from "./reference.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Builds lib/survival as a package of its own: one ES module, its types, its README and the license.
 * @param {string} folder
 */
export async function buildLibrary(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(root, "lib/survival/index.ts")],
    outfile: join(folder, "index.js"),
    bundle: true,
    platform: "neutral",
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "error",
  });
  writeTypes(join(folder, "types"));
  cpSync(join(root, "lib/survival/README.md"), join(folder, "README.md"));
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
}

function manifest() {
  const { version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    name: "@meierboard/survival",
    version,
    license,
    description: "Survival analysis: Kaplan–Meier, log-rank tests, Cox and Fine–Gray regression, verified against R",
    keywords: ["survival analysis", "Kaplan-Meier", "log-rank", "Cox regression", "competing risks", "statistics"],
    type: "module",
    sideEffects: false,
    exports: { ".": { types: "./types/survival/index.d.ts", default: "./index.js" } },
    engines: { node: ">=20.9" },
  };
}

/** @param {string} folder */
function writeTypes(folder) {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const project = join(root, ".build/library.tsconfig.json");
  const { status } = spawnSync(process.execPath, [tsc, "-p", project, "--outDir", folder], { stdio: "inherit" });
  if (status !== 0) throw new Error("The types of the library could not be written");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".d.ts")) writeFileSync(join(folder, name), withExtensions(join(folder, name)));
}

/**
 * Node's own resolution, which TypeScript follows for packages, wants the whole name of a file.
 * @param {string} path
 */
const withExtensions = (path) => readFileSync(path, "utf8").replace(/(\bfrom |\bimport\()"(\.[^"]+)"/g, '$1"$2.js"');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildLibrary(join(root, ".library/package"));
  await writeReference(join(root, ".library/reference"));
  console.log("The package is in .library/package, its reference in .library/reference.");
}
