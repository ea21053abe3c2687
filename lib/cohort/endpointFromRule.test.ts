import { describe, expect, it } from "vitest";
import type { EndpointRule, RuleTime } from "../board/board";
import { endpointData } from "./endpoint";
import { leftOutReasons } from "./leftOut";
import { boardFrom, tableFrom } from "./testing";

const vital = [
  { value: "dead", as: "event" },
  { value: "alive", as: "censored" },
];

/**
 * What a rule makes of one patient after another: "12 event", "30 censored" in days, or why the patient is left out.
 */
async function outcomes(
  rule: EndpointRule,
  header: string,
  rows: string[],
  time: Partial<RuleTime>,
  coding: object[] | null = null,
) {
  const table = await tableFrom(`${header}\n${rows.join("\n")}\n`, dateColumns(header));
  const [endpoint] = boardFrom({
    endpoints: [
      {
        id: "e",
        label: "E",
        time: { from: "rule", rule, unit: "days", ...time },
        event: coding && { column: "status", coding },
      },
    ],
  }).endpoints;
  const data = endpointData(table, endpoint);
  if (!data.ok) return data.problem.message;
  const { reason, cause, causes } = data.value;
  const ending = (row: number) =>
    cause[row] === 0 ? "censored" : cause[row] === 1 ? "event" : `${causes[cause[row] - 2]}, competing`;
  return [...data.value.time].map((days, row) =>
    reason[row] > 0 ? leftOutReasons[reason[row] - 1] : `${days} ${ending(row)}`,
  );
}

const dateColumns = (header: string) =>
  header.split(",").flatMap((name) => (name === "status" ? [] : [{ name, kind: "date" as const }]));

const basic = { start: "start", death: "death", lastContact: "last" };

describe("overall survival from dates", () => {
  it("ends with death of any cause, else at the last contact; no day is added", async () => {
    const rows = ["2020-01-01,2020-01-31,2020-01-31", "2020-01-01,,2020-03-01", "2020-01-01,2020-01-01,"];
    expect(await outcomes("OS", "start,death,last", rows, basic)).toEqual(["30 event", "60 censored", "0 event"]);
  });

  it("leaves out, each under its own reason, whom it cannot follow", async () => {
    const rows = [
      ",2020-01-31,2020-01-31",
      "2020-01-01,,",
      "2020-01-01,2019-12-31,",
      "2020-01-01,2020-02-30,2020-03-01",
      "2020-01-01,2020-02-01,2020-02-31",
      "2020-01-01,,2020-02-31",
    ];
    expect(await outcomes("OS", "start,death,last", rows, basic)).toEqual([
      "start date missing",
      "last contact missing",
      "end before start",
      "date not readable",
      "31 event",
      "date not readable",
    ]);
  });

  it("censors at the data cut-off whoever dies or is seen after it, and leaves out who starts after it", async () => {
    const rows = [
      "2020-01-01,2020-01-20,2020-01-20",
      "2020-01-01,2020-02-10,2020-02-10",
      "2020-01-01,,2020-03-01",
      "2020-01-01,,2020-01-10",
      "2020-02-05,,2020-03-01",
      "2020-01-01,2020-02-10,",
    ];
    expect(await outcomes("OS", "start,death,last", rows, { ...basic, cutoff: { day: "2020-01-31" } })).toEqual([
      "19 event",
      "30 censored",
      "30 censored",
      "9 censored",
      "starts after the data cut-off",
      "30 censored",
    ]);
  });

  it("takes the cut-off from a column, and censors at it those without a date of last contact where there is no such column", async () => {
    const rows = ["2020-01-01,,2020-01-31", "2020-01-01,2020-01-11,2020-01-31", "2020-01-01,,"];
    const time = { start: "start", death: "death", cutoff: { column: "cut" } };
    expect(await outcomes("OS", "start,death,cut", rows, time)).toEqual([
      "30 censored",
      "10 event",
      "data cut-off missing",
    ]);
  });

  it("checks the vital status against the dates: a death without a date and an alive patient with one are left out, a blank is never censored", async () => {
    const rows = [
      "2020-01-01,2020-01-31,2020-01-31,dead",
      "2020-01-01,,2020-03-01,dead",
      "2020-01-01,2020-01-31,2020-03-01,alive",
      "2020-01-01,,2020-03-01,alive",
      "2020-01-01,,2020-03-01,",
      "2020-01-01,2020-01-31,,",
      "2020-01-01,,2020-03-01,lost",
    ];
    expect(await outcomes("OS", "start,death,last,status", rows, basic, vital)).toEqual([
      "30 event",
      "dead without a date of death",
      "status and dates disagree",
      "60 censored",
      "event missing",
      "30 event",
      "event value not decided",
    ]);
  });

  it("takes the last contact for the day of death where there is no date of death but a vital status", async () => {
    const rows = ["2020-01-01,2020-01-31,dead", "2020-01-01,2020-03-01,alive", "2020-01-01,,dead"];
    const time = { start: "start", lastContact: "last" };
    expect(await outcomes("OS", "start,last,status", rows, time, vital)).toEqual([
      "30 event",
      "60 censored",
      "dead without a date of death",
    ]);
  });

  it("does not take an unknown date for none", async () => {
    const rows = ["2020-01-01,Unknown,2020-03-01", "2020-01-01,NA,2020-03-01"];
    expect(await outcomes("OS", "start,death,last", rows, basic)).toEqual(["date unknown", "60 censored"]);
    const known = ["2020-01-01,Unknown,2020-03-01,alive", "2020-01-01,Unknown,2020-03-01,dead"];
    expect(await outcomes("OS", "start,death,last,status", known, basic, vital)).toEqual([
      "60 censored",
      "dead without a date of death",
    ]);
  });

  it("asks for what it cannot do without", async () => {
    const rows = ["2020-01-01,2020-01-31"];
    expect(await outcomes("OS", "start,last", rows, { start: "start", lastContact: "last" })).toMatch(
      /^Overall survival from dates needs a date of death/,
    );
    expect(await outcomes("PFS", "start,death", rows, { start: "start", death: "death" })).toMatch(
      /needs the date of progression\.$/,
    );
    expect(await outcomes("OS", "start,death", rows, { start: "start", death: "death" })).toMatch(
      /needs the date of last contact or the data cut-off\.$/,
    );
  });
});

