import { formatInterval, formatRatio } from "../format";
import type { GroupRatio } from "./kaplanMeier/hazardRatios";
import { inestimableInWords, unboundedInWords } from "./reasonInWords";

/** "0.45 (0.21–0.97)", with a name for the interval "0.45 (95% CI 0.21–0.97)"; where it has no estimate, why. */
export function ratioInWords({ coefficient }: Pick<GroupRatio, "coefficient">, ci = ""): string {
  switch (coefficient.kind) {
    case "estimated": {
      const { hazardRatio, lower, upper } = coefficient;
      return `${formatRatio(hazardRatio)} (${ci ? `${ci} ` : ""}${formatInterval({ lower, upper }, formatRatio)})`;
    }
    case "infinite":
      return `${coefficient.direction === "up" ? "∞" : "0"}, ${unboundedInWords[coefficient.why]}`;
    case "inestimable":
      return `cannot be estimated: ${inestimableInWords[coefficient.reason]}`;
  }
}
