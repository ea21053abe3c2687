import type { Board } from "../../../lib/board/board";
import { columnsOfTime } from "../../../lib/cohort/endpointTime";
import type { ColumnSummary } from "../../../lib/cohort/tableSummary";
import { formatCount } from "../../../lib/format";

export const kindWords: Record<ColumnSummary["kind"], string> = {
  number: "Number",
  category: "Category",
  date: "Date",
};

/** What a column is used as, where it has a part in the cohort: "Patient id", "Time", "Event". */
export function roleOf(board: Board, name: string): string | null {
  if (board.patientId === name) return "Patient id";
  for (const { time, event, entry, weight } of board.endpoints) {
    if (time.from === "column" && time.column === name) return "Time";
    if ("start" in time && time.start === name) return "Start date";
    if (time.from === "dates" && time.end === name) return "End date";
    if (columnsOfTime(time).includes(name)) return time.from === "rule" ? "Date" : "Time";
    if (event?.column === name) return "Event";
    if (entry === name) return "Entry time";
    if (weight?.column === name) return "Weight";
  }
  const groups = board.panels.some(
    (panel) => "group" in panel && panel.group && "column" in panel.group && panel.group.column === name,
  );
  return groups ? "Group" : null;
}

/** "Number · g/dL", "Category · 3 levels", "Patient id". */
export function buttonWords(board: Board, { name, kind, distinct }: ColumnSummary): string {
  const unit = board.columns.find((choice) => choice.name === name)?.unit;
  const role = roleOf(board, name);
  const levels =
    kind === "category" && distinct !== null ? `${formatCount(distinct)} ${distinct === 1 ? "level" : "levels"}` : null;
  return [role ?? kindWords[kind], unit || (role === "Patient id" ? null : levels)].filter(Boolean).join(" · ");
}

/** Why a column can tell nothing, null where it can. */
export function whyIdle({ valid, unparsed, distinct, missing }: ColumnSummary): string | null {
  if (valid + unparsed === 0) return "no value in any row";
  return distinct === 1 && missing === 0 && valid > 1 ? "one value throughout" : null;
}
