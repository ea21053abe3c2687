import { formatInterval, formatRatio } from "../format";
import type { Coefficient, EstimatedCoefficient } from "../survival";

/** The standard error that the interval and P of a coefficient are from: the robust one in a robust fit. */
export const standardErrorOf = ({ stdErr, robustStdErr }: EstimatedCoefficient): number => robustStdErr ?? stdErr;

/** A hazard ratio and its interval, "2.71" and "(1.42–5.19)", to be set apart; why there is none, without an interval. */
export function coefficientParts(coefficient: Coefficient, ci = ""): [value: string, interval: string | null] {
  switch (coefficient.kind) {
    case "estimated":
      return [formatRatio(coefficient.hazardRatio), `(${ci && `${ci} `}${formatInterval(coefficient, formatRatio)})`];
    case "infinite":
      return [coefficient.direction === "up" ? "∞" : "0", "(separated)"];
    case "inestimable":
      return ["not estimable", null];
  }
}

/** A hazard ratio with its interval, "2.71 (1.42–5.19)", with a name for it "2.71 (95% CI 1.42–5.19)", or why there is none. */
export const coefficientInWords = (coefficient: Coefficient, ci = ""): string =>
  coefficientParts(coefficient, ci)
    .filter((part) => part !== null)
    .join(" ");
