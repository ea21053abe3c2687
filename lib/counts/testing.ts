import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { analyze, type Snapshot } from "../analysis/analyze";
import { differences } from "../analysis/testing";
import type { Board } from "../board/board";
import { boardOfCounts } from "../board/countFile";
import { readingOptions } from "../board/readingOptions";
import { bytesSource } from "../table";
import { readHeavyTable } from "../table/readHeavyTable";

/** For tests of the command: a folder of a test, what is run in it, and how two answers are compared. */

const script = fileURLToPath(new URL("../../.build/counts.mjs", import.meta.url));
const cache = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));

export function folderOfTest() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "counts-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    /** Runs the command as `npm run --silent counts` does. */
    run: (...words: string[]) =>
      spawnSync(process.execPath, [script, ...words], { encoding: "utf8", env: { ...process.env, INIT_CWD: folder } }),
    text: (name: string) => readFileSync(path(name), "utf8"),
    file: (name: string) => new File([new Uint8Array(readFileSync(path(name)))], name),
    write: (name: string, content: string) => writeFileSync(path(name), content),
  };
}

export async function answer(file: string | File, board: Board): Promise<Snapshot> {
  const [name, bytes] =
    typeof file === "string"
      ? ["file.csv", new TextEncoder().encode(file)]
      : [file.name, new Uint8Array(await file.arrayBuffer())];
  const read = await readHeavyTable(bytesSource(name, bytes), readingOptions(board));
  if (!read.ok) throw new Error(read.problem.message);
  return analyze(read.value, board);
}

export function boardIn(file: string): Board {
  const board = boardOfCounts(file);
  if (!board?.ok) throw new Error("no board");
  return board.value;
}

/** What says that the rows are cells, how their columns are called, and the dots of residuals, which fall together for equal patients. */
const saysCells =
  /\/(weights|weighted|fingerprint|setting\/cells)$|\/rows(\/|$)|\/(coding|competing)(\/|$)|\/residuals\/\d+\/(time|x|value)(\/|$)/;
/** Where digits come from sums in another order, of models and of all follow-up: the same to 1e-9. */
const ofModels = /\/followUp$|\/(comparisons|studies|terms|lines|joint|residuals|proposal)\//;

/** Lines in which two answers differ, beside what is of cells: of models in more than 1e-9, elsewhere in any digit. */
export function different(rows: Snapshot, cells: Snapshot): string[] {
  const of = (within: number) =>
    differences(rows, cells, within).filter((line) => !saysCells.test(line.slice(0, line.indexOf(": "))));
  return [...of(0).filter((line) => !ofModels.test(line.slice(0, line.indexOf(": ")))), ...of(1e-9)];
}
