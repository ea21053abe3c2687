import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../board/figureOptions";
import { scoreFromPreset } from "../cohort/scores/preset";
import { presetOf } from "../cohort/scores/presets";
import { boardFrom, tableFrom } from "../cohort/testing";
import { nth } from "../numeric/nth";
import { incidenceCurves } from "../panels/cumulativeIncidence/drawn";
import { copiedReading, readingInWords } from "../panels/curves/reading/readingInWords";
import { survivalCurves } from "../panels/kaplanMeier/drawn";
import { frozenComparison, frozenStats } from "../panels/kaplanMeier/frozenComparison";
import type { KaplanMeierResult } from "../panels/kaplanMeier/result";
import { methodsInWords } from "../panels/methods/paragraph";
import { methodsOf } from "../panels/methods/stat";
import { reportText, studyMethodsText } from "../panels/scoreStudy/report";
import { studyMethods, studyStats } from "../panels/scoreStudy/stats";
import { analyze } from "./analyze";

/**
 * The numbers that stand beside panels against their methods, both ways: what is read at the pointer, frozen curves, and
 * the study of a score.
 */
const lung = await tableFrom(readFileSync(new URL("../survival/reference/data/lung.csv", import.meta.url), "utf8"));
const coded = (events: object[]) => ({ column: "event", coding: events });
const event = { value: "1", as: "event" };
const censored = { value: "0", as: "censored" };
const os = (more: object = {}) => ({
  ...{ id: "os", label: "Overall survival", origin: "enrolment", event: coded([event, censored]) },
  time: { from: "column", column: "time", unit: "days" },
  ...more,
});
const factors = [
  { id: "old", label: "Age", column: "age", when: { op: ">=", value: 65 }, points: 1 },
  { id: "ecog", label: "ECOG", column: "ph_ecog", when: { op: ">=", value: 1 }, points: 1 },
];
const groups = [
  { label: "low", min: null, max: 0 },
  { label: "middle", min: 1, max: 1 },
  { label: "high", min: 2, max: null },
];
const score = { id: "mine", label: "mine", factors, groups };
const board = (more: object = {}, endpointMore: object = {}) =>
  boardFrom({ endpoints: [os(endpointMore)], scores: [score], panels: [], ...more });

function curvesOf(panel: object, boardMore: object = {}, endpointMore: object = {}) {
  const panels = [{ id: "p", endpoint: "os", ...panel }];
  const [view] = analyze(lung, board({ panels, ...boardMore }, endpointMore)).panels;
  if (view?.state !== "ready") throw new Error(JSON.stringify(view));
  return view.result;
}
const survival = (panel: object, boardMore: object = {}) =>
  curvesOf({ kind: "kaplanMeier", ...panel }, boardMore) as KaplanMeierResult;
const bySex = { group: { column: "sex" } };

