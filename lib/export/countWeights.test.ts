import { describe, expect, it } from "vitest";
import { type Analysis, analysis, type Snapshot } from "../analysis/analyze";
import { rowsBehind } from "../analysis/rowsBehind";
import { boardFrom, tableFrom } from "../cohort/testing";
import { dataSetOf } from "./dataSet/dataSet";
import { ledgerInWords } from "./facts";

// Rows that stand for several patients, and the same patients written out: every count must be the same.
const head = "arm,age,stage,months,event,ldh";
const rows: [count: number, cells: string][] = [
  [5, "A,50,I,3,1,1"],
  [2, "A,55,II,5,0,0"],
  [7, "B,60,I,8,1,"],
  [1, ",65,II,9,1,1"],
  [4, "B,,I,,1,0"],
  [3, "B,70,II,12,0,1"],
  [6, "A,75,,15,2,0"],
  [2, "B,80,I,20,,1"],
];
const counted = await tableFrom(`${head},n\n${rows.map(([n, cells]) => `${cells},${n}`).join("\n")}\n`);
const written = await tableFrom(
  `${head},n\n${rows.flatMap(([n, cells]) => Array.from({ length: n }, () => `${cells},1`)).join("\n")}\n`,
);

const endpoint = (weight: object | null) => ({
  id: "os",
  label: "OS",
  time: { from: "column", column: "months", unit: "months" },
  event: {
    column: "event",
    coding: [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
      { value: "2", as: "competing", cause: "other death" },
    ],
  },
  weight,
});
const byCount = { column: "n", kind: "count" };
const bySampling = { column: "n", kind: "sampling" };
const score = {
  id: "s",
  label: "S",
  factors: [{ id: "f", label: "LDH", column: "ldh", when: { op: ">", value: 0.5 }, points: 1 }],
  groups: [
    { label: "low", min: 0, max: 0 },
    { label: "high", min: 1, max: 1 },
  ],
};
const parts = (weight: object | null, filters: object[] = []) => ({
  endpoints: [endpoint(weight)],
  filters: [
    { kind: "values", of: { column: "stage" }, values: null, missing: true },
    { kind: "range", of: { column: "age" }, min: null, max: null, missing: true },
    ...filters,
  ],
  panels: [
    { id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } },
    { id: "late", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, landmark: 4 },
    { id: "cif", kind: "cumulativeIncidence", endpoint: "os", group: { column: "arm" } },
    { id: "cox", kind: "regression", endpoint: "os", terms: [] },
    { id: "cut", kind: "kaplanMeier", endpoint: "os", group: null, cut: { of: { column: "age" } } },
  ],
});
const answered = (of: Analysis, weight: object | null, filters?: object[]): Snapshot =>
  of(boardFrom(parts(weight, filters)));

/** Everything a snapshot counts, without rows. */
const counts = ({ patients, filters, endpoints, panels }: Snapshot) => ({
  patients: { total: patients.total, selected: patients.selected },
  filters,
  endpoints: endpoints.map(({ coding, outcomes, ledger }) => ({
    coding,
    outcomes,
    ledger: ledger && inCounts(ledger),
  })),
  panels: panels.map((view) =>
    view.state === "ready"
      ? {
          ledger: inCounts(view.ledger),
          leftOut: view.result.leftOut,
          patients: view.result.patients,
          landmark: view.result.setting.landmark,
        }
      : {
          problem: "problem" in view ? view.problem : null,
          ledger: "ledger" in view && view.ledger && inCounts(view.ledger),
        },
  ),
});
const inCounts = ({ patients, used, leftOut }: NonNullable<Snapshot["endpoints"][number]["ledger"]>) => ({
  patients,
  used,
  leftOut: leftOut.map(({ reason, count }) => ({ reason, count })),
});

const onlyA = [{ kind: "values", of: { column: "arm" }, values: ["A"], missing: false }];

