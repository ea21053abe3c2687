import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dayToIso } from "./dates";
import { type ColumnDescription, cellText, describe as describeTable } from "./describe";
import { nodeSource } from "./nodeSource";
import { readHeavyTable } from "./readHeavyTable";
import type { ReadingOptions, Table } from "./table";

interface Facts {
  type?: string;
  n_valid?: number;
  n_missing?: number;
  n_unparseable?: number;
  n_levels?: number;
  levels?: Record<string, number>;
  min?: number | string;
  max?: number | string;
  sum?: number;
  unparseable?: { row: number; value: string }[];
}

interface Expected {
  outcome: string;
  rows?: number;
  columns?: number;
  column_names?: string[];
  column_facts?: Record<string, Facts>;
  column_facts_by_index?: Record<string, Facts>;
  cells?: { row: number; column: string; value: string }[];
  row_lines?: Record<string, number>;
  warnings?: { code: string; count?: number; rows?: number[]; columns?: string[] }[];
  error?: { kind: string; line?: number };
  derived?: { from: string; to: string; n: number; sum: number; row_1: number };
  [reading: string]: unknown;
}

interface CorpusFile {
  file: string;
  stored: boolean;
  expect: Expected;
}

const folder = fileURLToPath(new URL("./corpus/", import.meta.url));
const { files } = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as { files: CorpusFile[] };
const stored = files.filter((each) => each.stored);

/** What the manifest words otherwise, or what it leaves to the reader's choice, in our words. */
const ourKind = new Map([
  ["numeric", "number"],
  ["categorical", "category"],
  ["empty", "category"],
  ["date", "date"],
]);

/** Warnings that speak of patients, endpoints and identities: not the table's. */
const cohortWarnings = new Set([
  ...[
    "event-blank",
    "event-coding-assumed",
    "cnsr-inverted",
    "long-format-paramcd",
    "repeated-ids",
    "negative-time",
    "zero-time",
  ],
  ...["pfs-after-os", "duplicate-rows", "death-before-start", "status-contradiction", "unit-mix", "phi-suspected"],
]);

/** Counts of the manifest that count something else than we do. */
const otherCounts = new Set(["s33_cbioportal_patient.txt missing-tokens"]);

async function read(file: string, options?: ReadingOptions) {
  const source = await nodeSource(`${folder}${file}`);
  const result = await readHeavyTable(source, options);
  await source.close();
  return result;
}

