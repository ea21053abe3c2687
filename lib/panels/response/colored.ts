import type { Variable } from "../../board/board";
import { formatCount } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import type { Prepared } from "../prepared";
import type { Colored } from "./result";

const mostColors = 12;

/** The levels of what colors bars or the strip, and that of each row; null where best response does. */
export function colorsOf(
  { variables }: Prepared,
  of: Variable | null,
): Result<{ codes: Int32Array; shown: Colored }> | null {
  if (of === null) return null;
  const found = variables.levels(of);
  if (!found.ok) return found;
  const { codes, levels, ordered } = found.value;
  const label = variables.label(of);
  if (levels.length > mostColors)
    return failed(
      problem(
        "response-colors-many",
        `“${label}” has ${formatCount(levels.length)} different values; at most ${mostColors} can be told apart by color.`,
        "Color by a column with fewer values.",
      ),
    );
  return ok({ codes, shown: { label, levels, ordered } });
}
