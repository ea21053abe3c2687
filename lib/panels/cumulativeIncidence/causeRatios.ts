import type { Level } from "../../cohort/levels";
import { nth } from "../../numeric/nth";
import { type Coefficient, coxRegression, fineGray, type Subjects } from "../../survival";
import type { GroupRatio } from "./result";

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

/** Each group against the reference in one cause, by the model asked for; null where it cannot be fitted. */
export function causeRatios(
  model: "fineGray" | "cox",
  { subjects, levels, present, reference, cause, level }: Compared,
): GroupRatio[] | null {
  const place = new Map(present.map((code, index) => [code, index]));
  const codes = Int32Array.from(subjects.group, (code) => place.get(code) ?? -1);
  const names = present.map((code) => nth(levels, code).value);
  const input = { ...subjects, covariates: [{ name: "group", codes, levels: names, reference }] };
  const fit =
    model === "cox" ? coxRegression(input, { level, event: cause }) : fineGray(input, { level, event: cause });
  if (!fit.ok) return null;
  const others = present.filter((_, index) => index !== reference);
  return fit.value.coefficients.map((coefficient: Coefficient, index) => {
    const { value, label } = nth(levels, nth(others, index));
    return { level: value, label, coefficient };
  });
}
