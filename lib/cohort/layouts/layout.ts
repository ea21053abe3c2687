import type { Board, ColumnChoice, Endpoint, OfRows, Pivot, TimeUnit } from "../../board/board";
import type { Notice } from "../../table";
import type { TableSummary } from "../tableSummary";

/** What a layout says of a file: a complete board's worth of choices, each the user's to change. */
export interface Proposal {
  endpoints: Endpoint[];
  patientId?: string | null;
  /** Only for layouts that are known to have several rows per patient. */
  severalRows?: Board["edits"]["severalRows"];
  /** Columns of which another value than the first counts. */
  ofRows?: OfRows[];
  pivot?: Pivot;
  columns?: ColumnChoice[];
  /** The column of best response, where the layout knows it. */
  response?: string | null;
  /** The column the curves are split by at first. */
  group?: string | null;
  /** The unit figures show; absent: that of the endpoint. */
  shownIn?: TimeUnit;
  /** Columns that say nothing of patients and get no filter. */
  aside?: string[];
  /** Conventions that were followed and are easily taken the wrong way round. */
  notes?: Notice[];
}

/** One way in which programs write cohort files; its file is one line of the registry. */
export interface Layout {
  id: string;
  label: string;
  /** What in the file shows this layout, to follow the label in a sentence; null where it is another. */
  recognize(summary: TableSummary): string | null;
  propose(summary: TableSummary): Proposal;
}
