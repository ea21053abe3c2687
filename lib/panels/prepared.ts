import type { Board } from "../board/board";
import type { CodingCounts, EndpointData } from "../cohort/endpoint";
import type { Selection } from "../cohort/filters";
import type { Ledger, Outcomes } from "../cohort/ledger";
import type { Link } from "../cohort/link";
import type { Patients } from "../cohort/patients";
import type { Variables } from "../cohort/variables";
import type { Problem } from "../result";
import type { Table } from "../table";

export interface EndpointView {
  id: string;
  label: string;
  ledger: Ledger | null;
  /** Every value of the event column with its count and meaning, and the number of blank cells. */
  coding: CodingCounts | null;
  /** The same of the column of competing events, where there is one. */
  competing: CodingCounts | null;
  /** Of the patients in `ledger.used`. */
  outcomes: Outcomes | null;
  problem: Problem | null;
  /** What is to be said of it and stands in nobody’s way. */
  notices: Problem[];
}

export interface PreparedEndpoint {
  view: EndpointView;
  data: EndpointData | null;
}

/** What every panel of one board is computed from. */
export interface Prepared {
  table: Table;
  board: Board;
  patients: Patients;
  variables: Variables;
  selection: Selection;
  /** The filters that apply, in words that name no column that may identify patients. */
  filters: readonly string[];
  endpoints: PreparedEndpoint[];
  /** How many cells of each column the user corrected. */
  corrected: readonly { column: string; count: number }[];
  /** The second files that are open and matched, by id of the join. */
  links: ReadonlyMap<string, Link>;
}

/** What a title is made of. */
export type Titled = Pick<Prepared, "board" | "variables" | "endpoints">;