describe("rows that stand for several patients", () => {
  it("are counted as if each patient had a row: rail, filters, ledgers, codings, outcomes, left out", () => {
    const [a, b] = [answered(analysis(counted), byCount), answered(analysis(written), byCount)];
    expect(a.patients).toMatchObject({ rows: 8, weighted: true, total: 30, selected: 30 });
    expect(counts(a)).toEqual(counts(b));
    expect(a.endpoints[0]?.ledger?.leftOut).toEqual([
      { reason: "time missing", count: 4, rows: [5] },
      { reason: "event missing", count: 2, rows: [8] },
    ]);
    expect(a.endpoints[0]?.outcomes).toEqual({ event: 13, censored: 5, competing: 6, followUp: 216 });
  });

  it("are so under filters too, whose bars are patients", () => {
    const [a, b] = [answered(analysis(counted), byCount, onlyA), answered(analysis(written), byCount, onlyA)];
    expect(a.patients.selected).toBe(13);
    expect(a.filters[2]).toMatchObject({ bars: [{ total: 13 }, { total: 16 }], missing: { total: 1 } });
    expect(counts(a)).toEqual(counts(b));
  });

  it("are as many in the groups of a score and beside another one", () => {
    const scored = (of: Analysis) => of(boardFrom({ ...parts(byCount), scores: [score, { ...score, id: "t" }] }));
    const [a, b] = [scored(analysis(counted)), scored(analysis(written))];
    expect(a.scores).toEqual(b.scores);
    expect(a.scores[0]?.groups.map(({ patients }) => patients)).toEqual([12, 11]);
    const beside = ({ studies }: Snapshot) =>
      studies.map((each) =>
        each.state === "ready" ? each.beside.map(({ own, table }) => [own.patients, own.events, table]) : each,
      );
    expect(beside(a)).toEqual(beside(b));
  });

  it("change no count where the weights are those of a sample", () => {
    const [weighted, plain] = [answered(analysis(counted), bySampling), answered(analysis(counted), null)];
    // The searched cut, the last, is refused with weights.
    const shown = (snapshot: Snapshot) => counts({ ...snapshot, panels: snapshot.panels.slice(0, -1) });
    expect(shown(weighted)).toEqual(shown(plain));
    expect(weighted.patients).toMatchObject({ weighted: false, total: 8 });
  });

  it("stand for nobody without a usable weight, and are said as rows, not as patients", async () => {
    const some = await tableFrom(`${head},n\nA,50,I,3,1,1,5\nA,55,I,4,0,1,\nB,60,I,,1,1,0.5\nB,70,I,6,0,1,2\n`);
    const { patients, endpoints, panels } = answered(analysis(some), byCount);
    expect(patients).toMatchObject({ rows: 4, total: 7, selected: 7 });
    const ledger = endpoints[0]?.ledger;
    expect(ledger).toMatchObject({
      weightless: { reason: "rows without a usable weight", count: 2, rows: [2, 3] },
      patients: 7,
      leftOut: [],
      used: 7,
    });
    const [km] = panels;
    if (km?.state !== "ready" || !ledger) throw new Error("not computed");
    expect(km.result.leftOut).toEqual([{ reason: "rows without a usable weight", count: 2, ofRows: true }]);
    const facts = {
      program: "",
      date: "2026-11-29",
      settings: "0123456789ab",
      filters: [],
      selected: 7,
      total: 7,
      example: false,
    };
    expect(ledgerInWords(ledger, km.result, facts)).toBe(
      "4 rows in the file; 2 rows without a usable weight; 7 patients, as many as the rows stand for; 7 usable patients.",
    );
  });

  it("are told apart from their patients in the rows behind a number and in the data set", () => {
    const of = analysis(counted);
    const { cohort, prepared } = of.prepare(boardFrom(parts(byCount, onlyA)));
    const figure = { of: "figure", panel: "km", level: "A", kind: "event", from: null, to: null } as const;
    const shown = rowsBehind(counted, cohort, prepared, figure, { from: 0, to: 10, width: 3 });
    expect(shown).toMatchObject({ total: 1, patients: 5 });
    expect(dataSetOf(prepared, { wholeMonths: false })).toMatchObject({ rows: 3, patients: 13 });
  });

  it("make endpoints that count patients differently a notice", () => {
    const two = [endpoint(byCount), { ...endpoint(null), id: "pfs", label: "PFS" }];
    const found = (endpoints: object[]) => analysis(counted)(boardFrom({ endpoints })).problems.map(({ code }) => code);
    expect(found(two)).toEqual(["weights-differ"]);
    expect(found([endpoint(byCount)])).toEqual([]);
    expect(found([endpoint(bySampling), { ...endpoint(null), id: "pfs" }])).toEqual([]);
  });
});
