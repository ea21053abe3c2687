import type { Board, Conversion, DerivedColumn, Endpoint } from "../../board/board";
import { rowsInWords } from "../../format";
import type { Steps } from "../../steps";
import type { Notice, Table } from "../../table";
import { notice } from "../../table/notices/notice";
import type { Patients } from "../patients";

/** What a check looks at. The clock is an input: `today` as days since 1970-01-01, null where nobody says. */
export interface Facts {
  table: Table;
  /** Only rows that stand for a patient are looked at. */
  patients: Pick<Patients, "represents" | "size" | "patient">;
  board: Board;
  today: number | null;
}

/**
 * Something that may be wrong with the data: said with counts and rows, never in the way of what the user has decided.
 */
export interface Finding extends Notice {
  /** Changes of the board that would settle it, for the user to choose. */
  remedies: Remedy[];
}

export type Remedy = { label: string } & (
  | { conversion: Conversion }
  | { patientId: string }
  | { merge: { column: string; from: string[]; to: string } }
  /** A change of the endpoint, with the column it needs where the file has none. */
  | { endpoint: string; change: Partial<Endpoint>; derived?: DerivedColumn }
);

/**
 * One thing that can be implausible; it finds it as often as it occurs. One that looks at many cells does so in steps.
 */
export type Check = (facts: Facts) => Finding[] | Steps<Finding[]>;

/** A finding about rows, given from 0; `say` gets "row 3 and 11" in words. None where there are no rows. */
export function rowsFinding(
  code: string,
  rows: readonly number[],
  say: (count: number, where: string) => string,
  hint: string,
  about: { columns?: string[]; count?: number; remedies?: Remedy[] } = {},
): Finding[] {
  if (rows.length === 0) return [];
  const at = rows.map((row) => row + 1);
  const count = about.count ?? rows.length;
  const made = notice(code, count, say(count, rowsInWords(at)), hint, { columns: about.columns, rows: at });
  return [{ ...made, remedies: about.remedies ?? [] }];
}

/** Rows, from 0, that stand for a patient and for which the test holds. */
export function rowsWhere(
  { table: { rows }, patients: { represents } }: Facts,
  test: (row: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (represents[row] === 1 && test(row)) found.push(row);
  return found;
}
