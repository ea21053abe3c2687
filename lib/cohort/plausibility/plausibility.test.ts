import { describe, expect, it } from "vitest";
import { dayFromCalendar } from "../../table";
import { patientsOf } from "../patients";
import { boardFrom, tableFrom } from "../testing";
import { findings } from ".";

async function found(text: string, parts: Record<string, unknown> = {}, today: number | null = null) {
  const table = await tableFrom(text);
  const board = boardFrom(parts);
  return findings({ table, patients: patientsOf(table, board), board, today });
}

/** Count and rows of what is said under a code. */
async function said(code: string, text: string, parts: Record<string, unknown> = {}, today: number | null = null) {
  const all = (await found(text, parts, today)).filter((finding) => finding.code === code);
  return all.map(({ count, rows }) => [count, rows]);
}

const lines = (head: string, rows: string[]) => `${head}\n${rows.map((row) => `${row}\n`).join("")}`;
const many = (count: number, row: (place: number) => string) => Array.from({ length: count }, (_, place) => row(place));

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const endpoint = (id: string, column: string, event: string, unit = "months") => ({
  id,
  label: id,
  time: { from: "column", column, unit },
  event: { column: event, coding },
});

describe("what may be wrong with a cohort", () => {
  it("is a progression later than death, in whatever units the two times are", async () => {
    const text = lines("pfs_days,pfs,os_months,os", ["300,1,10,1", "400,1,10,1", "304,0,10,0"]);
    const endpoints = [endpoint("pfs", "pfs_days", "pfs", "days"), endpoint("os", "os_months", "os")];
    expect(await said("pfs-after-os", text, { endpoints })).toEqual([[1, [2]]]);
  });

  it("is an end before the start", async () => {
    const text = lines("start_date,last_contact", ["2020-01-01,2021-01-01", "2020-05-01,2020-04-01", "2020-01-01,"]);
    expect(await said("end-before-start", text)).toEqual([[1, [2]]]);
  });

  it("is being alive with a date of death, or dead without one; not a column that holds the last contact as well", async () => {
    const rows = ["dead,2020-01-01", "alive,", "alive,2020-02-02", "alive,", "dead,"];
    const text = lines("status_os,date_of_death", rows);
    expect(await said("status-contradiction", text)).toEqual([[1, [3]]]);
    expect(await said("death-date-missing", text)).toEqual([[1, [5]]]);
    const both = rows.map((row) => row.replace(/,$/, ",2020-03-03"));
    expect(await said("status-contradiction", lines("status_os,death_or_last", both))).toEqual([]);
  });

  it("is no contact after death by a column that is in another unit, after most deaths, or an age or a code", async () => {
    const late = (head: string, rows: string[]) => said("seen-after-death", lines(head, rows));
    expect(await late("days_to_death,last_contact_months", ["10,300", "300,10", "300,10"])).toEqual([]);
    expect(await late("death_date,last_linkage", ["2020-01-01,2021-01-01", "2020-02-01,2021-01-01"])).toEqual([]);
    const status = (head: string) => said("death-date-missing", lines(head, ["alive,", "dead,", "dead,70"]));
    expect(await status("vital_status,age_at_death_years")).toEqual([]);
    expect(await status("vital_status,death_within_30_days")).toEqual([]);
    expect(await status("vital_status,days_to_death")).toEqual([[1, [2]]]);
  });

  it("is a date after today, and years after all others where nobody says what day it is", async () => {
    const text = lines("visit", [
      ...many(39, (place) => `2020-01-${String((place % 28) + 1).padStart(2, "0")}`),
      "2200-01-01",
    ]);
    expect(await said("future-date", text, {}, dayFromCalendar(2021, 1, 1))).toEqual([[1, [40]]]);
    expect(await said("future-date", text)).toEqual([[1, [40]]]);
    expect(await said("future-date", text, {}, dayFromCalendar(2201, 1, 1))).toEqual([]);
  });

  it("is an endpoint that nobody or nearly everybody reaches", async () => {
    const text = (events: number) =>
      lines(
        "t,e",
        many(20, (place) => `${place + 1},${place < events ? 1 : 0}`),
      );
    const parts = { endpoints: [endpoint("os", "t", "e")] };
    expect(await said("no-events", text(0), parts)).toEqual([[0, undefined]]);
    expect(await said("nearly-all-events", text(19), parts)).toEqual([[19, undefined]]);
    expect((await found(text(18), parts)).map(({ code }) => code)).not.toContain("nearly-all-events");
  });

  it("is no share of events while what a value means is asked", async () => {
    const text = lines(
      "t,e",
      many(20, (place) => `${place + 1},${place < 12 ? 0 : 2}`),
    );
    const open = {
      ...endpoint("os", "t", "e"),
      event: { column: "e", coding: [{ value: "0", as: "censored" as const }], competing: null },
    };
    expect(await said("no-events", text, { endpoints: [open] })).toEqual([]);
    const decided = {
      ...open,
      event: { ...open.event, coding: [...open.event.coding, { value: "2", as: "exclude" as const }] },
    };
    expect(await said("no-events", text, { endpoints: [decided] })).toEqual([[0, undefined]]);
  });

  it("is one site whose months are days", async () => {
    const text = lines(
      "site,os_months,os",
      many(40, (place) => `${place < 10 ? "B" : "A"},${(place < 10 ? 30 : 1) * (5 + (place % 10))},1`),
    );
    expect(await said("group-times-thirty-fold", text)).toEqual([
      [10, many(10, (place) => String(place + 1)).map(Number)],
    ]);
  });

  it("is a row that repeats another, counted once, both named; not rows of one patient that are merged anyway", async () => {
    const text = lines("id,arm,t", ["1,A,5", "2,B,6", "1,A,5", "3,A,5"]);
    expect(await said("duplicate-rows", text)).toEqual([[1, [1, 3]]]);
    expect(await said("duplicate-rows", text, { patientId: "id" })).toEqual([]);
    expect(await said("repeated-ids", text)).toEqual([[1, [1, 3]]]);
  });

  it("is hemoglobin of two units, with the conversion that would settle it", async () => {
    const rows = many(24, (place) => (place % 6 === 0 ? String(110 + place) : String(10 + place / 10)));
    const [finding] = (await found(lines("hb", rows))).filter(({ code }) => code === "unit-mix");
    expect(finding).toMatchObject({ count: 4, rows: [1, 7, 13, 19] });
    expect(finding.remedies[0]).toMatchObject({ conversion: { column: "hb", op: "divide", by: 10 } });
  });

  it("is not a skewed laboratory value, a score of few values or an age", async () => {
    const values = {
      crp: (place: number) => (0.5 * 1.35 ** place).toFixed(2),
      ecog: (place: number) => String(place % 3),
      age: (place: number) => String(30 + 2 * place),
    };
    const names = Object.keys(values);
    const rows = many(24, (place) => names.map((name) => values[name as keyof typeof values](place)).join(","));
    expect(await said("unit-mix", lines(names.join(","), rows))).toEqual([]);
  });

  it("is one value in spellings that differ by case, blanks or look-alike letters", async () => {
    const text = lines("arm,t", ["Arm A,1", "arm a,2", "Arm  A,3", "\u0410rm A,4", "Arm B,5"]);
    expect(await said("label-variants", text)).toEqual([[4, undefined]]);
    expect(await said("label-variants", lines("arm,t", ["Surgery + RT,1", "Surgery+RT,2", "Surgery,3"]))).toEqual([
      [2, undefined],
    ]);
    expect(await said("label-variants", lines("arm,t", ["ER+,1", "ER-,2", "A 1,3", "A1,4"]))).toEqual([]);
  });
});
