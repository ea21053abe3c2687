import { formatRatio } from "../format";
import type { GroupRatio } from "./kaplanMeier/hazardRatios";

/** "0.45 (0.21–0.97)", with a name for the interval "0.45 (95% CI 0.21–0.97)"; where it has no estimate, why. */
export function ratioInWords({ coefficient }: Pick<GroupRatio, "coefficient">, ci = ""): string {
  switch (coefficient.kind) {
    case "estimated": {
      const { hazardRatio, lower, upper } = coefficient;
      return `${formatRatio(hazardRatio)} (${ci ? `${ci} ` : ""}${formatRatio(lower)}–${formatRatio(upper)})`;
    }
    case "infinite":
      return coefficient.direction === "up" ? "∞, no event in the reference" : "0, no event in this group";
    case "aliased":
      return "cannot be estimated";
  }
}
