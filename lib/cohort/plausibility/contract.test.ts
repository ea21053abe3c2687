import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readingOptions } from "../../board/readingOptions";
import { dayFromCalendar } from "../../table";
import { patientsOf } from "../patients";
import { boardFrom, tableFrom } from "../testing";
import { findings } from ".";

/** What a check must say, of a file with the fault, and that it says nothing of the same file without it. */
interface Contract {
  code: string;
  check: string;
  /** The file, of which FAULTY stands where the fault is. */
  file: string;
  faulty: string;
  sound: string;
  parts?: Record<string, unknown>;
  today?: number;
  count: number;
  rows?: number[];
  columns: string[];
  message: string;
}

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const endpoint = (id: string, column: string, event: string) => ({
  id,
  label: id.toUpperCase(),
  time: { from: "column", column, unit: "months" },
  event: { column: event, coding },
});
const osOf = (parts: Record<string, unknown> = {}) => ({ endpoints: [endpoint("os", "os_months", "os")], ...parts });
const lines = (head: string, rows: readonly string[]) => `${head}\n${rows.join("\n")}\n`;
const numbered = (count: number, row: (place: number) => string) => Array.from({ length: count }, (_, n) => row(n + 1));

const contracts: Contract[] = [
  {
    code: "coding-against-labels",
    check: "codingAgainstLabels",
    file: lines("# os: FAULTY\nid,os_months,os", ["1,5,1", "2,6,0", "3,7,1", "4,8,0"]),
    faulty: "0=dead, 1=alive",
    sound: "0=alive, 1=dead",
    parts: osOf(),
    count: 4,
    rows: [1, 2, 3, 4],
    columns: ["os"],
    message:
      "OS reads “os” against the lines above the header: “1” is event and is called “alive”, “0” is censored and is called “dead” (4 patients).",
  },
  {
    code: "mixed-grids",
    check: "mixedGrids",
    file: lines("OS time,OS event,OS left out,n", [
      "1,event,,5",
      "2,event,,7",
      "FAULTY,censored,,6",
      ",,time missing,2",
    ]),
    faulty: "3.25",
    sound: "3",
    parts: {
      source: { file: null, rows: null, sha256: null, counted: { from: "registry", grid: "months", smallest: 1 } },
      endpoints: [
        {
          id: "os",
          label: "OS",
          time: { from: "column", column: "OS time", unit: "months" },
          event: {
            column: "OS event",
            coding: [
              { value: "event", as: "event" },
              { value: "censored", as: "censored" },
            ],
          },
          counted: { leftOut: "OS left out", rule: null, definition: "Time to death.", cutoff: null },
          weight: { column: "n", kind: "count" },
        },
      ],
    },
    count: 1,
    rows: [3],
    columns: ["OS time"],
    message: "1 cell has times in “OS time” that are no whole months, as these counts say they are (row 3).",
  },
  {
    code: "repeated-ids",
    check: "repeatedIds",
    file: lines("patient_id,arm", ["P1,A", "P2,B", "FAULTY,A", "P1,B"]),
    faulty: "P1",
    sound: "P3",
    count: 1,
    rows: [1, 3, 4],
    columns: ["patient_id"],
    message: "1 value of “patient_id” comes in several rows (rows 1, 3 and 4).",
  },
  {
    code: "duplicate-rows",
    check: "duplicateRows",
    file: lines("arm,age,stage", ["A,61,II", "B,55,I", "A,61,FAULTY", "A,61,II"]),
    faulty: "II",
    sound: "III",
    count: 2,
    rows: [1, 3, 4],
    columns: [],
    message: "2 rows repeat another in every column (rows 1, 3 and 4).",
  },
  {
    code: "negative-time",
    check: "impossibleTimes",
    file: lines("os_months,os", ["5,1", "FAULTY,0", "7,1", "-0.5,1"]),
    faulty: "-3",
    sound: "3",
    parts: osOf(),
    count: 2,
    rows: [2, 4],
    columns: ["os_months"],
    message: "2 rows have a negative time (rows 2 and 4).",
  },
  {
    code: "zero-time",
    check: "impossibleTimes",
    file: lines("os_months,os", ["5,1", "4,0", "FAULTY,1"]),
    faulty: "0",
    sound: "0.1",
    parts: osOf(),
    count: 1,
    rows: [3],
    columns: ["os_months"],
    message: "1 row has a time of zero (row 3).",
  },
  ...(["pfs", "dfs", "efs", "ttp"] as const).map(
    (stem): Contract => ({
      code: `${stem}-after-os`,
      check: "earlierEventAfterDeath",
      file: lines(`${stem}_days,${stem},os_days,os`, ["100,1,300,1", "FAULTY,1,300,1", "300,0,300,0"]),
      faulty: "300.6",
      sound: "300.5",
      parts: {
        endpoints: [stem, "os"].map((id) => ({
          ...endpoint(id, `${id}_days`, id),
          time: { from: "column", column: `${id}_days`, unit: "days" },
        })),
      },
      count: 1,
      rows: [2],
      columns: [`${stem}_days`, "os_days"],
      message: `In 1 row “${stem.toUpperCase()}” is longer than “OS” (row 2).`,
    }),
  ),
  {
    code: "death-before-start",
    check: "datesOutOfOrder",
    file: lines("diagnosis_date,death_date", ["2020-01-01,2021-01-01", "2020-05-02,FAULTY", "2020-01-01,2022-01-01"]),
    faulty: "2020-05-01",
    sound: "2020-05-02",
    count: 1,
    rows: [2],
    columns: ["diagnosis_date", "death_date"],
    message: "In 1 row “death_date” is before “diagnosis_date” (row 2).",
  },
  {
    code: "end-before-start",
    check: "datesOutOfOrder",
    file: lines("first,second", ["2020-01-01,2021-01-01", "2020-05-02,FAULTY", "2020-01-01,", "2020-01-01,2022-01-01"]),
    faulty: "2020-05-01",
    sound: "2020-05-02",
    parts: {
      endpoints: [
        {
          ...endpoint("x", "", "second"),
          time: { from: "dates", start: "first", end: "second", unit: "days" },
        },
      ],
    },
    count: 1,
    rows: [2],
    columns: ["first", "second"],
    message: "In 1 row “second” is before “first” (row 2).",
  },
  {
    code: "status-contradiction",
    check: "statusAgainstDeathDate",
    file: lines("vital_status,death_date", ["alive,", "alive,FAULTY", "dead,2020-03-01", "alive,"]),
    faulty: "2020-02-01",
    sound: "",
    count: 1,
    rows: [2],
    columns: ["vital_status", "death_date"],
    message: "1 row is alive by “vital_status” but has a date of death (row 2).",
  },
  {
    code: "death-date-missing",
    check: "statusAgainstDeathDate",
    file: lines("vital_status,death_date", ["alive,", "dead,FAULTY", "dead,2020-03-01"]),
    faulty: "",
    sound: "2020-02-01",
    count: 1,
    rows: [2],
    columns: ["vital_status", "death_date"],
    message: "1 row is dead by “vital_status” but has no “death_date” (row 2).",
  },
  {
    code: "mark-contradiction",
    check: "marksAgainstEvents",
    file: lines("os_months,os", ["5.5,1", "8.0+,FAULTY", "7.5,0", "9.5,1"]),
    faulty: "1",
    sound: "0",
    parts: osOf({ columns: [{ name: "os_months", limits: "censored" }] }),
    count: 1,
    rows: [2],
    columns: ["os", "os_months"],
    message: "1 row has an event by “os” at a time marked as at least so long in “os_months” (row 2).",
  },
  {
    code: "status-contradiction",
    check: "statusAgainstDeathDate",
    file: lines("vital_status,days_to_death", ["Alive,'--", "Alive,FAULTY", "Dead,300", "Dead,88"]),
    faulty: "1200",
    sound: "'--",
    count: 1,
    rows: [2],
    columns: ["vital_status", "days_to_death"],
    message: "1 row is alive by “vital_status” but has a time of death in “days_to_death” (row 2).",
  },
  {
    code: "death-date-missing",
    check: "statusAgainstDeathDate",
    file: lines("vital_status,demographic.days_to_death", ["Alive,", "Dead,FAULTY", "Dead,300", "Dead,88"]),
    faulty: "",
    sound: "20",
    count: 1,
    rows: [2],
    columns: ["vital_status", "demographic.days_to_death"],
    message: "1 row is dead by “vital_status” but has no “demographic.days_to_death” (row 2).",
  },
  {
    code: "seen-after-death",
    check: "seenAfterDeath",
    file: lines("days_to_death,days_to_last_follow_up", ["300,300", "200,FAULTY", "450,400", ",700"]),
    faulty: "350",
    sound: "200",
    count: 1,
    rows: [2],
    columns: ["days_to_death", "days_to_last_follow_up"],
    message: "In 1 row “days_to_last_follow_up” is after “days_to_death” (row 2).",
  },
  {
    code: "seen-after-death",
    check: "seenAfterDeath",
    file: lines("death_date,progression_date", ["2020-03-01,2020-02-01", "2020-03-01,FAULTY", "2020-03-01,"]),
    faulty: "2020-03-02",
    sound: "2020-03-01",
    count: 1,
    rows: [2],
    columns: ["death_date", "progression_date"],
    message: "In 1 row “progression_date” is after “death_date” (row 2).",
  },
  {
    code: "future-date",
    check: "futureDates",
    file: lines("visit", ["2020-01-01", "FAULTY", "2020-03-01"]),
    faulty: "2021-01-02",
    sound: "2021-01-01",
    today: dayFromCalendar(2021, 1, 1),
    count: 1,
    rows: [2],
    columns: ["visit"],
    message: "1 date of “visit” is after today: 2021-01-02 (row 2).",
  },
  {
    code: "future-date",
    check: "futureDates",
    file: lines("visit", [...numbered(19, () => "2020-01-01"), "FAULTY"]),
    // Two years after 2020-01-01 are 730.5 days: 2022-01-01 is day 731 of them.
    faulty: "2022-01-01",
    sound: "2021-12-31",
    count: 1,
    rows: [20],
    columns: ["visit"],
    message: "1 date of “visit” is after the file's other dates: 2022-01-01 (row 20).",
  },
  {
    code: "no-events",
    check: "eventShare",
    file: lines("os_months,os", [...numbered(9, (n) => `${n},0`), "10,FAULTY"]),
    faulty: "0",
    sound: "1",
    parts: osOf(),
    count: 0,
    columns: ["os"],
    message: "None of 10 patients has an event in OS.",
  },
  {
    code: "nearly-all-events",
    check: "eventShare",
    file: lines("os_months,os", [...numbered(18, (n) => `${n},1`), "19,FAULTY", "20,0"]),
    faulty: "1",
    sound: "0",
    parts: osOf(),
    count: 19,
    columns: ["os"],
    message: "19 of 20 patients have the event in OS, 1 are censored.",
  },
  {
    code: "unit-mix",
    check: "unitMix",
    file: lines("hb", [...numbered(14, (n) => String(9.5 + n / 2)), "FAULTY", "130", "120"]),
    faulty: "110",
    sound: "11",
    count: 3,
    rows: [15, 16, 17],
    columns: ["hb"],
    message: "Two units in “hb”? 3 values of 17 are about 10 times the others (rows 15, 16 and 17).",
  },
  {
    code: "group-times-thirty-fold",
    check: "timesOfGroups",
    file: lines("site,os_months,os", [
      ...numbered(12, (n) => `A,${n},1`),
      ...numbered(5, (n) => `B,${n === 5 ? "FAULTY" : 30 * (n + 4)},1`),
    ]),
    faulty: "300",
    sound: "",
    parts: osOf(),
    count: 5,
    rows: [13, 14, 15, 16, 17],
    columns: ["os_months", "site"],
    message: "“OS” of “B” in “site” is 30 times as long as that of the others: days among months?",
  },
  {
    code: "label-variants",
    check: "labelVariants",
    file: lines("arm,age", ["Arm A,61", "FAULTY,55", "Arm B,70", "Arm A,58"]),
    faulty: "arm a",
    sound: "Arm C",
    count: 2,
    columns: ["arm"],
    message: "“arm” writes 1 value in 2 ways: “Arm A” (2), “arm a” (1).",
  },
  {
    code: "phi-suspected",
    check: "identifyingColumns",
    file: lines("FAULTY,arm", ["Anna Maier,A", "Berta Huber,B", "Cora Wolf,A"]),
    faulty: "patient_name",
    sound: "color",
    count: 1,
    columns: ["patient_name"],
    message: "1 column may identify patients: “patient_name”. It is left out of exports and saved settings.",
  },
  {
    code: "percent-mix",
    check: "percentMix",
    file: lines("ki67,arm", ["12%,A", "20%,B", "FAULTY,A", "35%,B", "0,A"]),
    faulty: "0.15",
    sound: "15",
    count: 1,
    rows: [3],
    columns: ["ki67"],
    message: "Two scales in “ki67”? 1 number without “%” is at most 1, beside 3 with “%” (row 3).",
  },
  {
    code: "entry-suspected",
    check: "possibleEntry",
    file: lines(
      "FAULTY,os_months,os",
      numbered(8, (place) => `${place},${place + 5},1`),
    ),
    faulty: "entry_months",
    sound: "bmi",
    parts: osOf(),
    count: 8,
    rows: [1, 2, 3, 4, 5, 6, 7, 8],
    columns: ["entry_months"],
    message: "“entry_months” may be when patients came under observation: it lies before the end of OS in 8 patients.",
  },
  {
    code: "entry-suspected",
    check: "possibleEntry",
    file: lines(
      "FAULTY,diagnosis,last_seen,dead",
      numbered(8, (place) => `2020-0${place}-15,2019-12-0${place},2021-01-01,${place % 2}`),
    ),
    faulty: "enrolment_date",
    sound: "scan_date",
    parts: {
      endpoints: [
        {
          ...{ id: "os", label: "OS", event: { column: "dead", coding } },
          time: { from: "dates", start: "diagnosis", end: "last_seen", unit: "months" },
        },
      ],
    },
    count: 8,
    rows: [1, 2, 3, 4, 5, 6, 7, 8],
    columns: ["enrolment_date", "diagnosis"],
    message: "“enrolment_date” is a month and more after “diagnosis”, where OS begins, in 8 patients of 8.",
  },
  {
    code: "entry-suspected",
    check: "possibleEntry",
    file: lines(
      "os_months,os,FAULTY",
      numbered(8, (place) => `${place + 5},1,${40 * place}`),
    ),
    faulty: "days_to_sequencing",
    sound: "days from sequencing to response",
    parts: osOf(),
    count: 8,
    rows: [1, 2, 3, 4, 5, 6, 7, 8],
    columns: ["days_to_sequencing"],
    message:
      "“days_to_sequencing” may be when patients came under observation: it lies before the end of OS in 8 patients.",
  },
  {
    code: "entry-suspected",
    check: "possibleEntry",
    file: lines(
      "os_months,os,Age at Diagnosis,FAULTY",
      numbered(8, (place) => `${place + 30},1,${50 + place},${place === 8 ? 58.05 : 50.5 + place}`),
    ),
    faulty: "AGE_AT_SEQUENCING",
    sound: "AGE_AT_RELAPSE",
    parts: osOf(),
    count: 7,
    rows: [1, 2, 3, 4, 5, 6, 7],
    columns: ["AGE_AT_SEQUENCING", "Age at Diagnosis"],
    message: "“AGE_AT_SEQUENCING” is a month and more after “Age at Diagnosis” in 7 patients of 8.",
  },
  {
    code: "entry-suspected",
    check: "possibleEntry",
    file: lines(
      "os_months,os,Diagnosedatum,FAULTY,diagnosis date",
      numbered(8, (place) => `${place + 30},1,,2020-0${place}-15,2019-12-0${place}`),
    ),
    faulty: "Datum der Registrierung",
    sound: "Datum der Bildgebung",
    parts: osOf(),
    count: 8,
    rows: [1, 2, 3, 4, 5, 6, 7, 8],
    columns: ["Datum der Registrierung", "diagnosis date"],
    message: "“Datum der Registrierung” is a month and more after “diagnosis date” in 8 patients of 8.",
  },
  {
    code: "weight-suspected",
    check: "possibleWeight",
    file: lines("os_months,os,FAULTY", ["5,1,3", "6,0,1", "7,1,3", "8,0,12"]),
    faulty: "count",
    sound: "platelet count",
    parts: osOf(),
    count: 4,
    rows: [1, 2, 3, 4],
    columns: ["count"],
    message: "“count” may say how many patients each row stands for: 19 in 4 rows; in OS each row counts once.",
  },
  {
    code: "weight-suspected",
    check: "possibleWeight",
    file: lines("os_months,os,n", ["5,1,30", "6,0,FAULTY", "7,1,32"]),
    faulty: "12",
    sound: "31",
    parts: osOf(),
    count: 3,
    rows: [1, 2, 3],
    columns: ["n"],
    message: "“n” may say how many patients each row stands for: 74 in 3 rows; in OS each row counts once.",
  },
  {
    code: "weight-suspected",
    check: "possibleWeight",
    file: lines("os_months,os,patients", [
      ...numbered(8, (place) => `${5 + place},1,${1 + (place % 4)}`),
      "9,0,0",
      "9,1,FAULTY",
    ]),
    faulty: "40",
    sound: "0.5",
    parts: osOf(),
    count: 10,
    rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    columns: ["patients"],
    message: "“patients” may say how many patients each row stands for: 60 in 10 rows; in OS each row counts once.",
  },
  {
    code: "weight-suspected",
    check: "possibleWeight",
    file: lines("os_months,os,iptw", ["5,1,1.2", "6,0,0.8", "7,1,FAULTY"]),
    faulty: "2.5",
    sound: "0",
    parts: osOf(),
    count: 3,
    rows: [1, 2, 3],
    columns: ["iptw"],
    message: "“iptw” may weight the 3 rows; in OS each row counts once.",
  },
  {
    code: "time-unit-doubtful",
    check: "timesInDoubt",
    file: lines("os_months,os", [
      ...numbered(5, (place) => `${10 + place},1`),
      "FAULTY,1",
      ...numbered(5, (place) => `${900 + place},1`),
    ]),
    faulty: "600",
    sound: "200",
    parts: osOf(),
    count: 11,
    columns: ["os_months"],
    message: "Half of “os_months” lies beyond 600 months, 50 years: days rather than months?",
  },
  {
    code: "time-beyond-life",
    check: "timesInDoubt",
    file: lines("os_months,os", [...numbered(11, (place) => `${10 + place},1`), "FAULTY,1"]),
    faulty: "1500",
    sound: "1200",
    parts: osOf(),
    count: 1,
    rows: [12],
    columns: ["os_months"],
    message: "1 time of OS is longer than a life (row 12).",
  },
  {
    code: "time-only-of-events",
    check: "timesInDoubt",
    file: lines("os_months,os", [...numbered(6, (place) => `${place},1`), "FAULTY,0", ",0", ",0", ",0", "9,0"]),
    faulty: "",
    sound: "7",
    parts: osOf(),
    count: 4,
    rows: [7, 8, 9, 10],
    columns: ["os_months"],
    message: "“os_months” is missing for 4 of 5 patients without the event: OS would be of those with it alone.",
  },
  {
    code: "times-disagree",
    check: "timesInDoubt",
    file: lines("os_months,os_days,os", [
      ...numbered(11, (place) => `${place},${Math.round(30.4375 * place)},1`),
      "12,FAULTY,1",
    ]),
    faulty: "144",
    sound: "360",
    count: 1,
    rows: [12],
    columns: ["os_months", "os_days"],
    message: "“os_months” and “os_days” are not the same time in 1 row of 12 (row 12).",
  },
];

