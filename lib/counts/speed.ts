import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysis } from "../analysis/analyze";
import { type Board, boardSchema } from "../board/board";
import { boardOfCounts } from "../board/countFile";
import { readingOptions } from "../board/readingOptions";
import { boardVersion } from "../board/version";
import { formatCount } from "../format";
import type { Result } from "../result";
import { bytesSource, readTable } from "../table";
import { duckDb } from "../warehouse/engines/duckDb";
import { clickHouseCluster, clickHousePrograms } from "../warehouse/engines/testServers";
import { countCells, countFile } from "./countCells";
import { engineAt } from "./engines";

/** `npm run bench -- --warehouse`: how long it takes from a table of many patients to a curve, and from a filter to the next. */

const most = process.argv.includes("--to") ? Number(process.argv[process.argv.indexOf("--to") + 1]) : 1e7;
const sizes = [1e5, 1e6, 1e7, 1e8].filter((size) => size <= most);
/** R holds the rows in memory. */
const mostOfR = 1e6;

const board: Board = boardSchema.parse({
  meierboard: boardVersion,
  source: { file: null, rows: null, sha256: null },
  endpoints: [
    {
      id: "os",
      label: "OS",
      time: { from: "dates", start: "start", end: "last", unit: "months" },
      event: {
        column: "status",
        coding: [
          { value: "dead", as: "event" },
          { value: "alive", as: "censored" },
        ],
      },
    },
  ],
  filters: ["stage", "sex", "region"].map((column) => ({ kind: "values", of: { column }, values: null })),
  panels: [{ id: "os", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
});

const filtered: Board = boardSchema.parse({
  ...board,
  filters: board.filters.map((filter, place) =>
    place === 0 ? { ...filter, values: ["I", "II"], missing: false } : filter,
  ),
});

/** Patients of a number i from 0, in the SQL of an engine: `part(salt, n)` is a number below n that follows from i. */
const patients = (
  part: (salt: number, below: number) => string,
  day: (days: string) => string,
  word: (at: string, words: string[]) => string,
) => [
  ["start", day(part(1, 1500))],
  ["last", day(`1500 + ${part(2, 60)} * ${part(3, 30)}`)],
  ["status", word(part(4, 3), ["dead", "dead", "alive"])],
  ["arm", word(part(5, 2), ["A", "B"])],
  ["stage", word(part(6, 4), ["I", "II", "III", "IV"])],
  ["sex", word(part(7, 2), ["f", "m"])],
  ["region", word(part(8, 5), ["north", "south", "east", "west", "middle"])],
];
const selected = (columns: string[][]) => columns.map(([name, value]) => `${value} AS ${name}`).join(", ");
const texts = (words: string[]) => words.map((word) => `'${word}'`).join(", ");

interface Table {
  called: string;
  place: Parameters<typeof engineAt>[0];
}

async function inDuckDb(size: number, folder: string): Promise<Table> {
  const path = join(folder, `${size}.parquet`);
  const engine = mustBe(await duckDb(path, 3600));
  const columns = patients(
    (salt, below) => `CAST(hash(i * 16 + ${salt}) % ${below} AS INTEGER)`,
    (days) => `DATE '2012-01-01' + (${days})`,
    (at, words) => `[${texts(words)}][${at} + 1]`,
  );
  const copy = `COPY (SELECT ${selected(columns)} FROM range(${size}) t(i)) TO '${path}' (FORMAT parquet)`;
  for await (const _ of engine.rows(copy));
  await engine.close();
  return { called: "DuckDB", place: { engine: "duckdb", from: path } };
}

function inCluster(size: number, urls: readonly string[]): Table {
  const columns = patients(
    (salt, below) => `toInt32(cityHash64(number * 16 + ${salt}) % ${below})`,
    (days) => `toDate('2012-01-01') + (${days})`,
    (at, words) => `arrayElement([${texts(words)}], ${at} + 1)`,
  );
  const table = `patients${size}`;
  const types = columns.map(([name], place) => `${name} ${place < 2 ? "Date" : "String"}`).join(", ");
  const ask = (url: string, sql: string) => execFileSync("curl", ["-sSf", `${url}/`, "--data-binary", sql]);
  urls.forEach((url, place) => {
    ask(url, `CREATE TABLE ${table}_part (${types}) ENGINE = MergeTree ORDER BY tuple()`);
    const half = `numbers(${(size / 2) * place}, ${size / 2})`;
    ask(url, `INSERT INTO ${table}_part SELECT ${selected(columns)} FROM ${half}`);
  });
  const [first = ""] = urls;
  ask(first, `CREATE TABLE ${table} AS ${table}_part ENGINE = Distributed(shards, default, ${table}_part, rand())`);
  return { called: "ClickHouse, 2 shards", place: { engine: "clickhouse", url: `${first}/default`, table } };
}

async function timesOf({ called, place }: Table, size: number): Promise<void> {
  const engine = mustBe(await engineAt(place, 3600, ""));
  let at = performance.now();
  const seconds = () => {
    const since = (performance.now() - at) / 1000;
    at = performance.now();
    return since;
  };
  const cells = mustBe(await countCells(engine, board, { grid: "months", smallest: 1, bins: {} }, called));
  const counting = seconds();
  await engine.close();
  const file = mustBe(countFile(cells));
  const ofCells = boardOfCounts(file);
  if (!ofCells?.ok || cells.patients !== size) throw new Error(`${cells.patients} of ${size} patients were counted`);
  const bytes = new TextEncoder().encode(file);
  seconds();
  const table = mustBe(await readTable(bytesSource("counts.csv", bytes), readingOptions(ofCells.value)));
  const of = analysis(table);
  const [panel] = of(ofCells.value).panels;
  if (panel?.state !== "ready") throw new Error("no curve");
  const curve = seconds();
  const turns = [filtered.filters, board.filters, filtered.filters, board.filters, filtered.filters];
  const changes = turns.map((filters) => {
    seconds();
    of({ ...ofCells.value, filters });
    return seconds();
  });
  const change = changes.sort((a, b) => a - b)[2] ?? Number.NaN;
  line([
    called,
    formatCount(size),
    inSeconds(counting),
    formatCount(cells.lines.length),
    formatCount(bytes.length),
    inSeconds(curve),
    inSeconds(change),
  ]);
}

/** Seconds of survfit and survdiff on rows such as these, already in memory; null where R or its package is not installed. */
function inR(size: number): number | null {
  const script = `suppressPackageStartupMessages(library(survival)); set.seed(1); n <- ${size}
d <- data.frame(t = sample(60, n, TRUE) * sample(30, n, TRUE) / 30.4375, e = sample(0:1, n, TRUE), g = sample(2, n, TRUE))
cat(system.time({survfit(Surv(t, e) ~ g, d); survdiff(Surv(t, e) ~ g, d)})[[3]])`;
  const { status, stdout } = spawnSync("Rscript", ["-e", script], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}

function mustBe<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.hint}`);
  return result.value;
}

const inSeconds = (value: number) => value.toFixed(value < 10 ? 3 : 1);
const widths = [22, 12, 10, 8, 12, 12, 10];
const line = (cells: string[]) =>
  console.log(
    cells.map((cell, place) => (place === 0 ? cell.padEnd(22) : cell.padStart(widths[place] ?? 10))).join("  "),
  );

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const cluster = clickHousePrograms === null ? null : await clickHouseCluster();
try {
  console.log(
    "Seconds from a table of patients to a curve. “Counts”: the query; “curve”: the cells read and all of the board; “filter”: the same anew.",
  );
  line(["Patients in", "patients", "counts", "cells", "bytes", "curve", "filter"]);
  for (const size of sizes) {
    await timesOf(await inDuckDb(size, folder), size);
    rmSync(join(folder, `${size}.parquet`));
    if (cluster && size <= 1e7) await timesOf(inCluster(size, cluster.urls), size);
    const r = size <= mostOfR ? inR(size) : null;
    if (r !== null) line(["R, the rows in memory", formatCount(size), "", "", "", inSeconds(r), inSeconds(r)]);
  }
  if (!cluster) console.log("ClickHouse is not installed here: left out.");
  if (inR(10) === null) console.log("R with its package survival is not installed here: left out.");
} finally {
  cluster?.remove();
  rmSync(folder, { recursive: true, force: true });
}
