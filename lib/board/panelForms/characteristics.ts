import * as z from "zod";
import { fromFile, text } from "../fields";
import { type Variable, variableSchema } from "../variable";
import { hashFields, ownNotes, ownTexts, panelFields, panelForm, used, type Values } from "./panelForm";

/** A row of the table: a column or score, and how it is shown and compared. */
const rowSchema = z.strictObject({
  of: variableSchema,
  /** null: the name of the column or score. */
  label: text.nullable().default(null),
  /** null: levels of words and of few whole numbers, other numbers as the panel says. */
  as: z.enum(["median", "range", "mean", "levels"]).nullable().default(null),
  /** Which levels are shown; null: all, or of “yes” and “no” the one that is meant. */
  levels: z.array(fromFile).nullable().default(null),
  /** Decimals of numbers and percentages; null: as in the file, and whole percentages. */
  digits: z.int().min(0).max(6).nullable().default(null),
  /** null: ranks of medians, means of means, χ² or Fisher’s exact test of levels. */
  test: z.enum(["none", "ranks", "means", "chiSquare", "fisher", "trend"]).nullable().default(null),
});
export type CharacteristicChoice = z.infer<typeof rowSchema>;

/** A row as it begins. */
export const characteristicOf = (of: Variable): CharacteristicChoice => rowSchema.parse({ of });

const differentRows = (rows: { of: Variable }[] | null) =>
  rows === null || new Set(rows.map(({ of }) => JSON.stringify(of))).size === rows.length;

const chosen = {
  kind: z.literal("characteristics"),
  group: variableSchema.nullable().default(null),
  /** How numbers are shown where their row does not say. */
  numbers: z.enum(["median", "range", "mean"]).default("median"),
  /** Decimals of numbers where their row does not say; null: as in the file. */
  digits: z.int().min(0).max(6).nullable().default(null),
  /** What percentages are of. */
  percentOf: z.enum(["known", "all"]).default("known"),
  /** A row of missing values wherever one is missing, or under every characteristic. */
  missing: z.enum(["whereAny", "always"]).default("whereAny"),
  /** The column of all patients, beside those of the groups. */
  all: z.boolean().default(true),
  differences: z.boolean().default(true),
  p: z.boolean().default(true),
  /** The groups were assigned at random: P of a difference between them says nothing. */
  randomized: z.boolean().default(false),
};

const figureSchema = z.strictObject({
  title: text.nullable().default(null).describe("Title of the table; null: patients by group"),
  subtitle: text.nullable().default(null).describe("Line under the title; null: how many patients"),
  caption: text.nullable().default(null).describe("Text under the table; null: what is shown and how it is compared"),
  dots: z.boolean().default(true).describe("A dot for each standardized difference, beside its number"),
  balance: z
    .boolean()
    .default(true)
    .describe("All standardized differences on one axis: beside the table on the screen, under it in files"),
});
const figureInHashSchema = figureSchema.omit({ title: true, subtitle: true, caption: true });

const schema = z.strictObject({
  ...panelFields,
  ...chosen,
  /** null: those the file proposes. */
  rows: z.array(rowSchema).max(60).refine(differentRows, "two rows are of the same column").nullable().default(null),
  figure: figureSchema.prefault({}),
});

/** The row with levels of its own column alone, and none where these identify patients. */
function withOwn(row: CharacteristicChoice, { identifies, levels }: Values): CharacteristicChoice {
  if (row.levels === null) return row;
  const own = new Set(identifies(row.of) ? [] : levels(row.of));
  const kept = row.levels.filter((level) => own.has(level));
  return { ...row, levels: kept.length > 0 ? kept : null };
}

/** The table of patients' characteristics, by group. */
export const characteristicsForm = panelForm({
  label: "Patients (characteristics by group)",
  opens: false,
  schema,
  // Rows can name cell values (their levels), which an address never carries; they stay those of the board.
  inHash: z.strictObject({ ...hashFields, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
  boardOnly: { title: ownTexts, notes: ownNotes, rows: "rows of tables of patients" },
  figureBoardOnly: { title: ownTexts, subtitle: ownTexts, caption: ownTexts },
  // What is compared is who the patients are, not what became of them.
  compares: null,
  endpoints: () => [],
  variables: ({ group, rows }) => used([[group, "group"], ...(rows ?? []).map(({ of }) => [of, "covariate"] as const)]),
  withoutValues: (panel, values) => ({ ...panel, rows: panel.rows?.map((row) => withOwn(row, values)) ?? null }),
});
