import * as z from "zod";
import { columnName, finite, fromFile, id, text } from "./fields";

/** Arithmetic between units of a column and units of a cut. It happens where the user has said so, never by itself. */
export const conversionSchema = z.enum([
  "g/dL to g/L",
  "g/L to g/dL",
  "mg/dL to mmol/L",
  "mmol/L to mg/dL",
  "mg/dL to mg/L",
  "mg/L to mg/dL",
  "days to months",
]);
export type Conversion = z.infer<typeof conversionSchema>;

/** The laboratory's limit a cut speaks of: it can be a number or a column. */
const limitSchema = z.enum(["ULN", "LLN"]).nullable().default(null);

export const comparisonSchema = z.discriminatedUnion("op", [
  /** Against `times` × `value`; null: not said yet, nobody's answer is known. */
  z.strictObject({
    op: z.enum(["<", "<=", ">", ">=", "="]),
    value: finite.nullable(),
    times: finite.default(1),
    limit: limitSchema,
  }),
  /** Against another column, such as the laboratory's upper limit of normal, in the unit of the factor's own column. */
  z.strictObject({
    op: z.enum(["< column", "<= column", "> column", ">= column"]),
    column: columnName,
    times: finite.default(1),
    limit: limitSchema,
  }),
  /** Bounds inclusive. */
  z.strictObject({ op: z.literal("between"), min: finite, max: finite }),
  /** Any of these texts; none: not said yet. A flag column with a ready-made answer is of this kind. */
  z.strictObject({ op: z.literal("in"), values: z.array(fromFile) }),
  /** No cut: the points count per unit of the value, as the coefficients of a linear predictor do. */
  z.strictObject({ op: z.literal("per unit") }),
]);
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * A comparison that names no value of its column: a list or a number that it equals is to be said again, and nobody's
 * answer is known.
 */
export function withoutValuesCompared(when: Comparison): Comparison {
  if (when.op === "in") return { ...when, values: [] };
  return when.op === "=" ? { ...when, value: null } : when;
}

/**
 * What is computed from the factor's column and a second one before it is compared. Corrected calcium is calcium + 0.8
 * × (4 − albumin) in mg/dL and g/dL; months are calendar months, so that a year to the day is 12; a ratio is the column
 * by the second.
 */
const formulaSchema = z.strictObject({
  kind: z.enum(["correctedCalcium", "ratio", "monthsUntil"]),
  column: columnName.nullable(),
  convert: conversionSchema.nullable().default(null),
});
export type Formula = z.infer<typeof formulaSchema>;

export const factorSchema = z.strictObject({
  id,
  label: text,
  /** null: no column is chosen, nobody's answer is known. */
  column: columnName.nullable(),
  /** Unit of the cut. */
  unit: z.string().max(60).default(""),
  /** Applied to the column (and a column it is compared with) before anything else. */
  convert: conversionSchema.nullable().default(null),
  formula: formulaSchema.nullable().default(null),
  when: comparisonSchema,
  points: finite,
});
export type Factor = z.infer<typeof factorSchema>;

export const rulesSchema = z
  .array(z.strictObject({ when: z.array(z.strictObject({ factor: id, is: z.boolean() })), points: finite }))
  .default([]);

export const scoreGroupSchema = z.strictObject({ label: text, min: finite.nullable(), max: finite.nullable() });

const differentLabels = (groups: { label: string }[]) =>
  new Set(groups.map(({ label }) => label)).size === groups.length;

export const scoreSchema = z.strictObject({
  id,
  label: text,
  /** The published score it was made from. */
  preset: id.nullable().default(null),
  citation: text.default(""),
  factors: z.array(factorSchema),
  /** First rule whose factors are all as stated gives the points; without rules the points of the factors add up. */
  rules: rulesSchema,
  missing: z.enum(["leaveOut", "bound", "absent"]).default("leaveOut"),
  /** Inclusive bounds on the points; null is open. Points on the bound of two groups belong to the first. */
  groups: z.array(scoreGroupSchema).min(1).refine(differentLabels, "two groups have the same name"),
  /** The endpoint it is judged by; null: overall survival where there is one, else the first. */
  endpoint: id.nullable().default(null),
  /** When its predictions are judged, in the endpoint's unit; null: after a year, or sooner where fewer were followed so long. */
  at: finite.positive().nullable().default(null),
  /** Made from a model fitted to these patients: C of the model, and of these points when they were made. */
  fitted: z.strictObject({ modelC: finite, pointsC: finite }).nullable().default(null),
});
export type Score = z.infer<typeof scoreSchema>;
