import { describe, expect, it } from "vitest";
import { dayToIso } from "../dates";
import { cellText } from "../describe";
import { readTable } from "../readTable";
import { bytesSource } from "../source";
import type { Table } from "../table";
import { column, fixture } from "./testing";

/*
 * Written by haven 2.5.1 under R 4.2.2: write_sav(s, compress = "byte", "none" and "zsav") of 12 rows with the columns
 * id 1:12, arm labelled(1, 2: Drug, Placebo), os c(12.5, NA, 1/3, -4, 1e10, 251, -99, 300, 0.1, 7, 8, 9), site
 * c("Zürich", "Köln", letters[1:10]), day as.Date("2021-02-27") + 0:11, moment as.POSIXct("2021-03-28 23:30:00", tz =
 * "UTC") + 3600 * (0:11), crp labelled_spss(c(1.5, 999, 2:11), labels = c("not done" = 999), na_values = 999),
 * long_variable_name_here c(strrep("abcdefghij", 60), 299 x and é, letters[1:10]), sex labelled(m, f: male, female).
 */

async function read(name: string): Promise<Table> {
  const result = await readTable(bytesSource(name, fixture(name)));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe.each(["byte.sav", "none.sav", "zsav.sav"])("the SPSS data file %s", (name) => {
  it("has the numbers that R wrote, missing ones apart", async () => {
    const table = await read(name);
    expect([table.rows, table.columns.length, table.reading.format, table.reading.encoding]).toEqual([
      12,
      9,
      "spss",
      "utf-8",
    ]);
    const os = column(table, "os");
    expect(os.kind === "number" && [...os.values]).toEqual([
      12.5,
      Number.NaN,
      1 / 3,
      -4,
      1e10,
      251,
      -99,
      300,
      0.1,
      7,
      8,
      9,
    ]);
  });

  it("reads labels in place of the values that have them", async () => {
    const table = await read(name);
    expect(column(table, "arm").written?.levels).toEqual(["Drug", "Placebo"]);
    expect(column(table, "sex").written?.levels).toEqual(["male", "female"]);
    expect(table.notices.find(({ code }) => code === "value-labels")).toMatchObject({ columns: ["arm", "sex"] });
  });

  it("names the cells with a value that is declared as missing", async () => {
    const table = await read(name);
    const crp = column(table, "crp");
    expect(crp.kind === "number" && [...crp.values].slice(0, 3)).toEqual([1.5, Number.NaN, 2]);
    expect(table.notices.find(({ code }) => code === "declared-missing")).toMatchObject({ count: 1, rows: [2] });
  });

  it("has days and moments by their format, and texts whole, however long", async () => {
    const table = await read(name);
    const day = column(table, "day");
    expect(day.kind === "date" && [...day.days].map(dayToIso).slice(0, 3)).toEqual([
      "2021-02-27",
      "2021-02-28",
      "2021-03-01",
    ]);
    expect([0, 1].map((row) => cellText(column(table, "moment"), row))).toEqual([
      "2021-03-28 23:30:00",
      "2021-03-29 00:30:00",
    ]);
    expect([0, 1].map((row) => cellText(column(table, "site"), row))).toEqual(["Zürich", "Köln"]);
    const long = [0, 1, 2].map((row) => cellText(column(table, "long_variable_name_here"), row));
    expect(long).toEqual(["abcdefghij".repeat(60), `${"x".repeat(299)}é`, "a"]);
  });

  it("is refused, or read with all its cells accounted for, wherever it is cut off", async () => {
    const bytes = fixture(name);
    for (let end = 0; end < bytes.length; end += 97) {
      const result = await readTable(bytesSource(name, bytes.subarray(0, end)));
      if (result.ok) expect(result.value.rows).toBeLessThanOrEqual(12);
    }
  });
});

describe("an SPSS data file that was cut off", () => {
  const cutBy = async (name: string, bytes: number) => {
    const whole = fixture(name);
    const result = await readTable(bytesSource(name, whole.subarray(0, whole.length - bytes)));
    if (!result.ok) return result.problem.code;
    const said = result.value.notices.find(({ code }) => code === "file-cut-off");
    return [result.value.rows, said?.count, said?.message];
  };
  // Where nothing is compressed a case has 672 bytes: eight columns of 8, and 608 for the long text.
  const oneLess = [11, 1, "The file ends early: 1 case is missing or incomplete, and 11 cases are read."];
  const twoLess = [10, 2, "The file ends early: 2 cases are missing or incomplete, and 10 cases are read."];

  it.each([
    [0, [12, undefined, undefined]],
    [1, oneLess],
    [671, oneLess],
    [672, oneLess],
    [673, twoLess],
  ])("says so where %i bytes are lacking, and what is read", async (bytes, expected) => {
    expect(await cutBy("none.sav", bytes)).toEqual(expected);
  });

  it("is refused where a compressed case ends in the middle of a number", async () => {
    expect(await cutBy("byte.sav", 1)).toBe("spss-damaged");
    expect(await cutBy("zsav.sav", 1)).toBe("spss-damaged");
  });

  it("says nothing where the file does not say how many cases it holds", async () => {
    const bytes = fixture("none.sav").slice();
    new DataView(bytes.buffer).setInt32(80, -1, true);
    const result = await readTable(bytesSource("none.sav", bytes));
    expect(result.ok && result.value.notices.map(({ code }) => code)).not.toContain("file-cut-off");
  });
});
