import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect } from "vitest";
import { analysis } from "../../analysis/analyze";
import type { Board } from "../../board/board";
import { tableFrom } from "../../cohort/testing";
import type { Table } from "../../table";
import { dataSetOf } from "../dataSet/dataSet";
import { rScript } from "./rScript";

// R takes seconds a script, on a busy machine many: several run at once, and the limit is for one that hangs. The first
// story runs wherever R is, the others where ALL_R_SCRIPTS is set.
export const inR = { timeout: 300_000, concurrent: true };
/** For tests: whether R is there with a package. */
export const hasPackage = (name: string) => spawnSync("Rscript", ["-e", `library(${name})`]).status === 0;
export const hasR = hasPackage("survival");
export const facts = {
  program: "Meierboard",
  date: "2026-11-29",
  settings: "0123456789ab",
  filters: [],
  selected: 1,
  total: 1,
  cutoff: null,
  example: false,
};
export const agrees = /\n[1-9]\d* of \d+ numbers checked and equal\. (?:Every number agrees|Not checked: .+)\.\n$/;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
/** For tests: a folder for a script and its data, which is removed when they have run. */
export function scriptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "script-"));
  folders.push(folder);
  return folder;
}
/** For tests: a cohort of R's survival package. */
export const cohortIn = (name: string) => tableFrom(readFileSync(`lib/survival/reference/data/${name}.csv`, "utf8"));

/** For tests: what R prints for the script of a board, run beside its data set; `parts` are its small figures and second endpoints. */
export async function runInR(
  table: Table,
  board: Board,
  wholeMonths = false,
  seconds: Record<string, Table> = {},
  parts = 0,
): Promise<string> {
  const set = dataSetOf(analysis(table, new Map(Object.entries(seconds))).prepare(board).prepared, { wholeMonths });
  const { text: script } = rScript(set, facts, "data.csv", { wholeMonths, counted: true });
  const folder = scriptFolder();
  writeFileSync(join(folder, "data.csv"), set.csv);
  writeFileSync(join(folder, "script.R"), script);
  // Those of scores stand on one line.
  expect(script.match(/^stopifnot\($/gm)).toHaveLength(board.panels.length + parts);
  const { stdout } = await promisify(execFile)("Rscript", ["script.R"], { cwd: folder });
  return stdout;
}

export const endpoint = (
  time: string,
  event: string,
  more: object = {},
  coding: [string, string][] = [
    ["1", "event"],
    ["0", "censored"],
  ],
) => ({
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: time, unit: "days" },
  event: { column: event, coding: coding.map(([value, as]) => ({ value, as })) },
  ...more,
});
export const panel = (more: object) => ({
  id: JSON.stringify(more).slice(0, 90),
  kind: "kaplanMeier",
  endpoint: "os",
  group: null,
  ...more,
});
