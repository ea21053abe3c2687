import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the project's linter says of an import planted in a file of its own, in a copy of the tree that holds nothing else. */
function lintPlanted(path: string, from: string): string {
  const folder = mkdtempSync(join(tmpdir(), "floors-"));
  copyFileSync(join(root, "biome.json"), join(folder, "biome.json"));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `import * as planted from "${from}";\n\nexport default planted;\n`);
  const { stdout, stderr } = spawnSync(join(root, "node_modules/.bin/biome"), ["lint", path], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  return stdout + stderr;
}

describe("the floors", () => {
  it.each([
    ["lib/survival/planted.ts", "../table/table", "lib/survival is on floor 1"],
    ["lib/numeric/planted.ts", "../survival/logRank", "lib/numeric is on floor 0"],
    ["lib/table/formats/planted.ts", "../../cohort/endpoint", "lib/table is on floor 1"],
    ["lib/cohort/planted.ts", "../panels/kaplanMeier/figure", "lib/cohort is on floor 2"],
    ["lib/figure/planted.ts", "../export/svgExport", "lib/figure is on floor 3"],
    ["lib/worker/planted.ts", "../../app/store", "lib/worker is on floor 4"],
    ["lib/cohort/planted.ts", "d3", "D3 has one door"],
    ["lib/cohort/planted.ts", "papaparse", "PapaParse has one door"],
    ["lib/board/planted.ts", "zustand", "live only in app/"],
  ])("refuse in %s an import of %s", (path, from, sentence) => {
    expect(lintPlanted(path, from).replace(/\s+/g, " ")).toContain(sentence);
  });

  it("allow an import of a lower floor", () => {
    expect(lintPlanted("lib/cohort/planted.ts", "../survival/logRank")).not.toContain("floor");
  });
});