describe("what is read at a time", () => {
  const read = (result: KaplanMeierResult, given: number | null, time = 365) =>
    readingInWords(survivalCurves(result, defaultFigureOptions), { time, given, unit: "days", factor: 1 });
  const said = (result: KaplanMeierResult, given: number | null, time = 365) =>
    methodsInWords(read(result, given, time).methods);

  it("names how the curves, values given an earlier time and the difference were had, and none that is not there", () => {
    const all = said(survival(bySex), 100);
    expect(all).toMatch(/^Curves were estimated by the Kaplan–Meier method .*pointwise 95% confidence intervals/);
    expect(all).toContain(" Conditional estimates are of the patients alive and followed at 100 days");
    expect(all).toMatch(
      /Differences at a time have an interval joined from those of the two groups \(Zou and Donner 2008\)\. Conditional/,
    );
    const plain = said(survival(bySex), null);
    expect(plain).not.toContain("Conditional");
    expect(read(survival({ group: null }), null).difference).toBeNull();
    expect(said(survival({ group: null }), null)).not.toContain("Differences");
    // Nobody of one group is followed so long.
    expect(read(survival(bySex), null, 1000).difference).toBeNull();
    expect(said(survival(bySex), null, 1000)).not.toContain("Differences");
  });

  it("claims no P, which no reading has", () => {
    expect(said(survival(bySex), 100)).not.toMatch(/ P |Klein/);
  });

  it("is copied with its methods and where they are published", () => {
    const copied = copiedReading(read(survival(bySex), null)).split("\n");
    expect(copied[0]).toBe("At 365 days (95% CI)");
    expect(copied[3]).toMatch(/^Difference, Female less Male: \d+ points/);
    expect(copied[4]).toMatch(/^Curves were estimated .* \(Zou and Donner 2008\)\.$/);
    expect(copied[5]).toMatch(/^References: .*Zou and Donner, Stat Med 2008;27:1693–1702/);
  });

  it("has the limits of the table of numbers, of an incidence of 0 too", async () => {
    const table = await tableFrom("t,e,g\n1,0,A\n2,2,A\n5,1,A\n6,0,A\n7,0,A\n1,1,B\n3,0,B\n4,1,B\n9,0,B\n");
    const competing = { value: "2", as: "competing", cause: "Other" };
    const time = { from: "column", column: "t", unit: "months" };
    const endpoint = os({ time, event: { column: "e", coding: [event, censored, competing] } });
    const figure = { milestones: [3] };
    const panels = [{ id: "p", kind: "cumulativeIncidence", endpoint: "os", group: { column: "g" }, figure }];
    const [view] = analyze(table, boardFrom({ endpoints: [endpoint], panels })).panels;
    if (view?.state !== "ready" || view.result.kind !== "cumulativeIncidence") throw new Error("not ready");
    const reading = readingInWords(incidenceCurves(view.result), { time: 3, given: null, unit: "months", factor: 1 });
    // binom.test(3, 3)$conf.int of R 4.2.2: 0.2924018 to 1, of the three of A at risk at 3 months.
    expect(reading.curves[0]?.value).toBe("0% (0–71)");
    expect(methodsInWords(reading.methods)).toMatch(/^Cumulative incidence was estimated .* exact binomial limit/);
  });
});

describe("frozen curves beside those of now", () => {
  const filters = [{ kind: "range", of: { column: "age" }, min: 60, max: 1000 }];
  const compared = (now: KaplanMeierResult, then = survival(bySex)) => {
    const comparison = frozenComparison(then, now);
    if (!comparison) throw new Error("none");
    return frozenStats(comparison);
  };

  it("name how their numbers were had, with the time that restricted means go to", () => {
    const stats = compared(survival(bySex, { filters }));
    const methods = methodsInWords(methodsOf(stats));
    expect(methods).toMatch(/^Frozen curves and those of now share patients: their medians and restricted means, /);
    expect(methods).toContain("areas under the curves up to 965 days, the end of the follow-up common to all of them");
    // summary(survfit(Surv(time, status) ~ sex, lung), rmean = 965)$table of R 4.2.2, of all and with age >= 60.
    expect(stats.flatMap(({ text }) => (text?.[0] === "mean to 965" ? [text[1]] : []))).toEqual([
      "456 → 441 (−14.5)",
      "324 → 309 (−15.0)",
    ]);
    expect(stats.flatMap(({ text }) => (text?.[0] === "median, days" ? [text[1]] : []))).toEqual([
      "426 → 426 (no change)",
      "270 → 269 (−1)",
    ]);
  });

  it("name no restricted mean where none is given", () => {
    const now = survival(bySex, { filters });
    const stats = compared({ ...now, thinned: true });
    expect(methodsInWords(methodsOf(stats))).toBe(
      "Frozen curves and those of now share patients: their medians stand beside each other without interval or P.",
    );
    expect(stats.some(({ text }) => text?.[0].startsWith("mean"))).toBe(false);
  });

  it("say that nothing changed where nothing did", () => {
    const same = survival(bySex);
    expect(compared(same, same).filter(({ text }) => text?.[1].includes("no change"))).toHaveLength(4);
  });
});

