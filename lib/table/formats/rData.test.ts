import { gunzipSync, gzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellText } from "../describe";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { ReadingOptions, Table } from "../table";
import { damagedCopies } from "../testing";
import { isHeavy } from "./heavy";
import { column, days, fixture, numbers, texts } from "./testing";

// Written by fixtures/r.R under R 4.2.2, which says what is in each.
const attempt = (bytes: Uint8Array, options: ReadingOptions = {}, name = "cohort.rds") =>
  readHeavyTable(bytesSource(name, bytes), options);

async function read(name: string, options?: ReadingOptions): Promise<Table> {
  const result = await attempt(fixture(name), options, name);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const said = (table: Table, code: string) => table.notices.find((each) => each.code === code);
const none = Number.NaN;

describe.each([
  ["frame.rds", "gzip"],
  ["frame2.rds", "gzip"],
  ["plain.rds", null],
  ["list.rds", "gzip"],
])("the data frame in %s", (name, packed) => {
  it("has the values that R wrote", async () => {
    const table = await read(name);
    expect([table.rows, table.columns.length, table.reading.format, table.reading.packed]).toEqual([6, 9, "r", packed]);
    expect(numbers(table, "id")).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbers(table, "os")).toEqual([12.5, none, 1 / 3, -4, 1e10, 0.1]);
    expect(numbers(table, "n")).toEqual([3, none, -5, 7, 8, 9]);
    expect(texts(table, "site")).toEqual(["Zürich", "Köln", "a", "", "", "b"]);
    expect(texts(table, "dead")).toEqual(["TRUE", "FALSE", "", "TRUE", "TRUE", "FALSE"]);
    expect(days(table, "day")).toEqual(["2021-02-27", "2021-02-28", "2021-03-01", "2021-03-02", "2021-03-03", null]);
    expect(days(table, "whole")).toEqual(["2019-04-14", "2019-04-15", null, "2019-04-17", "2019-04-18", "2019-04-19"]);
    expect(texts(table, "moment").slice(0, 2)).toEqual(["2021-03-28 23:30:00", "2021-03-29 00:30:00"]);
  });

  it("has the levels of its factors as labels", async () => {
    const table = await read(name);
    expect(texts(table, "arm")).toEqual(["Drug", "Placebo", "Drug", "", "Placebo", "Drug"]);
    expect(said(table, "value-labels")).toMatchObject({ columns: ["arm"] });
    expect(said(table, "row-names")).toBeUndefined();
    expect(said(table, "time-zone-unknown")).toBeUndefined();
  });
});

describe("R's columns of other kinds", () => {
  it("are named and left out where a cell holds several values: lists, matrices, Surv, complex numbers", async () => {
    const table = await read("tibble.rds");
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "stage", "code", "span", "lt"]);
    expect(said(table, "nested-columns")).toMatchObject({ columns: ["genes", "z", "m", "s"] });
    expect(texts(table, "code")).toEqual(["No", "Yes", "No", "Yes", "9", "No"]);
    expect(texts(table, "stage")).toEqual(["I", "II", "I", "II", "III", "I"]);
  });

  it("are whole where R writes them shorter: sequences, sorted vectors, numbers that are to be texts", async () => {
    const table = await read("special.rds");
    expect(numbers(table, "n")).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(table, "x")).toEqual([1, 2, 3, 4, 5]);
    expect(texts(table, "words")).toEqual(["1", "2", "3", "4", "5"]);
    expect(texts(table, "r")).toEqual(["0.1", "0.333333333333333", "1000000", "", "2"]);
    expect(numbers(table, "wrapped")).toEqual([0.25, 0.5, 1.5, 2.5, 3.5]);
  });

  it("are what they mean: 64-bit whole numbers, missing values declared for SPSS, texts in Latin-1", async () => {
    const table = await read("special.rds");
    expect(texts(table, "big")).toEqual(["12", "", "-1", "9223372034707292159", "4294967301"]);
    expect(texts(table, "spss")).toEqual(["No", "Yes", "", "", "No"]);
    expect(said(table, "declared-missing")).toMatchObject({ columns: ["spss"], rows: [3, 4] });
    expect(texts(table, "latin")[0]).toBe("Zürich");
    expect(texts(table, "inf")).toEqual(["Inf", "-Inf", "1", "", ""]);
  });

  it("are moments of their own zone, summer time included; without one those of UTC, and it is said", async () => {
    const table = await read("special.rds");
    expect(texts(table, "berlin")).toEqual([
      "2021-03-28 00:30:00",
      "2021-07-01 23:59:00",
      "1970-01-01 00:00:00",
      "",
      "2021-03-28 03:00:00",
    ]);
    expect(texts(table, "nozone").slice(0, 2)).toEqual(["1970-01-01 00:00:00", "1970-01-01 23:59:59"]);
    expect(said(table, "time-zone-unknown")).toMatchObject({ columns: ["nozone"] });
  });
});

