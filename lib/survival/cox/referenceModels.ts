import { codes, type ReferenceCase, type ReferenceTable, subjectsOf } from "../reference/referenceCases";
import { type CoxFit, type CoxInput, type CoxOptions, coxRegression } from "./coxRegression";
import type { Covariate } from "./designMatrix";

/** For tests: what a model of the reference is specified by. */
export interface ModelSpec {
  covariates: { name: string; type: "numeric" | "factor"; levels?: string[] }[];
  cluster?: string;
  ties?: CoxOptions["ties"];
  confLevel?: number;
}

export type ModelCase<Expected> = ReferenceCase<Expected> & { spec: ModelSpec };

/** A column of a table as covariate; a factor keeps only the levels listed. */
export function covariateOf(table: ReferenceTable, { name, type, levels }: ModelSpec["covariates"][number]): Covariate {
  const values = table.column(name);
  if (type === "numeric") return { name, values };
  const all = table.levels(name).map(String);
  const kept = (levels ?? all).map(String);
  return { name, codes: Int32Array.from(values, (v) => levelCode(v, all, kept)), levels: kept };
}

/** Declared factors hold places in `all`; other columns the values themselves. */
function levelCode(value: number, all: string[], kept: string[]): number {
  if (Number.isNaN(value)) return -1;
  const asText = kept.indexOf(String(value));
  return asText >= 0 && !all.some((level) => Number.isNaN(Number(level))) ? asText : kept.indexOf(all[value]);
}

/** R's weighted formulas for all weights, as the reference has them. */
export function inputOf(one: ModelCase<unknown>): CoxInput {
  const subjects = subjectsOf(one);
  const { covariates, cluster } = one.spec;
  return {
    ...subjects,
    group: undefined,
    weightKind: subjects.weight && "sampling",
    cluster: cluster ? codes(one.table, cluster) : undefined,
    covariates: covariates.map((covariate) => covariateOf(one.table, covariate)),
  };
}

export function fitOf(one: ModelCase<unknown>, options: CoxOptions = {}): CoxFit {
  const { ties, confLevel } = one.spec;
  return fitted(inputOf(one), { ties, level: confLevel, ...options });
}

/** The fit, or an error where there is none. */
export function fitted(input: CoxInput, options: CoxOptions = {}): CoxFit {
  const result = coxRegression(input, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** A number of each estimated coefficient; throws where one is not estimated. */
export function estimates(
  { coefficients }: Pick<CoxFit, "coefficients">,
  key: "coefficient" | "hazardRatio" | "stdErr" | "robustStdErr" | "z" | "p" | "lower" | "upper",
): number[] {
  return coefficients.map((coefficient) => {
    if (coefficient.kind !== "estimated") throw new Error(`${coefficient.name} is ${coefficient.kind}`);
    return coefficient[key] ?? Number.NaN;
  });
}