const course = "start,progression,death,assessed,last";
const followed = {
  start: "start",
  progression: "progression",
  death: "death",
  lastAssessment: "assessed",
  lastContact: "last",
};
const patients = [
  "2020-01-01,2020-01-11,2020-01-31,2020-01-11,2020-01-31",
  "2020-01-01,,2020-01-31,2020-01-21,2020-01-31",
  "2020-01-01,,,2020-01-21,2020-03-01",
  "2020-01-01,2020-01-31,2020-01-31,2020-01-21,2020-01-31",
  "2020-01-01,,,,2020-03-01",
  "2020-01-01,2019-12-31,2020-01-31,2020-01-21,2020-01-31",
];

describe("endpoints with progression", () => {
  it("PFS ends with the earlier of progression and death, else at the last assessment and not at the last contact", async () => {
    expect(await outcomes("PFS", course, patients, followed)).toEqual([
      "10 event",
      "30 event",
      "20 censored",
      "30 event",
      "last assessment missing",
      "end before start",
    ]);
  });

  it("PFS is censored at the last contact where there is no column of assessments", async () => {
    const found = await outcomes("PFS", course, patients, { ...followed, lastAssessment: null });
    expect([found[2], found[4]]).toEqual(["60 censored", "60 censored"]);
  });

  it("TTP ends with progression; death before it competes, and progression on the day of death is progression", async () => {
    expect((await outcomes("TTP", course, patients, followed)).slice(0, 4)).toEqual([
      "10 event",
      "30 death, competing",
      "20 censored",
      "30 event",
    ]);
  });

  it("TTP counts a death that only the vital status tells as competing, under its own name where the status gives one", async () => {
    const rows = [
      "2020-01-01,2020-01-11,2020-01-31,dead",
      "2020-01-01,,2020-01-31,dead",
      "2020-01-01,,2020-01-31,alive",
      "2020-01-01,,2020-01-31,stroke",
    ];
    const header = "start,progression,last,status";
    const time = { start: "start", progression: "progression", lastContact: "last" };
    const coding = [...vital, { value: "stroke", as: "competing", cause: "stroke" }];
    expect(await outcomes("TTP", header, rows.slice(0, 3), time, vital)).toEqual([
      "10 event",
      "30 death, competing",
      "30 censored",
    ]);
    expect(await outcomes("TTP", header, rows, time, coding)).toEqual([
      "10 event",
      "30 death, competing",
      "30 censored",
      "30 stroke, competing",
    ]);
  });

  it("a death or progression after the data cut-off is censored at the last assessment before it", async () => {
    const cutoff = { day: "2020-01-25" };
    expect((await outcomes("PFS", course, patients, { ...followed, cutoff })).slice(0, 4)).toEqual([
      "10 event",
      "20 censored",
      "20 censored",
      "20 censored",
    ]);
  });

  it("progression counts for whoever died on an unknown day", async () => {
    const rows = ["2020-01-01,2020-01-11,,2020-01-11,2020-02-01,dead", "2020-01-01,,,2020-01-11,2020-02-01,dead"];
    expect(await outcomes("PFS", `${course},status`, rows, followed, vital)).toEqual([
      "10 event",
      "dead without a date of death",
    ]);
  });

  it("DFS starts at surgery and names those never operated; DOR at the response and names those without one", async () => {
    const rows = ["2020-01-01,2020-01-11,2020-01-31,2020-01-11,2020-01-31", ",2020-01-11,,,2020-01-31"];
    expect(await outcomes("DFS", course, rows, followed)).toEqual(["10 event", "never operated"]);
    expect(await outcomes("DOR", course, rows, followed)).toEqual(["10 event", "no response"]);
  });
});

