import { describe, expect, it } from "vitest";
import { scoreSchema } from "../../../board/score";
import { scoreFromPreset } from "../../../cohort/scores/preset";
import { presetOf } from "../../../cohort/scores/presets";
import { elements } from "../../../figure/treeReading";
import { nth } from "../../../numeric/nth";
import type { Subjects } from "../../../survival";
import { aucFigure, calibrationFigure } from "./figures";
import { type ScoreValidation, validationOf } from "./validation";
import {
  apparentInWords,
  besideInWords,
  calibrationInWords,
  decisionInWords,
  limitReasons,
  notJudgedInWords,
  validationRows,
} from "./words";

const own = scoreSchema.parse({
  id: "mine",
  label: "Mine",
  factors: [],
  groups: [
    { label: "low", min: null, max: 0 },
    { label: "high", min: 1, max: null },
  ],
});

const n = 40;
const points = Float64Array.from({ length: n }, (_, row) => (row % 3 === 0 ? 1 : 0));
const subjects: Subjects = {
  time: Float64Array.from({ length: n }, (_, row) => (row * 7) % 41),
  cause: Uint8Array.from({ length: n }, (_, row) => (row % 4 === 0 ? 0 : 1)),
};

function judged(more: object = {}, asked: object = {}) {
  const values = { points, codes: Int32Array.from(points) };
  const base = { unit: "months" as const, competing: false, score: { ...own, at: 12 }, values, others: [] };
  return validationOf({ ...base, subjects: { ...subjects, ...more }, ...asked });
}

function ready(...of: Parameters<typeof judged>): ScoreValidation {
  const found = judged(...of);
  if (found.state !== "ready") throw new Error(found.reason);
  return found.validation;
}

const decision = (...better: boolean[]) => ({
  ...ready(),
  decision: better.map((is, k) => ({ threshold: (k + 1) / 10, model: is ? 0.3 : 0.1, all: 0.2 })),
});

