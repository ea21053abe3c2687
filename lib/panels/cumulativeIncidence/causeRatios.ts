import type { Level } from "../../cohort/levels";
import { nth } from "../../numeric/nth";
import { type Coefficient, coxRegression, fineGray, proportionalHazards, type Subjects } from "../../survival";
import type { CauseComparison } from "./result";

interface Compared {
  subjects: Subjects & { group: Int16Array };
  levels: Level[];
  /** Groups with patients, as codes, and which of them is the reference. */
  present: number[];
  reference: number;
  cause: number;
  /** Of the intervals. */
  level: number;
}

/** Each group against the reference in one cause, by both models; null where one cannot be fitted. */
export function causeRatios({
  subjects,
  levels,
  present,
  reference,
  cause,
  level,
}: Compared): Omit<CauseComparison, "cause" | "gray"> {
  const place = new Map(present.map((code, index) => [code, index]));
  const codes = Int32Array.from(subjects.group, (code) => place.get(code) ?? -1);
  const names = present.map((code) => nth(levels, code).value);
  const input = { ...subjects, covariates: [{ name: "group", codes, levels: names, reference }] };
  const others = present.filter((_, index) => index !== reference);
  const named = (coefficients: Coefficient[]) =>
    coefficients.map((coefficient, index) => {
      const { value, label } = nth(levels, nth(others, index));
      return { level: value, label, coefficient };
    });
  // Whoever had a competing event stays at risk there, which intervals do not tell of.
  const subdistribution = subjects.patient ? null : fineGray(input, { level, event: cause });
  const cox = coxRegression(input, { level, event: cause });
  return {
    subdistribution: subdistribution?.ok ? named(subdistribution.value.coefficients) : null,
    causeSpecific: cox.ok ? named(cox.value.coefficients) : null,
    proportionalHazards: cox.ok ? proportionalHazards(cox.value).global.p : Number.NaN,
  };
}
