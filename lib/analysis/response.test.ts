import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { responseForm } from "../board/panelForms/response";
import { boardFrom, tableFrom } from "../cohort/testing";
import { serialize } from "../figure/svg";
import { nth } from "../numeric/nth";
import type { ResponseResult } from "../panels/response/result";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analyze } from "./analyze";

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const example = await tableFrom(readFileSync("public/example/synthetic-lms-cohort.csv", "utf8"));
const exampleLong = await tableFrom(readFileSync("public/example/synthetic-lms-measurements.csv", "utf8"));
const trial = await tableFrom(fixture("responseTrial.csv"));
const trialLong = await tableFrom(fixture("responseTrialMeasurements.csv"));

const coded = (column: string) => ({
  column,
  coding: [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ],
});
const timed = (id: string, label: string, column: string, unit: string, event: string) => ({
  ...{ id, label, event: coded(event), origin: "start of therapy" },
  time: { from: "column", column, unit },
});
const ofExample = {
  patientId: "patient_id",
  endpoints: [
    timed("pfs", "Progression-free survival", "pfs_months", "months", "pfs_event"),
    timed("os", "Overall survival", "os_months", "months", "os_event"),
  ],
  joins: [{ id: "long", source: { file: "long.csv", rows: null, sha256: null }, key: "patient_id", to: "patient_id" }],
};
const ofTrial = {
  patientId: "id",
  endpoints: [
    timed("pfs", "Progression-free survival", "pfs", "days", "pfs_event"),
    timed("os", "Overall survival", "os", "days", "died"),
  ],
  joins: [{ id: "long", source: { file: "long.csv", rows: null, sha256: null }, key: "id", to: "id" }],
};

function view(table: Table, long: Table | null, parts: object, panel: object) {
  const board = boardFrom({ ...parts, panels: [{ id: "r", kind: "response", ...panel }] });
  return nth(analyze(table, board, new Map(long ? [["long", long]] : [])).panels, 0);
}

function result(...asked: Parameters<typeof view>): ResponseResult {
  const shown = view(...asked);
  if (shown.state !== "ready" || shown.result.kind !== "response")
    throw new Error("problem" in shown ? shown.problem.message : shown.state);
  return shown.result;
}

const inExample = (panel: object = {}) =>
  result(example, exampleLong, ofExample, {
    group: { column: "arm" },
    response: "best_response",
    change: { column: "best_change_pct" },
    follow: "os",
    progression: "pfs",
    ...panel,
  });
const inTrial = (panel: object = {}) =>
  result(trial, trialLong, ofTrial, {
    group: { column: "arm" },
    response: "ansprechen",
    change: { column: "best_change", scale: "fraction" },
    follow: "os",
    progression: "pfs",
    level: 0.9,
    compared: "DCR",
    ...panel,
  });
const measurements = { join: "long", time: "day", unit: "days", value: "sum_of_diameters_mm", as: "sum" };

describe("categories and rates", () => {
  it("can be counted by hand in the example: 7 of 75 responded, 27 were stable, 30 progressed, 11 nobody could tell", () => {
    const all = inExample({ group: null });
    expect(all.groups.map(({ categories }) => categories)).toEqual([[1, 6, 27, 30, 11]]);
    expect([all.patients, all.measured]).toEqual([75, 64]);
  });

  it("are differences from the group that reads as a control, where nobody chose another", () => {
    // R's −0.1435 is “no” less “related”, as reference/response.ts asks for it.
    const [found] = inExample({ oddsRatio: true }).comparison?.differences ?? [];
    expect(found?.label).toBe("Gene aberration-related phase I therapy");
    expect(found?.estimate).toBeCloseTo(0.143518518518519, 12);
    expect([found?.lower, found?.upper]).toEqual([
      expect.closeTo(0.00101005798500145, 9),
      expect.closeTo(0.327805669039849, 9),
    ]);
  });

  it("have no comparison in one group, and no benefit without an endpoint of progression", () => {
    const found = inExample({ group: null, progression: null });
    expect(found.comparison).toBeNull();
    expect(nth(found.groups, 0).rates.map(({ id }) => id)).toEqual(["ORR", "DCR"]);
  });
});

