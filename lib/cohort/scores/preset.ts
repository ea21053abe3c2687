import * as z from "zod";
import { finite, id, text, timeUnitSchema } from "../../board/fields";
import { type Factor, factorSchema, rulesSchema, type Score, scoreGroupSchema, scoreSchema } from "../../board/score";
import { conversionBetween, conversions } from "./conversions";
import { type Measure, measures } from "./measures";

const measureSchema = z.enum(Object.keys(measures) as [Measure, ...Measure[]]);

/** A published score as data: what is measured and compared, without columns. */
export const presetSchema = z.strictObject({
  id,
  label: text,
  /** The paper it is cited by; empty where there is no single one. */
  citation: text,
  /** What must be known of it. */
  note: text.default(""),
  factors: z.array(
    factorSchema.omit({ column: true, convert: true, formula: true }).extend({
      measure: measureSchema,
      /** How the measure is computed where no column holds it. */
      computed: z
        .strictObject({
          kind: z.enum(["correctedCalcium", "ratio", "monthsUntil"]),
          from: measureSchema,
          second: measureSchema,
        })
        .optional(),
    }),
  ),
  rules: rulesSchema,
  groups: z.array(scoreGroupSchema.extend({ median: finite.nullable() })).min(1),
  /** What the published medians are of and in; null where none is entered. */
  medians: z.strictObject({ unit: timeUnitSchema, of: text }).nullable(),
});
export type Preset = z.infer<typeof presetSchema>;
export type PresetFactor = Preset["factors"][number];

/** The preset as a score of a board, before columns are chosen. */
export function scoreFromPreset(preset: Preset): Score {
  return scoreSchema.parse({
    id: preset.id,
    label: preset.label,
    preset: preset.id,
    citation: preset.citation,
    factors: preset.factors.map(({ measure: _, computed: __, ...factor }) => ({ ...factor, column: null })),
    rules: preset.rules,
    groups: preset.groups.map(({ label, min, max }) => ({ label, min, max })),
  });
}

/**
 * Whether a score is still the preset's: the same factors, cuts, points, rules and bounds. A cut in another unit that
 * is the same amount is the same; so is a column or a number for a limit of normal, and a flag column with a ready-made
 * answer.
 */
export function keepsDefinition(score: Score, preset: Preset): boolean {
  const sameGroups =
    score.groups.length === preset.groups.length &&
    score.groups.every(({ min, max }, g) => min === preset.groups[g]?.min && max === preset.groups[g]?.max);
  const sameFactors =
    score.factors.length === preset.factors.length &&
    preset.factors.every((factor) => score.factors.some((each) => each.id === factor.id && sameFactor(each, factor)));
  return sameGroups && sameFactors && JSON.stringify(score.rules) === JSON.stringify(preset.rules);
}

function sameFactor(factor: Factor, published: PresetFactor): boolean {
  const { when } = factor;
  const asked = published.when;
  if (factor.points !== published.points) return false;
  if (when.op === "in" || asked.op === "in") return when.op === "in";
  if ("limit" in asked && asked.limit !== null)
    return (
      "limit" in when &&
      when.limit === asked.limit &&
      when.op.replace(/ .*/, "") === asked.op &&
      when.times === asked.times
    );
  if (!("value" in when) || !("value" in asked) || when.op !== asked.op) return false;
  const [own, theirs] = [when.value, asked.value];
  if (own === null || theirs === null) return own === theirs;
  const conversion = conversionBetween(factor.unit, published.unit);
  const inTheirs = conversion ? conversions[conversion].of(own * when.times) : own * when.times;
  return inTheirs === theirs * asked.times && (conversion !== null || factor.unit === published.unit);
}