async function table(file: string, options?: ReadingOptions): Promise<Table> {
  const result = await read(file, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const refused = stored.filter(
  ({ expect: { outcome }, file }) => outcome === "error" && file !== "s23_unbalanced_quote.csv",
);
const opened = stored.filter(({ expect: { outcome } }) => outcome !== "error");

describe.each(refused)("$file", ({ file, expect: { error } }) => {
  it(`is refused as ${error?.kind}`, async () => {
    const result = await read(file);
    expect(result.ok).toBe(false);
    const code = result.ok ? "" : result.problem.code;
    // Whether a document is a board is for the board to say; to the table it is no table.
    expect(code).toBe(error?.kind === "not-a-project" ? "not-a-table" : error?.kind);
  });
});

describe.each(opened)("$file", ({ file, expect: wanted }) => {
  it("has the rows, columns and reading of the manifest", async () => {
    const found = await table(file);
    const { reading } = found;
    expect([found.rows, found.columns.length]).toEqual([wanted.rows, wanted.columns]);
    const said = {
      encoding: reading.encoding,
      bom: reading.bom,
      separator: reading.separator,
      decimal: reading.decimal,
      newline: reading.newline,
    };
    for (const [part, value] of Object.entries(said))
      if (reading.format === "delimited") expect(value).toBe(wanted[part] ?? value);
    expect(reading.header).toBe(wanted.header_line ?? wanted.header_row);
    expect(reading.preamble.length).toBe(wanted.preamble_lines ?? 3);
    expect([reading.blankLines, reading.ghostRows]).toEqual([wanted.blank_lines ?? 0, wanted.ghost_rows ?? 0]);
    expect(reading.sheet).toBe(wanted.sheet ?? null);
    const format = [reading.format === "workbook" ? "xlsx" : reading.format, reading.packed].filter(Boolean).join("+");
    expect(format).toBe(wanted.format);
  });

  it("has the names, kinds, counts and levels of the manifest", async () => {
    const found = describeTable(await table(file));
    wanted.column_names?.forEach((name, place) => {
      if (name !== "" && wanted.column_names?.indexOf(name) === place) expect(found.columns[place].name).toBe(name);
    });
    for (const [name, facts] of Object.entries(wanted.column_facts ?? {})) {
      expectFacts(found.columns.find((column) => column.name === name) as ColumnDescription, facts);
    }
    for (const [place, facts] of Object.entries(wanted.column_facts_by_index ?? {}))
      expectFacts(found.columns[Number(place) - 1], facts);
    for (const { valid, missing, unparsed } of found.columns) expect(valid + missing + unparsed).toBe(found.rows);
  });

  it("says everything that the manifest wants said about a table", async () => {
    const found = await table(file);
    const said = [...found.notices, ...found.questions];
    for (const { code, count, rows, columns } of wanted.warnings ?? []) {
      if (cohortWarnings.has(code)) continue;
      const ours = said.filter((notice) => notice.code === code);
      expect(ours, code).not.toEqual([]);
      const total = ours.reduce((sum, notice) => sum + notice.count, 0);
      if (count !== undefined && !otherCounts.has(`${file} ${code}`))
        expect([total, ...ours.map((each) => each.count)], code).toContain(count);
      if (rows)
        expect(
          ours.flatMap((notice) => notice.rows ?? []),
          code,
        ).toEqual(expect.arrayContaining(rows));
      if (columns && code !== "leading-zeros")
        expect(
          ours.flatMap((notice) => notice.columns ?? []),
          code,
        ).toEqual(expect.arrayContaining(columns));
    }
  });
});

const withCells = opened.filter(({ expect: { cells, row_lines, derived } }) => cells || row_lines || derived);

describe.each(withCells)("$file", ({ file, expect: wanted }) => {
  it("has the cells, lines and differences of days of the manifest", async () => {
    const found = await table(file, serials(file));
    const column = (name: string) => found.columns.find((each) => each.name === name) as Table["columns"][number];
    for (const { row, column: name, value } of wanted.cells ?? []) expect(cellText(column(name), row - 1)).toBe(value);
    for (const [row, line] of Object.entries(wanted.row_lines ?? {})) expect(lineOf(found, Number(row) - 1)).toBe(line);
    if (wanted.derived) expectDays(column(wanted.derived.from), column(wanted.derived.to), wanted.derived);
  });
});

function expectFacts(found: ColumnDescription, facts: Facts): void {
  const kind = ourKind.get(facts.type ?? "");
  // A 0/1 column is numbers that keep their texts, and serves as categories as well.
  if (kind !== "category" || found.kind === "date") expect(found.kind, found.name).toBe(kind);
  const counts = { n_valid: found.valid, n_missing: found.missing, n_unparseable: found.unparsed };
  for (const [part, value] of Object.entries(counts))
    expect(value, `${found.name} ${part}`).toBe(facts[part as keyof Facts] ?? value);
  if (facts.n_levels !== undefined) expect(found.distinct).toBe(facts.n_levels);
  if (facts.levels)
    expect(Object.fromEntries((found.levels ?? []).map(({ value, count }) => [value, count]))).toEqual(facts.levels);
  if (facts.min !== undefined) expect([found.min, found.max]).toEqual([facts.min, facts.max]);
  if (facts.sum !== undefined) expect(Math.abs((found.sum as number) / facts.sum - 1)).toBeLessThan(1e-9);
  const odd = (facts.unparseable ?? []).map(({ row, value }) => ({ row, text: value }));
  if (facts.unparseable) expect(found.unparsedCells).toEqual(odd);
}

const serials = (file: string): ReadingOptions =>
  file === "s29_excel_serial_dates.csv"
    ? { columns: ["enrol", "last", "calendar_check"].map((name) => ({ name, kind: "date", serial: 1900 })) }
    : {};

function lineOf({ lines }: Table, row: number): number {
  const stretch = lines.filter((each) => each.row <= row).at(-1);
  return stretch ? stretch.line + row - stretch.row : Number.NaN;
}

function expectDays(
  from: Table["columns"][number],
  to: Table["columns"][number],
  wanted: { n: number; sum: number; row_1: number },
): void {
  if (from.kind !== "date" || to.kind !== "date") throw new Error("dates expected");
  const days = [...to.days].map((day, row) => day - from.days[row]);
  const known = days.filter((each) => !Number.isNaN(each));
  expect([known.length, known.reduce((sum, each) => sum + each, 0), days[0]]).toEqual([
    wanted.n,
    wanted.sum,
    wanted.row_1,
  ]);
}

it("reads the days of a spreadsheet as the manifest says, phantom day and all", async () => {
  const { columns } = await table("s29_excel_serial_dates.csv", serials("s29_excel_serial_dates.csv"));
  const days = columns[3].kind === "date" ? [...columns[3].days].map(dayToIso) : [];
  expect(days).toEqual([
    "1900-02-28",
    "",
    "1900-03-01",
    "1900-01-01",
    "2020-01-01",
    "2020-12-31",
    "1970-01-01",
    "2000-01-01",
    "2020-02-29",
    "",
  ]);
});

it("reads the quotation mark that is never closed as a character, and names the row", async () => {
  const found = await table("s23_unbalanced_quote.csv");
  expect(found.rows).toBe(12);
  expect(found.notices.find(({ code }) => code === "stray-quote")).toMatchObject({ count: 1, rows: [5] });
});
