import * as z from "zod";
import { endpointSchema } from "./endpoint";
import { columnName, columnSchema, finite, fromFile, sourceSchema } from "./fields";
import { panelSchema } from "./panelForms/registry";
import { editsSchema, joinSchema } from "./reshape";
import { scoreSchema } from "./score";
import { variableSchema } from "./variable";
import { boardVersion } from "./version";
import { writingSchema } from "./writing";

/** What was looked at with a board: kept with it, and no part of what is undone. */
const sessionSchema = z.strictObject({
  /** Id of the panel that was in focus. */
  focus: z.string().max(100).nullable(),
  /** The comparisons whose P was on the screen: of each choice of patients and groups its tests, as fingerprints. */
  compared: z.array(z.array(z.string().max(20)).min(2).max(500)).max(5000),
});
export type BoardSession = z.infer<typeof sessionSchema>;

/**
 * The board file, version 1: everything the user chose and no data. Unknown or wrong fields are refused.
 * Lists of `{ value, … }` stand where an object would need cell values as keys, so that any text is safe as a value.
 */

export {
  type Endpoint,
  type EndpointRule,
  type EndpointTime,
  type EventReading,
  endpointRuleSchema,
  type Outcome,
  type RuleTime,
} from "./endpoint";
export { type ColumnChoice, type TimeUnit, timeUnitSchema } from "./fields";
export type { Panel } from "./panelForms/registry";
export type { CellEdit, Conversion, DerivedColumn, Join, OfRows, Pivot, RowChoice, Taken } from "./reshape";
export { type Variable, variableSchema } from "./variable";

/** A study of cBioPortal has a dozen files that are joined. */
export const mostJoins = 32;

const keepMissing = z.boolean().default(true);
const filterSchema = z.discriminatedUnion("kind", [
  /** Bounds are inclusive, null is open; dates as days since 1970-01-01. */
  z.strictObject({
    kind: z.literal("range"),
    of: variableSchema,
    min: finite.nullable(),
    max: finite.nullable(),
    missing: keepMissing,
  }),
  /** `values: null` keeps every level. */
  z.strictObject({
    kind: z.literal("values"),
    of: variableSchema,
    values: z.array(fromFile).nullable(),
    missing: keepMissing,
  }),
]);
export type Filter = z.infer<typeof filterSchema>;

/** Whether a filter can leave a patient out. */
export const isActive = (filter: Filter): boolean =>
  !filter.missing || (filter.kind === "range" ? filter.min !== null || filter.max !== null : filter.values !== null);

export const boardSchema = z.strictObject({
  meierboard: z.literal(boardVersion),
  source: sourceSchema,
  /** Second files, joined in this order. */
  joins: z.array(joinSchema).max(mostJoins).default([]),
  edits: editsSchema.prefault({}),
  columns: z.array(columnSchema).default([]),
  patientId: columnName.nullable().default(null),
  endpoints: z.array(endpointSchema).default([]),
  scores: z.array(scoreSchema).default([]),
  filters: z.array(filterSchema).default([]),
  panels: z.array(panelSchema).default([]),
  writing: writingSchema.prefault({}),
  session: sessionSchema.nullable().default(null),
});
export type Board = z.infer<typeof boardSchema>;

export const emptyBoard: Board = boardSchema.parse({
  meierboard: boardVersion,
  source: { file: null, rows: null, sha256: null },
});
