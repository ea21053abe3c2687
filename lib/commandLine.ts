import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import exampleBoard from "../public/example/synthetic-lms-board.json";
import exampleText from "../public/example/synthetic-lms-cohort.csv";
import { analyze } from "./analysis/analyze";
import { describeFile } from "./analysis/describeFile";
import { type Board, boardSchema, emptyBoard } from "./board/board";
import { readBoard } from "./board/boardFile";
import { readingOptions } from "./board/readingOptions";
import { failed, ok, type Problem, problem, type Result } from "./result";
import { bytesSource, type Source, type Table } from "./table";
import { nodeSource } from "./table/nodeSource";
import { readHeavyTable } from "./table/readHeavyTable";

type OpenSource = Source & { close(): Promise<void> };

const usage =
  "Usage: npm run analyze -- FILE --board BOARD.json [--join SECOND-FILE …]   or   npm run analyze -- --describe FILE   or   npm run analyze -- --example";

/**
 * Prints the snapshot of a cohort and its board as JSON with full precision, or with `--describe` what the file says on
 * its own. A problem is one sentence on stderr and exit code 2; of a described file it is printed as JSON too.
 */
async function main(): Promise<void> {
  // Whoever reads the output may have enough of it: `… | head`.
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));
  const printed = await run();
  if (printed.ok) {
    process.stdout.write(`${printed.value}\n`);
    return;
  }
  if (process.argv.includes("--describe"))
    process.stdout.write(`${JSON.stringify({ refused: printed.problem }, asPlain, 2)}\n`);
  process.stderr.write(`${printed.problem.message} ${printed.problem.hint}\n`);
  process.exitCode = 2;
}

async function run(): Promise<Result<string>> {
  const asked = options();
  if (!asked.ok) return asked;
  const { file, board: boardPath, example, describe } = asked.value;
  const board = example ? ok(boardSchema.parse(exampleBoard)) : await boardAt(boardPath);
  if (!board.ok) return board;
  const source = example ? exampleSource() : await sourceAt(file as string);
  if (!source.ok) return source;
  if (describe) {
    const described = await describeFile(source.value, boardPath === undefined ? null : board.value);
    await source.value.close();
    return described.ok ? ok(JSON.stringify(described.value, asPlain, 2)) : described;
  }
  const table = await readHeavyTable(source.value, readingOptions(board.value));
  await source.value.close();
  if (!table.ok) return table;
  const seconds = await secondTables(board.value, asked.value.join);
  if (!seconds.ok) return seconds;
  const snapshot = analyze(table.value, board.value, seconds.value);
  // The panels' settings stand in the board that was given.
  return ok(JSON.stringify({ ...snapshot, panels: snapshot.panels.map(({ panel: _, ...view }) => view) }, asPlain, 2));
}

/** The nth `--join` is the file of the board's nth join. */
async function secondTables({ joins }: Board, paths: string[]): Promise<Result<Map<string, Table>>> {
  const tables = new Map<string, Table>();
  if (paths.length > joins.length)
    return failed(problem("join-unknown", "The board joins fewer files than were given.", usage));
  for (const [place, path] of paths.entries()) {
    const source = await sourceAt(path);
    if (!source.ok) return source;
    const table = await readHeavyTable(source.value, readingOptions(joins[place]));
    await source.value.close();
    if (!table.ok) return table;
    tables.set(joins[place].id, table.value);
  }
  return ok(tables);
}

function options(): Result<{ file?: string; board?: string; join: string[]; example: boolean; describe: boolean }> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        board: { type: "string" },
        join: { type: "string", multiple: true, default: [] },
        example: { type: "boolean", default: false },
        describe: { type: "boolean", default: false },
      },
    });
    if (positionals.length > 1 || (positionals.length === 0) !== values.example)
      return failed(problem("usage", usage, ""));
    return ok({ file: positionals[0], ...values });
  } catch (error) {
    return failed(problem("usage", `${(error as Error).message}.`, usage));
  }
}

async function boardAt(path: string | undefined): Promise<Result<Board>> {
  if (path === undefined) return ok(emptyBoard);
  try {
    return readBoard(await readFile(path, "utf8"));
  } catch (error) {
    return failed(unreadable(path, error));
  }
}

const exampleSource = (): Result<OpenSource> =>
  ok({ ...bytesSource("synthetic-lms-cohort.csv", new TextEncoder().encode(exampleText)), close: async () => {} });

async function sourceAt(path: string): Promise<Result<OpenSource>> {
  try {
    return ok(await nodeSource(path));
  } catch (error) {
    return failed(unreadable(path, error));
  }
}

const unreadable = (path: string, error: unknown): Problem =>
  problem(
    "unreadable",
    `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}).`,
    "Check the path.",
  );

/** Typed arrays as lists, maps as pairs; what is not a finite number as null. */
function asPlain(_: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

await main();
