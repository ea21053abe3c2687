import { describe, expect, it } from "vitest";
import { dayToIso } from "../dates";
import { cellText } from "../describe";
import { readTable } from "../readTable";
import { bytesSource } from "../source";
import type { ReadingOptions, Table } from "../table";
import { ibmDouble } from "./ibmDouble";
import { column, fixture } from "./testing";

/*
 * Written by haven 2.5.1 under R 4.2.2: write_xpt(d, version = 5 and 8, name = "ADTTE") of 12 rows with the columns
 * USUBJID "01-001" …, ARM Drug and Placebo, AGE with a missing value, AVAL c(12.5, 0.1, 1/3, -4, 1e10, NA, 7:12), CNSR
 * 0 and 1, ADT as.Date("2021-02-27") + 0:11, ADTM as.POSIXct("2021-03-28 23:30:00", tz = "UTC") + 3600 * (0:11), NOTE
 * c("naïve", "", letters[1:10]).
 */

async function read(bytes: Uint8Array, options: ReadingOptions = {}): Promise<Table> {
  const result = await readTable(bytesSource("adtte.xpt", bytes), options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe.each([
  ["v5.xpt", "AVAL"],
  ["v8.xpt", "AVAL_long_name_of_a_variable"],
])("the SAS transport file %s", (name, value) => {
  it("has the numbers that R wrote, missing ones apart", async () => {
    const table = await read(fixture(name));
    expect([table.rows, table.columns.length, table.reading.format]).toEqual([12, 8, "transport"]);
    const aval = column(table, value);
    expect(aval.kind === "number" && [...aval.values]).toEqual([
      12.5,
      0.1,
      1 / 3,
      -4,
      1e10,
      Number.NaN,
      7,
      8,
      9,
      10,
      11,
      12,
    ]);
    const age = column(table, "AGE");
    expect(age.kind === "number" && [...age.values]).toEqual([61, 70, Number.NaN, 45, 46, 47, 48, 49, 50, 51, 52, 53]);
  });

  it("has days by their format, and texts without the blanks that fill them up", async () => {
    const table = await read(fixture(name));
    const day = column(table, "ADT");
    expect(day.kind === "date" && [...day.days].map(dayToIso).slice(0, 3)).toEqual([
      "2021-02-27",
      "2021-02-28",
      "2021-03-01",
    ]);
    expect([0, 1].map((row) => cellText(column(table, "ADTM"), row))).toEqual([
      "2021-03-28 23:30:00",
      "2021-03-29 00:30:00",
    ]);
    expect([0, 1, 2].map((row) => cellText(column(table, "NOTE"), row))).toEqual(["naïve", "", "a"]);
    expect(column(table, "ARM").written?.levels).toEqual(["Drug", "Placebo"]);
  });

  it("is refused without its observations", async () => {
    const bytes = fixture(name);
    const result = await readTable(bytesSource("adtte.xpt", bytes.subarray(0, 1200)));
    expect(result.ok).toBe(false);
  });
});

describe.each(["v5.xpt", "v8.xpt"])("the SAS transport file %s, cut off", (name) => {
  const noticed = async (end: number) =>
    (await read(fixture(name).subarray(0, end))).notices.map(({ code }) => code).includes("file-cut-off");

  it("says so from the first byte that lacks, and not while it is whole", async () => {
    const { length } = fixture(name);
    expect(await noticed(length)).toBe(false);
    expect(await noticed(length - 1)).toBe(true);
    expect(await noticed(length - 79)).toBe(true);
    expect(await noticed(length - 160)).toBe(true);
  });
});

describe("the numbers of mainframes", () => {
  it("are those of the exponent and fraction", () => {
    // From TS-140: 1 is 41 10 00 …, −1 is C1 10 00 …; 0.1 is 40 19 99 99 99 99 99 9A.
    expect(ibmDouble(Uint8Array.of(0x41, 0x10))).toBe(1);
    expect(ibmDouble(Uint8Array.of(0xc1, 0x10, 0, 0, 0, 0, 0, 0))).toBe(-1);
    expect(ibmDouble(Uint8Array.of(0x40, 0x19, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9a))).toBe(0.1);
    expect(ibmDouble(new Uint8Array(8))).toBe(0);
  });
});
