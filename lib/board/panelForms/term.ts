import * as z from "zod";
import { finite, fromFile, id, text } from "../fields";
import { comparisonSchema } from "../score";
import { variableSchema } from "../variable";

/** How a covariate enters the model. */
export const codingSchema = z.discriminatedUnion("kind", [
  /** Per so many units of a number; dates in days, a score by its points. */
  z.strictObject({ kind: z.literal("perUnit"), per: finite.positive().default(1) }),
  /** Every level against the reference; null: the first level. */
  z.strictObject({ kind: z.literal("levels"), reference: fromFile.nullable().default(null) }),
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
