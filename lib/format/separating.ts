import { withDecimalSign } from "./numberStyle";
import { numberInWords } from "./plainNumber";

/**
 * A number to write where values up to `low` lie on one side and those from `high` on the other: `low` with six digits, and more where fewer
 * would put `low` or `high` on the wrong side. What differs only by the noise of arithmetic counts as equal.
 */
export function separating(low: number, high: number): string {
  const [from, to] = [low, high].map((value) => Number(value.toPrecision(12)));
  for (let digits = 6; digits <= 12; digits++) {
    const shown = Number(low.toPrecision(digits));
    if (from !== undefined && to !== undefined && from <= shown && shown < to) return numberInWords(shown);
  }
  return withDecimalSign(String(low).replace("-", "−"));
}