describe("an .RData file", () => {
  it("asks which of its data frames is meant, and reads it; row names are a column where they are names", async () => {
    const table = await read("several.RData");
    expect([table.rows, table.reading.sheet, table.reading.sheets]).toEqual([300, "big", ["first", "big"]]);
    expect(table.questions.find(({ code }) => code === "several-sheets")?.choices.map(({ label }) => label)).toEqual([
      "first",
      "big",
    ]);
    expect([texts(table, "row.names")[299], numbers(table, "b") && cellText(column(table, "b"), 299)]).toEqual([
      "P300",
      "299.5",
    ]);
    expect(said(table, "row-names")).toMatchObject({ columns: ["row.names"] });
    expect((await read("several.RData", { sheet: "first" })).rows).toBe(6);
    expect(await attempt(fixture("several.RData"), { sheet: "f" })).toMatchObject({
      problem: { code: "sheet-absent" },
    });
  });

  it("steps over environments, compiled functions and formulas", async () => {
    expect((await read("objects.RData")).reading.sheets).toEqual(["first", "big"]);
  });
});

describe("an R data file", () => {
  it("is refused in a sentence of its own without a data frame, as text, or packed otherwise", async () => {
    const sentence = async (name: string) => {
      const result = await attempt(fixture(name), {}, name);
      return result.ok ? "read" : `${result.problem.message} ${result.problem.hint}`;
    };
    expect(await sentence("vector.rds")).toContain("an R object without a data frame");
    expect(await sentence("asc.RData")).toContain("as text (ascii = TRUE)");
    expect(await sentence("xz.rds")).toContain("packed with xz");
    expect(await sentence("xz.rds")).toContain("From R, save it again without compress");
    expect(await sentence("bzip2.rds")).toContain("packed with bzip2");
  });

  it("is taken to the reader worker though it is packed", async () => {
    expect(await isHeavy(bytesSource("a.rds", fixture("frame.rds")))).toBe(true);
  });

  it("is refused wherever it is cut off", async () => {
    const whole = gunzipSync(fixture("special.rds"));
    for (let end = 8; end < whole.length; end += 7)
      expect((await attempt(whole.subarray(0, end))).ok, `cut at ${end}`).toBe(false);
  });

  it.each(["special.rds", "tibble.rds", "objects.RData", "frame2.rds"])(
    "is read or refused in a sentence with bits turned over: %s",
    async (name) => {
      for (const bytes of damagedCopies(gunzipSync(fixture(name)), 500, 20_261_133)) {
        const result = await attempt(bytes);
        if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
      }
    },
  );

  it("that claims a sequence of a thousand million rows, or goes deeper and deeper, is refused", async () => {
    const whole = gunzipSync(fixture("special.rds"));
    // The three numbers of the sequence 1:5: its length, first and step.
    const five = [0x40, 0x14, 0, 0, 0, 0, 0, 0, 0x3f, 0xf0];
    const at = whole.findIndex((_, start) => five.every((byte, place) => whole[start + place] === byte));
    expect(at).toBeGreaterThan(0);
    const many = whole.slice();
    new DataView(many.buffer, many.byteOffset).setFloat64(at, 1e9);
    expect(await attempt(many)).toMatchObject({ problem: { code: "r-damaged" } });
    const deep = new Uint8Array(14 + 8 * 100_000);
    deep.set(whole.subarray(0, 14));
    for (let place = 0; place < 100_000; place++) deep.set([0, 0, 0, 19, 0, 0, 0, 1], 14 + 8 * place);
    new DataView(deep.buffer).setInt32(2, 2);
    expect(await attempt(gzipSync(deep))).toMatchObject({ problem: { code: "r-damaged" } });
  });
});
