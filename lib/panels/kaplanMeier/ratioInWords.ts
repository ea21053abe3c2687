import { formatRatio } from "../../format";
import type { GroupRatio } from "./comparisons";

/** "HR, Gene-related v No such therapy: 0.45 (95% CI 0.21–0.97)"; where it has no estimate, why. */
export function ratioInWords({ label, coefficient }: GroupRatio, reference: string, level = 0.95): string {
  const head = `HR, ${label} v ${reference}:`;
  switch (coefficient.kind) {
    case "estimated": {
      const { hazardRatio, lower, upper } = coefficient;
      return `${head} ${formatRatio(hazardRatio)} (${Math.round(level * 1000) / 10}% CI ${formatRatio(lower)}–${formatRatio(upper)})`;
    }
    case "infinite":
      return `${head} ${coefficient.direction === "up" ? "∞, no event in the reference" : "0, no event in this group"}`;
    case "aliased":
      return `${head} cannot be estimated`;
  }
}