async function said(
  code: string,
  file: string,
  { parts = {}, today = null }: { parts?: object; today?: number | null },
) {
  const board = boardFrom({ ...parts });
  const table = await tableFrom(file, readingOptions(board).columns);
  return findings({ table, patients: patientsOf(table, board), board, today }).filter((each) => each.code === code);
}

describe("a plausibility check", () => {
  it.each(contracts)("says $code with its count, rows and columns", async ({ code, file, faulty, ...expected }) => {
    const found = await said(code, file.replace("FAULTY", faulty), expected);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ count: expected.count, message: expect.stringContaining(expected.message) });
    expect(found[0]?.rows).toEqual(expected.rows);
    expect(found[0]?.columns ?? []).toEqual(expected.columns);
  });

  it.each(contracts)("does not say $code where there is nothing of it", async ({ code, file, sound, ...about }) => {
    const found = await said(code, file.replace("FAULTY", sound), about);
    const faultyRow = file.split("\n").findIndex((line) => line.includes("FAULTY"));
    expect(found.filter(({ rows }) => !rows || rows.includes(faultyRow))).toEqual([]);
  });

  it("has a contract, whichever it is", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const notChecks = ["check", "deaths", "entryWords", "index", "rawTimes", "words"];
    const checks = readdirSync(folder)
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => name.replace(".ts", ""))
      .filter((name) => !notChecks.includes(name));
    expect([...new Set(contracts.map(({ check }) => check))].sort()).toEqual(checks.sort());
  });
});

