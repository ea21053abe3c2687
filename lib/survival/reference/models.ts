import { type CoxFit, type CoxInput, type CoxOptions, coxRegression } from "../cox/coxRegression";
import type { Covariate } from "../cox/designMatrix";
import { codes, type ReferenceCase, type ReferenceTable, type Spec, subjectsOf } from "./referenceCase";

/** What a model of the reference is specified by. */
export interface ModelSpec {
  covariates: { name: string; type: "numeric" | "factor"; levels?: string[] }[];
  cluster?: string;
  ties?: CoxOptions["ties"];
  confLevel?: number;
}

export type ModelCase<Expected> = ReferenceCase<Expected> & { spec: Spec & ModelSpec };

/** A column of a table as covariate; a factor keeps only the levels listed. */
export function covariateOf(table: ReferenceTable, { name, type, levels }: ModelSpec["covariates"][number]): Covariate {
  const values = table.column(name);
  if (type === "numeric") return { name, values };
  const all = table.levels(name).map(String);
  const kept = (levels ?? all).map(String);
  const levelOf = (value: number) => (table.isFactor(name) ? all[value] : String(value));
  return { name, codes: Int32Array.from(values, (value) => kept.indexOf(levelOf(value))), levels: kept };
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
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
