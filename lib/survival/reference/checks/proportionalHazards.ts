import { type Agreement, agree } from "../../../agreement/agreement";
import { testOfTime } from "../../cox/proportionalHazards";
import type { CoxFit, proportionalHazards, TimeTransform } from "../../index";
import type { ReferenceCase, Stored } from "../referenceCase";

interface Tests {
  terms: { term: string; chisq: Stored; df: Stored; p: Stored }[];
  perCoefficient?: { name: string; chisq: Stored; df: Stored; p: Stored }[];
  rError?: string;
}

export interface ProportionalHazardsExpected {
  zph?: Record<TimeTransform, Tests>;
}

/** `cox.zph` with every transform: per covariate, of all together, per coefficient; undefined where R fails. */
export function* checkProportionalHazards(
  one: ReferenceCase<ProportionalHazardsExpected>,
  fit: CoxFit,
): Generator<Agreement> {
  for (const [transform, known] of Object.entries(one.expected.zph ?? {})) {
    // R tests with any weights; we do not with sampling weights, whose scale the test would follow.
    const found = testOfTime(fit, transform as TimeTransform, null);
    const all = [...found.terms, { ...found.global, term: "GLOBAL" }];
    const what = (part: string) => `proportional hazards (${transform}), ${part}`;
    if (known.rError) {
      const undefined_ = all.every(({ p }) => Number.isNaN(p));
      yield agree(what("undefined as in R"), [undefined_], [true], 0);
      continue;
    }
    const wanted = (key: "chisq" | "df" | "p" | "term") => known.terms.map((test) => test[key]);
    const column = (key: "chiSquare" | "df" | "p" | "term") => all.map((test) => test[key]);
    yield agree(what("covariates"), column("term"), wanted("term"), 0);
    yield agree(what("chi-square"), column("chiSquare"), wanted("chisq"), 1e-7, 1e-3);
    yield agree(what("df"), column("df"), wanted("df"), 0);
    yield agree(what("P"), column("p"), wanted("p"), 1e-7);
    yield* checkEach(what, found, known.perCoefficient ?? []);
  }
}

function* checkEach(
  what: (part: string) => string,
  found: ReturnType<typeof proportionalHazards>,
  known: NonNullable<Tests["perCoefficient"]>,
): Generator<Agreement> {
  const each = known.filter(({ name }) => name !== "GLOBAL");
  const same = found.coefficients.filter(({ name }) => each.some((test) => test.name === name));
  const global = known.filter(({ name }) => name === "GLOBAL");
  const rows = [...same, ...global.map(() => ({ ...found.global, name: "GLOBAL" }))];
  const wanted = [...each, ...global];
  yield agree(
    what("each coefficient"),
    rows.flatMap(({ name, chiSquare, df }) => [name, chiSquare, df]),
    wanted.flatMap(({ name, chisq, df }) => [name, chisq, df]),
    1e-7,
    1e-3,
  );
  yield agree(
    what("P of each coefficient"),
    rows.map(({ p }) => p),
    wanted.map(({ p }) => p),
    1e-7,
  );
}
