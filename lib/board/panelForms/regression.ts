import { z } from "zod";
import { finite, id, text } from "../fields";
import { comparisonSchema } from "../score";
import { variableSchema } from "../variable";
import { hashFields, type PanelForm, panelFields } from "./panelForm";

/** How a covariate enters the model. */
export const codingSchema = z.discriminatedUnion("kind", [
  /** Per so many units of a number; dates in days, a score by its points. */
  z.strictObject({ kind: z.literal("perUnit"), per: finite.positive().default(1) }),
  /** Every level against the reference; null: the first level. */
  z.strictObject({ kind: z.literal("levels"), reference: text.nullable().default(null) }),
  /** Two groups by a cut, as a factor of a score. */
  z.strictObject({ kind: z.literal("cut"), when: comparisonSchema }),
]);
export type Coding = z.infer<typeof codingSchema>;

export const termSchema = z.strictObject({
  id,
  of: variableSchema,
  coding: codingSchema,
  /** null: generated from column and coding. */
  label: text.nullable().default(null),
});
export type Term = z.infer<typeof termSchema>;

const differentIds = (terms: Term[]) => new Set(terms.map((term) => term.id)).size === terms.length;

const chosen = {
  kind: z.literal("regression"),
  /** Confidence level of every interval. */
  level: z.number().min(0.5).max(0.999).default(0.95),
  /** Penalized likelihood where a hazard ratio would be 0 or ∞, in every model, or in none. */
  firth: z.enum(["whenSeparated", "always", "never"]).default("whenSeparated"),
  /** An exploratory search: drops covariates while the AIC falls, or the largest Wald P is above alpha. */
  selection: z
    .strictObject({ by: z.enum(["aic", "p"]), alpha: z.number().min(0.001).max(0.5).default(0.05) })
    .nullable()
    .default(null),
};

const figureSchema = z.strictObject({
  title: text.nullable().default(null).describe("Title of the figure; null: endpoint and model"),
  subtitle: text.nullable().default(null).describe("Line under the title; null: patients and events"),
  caption: text.nullable().default(null).describe("Text under the figure; null: what was fitted and how"),
  show: z
    .enum(["both", "together", "alone"])
    .default("together")
    .describe("Hazard ratios of the model of all covariates, of each covariate alone, or both"),
  range: z
    .tuple([z.number().positive(), z.number().positive()])
    .refine(([from, to]) => from < to, "the range must rise")
    .nullable()
    .default(null)
    .describe("Range of the axis of hazard ratios; null: what the intervals need"),
  counts: z.boolean().default(true).describe("Patients and events beside each covariate"),
});
const figureInHashSchema = figureSchema.omit({ title: true, subtitle: true, caption: true });

const schema = z.strictObject({
  ...panelFields,
  ...chosen,
  terms: z.array(termSchema).max(60).default([]).refine(differentIds, "two covariates have the same id"),
  /** Products of two covariates, by their ids. */
  interactions: z
    .array(z.tuple([id, id]))
    .max(60)
    .default([]),
  /** A baseline hazard of its own for every level. */
  strata: variableSchema.nullable().default(null),
  figure: figureSchema.prefault({}),
});

/** Cox regression: each covariate alone beside all together, as a forest plot. */
export const regressionForm = {
  label: "Hazard ratios (Cox regression)",
  schema,
  // Covariates can name cell values (a reference, a list), which an address never carries; they stay those of the board.
  inHash: z.strictObject({ ...hashFields, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
} satisfies PanelForm;
