import { describe, expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { dataSetOf } from "./dataSet";

// A hospital of three, a best response and a change, which the user says identify; an arm that does not.
const rows = Array.from({ length: 24 }, (_, row) =>
  [
    ...[1 + ((row * 7) % 11), row % 3 ? 1 : 0, row % 2 ? "A" : "B", `Zebra${row % 3}`],
    ...[["Zed", "Yak"][row % 2], 7391 + row, 50 + (row % 5)],
  ].join(","),
);
const table = await tableFrom(`months,died,arm,hospital,best,change,size\n${rows.join("\n")}\n`);
const coding = ["censored", "event"].map((as, value) => ({ value: String(value), as }));
const endpoint = {
  ...{ id: "os", label: "OS", time: { from: "column", column: "months", unit: "months" } },
  event: { column: "died", coding },
};
const [hospital, arm] = [{ column: "hospital" }, { column: "arm" }];
const words = [
  { value: "Zed", as: "PR" },
  { value: "Yak", as: "SD" },
];
const survival = { kind: "kaplanMeier", endpoint: "os" };
const term = (of: object) => ({ id: "t", of, coding: { kind: "levels" } });
const factor = { ...{ id: "f", label: "Zoo", points: 1 }, column: "hospital", when: { op: "in", values: ["Zebra1"] } };
const score = {
  ...{ id: "s", label: "Risk", factors: [factor] },
  groups: [0, 1].map((points) => ({ label: `group ${points}`, min: points, max: points })),
};

const written = (panel: object, identifying: boolean, more: object = {}) => {
  const columns = ["hospital", "best", "change"].map((name) => ({ name, identifying }));
  const board = boardFrom({ columns, endpoints: [endpoint], panels: [{ id: "p", ...panel }], ...more });
  return dataSetOf(analysis(table).prepare(board).prepared, { wholeMonths: false });
};

describe("a column that identifies patients is not in the data set, and named as left out, where it is", () => {
  it.each([
    ["the group of curves", { ...survival, group: hospital }],
    ["their strata", { ...survival, group: arm, strata: hospital }],
    ["what small figures are of", { ...survival, group: arm, split: hospital }],
    ["the group of incidences", { ...survival, kind: "cumulativeIncidence", group: hospital }],
    ["a covariate", { kind: "regression", endpoint: "os", terms: [term(hospital)] }],
    ["the group of characteristics", { kind: "characteristics", group: hospital, rows: [{ of: arm }] }],
  ])("%s", (_, panel) => {
    const open = written(panel, false);
    expect(open.csv).toContain("Zebra1");
    expect(open.notes).toEqual([]);
    const closed = written(panel, true);
    expect(closed.csv).not.toContain("Zebra");
    expect(closed.dictionary).not.toContain("Zebra");
    expect(closed.notes).toEqual([
      expect.stringMatching(/^Not in the data set, because they may identify patients: .*hospital\.$/i),
    ]);
  });

  it("best response or best change", () => {
    const panel = { kind: "response", response: "best", words, change: { column: "change" } };
    expect(written(panel, false).csv).toMatch(/Zed,7391\r\n/);
    const { csv, notes } = written(panel, true);
    expect(csv).not.toContain("Zed");
    expect(csv).not.toContain("7391");
    expect(notes).toEqual(["Not in the data set, because they may identify patients: best, change."]);
    const changes = { kind: "response", response: null, change: { column: "change" } };
    expect(written(changes, false).csv).toContain("7391");
    expect(written(changes, true).csv).not.toContain("7391");
    expect(written(changes, true).notes).toEqual(["Not in the data set, because they may identify patients: change."]);
  });

  it("measurements of a second file", async () => {
    const sizes = await tableFrom(
      `id,day,sld\n${rows.map((_, row) => `${row},${row % 5},${7391 + row}`).join("\n")}\n`,
    );
    const patients = await tableFrom(`id,months,died\n${rows.map((_, row) => `${row},${1 + row},1`).join("\n")}\n`);
    const measured = (identifying: boolean) => {
      const join = {
        ...{ id: "sizes", source: { file: "sizes.csv", rows: null, sha256: null }, key: "id", to: "id" },
        columns: [{ name: "sld", identifying }],
      };
      const panel = {
        ...{ id: "p", kind: "response", response: null },
        measurements: { join: "sizes", time: "day", unit: "days", value: "sld", as: "sum" },
      };
      const board = boardFrom({ patientId: "id", endpoints: [endpoint], joins: [join], panels: [panel] });
      return dataSetOf(analysis(patients, new Map([["sizes", sizes]])).prepare(board).prepared, { wholeMonths: false });
    };
    expect(measured(false).responses[0]?.measurements[0]).toMatchObject({ value: 7391 });
    expect(measured(true).responses).toEqual([]);
    expect(measured(true).notes).toEqual(["Not in the data set, because they may identify patients: sld."]);
  });

  it("a factor of a score, whose points stay", () => {
    const panel = { ...survival, group: { score: "s" } };
    const header = (identifying: boolean) => written(panel, identifying, { scores: [score] }).csv.split("\r\n")[0];
    expect(header(false)).toBe("patient,os_time,os_event,s_points,s_f,s_group");
    expect(header(true)).toBe("patient,os_time,os_event,s_points,s_group");
  });
});
