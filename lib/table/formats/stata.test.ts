import { describe, expect, it } from "vitest";
import { dayToIso } from "../dates";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { Table } from "../table";
import { damagedCopies } from "../testing";
import { calendarOf } from "./stata/cells";
import { column, fixture, numbers, texts } from "./testing";

/*
 * haven*.dta: haven 2.5.1 under R 4.2.2, write_dta(d, version = 8, 12, 13, 14) with id 1:8, arm labelled(c(1, 2, 1, 2,
 * 1, 2, 1, NA), c(Drug = 1, Placebo = 2)), os c(12.5, NA, 1/3, -4, 1e10, 251, -99, 0.1), site c("Zürich", "Köln",
 * letters[1:6]), day as.Date("2021-02-27") + 0:7, moment as.POSIXct("2021-03-28 23:30:00", tz = "UTC") + 3600 * (0:7),
 * crp c(1.5, tagged_na("a"), tagged_na("z"), 2:6), unknown labelled(c(1:7, 999), c("not known" = 999)).
 *
 * pandas114.dta and pandas119.dta: pandas 1.5.3, to_stata(version = 114 and 119, byteorder = ">") of id int8 0:4, n int16
 * (1, -32000, 3, 4, 5), l int32 (1, 2, 3, 4, 2000000000), f float32 (0.1, nan, 2.5, -1e30, 7), x (0.1, nan, 1/3, 4, 5e300),
 * arm a category (B, A, A, B, none), site (Zürich, Köln, "", b, c), and 2020-01-15 13:05:01, 1959-12-01, 2020-03-01
 * 23:59:59, 2021-10-01 and none as tm, tc, td, tw, tq, th and ty; long117.dta and long118.dta: note "é" × 400, "" and
 * "short" as strL.
 */
const attempt = (bytes: Uint8Array) => readHeavyTable(bytesSource("cohort.dta", bytes));

async function read(name: string): Promise<Table> {
  const result = await attempt(fixture(name));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const none = Number.NaN;

describe.each(["haven8.dta", "haven12.dta", "haven13.dta", "haven14.dta"])("the Stata file %s of haven", (name) => {
  it("has the values that R wrote", async () => {
    const table = await read(name);
    expect([table.rows, table.columns.length, table.reading.format]).toEqual([8, 8, "stata"]);
    expect(numbers(table, "os")).toEqual([12.5, none, 1 / 3, -4, 1e10, 251, -99, 0.1]);
    expect(texts(table, "site").slice(0, 3)).toEqual(["Zürich", "Köln", "a"]);
    const day = column(table, "day");
    expect(day.kind === "date" && [...day.days].map(dayToIso).slice(0, 3)).toEqual([
      "2021-02-27",
      "2021-02-28",
      "2021-03-01",
    ]);
    expect(texts(table, "moment").slice(0, 2)).toEqual(["2021-03-28 23:30:00", "2021-03-29 00:30:00"]);
  });

  it("reads labels in place of the values that have them, and leaves the label of one value among numbers", async () => {
    const table = await read(name);
    expect(texts(table, "arm")).toEqual(["Drug", "Placebo", "Drug", "Placebo", "Drug", "Placebo", "Drug", ""]);
    expect(numbers(table, "unknown")).toEqual([1, 2, 3, 4, 5, 6, 7, 999]);
    expect(table.notices.find(({ code }) => code === "value-labels")).toMatchObject({ columns: ["arm"] });
  });

  it("names the cells that are missing in a way of their own", async () => {
    const table = await read(name);
    expect(numbers(table, "crp")).toEqual([1.5, none, none, 2, 3, 4, 5, 6]);
    const said = table.notices.filter(({ code }) => code === "declared-missing");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ columns: ["crp"], rows: [2, 3] });
    expect(said[0]?.message).toContain("(.a, .z)");
  });
});