describe("best changes of a file of measurements", () => {
  it("have their baseline and nadir beside each patient: the smallest sum from the baseline on, by hand", () => {
    const found = inExample({ change: null, measurements });
    // SYN-001: 105.3 at day −13, then 101.6 and 97.9. SYN-002: 148.1, then 208.8 and 250.5.
    expect(found.each[0]?.sums.baseline).toBe(105.3);
    expect(found.each[0]?.sums.nadir).toBeCloseTo(97.9, 9);
    expect(found.each[1]?.sums).toEqual({ baseline: 148.1, nadir: 148.1 });
    const { header, rows } = shownKinds.response.steps(found);
    expect(header.slice(-2)).toEqual(["baseline", "nadir"]);
    expect(rows[1]?.slice(-2)).toEqual([148.1, 148.1]);
  });

  it("agree with the column of the example, which is said where they do not", () => {
    expect(inExample({ measurements }).notices.map(({ code }) => code)).not.toContain("response-change-differs");
    const long = { ...measurements, time: "days", value: "sld" };
    expect(
      inTrial({ measurements: long }).notices.find(({ code }) => code === "response-change-differs")?.message,
    ).toMatch(/^The best change of \d+ patients in “best_change” is not that of the measurements/);
  });

  it("leave out rows with a word and their count, and every row is in one place", () => {
    const found = inTrial({ change: null, measurements: { ...measurements, time: "days", value: "sld" } });
    const said = found.notices.find(({ code }) => code === "response-unused-long")?.message ?? "";
    for (const reason of [
      /1 row without a readable time \(row \d+\)/,
      /rows of patients without a measurement at or before time zero/,
      /rows of patients whose sum is 0 at baseline/,
      /rows earlier than the baseline/,
      /1 row of a time that has a later row of the same patient/,
      /1 row of no patient of the cohort/,
    ])
      expect(said).toMatch(reason);
    const counts = [...said.matchAll(/(\d+) rows? (?:without|of|earlier)/g)].map(([, count]) => Number(count));
    const rows = fixture("responseTrialMeasurements.csv").trim().split("\n").length - 1;
    expect(counts.reduce((sum, count) => sum + count, 0) + (found.measurements?.rows ?? 0)).toBe(rows);
    const shown = view(trial, trialLong, ofTrial, {
      response: "ansprechen",
      measurements: { ...measurements, time: "days", value: "sld" },
    });
    const [ledger] = shown.state === "ready" ? shown.ledger.seconds : [];
    expect(ledger).toMatchObject({ rows, used: found.measurements?.rows, as: "measurements" });
    expect(ledger?.leftOut.map(({ count }) => count).sort()).toEqual(counts.sort());
  });
});

describe("a panel of responses waits", () => {
  const small = (words: string[], more = "") =>
    tableFrom(`id,resp,chg\n${words.map((word, i) => `${i},${word},${more.split(" ")[i] ?? ""}`).join("\n")}\n`);

  it("for the meaning of words that have none, with counts", async () => {
    const table = await small(["PR", "iUPD", "PR", "wonderful", "wonderful"]);
    const shown = view(table, null, {}, { response: "resp" });
    expect(shown.state === "blocked" && shown.problem).toMatchObject({
      code: "response-undecided",
      message: "Best response “resp” has “wonderful” (2), “iUPD” (1) without a meaning (3 patients).",
    });
    const words = [
      { value: "iUPD", as: "PD" },
      { value: "wonderful", as: "exclude" },
    ];
    const found = result(table, null, {}, { response: "resp", words });
    expect(nth(found.groups, 0).categories).toEqual([0, 2, 0, 1, 0]);
    expect(found.leftOut).toEqual([{ reason: "best response left out by you", count: 2 }]);
  });

  it("to be told percent or fraction where all numbers lie within 1.5, and not where one does not", async () => {
    const words = ["PR", "SD", "PD"];
    const panel = { response: "resp", change: { column: "chg" } };
    const fractions = await small(words, "-0.62 0.05 1.1");
    const asked = view(fractions, null, {}, panel);
    expect(asked.state === "blocked" && asked.problem.message).toBe(
      "All 3 numbers of “chg” lie between −0.62 and 1.1: are they percent, or fractions of 1?",
    );
    const told = result(fractions, null, {}, { ...panel, change: { column: "chg", scale: "fraction" } });
    expect(told.each.map(({ change }) => change)).toEqual([-62, 5, 110.00000000000001]);
    expect(result(await small(words, "-62 0.5 1.1"), null, {}, panel).measured).toBe(3);
  });
});

