import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Board, timeUnitSchema } from "../board/board";
import { readBoard } from "../board/boardFile";
import { countFileHead } from "../board/countFile";
import type { CountedSource } from "../board/fields";
import { counted, formatCount } from "../format";
import { failed, ok, problem, type Result } from "../result";
import { tableFromText } from "../warehouse/columnList";
import type { CountOptions } from "../warehouse/countOptions";
import { type CountQuery, countQuery, tableName } from "../warehouse/countQuery";
import { type DialectId, dialects, writing } from "../warehouse/dialects";
import { clickHouse } from "../warehouse/engines/clickHouse";
import { duckDb } from "../warehouse/engines/duckDb";
import type { Engine } from "../warehouse/engines/engine";
import { postgres } from "../warehouse/engines/postgres";

const usage = [
  'Usage: npm run counts -- --from "cohort/*.parquet" --board BOARD.json --out COUNTS.csv   (DuckDB, embedded: Parquet, CSV)',
  "       npm run counts -- --engine postgres --url postgres://USER@HOST/DATABASE --table SCHEMA.TABLE --board BOARD.json --out COUNTS.csv",
  "       npm run counts -- --engine clickhouse --url http://USER@HOST:8123/DATABASE --table TABLE --board BOARD.json --out COUNTS.csv",
  `       npm run counts -- --sql-only --dialect ${Object.keys(dialects).join("|")} --table TABLE --columns COLUMNS.csv --board BOARD.json`,
  "Also: --grid days|weeks|months|years, --smallest 11, --bin age=10 (several), --timeout 600 (seconds). A password comes from PGPASSWORD or CLICKHOUSE_PASSWORD.",
].join("\n");

type Asked = ReturnType<typeof parsed>["values"];

const parsed = () =>
  parseArgs({
    options: {
      engine: { type: "string", default: "duckdb" },
      dialect: { type: "string" },
      from: { type: "string" },
      url: { type: "string" },
      table: { type: "string" },
      columns: { type: "string" },
      board: { type: "string" },
      out: { type: "string" },
      grid: { type: "string" },
      smallest: { type: "string", default: "1" },
      bin: { type: "string", multiple: true, default: [] },
      timeout: { type: "string", default: "600" },
      "sql-only": { type: "boolean", default: false },
    },
  });

/** Counts the patients of a table by what a board needs, or prints the query that does. One sentence and status 2 on failure. */
async function main(): Promise<void> {
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));
  const done = await run().catch((error: Error) =>
    failed<string>(problem("counts-failed", `Nothing was counted: ${plain(error)}`, "")),
  );
  if (done.ok) {
    process.stdout.write(done.value);
    return;
  }
  process.stderr.write(`${done.problem.message} ${done.problem.hint}\n`);
  process.exitCode = 2;
}

/** The sentence of an engine in one line, without what may stand in a cell. */
const plain = (error: Error) => `${(error.message.split("\n")[0] ?? "").trim().replace(/\.?$/, ".")}`;

const wrong = (message: string, hint = usage) => failed<never>(problem("usage", message, hint));

async function run(): Promise<Result<string>> {
  let asked: Asked;
  try {
    asked = parsed().values;
  } catch (error) {
    return wrong(`${(error as Error).message.split("\n")[0]}.`);
  }
  const options = choicesOf(asked);
  if (!options.ok) return options;
  if (asked.board === undefined) return wrong("No board is named.");
  const board = await boardAt(asked.board);
  if (!board.ok) return board;
  if (asked["sql-only"] && asked.from === undefined && asked.engine === "duckdb")
    return sqlOnly(asked, board.value, options.value);
  const engine = await engineOf(asked);
  if (!engine.ok) return engine;
  try {
    return await countedBy(engine.value, asked, board.value, options.value);
  } finally {
    await engine.value.close();
  }
}

type Choices = Pick<CountOptions, "grid" | "smallest" | "bins">;

function choicesOf({ grid, smallest, bin }: Asked): Result<Choices> {
  const unit = grid === undefined ? null : timeUnitSchema.safeParse(grid);
  if (unit && !unit.success) return wrong(`A grid of “${grid}” is not known.`);
  const bins: Record<string, number> = {};
  for (const each of bin) {
    const [, name, width] = /^(.+)=([0-9.]+)$/.exec(each) ?? [];
    if (name === undefined) return wrong(`“${each}” is no bin: say age=10.`);
    bins[name] = Number(width);
  }
  return ok({ grid: unit?.data ?? null, smallest: Number(smallest), bins });
}

