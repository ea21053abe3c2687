import type { Coefficient, EstimatedCoefficient } from "./coefficientTable";

type Estimate = "coefficient" | "hazardRatio" | "stdErr" | "robustStdErr" | "z" | "p" | "lower" | "upper";

/** A number of each coefficient, NaN for one that is not estimated. */
export const estimates = ({ coefficients }: { coefficients: readonly Coefficient[] }, key: Estimate): number[] =>
  coefficients.map((coefficient) =>
    coefficient.kind === "estimated" ? ((coefficient satisfies EstimatedCoefficient)[key] ?? Number.NaN) : Number.NaN,
  );