it("a time that depends on the outcome comes from the one column for the dead and from the other for the living", async () => {
  const rows = ["451,,Dead", ",454,Alive", ",12,Dead", "5,,Alive", "7,30,Alive", "x,30,Dead", "7,-2,Alive", "3,9,"];
  const table = await tableFrom(`death,last,status\n${rows.join("\n")}\n`, [
    { name: "death", kind: "number" },
    { name: "last", kind: "number" },
  ]);
  const coding = [
    { value: "Dead", as: "event" },
    { value: "Alive", as: "censored" },
  ];
  const [endpoint] = boardFrom({
    endpoints: [
      {
        id: "os",
        label: "OS",
        time: { from: "outcome", event: "death", otherwise: "last", unit: "days" },
        event: { column: "status", coding },
      },
    ],
  }).endpoints;
  const data = endpointData(table, endpoint);
  if (!data.ok) throw new Error(data.problem.message);
  const { time, cause, reason } = data.value;
  expect([...time].map((days, row) => (reason[row] ? leftOutReasons[reason[row] - 1] : [days, cause[row]]))).toEqual([
    [451, 1],
    [454, 0],
    "time missing",
    "time missing",
    [30, 0],
    "time not a number",
    "time negative",
    "event missing",
  ]);
});

it("a second column tells who of the censored had a competing event", async () => {
  const table = await tableFrom(
    "months,cause,vital\n5,cancer,dead\n6,none,dead\n7,none,alive\n8,none,\n9,cancer,alive\n",
  );
  const [endpoint] = boardFrom({
    endpoints: [
      {
        id: "css",
        label: "CSS",
        time: { from: "column", column: "months", unit: "months" },
        event: {
          column: "cause",
          coding: [
            { value: "cancer", as: "event" },
            { value: "none", as: "censored" },
          ],
          competing: { column: "vital", coding: vital, cause: "death of another cause" },
        },
      },
    ],
  }).endpoints;
  const data = endpointData(table, endpoint);
  if (!data.ok) throw new Error(data.problem.message);
  expect([...data.value.cause]).toEqual([1, 2, 0, 0, 1]);
  expect(leftOutReasons[data.value.reason[3] - 1]).toBe("event missing");
  expect(data.value.causes).toEqual(["death of another cause"]);
});

describe("time to response from dates", () => {
  const rows = [
    "2020-01-01,2020-03-01,2020-09-01",
    "2020-01-01,,2020-02-01",
    "2020-02-01,2020-01-15,",
    ",2020-03-01,",
    "2020-01-01,2020-06-30,",
  ];
  const time = { start: "start", progression: "response", cutoff: { day: "2020-06-01" } };

  it("is of responders alone: who had none by the cut-off is left out, alive or dead", async () => {
    expect(await outcomes("TTR", "start,response,death", rows, time)).toEqual([
      "60 event",
      "no response",
      "end before start",
      "start date missing",
      "no response",
    ]);
  });

  it("needs the date of first response, and nothing of death or last contact", async () => {
    expect(await outcomes("TTR", "start,response,death", rows, { ...time, progression: null })).toBe(
      "Time to response from dates needs the date of first response.",
    );
  });
});

it("delayed entry is a number in its own unit, or a date less the start", async () => {
  const table = await tableFrom("months,days,event,start,end,entry\n24,365.25,1,2020-01-01,2022-01-01,2020-03-01\n");
  const event = { column: "event", coding: [{ value: "1", as: "event" }] };
  const board = boardFrom({
    endpoints: [
      {
        id: "a",
        label: "A",
        time: { from: "column", column: "months", unit: "months" },
        event,
        entry: "days",
        entryUnit: "days",
      },
      {
        id: "b",
        label: "B",
        time: { from: "dates", start: "start", end: "end", unit: "days" },
        event,
        entry: "entry",
      },
    ],
  });
  const entries = board.endpoints.map((endpoint) => {
    const data = endpointData(table, endpoint);
    return data.ok ? data.value.entry?.[0] : data.problem.message;
  });
  expect(entries).toEqual([12, 60]);
});
