import { describe, expect, it, vi } from "vitest";
import { dayToIso } from "../dates";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { ReadingOptions, Table } from "../table";
import { damagedCopies } from "../testing";
import { fixture, texts } from "./testing";

/*
 * Written by xlwt 1.3.0 under Python 3.11, b.dates_1904 = False and True: a hidden sheet "Codes" of 40 × 4 cells, and
 * "Patients": a title in row 1, names in row 3, and six rows of id, arm, datetime.date(2021, 2, 27) + r days
 * ("DD.MM.YYYY"), datetime(2021, 3, 28, 23, 30) + r hours ("m/d/yy h:mm"), r / 3 + 0.1 (the last the text "7.5"),
 * (r + 1) / 8 ("0%", the column hidden), r % 2 == 1, Formula("1/0") in the first row and rows 3 and 4 merged, and Ü or
 * é漢; sheet row 8 is hidden.
 */
const attempt = (bytes: Uint8Array, options: ReadingOptions = {}) =>
  readHeavyTable(bytesSource("cohort.xls", bytes), options);

async function read(name: string, options?: ReadingOptions): Promise<Table> {
  const result = await attempt(fixture(name), options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe.each(["sheets.xls", "sheets1904.xls"])("the old workbook %s", (name) => {
  it("has the values that were written, days in either system", async () => {
    const table = await read(name);
    expect([table.rows, table.reading.format, table.reading.sheet, table.reading.header]).toEqual([
      6,
      "workbook",
      "Patients",
      3,
    ]);
    const day = table.columns.find((each) => each.name === "day");
    expect(day?.kind === "date" && [...day.days].map(dayToIso)).toEqual([
      "2021-02-27",
      "2021-02-28",
      "2021-03-01",
      "2021-03-02",
      "2021-03-03",
      "2021-03-04",
    ]);
    expect(texts(table, "seen").slice(0, 2)).toEqual(["2021-03-28 23:30", "2021-03-29 00:30"]);
    const time = table.columns.find((each) => each.name === "time");
    expect(time?.kind === "number" && [...time.values]).toEqual([0.1, 1 / 3 + 0.1, 2 / 3 + 0.1, 1.1, 4 / 3 + 0.1, 7.5]);
    expect(texts(table, "dead")).toEqual(["FALSE", "TRUE", "FALSE", "TRUE", "FALSE", "TRUE"]);
    expect(texts(table, "Zürich Ж").slice(0, 2)).toEqual(["Ü", "é漢"]);
  });

  it("gives the notices of a new one: hidden, merged, per cent, formulas, numbers as text, and which sheet", async () => {
    const { notices, questions } = await read(name);
    const said = (code: string) => notices.find((each) => each.code === code);
    expect(said("preamble-skipped")?.message).toContain("Cohort of the clinic, 2021");
    expect(said("hidden-rows")).toMatchObject({ count: 1, rows: [5] });
    expect(said("hidden-columns")).toMatchObject({ count: 1, hint: "Delete them in Excel if they are not meant." });
    expect(said("merged-cells-filled")).toMatchObject({ count: 1, rows: [4], columns: ["note"] });
    expect(said("percent-format")).toMatchObject({ count: 6, columns: ["share"] });
    expect(said("formula-without-value")).toMatchObject({ count: 1, rows: [1] });
    expect(said("numbers-as-text")).toMatchObject({ count: 1, rows: [6], columns: ["time"] });
    expect(questions.find(({ code }) => code === "several-sheets")?.choices.map(({ label }) => label)).toEqual([
      "Codes",
      "Patients",
    ]);
  });

  it("reads the sheet that was asked for, hidden or not, and no other", async () => {
    expect(await read(name, { sheet: "Codes" })).toMatchObject({ rows: 40, reading: { sheet: "Codes", header: 0 } });
    expect(await attempt(fixture(name), { sheet: "Genes" })).toMatchObject({
      ok: false,
      problem: { code: "sheet-absent" },
    });
  });

  it("is refused wherever it is cut off before its last cell, and never read in part", async () => {
    const whole = fixture(name);
    for (let end = 8; end < whole.length; end += 173) {
      const result = await attempt(whole.subarray(0, end));
      if (result.ok) expect(result.value.rows, `cut at ${end}`).toBe(6);
      else expect(result.problem.message).toMatch(/\S.*\.$/);
    }
  });

  it("is read or refused in a sentence with bits turned over", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    // With the second seed a formula of a copy had no end.
    for (const [copies, seed] of [
      [400, 20_261_128],
      [43, 181_101],
    ] as const)
      for (const bytes of damagedCopies(fixture(name), copies, seed)) {
        const result = await attempt(bytes);
        if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
      }
  });
});

it("says of other compound files what they are", async () => {
  const other = Uint8Array.from(fixture("sheets.xls"));
  const text = new TextDecoder("utf-16le").decode(other);
  const at = 2 * text.indexOf("Workbook");
  const put = (name: string) => {
    const made = other.slice();
    for (let place = 0; place < name.length; place++) made.set([name.charCodeAt(place), 0], at + 2 * place);
    made.fill(0, at + 2 * name.length, at + 64);
    made[at + 64] = 2 * name.length + 2;
    return made;
  };
  expect(at).toBeGreaterThan(0);
  expect(await attempt(put("WordDocument"))).toMatchObject({ ok: false, problem: { code: "not-a-table" } });
  expect(await attempt(put("EncryptedPackage"))).toMatchObject({ ok: false, problem: { code: "encrypted-workbook" } });
});
