import type { Join } from "../board/board";
import type { Problem } from "../result";
import type { Table } from "../table";

/** What a join did, counted on both sides; rows are data rows from 1, the first 10,000. */
export interface JoinView {
  id: string;
  file: string;
  /** Null where the second file is not open, or has not the columns the join needs. */
  counts: JoinCounts | null;
  problems: Problem[];
}

export interface JoinCounts {
  /** Of the second file. */
  rows: number;
  matchedRows: number;
  unmatchedRows: number[];
  unmatchedRowCount: number;
  /** Of the cohort. */
  patients: number;
  matchedPatients: number;
  unmatchedPatients: number[];
  unmatchedPatientCount: number;
  /** Patients with more than one row in the second file. */
  severalRows: number;
  /** Further rows of the second file that would match loosely; 0 where the match is loose already. */
  wouldMatchLoosely: number;
  /** Further rows whose id begins with that of a patient, as samples' often do; 0 where that is how they are matched. */
  wouldMatchByBeginning: number;
}

/** A second file whose rows are matched with the patients: what is read of several rows of one patient. */
export interface Link {
  join: Join;
  table: Table;
  /** Per row of the cohort that represents a patient the rows of `table`, in their order; empty for other rows. */
  rows: number[][];
  view: JoinView;
}