describe("the study of a score", () => {
  const studied = (more: object = {}, endpointMore: object = {}) => {
    const asked = board(more, endpointMore);
    const { studies, scores: views, patients } = analyze(lung, asked);
    const [study, view] = [nth(studies, 0), nth(views, 0)];
    return { board: asked, study, view, score: nth(asked.scores, 0), total: patients.total };
  };
  type Pair = [number: RegExp, method: RegExp];
  const pairs: Pair[] = [
    [/^(patients|events)$/, /^Curves were estimated by the Kaplan–Meier method/],
    [/^median$/, /^Medians have 95% intervals/],
    [/^Log-rank chi-square$/, /by the two-sided log-rank test/],
    [/^trend z$/, /^A trend over the ordered groups was tested/],
    [/^hazard ratio alone$/, /^Hazard ratios of the factors .* of each alone in the patients in whom it is known/],
    [/^hazard ratio together$/, /, and of all together in those in whom all are\.$/],
    [/^Harrell’s C of the points$/, /^Harrell’s C of the points/],
    [/^Harrell’s C of the groups$/, /^Harrell’s C of .*the groups is/],
    [/where both are known$/, /; two scores are compared on the patients who have both, without a test\.$/],
    [/^Uno’s C to \d+ days$/, /^Uno’s C of the points counts events up to \d+ days, /],
    [/^AUC at 365 days$/, /; the area under the curve at 365 days is cumulative and dynamic/],
    [/^Brier score (at|to|of one risk)/, /^Brier scores .* are of the risks that a Cox model of the points gives/],
    [/^(predicted|observed) risk at/, /, calibration and net benefit .*, fitted to the same patients\.$/],
    [/^hazard ratio per point$/, /of the risks that a Cox model of the points gives/],
    [/less that of the other score/, /^Differences from another score are of the patients who have both/],
    [/^published median$/, /^Published medians are overall survival/],
  ];
  const royal = presetOf("rmh");
  if (!royal) throw new Error("no preset");
  const published = scoreFromPreset(royal);
  it.each<[string, object, object]>([
    ["plain", {}, {}],
    ["with late entries", {}, { entry: "inst" }],
    ["of two groups", { scores: [{ ...score, groups: [groups[0], { ...groups[1], max: null }] }] }, {}],
    ["of one group", { scores: [{ ...score, groups: [{ label: "all", min: null, max: null }] }] }, {}],
    ["without factors", { scores: [{ ...score, factors: [] }] }, {}],
    ["beside another", { scores: [score, { ...score, id: "other", label: "other" }] }, {}],
    [
      "from a publication",
      { scores: [{ ...published, factors: published.factors.map((each) => ({ ...each, column: "ph_ecog" })) }] },
      {},
    ],
  ])("names the method of each number and has a number for each method: %s", (_, more, endpointMore) => {
    const { study, score: asked } = studied(more, endpointMore);
    const quantities = studyStats(study, asked).map(({ number }) => number?.quantity ?? "");
    const sentences = methodsInWords(studyMethods(study, asked)).split(/(?<=[.)]\.|[^.A-Z]\.) (?=[\p{Lu}“])/u);
    for (const quantity of quantities)
      expect(
        pairs.some(([number]) => number.test(quantity)),
        `a method of “${quantity}”`,
      ).toBe(true);
    for (const [number, method] of pairs)
      expect(
        sentences.some((each) => method.test(each)),
        `${method} in ${sentences.join(" ")}`,
      ).toBe(quantities.some((each) => number.test(each)));
  });

  it("is told with its methods and references where it is copied", () => {
    const shown = studied();
    const text = studyMethodsText(shown);
    expect(text).toMatch(
      /^Overall survival was measured from enrolment in days\..*References: .*Harrell, Lee and Mark/,
    );
    expect(reportText(shown).endsWith(text)).toBe(true);
  });
});
