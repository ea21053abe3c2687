import { describe, expect, it } from "vitest";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { Table } from "../table";
import { damagedCopies } from "../testing";
import { unpackPieces, unpackRuns } from "./sas/compression";
import { madeDataSet, type Writing } from "./sas/testing";
import { days, fixture, numbers, texts } from "./testing";

/*
 * haven.sas7bdat: haven 2.5.1 under R 4.2.2, write_sas() of id 1:6, os c(12.5, NA, 1/3, -4, 1e10, 0.1), site c("Zürich",
 * "Köln", "a", "", "b", "c"), day as.Date("2021-02-27") + c(0:4, NA), moment as.POSIXct("2021-03-28 23:30:00", tz = "UTC")
 * + 3600 * (0:5), crp c(1.5, tagged_na("A"), tagged_na("Z"), 2, 3, 4).
 */
const attempt = (bytes: Uint8Array) => readHeavyTable(bytesSource("cohort.sas7bdat", bytes));

async function read(bytes: Uint8Array): Promise<Table> {
  const result = await attempt(bytes);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const none = Number.NaN;

describe("the SAS data set of haven", () => {
  it("has the values that R wrote, days and moments by their formats", async () => {
    const table = await read(fixture("haven.sas7bdat"));
    expect([table.rows, table.columns.length, table.reading.format, table.reading.encoding]).toEqual([
      6,
      6,
      "sas",
      "utf-8",
    ]);
    expect(numbers(table, "os")).toEqual([12.5, none, 1 / 3, -4, 1e10, 0.1]);
    expect(texts(table, "site")).toEqual(["Zürich", "Köln", "a", "", "b", "c"]);
    expect(days(table, "day")).toEqual(["2021-02-27", "2021-02-28", "2021-03-01", "2021-03-02", "2021-03-03", null]);
    expect(texts(table, "moment").slice(0, 2)).toEqual(["2021-03-28 23:30:00", "2021-03-29 00:30:00"]);
  });

  it("names the cells that are missing in a way of their own", async () => {
    const table = await read(fixture("haven.sas7bdat"));
    expect(numbers(table, "crp")).toEqual([1.5, none, none, 2, 3, 4]);
    const said = table.notices.filter(({ code }) => code === "declared-missing");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ columns: ["crp"], rows: [2, 3] });
    expect(said[0]?.message).toContain("(.A, .Z)");
  });
});

