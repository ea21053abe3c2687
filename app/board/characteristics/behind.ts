import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import type { Line } from "../../../lib/panels/characteristics/words";
import { filterBy, rowsOf, sameVariable } from "../../actions/characteristics";
import { showRows } from "../../rows/showRows";

/** Filters by the level of a line, or offers the range of its number. */
export function filterByLine({ row, kind, level }: Line): void {
  if (row.kind === "levels" && level !== null) filterBy(row.of, level);
  else if (row.kind === "numbers" && kind === "whole") filterBy(row.of, null);
}

/** What is said of the patients behind a value. */
export const cellTitle = (result: CharacteristicsResult, line: Line, column: number): string => {
  const { label } = nth(result.columns, column);
  const name = line.kind === "whole" ? line.label : `${line.row.label}, ${line.label}`;
  return `${name} · ${label}`;
};

/** Opens the rows behind a value of a line. */
export function showCell(
  panel: PanelOf<"characteristics">,
  result: CharacteristicsResult,
  line: Line,
  column: number,
): void {
  const place = rowsOf(panel, result).findIndex(({ of }) => sameVariable(of, line.row.of));
  const which = line.kind === "missing" ? "missing" : line.level === null ? "known" : "level";
  showRows(cellTitle(result, line, column), {
    of: "part",
    panel: panel.id,
    part: [nth(result.columns, column).level, String(place), which, line.level],
  });
}
