import type { TimeUnit, Variable } from "../../board/board";

/** Where one endpoint stands in the data set. */
export interface EndpointColumns {
  id: string;
  label: string;
  /** Of time and entry. */
  unit: TimeUnit;
  time: string;
  /** 0 censored, 1 the event, 2 … competing. */
  event: string;
  entry: string | null;
  weight: string | null;
  weightKind: "count" | "sampling" | null;
}

/** Where one grouping stands in the data set, and the texts of its levels in their order. */
export interface GroupColumn {
  of: Variable;
  name: string;
  levels: { level: string; text: string }[];
}

/**
 * Where a column that a panel reads stands in the data set, such as a covariate of a model: a number, 0 or 1 for a cut,
 * or a level by its text.
 */
export interface PanelColumnInSet {
  panel: string;
  id: string;
  of: Variable | null;
  name: string;
  levels: string[] | null;
  /** Text of the level the others are against. */
  reference: string;
}