const columns = [
  { name: "id", format: "", width: 12 },
  { name: "time", format: "BEST", width: 0 },
  { name: "again", format: "", width: 0 },
  { name: "day", format: "DATE", width: 0 },
  { name: "note", format: "$", width: 40 },
];
const rows = [
  ["P1", 12.5, 12.5, 22_338, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab"],
  ["P2", 1 / 3, 1 / 3, 0, ""],
  ["P3", ".", ".B", -1, "é"],
  ["P4", 0, 0, ".", "x  y"],
];
const writings = [true, false].flatMap((wide) =>
  [true, false].flatMap((little) =>
    (["none", "runs", "pieces", "mixed"] as const).map((packing): Writing => ({ wide, little, packing })),
  ),
);
const inWords = ({ wide, little, packing }: Writing) =>
  `${wide ? 64 : 32} bits, ${little ? "little" : "big"}-endian, rows: ${packing}`;

describe.each(writings.map((writing) => [inWords(writing), writing] as const))("a SAS data set of %s", (_, writing) => {
  const whole = madeDataSet(writing, columns, rows);

  it("has the values that were written", async () => {
    const table = await read(whole);
    expect(texts(table, "id")).toEqual(["P1", "P2", "P3", "P4"]);
    expect(numbers(table, "time")).toEqual([12.5, 1 / 3, none, 0]);
    expect(numbers(table, "again")).toEqual([12.5, 1 / 3, none, 0]);
    expect(days(table, "day")).toEqual(["2021-02-27", "1960-01-01", "1959-12-31", null]);
    expect(texts(table, "note")).toEqual(["aaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "", "é", "x  y"]);
    expect(table.notices.find(({ code }) => code === "declared-missing")).toMatchObject({
      columns: ["again"],
      rows: [3],
    });
  });

  it("is refused where it is cut off, and read or refused in a sentence with bits turned over", async () => {
    for (let end = 40; end < whole.length; end += 397)
      expect((await attempt(whole.subarray(0, end))).ok, `cut at ${end}`).toBe(false);
    for (const bytes of damagedCopies(whole, 120, 20_261_134)) {
      const result = await attempt(bytes);
      if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
    }
  });
});

describe("a SAS data set", () => {
  const place = (wide: boolean) => (wide ? 8192 + 32 : 1024 + 16);

  it("is refused where rows are marked as deleted, which are still in it", async () => {
    const whole = madeDataSet({ wide: true, little: true, packing: "mixed" }, columns, rows);
    whole[place(true)] = 0x80;
    expect(await attempt(whole)).toMatchObject({ problem: { code: "sas-deleted-rows" } });
  });

  it("is refused where it claims rows that it has not, by one or by millions", async () => {
    const whole = madeDataSet({ wide: false, little: true, packing: "runs" }, columns, rows);
    const data = new DataView(whole.buffer);
    const sizes = 1024 + data.getUint32(1024 + 24, true);
    expect(data.getUint32(sizes + 24, true)).toBe(4);
    for (const [claimed, code] of [
      [5, "sas-damaged"],
      [3, "sas-damaged"],
      [0, "no-data-rows"],
      [0x7fffffff, "zip-bomb"],
    ] as const) {
      data.setUint32(sizes + 24, claimed, true);
      expect(await attempt(whole), String(claimed)).toMatchObject({ problem: { code } });
    }
  });

  it("of formats alone is named", async () => {
    const catalog = madeDataSet({ wide: true, little: true, packing: "none" }, columns, rows);
    catalog[15] = 0x63;
    const result = await attempt(catalog);
    expect(result.ok ? "read" : result.problem.message).toContain("a SAS catalog of formats");
  });
});

describe("what SAS packs", () => {
  const bytes = (length: number, fill: (place: number) => number) =>
    Uint8Array.from({ length }, (_, place) => fill(place));
  const unpacked = (unpack: typeof unpackRuns, packed: Uint8Array, length: number) => {
    const row = new Uint8Array(length);
    return unpack(packed, row) ? [...row] : null;
  };
  const some = (length: number) => bytes(length, (place) => place + 1);

  it.each([
    ["64 and more bytes as they are", [0x00, 6, ...some(70)], [...some(70)]],
    ["4160 and more", [0x10, 0, ...bytes(4160, () => 7)], [...bytes(4160, () => 7)]],
    ["96 and more", [0x21, ...some(97)], [...some(97)]],
    [
      "1 to 64",
      [0x82, 1, 2, 3, 0x90, ...some(17), 0xa1, ...some(34), 0xbf, ...some(64)],
      [1, 2, 3, ...some(17), ...some(34), ...some(64)],
    ],
    ["a byte 18 times and more", [0x41, 2, 9], Array(276).fill(9)],
    [
      "@, blanks and zeros 17 times and more",
      [0x50, 1, 0x60, 0, 0x71, 0],
      [...Array(18).fill(64), ...Array(17).fill(32), ...Array(273).fill(0)],
    ],
    ["a byte 3 to 18 times", [0xc1, 9], [9, 9, 9, 9]],
    ["@, blanks and zeros 2 to 17 times", [0xd0, 0xe1, 0xf2], [64, 64, 32, 32, 32, 0, 0, 0, 0]],
  ])("as runs is unpacked: %s", (_, packed, row) => {
    expect(unpacked(unpackRuns, Uint8Array.from(packed as number[]), row.length)).toEqual(row);
    expect(unpacked(unpackRuns, Uint8Array.from(packed as number[]), row.length - 1)).toBeNull();
    expect(unpacked(unpackRuns, Uint8Array.from(packed as number[]), row.length + 1)).toBeNull();
  });

  it.each([
    ["a byte 3 to 18 times", [0x80, 0, 0x02, 9], [9, 9, 9, 9, 9]],
    ["a byte 19 times and more", [0x80, 0, 0x11, 1, 9], Array(36).fill(9)],
    ["a piece of 3 to 15 bytes from before", [0x10, 0, 1, 2, 3, 0x30, 0], [1, 2, 3, 1, 2, 3]],
    ["a piece of 16 and more", [0x00, 0, ...some(16), 0x80, 0, 0x2d, 0, 0], [...some(16), ...some(16)]],
  ])("as pieces is unpacked: %s", (_, packed, row) => {
    expect(unpacked(unpackPieces, Uint8Array.from(packed as number[]), row.length)).toEqual(row);
    expect(unpacked(unpackPieces, Uint8Array.from(packed as number[]), row.length - 1)).toBeNull();
    expect(unpacked(unpackPieces, Uint8Array.from(packed as number[]), row.length + 1)).toBeNull();
  });

  it("is refused where a piece would come from before the row", () => {
    expect(unpacked(unpackPieces, Uint8Array.from([0x80, 0, 0x30, 0]), 3)).toBeNull();
  });
});
