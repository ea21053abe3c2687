import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import known from "./fixtures/patients.json";
import {
  atRiskTable,
  coxRegression,
  cumulativeIncidence,
  estimateAndTest,
  hasRecurrentEvents,
  joinSpells,
  kaplanMeier,
  logRank,
  maxCombo,
  medianFollowUp,
  nelsonAalen,
  permutationTest,
  type Subjects,
  timeDependentGroup,
} from "./index";

// R's numbers: fixtures/patients.R, R 4.2.2 with survival 3.5-3.
function read(path: string) {
  const [head, ...lines] = readFileSync(new URL(`./reference/${path}.csv`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const cells = lines.map((line) => line.split(","));
  const column = (name: string) => cells.map((row) => row[head.split(",").indexOf(name)]);
  const numbers = (name: string) => Float64Array.from(column(name), Number);
  const codesOf = (name: string) => {
    const levels = [...new Set(column(name))];
    return { levels, codes: Int32Array.from(column(name), (value) => levels.indexOf(value)) };
  };
  const subjects: Subjects = {
    time: numbers("stop"),
    entry: numbers("start"),
    cause: Uint8Array.from(numbers("event")),
    patient: codesOf("id").codes,
  };
  return { subjects, numbers, codesOf };
}
const cohorts = { heart: read("data/heart"), cgd: read("further/data/cgd"), bladder: read("further/data/bladder2") };

describe("start–stop rows of patients", () => {
  it.each(["heart", "cgd", "bladder"] as const)(
    "give R's curve, numbers at risk and censored, patients and errors: %s",
    (name) => {
      const [curve] = kaplanMeier(cohorts[name].subjects);
      const { n, time, risk, censor, surv, se } = known[name];
      expect(curve.n).toBe(n);
      for (const [i, t] of time.entries()) {
        const at = curve.time.indexOf(t);
        // R keeps the times at which a patient's row ends and the next begins.
        if (at === -1) expect(censor[i]).toBe(0);
        if (at === -1) continue;
        expect([curve.nRisk[at], curve.nCensor[at]]).toEqual([risk[i], censor[i]]);
        expect(curve.survival[at]).toBeCloseTo(surv[i] as number, 12);
        if (curve.survival[at] < 1) expect(curve.stdErr[at] / (se[i] as number)).toBeCloseTo(1, 9);
      }
      expect(Array.from(curve.time).every((t) => (time as number[]).includes(t))).toBe(true);
    },
  );

  it("count patients in a model, which clusters only where somebody has several events", () => {
    const age = coxRegression({
      ...cohorts.heart.subjects,
      covariates: [{ name: "age", values: cohorts.heart.numbers("age") }],
    });
    if (!age.ok) throw new Error(age.reason);
    expect([age.value.n, age.value.robust]).toEqual([103, false]);
    expect(age.value.coefficients[0]).toMatchObject({
      coefficient: expect.closeTo(known.coxHeart.coef, 9),
      stdErr: expect.closeTo(known.coxHeart.se, 9),
    });
    for (const [cohort, name, { coef, se, rscore }] of [
      [cohorts.cgd, "treat", known.coxCgd],
      [cohorts.bladder, "rx", known.coxBladder],
    ] as const) {
      const factor = cohort.codesOf(name);
      const fit = coxRegression({ ...cohort.subjects, covariates: [{ name, ...factor }] }, { ties: "breslow" });
      if (!fit.ok) throw new Error(fit.reason);
      expect([fit.value.robust, fit.value.likelihoodRatio]).toEqual([true, null]);
      expect(fit.value.coefficients[0]).toMatchObject({
        coefficient: expect.closeTo(coef, 8),
        robustStdErr: expect.closeTo(se, 8),
      });
      const test = logRank({ ...cohort.subjects, group: Int16Array.from(factor.codes) });
      expect(test).toMatchObject({ kind: "tested", robust: true, chiSquare: expect.closeTo(rscore, 7) });
      expect(estimateAndTest({ ...cohort.subjects, group: Int16Array.from(factor.codes) }).test).toEqual(test);
    }
  });

  it("follow patients from their first entry to their last end", () => {
    for (const [{ subjects }, [time, lower, upper]] of [
      [cohorts.heart, known.followedHeart],
      [cohorts.cgd, known.followedCgd],
    ] as const)
      expect(medianFollowUp(subjects)).toEqual([{ kind: "reached", time, lower, upper }]);
  });

  it("are the same patients however often their rows are split", () => {
    const whole: Subjects = {
      time: Float64Array.of(5, 8, 9),
      cause: Uint8Array.of(1, 0, 2),
      patient: Int32Array.of(0, 1, 2),
      entry: Float64Array.of(0, 1, 0),
    };
    const split: Subjects = {
      entry: Float64Array.of(2, 0, 1, 4, 6, 0),
      time: Float64Array.of(5, 2, 4, 6, 8, 9),
      cause: Uint8Array.of(1, 0, 0, 0, 0, 2),
      patient: Int32Array.of(0, 0, 1, 1, 1, 2),
    };
    expect(kaplanMeier(split)).toEqual(kaplanMeier(whole));
    expect(cumulativeIncidence(split)).toEqual(cumulativeIncidence(whole));
    expect(medianFollowUp(split)).toEqual(medianFollowUp({ ...whole, patient: undefined }));
    expect(joinSpells(split).time).toEqual(Float64Array.of(5, 8, 9));
    expect(hasRecurrentEvents(split)).toBe(false);
  });

  it("stay apart across a gap, an event and a change of group, and whose patient is unknown is left out", () => {
    const subjects: Subjects = {
      entry: Float64Array.of(0, 3, 0, 2, 0, 2, 0),
      time: Float64Array.of(2, 5, 2, 4, 2, 4, 9),
      cause: Uint8Array.of(0, 0, 1, 1, 0, 0, 1),
      group: Int16Array.of(0, 0, 0, 0, 0, 1, 0),
      patient: Int32Array.of(0, 0, 1, 1, 2, 2, -1),
    };
    expect(joinSpells(subjects).time).toEqual(Float64Array.of(2, 5, 2, 4, 2, 4));
    const [first, second] = kaplanMeier(subjects);
    expect([first.n, second.n, first.events]).toEqual([3, 1, 2]);
    expect(hasRecurrentEvents(subjects)).toBe(true);
    expect(first.greenwood).toBeUndefined();
  });

  it("have a table of numbers in which nobody is censored who is followed on", () => {
    const [curve] = kaplanMeier({
      entry: Float64Array.of(0, 3, 0),
      time: Float64Array.of(3, 7, 5),
      cause: Uint8Array.of(0, 1, 0),
      patient: Int32Array.of(0, 0, 1),
    });
    const { nRisk, nEvent, nCensor } = atRiskTable(curve, [0, 4, 6, 8]);
    expect([[...nRisk], [...nEvent], [...nCensor]]).toEqual([
      [2, 2, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 1],
    ]);
  });
});

describe("what takes rows for patients", () => {
  const twice: Subjects = {
    entry: Float64Array.of(0, 2, 0, 0),
    time: Float64Array.of(2, 4, 3, 5),
    cause: Uint8Array.of(1, 1, 1, 0),
    group: Int16Array.of(0, 0, 1, 1),
    patient: Int32Array.of(0, 0, 1, 2),
  };

  it("is not computed where somebody has several events: permutation and MaxCombo", () => {
    expect(permutationTest(twice).next().value).toEqual({ kind: "undefined", reason: "severalRows" });
    expect(maxCombo(twice)).toEqual({ kind: "undefined", reason: "severalRows" });
    const once = { ...twice, cause: Uint8Array.of(0, 1, 1, 0) };
    expect(permutationTest(once, { count: 10 }).next().done).toBe(false);
    expect(maxCombo(once).kind).toBe("tested");
  });

  it("keeps whose rows are where a patient changes group, and clusters the hazard", () => {
    const { subjects, rows } = timeDependentGroup(twice, Float64Array.of(1, Number.NaN, Number.NaN, Number.NaN));
    expect([...(subjects.patient ?? [])]).toEqual([...rows].map((row) => twice.patient?.[row]));
    const [hazard] = nelsonAalen({ ...twice, group: undefined });
    const [byHand] = nelsonAalen({
      ...twice,
      group: undefined,
      patient: undefined,
      cluster: twice.patient,
      weight: new Float64Array(4).fill(1),
      weightKind: "sampling",
    });
    expect([...hazard.stdErr]).toEqual([...byHand.stdErr]);
  });
});

describe("median follow-up", () => {
  it("is from entry, not on the clock of the curves: ages give years followed", () => {
    const cohort = { entry: Float64Array.of(60, 62, 70), time: Float64Array.of(63, 67, 77), cause: new Uint8Array(3) };
    expect(medianFollowUp(cohort)[0]).toMatchObject({ kind: "reached", time: 5 });
    expect(medianFollowUp({ ...cohort, entry: cohort.entry.map(() => Number.NEGATIVE_INFINITY) })[0]).toMatchObject({
      time: 67,
    });
  });
});
