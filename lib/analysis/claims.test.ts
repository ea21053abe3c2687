import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Board } from "../board/board";
import { boardFrom, tableFrom } from "../cohort/testing";
import { methodsInWords } from "../panels/methods/paragraph";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analyze } from "./analyze";

const cohort = (name: string) =>
  tableFrom(readFileSync(new URL(`../survival/reference/data/${name}.csv`, import.meta.url), "utf8"));
const lung = await cohort("lung");

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const died = (more: object = {}) => ({
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "time", unit: "days" },
  event: { column: "event", coding },
  ...more,
});
const score = {
  id: "risk",
  label: "Risk",
  factors: [
    { id: "a", label: "Age", column: "age", unit: "years", when: { op: ">", value: 60 }, points: 1 },
    { id: "k", label: "Weight loss", column: "wt_loss", when: { op: ">", value: 10 }, points: 1 },
  ],
  groups: [
    { label: "low", min: null, max: 0 },
    { label: "high", min: 1, max: null },
  ],
};

/** What a panel says of how it was had and what was found. */
function said(panel: object, { table = lung, endpoint = died() }: { table?: Table; endpoint?: object } = {}) {
  const board: Board = boardFrom({
    endpoints: [endpoint],
    scores: [score],
    panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", ...panel }],
  });
  const [view] = analyze(table, board).panels;
  if (view?.state !== "ready") throw new Error(JSON.stringify(view));
  const { methods, results, statistics } = shownKinds[view.panel.kind];
  return {
    methods: methodsInWords(methods(view.result, view.panel)),
    results: results(view.result),
    caption: statistics(view.result).caption,
  };
}

const cox = (more: object) => ({
  kind: "regression",
  terms: [{ id: "a", of: { column: "age" }, coding: { kind: "perUnit" } }],
  ...more,
});

describe("what methods and results claim is true of the numbers", () => {
  it("test and hazard ratios that are stratified are called so where they are found, others are not", () => {
    const plain = said({ group: { column: "sex" } }).results;
    expect(plain).toMatch(/; log-rank P = /);
    expect(plain).not.toContain("stratified");
    const { results } = said({ group: { column: "sex" }, strata: { column: "ecog_f" } });
    expect(results).toMatch(/; log-rank test stratified by ecog_f, P (=|<) /);
    expect(results).toMatch(/Compared with \w+ ?\w* \(reference\) and stratified by ecog_f, the hazard ratio was /);
    expect(said(cox({})).results).toMatch(/^In the joint model, the hazard ratio was /);
    expect(said(cox({ strata: { column: "sex" } })).results).toMatch(
      /^In the joint model stratified by sex, the hazard ratio was /,
    );
  });

  it("P values corrected for a search, and for pairs, are not said to be unadjusted", () => {
    const not = "P values are two-sided and not adjusted for multiple comparisons.";
    expect(said({ group: { column: "sex" } }).methods).toContain(not);
    const searched = said({ group: null, cut: { of: { column: "age" } } }).methods;
    expect(searched).not.toContain(not);
    expect(searched).toContain(
      "P values are two-sided; apart from those corrected for the search none is adjusted for multiple comparisons.",
    );
    expect(said({ group: { column: "ecog_f" } }).methods).toContain(
      "P values are two-sided; apart from those of pairs none is adjusted for multiple comparisons.",
    );
  });

  it("a median follow-up that is counted from entry is said to be, another is not", async () => {
    const late = died({
      time: { from: "column", column: "exit", unit: "months" },
      event: { column: "death", coding },
      entry: "entry",
    });
    const { methods } = said({ group: { column: "sex" } }, { table: await cohort("mgus2_age"), endpoint: late });
    expect(methods).toContain("reverse Kaplan–Meier method, from each patient’s entry on (Schemper and Smith 1996).");
    expect(said({ group: { column: "sex" } }).methods).toContain(
      "reverse Kaplan–Meier method (Schemper and Smith 1996).",
    );
  });

  it("a score whose points are taken as they are is not said to be in groups, and one in groups is", () => {
    const groups = said({ group: { score: "risk" } }).methods;
    expect(groups).toMatch(/Risk: .*Groups by points: low/);
    const points = [
      said({ group: { score: "risk", as: "points" } }).methods,
      said(cox({ terms: [{ id: "s", of: { score: "risk" }, coding: { kind: "perUnit" } }] })).methods,
    ];
    for (const each of points) {
      expect(each).toContain("Its points are taken as they are.");
      expect(each).not.toContain("Groups by points");
    }
    const levels = said(
      cox({ terms: [{ id: "s", of: { score: "risk" }, coding: { kind: "levels", reference: null } }] }),
    );
    expect(levels.methods).toContain("Groups by points");
  });

  it("small figures have whatever is given of them by the same methods, of their patients alone", () => {
    expect(said({ group: { column: "sex" }, split: { column: "ecog_f" } }).methods).toContain(
      "Whatever is given of each ecog_f was computed by the same methods of its patients alone; no P compares one with another.",
    );
  });
});
