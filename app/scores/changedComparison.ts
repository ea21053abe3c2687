import type { Comparison } from "../../lib/board/score";

/** The same with another comparison, keeping what still makes sense. */
export function changedComparison(when: Comparison, op: Comparison["op"]): Comparison {
  const value = "value" in when ? when.value : null;
  const kept = "times" in when ? { times: when.times, limit: when.limit } : { times: 1, limit: null };
  switch (op) {
    case "per unit":
      return { op };
    case "in":
      return { op, values: when.op === "in" ? when.values : [] };
    case "between":
      return { op, min: value ?? 0, max: value ?? 0 };
    case "< column":
    case "<= column":
    case "> column":
    case ">= column":
      return { op, column: "column" in when ? when.column : "", ...kept };
    default:
      return { op, value, ...kept };
  }
}
