import { describe, expect, it } from "vitest";
import { type Board, boardSchema, emptyBoard } from "./board";
import { comparisonKey } from "./comparison";
import { kaplanMeierPanel } from "./panelForms/kaplanMeier";
import { newPanel } from "./panelForms/registry";

const panel = kaplanMeierPanel({ endpoint: "os", group: { column: "arm" } });
const groups = [{ label: "low", min: null, max: 1 }];
const board = boardSchema.parse({
  ...emptyBoard,
  endpoints: ["os", "pfs"].map((id) => ({ ...oneEndpoint(id), label: id })),
  scores: ["a", "b"].map((id) => ({ id, label: id, factors: [], groups })),
});

function oneEndpoint(id: string) {
  return {
    id,
    time: { from: "column", column: `${id}_time`, unit: "months" },
    event: { column: id, coding: [{ value: "1", as: "event" }], competing: null },
  };
}

const key = (change: object, parts: object = {}) =>
  comparisonKey(boardSchema.parse({ ...board, ...parts }), { ...panel, ...change })?.groups;

const column = (choice: object) => ({ columns: [{ name: "arm", ...choice }] });
const values = (choice: object) => ({ filters: [{ kind: "values", of: { column: "sex" }, values: ["f"], ...choice }] });
const endpoint = (change: object): Partial<Board> => ({
  endpoints: board.endpoints.map((each) => ({ ...each, ...change })),
});

describe("a comparison is the same one", () => {
  it.each<[string, object, object?]>([
    ["by another name", { title: "Mine" }],
    ["drawn otherwise", { figure: { ...panel.figure, band: false } }],
    ["with means up to another time", { tau: 12 }],
    ["by another test of the same groups", { test: "maxCombo" }],
    ["against another reference", { reference: "B" }],
    ["under a filter that lets everybody pass", {}, values({ values: null })],
    ["with other labels and colors of levels", {}, column({ label: "Arm", levels: [{ value: "A", label: "a" }] })],
    ["of an endpoint by another name", {}, endpoint({ label: "Survival" })],
    ["beside a score it does not use", {}, { scores: [] }],
  ])("%s", (_, change, parts) => {
    expect(key(change, parts)).toBe(key({}));
  });
});

describe("a comparison under filters, where it is known whom they keep,", () => {
  const keyOf = (filters: object, selected: string) => {
    const changed = boardSchema.parse({ ...board, ...filters });
    return JSON.stringify(comparisonKey(changed, changed.panels[0] ?? panel, selected));
  };

  it("is the same for the same patients, however the filters are written, and another for others", () => {
    expect(keyOf(values({ values: ["f", "m"] }), "75 1 2")).toBe(keyOf({}, "75 1 2"));
    expect(keyOf(values({}), "30 3 4")).not.toBe(keyOf({}, "75 1 2"));
  });
});

describe("a comparison is another one", () => {
  const cut = (minShare: number) => ({ group: null, cut: { of: { column: "age" }, minShare } });
  const changes = (name: string) => ({ group: null, changes: { column: name, unit: null } });
  const kinds = {
    endpoint: key({ endpoint: "pfs" }),
    landmark: key({ landmark: 3 }),
    censorAt: key({ censorAt: 3 }),
    strata: key({ strata: { column: "sex" } }),
    split: key({ split: { column: "sex" } }),
    second: key({ also: "pfs" }),
    cutOfAge: key(cut(0.1)),
    cutOfMore: key(cut(0.2)),
    changed: key(changes("transplant")),
    changedOtherwise: key(changes("response")),
    filter: key({}, values({})),
    missing: key({}, column({ missing: ["0"] })),
    fewLevels: key({}, column({ keepLevels: 2 })),
    event: key({}, endpoint({ event: { column: "died", coding: [] } })),
    patient: key({}, { patientId: "id" }),
    merged: key({}, { edits: { mergedLevels: [{ column: "arm", from: ["B"], to: "A" }] } }),
    score: key({ group: { score: "a" } }),
    scoreCutOtherwise: key(
      { group: { score: "a" } },
      { scores: [{ id: "a", label: "a", factors: [], groups: [{ label: "low", min: null, max: 2 }] }] },
    ),
  };

  it("with other patients, groups, clock, strata, cut, change or second endpoint, each unlike all others", () => {
    const all = [key({}), ...Object.values(kinds)];
    expect(new Set(all).size).toBe(all.length);
  });

  it("as cumulative incidence of the same groups, and none in a model", () => {
    const incidence = { ...newPanel("cumulativeIncidence", "os"), group: panel.group };
    expect(comparisonKey(board, incidence)?.groups).not.toBe(key({}));
    expect(comparisonKey(board, newPanel("regression", "os"))).toBeNull();
  });

  it("by its test, which is told apart from the groups", () => {
    const test = (change: object) => comparisonKey(board, { ...panel, ...change })?.test;
    expect(test({ test: "petoPeto" })).not.toBe(test({}));
    expect(test({ landmark: 3 })).toBe(test({}));
  });
});
