import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forbiddenImports } from "./floors.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
let tree = "";
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "floors-"));
  for (const top of ["app", "lib"]) mkdirSync(join(tree, top));
});
afterEach(() => rmSync(tree, { recursive: true }));

function plant(path: string, text = "export default 1;\n") {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

/** What a folder may import, as lib/README.md draws it. */
const allowed: Record<string, string> = {
  result: "",
  steps: "",
  numeric: "",
  format: "",
  survival: "result steps numeric format",
  association: "result steps numeric format",
  table: "result steps numeric format",
  board: "result steps numeric format survival association table",
  cohort: "result steps numeric format survival association table board",
  figure: "result steps numeric format survival association table board cohort",
  panels: "result steps numeric format survival association table board cohort figure",
  analysis: "result steps numeric format survival association table board cohort figure panels",
  export: "result steps numeric format survival association table board cohort figure panels analysis",
  worker: "result steps numeric format survival association table board cohort figure panels analysis export",
  commandLine: "result steps numeric format survival association table board cohort figure panels analysis",
  app: "result steps numeric format survival association table board cohort figure panels analysis export worker commandLine",
};
const folders = Object.keys(allowed);
const files: Record<string, string> = {
  result: "lib/result.ts",
  steps: "lib/steps.ts",
  commandLine: "lib/commandLine.ts",
};
const place = (folder: string) => (folder === "app" ? "app" : `lib/${folder}`);
const fileOf = (folder: string, deep: string) => files[folder] ?? `${place(folder)}/${deep}planted.ts`;
const pairs = folders.flatMap((from) => folders.filter((to) => to !== from).map((to) => ({ from, to })));
const forbidden = pairs.filter(({ from, to }) => !allowed[from]?.split(" ").includes(to));

/** The forbidden imports found where one file imports another, each as deep in its folder as is said. */
function refused(from: string, to: string, deep: string): string[] {
  const file = fileOf(from, deep);
  const target = fileOf(to, deep);
  plant(target);
  plant(file, `export { default } from "${join(relative(dirname(file), target)).replace(/^(?!\.)/, "./")}";\n`);
  return forbiddenImports(tree).filter((sentence) => sentence.startsWith(`${file} `));
}

describe("the floors", () => {
  it.each(forbidden)("refuse an import of $to in $from, at the top and deep inside", ({ from, to }) => {
    for (const deep of ["", "some/where/deep/"]) {
      const found = refused(from, to, deep);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(new RegExp(`^${place(from)}\\S* imports .*: ${place(from)} is on floor \\d`));
    }
  });

  it("allow every other import", () => {
    for (const { from, to } of pairs.filter((pair) => !forbidden.includes(pair)))
      expect(refused(from, to, "deep/")).toEqual([]);
  });

  it.each([
    ["a type", 'import type { Planted } from "../figure/planted";'],
    ["a side effect", 'import "../figure/planted";'],
    ["names over several lines", 'import {\n  planted,\n  type Other,\n} from "../figure/planted";'],
    ["names handed on", 'export * from "../figure/planted";'],
    ["an import within a function", 'export const later = () => import("../figure/planted");'],
    ["the type of a module", 'export let later: typeof import("../figure/planted");'],
    ["a required module", 'export const now = require("../figure/planted");'],
    ["text with a query", 'import text from "../figure/planted.ts?text";'],
  ])("refuse %s of a higher floor", (_, text) => {
    plant("lib/figure/planted.ts");
    plant("lib/cohort/planted.ts", text);
    expect(forbiddenImports(tree)).toEqual([expect.stringContaining("lib/cohort is on floor 2")]);
  });

  it("refuse a folder that stands on none, an import of the tools, and one of nothing", () => {
    plant("lib/format/planted.ts");
    plant("lib/utilities/planted.ts", 'import "../format/planted";');
    plant(".build/tool.mjs");
    plant("lib/format/tooled.ts", 'import "../../.build/tool.mjs";');
    plant("lib/format/lost.ts", 'import "./nowhere";');
    expect(forbiddenImports(tree)).toEqual([
      'lib/format/lost.ts imports "./nowhere": there is no such file.',
      'lib/format/tooled.ts imports "../../.build/tool.mjs": it lies outside app and lib.',
      'lib/utilities/planted.ts imports "../format/planted": stands on no floor of .build/floors.mjs.',
    ]);
  });

  it("are kept by the project", () => {
    expect(forbiddenImports(project)).toEqual([]);
  });
});

describe("the doors of packages", () => {
  it.each([
    ["react", "lib/panels", "app"],
    ["react-dom/client", "lib/export", "app"],
    ["next/link", "lib/worker", "app"],
    ["zustand", "lib/board", "app"],
    ["zundo", "lib/cohort", "app"],
    ["idb", "lib/worker", "app"],
    ["d3", "lib/cohort", "lib/figure, lib/panels"],
    ["d3", "lib/export", "lib/figure, lib/panels"],
    ["d3", "app/board", "lib/figure, lib/panels"],
    ["papaparse", "lib/table", "lib/table/formats"],
    ["papaparse", "lib/table/notices", "lib/table/formats"],
    ["papaparse", "app/data", "lib/table/formats"],
    ["fflate", "lib/worker", "lib/table/formats, lib/table/archive, lib/export"],
    ["pptxgenjs", "lib/export", "lib/export/pptx"],
    ["docx", "lib/export/pptx", "lib/export/docx"],
    ["zod", "lib/panels", "lib/board, lib/cohort/scores, lib/counts, app"],
    ["comlink", "lib/analysis", "lib/worker, app"],
    ["@noble/hashes/sha2.js", "lib/export", "lib/worker"],
  ])("are shut for %s in %s", (name, folder, doors) => {
    plant(`${folder}/planted.ts`, `import * as planted from "${name}";\n`);
    const entry = name.startsWith("@") ? "@noble/hashes" : name.replace(/\/.*/, "");
    expect(forbiddenImports(tree)).toEqual([
      `${folder}/planted.ts imports "${name}": ${entry} enters by ${doors} only.`,
    ]);
  });

  it("are shut for a package that has none, for a part of one under its own name, and for one reached by its path", () => {
    plant("node_modules/papaparse/papaparse.js");
    plant("lib/cohort/lodash.ts", 'import "lodash";');
    plant("lib/cohort/part.ts", 'import { scaleLinear } from "d3-scale";');
    plant("lib/cohort/path.ts", 'import Papa from "../../node_modules/papaparse/papaparse.js";');
    expect(forbiddenImports(tree)).toEqual([
      'lib/cohort/lodash.ts imports "lodash": lodash has no door in .build/floors.mjs.',
      'lib/cohort/part.ts imports "d3-scale": d3-scale has no door in .build/floors.mjs.',
      expect.stringMatching(/^lib\/cohort\/path\.ts .*: papaparse enters by lib\/table\/formats only\.$/),
    ]);
  });

  it("are shut for Node and the test tools in what the page runs, and open in tests", () => {
    const text = 'import { readFileSync } from "node:fs";\nimport { it } from "vitest";\n';
    plant("lib/cohort/planted.test.ts", text);
    expect(forbiddenImports(tree)).toEqual([]);
    plant("lib/cohort/planted.ts", text);
    expect(forbiddenImports(tree)).toHaveLength(2);
  });

  it("are open where a package enters", () => {
    plant("lib/table/formats/deep/planted.ts", 'import Papa from "papaparse";');
    plant("lib/panels/deep/planted.ts", 'import { scaleLinear } from "d3";');
    plant("app/deep/planted.tsx", 'import { useState } from "react";');
    expect(forbiddenImports(tree)).toEqual([]);
  });
});