describe("how well a score predicts", () => {
  it("is said with the time, until when, and what chance would give", () => {
    const rows = validationRows(ready());
    expect(rows.map(({ name }) => name)).toEqual([
      "Uno’s C",
      "AUC at 12 months",
      "Hazard ratio per point",
      "Brier score at 12 months",
      "Brier score to 40 months",
    ]);
    expect(rows[0]?.note).toBe("events up to 40 months; 0.5 is chance");
    expect(rows[3]?.note).toMatch(/^0\.\d{3} with one risk for all; (\d+% explained|worse than that)$/);
  });

  it("has no area where fewer than five have had the event, or are followed on, and says so", () => {
    const at = (time: number) => nth(validationRows(ready({}, { score: { ...own, at: time } })), 1);
    const note = "fewer than 5 have had the event by then, or are followed on without it";
    expect(at(3)).toEqual({ name: "AUC at 3 months", value: "NE", note });
    expect(at(38)).toEqual({ name: "AUC at 38 months", value: "NE", note });
    expect(at(12).value).not.toBe("NE");
    const { overTime } = ready();
    expect(overTime[0]?.auc).toBeNull();
    expect(overTime.some(({ auc }) => auc !== null)).toBe(true);
  });

  it("is judged after a year where events are, else at a round time before half of them", () => {
    const at = (time: Float64Array, unit = "months") => ready({ time }, { unit, score: { ...own, at: null } }).at;
    expect(at(subjects.time)).toBe(12);
    expect(
      at(
        subjects.time.map((time) => time * 30),
        "days",
      ),
    ).toBe(365);
    expect(at(subjects.time.map((time) => time / 6))).toBe(2);
  });

  it("shows no risks of an endpoint with competing events, and says why", () => {
    const shown = ready(
      { cause: subjects.cause.map((cause, row) => (row % 5 === 0 ? 2 : cause)) },
      { competing: true },
    );
    expect(validationRows(shown).map(({ name }) => name)).toEqual(["Uno’s C", "AUC at 12 months"]);
    expect([shown.calibration, shown.decision, shown.integrated, shown.ratio]).toEqual([[], [], null, null]);
    expect(apparentInWords(own, shown)).toContain("No risks are shown: the endpoint has competing events");
    expect(apparentInWords(own, ready())).not.toContain("No risks");
  });

  it("names the groups of calibration in which all have had the event, and those not followed so long", () => {
    const marks = (shown: ScoreValidation) =>
      elements(calibrationFigure(shown, { width: 200, height: 160, theme: "light" })).filter(
        ({ tag, attributes }) => tag === "rect" || attributes["stroke-width"] === 1.6,
      );
    const agree = "One mark a group, with its 95% CI; on the dashed line both agree.";
    expect(calibrationInWords(ready())).toBe(agree);
    expect(marks(ready())).toHaveLength(4);
    const soon = { time: subjects.time.map((time, row) => (points[row] ? 1 + (time % 11) : time)) };
    const dead = ready({ ...soon, cause: subjects.cause.map((cause, row) => (points[row] ? 1 : cause)) });
    expect(calibrationInWords(dead)).toBe(`${agree} “high” without one: everybody has had the event.`);
    expect(marks(dead)).toHaveLength(3);
    expect(JSON.stringify(calibrationFigure(dead, { width: 200, height: 160, theme: "light" }))).not.toMatch(
      /NaN|null,/,
    );
    const left = ready({
      ...soon,
      cause: subjects.cause.map((cause, row) => (points[row] ? Number(row % 2 === 0 && row < 30) : cause)),
    });
    expect(calibrationInWords(left)).toBe(`${agree} Without a mark: “high”, followed less than 12 months.`);
    expect(marks(left)).toHaveLength(2);
  });

  it("has no limits where every pair is in order, and says why", () => {
    const inOrder = ready({ time: points.map((own, row) => (own ? 1 + row / 100 : 20 + row)) });
    const row = nth(validationRows(inOrder), 1);
    expect(row).toMatchObject({ name: "AUC at 12 months", value: "1.00 (NE–NE)" });
    expect(limitReasons(inOrder)).toEqual([expect.stringMatching(/^NE, limits: the standard error is 0/)]);
    const size = { width: 200, height: 160, theme: "light" } as const;
    expect(JSON.stringify(aucFigure(inOrder, size))).not.toContain("NaN");
    expect(limitReasons(ready())).toEqual([]);
    const itself = judged({}, { others: [{ id: "other", label: "Other", points: points.map((own) => 2 * own) }] });
    if (itself.state !== "ready") throw new Error(itself.reason);
    expect(besideInWords(nth(itself.validation.beside, 0), "12 months")).toContain("Harrell’s C 0.00 (NE to NE)");
  });

  it("calls apparent what was made from these patients, and not what is published", () => {
    const royal = presetOf("rmh");
    if (!royal) throw new Error("no preset");
    const published = { ...scoreFromPreset(royal), id: "rmh" } as typeof own;
    const risks = "Risks are those of a Cox model of the points fitted to these patients";
    for (const score of [own, published]) expect(apparentInWords(score, ready())).toContain(risks);
    expect(apparentInWords(own, ready())).toMatch(
      /^If factors, cuts or points were chosen by looking at these patients/,
    );
    expect(apparentInWords(published, ready())).toMatch(
      /^The points are published and were not fitted here: there is nothing/,
    );
    const changed = { ...published, factors: published.factors.slice(1) };
    expect(apparentInWords(changed, ready())).toMatch(/^If factors/);
    const fitted = { ...own, fitted: { modelC: 0.7, pointsC: 0.69 } };
    expect(apparentInWords(fitted, ready())).toMatch(
      /^The points were made from these patients: C and AUC are apparent, too/,
    );
  });

  it("says from where to where treating by the risk is worth more, and that it nowhere is", () => {
    expect(decisionInWords(decision(false, true, true, false))).toBe(
      "Worth more than treating all or nobody at thresholds from 20% to 30%.",
    );
    expect(decisionInWords(decision(true, false, true))).toContain("at some thresholds between 10% and 30%");
    expect(decisionInWords(decision(false, true, false))).toContain("at a threshold of 20%.");
    expect(decisionInWords(decision(false, false))).toBe(
      "At no threshold is treating by the risk worth more than treating all or nobody.",
    );
  });

  it("says the difference from another score, with a minus where this one is lower", () => {
    const other = { id: "b", label: "B", patients: 71, auc: null };
    const concordance = { value: -0.05, lower: -0.13, upper: 0.03 };
    expect(besideInWords({ ...other, concordance }, "12 months")).toBe(
      "Less that of “B”, on the 71 patients with both: Harrell’s C −0.05 (−0.13 to 0.03).",
    );
    expect(
      besideInWords({ ...other, concordance, auc: { value: 0.001, lower: -0.001, upper: 0.1 } }, "12 months"),
    ).toContain(", AUC at 12 months 0.00 (0.00 to 0.10).");
  });

  it("is not computed with late entries, rows of intervals or sampling weights, and says why", () => {
    const said = (more: object) => {
      const found = judged(more);
      return found.state === "blocked" ? notJudgedInWords(found) : null;
    };
    expect(said({ entry: new Float64Array(n) })).toBe(
      "How well the points predict is not computed: patients come under observation late.",
    );
    expect(said({ weight: new Float64Array(n).fill(1.5), weightKind: "sampling" })).toContain("sampling weights");
    expect(said({ patient: new Int32Array(n) })).toContain("rows are intervals of patients");
    expect(said({ time: new Float64Array(n).fill(Number.NaN) })).toContain("nobody has points and a time");
    expect(said({})).toBeNull();
  });
});
