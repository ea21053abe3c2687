import { type Agreement, agree } from "../../../agreement/agreement";
import { coxRegression, kaplanMeier, landmark, logRank } from "../../index";
import { codes, type ReferenceCase, type Stored, subjectsOf } from "../referenceCase";
import { checkQuantiles } from "../rQuantiles";

interface Known {
  landmark: number;
  n: number;
  events: number;
  groups: { n: number; events: number; medianResidual: Stored; lower: Stored; upper: Stored }[];
  logrank: { chisq: Stored; df: Stored; p: Stored };
  cox: { name: string; coef: Stored; hr: Stored; se: Stored }[];
}

export interface LandmarkExpected {
  results: Known[];
}

/**
 * Landmark analyses: who is left, median residual times, log-rank test and Cox model. Groups nobody is left in are not
 * in R's output.
 */
export function* checkLandmark(one: ReferenceCase<LandmarkExpected>): Generator<Agreement> {
  for (const known of one.expected.results) {
    const group = (one.spec.group as string).replace("{L}", String(known.landmark));
    const subjects = landmark(subjectsOf({ ...one, spec: { ...one.spec, group } }), known.landmark);
    const left = kaplanMeier(subjects).filter(({ n }) => n > 0);
    const sum = (of: "n" | "events") => left.reduce((total, curve) => total + curve[of], 0);
    yield agree("patients and events left", [sum("n"), sum("events")], [known.n, known.events], 0);
    yield agree(
      "in each group",
      left.flatMap(({ n, events }) => [n, events]),
      known.groups.flatMap(({ n, events }) => [n, events]),
      0,
    );
    for (const [g, { medianResidual, lower, upper }] of known.groups.entries())
      yield* checkQuantiles("median residual time", left[g], { type: "log" }, [0.5], {
        q: [medianResidual],
        lower: [lower],
        upper: [upper],
      });
    const test = logRank(subjects);
    if (test.kind === "tested") {
      const { chisq, df, p } = known.logrank;
      yield agree("log-rank chi-square", [test.chiSquare, test.df], [chisq, df], 1e-9, 1e-6);
      yield agree("log-rank P", [test.p], [p], 1e-8);
    }
    yield* checkCox(one, group, subjects, known);
  }
}

function* checkCox(
  one: ReferenceCase,
  group: string,
  subjects: ReturnType<typeof landmark>,
  known: Known,
): Generator<Agreement> {
  const covariate = { name: "", codes: codes(one.table, group), levels: one.table.levels(group).map(String) };
  const fit = coxRegression({ ...subjects, group: undefined, covariates: [covariate] });
  yield agree("Cox model is fitted", [fit.ok], [true], 0);
  if (!fit.ok) return;
  const found = fit.value.coefficients.filter((coefficient) => coefficient.kind === "estimated");
  const estimated = found.length === known.cox.length;
  yield agree("Cox coefficients", [estimated], [true], 0);
  yield agree(
    "Cox coefficient",
    found.flatMap(({ coefficient, hazardRatio }) => [coefficient, hazardRatio]),
    known.cox.flatMap(({ coef, hr }) => [coef, hr]),
    1e-8,
    1e-2,
  );
  yield agree(
    "Cox standard error",
    found.map(({ stdErr }) => stdErr),
    known.cox.map(({ se }) => se),
    1e-8,
  );
  yield agree(
    "Cox names",
    found.map(({ name }) => name),
    known.cox.map(({ name }) => name),
    0,
  );
}
