import type { OfRows, RowChoice } from "../board/board";
import { saysDeath, wordsOf } from "./layouts/columnWords";
import { responseColumns, timeOfRows } from "./proposeResponse";
import type { ColumnSummary, TableSummary } from "./tableSummary";

const last =
  /\blast\b|letzt|dernier|ultim|follow ?up|known alive|\b(lfu|fup|fu|lkad|lkadt|lstalv|lstalvdt)\b|nouvelles|nachbeobachtung/;
const first = /\bfirst\b|progress|relaps|recur|rezidiv|rechute|\bpd\b/;
const isMeasured = ({ kind }: ColumnSummary) => kind !== "category";

const words = ({ name }: ColumnSummary) => wordsOf(name).join(" ");

/** Which rows a column of follow-up takes: the last known day is the greatest, that of the first progression the smallest. */
function ruleOf(column: ColumnSummary): { rule: "greatest" | "smallest" } | null {
  if (isMeasured(column) && last.test(words(column))) return { rule: "greatest" };
  if (column.kind === "date" && first.test(words(column))) return { rule: "smallest" };
  return null;
}

/** Whether a patient may have several rows. */
export const repeats = ({ rows }: Pick<TableSummary, "rows">, id: ColumnSummary | undefined): boolean =>
  id !== undefined && (id.distinct === null || id.distinct < rows);

/** Rules for the columns of a file with several rows per patient whose first value would be too early or out of date. */
export function proposedRules(summary: TableSummary, patientId: string | null): OfRows[] {
  const id = summary.columns.find(({ name }) => name === patientId);
  if (!repeats(summary, id)) return [];
  return summary.columns.flatMap((column): OfRows[] => {
    const isStatus =
      saysDeath(column.name) && column.distinct !== null && column.distinct <= 12 && column.kind !== "date";
    const take: RowChoice | null = isStatus ? { rule: "last" } : ruleOf(column);
    return take && column !== id && column.valid > 0 ? [{ column: column.name, take }] : [];
  });
}

/**
 * The rule a column of a second file begins with: of a timeline as cBioPortal writes it the latest state, of treatments
 * their first day. Nothing where the names say nothing.
 */
export function proposedChoice(
  { columns }: TableSummary,
  name: string,
): Partial<{ rule: RowChoice["rule"]; by: string; to: string }> {
  const column = columns.find((each) => each.name === name);
  if (!column) return {};
  const named = (pattern: RegExp) => columns.find((each) => pattern.test(each.name));
  const start = named(/^start_date$/i);
  const type = named(/^event_type$/i);
  if (start && type && isMeasured(start)) {
    const treatments = type.levels?.every(({ value }) => /treat|surg|therap/i.test(value));
    if (isMeasured(column) && /^(start|stop)_date$/i.test(name))
      return { rule: treatments && column === start ? "smallest" : "greatest" };
    return column === type ? {} : { rule: "latest", by: start.name };
  }
  if (responseColumns({ columns }).includes(name)) return { rule: "bestResponse", by: timeOfRows({ columns }) ?? "" };
  return ruleOf(column) ?? {};
}
