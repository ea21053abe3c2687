import type { Join } from "../board/board";
import type { TableSummary } from "./tableSummary";

const idName = /(^|[^a-z])(patient|subject|case|record|usubj|subj)?[\s_.-]*(id|identifier|no|number|barcode)$/i;

/** A join to begin with: the columns that look like the patient id on both sides, and nothing taken yet. */
export function proposeJoin(
  { id, file }: { id: string; file: string },
  cohort: TableSummary,
  second: TableSummary,
  patientId: string | null,
): Join {
  const names = second.columns.map(({ name }) => name);
  const same = (name: string) => names.find((other) => other.toLowerCase() === name.toLowerCase());
  const to =
    patientId ??
    cohort.columns.find(({ name }) => idName.test(name) && same(name))?.name ??
    cohort.columns[0]?.name ??
    "";
  const key =
    same(to) ?? names.find((name) => /patient|subject|case/i.test(name)) ?? names.find((name) => idName.test(name));
  return {
    id,
    source: { file, rows: second.rows, sha256: null, reading: {} },
    columns: [],
    key: key ?? names[0] ?? "",
    to,
    match: "exact",
    take: [],
  };
}
