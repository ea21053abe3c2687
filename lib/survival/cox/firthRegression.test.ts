import { describe, expect, it } from "vitest";
import { fitted, inputOf, type ModelCase } from "../reference/models";
import { referenceCases } from "../reference/referenceCases";
import { subjects } from "../reference/subjects";
import type { CoxInput } from "./coxRegression";
import { estimates } from "./estimates";
import { firthLikelihood } from "./firthLikelihood";
import { firthRegression } from "./firthRegression";
import { partialLikelihood } from "./partialLikelihood";
import { predictedCurves } from "./predictedCurves";

const column = (name: string, ...values: number[]) => ({ name, values: Float64Array.from(values) });

/** All events but those with x = 1 are missing: coxph's coefficient of x is infinite. */
const separated: CoxInput = {
  ...subjects([1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10], [1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0]),
  covariates: [column("x", 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1), column("z", 2, 5, 1, 4, 3, 3, 6, 2, 1, 5, 4, 2)],
};

const intervals: CoxInput = {
  ...subjects([2, 3, 6, 7, 8, 9, 9, 9, 14, 17], [1, 1, 1, 1, 1, 1, 1, 0, 0, 0]),
  entry: Float64Array.of(1, 2, 5, 2, 1, 7, 3, 4, 8, 8),
  covariates: [column("x", 1, 0, 0, 1, 0, 1, 1, 1, 0, 0)],
};

/** Age in decades and the factors as in fixtures/firth.R. */
function ovarian(): CoxInput {
  const one = referenceCases<unknown>("cox").find(({ id }) => id === "ovarian/cox/full") as ModelCase<unknown>;
  const input = inputOf(one);
  const covariates = ["age", "rx", "resid", "ecog"].map((name) => input.covariates.find((c) => c.name === name)!);
  return {
    ...input,
    covariates: covariates.map((c) =>
      "values" in c && c.name === "age" ? { ...c, values: c.values.map((v) => v / 10) } : c,
    ),
  };
}

function firth(input: CoxInput, ties: "efron" | "breslow") {
  const result = firthRegression(input, { ties });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

interface Known {
  null: number;
  fitted: number;
  /** Coefficient, lower and upper profile limit, P of the penalized likelihood ratio. */
  coefficients: number[][];
}

/**
 * Independent numbers: R's coxph for likelihood and information at fixed β, optim and uniroot for the rest
 * (fixtures/firth.R).
 */
const known: [string, CoxInput, "efron" | "breslow", Known][] = [
  [
    "a separated covariate, Breslow ties",
    separated,
    "breslow",
    {
      ...{ null: -11.8379004584, fitted: -9.3172090259 },
      coefficients: [
        [2.3848528562, 0.206904507545, 7.26571087554, 0.0281891802454],
        [0.0558848053427, -0.443286464869, 0.514230974944, 0.813651783959],
      ],
    },
  ],
  [
    "a separated covariate, Efron ties",
    separated,
    "efron",
    {
      ...{ null: -11.589346533, fitted: -8.72018619891 },
      coefficients: [
        [2.53691593421, 0.337355545961, 7.4227357469, 0.0192855531206],
        [0.0754627107547, -0.426291726443, 0.530260969317, 0.750664077228],
      ],
    },
  ],
  [
    "delayed entry, Breslow ties",
    intervals,
    "breslow",
    {
      ...{ null: -9.16800954521, fitted: -9.15490359315 },
      coefficients: [[-0.121311070066, -1.59401891585, 1.43816073097, 0.871383887489]],
    },
  ],
  [
    "delayed entry, Efron ties",
    intervals,
    "efron",
    {
      ...{ null: -8.94168577116, fitted: -8.93888384319 },
      coefficients: [[-0.0561320355772, -1.53458469985, 1.50329883119, 0.940326972339]],
    },
  ],
  [
    "twelve events and four covariates",
    ovarian(),
    "efron",
    {
      ...{ null: -32.4361014224, fitted: -24.3800896248 },
      coefficients: [
        [1.10162168941, 0.376419975675, 2.12023969669, 0.00160286863596],
        [-0.919521705156, -2.17664779302, 0.30396343943, 0.137329597373],
        [0.803129667043, -0.648569565538, 2.35983041808, 0.276752444697],
        [0.324529357534, -0.873467506347, 1.57723457914, 0.594171923298],
      ],
    },
  ],
];

describe("Firth's penalized likelihood agrees with R's optimizers", () => {
  it.each(known)("on %s", (_, input, ties, wanted) => {
    const fit = firth(input, ties);
    expect(fit.convergence.kind).toBe("converged");
    expect(fit.logLikelihood.null).toBeCloseTo(wanted.null, 8);
    expect(fit.logLikelihood.fitted).toBeCloseTo(wanted.fitted, 8);
    wanted.coefficients.forEach(([coefficient, lower, upper, p], j) => {
      expect(estimates(fit, "coefficient")[j]).toBeCloseTo(coefficient, 6);
      expect(Math.log(estimates(fit, "lower")[j])).toBeCloseTo(lower, 6);
      expect(Math.log(estimates(fit, "upper")[j])).toBeCloseTo(upper, 6);
      expect(estimates(fit, "p")[j]).toBeCloseTo(p, 8);
    });
  });
});

describe("Firth's penalized likelihood", () => {
  it.each(["efron", "breslow"] as const)("has the gradient that differences of it show (%s)", (ties) => {
    const { data, standardized } = fitted(separated, { ties }).model;
    const objective = firthLikelihood(partialLikelihood(data.sets, standardized.x, 2, ties), Uint8Array.of(1, 1));
    const at = Float64Array.of(0.7, -0.4);
    const score = new Float64Array(2);
    objective.value(at);
    objective.derivatives(score, new Float64Array(4));
    for (const j of [0, 1]) {
      const moved = (h: number) => objective.value(at.map((b, k) => (k === j ? b + h : b)));
      expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(score[j], 7);
    }
  });

  it("gives a predicted curve with an interval where the plain likelihood has none", () => {
    const fit = firth(separated, "efron");
    const plain = fitted(separated);
    expect(plain.convergence.kind).toBe("separated");
    const [curve] = predictedCurves({ ...plain, covariance: fit.covariance, model: fit.model }, { x: 1, z: 3 });
    expect(curve.stdErr.slice(0, 4).every((se) => se > 0 && se < 1)).toBe(true);
  });

  it("leaves aliased columns out", () => {
    const covariates = [...separated.covariates, column("k", ...new Array<number>(12).fill(3))];
    const fit = firth({ ...separated, covariates }, "efron");
    expect(fit.coefficients[2]).toMatchObject({ kind: "inestimable", reason: "aliased" });
    expect(fit.logLikelihood.fitted).toBeCloseTo(firth(separated, "efron").logLikelihood.fitted, 10);
  });

  it("refuses clusters, sampling weights and exact ties", () => {
    const code = (...parameters: Parameters<typeof firthRegression>) => {
      const result = firthRegression(...parameters);
      return result.ok ? "fitted" : result.reason;
    };
    const ones = new Float64Array(12).fill(1);
    expect(code({ ...separated, cluster: new Int32Array(12) })).toBe("unsupported");
    expect(code({ ...separated, weight: ones, weightKind: "sampling" })).toBe("unsupported");
    expect(code(separated, { ties: "exact" })).toBe("unsupported");
    expect(code({ ...separated, weight: ones })).toBe("fitted");
  });
});
