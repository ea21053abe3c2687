import * as z from "zod";
import { id, text } from "../fields";
import { withoutValuesCompared } from "../score";
import { variableSchema } from "../variable";
import { endpointField, endpointInHash, hashFields, ownNotes, ownTexts, panelFields, panelForm } from "./panelForm";
import { type Coding, type Term, termSchema } from "./term";

const covariates = "covariates";

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
  ...endpointField,
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
export const regressionForm = panelForm({
  label: "Hazard ratios (Cox regression)",
  opens: false,
  schema,
  // Covariates can name cell values (a reference, a list), which an address never carries; they stay those of the
  // board.
  inHash: z.strictObject({ ...hashFields, ...endpointInHash, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
  boardOnly: { title: ownTexts, notes: ownNotes, terms: covariates, interactions: covariates, strata: covariates },
  figureBoardOnly: { title: ownTexts, subtitle: ownTexts, caption: ownTexts },
  compares: null,
  endpoints: ({ endpoint }) => [endpoint],
  variables: ({ strata, terms }) => [
    ...(strata === null ? [] : [{ of: strata, role: "strata" as const }]),
    ...terms.flatMap(({ of, coding }) => [
      { of, role: "covariate" as const },
      ...(coding.kind === "cut" && "column" in coding.when
        ? [{ of: { column: coding.when.column }, role: "covariate" as const }]
        : []),
    ]),
  ],
  withoutValues: (panel, { identifies }) => ({
    ...panel,
    terms: panel.terms.map((term) => (identifies(term.of) ? { ...term, coding: unspoken(term.coding) } : term)),
  }),
});

const unspoken = (coding: Coding): Coding => {
  if (coding.kind === "levels") return { ...coding, reference: null };
  return coding.kind === "cut" ? { ...coding, when: withoutValuesCompared(coding.when) } : coding;
};
