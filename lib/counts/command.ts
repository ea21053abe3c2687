import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Board, timeUnitSchema } from "../board/board";
import { readBoard } from "../board/boardFile";
import { counted, formatCount } from "../format";
import { failed, ok, problem, type Result } from "../result";
import { tableFromText } from "../warehouse/columnList";
import { countQuery, tableName } from "../warehouse/countQuery";
import { type DialectId, dialects } from "../warehouse/dialects";
import type { Engine } from "../warehouse/engines/engine";
import { type Choices, type CountedCells, countCells, countFile, queryAt } from "./countCells";
import { calledAt, engineAt, plainError } from "./engines";
import { parquetOfCells } from "./parquetOfCells";

const usage = [
  'Usage: npm run counts -- --from "cohort/*.parquet" --board BOARD.json --out COUNTS.csv|parquet   (DuckDB, embedded: Parquet, CSV)',
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
    failed<string>(problem("counts-failed", `Nothing was counted: ${plainError(error)}`, "")),
  );
  if (done.ok) {
    process.stdout.write(done.value);
    return;
  }
  process.stderr.write(`${done.problem.message} ${done.problem.hint}\n`);
  process.exitCode = 2;
}

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
  const engine = await engineAt(asked, Number(asked.timeout), usage);
  if (!engine.ok) return engine;
  try {
    return await countedBy(engine.value, asked, board.value, options.value);
  } finally {
    await engine.value.close();
  }
}

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

async function countedBy(engine: Engine, asked: Asked, board: Board, choices: Choices): Promise<Result<string>> {
  const called = calledAt(asked);
  if (asked["sql-only"]) {
    const query = await queryAt(engine, board, choices, called);
    return query.ok ? ok(query.value.sql) : query;
  }
  const { out } = asked;
  if (out === undefined) return wrong("No file to write is named.");
  const cells = await countCells(engine, board, choices, called, () =>
    process.stderr.write(`Counting the rows of ${called} …\n`),
  );
  if (!cells.ok) return cells;
  const done = await written(out, cells.value);
  if (!done.ok) return done;
  const { patients, lines } = cells.value;
  const dense =
    lines.length > patients / 2 ? " The cells are nearly as many as the patients: choose a grid, or bins." : "";
  return ok(`${formatCount(patients)} patients in ${counted(lines.length, "cell")}: ${out}.${dense}\n`);
}

/** Writes beside it first, so that nothing is there in part. */
async function written(out: string, cells: CountedCells): Promise<Result<null>> {
  const unfinished = `${out}.part`;
  try {
    if (/\.(parquet|pq)$/i.test(out)) {
      const made = await parquetOfCells(cells, unfinished);
      if (!made.ok) return made;
    } else {
      const file = countFile(cells);
      if (!file.ok) return file;
      await writeFile(unfinished, file.value);
    }
    await rename(unfinished, out);
    return ok(null);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return wrong(`${out} cannot be written (${code ?? message.split("\n")[0]}).`, "Check the path.");
  } finally {
    await rm(unfinished, { force: true });
  }
}

await main();
