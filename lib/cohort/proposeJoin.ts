import type { Join } from "../board/board";
import { sampleName as columnsAsSamples, proposeGenes } from "./genes";
import { takenResponse } from "./proposeResponse";
import type { TableSummary } from "./tableSummary";

const idName = /(^|[^a-z])((patient|subject|case|record|usubj|subj)[\s_.-]*)?(id|identifier|no|number|barcode)$/i;
/** "cases.case_id" is "case_id". */
const bare = (name: string) => name.replace(/^.*\./, "").toLowerCase();
const patientName = /patient|subject|case|usubjid|\brecord_id\b/i;
const sampleName = /sample|specimen|biospecimen|barcode|aliquot/i;

/** A second file that is joined already. */
export interface Joined {
  join: Join;
  summary: TableSummary;
}

/**
 * A join to begin with: the columns that look like the patient id on both sides, and nothing taken yet but the best
 * response of a file with several. Where the file names samples alone, they go through a file that says whose they are,
 * or are matched by how they begin.
 */
export function proposeJoin(
  { id, file }: { id: string; file: string },
  cohort: TableSummary,
  second: TableSummary,
  patientId: string | null,
  before: readonly Joined[] = [],
): Join {
  const names = second.columns.map(({ name }) => name);
  const same = (name: string) => names.find((other) => other.toLowerCase() === name.toLowerCase());
  const ofCohort =
    patientId ??
    cohort.columns.find(({ name }) => idName.test(name) && same(name))?.name ??
    cohort.columns[0]?.name ??
    "";
  const genes = proposeGenes(second);
  // Of genes × samples the columns are the samples.
  const ofColumns = genes?.form === "matrix";
  const naming = names.filter((name) => patientName.test(name));
  // GDC: the MAF numbers cases by the UUID that the clinical table calls "cases.case_id", beside the id of the patient.
  const otherwise = naming.flatMap((key) =>
    cohort.columns.flatMap(({ name }) => (name !== ofCohort && bare(name) === bare(key) ? [{ key, to: name }] : [])),
  )[0];
  const ofMaf = names.some((name) => /^tumou?r_sample_barcode$/i.test(name));
  const ofPatients = ofColumns ? undefined : (same(ofCohort) ?? otherwise?.key ?? (ofMaf ? undefined : naming[0]));
  const to = ofPatients !== undefined && ofPatients === otherwise?.key ? otherwise.to : ofCohort;
  const ofSamples = ofColumns
    ? columnsAsSamples
    : ofPatients === undefined
      ? names.find((name) => sampleName.test(name))
      : undefined;
  const key = ofPatients ?? ofSamples ?? names.find((name) => idName.test(name)) ?? names[0] ?? "";
  const through = ofSamples === undefined ? null : samplesIn(before);
  return {
    id,
    source: { file, rows: second.rows, sha256: null, reading: {} },
    columns: [],
    key,
    to,
    match: ofSamples !== undefined && through === null ? "beginning" : "exact",
    through,
    take: genes === null ? takenResponse(second, key, new Set(cohort.columns.map(({ name }) => name))) : [],
    genes,
  };
}

/** The column of samples of a file that also names patients. */
function samplesIn(before: readonly Joined[]): Join["through"] {
  for (const { join, summary } of before) {
    const column = summary.columns.find(({ name }) => sampleName.test(name) && /id|identifier|barcode/i.test(name));
    if (column && column.name !== join.key && patientName.test(join.key)) return { join: join.id, column: column.name };
  }
  return null;
}
