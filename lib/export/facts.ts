import type { Ledger, SecondLedger } from "../cohort/ledger";
import { counted, dateInWords, formatCount } from "../format";
import type { PanelResult } from "../panels/result";
import type { ShownEndpoint } from "../panels/shownEndpoint";

/** What every file says about where its numbers come from. Never a user, a path or the name of the file. */
export interface Facts {
  /** As `programName` gives it. */
  program: string;
  /** Active filters in words; those on identifying columns are counted, not named. */
  filters: string[];
  /** Patients the filters keep, of all. */
  selected: number;
  total: number;
  /** The shipped synthetic cohort. */
  example: boolean;
  /** The day on which the file is written, 2026-11-29. */
  date: string;
  /** `settingsFingerprint` of the board that the numbers are of. */
  settings: string;
}

/** "Meierboard 0.1.0 (7881d8f)"; without a commit, in a build outside a repository, the version alone. */
export const programName = (version: string, commit: string | undefined): string =>
  commit ? `Meierboard ${version} (${commit})` : `Meierboard ${version}`;

/** "Meierboard 0.1.0 (7881d8f), 2026-11-29, settings 3f9a2c1b04de." */
export const madeBy = ({ program, date, settings }: Facts): string =>
  `${program}, ${dateInWords(date)}, settings ${settings}.`;

export const disclaimer = "Research use, not a medical device.";

/** Said in place of the ledger, from which groups left out could be computed. */
export const withheld = "Small counts, and those from which they could be computed, are not given.";

/** "75 patients; no filters" or "40 of 75 patients; filters: Age 60 to 70". */
export function selectionInWords({ selected, total, filters }: Facts, counts = true): string {
  if (!counts) return filters.length === 0 ? "No filters." : `Filters: ${filters.join("; ")}.`;
  if (filters.length === 0) return `${counted(total, "patient")}; no filters.`;
  return `${formatCount(selected)} of ${counted(total, "patient")}; filters: ${filters.join("; ")}.`;
}

/** Sentences one after the other, without those that say nothing. */
export const sentences = (...said: string[]): string => said.filter((each) => each !== "").join(" ");

/**
 * "Data cut-off 2021-06-30.", or nothing where no endpoint is shown; with the name of the endpoint where several shown together have
 * different ones.
 */
export function cutoffInWords(shown: readonly PanelResult[]): string {
  const endpoints = new Map(shown.flatMap(endpointsOf).map((endpoint) => [endpoint.id, endpoint]));
  const cutoffs = [...endpoints.values()];
  if (cutoffs.length === 0) return "";
  const [first] = cutoffs;
  if (cutoffs.every(({ cutoff }) => cutoff === null)) return "Data cut-off not stated.";
  if (cutoffs.every(({ cutoff }) => cutoff === first?.cutoff))
    return `Data cut-off ${dateInWords(first?.cutoff ?? "")}.`;
  return `Data cut-off: ${cutoffs.map(({ label, cutoff }) => `${label} ${cutoff ? dateInWords(cutoff) : "not stated"}`).join("; ")}.`;
}

/** Whether an endpoint of a result states a data cut-off. */
export const hasCutoff = (result: PanelResult): boolean => endpointsOf(result).some(({ cutoff }) => cutoff !== null);

const endpointsOf = (result: PanelResult): ShownEndpoint[] => [
  ...(result.endpoint ? [result.endpoint] : []),
  ...("second" in result && result.second ? [result.second.endpoint] : []),
];

/**
 * "340 rows in the file; left out: 6 time missing, 4 event missing; 330 usable patients, 330 of them in this figure."
 * Under filters those left out are of the patients they keep.
 */
export function ledgerInWords(
  ledger: Ledger,
  { patients: inFigure, leftOut: asked }: Pick<PanelResult, "patients" | "leftOut">,
  { filters, selected }: Facts,
): string {
  return [ofCohort(ledger, inFigure, asked, filters, selected), ...ledger.seconds.map(ofSecond)].join(" ");
}

/** "mutations.csv: 183 rows; left out: 2 of no patient of the cohort; 181 read as alterations." */
const ofSecond = ({ file, rows, unit, as, leftOut, used }: SecondLedger): string =>
  `${[`${file}: ${counted(rows, unit)}`, ...linesOf(leftOut), `${formatCount(used)} read as ${as}`].join("; ")}.`;

const linesOf = (of: readonly { reason: string; count: number }[]) =>
  of.length === 0 ? [] : [`left out: ${of.map(({ count, reason }) => `${formatCount(count)} ${reason}`).join(", ")}`];

function ofCohort(
  ledger: Ledger,
  inFigure: number,
  asked: PanelResult["leftOut"],
  filters: readonly string[],
  selected: number,
): string {
  const { rows, merged, weighted, weightless, leftOut, used } = ledger;
  const parts = [`${counted(rows, "row")} in the file`];
  if (merged.count > 0) parts.push(`${counted(merged.count, "row")} ${merged.reason}`);
  if (weightless.count > 0) parts.push(`${formatCount(weightless.count)} ${weightless.reason}`);
  const stand = weighted ? ", as many as the rows stand for" : "";
  if (filters.length > 0)
    return `${[
      ...parts,
      `${counted(ledger.patients, "patient")}${stand}, ${formatCount(selected)} of them kept by the filters`,
      ...linesOf(asked),
      `${counted(inFigure, "patient")} in this figure`,
    ].join("; ")}.`;
  if (weighted) parts.push(`${counted(ledger.patients, "patient")}${stand}`);
  parts.push(...linesOf(leftOut));
  parts.push(
    `${counted(used, "usable patient")}${inFigure < used ? `, ${formatCount(inFigure)} of them in this figure` : ""}`,
  );
  return `${parts.join("; ")}.`;
}

/** Where a figure's numbers come from, for the properties of its file. */
export const provenance = ({ ledger, result }: { ledger: Ledger | null; result: PanelResult }, facts: Facts): string =>
  sentences(
    ledger ? ledgerInWords(ledger, result, facts) : withheld,
    selectionInWords(facts, ledger !== null),
    cutoffInWords([result]),
    facts.example ? "Synthetic example cohort." : "",
    `${madeBy(facts)} ${disclaimer}`,
  );