describe("rows that stand for no patient", () => {
  /** Each patient has two equal rows, of which the second stands for nobody. */
  const doubled = (file: string) => {
    const [head, ...rows] = file.trimEnd().split("\n");
    return [`key,${head}`, ...rows.flatMap((row, place) => [`${place},${row}`, `${place},${row}`]), ""].join("\n");
  };

  /** Those that are about such rows, or about a line above the header, which doubling would repeat. */
  const others = ["repeatedIds", "duplicateRows", "codingAgainstLabels"];
  it.each(contracts.filter(({ rows, check }) => rows && !others.includes(check)))(
    "are not counted or named by $code",
    async ({ code, file, faulty, count, rows = [], ...about }) => {
      const parts = { ...about.parts, patientId: "key" };
      const [finding] = await said(code, doubled(file.replace("FAULTY", faulty)), { ...about, parts });
      expect([finding?.count, finding?.rows]).toEqual([count, rows.map((row) => 2 * row - 1)]);
    },
  );

  it("are not counted among the spellings of a value", async () => {
    const file = doubled(lines("arm,age", ["Arm A,61", "arm a,55", "Arm A,58"]));
    const [finding] = await said("label-variants", file, { parts: { patientId: "key" } });
    expect(finding?.message).toContain("“Arm A” (2), “arm a” (1)");
  });
});
