import * as z from "zod";
import { columnName, fromFile, id, text, timeUnitSchema } from "./fields";

/** How an endpoint is read from a table: when its clock starts and stops, and what happened then. */

export const outcomeSchema = z.enum(["event", "censored", "competing", "exclude"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** One line per value as written; a value not listed blocks the endpoint. */
const codingSchema = z
  .array(z.strictObject({ value: fromFile, as: outcomeSchema, cause: fromFile.optional() }))
  .default([]);

const eventSchema = z.strictObject({
  column: columnName,
  coding: codingSchema,
  /**
   * A second column that speaks for those whom the first calls censored: its events are a competing event named
   * `cause`.
   */
  competing: z.strictObject({ column: columnName, coding: codingSchema, cause: fromFile }).nullable().default(null),
});
export type EventReading = z.infer<typeof eventSchema>;

export const endpointRuleSchema = z.enum(["OS", "PFS", "TTP", "DFS", "DOR", "TTR"]);
export type EndpointRule = z.infer<typeof endpointRuleSchema>;

/** null: not said yet, and the curve waits. */
const askedUnit = timeUnitSchema.nullable();

const timeSchema = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("column"), column: columnName, unit: askedUnit }),
  /** Time from one date to another; whether an event happened at the second is said by the event column. */
  z.strictObject({ from: z.literal("dates"), start: columnName, end: columnName, unit: timeUnitSchema }),
  /** One column holds the time of those with an event (or a competing one), another that of those without. */
  z.strictObject({ from: z.literal("outcome"), event: columnName, otherwise: columnName, unit: askedUnit }),
  /**
   * Dates of what can happen, put together by the rule of the endpoint; the event column, if any, is the vital status
   * they are checked against.
   */
  z.strictObject({
    from: z.literal("rule"),
    rule: endpointRuleSchema,
    /** Start of therapy, diagnosis or randomization; of DFS the surgery, of DOR the first response. */
    start: columnName,
    /** Progression, recurrence in DFS, the first response in TTR. */
    progression: columnName.nullable().default(null),
    death: columnName.nullable().default(null),
    lastContact: columnName.nullable().default(null),
    lastAssessment: columnName.nullable().default(null),
    cutoff: z
      .union([z.strictObject({ column: columnName }), z.strictObject({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) })])
      .nullable()
      .default(null),
    unit: timeUnitSchema,
  }),
]);
export type EndpointTime = z.infer<typeof timeSchema>;
export type RuleTime = Extract<EndpointTime, { from: "rule" }>;

export const endpointSchema = z.strictObject({
  id,
  label: text,
  time: timeSchema,
  /** null: the dates of a rule say what happened. */
  event: eventSchema.nullable(),
  /** What time zero is, as on the axis: "start of therapy". */
  origin: text.default(""),
  /** Delayed entry: a column of times since time zero, or of dates where the time comes from dates. */
  entry: columnName.nullable().default(null),
  /** Unit of an entry column of numbers; null: that of the time. */
  entryUnit: timeUnitSchema.nullable().default(null),
  /** Of a table of counts: what was done to the patients where they were counted. */
  counted: z
    .strictObject({
      /** A column that says why rows are left out, in the words of the ledger; blank of those used. */
      leftOut: columnName,
      rule: endpointRuleSchema.nullable(),
      /** How it was read there, in sentences, and the data cut-off in words. */
      definition: text,
      cutoff: text.nullable(),
    })
    .optional(),
  weight: z
    .strictObject({ column: columnName, kind: z.enum(["count", "sampling"]) })
    .nullable()
    .default(null),
});
export type Endpoint = z.infer<typeof endpointSchema>;
