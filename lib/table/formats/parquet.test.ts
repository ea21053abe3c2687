import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parquetMetadataAsync } from "hyparquet";
import { describe, expect, it } from "vitest";
import { dayToIso } from "../dates";
import { cellText } from "../describe";
import { bytesSource, type Source } from "../source";
import type { Table } from "../table";
import { damagedCopies } from "../testing";
import { parquet } from "./parquet";
import { checkPages } from "./parquet/checkPages";

// Written by DuckDB 1.x (@duckdb/node-api 1.5) from one table of 60 rows, row i of 0 … 59: id 'P' || lpad(i, 3, '0'),
// arm 'Arm A' | 'Arm B', time (i * 7 % 50) + 0.5, event i % 3 = 0, enrol date '2020-02-27' + i, visit timestamp
// '2021-03-28 00:30:00' + i hours, n null where i % 5 = 0 else i, hb i / 8 (row 3 NaN, row 4 infinite), code '00' || (i
// % 10), amount decimal(9,2) i * 1.25, note with a quote, a line end and an accent.
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`./fixtures/${name}.parquet`, import.meta.url))));
const attempt = (bytes: Uint8Array) => parquet.read(bytesSource("cohort.parquet", bytes), {}, () => {});

async function read(name: string): Promise<Table> {
  const result = await attempt(bytesOf(name));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** Words of programs and their makers, which say nothing to the reader of a file. */
const foreign = /undefined|not a function|\bfield_\d|Invalid|offset|DataView|thrift|error/i;

describe("a Parquet file", () => {
  it("gives the values that were written, of every type", async () => {
    const { columns, rows } = await read("snappy");
    expect(rows).toBe(60);
    const column = new Map(columns.map((each) => [each.name, each]));
    const values = (name: string) => {
      const found = column.get(name);
      return found?.kind === "number" ? [...found.values] : found?.kind === "date" ? [...found.days].map(dayToIso) : [];
    };
    const index = Array.from({ length: 60 }, (_, i) => i);
    expect(values("time")).toEqual(index.map((i) => ((i * 7) % 50) + 0.5));
    expect(values("n")).toEqual(index.map((i) => (i % 5 === 0 ? Number.NaN : i)));
    expect(values("hb")).toEqual(index.map((i) => (i === 3 || i === 4 ? Number.NaN : i / 8)));
    expect(values("amount")).toEqual(index.map((i) => 1.25 * i));
    expect(values("enrol").slice(0, 4)).toEqual(["2020-02-27", "2020-02-28", "2020-02-29", "2020-03-01"]);
    expect(values("visit").slice(22, 25)).toEqual(["2021-03-28", "2021-03-28", "2021-03-29"]);
    expect(columns.filter(({ kind }) => kind === "category").map((each) => cellText(each, 7))).toEqual([
      "P007",
      "Arm B",
      "FALSE",
      "007",
      'é"\n7',
    ]);
  });

  it("is read as a file of columns, which has no lines, separator or mark", async () => {
    expect((await read("snappy")).reading).toEqual({
      format: "parquet",
      packed: null,
      encoding: "utf-8",
      bom: false,
      separator: "",
      decimal: ".",
      newline: "lf",
      header: 0,
      preamble: [],
      blankLines: 0,
      ghostRows: 0,
      accented: [],
      sheet: null,
      sheets: [],
    });
  });

  it("is the same whatever packs it", async () => {
    const snappy = await read("snappy");
    for (const packing of ["gzip", "zstd"]) expect((await read(packing)).columns).toEqual(snappy.columns);
  });

  it("keeps lists and records in a cell as text, and says so", async () => {
    const { columns, notices } = await read("nested");
    expect(columns.slice(1).map((each) => cellText(each, 0))).toEqual(["[1,2,3]", '{"a":1,"b":"x"}']);
    expect(notices.find(({ code }) => code === "nested-columns")?.columns).toEqual(["list", "st"]);
  });

  it("without rows, damaged or packed otherwise is refused in a sentence", async () => {
    expect(await attempt(bytesOf("empty"))).toMatchObject({ ok: false, problem: { code: "no-data-rows" } });
    const refused = async (bytes: Uint8Array) => {
      const read = await attempt(bytes);
      return read.ok ? null : [read.problem.code, read.problem.message];
    };
    expect(await refused(bytesOf("brotli"))).toEqual([
      "parquet-damaged",
      "“cohort.parquet” is a Parquet file that cannot be read: it is packed with BROTLI.",
    ]);
    expect(await refused(bytesOf("snappy").slice(0, 900))).toEqual([
      "parquet-damaged",
      "“cohort.parquet” is a Parquet file that cannot be read: it is damaged or cut off.",
    ]);
  });

  /** The file with a column of its schema, its parts or both called like another, whose name is as long. */
  function called(name: string, other: string, where: "both" | "schema" = "both"): Uint8Array {
    const bytes = bytesOf("snappy");
    const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    const text = Buffer.from(bytes).toString("latin1");
    const written = (word: string) => String.fromCharCode(word.length) + word;
    const described = text.slice(footer);
    const renamed =
      where === "both"
        ? described.replaceAll(written(name), written(other))
        : described.replace(written(name), written(other));
    return Uint8Array.from(Buffer.from(text.slice(0, footer) + renamed, "latin1"));
  }

  it("with two columns of one name gives each its own values", async () => {
    const twice = await attempt(called("note", "code"));
    if (!twice.ok) throw new Error(twice.problem.message);
    const columns = new Map(twice.value.columns.map((column) => [column.name, column]));
    const cell = (name: string) => columns.get(name) && cellText(columns.get(name) as never, 7);
    expect([cell("code"), cell("code (2)")]).toEqual(["007", 'é"\n7']);
    const ofKinds = await attempt(called("time", "code"));
    const kinds = ofKinds.ok ? ofKinds.value.columns.map(({ name, kind }) => `${name} ${kind}`) : [];
    expect(kinds).toEqual(expect.arrayContaining(["code number", "code (2) category"]));
  });

  it("whose parts name another column than its schema is refused in a sentence", async () => {
    expect(await attempt(called("code", "time", "schema"))).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining("its columns are not called as it describes them") },
    });
  });

  it("that is damaged is read or refused in a sentence", async () => {
    for (const name of ["snappy", "gzip", "zstd", "nested"])
      for (const bytes of damagedCopies(bytesOf(name), 120, 20_261_135)) {
        const result = await attempt(bytes);
        if (!result.ok) expect(result.problem.message).toMatch(/^“[^”]+” .*\.$/s);
        if (!result.ok) expect(result.problem.message).not.toMatch(foreign);
      }
  }, 60_000);

  it("that announces more rows than its pages hold is refused, and so is one with other rows than its groups", async () => {
    const whole = bytesOf("snappy");
    const refused = async (rows: bigint, inGroup: bigint) => {
      const source = bytesSource("cohort.parquet", whole);
      const file = {
        byteLength: source.size,
        slice: async (start: number, end?: number) => whole.slice(start, end).buffer,
      };
      const metadata = await parquetMetadataAsync(file);
      metadata.num_rows = rows;
      for (const group of metadata.row_groups) group.num_rows = inGroup;
      return checkPages(file, metadata).then(
        () => "fine",
        ({ message }: Error) => message,
      );
    };
    expect(await refused(60n, 60n)).toBe("fine");
    expect(await refused(61n, 60n)).toBe("it does not have the rows that it announces");
    expect(await refused(61n, 61n)).toBe("a column does not have a value for each row");
    expect(await refused(2n ** 40n, 2n ** 40n)).toBe("it does not have the rows that it announces");
  });

  it("whose reading is cancelled rejects with that reason", async () => {
    const cancelled = new Error("cancelled");
    const source: Source = { ...bytesSource("x", bytesOf("snappy")), read: () => Promise.reject(cancelled) };
    await expect(parquet.read(source, {}, () => {})).rejects.toBe(cancelled);
  });
});
