import * as z from "zod";
import { fromFile, text } from "./fields";

const positive = z.number().positive();
/** Which of the causes that compete, where each has a curve of its own. */
const cause = z.int().positive();
const color = z.string().regex(/^#[0-9a-f]{6}$/i);

/** Lines a group can have, from solid on. */
export const dashNames = ["solid", "long", "short", "dashDot", "medium", "longDots"] as const;
export type DashName = (typeof dashNames)[number];

export const lookSchema = z.strictObject({
  level: fromFile,
  cause: cause.optional(),
  color: color.optional(),
  dash: z.enum(dashNames).optional(),
});

/** A group, or the curve of one cause in it. */
export const hiddenSchema = z.union([fromFile, z.strictObject({ level: fromFile, cause })]);

/** What a figure can warn of; each can be left out of its caption. Told by lib/panels/kaplanMeier/warnings. */
export const cautionIds = [
  "immortal-time",
  "known-later",
  "curves-cross",
  "hazards-not-proportional",
  "other-test",
  "group-small",
  "score-own-patients",
  "many-comparisons",
  "follow-up-shorter",
  "competing-as-censored",
  "few-events-per-group",
  "cox-separation",
  "few-at-first",
  "subgroups",
] as const;
export type CautionId = (typeof cautionIds)[number];

/** Everything a figure can be told. Each field has a default, so that a board file names only what was changed. */
export const figureOptionsSchema = z.strictObject({
  title: text.nullable().default(null).describe("Title of the figure; null: endpoint and group"),
  subtitle: text.nullable().default(null).describe("Line under the title; null: patients, events and test"),
  caption: text.nullable().default(null).describe("Text under the figure; null: what is drawn and how"),

  scale: z
    .enum(["survival", "failure", "cumulativeHazard", "logLog"])
    .default("survival")
    .describe("What the curve shows: Ŝ(t), 1 − Ŝ(t), −log Ŝ(t), or log(−log Ŝ(t)) against log t"),
  yRange: z
    .tuple([z.number(), z.number()])
    .refine(([from, to]) => from < to, "the range must rise")
    .nullable()
    .default(null)
    .describe("Range of the vertical axis on the chosen scale (1 = 100%); null: all of it"),

  band: z.boolean().default(true).describe("Pointwise confidence band"),
  confidenceType: z
    .enum(["log-log", "log", "plain", "logit", "arcsine"])
    .default("log-log")
    .describe("Transformation on which intervals are computed"),
  confidenceLevel: z.number().min(0.5).max(0.999).default(0.95).describe("Confidence level of every interval"),
  censorTicks: z.boolean().default(true).describe("A tick on the curve where a patient is censored"),
  fadeBelow: z
    .int()
    .min(0)
    .nullable()
    .default(null)
    .describe("Bands are paler where fewer than so many are at risk; null: few in this cohort; 0: never"),

  table: z
    .array(z.enum(["atRisk", "censored", "events"]))
    .default(["atRisk", "censored", "events"])
    .describe("Rows of the table under the axis; events and censored are cumulative"),
  tableLayout: z
    .enum(["inline", "rows"])
    .default("inline")
    .describe("One line per group, 22 (4, 3), or a row for each count"),

  medianLines: z.boolean().default(false).describe("Guide lines from 50% to the medians"),
  milestones: z
    .array(positive)
    .max(6)
    .default([])
    .describe("Times at which the curves are marked, in the unit of the axis"),
  annotation: z
    .array(z.enum(["test", "hazardRatios", "medians", "patients"]))
    .default([])
    .describe("What stands in a box inside the plot"),

  unit: z
    .enum(["days", "weeks", "months", "years"])
    .nullable()
    .default(null)
    .describe("Unit of the time axis; null: that of the endpoint"),
  originLabel: text.nullable().default(null).describe("What time zero is, as on the axis; null: as the endpoint says"),
  zoom: z
    .tuple([z.number().min(0), positive])
    .refine(([from, to]) => from < to, "the zoom must rise")
    .nullable()
    .default(null)
    .describe("Part of the time axis that is looked at, in its unit; a view only; null: all of it"),
  end: positive.nullable().default(null).describe("Where the time axis ends, a view only; null: the longest follow-up"),
  step: positive.nullable().default(null).describe("Distance between ticks of the time axis; null: what fits"),

  labels: z.enum(["ends", "legend"]).default("ends").describe("Names at the ends of the curves, or in a legend above"),
  palette: z
    .enum(["auto", "categorical", "ordered"])
    .default("auto")
    .describe("Colors for unordered or ordered groups; auto: as the group variable is"),
  dashes: z.boolean().default(true).describe("Dashed lines beside colors, so that the figure reads without color"),
  looks: z.array(lookSchema).default([]).describe("Color and dash of single groups, in place of the palette's"),
  hidden: z
    .array(hiddenSchema)
    .default([])
    .describe("Groups whose curves are not drawn; every number still counts them, and the caption says so"),
  withoutCautions: z
    .array(z.enum(cautionIds))
    .default([])
    .describe("Warnings that caption and files leave out while they hold; the others stand in them"),
});

export type FigureOptions = z.infer<typeof figureOptionsSchema>;

export const defaultFigureOptions: FigureOptions = figureOptionsSchema.parse({});

/** The options an address may carry: no text of the user's, no cell values. */
export const figureInHashSchema = figureOptionsSchema.omit({
  title: true,
  subtitle: true,
  caption: true,
  originLabel: true,
  looks: true,
  hidden: true,
});