describe("what must be said of a panel of responses", () => {
  const from = (text: string, panel: object = {}) =>
    tableFrom(text).then((table) => result(table, null, {}, { response: "resp", change: { column: "chg" }, ...panel }));
  const codes = ({ notices }: ResponseResult) => notices.map(({ code }) => code);

  it("names parentheses, cells that cannot be read, and changes below −100% with their rows", async () => {
    const found = await from(
      "id;resp;chg\n1;PR;(34%)\n2;SD;−12%\n3;PD;45\n4;PR;shrunk\n5;PR;-340\n6;NE;\n7;SD;10\n8;SD;3\n9;SD;4\n",
    );
    const message = (code: string) => found.notices.find((each) => each.code === code)?.message;
    expect(message("response-change-parentheses")).toBe(
      "1 number of “chg” in parentheses read as negative: (34) is −34 (row 1).",
    );
    expect(message("response-change-unreadable")).toMatch(/^1 cell of “chg” cannot be read as a number \(row 4\)/);
    expect(message("response-change-impossible")).toMatch(/^1 best change is below −100%, which cannot be \(row 5\)/);
    expect(found.each.map(({ change }) => change).slice(0, 3)).toEqual([-34, -12, 45]);
    expect(found.measured).toBe(6);
  });

  it("marks a response above −30% and stable disease at or below it, and nobody else", async () => {
    const found = await from("id,resp,chg\n1,PR,-29\n2,PR,-30\n3,SD,-30\n4,SD,-29\n5,CR,-100\n6,PD,-50\n");
    expect(found.marked.map(({ row }) => row)).toEqual([1, 3]);
    expect(codes(found)).toEqual(["response-marked"]);
  });

  it("says of empty cells that they count as not evaluable, or leaves them out", async () => {
    const text = "id,resp,chg\n1,PR,-40\n2,,-10\n3,SD,-5\n";
    const found = await from(text);
    expect(nth(found.groups, 0).categories).toEqual([0, 1, 1, 0, 1]);
    expect(codes(found)).toEqual(["response-blank"]);
    const without = await from(text, { blank: "exclude" });
    expect([without.patients, without.leftOut]).toEqual([2, [{ reason: "best response left out by you", count: 1 }]]);
  });

  it("counts patients where rows stand for several, in the rates and beside the figure", async () => {
    const table = await tableFrom("id,resp,chg,t,e,w\n1,PR,-40,5,1,3\n2,SD,,6,0,2\n3,PD,30,7,1,4\n");
    const weight = { column: "w", kind: "count" };
    const endpoints = [{ ...timed("os", "Overall survival", "t", "months", "e"), weight }];
    const found = result(table, null, { endpoints }, { response: "resp", change: { column: "chg" } });
    expect(nth(found.groups, 0).categories).toEqual([0, 3, 2, 4, 0]);
    expect([found.patients, found.measured]).toEqual([9, 7]);
    expect(shownKinds.response.subtitle(found)).toBe("7 of 9 patients measured");
    expect(codes(found)).toEqual(["response-counted"]);
  });

  it("names patients with two best responses", async () => {
    const table = await tableFrom("id,resp\n1,PR\n1,SD\n2,PD\n2,PD\n3,\n3,PR\n");
    const found = result(table, null, { patientId: "id", edits: { severalRows: "first" } }, { response: "resp" });
    expect(found.notices.find(({ code }) => code === "response-two")?.message).toBe(
      "1 patient has two different best responses (rows 1 and 2); the row that stands for the patient counts.",
    );
  });

  it("keeps silent where nothing is wrong", () => {
    expect(codes(inExample({ progression: null }))).toEqual([]);
  });

  it("says how many stable patients were not followed for the stated time", () => {
    // SD, censored before six months: rows 66… of the example by hand.
    const rows = inExample().notices.find(({ code }) => code === "response-benefit-unknown");
    expect(rows).toBeUndefined();
    expect(inExample({ benefit: 10 }).notices.find(({ code }) => code === "response-benefit-unknown")?.message).toMatch(
      /^1 patient with stable disease was not followed for 10 months \(row 70\)/,
    );
  });
});

describe("the table of responses", () => {
  it("holds back every count and rate of a group that has a small one, and what is told of both groups", () => {
    const { rows } = shownKinds.response.statistics(inExample(), 5);
    expect(rows[0]).toEqual(["n", "27", "48"]);
    for (const [name, ...cells] of rows.slice(1, 9))
      expect(cells, name).toEqual(["held back: fewer than 5", "held back: fewer than 5"]);
    expect(rows.slice(9).map(([name]) => name)).toEqual(["Fisher’s exact test of objective response"]);
    expect(JSON.stringify(shownKinds.response.statistics(inExample()))).not.toContain("held back");
    expect(JSON.stringify(shownKinds.response.statistics(inExample(), 1))).not.toContain("held back");
  });
});

describe("the figure of a panel of responses", () => {
  const { figure } = shownKinds.response;
  const lanesOf = (drawn: ReturnType<typeof figure>) =>
    [...serialize(drawn.tree).text.matchAll(/<g data-row="(\d+)"/g)].map(([, row]) => Number(row));

  it("has every patient on one lane, on one page or on several, none taller than the paper", () => {
    const panel = { figure: { show: "swimmer" } };
    const result = inExample(panel);
    const options = responseForm.schema.shape.figure.parse({ show: "swimmer" });
    const sheet = { width: 600, height: 300, theme: "light", titleInside: true } as const;
    const all = lanesOf(figure(result, options, sheet)).sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 75 }, (_, row) => row + 1));
    const first = figure(result, options, { ...sheet, page: { tallest: 420, number: 0 } });
    expect(first.pages).toBeGreaterThan(2);
    const pages = Array.from({ length: first.pages ?? 0 }, (_, number) =>
      figure(result, options, { ...sheet, page: { tallest: 420, number } }),
    );
    for (const { height } of pages) expect(height).toBeLessThanOrEqual(420.5);
    expect(pages.flatMap(lanesOf).sort((a, b) => a - b)).toEqual(all);
  });

  it("has a bar or a slot for every patient, and names nobody", () => {
    const options = responseForm.schema.shape.figure.parse({ show: "waterfall" });
    const { text } = serialize(figure(inExample(), options, { width: 700, height: 400, theme: "light" }).tree);
    expect(text.match(/<rect data-row=/g)).toHaveLength(75);
    expect(text).toContain("11 not measured");
    expect(text).not.toMatch(/SYN-\d/);
  });
});
