import { formatRatio } from "../format";
import type { Coefficient, EstimatedCoefficient } from "../survival";

/** The standard error that the interval and P of a coefficient are from: the robust one in a robust fit. */
export const standardErrorOf = ({ stdErr, robustStdErr }: EstimatedCoefficient): number => robustStdErr ?? stdErr;

/** A hazard ratio with its interval, "2.71 (1.42–5.19)", with a name for it "2.71 (95% CI 1.42–5.19)", or why there is none. */
export function coefficientInWords(coefficient: Coefficient, ci = ""): string {
  switch (coefficient.kind) {
    case "estimated":
      return `${formatRatio(coefficient.hazardRatio)} (${ci && `${ci} `}${formatRatio(coefficient.lower)}–${formatRatio(coefficient.upper)})`;
    case "infinite":
      return coefficient.direction === "up" ? "∞ (separated)" : "0 (separated)";
    case "inestimable":
      return "not estimable";
  }
}
