import type { Ledger } from "../cohort/ledger";
import { counted, formatCount } from "../format";

/** What every file says about where its numbers come from. Never a user, a path or the name of the file. */
export interface Facts {
  /** As `programName` gives it. */
  program: string;
  /** Active filters in words; those on identifying columns are counted, not named. */
  filters: string[];
  /** Patients the filters keep, of all. */
  selected: number;
  total: number;
  /** Data cut-off in words; null where the board states none. */
  cutoff: string | null;
  /** The shipped synthetic cohort. */
  example: boolean;
}

/** "Meierboard 0.1.0 (7881d8f)"; without a commit, in a build outside a repository, the version alone. */
export const programName = (version: string, commit: string | undefined): string =>
  commit ? `Meierboard ${version} (${commit})` : `Meierboard ${version}`;

export const disclaimer = "Research use, not a medical device.";

/** Said in place of the ledger, from which groups left out could be computed. */
export const withheld =
  "Small groups were left out or merged; the counts from which they could be computed are not given.";

/** "75 patients; no filters" or "40 of 75 patients; filters: Age 60 to 70". */
export function selectionInWords({ selected, total, filters }: Facts, counts = true): string {
  if (!counts) return filters.length === 0 ? "No filters." : `Filters: ${filters.join("; ")}.`;
  if (filters.length === 0) return `${counted(total, "patient")}; no filters.`;
  return `${formatCount(selected)} of ${counted(total, "patient")}; filters: ${filters.join("; ")}.`;
}

export const cutoffInWords = ({ cutoff }: Facts): string =>
  cutoff === null ? "Data cut-off not stated." : `Data cut-off ${cutoff}.`;

/** "340 rows in the file; left out: 6 time missing, 4 event missing; 330 usable patients, 118 of them in this figure." */
export function ledgerInWords(ledger: Ledger, inFigure: number): string {
  const { rows, merged, leftOut, used } = ledger;
  const parts = [`${counted(rows, "row")} in the file`];
  if (merged.count > 0) parts.push(`${counted(merged.count, "row")} ${merged.reason}`);
  if (leftOut.length > 0)
    parts.push(`left out: ${leftOut.map(({ count, reason }) => `${formatCount(count)} ${reason}`).join(", ")}`);
  parts.push(
    `${counted(used, "usable patient")}${inFigure < used ? `, ${formatCount(inFigure)} of them in this figure` : ""}`,
  );
  return `${parts.join("; ")}.`;
}