async function boardAt(path: string): Promise<Result<Board>> {
  try {
    return readBoard(await readFile(path, "utf8"));
  } catch (error) {
    return wrong(
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}).`,
      "Check the path.",
    );
  }
}

/** The query for a table that is described by a list of its columns. */
async function sqlOnly(
  { dialect = "", table, columns }: Asked,
  board: Board,
  choices: Choices,
): Promise<Result<string>> {
  if (!Object.hasOwn(dialects, dialect)) return wrong(`The dialect “${dialect}” is not known.`);
  if (table === undefined || columns === undefined)
    return wrong("Without an engine the table and a list of its columns are named.");
  const list = await readFile(columns, "utf8").catch(() => null);
  if (list === null) return wrong(`${columns} cannot be read.`, "Check the path.");
  const found = tableFromText(list);
  if (!found.ok) return found;
  const query = countQuery(board, {
    ...choices,
    dialect: dialect as DialectId,
    from: tableName(table, dialect as DialectId),
    called: table,
    columns: found.value,
  });
  return query.ok ? ok(query.value.sql) : query;
}

/** Engines that run elsewhere. */
const servers = {
  postgres: { called: "PostgreSQL", open: postgres },
  clickhouse: { called: "ClickHouse", open: clickHouse },
};

async function engineOf({ engine, from, url, table, timeout }: Asked): Promise<Result<Engine>> {
  const seconds = Number(timeout);
  if (!(seconds > 0)) return wrong(`A timeout of “${timeout}” seconds is none.`);
  if (engine === "duckdb") return from === undefined ? wrong("No file is named.") : duckDb(from, seconds);
  const server = Object.hasOwn(servers, engine) ? servers[engine as keyof typeof servers] : null;
  if (!server) return wrong(`The engine “${engine}” is not known.`);
  if (url === undefined || table === undefined) return wrong(`${server.called} needs a url and a table.`);
  return server.open(url, table, seconds);
}

async function countedBy(engine: Engine, asked: Asked, board: Board, choices: Choices): Promise<Result<string>> {
  const columns = await engine.columns();
  if (!columns.ok) return columns;
  const { dialect, from } = engine;
  const called = asked.table ?? basename(asked.from ?? "");
  const query = countQuery(board, { ...choices, dialect, from, called, columns: columns.value });
  if (!query.ok) return query;
  if (asked["sql-only"]) return ok(query.value.sql);
  if (asked.out === undefined) return wrong("No file to write is named.");
  const repeated = await repeatedIds(engine, board);
  if (repeated > 0)
    return wrong(
      `${counted(repeated, "row repeats", "rows repeat")} an earlier “${board.patientId}”; a query counts each row as a patient.`,
      "Make a view with one row for each patient, and count that.",
    );
  process.stderr.write(`Counting the rows of ${called} …\n`);
  const lines: string[] = [];
  let patients = 0;
  let merged = 0;
  let someLeft = false;
  const mergedAt = query.value.columns.indexOf(query.value.mergedTo ?? "");
  for await (const rows of engine.rows(query.value.sql))
    for (const row of rows) {
      const said = row[row.length - 1] ?? null;
      lines.push(row.map(cell).join(","));
      // Of so few that their number is left blank.
      if (said === null && choices.smallest > 1) {
        someLeft = true;
        continue;
      }
      const count = Number(said);
      patients += count;
      if ((row[mergedAt] ?? null) !== null) merged += count;
      if (!(Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(patients)))
        return wrong(
          `A cell has ${said} patients, which is no number that can be counted with.`,
          "Count a part of the table.",
        );
    }
  if (lines.length === 0) return wrong(`${called} has no rows.`, "Check the table.");
  const left = choices.smallest > 1 ? { merged, someLeft } : {};
  return written(asked.out, query.value, lines.sort(), patients, called, left);
}

async function written(
  out: string,
  query: CountQuery,
  lines: string[],
  patients: number,
  called: string,
  left: Pick<CountedSource, "merged" | "someLeft">,
): Promise<Result<string>> {
  const { source } = query.board;
  const board = { ...query.board, source: { ...source, counted: source.counted && { ...source.counted, ...left } } };
  const says = [
    `${formatCount(patients)} patients of ${called} in ${formatCount(lines.length)} cells.`,
    ...(left.merged ? [`${formatCount(left.merged)} were merged at a later time.`] : []),
    ...(left.someLeft ? [`1 to ${(source.counted?.smallest ?? 2) - 1} more are left out.`] : []),
    ...query.notes,
  ];
  const head = countFileHead(board, says.join(" "));
  if (!head.ok) return head;
  const unfinished = `${out}.part`;
  try {
    await writeFile(unfinished, `${head.value}${query.columns.map(cell).join(",")}\n${lines.join("\n")}\n`);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    return wrong(
      `${out} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}).`,
      "Check the path.",
    );
  }
  const dense =
    lines.length > patients / 2 ? " The cells are nearly as many as the patients: choose a grid, or bins." : "";
  return ok(`${formatCount(patients)} patients in ${formatCount(lines.length)} cells: ${out}.${dense}\n`);
}

async function repeatedIds({ dialect, from, rows }: Engine, { patientId }: Board): Promise<number> {
  if (patientId === null) return 0;
  const id = writing(dialect).name(patientId);
  for await (const [[count] = []] of rows(`SELECT COUNT(${id}) - COUNT(DISTINCT ${id}) FROM ${from}`))
    return Number(count);
  return 0;
}

const cell = (value: string | null): string =>
  value === null ? "" : /[",\r\n]|^\s|\s$|^#/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

await main();