describe.each(["pandas114.dta", "pandas119.dta"])("the big-endian Stata file %s of pandas", (name) => {
  it("has the values that were written, of each type", async () => {
    const table = await read(name);
    expect(numbers(table, "id")).toEqual([0, 1, 2, 3, 4]);
    expect(numbers(table, "n")).toEqual([1, -32_000, 3, 4, 5]);
    expect(numbers(table, "l")).toEqual([1, 2, 3, 4, 2_000_000_000]);
    expect(numbers(table, "f")).toEqual([Math.fround(0.1), none, 2.5, Math.fround(-1e30), 7]);
    expect(numbers(table, "x")).toEqual([0.1, none, 1 / 3, 4, 5e300]);
    expect(texts(table, "arm")).toEqual(["B", "A", "A", "B", ""]);
    expect(texts(table, "site")).toEqual(["Zürich", "Köln", "", "b", "c"]);
  });

  it("shows every calendar of Stata's as Stata does, months as other files write them", async () => {
    const table = await read(name);
    expect(texts(table, "td")).toEqual(["2020-01-15", "1959-12-01", "2020-03-01", "2021-10-01", ""]);
    expect(texts(table, "tc").slice(0, 3)).toEqual([
      "2020-01-15 13:05:01",
      "1959-12-01 00:00:00",
      "2020-03-01 23:59:59",
    ]);
    expect(texts(table, "tm")).toEqual(["2020-01", "1959-12", "2020-03", "2021-10", ""]);
    expect(texts(table, "tq")).toEqual(["2020q1", "1959q4", "2020q1", "2021q4", ""]);
    expect(texts(table, "th")).toEqual(["2020h1", "1959h2", "2020h1", "2021h2", ""]);
    expect(texts(table, "tw").slice(0, 2)).toEqual(["2020w3", "1959w48"]);
    expect(numbers(table, "ty")).toEqual([2020, 1959, 2020, 2021, none]);
  });
});

it.each(["long117.dta", "long118.dta"])("long texts of %s are whole", async (name) => {
  expect(texts(await read(name), "note")).toEqual(["é".repeat(400), "", "short"]);
});

it("moments with leap seconds are those of the clock: 22 of them came before 2000", () => {
  const seconds = 86_400 * 14_610;
  expect(calendarOf("%tc")?.(1000 * seconds)).toBe("2000-01-01 00:00:00");
  expect(calendarOf("%tC")?.(1000 * (seconds + 22))).toBe("2000-01-01 00:00:00");
  expect(calendarOf("%tCDmCY_HH:MM:SS")?.(0)).toBe("1960-01-01 00:00:00");
  expect(calendarOf("%9.0g")).toBeNull();
});

describe.each(["haven8.dta", "haven13.dta", "haven14.dta", "pandas119.dta", "long118.dta"])(
  "the Stata file %s",
  (name) => {
    it("is refused wherever it is cut off: what comes last, the labels, would be lost in silence", async () => {
      const bytes = fixture(name);
      for (let end = 4; end < bytes.length; end += 61) {
        const result = await attempt(bytes.subarray(0, end));
        if (result.ok) expect.fail(`read though cut at ${end}`);
        expect(result.problem.message).toMatch(/\S.*\.$/);
      }
    });

    it("is read or refused in a sentence with bits turned over", async () => {
      for (const bytes of damagedCopies(fixture(name), 400, 20_261_132)) {
        const result = await attempt(bytes);
        if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
      }
    });
  },
);

it("a file that names labels and lacks them says so", async () => {
  const whole = fixture("haven8.dta");
  const sets = new TextDecoder("latin1").decode(whole).lastIndexOf("arm");
  const before = await attempt(whole);
  expect(before.ok && before.value.notices.map(({ code }) => code)).not.toContain("labels-absent");
  const unknown = new TextDecoder("latin1").decode(whole).lastIndexOf("unknown");
  const cut = await attempt(whole.subarray(0, Math.min(sets, unknown) - 4));
  const said = cut.ok ? cut.value.notices.find(({ code }) => code === "labels-absent") : undefined;
  expect(said?.columns).toEqual(["arm", "unknown"]);
});

it("a file that claims more rows than it has, or is of another release, is refused", async () => {
  const many = fixture("haven8.dta").slice();
  new DataView(many.buffer).setUint32(6, 0xffffffff, true);
  expect(await attempt(many)).toMatchObject({ ok: false, problem: { code: "stata-damaged" } });
  const old = fixture("haven8.dta").slice();
  old[0] = 0x69;
  expect(await attempt(old)).toMatchObject({ ok: false, problem: { code: "not-a-table" } });
});
